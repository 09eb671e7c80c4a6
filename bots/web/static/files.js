// The files that somebody chose: a small picture of each, how far it is on its way, and a cross to take it back.

import { element } from "./parts.js";
import { Upload } from "./uploads.js";
import { word } from "./words.js";

const nameOf = (file) => file.name || word("pasted");

export class Files {
  // `refused(text, reply)` is told why a file can't be sent; `most` files are kept, the oldest make room.
  constructor(list, { refused, most = Infinity }) { Object.assign(this, { list, refused, most, chips: [] }); }

  get count() { return this.chips.length; }

  add(files) {
    for (const file of files) {
      const chip = { upload: new Upload(file, () => this.draw(chip)), node: null };
      chip.node = this.node(chip);
      this.keep([chip]);
    }
    while (this.chips.length > this.most) this.chips[0].upload.stop();
  }

  keep(chips) {
    for (const chip of chips) {
      chip.owner = this;
      this.chips.push(chip);
      this.list.append(chip.node);
      this.draw(chip);
    }
  }

  // Give the files away: they go on being sent, and show it wherever their nodes stand.
  take() {
    const taken = this.chips;
    this.chips = [];
    for (const chip of taken) chip.owner = null;
    return taken;
  }

  node(chip) {
    const { file } = chip.upload;
    const cross = () => chip.upload.stop();
    return element("li", {}, thumbnail(file), element("span", {}, nameOf(file)),
      element("progress", { max: 1, value: 0, "aria-label": word("sending", { file: nameOf(file) }) }), element("small", { role: "status" }),
      element("button", { type: "button", "aria-label": word("remove", { file: nameOf(file) }), onclick: cross }, "✕"));
  }

  draw(chip) {
    const { node, upload } = chip;
    if (!node) return;
    const bar = node.querySelector("progress"), whole = upload.state === "whole" || upload.state === "sent";
    bar.value = upload.file.size ? upload.sent / upload.file.size : 1;
    bar.hidden = whole;
    node.dataset.state = upload.state;
    node.querySelector("small").textContent = upload.state === "waiting" ? word("waiting") : "";
    node.querySelector("button").hidden = upload.state === "sent";
    if (upload.state === "refused") this.tell(upload);
    if (upload.state === "refused" || upload.state === "stopped") this.drop(chip);
  }

  drop(chip) {
    chip.node.remove();
    if (chip.owner) chip.owner.chips = chip.owner.chips.filter((one) => one !== chip);
  }

  tell({ refusal, file }) {
    if (refusal.reply) this.refused(refusal.reply);
    else this.refused(refusal.status ? null : word("unreadable", { file: nameOf(file) }), refusal.status);
  }
}

// The browser writes its own words into a file field, in its own language: a button of ours stands for it.
export function chooser({ refused, most, label, ...attributes }) {
  const list = element("ul", { class: "files" });
  const files = new Files(list, { refused, most });
  const field = element("input", { ...attributes, type: "file", multiple: most > 1, hidden: true });
  field.addEventListener("change", () => { files.add(field.files); field.value = ""; });
  const button = element("button", { type: "button", "aria-label": label, onclick: () => field.click() }, word(most > 1 ? "choose-files" : "choose"));
  return { files, button, node: element("span", { class: "choose" }, field, button, list) };
}

// A picture, the first moment of a clip without its sound, or a note for a sound and whatever the browser can't show.
function thumbnail(file) {
  const [kind] = file.type.split("/");
  const sign = () => element("span", { class: "sign", "aria-hidden": "true" }, kind === "audio" ? "♪" : "▤");
  if (kind !== "image" && kind !== "video") return sign();
  const address = URL.createObjectURL(file);
  const shown = kind === "image" ? element("img", { alt: "", src: address })
    : element("video", { src: `${address}#t=0.1`, muted: true, playsinline: true, preload: "metadata", "aria-hidden": "true" });
  shown.muted = true;
  shown.addEventListener("error", () => { URL.revokeObjectURL(address); shown.replaceWith(sign()); });
  shown.addEventListener(kind === "image" ? "load" : "seeked", () => URL.revokeObjectURL(address), { once: true });
  return shown;
}
