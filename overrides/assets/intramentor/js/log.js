/** A session's log: the worksheet that it is, filled in on the session's page and kept as it is typed. */
import { answerOf, arrange, controls, form, put } from "./form.js";
import { changed, keep, kept, nameOf } from "./sheets.js";
import { watch } from "./store.js";

const DELAY = 300; // ms
const { scope = "", sheet = "", title = "" } = form.dataset;
/** @type {Set<string>} */
const unkept = new Set();
/** @type {number | undefined} */
let timer;

function write() {
  clearTimeout(timer);
  if (!unkept.size) return;
  const groups = controls();
  const changes = Object.fromEntries([...unkept].map((key) => [key, answerOf(groups.get(key) ?? [])]));
  const session = document.querySelector("h1")?.textContent ?? "";
  const done = keep(scope, sheet, changed(kept(scope, sheet), changes, { title, session }));
  if (done) unkept.clear();
  form.querySelector(".im-unkept")?.toggleAttribute("hidden", done);
}

function show() {
  const answers = kept(scope, sheet)?.answers ?? {};
  arrange(answers, unkept);
  for (const [key, group] of controls()) if (!unkept.has(key)) put(group, answers[key]);
}

form.addEventListener("input", (event) => {
  unkept.add(/** @type {HTMLInputElement} */ (event.target).name);
  clearTimeout(timer);
  timer = setTimeout(write, DELAY);
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target instanceof HTMLTextAreaElement && "line" in event.target.dataset) event.preventDefault();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("pagehide", write);
document.addEventListener("visibilitychange", write);
watch((name) => {
  if (name === nameOf(scope, sheet)) show();
});
show();
