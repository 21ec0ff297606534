/** Days: as they are kept, 2026-11-24, and as the pages write them. */
import { locale } from "./store.js";

/**
 * Return a day as the pages write it.
 * @param {string} iso
 */
export function day(iso) {
  const date = new Date(`${iso.slice(0, 10)}T12:00`);
  return Number.isNaN(date.valueOf()) ? iso : date.toLocaleDateString(locale, { dateStyle: "long" });
}

/** Return today, where the reader is. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
