/**
 * A worksheet that is kept on the device as it is filled in.
 *
 * An answer is written at most a third of a second after it was typed, and at once when the page is left; only the
 * answers that changed here are written. What the store refuses stays on the screen, and the form says so.
 * `form[data-unsaved]` tells other scripts that reloading would lose something.
 */
import { refresh } from "./answers.js";
import { ask } from "./ask.js";
import { load, save as saveFile } from "./files.js";
import { addRow, answerOf, arrange, controls, form, isOriginal, keyOf, number, offerToClear, put, reset, reveal, rowId, rowOf, spare } from "./form.js";
import { fillForPrint } from "./paper.js";
import { changed, keep, kept, nameOf, PROGRAMME, readable } from "./sheets.js";
import { button, made, offerFile, say, tell } from "./status.js";
import { forget, watch } from "./store.js";
import words from "./words.js";

/** @typedef {import("./sheets.js").Answer} Answer */

const DELAY = 300; // ms
const sheet = form.dataset.sheet ?? "";
const title = document.querySelector("h1")?.textContent?.trim() ?? sheet;
const chooser = /** @type {HTMLSelectElement | null} */ (document.getElementById("_session"));

/** Which copy is open; nothing while the reader hasn't chosen a session. */
let scope = chooser ? "" : PROGRAMME;
/** @type {Set<string>} */
const unsaved = new Set();
let timer = 0;

/** @param {string} key */
function touched(key) {
  unsaved.add(key);
  form.dataset.unsaved = "";
  timer ||= window.setTimeout(write, DELAY);
}

/** Return what changed here since it was last kept. */
function changes() {
  const groups = controls();
  /** @type {Record<string, Answer | null>} */
  const found = {};
  for (const key of unsaved) found[key] = removed.get(key) ?? (groups.has(key) ? answerOf(groups.get(key) ?? []) : null);
  return found;
}

/** Return the sheet as it is on the screen. */
function onScreen() {
  const option = scope === PROGRAMME ? undefined : [...(chooser?.options ?? [])].find((one) => one.value === scope);
  const session = option?.textContent?.replace(/^\d+\. /, "");
  return changed(kept(scope, sheet), changes(), session ? { title, session } : { title });
}

/** Keep what changed; tell whether the store took it. */
function write() {
  clearTimeout(timer);
  timer = 0;
  if (!unsaved.size || !scope) return true;
  const record = onScreen();
  const done = keep(scope, sheet, record);
  if (done) {
    unsaved.clear();
    removed.clear();
    delete form.dataset.unsaved;
  }
  say(done, record.at, Object.keys(record.answers).length > 0);
  return done;
}

function exportFile() {
  saveFile(scope === PROGRAMME ? sheet : `${sheet}-${scope}`, [{ scope, sheet, record: onScreen() }]);
}

/** Show what is kept, but for what changed here and isn't kept yet. */
function show() {
  const record = kept(scope, sheet);
  const answers = record?.answers ?? {};
  arrange(answers, unsaved);
  const groups = controls();
  for (const [key, group] of groups) if (!unsaved.has(key)) put(group, answers[key]);
  reveal();
  showGone(answers, groups);
  if (!unsaved.size) say(true, record?.at ?? new Date().toISOString(), Boolean(record));
}

/**
 * List the answers for which the sheet has no place any more.
 * @param {Record<string, Answer>} answers
 * @param {ReturnType<typeof controls>} groups
 */
function showGone(answers, groups) {
  const lost = Object.entries(answers).filter(
    ([key, answer]) => answer.value !== false && !unsaved.has(key) && answerOf(groups.get(key) ?? [])?.value !== answer.value,
  );
  const part = /** @type {HTMLElement} */ (document.getElementById("_gone"));
  part.hidden = !lost.length;
  part.querySelector("dl")?.replaceChildren(
    ...readable(Object.fromEntries(lost)).map(({ label, lines }) => {
      const item = document.createElement("div");
      const [term, answer] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = label;
      answer.textContent = lines.join("\n");
      item.append(term, answer);
      return item;
    }),
  );
}

/** Rows taken away: what to write for their keys. @type {Map<string, Answer | null>} */
const removed = new Map();

/**
 * Take a row away, and offer to bring it back.
 * @param {HTMLElement} row
 */
function removeRow(row) {
  const field = /** @type {HTMLElement} */ (row.closest("[data-field]"));
  const key = keyOf(row);
  const keys = [...controls().keys()].filter((one) => one.startsWith(`${key}/`));
  const undo = made("p", "im-row__undo im-screen");
  undo.append(words.row_removed, " ");
  const back = button(words.undo, () => {
    if (rowOf(field, row.dataset.row)) return undo.remove(); // another tab wrote into it and so brought it back
    undo.replaceWith(row);
    removed.delete(key);
    [key, ...keys].forEach(touched);
    number(field);
    row.querySelector("textarea")?.focus();
  });
  undo.append(back);
  form.querySelector(".im-row__undo")?.remove();
  row.replaceWith(undo);
  if (isOriginal(row)) removed.set(key, { value: false, label: field.querySelector("legend")?.textContent ?? "" });
  [key, ...keys].forEach(touched);
  number(field);
  back.focus();
}

/**
 * Open a copy of the sheet; none until a session is chosen.
 * @param {string} next
 */
function open(next) {
  scope = next;
  form.hidden = !scope;
  form.dataset.session = scope;
  // without a copy there is nothing to keep, but blank sheets can be printed
  for (const tool of document.querySelectorAll(".im-tool")) tool.toggleAttribute("hidden", !scope && !tool.matches("[data-do=blank]"));
  removed.clear();
  form.querySelector(".im-row__undo")?.remove();
  reset();
  if (scope) show();
  refresh();
  const printed = document.querySelector(".im-which__printed");
  if (!chooser || !printed) return;
  printed.textContent = scope && (chooser.selectedOptions[0]?.textContent ?? "");
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"))) {
    link.search = scope && `?session=${scope}`; // the same copy in the other language
  }
}

/** Open the sheet; what was typed before this script ran joins what is kept. */
function start() {
  const early = [...controls()].flatMap(([key, group]) => (answerOf(group) ? [{ key, answer: /** @type {Answer} */ (answerOf(group)) }] : []));
  open(chooser ? chooser.value : PROGRAMME);
  const groups = controls();
  for (const { key, answer } of scope ? early : []) {
    const group = groups.get(key) ?? [];
    const old = answerOf(group);
    const both = old && answer.text === undefined && old.value !== answer.value ? `${old.value} ${answer.value}` : answer.value;
    put(group, { ...answer, value: group[0]?.tagName === "TEXTAREA" ? both : answer.value });
    touched(key);
  }
  reveal();
}

async function forgetSheet() {
  const buttons = [{ value: "", label: words.cancel }, { value: "yes", label: words.forget_yes, look: "stop" }];
  if (!(await ask(words.forget_title, words.forget_text.replace("%sheet%", title), buttons))) return;
  clearTimeout(timer);
  timer = 0;
  unsaved.clear();
  delete form.dataset.unsaved;
  forget(nameOf(scope, sheet));
  open(scope);
  tell(words.forgotten);
}

/** @type {Record<string, () => void>} */
const deeds = {
  print: () => fillForPrint(false, true),
  blank: () => fillForPrint(true, true),
  save: exportFile,
  forget: forgetSheet,
};

offerFile(exportFile);
form.addEventListener("input", (event) => {
  const control = /** @type {HTMLInputElement} */ (event.target);
  touched(control.name);
  if (control.type === "radio") offerToClear(control);
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target instanceof HTMLTextAreaElement && "line" in event.target.dataset) event.preventDefault();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => {
  const pressed = /** @type {Element} */ (event.target).closest("button");
  const field = /** @type {HTMLElement | null} */ (pressed?.closest("[data-field]"));
  if (!pressed || !field) return;
  if ("add" in pressed.dataset) {
    const row = spare(field) ?? addRow(field, rowId());
    row.classList.add("is-shown");
    /** @type {HTMLElement | null} */ (row.querySelector("input, textarea"))?.focus();
  }
  if ("remove" in pressed.dataset) removeRow(/** @type {HTMLElement} */ (pressed.closest(".im-row")));
  if ("unset" in pressed.dataset) {
    const group = controls().get(field.dataset.field ?? "") ?? [];
    put(group, null);
    touched(field.dataset.field ?? "");
    group[0]?.focus();
  }
});
document.querySelectorAll(".im-tools button[data-do]").forEach((tool) => {
  tool.addEventListener("click", () => deeds[/** @type {HTMLElement} */ (tool).dataset.do ?? ""]?.());
});
document.querySelector("input[data-do=load]")?.addEventListener("change", async (event) => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  if (!file || !write()) return;
  const text = await load(file);
  input.value = "";
  show();
  tell(text);
});
chooser?.addEventListener("change", () => {
  if (!write()) {
    chooser.value = scope;
    return;
  }
  const address = new URL(location.href);
  if (chooser.value) address.searchParams.set("session", chooser.value);
  else address.searchParams.delete("session");
  history.replaceState(null, "", address);
  open(chooser.value);
});
watch((name) => {
  if (unsaved.size) write();
  if (scope && name === nameOf(scope, sheet)) show();
});
addEventListener("pagehide", write);
addEventListener("pageshow", (event) => event.persisted && scope && show());
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && write());
addEventListener("beforeunload", (event) => {
  if (!write()) event.preventDefault();
});

if (chooser) {
  const asked = new URLSearchParams(location.search).get("session") ?? "";
  chooser.value = [...chooser.options].some((option) => option.value === asked) ? asked : "";
}
start();
