/**
 * Worksheets as they are kept: one record for each sheet and scope. An answer stands under its field's id
 * (`goal`), a cell under field, row and column (`progress/1/day`), a ticked item under field and option
 * (`promises/on-time`), a removed row under field and row (`progress/2`). The wording that was answered is kept
 * beside it, so that an answer outlives its question. Only the answers that changed are written, into what the
 * store holds at that moment: two tabs don't undo each other.
 */
import { day } from "./days.js";
import { forget, names, read, write } from "./store.js";

/** @typedef {{ value: string | boolean, label: string, text?: string }} Answer  `text`: an option's wording */
/** @typedef {{ title: string, session?: string, at: string, answers: Record<string, Answer> }} Sheet */

/** The scope of a sheet that is kept once for the whole programme. */
export const PROGRAMME = "programme";
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY = /^[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/;

/**
 * Return the name under which the store keeps a sheet.
 * @param {string} scope @param {string} sheet
 */
export const nameOf = (scope, sheet) => `sheet/${scope}/${sheet}`;

/**
 * Return the scope and sheet that a name in the store stands for, or null.
 * @param {string} name
 */
function placeOf(name) {
  const [start, scope, sheet, ...more] = name.split("/");
  return start === "sheet" && !more.length && ID.test(scope ?? "") && ID.test(sheet ?? "") ? { scope, sheet } : null;
}

/**
 * Return a record with what is sound in it, or null if it is none: what a store or a file holds is not trusted.
 * @param {any} found
 * @returns {Sheet | null}
 */
export function sound(found) {
  if (typeof found?.title !== "string" || typeof found.answers !== "object" || !found.answers) return null;
  /** @type {Record<string, Answer>} */
  const answers = {};
  for (const [key, answer] of Object.entries(found.answers)) {
    const { value, label, text } = /** @type {any} */ (answer ?? {});
    if (!KEY.test(key) || !["string", "boolean"].includes(typeof value) || typeof label !== "string") continue;
    answers[key] = typeof text === "string" ? { value, label, text } : { value, label };
  }
  const at = Number.isNaN(Date.parse(found.at)) ? new Date(0).toISOString() : found.at;
  return { title: found.title, ...(typeof found.session === "string" && { session: found.session }), at, answers };
}

/**
 * Return a kept sheet, or null.
 * @param {string} scope @param {string} sheet
 */
export const kept = (scope, sheet) => sound(read(nameOf(scope, sheet)));

/** Return every kept sheet with its place. */
export function every() {
  return names("sheet/").flatMap((name) => {
    const place = placeOf(name);
    const record = place && kept(place.scope, place.sheet);
    return record ? [{ ...place, record }] : [];
  });
}

/**
 * Return a record with some answers changed; null takes one away.
 * @param {Sheet | null} old
 * @param {Record<string, Answer | null>} changes
 * @param {{ title: string, session?: string }} titles
 * @returns {Sheet}
 */
export function changed(old, changes, titles) {
  const answers = { ...old?.answers };
  for (const [key, answer] of Object.entries(changes)) {
    if (answer) answers[key] = answer;
    else delete answers[key];
  }
  return { ...titles, at: new Date().toISOString(), answers };
}

/**
 * Keep a record, or forget it if nothing is left in it; tell whether the store took it.
 * @param {string} scope @param {string} sheet @param {Sheet} record
 */
export function keep(scope, sheet, record) {
  if (Object.keys(record.answers).length) return write(nameOf(scope, sheet), record);
  forget(nameOf(scope, sheet));
  return true;
}

/**
 * Return how an answer reads: a date in the reader's form, an option in its wording.
 * @param {Answer} answer
 */
export function reading({ value, text }) {
  if (text !== undefined) return text;
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : String(value);
}

/**
 * Return the answers as they are read, in order: each question once, the cells of a row in one line.
 * @param {Record<string, Answer>} answers
 * @returns {{ label: string, lines: string[] }[]}
 */
export function readable(answers) {
  /** @type {Map<string, { label: string, rows: Map<string, string[]> }>} */
  const fields = new Map();
  for (const [key, answer] of Object.entries(answers)) {
    if (answer.value === false) continue;
    const [field = "", row = ""] = key.split("/");
    const one = fields.get(field) ?? { label: answer.label, rows: new Map() };
    one.rows.set(row, [...(one.rows.get(row) ?? []), reading(answer)]);
    fields.set(field, one);
  }
  return [...fields.values()].map(({ label, rows }) => ({ label, lines: [...rows.values()].map((cells) => cells.join(" · ")) }));
}
