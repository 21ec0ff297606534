/** Who the reader said they are. */
import { read, watch, write } from "./store.js";

const root = document.documentElement;

/** Return the chosen role, or null. @returns {string | null} */
export function role() {
  return read("role");
}

/**
 * Remember a role and show it.
 * @param {string} name
 */
export function choose(name) {
  write("role", name);
  root.dataset.role = name;
}

watch((name) => {
  const now = role();
  if (name === "role" && now) root.dataset.role = now;
});
