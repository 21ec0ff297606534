/** What a worksheet says about itself: kept, not kept, news of what the reader did. */
import { form } from "./form.js";
import { day } from "./days.js";
import { locale } from "./store.js";
import words from "./words.js";

const state = /** @type {HTMLElement} */ (document.querySelector("[data-state]"));
const where = /** @type {HTMLElement} */ (document.querySelector("[data-where]"));
const news = made("p", "im-news im-screen");
const failure = made("div", "im-failure im-screen");

/**
 * Make an element of a class.
 * @param {string} tag @param {string} className
 */
export function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/**
 * Make a button.
 * @param {string} label @param {() => void} press
 */
export function button(label, press) {
  const element = /** @type {HTMLButtonElement} */ (made("button", "im-button"));
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", press);
  return element;
}

/**
 * Say what is kept, and since when; or, where the reader can't miss it, that the store refused it.
 * @param {boolean} done
 * @param {string} at
 * @param {boolean} some  whether any answer is kept
 */
export function say(done, at, some) {
  const time = new Date(at);
  const today = time.toDateString() === new Date().toDateString();
  const clock = time.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  const since = today ? words.saved_at.replace("%time%", clock) : words.saved_on.replace("%date%", day(at));
  const text = done ? (some ? since : words.saved_none) : words.unsaved_short;
  if (state.textContent !== text) state.textContent = text;
  where.hidden = !done;
  if (done) failure.remove();
  else if (!failure.isConnected) form.append(failure);
}

/**
 * Say which file the reader can save while the store refuses.
 * @param {() => void} save
 */
export function offerFile(save) {
  failure.append(words.unsaved, " ", button(words.unsaved_export, save));
}

/**
 * Say something once, where the reader acted.
 * @param {string} text
 */
export function tell(text) {
  news.textContent = "";
  requestAnimationFrame(() => (news.textContent = text));
}

failure.setAttribute("role", "alert");
news.setAttribute("role", "status");
document.querySelector(".im-tools__list")?.append(news);
