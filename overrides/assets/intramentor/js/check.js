/**
 * Self-checks: the answers that can be opened become answers to choose, each with its feedback at once.
 * Without this module they stay as they come, in `<details>`.
 */
import { forget, read, watch, write } from "./store.js";
import words from "./words.js";

/** @typedef {{ input: HTMLInputElement, said: HTMLElement, right: boolean, feedback: DocumentFragment }} Answer */

const section = document.querySelector("[data-check]");
const unit = section instanceof HTMLElement ? section.dataset.check : "";
const name = `check/${unit}`;

/**
 * Turn one `<details>` into an answer to choose.
 * @param {HTMLDetailsElement} old
 * @param {string} question
 * @param {boolean} many
 * @returns {Answer & { row: HTMLElement }}
 */
function answer(old, question, many) {
  const row = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const text = document.createElement("span");
  const said = document.createElement("div");
  const feedback = document.createDocumentFragment();
  const summary = old.querySelector("summary");
  input.type = many ? "checkbox" : "radio";
  input.name = `check.${question}`;
  input.value = old.dataset.option ?? "";
  text.append(...(summary?.childNodes ?? []));
  summary?.remove();
  feedback.append(...old.childNodes);
  row.className = "im-answer";
  said.className = "im-answer__said";
  said.setAttribute("role", "status");
  label.append(input, text);
  row.append(label, said);
  return { row, input, said, right: old.hasAttribute("data-right"), feedback };
}

/**
 * Turn one question into a group of answers.
 * @param {HTMLElement} place
 * @returns {{ id: string, answers: Answer[] } | undefined}
 */
function question(place) {
  const heading = place.querySelector("h3");
  const old = [...place.querySelectorAll("details")];
  if (!heading || !old.length) return undefined;
  const id = place.dataset.question ?? "";
  const many = old.filter((one) => one.hasAttribute("data-right")).length > 1;
  const group = document.createElement("div");
  group.setAttribute("role", many ? "group" : "radiogroup");
  group.setAttribute("aria-labelledby", heading.id);
  const answers = old.map((one) => answer(one, id, many));
  if (many) {
    const hint = document.createElement("p");
    hint.className = "im-meta";
    hint.id = `_${id}-many`;
    hint.textContent = words.check_many;
    group.setAttribute("aria-describedby", hint.id);
    heading.after(hint);
  }
  group.append(...answers.map((one) => one.row));
  old[0].before(group);
  old.forEach((one) => one.remove());
  return { id, answers };
}

/**
 * Show the feedback of the answers that are chosen, and of no other.
 * @param {Answer[]} answers
 */
function show(answers) {
  for (const { input, said, right, feedback } of answers) {
    said.parentElement?.classList.toggle("is-right", input.checked && right);
    said.parentElement?.classList.toggle("is-chosen", input.checked);
    if (!input.checked) said.replaceChildren();
    else if (!said.hasChildNodes()) said.append(feedback.cloneNode(true));
  }
}

/** @param {HTMLElement} whole */
function wire(whole) {
  const questions = [.../** @type {NodeListOf<HTMLElement>} */ (whole.querySelectorAll("[data-question]"))].map(question).filter((one) => one !== undefined);
  const result = document.createElement("p");
  const again = document.createElement("button");
  result.setAttribute("role", "status");
  result.className = "im-check__result";
  again.type = "button";
  again.className = "im-button";
  again.textContent = words.check_again;
  whole.append(result, again);

  const sum = () => {
    const tried = questions.filter(({ answers }) => answers.some(({ input }) => input.checked));
    const right = tried.filter(({ answers }) => answers.every((one) => one.input.checked === one.right));
    again.hidden = !tried.length;
    result.textContent = tried.length === questions.length ? words.check_result.replace("%n%", String(right.length)).replace("%all%", String(questions.length)) : "";
  };
  const open = () => {
    const kept = read(name) ?? {};
    for (const { id, answers } of questions) {
      for (const { input } of answers) input.checked = (kept[id] ?? []).includes(input.value);
      show(answers);
    }
    sum();
  };
  for (const { id, answers } of questions) {
    for (const { input } of answers) {
      input.addEventListener("change", () => {
        const chosen = answers.filter((one) => one.input.checked).map((one) => one.input.value);
        write(name, { ...read(name), [id]: chosen });
        show(answers);
        sum();
      });
    }
  }
  again.addEventListener("click", () => {
    forget(name);
    open();
    questions[0].answers[0].input.focus();
  });
  watch((changed) => changed === name && open());
  open();
}

if (section instanceof HTMLElement) wire(section);
