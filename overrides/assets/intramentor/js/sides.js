/** Two sides of one table: the reader's own comes first, the other's is folded; without a role both lie open. */
import { follow, role } from "./role.js";

const SIDES = ["mentor", "mentee"];

/** Lay out every pair of sides on the page for the reader's role. */
export function arrange() {
  const own = SIDES.includes(role()) ? role() : "";
  for (const pair of document.querySelectorAll("[data-sides]")) {
    const sides = [.../** @type {NodeListOf<HTMLElement>} */ (pair.querySelectorAll("[data-for]"))];
    const order = [...sides].sort((a, b) => place(a, own) - place(b, own));
    pair.replaceChildren(...order.map((side) => (own && side.dataset.for !== own ? folded(side) : side)));
  }
}

/**
 * @param {HTMLElement} side
 * @param {string} own
 */
function place(side, own) {
  return side.dataset.for === own ? -1 : SIDES.indexOf(side.dataset.for ?? "");
}

/** @param {HTMLElement} side */
function folded(side) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const mark = side.querySelector(".im-mark");
  details.className = "im-folded";
  summary.append(mark ? mark.cloneNode(true) : "", ` ${side.dataset.folded}`);
  details.append(summary, side);
  return details;
}

arrange();
follow(arrange);
