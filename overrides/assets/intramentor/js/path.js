/** A role's path and the start page: what is done, and the next step. */
import { done, follow } from "./progress.js";
import { choose, role } from "./role.js";
import words from "./words.js";

/**
 * @typedef {HTMLElement & { dataset: { step: string, choice?: string, again?: string } }} Step
 * @typedef {{ next: Step | undefined, behind: number, all: number }} State
 */

/**
 * Return where somebody stands: of steps that are alternatives, one is enough.
 * @param {Step[]} steps
 * @param {Set<string>} marked
 * @returns {State}
 */
function stand(steps, marked) {
  /** @type {Map<string, boolean>} */
  const groups = new Map();
  const key = (/** @type {Step} */ step) => step.dataset.choice ?? step.dataset.step;
  for (const step of steps) groups.set(key(step), groups.get(key(step)) || marked.has(step.dataset.step));
  return {
    next: steps.find((step) => !groups.get(key(step))),
    behind: [...groups.values()].filter(Boolean).length,
    all: groups.size,
  };
}

/**
 * Fill a card with a step's own words; after the last step the card says so.
 * @param {Element} card
 * @param {Step | undefined} step
 */
function fill(card, step) {
  card.classList.toggle("is-over", !step);
  const from = step?.querySelector("a");
  if (!step || !from) return;
  const [title, go, agenda] = card.querySelectorAll("a");
  title.textContent = from.textContent;
  title.href = from.href;
  for (const part of ["what", "facts"]) {
    const place = card.querySelector(`.im-next__${part}`);
    if (place) place.textContent = step.querySelector(`.im-way__${part}`)?.textContent ?? "";
  }
  const { prepare } = step.dataset;
  go.textContent = prepare ? words.prepare.replace("%time%", prepare) : words.open_unit;
  go.href = from.href + (prepare ? "#_preparation" : "");
  agenda.href = `${from.href}#_agenda`;
  agenda.hidden = !prepare;
}

/**
 * Show a state on a page: the card, the count, the bar, the picture of the programme.
 * @param {ParentNode} place
 * @param {State} state
 */
function show(place, state) {
  const card = place.querySelector("[data-next]");
  const said = place.querySelector("[data-progress]");
  if (card) fill(card, state.next);
  if (said) said.textContent = words.steps_behind.replace("%n%", String(state.behind)).replace("%all%", String(state.all));
  place.querySelectorAll(".im-progress > span").forEach((part, index) => {
    part.classList.toggle("is-done", index < state.behind);
    part.classList.toggle("is-now", index === state.behind);
  });
}

/**
 * Say at a step that it is done, or that it is the next one.
 * @param {Step} step
 * @param {boolean} isDone
 * @param {boolean} isNow
 */
function tell(step, isDone, isNow) {
  step.classList.toggle("is-done", isDone);
  step.classList.toggle("is-now", isNow);
  const state = step.querySelector(".im-way__state") ?? document.createElement("span");
  state.className = "im-way__state";
  state.textContent = isDone ? words.step_done : words.step_now;
  if (isDone || isNow) step.querySelector(isDone ? ".im-way__facts" : ".im-way__title")?.append(state);
  else state.remove();
}

/**
 * Keep a place in step with what is done.
 * @param {ParentNode} place where the card and the count stand
 * @param {ParentNode} list where the steps stand
 */
function keep(place, list) {
  const steps = /** @type {Step[]} */ ([...list.querySelectorAll("[data-step]")]);
  const nodes = /** @type {SVGElement[]} */ ([...place.querySelectorAll("[data-node]")]);
  follow(() => {
    const marked = done();
    const state = stand(steps, marked);
    for (const step of steps) tell(step, marked.has(step.dataset.step), step === state.next);
    for (const node of nodes) {
      node.classList.toggle("is-done", marked.has(node.dataset.node ?? ""));
      node.classList.toggle("is-now", node.dataset.node === state.next?.dataset.step);
    }
    show(place, state);
  });
}

/** The start page: remember who the reader says they are; go on where they are. */
function start() {
  const chosen = role();
  const list = document.querySelector(`[data-route="${chosen}"]`);
  const place = document.querySelector(".im-resume");
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-choose] a"))) {
    const own = /** @type {HTMLElement} */ (link.closest("[data-choose]")).dataset.choose ?? "";
    link.addEventListener("click", () => choose(own));
    if (own === chosen) link.setAttribute("aria-current", "true");
  }
  if (!place || !list) return;
  keep(place, list);
  place.classList.add("is-ready");
}

/** Say it too where a unit stands in a list beside the path. */
function mark() {
  const marks = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-mark]"));
  follow(() => {
    const marked = done();
    for (const one of marks) one.textContent = marked.has(one.dataset.mark ?? "") ? words.step_done : "";
  });
}

mark();
const page = document.querySelector("[data-path]");
if (page instanceof HTMLElement) {
  if (!role()) choose(page.dataset.path ?? "");
  keep(page, page);
} else {
  start();
}
