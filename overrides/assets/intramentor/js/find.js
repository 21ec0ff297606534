/**
 * Finding pages: what the words of a query mean, and which pages are most about them. No document and
 * no network here: the tests run the same code in Node.
 *
 * @typedef {{ url: string, title: string, kind: string, audience: string[], who: string, minutes: string,
 *   summary: string, length: number, sections: [string, string][] }} Page sections: anchors and headings
 * @typedef {[number[], ...(string | number)[]]} Row
 * @typedef {{ pages: Page[], endings: string[], lemmas: Row[], light: number[] }} Raw the file `search.json`
 * @typedef {{ stem: string, endings: string, bare: string, bareEndings: string }} Strand forms with one stem
 * @typedef {{ sections: Map<number, number>, pages: Map<number, number>, rarity: number, strands: Strand[] }} Lemma a dictionary word
 * @typedef {{ pages: Page[], starts: number[], mean: number, lemmas: Lemma[], once: Set<string> }} Index once: headings
 *   that stand on one page only
 * @typedef {{ rarity: number, meanings: { lemma: Lemma, weight: number }[] }} Term a word of the query
 * @typedef {{ page: Page, sections: [string, string][] }} Result
 */

const LETTERS = /[\p{L}\p{N}]+/gu;
const ENOUGH = 2; // mentions after which one more counts little
const LENGTH = 0.5; // how far a long page pays for its length
const TITLE = 3; // a word of the title against one in the text
const HEADING = 1.5; // the same for a heading that the query names in full
const SHORT = 4; // letters of a beginning that prove nothing
const ALIKE = 0.7; // how much of a word its relations share
const WORTH = 0.5; // of the best section's weight, for another to be named
const RELATED = 0.6; // a related word against the word itself
const LIGHT = 0.2; // a word like *of* against one as rare that says something

/** @param {string} text */
const bare = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");

/**
 * Return the words of a query or a text in small letters; a single letter is none, a digit is.
 * @param {string} text
 */
export const tokens = (text) => (text.normalize("NFC").toLowerCase().match(LETTERS) ?? []).filter((word) => word.length > 1 || /\d/.test(word));

/**
 * Make the index ready for queries.
 * @param {Raw} raw
 * @returns {Index}
 */
export function unpack(raw) {
  const endings = raw.endings.map((list) => ({ endings: `|${list}|`, bareEndings: `|${bare(list)}|` }));
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const home = [];
  for (const [number, page] of raw.pages.entries()) {
    starts.push(home.length);
    home.push(...page.sections.map(() => number));
  }
  const light = new Set(raw.light);
  const lemmas = raw.lemmas.map(([postings, ...forms], at) => {
    const strands = [];
    for (let form = 0; form < forms.length; form += 2) {
      const stem = String(forms[form]);
      strands.push({ stem, bare: bare(stem), ...endings[Number(forms[form + 1])] });
    }
    const { sections, pages } = places(postings, home);
    const rarity = Math.log(1 + (raw.pages.length - pages.size + 0.5) / (pages.size + 0.5));
    return { sections, pages, strands, rarity: light.has(at) ? LIGHT * rarity : rarity };
  });
  const headings = raw.pages.flatMap((page) => page.sections.slice(1).map(([, heading]) => heading));
  const once = new Set(headings.filter((heading) => headings.indexOf(heading) === headings.lastIndexOf(heading)));
  return { pages: raw.pages, starts, mean: sum(raw.pages, (page) => page.length) / raw.pages.length, lemmas, once };
}

/**
 * Return how much a word weighs in the sections and pages where it stands.
 * @param {number[]} postings
 * @param {number[]} home the page of each section
 */
function places(postings, home) {
  /** @type {Map<number, number>} */
  const sections = new Map();
  /** @type {Map<number, number>} */
  const pages = new Map();
  let section = 0;
  for (const step of postings) {
    if (step >= 0) section += step;
    sections.set(section, step < 0 ? -step : 1);
  }
  for (const [number, weight] of sections) pages.set(home[number], (pages.get(home[number]) ?? 0) + weight);
  return { sections, pages };
}

/**
 * Tell whether a word is a form (`end` = "|") or begins one (`end` = "").
 * @param {string} stem
 * @param {string} endings
 * @param {string} typed
 * @param {string} end
 */
function fits(stem, endings, typed, end) {
  if (typed.startsWith(stem)) return endings.includes(`|${typed.slice(stem.length)}${end}`);
  return !end && stem.startsWith(typed);
}

/**
 * Return what a word of a query means: the words with this form, with its accents or else without them,
 * and with less weight those that begin alike (*evaluate*, *evaluation*). Where nothing has the form, all
 * that share the longest beginning: the word is still being typed, or isn't in the dictionary.
 * @param {Index} index
 * @param {string} typed
 * @returns {Term}
 */
function meant(index, typed) {
  const plain = bare(typed);
  const among = (/** @type {(strand: Strand) => boolean} */ test) => index.lemmas.filter((lemma) => lemma.strands.some(test));
  const begin = (/** @type {string} */ start) => among((one) => fits(one.bare, one.bareEndings, start, ""));
  let exact = plain === typed ? [] : among((one) => fits(one.stem, one.endings, typed, "|"));
  if (!exact.length) exact = among((one) => fits(one.bare, one.bareEndings, plain, "|"));
  const least = Math.max(Math.min(plain.length, SHORT), Math.ceil(plain.length * ALIKE));
  for (let length = plain.length; !exact.length && length >= least; length--) exact = begin(plain.slice(0, length));
  const rarity = Math.max(0, ...exact.map((lemma) => lemma.rarity));
  const alike = plain.length > SHORT ? begin(plain.slice(0, least)).filter((lemma) => !exact.includes(lemma)) : [];
  const related = alike.map((lemma) => ({ lemma, weight: RELATED * Math.min(1, rarity / lemma.rarity) }));
  return { rarity, meanings: [...exact.map((lemma) => ({ lemma, weight: 1 })), ...related] };
}

/**
 * Return a test for the words of a text: 1 for a form of a term, less for a related word, 0 for another.
 * @param {Term[]} terms
 * @returns {(token: string) => number}
 */
export function matcher(terms) {
  const meanings = terms.flatMap((term) => term.meanings).sort((one, other) => other.weight - one.weight);
  return (token) => {
    const plain = bare(token);
    return meanings.find(({ lemma }) => lemma.strands.some((one) => fits(one.bare, one.bareEndings, plain, "|")))?.weight ?? 0;
  };
}

/**
 * Return the pages that a query finds, the best first, each with its sections, the best first; and what
 * the words of the query mean.
 * @param {Index} index
 * @param {string} query
 * @returns {{ results: Result[], terms: Term[] }}
 */
export function find(index, query) {
  const terms = [...new Set(tokens(query))].map((typed) => meant(index, typed)).filter((term) => term.meanings.length);
  const tests = terms.map((term) => matcher([term]));
  const strengths = terms.map((term) => strength(index, term));
  const results = index.pages.map((page, number) => {
    const share = sum(strengths, (one) => one.share.get(number) ?? 0) / sum(terms, (term) => term.rarity);
    const weigh = (/** @type {number} */ at) => sum(strengths, (one) => one.sections.get(index.starts[number] + at) ?? 0);
    const places = page.sections.map((section, at) => ({ section, weight: weigh(at) })).filter((one) => one.weight);
    places.sort((one, other) => other.weight - one.weight);
    const sections = places.filter((one) => one.weight >= WORTH * places[0].weight).map((one) => one.section);
    const own = sections.filter(([, heading]) => index.once.has(heading)).map(([, heading]) => named(heading, terms, tests));
    const whole = own.filter((one) => one.covered === 1).map((one) => one.weight);
    const title = named(page.title, terms, tests);
    const text = sum(strengths, (one) => one.pages.get(number) ?? 0) + (places[0]?.weight ?? 0);
    return { page, sections, score: share * (text + Math.max(TITLE * title.weight, ...whole.map((weight) => HEADING * weight))) };
  });
  return { results: results.filter((one) => one.score > 0).sort((one, other) => other.score - one.score), terms };
}

/**
 * Return how much each page and each section is about a term (BM25), and how much of the term each page has.
 * @param {Index} index
 * @param {Term} term
 */
function strength(index, term) {
  /** @type {Record<"pages" | "sections" | "share", Map<number, number>>} */
  const found = { pages: new Map(), sections: new Map(), share: new Map() };
  const raise = (/** @type {Map<number, number>} */ map, /** @type {number} */ key, /** @type {number} */ value) => map.set(key, Math.max(value, map.get(key) ?? 0));
  for (const { lemma, weight } of term.meanings) {
    const most = weight * lemma.rarity;
    for (const [number, times] of lemma.pages) {
      const long = 1 - LENGTH + (LENGTH * index.pages[number].length) / index.mean;
      raise(found.pages, number, (most * times * (ENOUGH + 1)) / (times + ENOUGH * long));
      raise(found.share, number, Math.sqrt(weight) * term.rarity);
    }
    for (const [number, times] of lemma.sections) raise(found.sections, number, (most * times) / (times + ENOUGH));
  }
  return found;
}

/**
 * Return how much of the terms stands in a title, more where that is all of the title; and how much of the
 * title they are.
 * @param {string} title
 * @param {Term[]} terms
 * @param {((token: string) => number)[]} tests
 */
function named(title, terms, tests) {
  const parts = tokens(title);
  const weights = tests.map((test) => parts.map(test));
  const covered = sum(parts, (_, at) => Math.max(0, ...weights.map((one) => one[at]))) / Math.max(1, parts.length);
  return { covered, weight: sum(terms, (term, at) => term.rarity * Math.max(0, ...weights[at]) * (0.5 + covered)) };
}

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T, at: number) => number} value
 */
const sum = (items, value) => items.reduce((total, item, at) => total + value(item, at), 0);

/**
 * Cut a text into pieces, those marked that the test accepts.
 * @param {string} text
 * @param {(token: string) => number} test
 * @returns {{ text: string, hit: boolean }[]}
 */
export function marked(text, test) {
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(LETTERS)) {
    if (!test(found[0])) continue;
    pieces.push({ text: text.slice(from, found.index), hit: false }, { text: found[0], hit: true });
    from = found.index + found[0].length;
  }
  return [...pieces, { text: text.slice(from), hit: false }].filter((piece) => piece.text);
}

/**
 * Return about `size` letters of a text from where most words stand that the test accepts; "" where none
 * does.
 * @param {string} text
 * @param {(token: string) => number} test
 * @param {number} size
 */
export function excerpt(text, test, size) {
  const hits = [...text.matchAll(LETTERS)].map((found) => ({ at: found.index, weight: test(found[0]) })).filter((hit) => hit.weight);
  const near = (/** @type {number} */ from) => sum(hits, (hit) => (hit.at >= from && hit.at < from + size ? hit.weight : 0));
  const first = hits.reduce((top, hit) => (top < 0 || near(hit.at) > near(top) ? hit.at : top), -1);
  if (first < 0) return "";
  const sentence = Math.max(0, ...[". ", "? ", "! ", "\n"].map((end) => (text.slice(0, first).includes(end) ? text.lastIndexOf(end, first - end.length) + end.length : 0)));
  const whole = first - sentence < size / 2;
  const from = whole ? sentence : text.indexOf(" ", first - size / 4) + 1;
  const end = from + size < text.length ? text.lastIndexOf(" ", from + size) : text.length;
  return (whole ? "" : "… ") + text.slice(from, end).replace(/(?<![.,:;?!…”"])\n/g, " · ").replaceAll("\n", " ") + (end < text.length ? " …" : "");
}
