/** A question in a dialog, in words; the answer is a promise. */

/**
 * Ask and return the value of the button that was pressed, or null for Escape. The first button has the focus, so
 * let it be the harmless one.
 * @param {string} title
 * @param {string} text
 * @param {{ value: string, label: string, look?: string }[]} buttons
 * @returns {Promise<string | null>}
 */
export function ask(title, text, buttons) {
  const dialog = document.createElement("dialog");
  dialog.className = "im-ask md-typeset";
  const heading = document.createElement("h2");
  heading.id = "_ask";
  heading.textContent = title;
  const body = document.createElement("p");
  body.textContent = text;
  const row = document.createElement("form");
  row.method = "dialog";
  row.className = "im-ask__buttons";
  for (const { value, label, look } of buttons) {
    const button = document.createElement("button");
    button.value = value;
    button.textContent = label;
    button.className = `im-button ${look ? `im-button--${look}` : ""}`;
    row.append(button);
  }
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(heading, body, row);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
  });
}
