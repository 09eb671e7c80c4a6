// The conversation: what was said, cards that redraw in place, and the composer's words, files and commands.

import { Commands } from "./commands.js";
import { Files, chooser } from "./files.js";
import { element, keepPlayer, parts } from "./parts.js";
import { microphone } from "./voice.js";
import { word } from "./words.js";

const log = document.getElementById("log");
const status = document.getElementById("status");
const form = document.getElementById("composer");
const field = document.getElementById("words");
const picker = document.getElementById("picker");
const cards = new Map();
const chosen = new Files(document.getElementById("files"), { refused });
const AFTER = "hushreel-after-language";

function say(text, chips = []) {
  const files = chips.length ? element("ul", { class: "files" }, ...chips.map((chip) => chip.node)) : null;
  log.append(element("div", { class: "mine" }, element("div", {}, text || null, files)));
}
const announce = (text) => { if (status.textContent !== text) status.textContent = text; };
const toEnd = (node) => node.scrollIntoView({ block: "nearest" });

function show(reply, into = null) {
  const body = parts(reply, { press, chooser: ({ files: most }) => chooser({ most, refused }) });
  const known = reply.card ? cards.get(reply.card) : null;
  const message = into ?? known ?? element("div", { class: "theirs" });
  if (message.firstChild) keepPlayer(message, body);
  message.classList.remove("waiting");
  message.replaceChildren(body);
  if (known && known !== message) known.remove();
  if (reply.card) cards.set(reply.card, message);
  return message;
}

function redraw(reply) {
  const fresh = !cards.has(reply.card);
  if (reply.gone && fresh) return;
  const message = show(reply);
  if (fresh) { log.append(message); toEnd(message); }
  follow(reply);
  const moving = reply.parts.find((part) => part.kind === "progress");
  if (moving) announce(moving.text);
  else if (!fresh) announce(reply.parts.find((part) => part.kind === "text")?.text ?? "");
}

// `attached` are the chips of files by the option that they are for: {"": [...]} where they don't say. `back` keeps them where one is refused.
async function send(path, words, attached = {}, back = chosen) {
  const waiting = element("div", { class: "theirs waiting" }, element("div", {}, "…"));
  log.append(waiting);
  toEnd(waiting);
  const files = await whole(attached, words, back);
  if (!files) { waiting.remove(); return; }
  let reply;
  try {
    const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...words, files }) });
    reply = answer.ok ? await answer.json() : trouble(answer.status);
  } catch {
    reply = trouble(0);
  }
  const message = show(reply, waiting);
  if (!message.isConnected) log.append(message);
  toEnd(message);
  follow(reply);
}

// Wait until the files are there, and give their ids. Where one is refused nothing is sent: words and other files come back.
async function whole(attached, words, back) {
  const chips = Object.values(attached).flat();
  await Promise.all(chips.map((chip) => chip.upload.ended));
  if (chips.some((chip) => chip.upload.state === "refused")) {
    back.keep(chips.filter((chip) => chip.upload.state === "whole"));
    field.value ||= words.typed ?? words.text ?? "";
    return null;
  }
  const sent = chips.filter((chip) => chip.upload.state === "whole");
  if (chips.length && !sent.length && !words.text && !words.typed) return null;
  for (const chip of sent) chip.upload.handOver();
  return Object.fromEntries(Object.entries(attached).map(([name, own]) => [name, own.filter((chip) => sent.includes(chip)).map((chip) => chip.upload.id)]));
}

// Another language was chosen: the page is written anew in it, as soon as no file would be lost by that.
function follow(reply) {
  if (!reply.language || reply.language === document.documentElement.lang || chosen.count) return;
  if (reply.card === "settings") sessionStorage.setItem(AFTER, "settings");
  location.reload();
}

function refused(said, code) {
  log.append(show(said?.parts ? said : said ? told(said) : trouble(code)));
}

const told = (text) => ({ card: null, parts: [{ kind: "text", text }] });

function trouble(code) {
  return told(word(code === 403 || code === 0 ? "gone" : "broken"));
}

// `choosers` are those of a form that takes files, by their fields.
async function press(value, answers, label, control, choosers = new Map()) {
  const message = control.closest(".theirs");
  const attached = Object.fromEntries([...choosers].map(([field, { files }]) => [field.name, files.take()]));
  say(label, Object.values(attached).flat());
  for (const one of message.querySelectorAll("button")) one.disabled = true;
  await send("press", { press: value, form: answers }, attached, [...choosers.values()][0]?.files);
  for (const one of message.querySelectorAll("button")) one.disabled = false;
}

const commands = new Commands({
  field, palette: document.getElementById("palette"), panel: document.getElementById("panel"),
  refused, chosen,
  run: (name, options, attached, typed) => { say(typed, Object.values(attached).flat()); return send("ask", { command: name, options, typed }, attached); },
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await begun;
  const text = field.value.trim();
  if (!commands.submit(text) && (text || chosen.count)) {
    const chips = chosen.take();
    say(text, chips);
    send("say", { text }, { "": chips });
  }
  if (text) { field.value = ""; grow(); }
  commands.close();
  field.focus();
});

function grow() { field.style.height = "auto"; field.style.height = `${field.scrollHeight + 2}px`; }
field.addEventListener("input", () => { grow(); commands.typed(field.value); });
field.addEventListener("keydown", (event) => {
  if (commands.key(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement === document.body) { event.preventDefault(); field.focus(); field.value = "/"; commands.typed("/"); }
});
document.getElementById("attach").addEventListener("click", () => picker.click());
picker.addEventListener("change", () => { chosen.add(picker.files); picker.value = ""; field.focus(); });
document.addEventListener("paste", (event) => { if (event.clipboardData.files.length) { event.preventDefault(); chosen.add(event.clipboardData.files); } });
const drop = document.getElementById("drop");
const carries = (event) => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragover", (event) => { if (carries(event)) { event.preventDefault(); drop.hidden = false; } });
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.hidden = true; });
document.addEventListener("drop", (event) => {
  if (!carries(event)) return;
  drop.hidden = true;
  if (event.defaultPrevented) return;
  event.preventDefault();
  chosen.add(event.dataTransfer.files);
  field.focus();
});

microphone(document.getElementById("record"), { done: (file) => { chosen.add([file]); field.focus(); }, failed: (text) => refused(text) });

async function begin() {
  const answer = await fetch("catalogue");
  if (!answer.ok) { log.append(show(trouble(answer.status))); return; }
  const here = await answer.json();
  document.title = `${here.name} · ${word("title")}`;
  document.getElementById("who").textContent = `· ${here.name}`;
  document.querySelector(`nav [data-who="${here.who}"]`)?.setAttribute("aria-current", "page");
  commands.know(here.commands);
  const welcome = show(told(here.welcome));
  const fill = (hint) => () => { field.value = hint; field.focus(); grow(); commands.typed(hint); };
  welcome.firstChild.append(element("div", { class: "row" }, ...here.hints.map((hint) =>
    element("button", { type: "button", onclick: hint.startsWith("+") ? () => picker.click() : fill(hint) }, hint.replace(/^\+\s*/, "")))));
  log.append(welcome);
  new EventSource("events").onmessage = (event) => redraw(JSON.parse(event.data));
  const after = sessionStorage.getItem(AFTER);
  sessionStorage.removeItem(AFTER);
  if (after) send("ask", { command: after, options: {} });
  field.focus();
}

const begun = begin();
