/** Kept worksheets as a file, and back: a file is refused in words, and taken over whole or not at all. */
import { ask } from "./ask.js";
import { ID, changed, keep, kept, nameOf, sound } from "./sheets.js";
import { edition, forget, write } from "./store.js";
import words from "./words.js";

/** @typedef {import("./sheets.js").Sheet} Sheet */
/** @typedef {{ scope: string, sheet: string, record: Sheet }} Placed */

const VERSION = 1;
const LIMIT = 10_000_000; 
/**
 * Offer sheets as a file to save.
 * @param {string} name
 * @param {Placed[]} sheets
 */
export function save(name, sheets) {
  const now = new Date().toISOString();
  const content = { intramentor: VERSION, edition, saved: now, sheets: sheets.map(({ scope, sheet, record }) => ({ scope, sheet, ...record })) };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }));
  link.download = `${name}-${now.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Return the sheets in a file's text, or the words that say why it is refused.
 * @param {string} text
 * @returns {Placed[] | string}
 */
function parsed(text) {
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return words.file_broken;
  }
  if (typeof found?.intramentor !== "number" || !Array.isArray(found.sheets)) return words.file_foreign;
  if (found.intramentor > VERSION) return words.file_newer;
  if (found.edition !== edition) return words.file_other.replace("%edition%", String(found.edition));
  /** @type {Placed[]} */
  const sheets = [];
  for (const one of found.sheets) {
    const record = sound(one);
    if (!record || typeof one.scope !== "string" || typeof one.sheet !== "string" || !ID.test(one.scope) || !ID.test(one.sheet) || Object.keys(record.answers).length !== Object.keys(one.answers).length) return words.file_broken;
    sheets.push({ scope: one.scope, sheet: one.sheet, record });
  }
  return sheets.length ? sheets : words.file_empty;
}

/**
 * Take over a file's answers; ask before one replaces another. Return what happened, in words.
 * @param {File} file
 * @returns {Promise<string>}
 */
export async function load(file) {
  if (file.size > LIMIT) return words.file_foreign;
  const sheets = parsed(await file.text());
  if (typeof sheets === "string") return sheets;
  const differing = sheets.reduce((sum, one) => sum + clashes(one).length, 0);
  let choice = "file";
  if (differing) {
    const buttons = [{ value: "cancel", label: words.cancel }, { value: "mine", label: words.load_mine }, { value: "file", label: words.load_theirs, look: "main" }];
    choice = (await ask(words.load_title, words.load_clash.replace("%n%", String(differing)), buttons)) ?? "cancel";
  }
  if (choice === "cancel") return words.load_cancelled;
  return taken(sheets, choice === "mine") ? words.load_done.replace("%sheets%", sheets.map(({ record }) => record.title).join(", ")) : words.load_full;
}

/**
 * Return the keys that are answered otherwise here.
 * @param {Placed} placed
 */
function clashes({ scope, sheet, record }) {
  const own = kept(scope, sheet)?.answers ?? {};
  return Object.keys(record.answers).filter((key) => key in own && own[key]?.value !== record.answers[key]?.value);
}

/**
 * Keep all of the sheets, or leave everything as it was.
 * @param {Placed[]} sheets
 * @param {boolean} own  whether this device's answers win
 */
function taken(sheets, own) {
  const before = sheets.map(({ scope, sheet }) => ({ name: nameOf(scope, sheet), record: kept(scope, sheet) }));
  const done = sheets.every(({ scope, sheet, record }) => {
    const old = kept(scope, sheet);
    const { title, session } = record;
    return keep(scope, sheet, changed(old, own ? { ...record.answers, ...old?.answers } : record.answers, session ? { title, session } : { title }));
  });
  if (!done) before.forEach(({ name, record }) => (record ? write(name, record) : forget(name)));
  return done;
}
