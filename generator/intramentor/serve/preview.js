// The preview's eye: reload when a build is done, show problems while the page stays readable.
(async function watch() {
  let seen = null;
  const panel = document.createElement("section");
  panel.id = "preview-problems";
  panel.setAttribute("role", "status");
  panel.hidden = true;
  panel.style.cssText =
    "position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;z-index:99;margin:0;" +
    "padding:1rem;background:#211f1b;color:#fff;font:14px/1.45 monospace;white-space:pre-wrap";
  document.body.append(panel);
  for (;;) {
    try {
      const answer = await fetch("/_preview/state?since=" + (seen === null ? 0 : seen));
      const state = await answer.json();
      panel.textContent = state.problems;
      panel.hidden = !state.problems;
      if (seen !== null && state.version > seen && !state.problems) {
        location.reload();
        return;
      }
      seen = state.version;
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
})();
