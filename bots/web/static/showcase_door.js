// Opens a showcase to a member: spends the link, which begins a session, and goes there.

import { word } from "./words.js";

const TOO_MANY = 429;

const button = document.getElementById("open");
const status = document.getElementById("status");

button.addEventListener("click", async () => {
  button.disabled = true;
  try {
    const answer = await fetch(location.href, { method: "POST" });
    if (answer.ok) { location.replace((await answer.json()).home); return; }
    status.textContent = word(answer.status === TOO_MANY ? "many" : "gone");
  } catch {
    status.textContent = word("broken");
    button.disabled = false;
  }
});
