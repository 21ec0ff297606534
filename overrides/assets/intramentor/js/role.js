/** Who the reader is here. Kept on the device, the same on every page, in both languages and in every open tab. */
import { forget, read, watch, write } from "./store.js";

const root = document.documentElement;
const PAIR = ["mentor", "mentee"];

/** @type {Set<(role: string) => void>} */
const followers = new Set();

/** Return the reader's role ("mentor", "mentee", "organiser", "facilitator", "sponsor"), or "" if none was chosen. */
export function role() {
  return root.dataset.role ?? "";
}

/**
 * Keep the reader's role; "" forgets it.
 * @param {string} chosen
 */
export function choose(chosen) {
  if (chosen) write("role", chosen);
  else forget("role");
  show(chosen);
}

/**
 * Call back when the role changes, here or in another tab.
 * @param {(role: string) => void} changed
 */
export function follow(changed) {
  followers.add(changed);
}

/** @param {string} chosen */
function show(chosen) {
  if (chosen) root.dataset.role = chosen;
  else delete root.dataset.role;
  setSwitches();
  followers.forEach((changed) => changed(chosen));
}

/**
 * Look at one side, "" at both. Of a pair, the reader says so who they are; an organiser who looks stays an organiser.
 * @param {string} side
 */
function look(side) {
  const kept = read("role");
  if (!kept || PAIR.includes(kept)) choose(side);
  else show(side || kept);
}

/** A reader with another role than the switch offers sees both sides. */
function setSwitches() {
  for (const one of document.querySelectorAll(".im-switch")) {
    const inputs = [.../** @type {NodeListOf<HTMLInputElement>} */ (one.querySelectorAll("input"))];
    const own = inputs.find((input) => input.value === role()) ?? inputs.find((input) => !input.value);
    if (own) own.checked = true;
  }
}

for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".im-switch input"))) {
  input.addEventListener("change", () => look(input.value));
}
setSwitches();
watch((name) => {
  if (name === "role") show(read("role") ?? "");
});
