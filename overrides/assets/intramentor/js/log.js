/**
 * A session's log, kept as the worksheet that it is: one record for each session, an answer under its field's id,
 * with the wording that was answered. Only what was changed here is written, into what is kept at that moment.
 */
import { forget, read, watch, write } from "./store.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */
/** @typedef {{value: string | boolean, label: string, text?: string}} Answer */

const DELAY = 300;
const form = /** @type {HTMLFormElement} */ (document.querySelector("#im-log form"));
const name = `sheet/${form.dataset.scope}/${form.dataset.sheet}`;
const controls = /** @type {Control[]} */ ([...form.elements].filter((one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement));
/** @type {Set<string>} */
const unkept = new Set();
/** @type {number | undefined} */
let timer;

/**
 * Return the answer under a key, or null where nothing is written or chosen.
 * @param {string} key
 * @returns {Answer | null}
 */
function answer(key) {
  const group = controls.filter((one) => one.name === key);
  const ticks = /** @type {HTMLInputElement[]} */ (group.filter((one) => one.type === "radio" || one.type === "checkbox"));
  const label = group[0].closest("[data-field]")?.querySelector(":scope > label, :scope > legend")?.textContent ?? "";
  if (!ticks.length) return group[0].value.trim() ? { value: group[0].value, label } : null;
  const chosen = ticks.find((one) => one.checked);
  if (!chosen) return null;
  const value = chosen.type === "checkbox" ? true : chosen.value;
  return { value, label, ...(chosen.closest(".im-tick") ? { text: chosen.closest("label")?.textContent?.trim() } : {}) };
}

function keep() {
  clearTimeout(timer);
  if (!unkept.size) return;
  const kept = read(name);
  const answers = { ...kept?.answers };
  for (const key of unkept) {
    const given = answer(key);
    if (given) answers[key] = given;
    else delete answers[key];
  }
  const session = document.querySelector("h1")?.textContent ?? "";
  const record = { title: form.dataset.title, session, at: new Date().toISOString(), answers };
  if (!Object.keys(answers).length) forget(name);
  const done = !Object.keys(answers).length || write(name, record);
  if (done) unkept.clear();
  form.querySelector(".im-unkept")?.toggleAttribute("hidden", done);
}

function show() {
  const answers = read(name)?.answers ?? {};
  for (const one of controls) {
    if (unkept.has(one.name)) continue;
    const given = answers[one.name]?.value;
    if (one instanceof HTMLInputElement && one.type === "radio") one.checked = given === one.value;
    else if (one instanceof HTMLInputElement && one.type === "checkbox") one.checked = given === true;
    else if (one.value !== (given ?? "")) one.value = given ?? "";
  }
}

form.addEventListener("input", (event) => {
  unkept.add(/** @type {Control} */ (event.target).name);
  clearTimeout(timer);
  timer = setTimeout(keep, DELAY);
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("pagehide", keep);
document.addEventListener("visibilitychange", keep);
watch((changed) => {
  if (changed === name) show();
});
show();
