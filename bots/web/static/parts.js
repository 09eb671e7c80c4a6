// Draws the parts of a reply. Words only ever become text nodes.

import { word } from "./words.js";

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// **bold** and [1] are the only marks that our own sentences use.
function words(text, cite) {
  return text.split(/(\*\*[^*\n]+\*\*|\[\d{1,2}\])/).map((piece) => {
    if (/^\*\*[^*]+\*\*$/.test(piece)) return element("strong", {}, piece.slice(2, -2));
    const number = /^\[(\d{1,2})\]$/.exec(piece)?.[1];
    if (!number || !cite) return piece;
    return element("button", { type: "button", class: "cite", "aria-label": word("source", { number }), onclick: () => cite(number) }, piece);
  });
}

const draw = {
  text: (part, hand) => element("p", {}, ...words(part.text, hand.cite)),
  fields: (part, hand) =>
    element("dl", {}, ...part.fields.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, ...words(value, hand.cite))])),
  progress: (part, hand) =>
    element("div", { "aria-live": "off" }, element("p", {}, ...words(part.text, hand.cite)),
      part.share === null ? null : element("progress", { value: part.share, max: 1, "aria-label": part.text })),
  media: (part) => {
    const video = element("video", { src: part.video, poster: part.poster, controls: true, playsinline: true, loop: true,
      preload: "metadata", "aria-label": part.alt, width: part.width, height: part.height });
    video.style.setProperty("--shape", part.width / part.height);
    return element("div", { class: "media" }, video);
  },
  picture: (part) => element("img", { class: "blurred", src: part.src, alt: part.alt }),
  buttons: (part, hand) => buttons(part, hand),
  choice: (part, hand) => element("div", {}, element("p", {}, ...words(part.text, hand.cite)), buttons(part, hand)),
  link: (part) => element("a", { class: "button", href: part.href, target: "_blank", rel: "noopener" }, part.label),
  form: (part, hand) => inlineForm(part, hand),
  sources: (part) =>
    element("details", { class: "sources" }, element("summary", {}, word("sources", { count: part.sources.length })),
      element("ol", {}, ...part.sources.map((source) =>
        element("li", { tabindex: "-1", "data-number": source.number },
          `[${source.number}] ${source.quote} `,
          element("small", {}, element("a", { href: source.path, target: "_blank", rel: "noopener" },
            `${source.document} ${source.section}`), word("version", { version: source.version, certainty: source.certainty })))))),
};

function buttons(part, hand) {
  return element("div", { class: "row" }, ...part.buttons.map((one) =>
    element("button", { type: "button", class: one.style, onclick: (event) => hand.press(one.press, null, one.label, event.target) }, one.label)));
}

function inlineForm(part, hand) {
  const choosers = new Map(part.fields.filter((field) => field.files).map((field) => [field, hand.chooser(field)]));
  const form = element("form", { class: "inline", onsubmit: (event) => {
    event.preventDefault();
    const empty = [...choosers.values()].find((one) => !one.files.count);
    if (empty) empty.button.focus();
    else hand.press(part.press, Object.fromEntries(new FormData(form)), part.title, form, choosers);
  } }, element("strong", {}, part.title), ...part.fields.map((field) =>
    choosers.has(field) ? element("div", { role: "group", "aria-label": field.label }, element("p", {}, field.label), choosers.get(field).node)
      : element("label", {}, field.label, input(field))), element("div", { class: "row" }, element("button", { class: "main" }, word("send"))));
  for (const { files } of choosers.values()) takeDrops(form, files);
  return form;
}

// What is dropped on a form that takes files is for it, and not for the next message.
function takeDrops(form, files) {
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    files.add(event.dataTransfer.files);
  });
}

function input(field) {
  const common = { name: field.name, required: field.required, maxlength: field.longest };
  if (field.choices.length) {
    return element("select", common, ...field.choices.map(([value, label]) => element("option", { value, selected: value === field.value }, label)));
  }
  if (field.many_lines) return element("textarea", { ...common, rows: 3 }, field.value);
  return element("input", { ...common, value: field.value });
}

// Links and buttons that follow each other share a row.
export function parts(reply, hand) {
  const body = element("div", {});
  const cite = (number) => {
    const sources = body.querySelector("details.sources");
    if (!sources) return;
    sources.open = true;
    sources.querySelector(`[data-number="${number}"]`)?.focus();
  };
  const cited = reply.parts.some((part) => part.kind === "sources");
  for (const part of reply.parts) {
    const drawn = draw[part.kind](part, { ...hand, cite: cited ? cite : null });
    const row = body.lastElementChild?.matches(".row") ? body.lastElementChild : null;
    if (part.kind === "link") (row ?? body.appendChild(element("div", { class: "row" }))).append(drawn);
    else if (part.kind === "buttons" && row) row.append(...drawn.children);
    else body.append(drawn);
  }
  return body;
}

// A card that is drawn again keeps the player that is already playing.
export function keepPlayer(before, after) {
  for (const fresh of after.querySelectorAll("video")) {
    const playing = [...before.querySelectorAll("video")].find((one) => one.getAttribute("src") === fresh.getAttribute("src"));
    if (playing) fresh.replaceWith(playing);
  }
}
