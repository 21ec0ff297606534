/** Which units the reader marked as done: the button below each unit, the marks wherever it is listed. */
import { day as written, today } from "./days.js";
import { forget, names, read, watch, write } from "./store.js";
import words from "./words.js";

const start = "done/";

/** Return the ids of the units that are done. */
export function done() {
  return new Set(names(start).map((name) => name.slice(start.length)));
}

/**
 * Call back at once, and again whenever what is done changes here or in another tab.
 * @param {() => void} changed
 */
export function follow(changed) {
  addEventListener("im-done", changed);
  changed();
}

/** @param {HTMLButtonElement} button */
function wire(button) {
  const name = start + button.dataset.done;
  const said = button.parentElement?.querySelector("[role=status]");
  const mark = button.textContent;
  const show = () => {
    const day = read(name);
    button.classList.toggle("is-done", Boolean(day));
    button.textContent = day ? words.undo_done : mark;
    if (said) said.textContent = day ? words.done_on.replace("%day%", written(day)) : "";
  };
  button.addEventListener("click", () => {
    if (read(name)) forget(name);
    else if (!write(name, today()) && said) {
      said.textContent = words.done_not_kept;
      return;
    }
    dispatchEvent(new Event("im-done"));
  });
  follow(show);
}

watch((name) => {
  if (name.startsWith(start)) dispatchEvent(new Event("im-done"));
});
document.querySelectorAll("[data-done]").forEach((button) => wire(/** @type {HTMLButtonElement} */ (button)));
