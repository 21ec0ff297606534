/** A worksheet's form as answers: which control holds which answer, and rows that come and go. */
import words from "./words.js";

/** @typedef {import("./sheets.js").Answer} Answer */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

/** The form of the page. */
export const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-sheet]"));

/** @param {Element} control @returns {control is Control} */
const holds = (control) => control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement;

/** Return the controls by the key of their answer; those of one choice share it. */
export function controls() {
  /** @type {Map<string, Control[]>} */
  const found = new Map();
  for (const control of form.elements) {
    if (holds(control)) found.set(control.name, [...(found.get(control.name) ?? []), control]);
  }
  return found;
}

/** @param {Control} control */
const ticks = (control) => control.type === "radio" || control.type === "checkbox";

/** @param {Control} control */
const wording = (control) => control.closest("label")?.textContent?.trim() ?? "";

/**
 * Return the answer that controls of one key hold, or null if there is none.
 * @param {Control[]} group
 * @returns {Answer | null}
 */
export function answerOf(group) {
  const [first] = group;
  const box = first?.closest("[data-field]");
  const label = box?.querySelector(":scope > label, :scope > legend")?.textContent?.trim() ?? "";
  if (!first) return null;
  if (!ticks(first)) {
    const value = first instanceof HTMLTextAreaElement && "line" in first.dataset ? first.value.replace(/\s*\n\s*/g, " ") : first.value;
    return value.trim() ? { value, label } : null;
  }
  const chosen = group.find((control) => "checked" in control && control.checked);
  if (!chosen) return null;
  if (chosen.type === "checkbox") return { value: true, label, text: wording(chosen) };
  return box?.querySelector(".im-points") ? { value: chosen.value, label } : { value: chosen.value, label, text: wording(chosen) };
}

/**
 * Put an answer into the controls of its key; null empties them.
 * @param {Control[]} group
 * @param {Answer | null | undefined} answer
 */
export function put(group, answer) {
  for (const control of group) {
    if (control instanceof HTMLInputElement && ticks(control)) {
      control.checked = control.type === "checkbox" ? answer?.value === true : answer?.value === control.value;
    } else {
      const value = typeof answer?.value === "string" ? answer.value : "";
      if (control.value !== value) control.value = value;
    }
  }
  const [first] = group;
  if (first?.type === "radio") offerToClear(first);
}

/**
 * Show the button that clears a choice if there is something to clear.
 * @param {Control} control
 */
export function offerToClear(control) {
  const box = control.closest("[data-field]");
  box?.querySelector("[data-unset]")?.toggleAttribute("hidden", !box.querySelector(":checked"));
}

/** @param {Element} field */
const rowsOf = (field) => /** @type {HTMLElement[]} */ ([...field.querySelectorAll(".im-row")]);

/**
 * Add a row to a table and return it.
 * @param {HTMLElement} field
 * @param {string} id
 */
export function addRow(field, id) {
  const model = /** @type {HTMLElement} */ (models.get(field.dataset.field ?? ""));
  const row = /** @type {HTMLElement} */ (model.cloneNode(true));
  const old = model.dataset.row;
  row.dataset.row = id;
  const name = `${form.dataset.sheet}.${field.dataset.field}`;
  for (const control of /** @type {NodeListOf<Control>} */ (row.querySelectorAll("input, textarea"))) {
    const column = control.name.split("/")[2];
    const label = row.querySelector(`label[for="${CSS.escape(`${name}.${old}.${column}`)}"]`);
    control.id = `${name}.${id}.${column}`;
    control.name = `${field.dataset.field}/${id}/${column}`;
    label?.setAttribute("for", control.id);
  }
  row.classList.add("is-shown");
  field.querySelector(".im-rows")?.append(row);
  number(field);
  return row;
}

/** Blank rows to copy, taken before anything is filled in. */
const models = new Map(
  [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-field]"))].flatMap((field) => {
    const row = field.querySelector(".im-row");
    return row ? [/** @type {const} */ ([field.dataset.field ?? "", row.cloneNode(true)])] : [];
  }),
);
const places = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".im-rows"))].map((place) => ({ place, rows: [...place.children] }));

/**
 * Number the rows of a table from 1, in sight and for screen readers.
 * @param {Element} field
 */
export function number(field) {
  rowsOf(field).forEach((row, index) => {
    const place = String(index + 1);
    row.setAttribute("aria-label", words.row.replace("%n%", place));
    const seen = row.querySelector(".im-row__number");
    const heard = row.querySelector("[data-remove] .im-hidden");
    if (seen) seen.textContent = place;
    if (heard) heard.textContent = ` ${words.remove_row.replace("%n%", place)}`;
  });
}

/**
 * Return a table's next blank row that is out of sight: at first three are shown, a dozen would be a long way on a phone.
 * @param {Element} field
 */
export const spare = (field) => field.querySelector(".im-row:nth-of-type(n+4):not(.is-shown)");

/** Show the rows of each table up to the one after the last that is filled in. */
export function reveal() {
  for (const field of form.querySelectorAll(".im-field--rows")) {
    const rows = rowsOf(field);
    const last = rows.findLastIndex((row) => [.../** @type {NodeListOf<Control>} */ (row.querySelectorAll("input, textarea"))].some((control) => control.value));
    rows.slice(0, last + 2).forEach((row) => row.classList.add("is-shown"));
  }
}

/** Return a new row's id; ids of later rows sort after those of earlier ones. */
export const rowId = () => `r${Date.now().toString(36)}`;

/**
 * Bring the tables in line with what is kept: rows added or removed here, in another tab, in a file.
 * @param {Record<string, Answer>} answers
 * @param {Set<string>} unsaved  keys whose rows stay, whatever is kept
 */
export function arrange(answers, unsaved) {
  const shown = new Set([...form.querySelectorAll(".im-row")].map(keyOf));
  const wanted = new Set(Object.keys(answers).filter((key) => key.split("/").length === 3).map((key) => key.split("/").slice(0, 2).join("/")));
  for (const key of [...wanted].filter((one) => !shown.has(one)).sort()) {
    const [field = "", id = ""] = key.split("/");
    const box = /** @type {HTMLElement | null} */ (form.querySelector(`[data-field="${CSS.escape(field)}"]`));
    if (box && models.has(field) && answers[key]?.value !== false) addRow(box, id);
  }
  for (const row of form.querySelectorAll(".im-row")) {
    const key = keyOf(row);
    if (answers[key]?.value === false && ![...unsaved].some((one) => one.startsWith(`${key}/`))) row.remove();
  }
  form.querySelectorAll(".im-field--rows").forEach(number);
}

/** @param {Element} row */
export const keyOf = (row) => `${/** @type {HTMLElement | null} */ (row.closest("[data-field]"))?.dataset.field}/${/** @type {HTMLElement} */ (row).dataset.row}`;

/**
 * Return the row of a table by its id.
 * @param {Element} field
 * @param {string | undefined} id
 */
export const rowOf = (field, id) => rowsOf(field).find((row) => row.dataset.row === id);

/**
 * Tell whether a row came with the page: it comes back at each visit unless its removal is kept.
 * @param {HTMLElement} row
 */
export const isOriginal = (row) => places.some(({ rows }) => rows.includes(row));

/** Empty the form and give its tables the rows that they came with. */
export function reset() {
  for (const { place, rows } of places) {
    place.replaceChildren(...rows);
    rows.forEach((row) => row.classList.remove("is-shown"));
  }
  controls().forEach((group) => put(group, null));
  form.querySelectorAll(".im-field--rows").forEach(number);
}
