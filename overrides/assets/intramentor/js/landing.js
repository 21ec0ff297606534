/** The page above the languages: go to the one chosen before, else to the first of the browser's that is here. */
import { read, write } from "./store.js";

const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[hreflang]")]);
const known = new Map(links.map((link) => [link.hreflang, link]));
for (const [language, link] of known) link.addEventListener("click", () => write("language", language));

const wanted = [read("language"), ...navigator.languages.map((name) => name.slice(0, 2).toLowerCase())];
const found = wanted.find((language) => known.has(language));
if (found && location.hash !== "#choose") location.replace(known.get(found)?.href ?? "");
