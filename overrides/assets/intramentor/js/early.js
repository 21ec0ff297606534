// Before the first paint: what the reader chose. Not a module, since modules wait for the page.
(() => {
  const root = document.documentElement;
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="intramentor:edition"]'));
  root.className = "js";
  for (const name of ["scheme", "role"]) {
    try {
      const kept = localStorage.getItem(`intramentor/${meta?.content}/${name}`);
      if (kept) root.dataset[name] = JSON.parse(kept);
    } catch {
      // A browser that keeps nothing shows the page as it comes.
    }
  }
})();
