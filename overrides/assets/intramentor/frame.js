// On a phone the search is a popover: keep Material's own switch in step with it.
const panel = document.getElementById("im-search");
const held = document.getElementById("__search");
if (panel && held) {
  panel.addEventListener("toggle", (event) => {
    if (event.newState === "open") panel.querySelector("input").focus();
    else if (held.checked) held.click();
  });
}
