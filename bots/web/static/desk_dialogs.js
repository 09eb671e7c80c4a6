// What the desk asks before it decides, and what it tells afterwards. Dialogs give the focus back to where it was.

import { element } from "./parts.js";
import { word } from "./words.js";

const asking = document.getElementById("confirm");
const form = asking.querySelector("form");
const told = document.getElementById("told");

for (const button of document.querySelectorAll("dialog [data-close]")) button.addEventListener("click", () => button.closest("dialog").close());

// Shows what would be decided, and gives the reason that was chosen; null where nothing was.
export function confirm(action, items, called) {
  const many = items.length > 1;
  const title = word(many ? `${action}-all` : called);
  document.getElementById("confirm-title").textContent = title;
  document.getElementById("sure").textContent = title;
  document.getElementById("summary").replaceChildren(...items.map((one) =>
    element("li", {}, element("strong", {}, one.title), element("small", {}, one.facts.join(" · ")))));
  document.getElementById("ruling").hidden = action !== "decline";
  form.reset();
  asking.showModal();
  return new Promise((resolve) => {
    let ruling = null;
    form.onsubmit = (event) => {
      event.preventDefault();
      ruling = action === "decline" ? Object.fromEntries(new FormData(form)) : {};
      asking.close();
    };
    asking.onclose = () => resolve(ruling);
  });
}

export function tell(lines) {
  document.getElementById("outcomes").replaceChildren(...lines.map((line) => element("li", {}, line)));
  told.showModal();
}
