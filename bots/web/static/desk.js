// The desk: every item by keyboard or by button, one by one or several at once. The server decides each item by itself.

import { confirm, tell } from "./desk_dialogs.js";
import { element } from "./parts.js";
import { word } from "./words.js";

const LOOKS_AGAIN_MS = 20_000;
const CLOSED = new Set([403, 404]);

const rows = document.getElementById("rows");
const status = document.getElementById("status");
const empty = document.getElementById("empty");
const selected = document.getElementById("selected");
const keys = document.getElementById("keys");
const { home, events } = document.body.dataset;
let undoing = [];
let refreshing = Promise.resolve();

const all = () => [...rows.children];
const chosen = () => all().filter((row) => row.querySelector("input")?.checked);
const current = () => document.activeElement?.closest("#rows > li") ?? null;
const titleOf = (row) => row.querySelector("h2").textContent;

function say(text) { status.textContent = ""; requestAnimationFrame(() => { status.textContent = text; }); }

function go(row) {
  if (!row) return;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const list = all(), at = list.indexOf(current());
  go(at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[Math.min(list.length - 1, Math.max(0, at + by))]);
}

function count() {
  const many = chosen().length;
  selected.textContent = many ? word("selected", { count: many }) : "";
  for (const one of document.querySelectorAll(".many")) one.hidden = !many;
  empty.hidden = rows.childElementCount > 0;
}

// Sends one action for some items, and gives what came of each; null where the desk doesn't answer any more.
async function send(action, items, ruling = {}) {
  try {
    const answer = await fetch(`${home}/act`, { method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ action, items, ...ruling }) });
    if (!answer.ok) { say(word(CLOSED.has(answer.status) ? "closed" : "broken")); return null; }
    const told = await answer.json();
    document.getElementById("count").textContent = told.count;
    document.getElementById("cases-count").textContent = told.cases_count;
    return told.outcomes;
  } catch {
    say(word("broken"));
    return null;
  }
}

const named = ({ dataset }) => dataset.case ? { case: dataset.case } : { publication: dataset.publication, revision: Number(dataset.revision) };
const place = ({ dataset }) => dataset.case ? `case/${dataset.case}` : dataset.publication;

async function act(action, targets, ruling) {
  const titles = targets.map(titleOf);
  for (const row of targets) row.classList.add("busy");
  const outcomes = await send(action, targets.map(named), ruling);
  for (const row of targets) row.classList.remove("busy");
  if (!outcomes) return null;
  const back = outcomes.flatMap((one, at) => one.done && one.undo ? [{ verb: one.undo, item: named(targets[at]) }] : []);
  if (back.length) undoing = back;
  const next = action === "look" ? null : after(targets);
  outcomes.forEach((one, at) => { if (!one.stays) targets[at].remove(); });
  if (targets.length === 1) say(`${titles[0]}: ${outcomes[0].text}`);
  else tell(outcomes.map((one, at) => `${titles[at]}: ${one.text}`));
  for (const row of targets) if (row.querySelector("input")) row.querySelector("input").checked = false;
  count();
  if (next) go(next);
  else if (!rows.childElementCount) document.querySelector("[data-bar=undo]").focus();
  if (action === "hold" || action === "lift") await refresh();
  return outcomes;
}

// Where to go on once these are done: the row after the last of them, else the one before the first.
function after(targets) {
  const list = all(), last = list.indexOf(targets.at(-1));
  return list[last + 1] ?? list.slice(0, list.indexOf(targets[0])).at(-1) ?? null;
}

async function look(row) {
  const screen = row.querySelector(".screen");
  if (screen.querySelector("video")) { screen.replaceChildren(); return; }
  const outcomes = await act("look", [row]);
  if (!outcomes?.[0].done) return;
  const player = element("video", { src: `${home}/${place(row)}/video`, controls: true, playsinline: true,
    "aria-label": word("video", { title: titleOf(row) }) });
  screen.replaceChildren(player);
  player.play().catch(() => {});
}

// What is decided at once is shown as a whole before it happens; declining asks for its reason.
async function decide(action, targets) {
  if (!targets.length) return;
  if (action === "approve" && targets.length === 1) { await act(action, targets); return; }
  const facts = targets.map((row) => ({ title: titleOf(row), facts: [...row.querySelectorAll(".facts li, .warn")].map((one) => one.textContent) }));
  const ruling = await confirm(action, facts, targets[0].dataset.case ? "uphold" : action);
  if (ruling) await act(action, targets, ruling);
}

async function undo() {
  const last = undoing;
  undoing = [];
  if (!last.length) { say(word("nothing-to-undo")); return; }
  const texts = [];
  for (const verb of new Set(last.map((one) => one.verb))) {
    const outcomes = await send(verb, last.filter((one) => one.verb === verb).map((one) => one.item));
    texts.push(...(outcomes ?? []).map((one) => one.text));
  }
  await refresh();
  if (texts.length) say([...new Set(texts)].join(" "));
}

const doing = {
  look: (row) => look(row),
  approve: (row) => decide("approve", [row]),
  decline: (row) => decide("decline", [row]),
  hold: (row) => row.dataset.open ? say(word("one-by-one")) : act(row.dataset.held || row.dataset.case ? "lift" : "hold", [row]),
  skip: (row) => act("skip", [row]),
};
const bar = {
  undo,
  help: () => document.getElementById("help").showModal(),
  approve: () => decide("approve", chosen()),
  decline: () => decide("decline", chosen()),
};
const several = (action) => () => { const many = chosen(); if (many.length) decide(action, many); else if (current()) decide(action, [current()]); };
const onRow = (action) => () => { if (current()) doing[action](current()); };
const pressed = {
  j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
  o: onRow("look"), a: several("approve"), d: several("decline"), h: onRow("hold"), s: onRow("skip"),
  x: () => { const box = current()?.querySelector("input"); if (box) { box.checked = !box.checked; count(); } },
  u: undo, "?": bar.help,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !keys.checked) return;
  if (document.querySelector("dialog[open]") || event.target.closest("video, textarea, select")) return;
  const wanted = pressed[event.key];
  if (wanted) { event.preventDefault(); wanted(); }
});
rows.addEventListener("click", (event) => {
  const action = event.target.closest("[data-act]")?.dataset.act;
  if (action) doing[action](event.target.closest("#rows > li"));
});
rows.addEventListener("change", count);
rows.addEventListener("error", (event) => { if (event.target.matches(".screen img")) event.target.remove(); }, true);
for (const button of document.querySelectorAll("[data-bar]")) button.addEventListener("click", () => bar[button.dataset.bar]());

// The list as it is now: rows that are the same stay as they are, with what is played or selected in them.
function refresh() {
  refreshing = refreshing.then(async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) { if (answer && CLOSED.has(answer.status)) say(word("closed")); return; }
    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = [...now.querySelectorAll("#rows > li")], names = new Set(fresh.map((row) => row.id));
    for (const row of all()) if (!names.has(row.id)) row.remove();
    const before = rows.childElementCount;
    fresh.forEach((row, at) => {
      const known = document.getElementById(row.id);
      if (known?.dataset.state === row.dataset.state) return;
      const focused = known?.contains(document.activeElement);
      if (known) known.replaceWith(document.adoptNode(row));
      else rows.insertBefore(document.adoptNode(row), rows.children[at] ?? null);
      if (focused) row.focus();
    });
    for (const id of ["count", "cases-count"]) document.getElementById(id).textContent = now.getElementById(id).textContent;
    if (rows.childElementCount > before) say(word("new"));
    count();
  });
  return refreshing;
}

// Where nothing tells us that something changed, we look again now and then; a page that nobody sees needs nothing.
let stream = null, timer = null;
function follow() {
  stream?.close();
  clearInterval(timer);
  if (document.hidden) return;
  if (!events) { timer = setInterval(refresh, LOOKS_AGAIN_MS); return; }
  stream = new EventSource(events);
  stream.onopen = refresh;
  stream.onmessage = refresh;
}
document.addEventListener("visibilitychange", follow);
follow();
count();
