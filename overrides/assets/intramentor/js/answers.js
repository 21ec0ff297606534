/** Answers from worksheets, shown where they are needed: on a session, a step, another sheet. */
import { kept, PROGRAMME, reading } from "./sheets.js";
import { watch } from "./store.js";

const cards = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".im-kept"));

/** Which session the page is about: a session's own page, or the sheet that is filled in for one. */
function here() {
  const form = /** @type {HTMLElement | null} */ (document.querySelector("form[data-sheet]"));
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-unit]"));
  return form?.dataset.session ?? page?.dataset.unit ?? "";
}

/**
 * Return the scopes in which to look, the best first.
 * @param {string} copy  "programme", "this", "previous" or "first"
 * @param {string[]} order  the sessions in their order
 */
function scopes(copy, order) {
  if (copy === PROGRAMME) return [PROGRAMME];
  if (copy === "this") return [here()];
  const before = order.slice(0, Math.max(order.indexOf(here()), 0));
  return copy === "first" ? before : before.reverse();
}

/**
 * Return what was answered to a field, line by line, in the words of the page; nothing if it was not.
 * @param {string} scope @param {string} sheet @param {string} field
 * @param {Element} item
 */
function found(scope, sheet, field, item) {
  const options = new Map([...item.querySelectorAll("[data-option]")].map((option) => [option.getAttribute("data-option"), option.textContent ?? ""]));
  /** @type {Map<string, string[]>} */
  const rows = new Map();
  for (const [key, answer] of Object.entries(kept(scope, sheet)?.answers ?? {})) {
    const [name, row = "", cell] = key.split("/");
    if (name !== field || answer.value === false) continue;
    const text = options.get(answer.value === true ? row : String(answer.value)) ?? reading(answer);
    rows.set(cell ? row : key, [...(rows.get(cell ? row : key) ?? []), text]);
  }
  return [...rows.values()].map((cells) => cells.join(" · "));
}

/**
 * Show one sheet's answers, all of them from one copy.
 * @param {Element} part
 * @param {[string, string][]} sessions
 */
function show(part, sessions) {
  const items = [...part.querySelectorAll("[data-answer]")];
  const link = part.querySelector("a");
  let some = "";
  for (const item of items) {
    const [copy = "", sheet = "", field = ""] = (item.getAttribute("data-answer") ?? "").split("/");
    const candidates = some ? [some] : scopes(copy, sessions.map(([id]) => id));
    const scope = candidates.find((one) => found(one, sheet, field, item).length);
    const lines = scope ? found(scope, sheet, field, item) : [];
    const place = /** @type {HTMLElement} */ (item.querySelector("dd"));
    place.textContent = lines.join("\n");
    item.toggleAttribute("hidden", !lines.length);
    some ||= scope ?? "";
    const linked = scope ?? (copy === "this" ? here() : "");
    if (link && linked && linked !== PROGRAMME) link.search = `?session=${linked}`;
  }
  const when = part.querySelector(".im-kept__when");
  const title = new Map(sessions).get(some);
  if (when) when.textContent = title && some !== here() ? `, ${title}` : "";
  part.querySelector(".im-kept__none")?.toggleAttribute("hidden", Boolean(some));
  part.classList.toggle("im-kept__sheet--none", !some);
}

/** Show every answer of the page as it is kept now. */
export function refresh() {
  for (const card of cards) {
    const sessions = JSON.parse(card.dataset.order ?? "[]");
    card.querySelectorAll(".im-kept__sheet").forEach((part) => show(part, sessions));
  }
}

refresh();
watch((name) => name.startsWith("sheet/") && refresh());
addEventListener("pageshow", (event) => event.persisted && refresh());
