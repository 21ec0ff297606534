/**
 * Words of the glossary explained where they stand: on hover, on focus, on a tap.
 * The page brings the explanations of its own words; without this module the links lead to the glossary.
 */

const wait = 250; // milliseconds from leaving to closing, enough to reach the card
const gap = 6; // pixels between word and card

const card = document.createElement("div");
card.className = "im-gloss";
card.id = "_gloss";
card.popover = "manual";

let closing = 0;
let quiet = false; // while the focus goes back to a word whose card was just closed

/** Place the card below its word, or above it where there is no room, inside the window. @param {HTMLElement} link */
function place(link) {
  const at = link.getClientRects()[0];
  const { width, height } = card.getBoundingClientRect();
  const { clientWidth } = document.body;
  const below = at.bottom + gap;
  const y = below + height <= innerHeight ? below : Math.max(gap, at.top - gap - height);
  card.style.setProperty("--x", `${Math.max(gap, Math.min(at.left, clientWidth - width - gap))}px`);
  card.style.setProperty("--y", `${y}px`);
}

/**
 * @param {HTMLElement} link
 * @param {Element} text
 */
function open(link, text) {
  clearTimeout(closing);
  if (card.previousElementSibling !== link) {
    close();
    card.replaceChildren(...[...text.childNodes].map((node) => node.cloneNode(true)));
    link.after(card);
  }
  if (!card.matches(":popover-open")) card.showPopover();
  place(link);
}

function close() {
  clearTimeout(closing);
  if (card.matches(":popover-open")) card.hidePopover();
}

/** Close the card; where the focus was in it, it goes back to the word. */
function dismiss() {
  const word = card.previousElementSibling;
  const inside = card.contains(document.activeElement);
  close();
  quiet = true;
  if (inside && word instanceof HTMLElement) word.focus();
  quiet = false;
}

/** A page that scrolls takes the card away, but not from under the focus: a word that is tabbed to may scroll in. */
function follow() {
  const word = card.previousElementSibling;
  const focused = document.querySelector(":focus-visible");
  if (word instanceof HTMLElement && focused && (focused === word || card.contains(focused))) place(word);
  else close();
}

/** Close a moment after the pointer or the focus has left both word and card. */
function closeSoon() {
  clearTimeout(closing);
  closing = setTimeout(() => {
    const focused = document.querySelector(":focus-visible");
    if (!focused || (focused !== card.previousElementSibling && !card.contains(focused))) close();
  }, wait);
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Element} text
 */
function wire(link, text) {
  link.classList.add("im-gloss-word");
  link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open(link, text));
  link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && closeSoon());
  link.addEventListener("focus", () => !quiet && link.matches(":focus-visible") && open(link, text));
  link.addEventListener("blur", closeSoon);
  link.addEventListener("click", (event) => {
    if (!(event instanceof PointerEvent) || event.pointerType !== "touch") return;
    event.preventDefault();
    open(link, text);
  });
}

if ("popover" in HTMLElement.prototype) {
  for (const text of document.querySelectorAll(".im-terms > div")) {
    const more = /** @type {HTMLAnchorElement | null} */ (text.querySelector(".im-gloss__more a"));
    if (!more) continue;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".im-page a"))) {
      if (link.href === more.href && !link.closest(".im-terms")) wire(link, text);
    }
  }
  card.addEventListener("pointerenter", () => clearTimeout(closing));
  card.addEventListener("pointerleave", closeSoon);
  card.addEventListener("focusin", () => clearTimeout(closing));
  card.addEventListener("focusout", closeSoon);
  addEventListener("scroll", follow, { passive: true });
  addEventListener("keydown", (event) => event.key === "Escape" && dismiss());
  addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !card.contains(target) && !card.previousElementSibling?.contains(target)) close();
  });
}
