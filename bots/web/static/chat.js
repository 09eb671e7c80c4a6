// The conversation: what was said, cards that redraw in place, and the composer's words, files and commands.

import { Commands } from "./commands.js";
import { element, keepPlayer, parts } from "./parts.js";
import { word } from "./words.js";

const log = document.getElementById("log");
const status = document.getElementById("status");
const form = document.getElementById("composer");
const field = document.getElementById("words");
const picker = document.getElementById("picker");
const fileList = document.getElementById("files");
const cards = new Map();
let files = [];
let limits = { max_file_bytes: Infinity };

const say = (text) => log.append(element("div", { class: "mine" }, element("div", {}, text)));
const announce = (text) => { if (status.textContent !== text) status.textContent = text; };
const toEnd = (node) => node.scrollIntoView({ block: "nearest" });

function show(reply, into = null) {
  const body = parts(reply, { press });
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
  const message = show(reply);
  if (fresh) { log.append(message); toEnd(message); }
  const moving = reply.parts.find((part) => part.kind === "progress");
  if (moving) announce(moving.text);
  else if (!fresh) announce(reply.parts.find((part) => part.kind === "text")?.text ?? "");
}

async function send(path, words, attached = [], into = null) {
  const waiting = into ?? element("div", { class: "theirs waiting" }, element("div", {}, "…"));
  if (!into) { log.append(waiting); toEnd(waiting); }
  const body = new FormData();
  body.append("words", JSON.stringify({ ...words, files: attached.length }));
  for (const file of attached) body.append("file", file, file.name || "pasted");
  let reply;
  try {
    const answer = await fetch(path, { method: "POST", body });
    reply = answer.ok ? await answer.json() : trouble(answer.status);
  } catch {
    reply = trouble(0);
  }
  const message = show(reply, into ? null : waiting);
  if (!message.isConnected) log.append(message);
  toEnd(message);
}

function trouble(code) {
  const text = word(code === 403 || code === 0 ? "gone" : "broken");
  return { card: null, parts: [{ kind: "text", text }] };
}

async function press(value, answers, label, control) {
  const message = control.closest(".theirs");
  for (const one of message.querySelectorAll("button")) one.disabled = true;
  say(label);
  await send("press", { press: value, form: answers });
  for (const one of message.querySelectorAll("button")) one.disabled = false;
}

function attach(list) {
  for (const file of list) {
    if (file.size > limits.max_file_bytes) {
      const text = word("too-large", { file: file.name || word("pasted"), size: Math.round(limits.max_file_bytes / 1e6) });
      log.append(show({ card: null, parts: [{ kind: "text", text }] }));
    } else files.push(file);
  }
  drawFiles();
}

function drawFiles() {
  fileList.replaceChildren(...files.slice(0, 8).map((file, index) => {
    const picture = element("img", { alt: "", src: URL.createObjectURL(file) });
    picture.addEventListener("load", () => URL.revokeObjectURL(picture.src));
    picture.addEventListener("error", () => picture.remove());
    const remove = () => { files.splice(index, 1); drawFiles(); field.focus(); };
    return element("li", {}, picture, file.name || word("pasted"),
      element("button", { type: "button", "aria-label": word("remove", { file: file.name || word("pasted") }), onclick: remove }, "✕"));
  }), ...(files.length > 8 ? [element("li", {}, word("more-files", { count: files.length - 8 }))] : []));
}

const commands = new Commands({
  field, palette: document.getElementById("palette"), panel: document.getElementById("panel"),
  run: (name, options, attached, shown) => { say(shown); return send("ask", { command: name, options }, attached); },
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  const attached = files;
  if (commands.submit(text, attached) || (!text && !attached.length)) { clear(text); return; }
  say([text, ...attached.map((file) => word("picture", { file: file.name || word("pasted") }))].filter(Boolean).join("\n"));
  clear(text);
  send("say", { text }, attached);
});

function clear(text) {
  if (!text && !files.length) return;
  field.value = ""; files = []; drawFiles(); grow(); commands.close(); field.focus();
}

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
picker.addEventListener("change", () => { attach(picker.files); picker.value = ""; field.focus(); });
document.addEventListener("paste", (event) => { if (event.clipboardData.files.length) { event.preventDefault(); attach(event.clipboardData.files); } });
const drop = document.getElementById("drop");
const carries = (event) => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragover", (event) => { if (carries(event)) { event.preventDefault(); drop.hidden = false; } });
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.hidden = true; });
document.addEventListener("drop", (event) => { if (carries(event)) { event.preventDefault(); drop.hidden = true; attach(event.dataTransfer.files); field.focus(); } });

async function begin() {
  const answer = await fetch("catalogue");
  if (!answer.ok) { log.append(show(trouble(answer.status))); return; }
  limits = await answer.json();
  document.title = `${limits.name} · ${word("title")}`;
  document.getElementById("who").textContent = `· ${limits.name}`;
  document.querySelector(`nav [data-who="${limits.who}"]`)?.setAttribute("aria-current", "page");
  commands.know(limits.commands);
  const welcome = show({ card: null, parts: [{ kind: "text", text: limits.welcome }] });
  const fill = (hint) => () => { field.value = hint; field.focus(); grow(); commands.typed(hint); };
  welcome.firstChild.append(element("div", { class: "row" }, ...limits.hints.map((hint) =>
    element("button", { type: "button", onclick: hint.startsWith("+") ? () => picker.click() : fill(hint) }, hint.replace(/^\+\s*/, "")))));
  log.append(welcome);
  new EventSource("events").onmessage = (event) => redraw(JSON.parse(event.data));
  field.focus();
}

begin();
