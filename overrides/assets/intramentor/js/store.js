/**
 * Everything that the handbook keeps on the device; the only door to the browser's storage.
 *
 * One key for each thing, below the edition's name, so that editions on one host stay apart and both
 * languages of one edition share what was written:
 *   scheme, role              "dark"; "mentor"
 *   done/<unit>               the day it was marked as done
 *   sheet/<scope>/<sheet>     a worksheet's answers; the scope is "programme" or a session's id
 *   check/<unit>              the answers to a unit's self-check
 *   session/<unit>            how far a session has come
 *   prep/<unit>               what is prepared for a session
 */

const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="intramentor:edition"]'));
/** The edition's name. */
export const edition = meta?.content ?? "";
/** Day before month, 24 hours: as the pages write dates. */
export const locale = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const prefix = `intramentor/${edition}/`;

/**
 * Return what is kept under a name, or null: nothing kept, or nothing that can be read.
 * @param {string} name
 * @returns {any}
 */
export function read(name) {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keep a value; tell whether it was kept. A full or forbidden store keeps what it had.
 * @param {string} name
 * @param {unknown} value
 */
export function write(name, value) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * Forget one thing.
 * @param {string} name
 */
export function forget(name) {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // A browser that forbids storage has nothing to forget.
  }
}

/**
 * Return the names of what is kept that begin so, sorted.
 * @param {string} [start]
 */
export function names(start = "") {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length))
      .sort();
  } catch {
    return [];
  }
}

/**
 * Call back when another tab changes what is kept under a name (null: anything).
 * @param {(name: string) => void} changed
 */
export function watch(changed) {
  addEventListener("storage", (event) => {
    if (event.key === null) names().forEach(changed);
    else if (event.key.startsWith(prefix)) changed(event.key.slice(prefix.length));
  });
}
