/** A worksheet on paper: with what was written, in full, or with lines to write on. */
import { form } from "./form.js";
import { day } from "./days.js";

/**
 * Write each answer out beside its field, since a field on paper would cut it; then print if asked to.
 * @param {boolean} blank  leave the lines empty
 * @param {boolean} now  whether to open the browser's print dialog
 */
export function fillForPrint(blank, now = false) {
  document.documentElement.dataset.print = blank ? "blank" : "filled";
  for (const control of /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (form.querySelectorAll("textarea, input[type=date]"))) {
    let written = control.nextElementSibling;
    if (!written) {
      written = document.createElement("p");
      written.className = "im-written";
      written.setAttribute("aria-hidden", "true");
      control.after(written);
    }
    written.textContent = blank ? "" : shown(control);
  }
  if (now) print();
}

/** @param {HTMLInputElement | HTMLTextAreaElement} control */
function shown(control) {
  if (control.type !== "date" || !control.value) return control.value;
  return day(control.value);
}

addEventListener("beforeprint", () => {
  if (document.documentElement.dataset.print !== "blank") fillForPrint(false);
});
addEventListener("afterprint", () => delete document.documentElement.dataset.print);
