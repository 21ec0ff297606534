/** The frame: light or dark, and where the reader is in the page. */
import { write } from "./store.js";

const root = document.documentElement;

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-scheme-to]"))) {
  button.addEventListener("click", () => {
    root.dataset.scheme = button.dataset.schemeTo;
    write("scheme", button.dataset.schemeTo);
  });
}

// The page's own entry stands in sight, however long the list of its family is.
const side = /** @type {HTMLElement} */ (document.getElementById("im-nav"));
const here = /** @type {HTMLElement | null} */ (side.querySelector("[aria-current]"));
const toHere = () => side.scrollTo(0, (here?.offsetTop ?? 0) - side.clientHeight / 2);
side.addEventListener("toggle", toHere);
toHere();

const links = new Map(
  [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".im-toc a"))].map((link) => [link.hash.slice(1), link]),
);
const seen = new IntersectionObserver(
  (entries) => {
    const top = entries.filter((entry) => entry.isIntersecting).at(0);
    if (!top) return;
    links.forEach((link) => link.removeAttribute("aria-current"));
    links.get(top.target.id)?.setAttribute("aria-current", "location");
  },
  { rootMargin: "0px 0px -70% 0px" },
);
for (const id of links.keys()) {
  const heading = document.getElementById(id);
  if (heading) seen.observe(heading);
}
