/** The frame: light or dark, and where the reader is in the page. */
import { write } from "./store.js";

const root = document.documentElement;

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-scheme-to]"))) {
  button.addEventListener("click", () => {
    root.dataset.scheme = button.dataset.schemeTo;
    write("scheme", button.dataset.schemeTo);
  });
}

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
