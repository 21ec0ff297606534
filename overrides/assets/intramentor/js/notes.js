/** The page of everything that is kept on the device: read it, save it, forget it. */
import { ask } from "./ask.js";
import { load, save } from "./files.js";
import { day } from "./days.js";
import { every, nameOf, PROGRAMME, readable } from "./sheets.js";
import { forget, names, watch } from "./store.js";
import words from "./words.js";

/** @typedef {import("./files.js").Placed} Placed */

const page = /** @type {HTMLElement} */ (document.getElementById("_notes"));
const list = /** @type {HTMLElement} */ (page.querySelector("[data-sheets]"));
const other = /** @type {HTMLElement} */ (page.querySelector("[data-other]"));
const news = make("p", "im-news", "");
news.setAttribute("role", "status");
page.querySelector(".im-mine__tools")?.after(news);

/** @param {string} tag @param {string} className @param {string} text @param {...(Node | string)} parts */
function make(tag, className, text, ...parts) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(text, ...parts);
  return element;
}

/** @param {string} label @param {string} look @param {() => void} press */
function button(label, look, press) {
  const element = /** @type {HTMLButtonElement} */ (make("button", `im-button ${look}`, label));
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

/** @param {string} scope */
const sessionTitle = (scope) => document.querySelector(`[data-session="${CSS.escape(scope)}"]`)?.textContent ?? "";

/** @param {Placed} placed */
function titleOf({ scope, sheet, record }) {
  const link = document.querySelector(`a[data-sheet="${CSS.escape(sheet)}"]`);
  const session = scope === PROGRAMME ? "" : sessionTitle(scope) || record.session || scope;
  return [link?.textContent ?? record.title, session].filter(Boolean).join(", ");
}

/** @param {Placed} placed */
function card(placed) {
  const { scope, sheet, record } = placed;
  const title = titleOf(placed);
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`a[data-sheet="${CSS.escape(sheet)}"]`));
  const answers = readable(record.answers).map(({ label, lines }) => make("div", "", "", make("dt", "", label), make("dd", "", lines.join("\n"))));
  const tools = make("p", "im-mine__do", "");
  if (link) {
    const open = /** @type {HTMLAnchorElement} */ (make("a", "im-button", words.open_sheet));
    open.href = link.href;
    if (scope !== PROGRAMME) open.search = `?session=${scope}`;
    tools.append(open);
  }
  tools.append(button(words.save_sheet, "", () => save(scope === PROGRAMME ? sheet : `${sheet}-${scope}`, [placed])));
  tools.append(button(words.forget_sheet, "im-button--stop", () => forgetOne(placed)));
  tools.querySelectorAll(".im-button").forEach((one) => one.setAttribute("aria-label", `${one.textContent}: ${title}`));
  const about = make("span", "im-meta", [words.saved_day.replace("%date%", day(record.at)), link ? "" : words.sheet_gone].filter(Boolean).join(" "));
  return make("details", "im-mine__sheet", "", make("summary", "", "", make("b", "", title), " ", about), make("dl", "im-mine__answers", "", ...answers), tools);
}

/** @param {Placed} placed */
async function forgetOne(placed) {
  const buttons = [{ value: "", label: words.cancel }, { value: "yes", label: words.forget_yes, look: "stop" }];
  if (!(await ask(words.forget_title, words.forget_text.replace("%sheet%", titleOf(placed)), buttons))) return;
  forget(nameOf(placed.scope, placed.sheet));
  show();
  news.textContent = words.forgotten;
}

/** Things other than worksheets: what they are called, and how many there are. */
function others() {
  const kinds = /** @type {[string, string][]} */ ([
    ["done/", words.other_done], ["check/", words.other_checks], ["session/", words.other_sessions], ["role", words.other_role], ["scheme", words.other_scheme],
  ]);
  const left = names().filter((name) => !name.startsWith("sheet/"));
  const counted = kinds.map(([start, label]) => ({ label, found: left.filter((name) => name === start || (start.endsWith("/") && name.startsWith(start))) }));
  const rest = left.filter((name) => !counted.some(({ found }) => found.includes(name)));
  return [...counted, { label: words.other_rest, found: rest }].filter(({ found }) => found.length);
}

/** Sheets in the handbook's order, those of the programme before those of a session; what is gone comes last. */
function ordered() {
  const [sheets, sessions] = ["sheet", "session"].map((kind) => [...document.querySelectorAll(`[data-${kind}]`)].map((one) => one.getAttribute(`data-${kind}`)));
  /** @param {(string | null)[] | undefined} all @param {string} id */
  const at = (all, id) => (all?.includes(id) ? all.indexOf(id) : Infinity);
  /** @param {Placed} one */
  const rank = ({ scope, sheet }) => [at(sheets, sheet) === Infinity ? 1 : 0, scope === PROGRAMME ? -1 : at(sessions, scope), at(sheets, sheet)];
  return every().sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const place = left.findIndex((value, index) => value !== right[index]);
    return place < 0 ? 0 : (left[place] ?? 0) < (right[place] ?? 0) ? -1 : 1;
  });
}

function show() {
  const sheets = ordered();
  const opened = new Set([...list.children].flatMap((one) => (one instanceof HTMLDetailsElement && one.open ? [one.dataset.name] : [])));
  list.replaceChildren(
    ...sheets.map((placed) => {
      const one = /** @type {HTMLDetailsElement} */ (card(placed));
      one.dataset.name = nameOf(placed.scope, placed.sheet);
      one.open = opened.has(one.dataset.name);
      return one;
    }),
  );
  const more = others();
  other.replaceChildren(...more.map(({ label, found }) => make("li", "", found.length > 1 ? `${label}: ${found.length}` : label)));
  other.parentElement?.toggleAttribute("hidden", !more.length);
  page.querySelector(".im-mine__none")?.toggleAttribute("hidden", Boolean(sheets.length));
  page.querySelector("[data-do=save]")?.toggleAttribute("hidden", !sheets.length);
  page.querySelector(".im-mine__end")?.toggleAttribute("hidden", !names().length);
}

page.querySelector("[data-do=save]")?.addEventListener("click", () => save(words.file_name, every()));
page.querySelector("[data-do=load]")?.addEventListener("change", async (event) => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  if (!file) return;
  const text = await load(file);
  input.value = "";
  show();
  news.textContent = text;
});
page.querySelector("[data-do=forget]")?.addEventListener("click", async () => {
  const buttons = [{ value: "", label: words.cancel }, { value: "yes", label: words.forget_all_yes, look: "stop" }];
  if (!(await ask(words.forget_all_title, words.forget_all_text.replace("%n%", String(every().length)), buttons))) return;
  names().forEach(forget);
  delete document.documentElement.dataset.scheme;
  delete document.documentElement.dataset.role;
  show();
  news.textContent = words.forgotten_all;
});

watch(show);
addEventListener("pageshow", (event) => event.persisted && show());
show();
