/** Session mode: the page's own steps, one at a time, with a clock. It survives a reload and needs no network. */
import { today } from "./days.js";
import { alive, begin, clock, enter, isOver, passed, reading, run } from "./pace.js";
import { follow, role } from "./role.js";
import { forget, read, watch, write } from "./store.js";
import words from "./words.js";

const MINUTE = 60_000;

/**
 * @template {HTMLElement} T
 * @param {string} selector
 * @returns {T}
 */
const one = (selector) => /** @type {T} */ (document.querySelector(selector));

const unit = one("[data-unit]").dataset.unit ?? "";
const key = `session/${unit}`;
const dialog = /** @type {HTMLDialogElement} */ (one("#im-mode"));
const ask = /** @type {HTMLDialogElement} */ (one("#im-ask"));
const sections = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".im-step[data-step]"))];
const steps = sections.map(({ dataset }) => ({ id: dataset.step ?? "", minutes: Number(dataset.minutes) }));
const bar = /** @type {HTMLElement} */ (one("#_agenda ~ .im-bar").cloneNode(true));
const log = one("#im-log");
const logHome = document.createComment("log");

/** @type {import("./pace.js").State | null} */
let state = null;
/** @type {number | undefined} */
let timer;
/** @type {{step: string, left: number} | null} */
let last = null;
/** @type {WakeLockSentinel | null} */
let lock = null;

/** Return the state of a session that can be gone on with, or null. */
export function kept() {
  return alive(read(key), steps, Date.now());
}

/** Start the session, or go on where it was left. */
export function open() {
  commit({ ...(kept() ?? begin(steps, Date.now())), open: true });
}

/**
 * Keep a state, and show it.
 * @param {import("./pace.js").State} next
 */
function commit(next) {
  const moved = next.step !== state?.step || !dialog.open;
  state = next;
  write(key, next);
  show(moved);
}

/** @param {boolean} moved */
function show(moved) {
  if (!dialog.open) {
    log.replaceWith(logHome);
    one(".im-mode__log > div").append(log);
    dialog.showModal();
  }
  if (moved) drawStep();
  tick();
  void stayAwake();
}

/** @param {number} by */
function go(by) {
  if (!state) return;
  const { index } = reading(state, steps, Date.now());
  const next = index < 0 ? steps.length + by : index + by;
  if (next >= 0 && next <= steps.length) commit(enter(state, steps[next]?.id ?? "", Date.now()));
}

function drawStep() {
  if (!state) return;
  const { index } = reading(state, steps, Date.now());
  const place = one(".im-mode__step");
  place.replaceChildren(...(index < 0 ? theEnd() : theStep(index)));
  place.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
  const [more, stuck, notes] = [".im-mode__more", ".im-mode__stuck", ".im-mode__log"].map((name) => one(name));
  one(".im-mode__role").replaceChildren(mark(role()));
  for (const details of [stuck, notes]) details.removeAttribute("open");
  notes.toggleAttribute("open", index < 0 || Boolean(sections[index].querySelector(`.im-sheets a[href*="/${log.querySelector("form")?.dataset.sheet}/"]`)));
  stuck.hidden = index < 0;
  if (index < 0) place.querySelector("h2")?.after(more);
  else place.after(more);
  one("#im-back").hidden = index === 0;
  drawNext(index);
  for (const scrolled of [dialog, one("#im-mode-scroll")]) scrolled.scrollTop = 0;
  place.querySelector("h2")?.focus({ preventScroll: true });
}

/** @param {number} index */
function drawNext(index) {
  const next = steps[index + 1];
  const when = index < 0 ? words.done : next ? words.next.replace("%n%", String(next.minutes)) : words.nextIs;
  const title = sections[index + 1]?.querySelector("h3")?.textContent ?? "";
  one(".im-mode__when").textContent = when;
  one(".im-mode__what").textContent = index < 0 ? words.close : next ? title : words.toTheEnd;
}

/**
 * @param {number} index
 * @returns {Node[]}
 */
function theStep(index) {
  const copy = /** @type {HTMLElement} */ (sections[index].cloneNode(true));
  const [title, meta] = [copy.querySelector("h3"), copy.querySelector(".im-meta")];
  const place = words.stepOf.replace("%n%", String(index + 1)).replace("%all%", String(steps.length));
  meta?.querySelector(".im-mark")?.after(` ${place} · `);
  const heading = headed(...(title?.childNodes ?? []));
  title?.remove();
  meta?.remove();
  const body = document.createElement("div");
  body.className = "im-mode__now";
  const sheets = copy.querySelector(".im-sheets");
  body.append(...copy.childNodes, ...(sheets ? [sheets] : []));
  return [...(meta ? [meta] : []), heading, body];
}

/** @returns {Node[]} */
function theEnd() {
  const after = /** @type {HTMLElement} */ (one("[data-end]").cloneNode(true));
  return [headed(words.allDone), ...after.childNodes];
}

/** @param {(string | Node)[]} content */
function headed(...content) {
  const heading = document.createElement("h2");
  heading.tabIndex = -1;
  heading.append(...content);
  return heading;
}

/** @param {string} name */
function mark(name) {
  const found = document.querySelector(`.im-switch__one--${["mentor", "mentee"].includes(name) ? name : "both"} .im-mark`);
  return found ? found.cloneNode(true) : "";
}

function tick() {
  clearTimeout(timer);
  if (!state || !dialog.open) return;
  const at = reading(state, steps, Date.now());
  drawClock(at);
  if (at.index >= 0) {
    const crossed = last?.step === state.step ? passed(steps[at.index].minutes, last.left, at.left) : null;
    if (crossed !== null) say(crossed);
    last = { step: state.step, left: at.left };
  }
  if (state.since !== null) timer = setTimeout(tick, ((at.left % 1000) + 1000) % 1000 || 1000);
}

/** @param {number} minutes */
function say(minutes) {
  const text = minutes === 0 ? words.up : minutes === 2 ? words.soon : words.half.replace("%n%", String(minutes));
  one("#im-said").textContent = text;
}

/** @param {import("./pace.js").Reading} at */
function drawClock(at) {
  const over = at.index >= 0 && isOver(at.left);
  const ended = at.index < 0;
  const standing = !ended && state?.since === null;
  const all = steps.reduce((sum, step) => sum + step.minutes, 0);
  const text = ended ? String(Math.round(at.total / MINUTE)) : clock(at.left);
  one(".im-mode__left").textContent = text;
  one(".im-mode__small").textContent = text;
  one(".im-mode__of").textContent = ended ? words.inAll.replace("%n%", String(all)) : standing ? words.paused : over ? words.over : words.left;
  const behind = Math.abs(at.behind) < MINUTE ? 0 : Math.round(at.behind / MINUTE);
  const late = ended ? Math.round(at.total / MINUTE) - all : behind;
  const pace = late > 0 ? words.behind : late < 0 ? words.ahead : words.onTime;
  one(".im-mode__plan > span").textContent = pace.replace("%n%", String(Math.abs(late)));
  dialog.dataset.pace = late > 0 ? "behind" : late < 0 ? "ahead" : "even";
  dialog.toggleAttribute("data-over", over);
  dialog.toggleAttribute("data-ended", ended);
  dialog.toggleAttribute("data-still", standing);
  one("#im-pause").setAttribute("aria-pressed", String(standing));
  drawBar(at);
}

/** @param {import("./pace.js").Reading} at */
function drawBar(at) {
  const now = at.index < 0 ? steps.length : at.index;
  [...bar.children].forEach((segment, index) => {
    segment.classList.toggle("im-bar__past", index < now);
    segment.classList.toggle("im-bar__now", index === now);
  });
  bar.style.setProperty("--gone", `${(at.share * 100).toFixed(1)}%`);
}

/** Keep the screen awake while the clock runs in view; ask again whenever the page comes back into view. */
async function stayAwake() {
  const wanted = () => dialog.open && state?.since != null && document.visibilityState === "visible";
  if (!wanted()) await lock?.release();
  else if (navigator.wakeLock && (!lock || lock.released)) {
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      // A device that saves power refuses; the clock is right all the same when the screen comes back.
    }
    if (!wanted()) await lock?.release();
  }
}

function leave() {
  ask.returnValue = "";
  ask.showModal();
}

/** A session that was gone through is marked as done; whoever shows such marks hears of it. */
function markDone() {
  const name = `done/${unit}`;
  if (!read(name)) write(name, today());
  dispatchEvent(new Event("im-done"));
}

function finish() {
  forget(key);
  state = null;
  dialog.close();
}

ask.addEventListener("close", () => {
  if (ask.returnValue === "page") dialog.close();
  if (ask.returnValue === "end") finish();
});
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  leave();
});
dialog.addEventListener("close", () => {
  clearTimeout(timer);
  logHome.replaceWith(log);
  if (state) write(key, { ...state, open: false });
  void stayAwake();
});
dialog.addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (!by || typing || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  go(by);
});
one("#im-next").addEventListener("click", () => {
  if (state?.step) return go(1);
  markDone();
  finish();
});
one("#im-back").addEventListener("click", () => go(-1));
one("#im-leave").addEventListener("click", leave);
one("#im-pause").addEventListener("click", () => {
  if (state?.step) commit(run(state, state.since === null, Date.now()));
});
document.addEventListener("visibilitychange", () => {
  tick();
  void stayAwake();
});
follow(() => {
  if (dialog.open) drawStep();
});
watch((name) => {
  if (name !== key || !dialog.open) return;
  const next = kept();
  const moved = next?.step !== state?.step;
  state = next;
  if (next) show(moved);
  else dialog.close();
});
new IntersectionObserver(([clockNow]) => dialog.toggleAttribute("data-scrolled", !clockNow.isIntersecting), {
  root: one("#im-mode-scroll"),
}).observe(one(".im-mode__clock"));

one(".im-mode__bar").append(bar);
one(".im-mode__stuck > div").append(one(".im-stuck").cloneNode(true));
if (kept()?.open) open();
