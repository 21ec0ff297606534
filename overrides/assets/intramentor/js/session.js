/** A session's page: both sides of the table, what is prepared, and the way into session mode. */
import "./log.js";
import "./sides.js";
import { kept, open } from "./mode.js";
import { read, watch, write } from "./store.js";
import words from "./words.js";

const unit = /** @type {HTMLElement} */ (document.querySelector("[data-unit]")).dataset.unit;
const start = /** @type {HTMLButtonElement} */ (document.querySelector("#im-start"));
const label = /** @type {HTMLElement} */ (start.firstElementChild);
const ticks = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-prep]"))];
const startWord = label.textContent;

function showTicks() {
  const done = read(`prep/${unit}`) ?? [];
  for (const tick of ticks) tick.checked = done.includes(tick.dataset.prep);
}

function showStart() {
  label.textContent = kept() ? words.goOn : startWord;
}

for (const tick of ticks) {
  tick.addEventListener("change", () => {
    write(`prep/${unit}`, ticks.filter((one) => one.checked).map((one) => one.dataset.prep));
  });
}
start.addEventListener("click", open);
document.querySelector("#im-mode")?.addEventListener("close", showStart);
watch((name) => {
  if (name === `prep/${unit}`) showTicks();
  if (name === `session/${unit}`) showStart();
});
showTicks();
showStart();
