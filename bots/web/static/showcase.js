// A showcase: a poster plays when it is pressed, and what is taken back goes from open pages.

import { element } from "./parts.js";
import { word } from "./words.js";

const shown = document.getElementById("shown");
const status = document.getElementById("status");
const empty = document.getElementById("empty");
const { events } = document.body.dataset;

shown.addEventListener("click", (event) => {
  const button = event.target.closest(".play");
  if (!button) return;
  const picture = button.querySelector("img");
  const player = element("video", { class: "screen", src: button.dataset.video, poster: button.dataset.poster, controls: true, playsinline: true,
    width: picture.width, height: picture.height, "aria-label": picture.alt });
  button.replaceWith(player);
  player.focus();
  player.play().catch(() => {});
});

// What isn't there any more was taken back: a broken picture would only say that something was there.
shown.addEventListener("error", async (event) => {
  if (!event.target.matches("img, video")) return;
  const answer = await fetch(event.target.src, { method: "HEAD" }).catch(() => null);
  if (answer?.status === 404) drop(event.target.closest("#shown > li"));
}, true);

function drop(item) {
  if (!item) return;
  item.querySelector("video")?.removeAttribute("src");
  item.querySelector("video")?.load();
  item.remove();
  empty.hidden = shown.childElementCount > 0;
  status.textContent = word("gone");
}

// The page as it is now: what stays keeps its player, the rest comes and goes.
async function refresh() {
  const answer = await fetch(location.href);
  if (answer.status === 404) { for (const item of [...shown.children]) drop(item); return; }
  if (!answer.ok) return;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = [...now.querySelectorAll("#shown > li")];
  const names = new Set(fresh.map((item) => item.id));
  for (const item of [...shown.children]) if (!names.has(item.id)) drop(item);
  fresh.forEach((item, at) => {
    const known = document.getElementById(item.id);
    const playing = known?.querySelector(":scope > article > video");
    if (known && (playing || known.isEqualNode(item))) return;
    if (known) known.replaceWith(document.adoptNode(item));
    else { shown.insertBefore(document.adoptNode(item), shown.children[at] ?? null); status.textContent = word("new"); }
  });
  empty.hidden = shown.childElementCount > 0;
}

// Browsers open six connections to a place at most: a page that nobody sees needs none.
let stream = null;
function follow() {
  stream?.close();
  stream = null;
  if (!events || document.hidden) return;
  stream = new EventSource(events);
  stream.onopen = refresh;
  stream.onmessage = refresh;
}
document.addEventListener("visibilitychange", follow);
follow();
