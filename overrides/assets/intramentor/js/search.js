/**
 * The search dialog. The index and the code that reads it come on first use; excerpts are cut from the
 * found pages themselves, which makes them ready to open.
 *
 * @typedef {import("./find.js").Index} Index
 * @typedef {import("./find.js").Result} Result
 */
import words from "./words.js";

const SHOWN = 10;
const PLACES = 3;
const LETTERS = 150;
const REST = 150; // milliseconds without a key before the pages are looked for
const APART = "svg, script, style, template, [hidden], [data-search-exclude]";
const INLINE = "a, abbr, b, cite, code, em, i, mark, q, small, span, strong, sub, sup";

const home = new URL("../../../", import.meta.url);
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector(".im-search"));
const opener = /** @type {HTMLButtonElement} */ (document.querySelector(".im-find"));
const field = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
const list = /** @type {HTMLOListElement} */ (dialog.querySelector("ol"));

/** @typedef {typeof import("./find.js") & { index: Index }} Engine */
/** @type {Promise<Engine> | undefined} */
let engine;
/** @type {Map<string, Promise<Map<string, string>>>} */
const read = new Map();
let turn = 0;
let timer = 0;

/** Return the code and the index; a failed attempt may be repeated. */
function load() {
  engine ??= Promise.all([import("./find.js"), get("search.json").then((found) => found.json())]).then(([find, raw]) => ({ ...find, index: find.unpack(raw) }));
  engine.catch(() => (engine = undefined));
  return engine;
}

/** @param {string} path below the language's folder */
async function get(path) {
  const found = await fetch(new URL(path, home));
  if (!found.ok) throw new Error(`${found.status} ${found.url}`);
  return found;
}

/** Show what the field asks for, unless it asks for something else by then. */
async function show() {
  const mine = ++turn;
  const query = field.value.trim();
  const loaded = await load().catch(() => null);
  if (mine !== turn) return;
  if (!loaded) {
    status.textContent = words.search_failed;
    return;
  }
  const { index, find, matcher, tokens, marked, excerpt } = loaded;
  const { results, terms } = find(index, query);
  const test = matcher(terms);
  const mark = (/** @type {string} */ text) => highlight(marked(text, test));
  const best = results.slice(0, SHOWN);
  list.replaceChildren(...best.map((result, at) => entry(result, at, mark)));
  list.scrollTop = 0;
  say(tokens(query).length ? results.length : -1, best.length, query);
  best.forEach(async (result, at) => {
    const item = list.children[at];
    const found = await quote(result, (text) => excerpt(text, test, LETTERS));
    if (found && mine === turn) item.querySelector(".im-found__text")?.replaceChildren(...mark(found));
  });
}

/**
 * Say how many pages were found; -1 stands for nothing asked.
 * @param {number} found
 * @param {number} shown
 * @param {string} query
 */
function say(found, shown, query) {
  const text = found < 0 ? words.search_how : found === 0 ? words.search_none : found > shown ? words.search_best : words.search_found;
  status.textContent = text.replace("%n%", String(found)).replace("%shown%", String(shown)).replace("%query%", () => query);
}

/**
 * @param {Result} result
 * @param {number} at
 * @param {(text: string) => Node[]} mark
 */
function entry({ page, sections }, at, mark) {
  const title = make("a", "im-found__title", ...mark(page.title));
  title.href = new URL(page.url, home).href;
  title.setAttribute("aria-describedby", `im-found-${at}`);
  const who = make("span", "im-found__who", page.who);
  who.dataset.audience = page.audience.join(" ");
  const facts = make("p", "im-found__facts", make("b", "", page.kind), ...(page.who ? [who] : []), ...(page.minutes ? [make("span", "", page.minutes)] : []));
  facts.id = `im-found-${at}`;
  const parts = sections.filter(([anchor]) => anchor !== page.sections[0][0]).slice(0, PLACES);
  const places = make("p", "im-found__places", ...parts.map(([anchor, heading]) => {
    const link = make("a", "", ...mark(heading));
    link.href = new URL(`${page.url}#${anchor}`, home).href;
    return link;
  }));
  return make("li", "im-found", title, facts, make("p", "im-found__text", ...mark(page.summary)), ...(parts.length ? [places] : []));
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name
 * @param {(Node | string)[]} content
 */
function make(tag, name, ...content) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}

/** @param {{ text: string, hit: boolean }[]} pieces */
const highlight = (pieces) => pieces.map(({ text, hit }) => (hit ? make("mark", "", text) : document.createTextNode(text)));

/**
 * Return the place of a page where the words stand; "" where the page cannot be had, or has them in
 * headings alone.
 * @param {Result} result
 * @param {(text: string) => string} cut
 */
async function quote({ page, sections }, cut) {
  const reading = read.get(page.url) ?? get(page.url).then((found) => found.text()).then(passages);
  read.set(page.url, reading);
  const texts = await reading.catch(() => null);
  if (!texts) read.delete(page.url);
  return sections.map(([anchor]) => cut(texts?.get(anchor) ?? "")).find(Boolean) ?? "";
}

/**
 * Return the text of a page by the ids of its headings.
 * @param {string} html
 */
function passages(html) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  // Without style attributes: the policy of this page would speak up about them.
  const part = html.slice(html.indexOf("<article"), html.indexOf("</article>")).replace(/ style="[^"]*"/g, "");
  const article = new DOMParser().parseFromString(part, "text/html").querySelector("article");
  if (!article) return texts;
  let anchor = "";
  /** @param {Node} node */
  const walk = (node) => {
    if (node instanceof Text) texts.set(anchor, (texts.get(anchor) ?? "") + node.data.replace(/[ \t\r\n]+/g, " "));
    if (!(node instanceof Element) || node.matches(APART)) return;
    if (node.id && node.matches("h1, h2, h3")) {
      anchor = node.id;
    } else {
      if (!node.matches(INLINE)) texts.set(anchor, `${texts.get(anchor) ?? ""}\n`);
      node.childNodes.forEach(walk);
    }
  };
  walk(article);
  for (const [name, text] of texts) texts.set(name, text.replace(/ *\n[ \n]*/g, "\n").replace(/ {2,}/g, " ").trim());
  return texts;
}

function open() {
  if (document.querySelector("dialog[open]")) return;
  dialog.showModal();
  field.select();
  show();
}

/** @param {KeyboardEvent} event */
function typed(event) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll(".im-found__title")]);
  const item = document.activeElement?.closest(".im-found");
  const at = item ? [...list.children].indexOf(item) : -1;
  if (event.key === "ArrowDown" && links.length) {
    links[Math.min(at + 1, links.length - 1)].focus();
  } else if (event.key === "ArrowUp" && item) {
    (links[at - 1] ?? field).focus();
  } else if (event.key === "Escape") {
    dialog.close(); // a search field would only empty itself
  } else {
    if (item && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) field.focus();
    return;
  }
  event.preventDefault();
}

opener.addEventListener("click", open);
document.addEventListener("keydown", (event) => {
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
  event.preventDefault();
  open();
});
dialog.addEventListener("keydown", typed);
dialog.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (target === dialog || target.closest("a, .im-search__close")) dialog.close();
});
dialog.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  show().then(() => list.querySelector("a")?.click());
});
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, REST);
});
