// Opens a one-time link: asks for the video, which spends the link, and plays what came.

import { element } from "./parts.js";
import { word } from "./words.js";

const TOO_MANY = 429;

const button = document.getElementById("open");
const status = document.getElementById("status");

button.addEventListener("click", async () => {
  button.disabled = true;
  status.textContent = word("opening");
  try {
    const answer = await fetch(location.href, { method: "POST" });
    if (!answer.ok) { status.textContent = word(answer.status === TOO_MANY ? "many" : "gone"); return; }
    const address = URL.createObjectURL(await answer.blob());
    status.textContent = word("opened");
    button.replaceWith(element("video", { src: address, controls: true, autoplay: true, playsinline: true, "aria-label": word("video") }));
    status.after(element("p", {}, element("a", { href: address, download: "hushreel.mp4" }, word("save"))));
  } catch {
    status.textContent = word("broken");
  }
});
