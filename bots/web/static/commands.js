// The command palette and the panel of a command's options; also reads "/name option: value" as typed.

import { chooser } from "./files.js";
import { element } from "./parts.js";
import { word } from "./words.js";

export class Commands {
  constructor({ field, palette, panel, run, refused, chosen }) {
    Object.assign(this, { field, palette, panel, run, refused, chosen, all: [], found: [], at: 0, open: null, given: new Map() });
  }

  know(commands) { this.all = commands; }

  typed(text) {
    const name = /^\/(\S*)$/.exec(text)?.[1];
    this.found = name === undefined ? [] : this.all.filter((one) => one.name.startsWith(name.toLowerCase()));
    this.at = 0;
    this.draw();
  }

  draw() {
    this.palette.hidden = !this.found.length;
    this.palette.replaceChildren(...this.found.map((one, index) =>
      element("li", { role: "option", id: `command-${one.name}`, "aria-selected": String(index === this.at), onclick: () => this.choose(one) },
        element("strong", {}, `/${one.name}`), element("span", {}, one.about))));
    if (this.found.length) this.field.setAttribute("aria-activedescendant", `command-${this.found[this.at].name}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (!this.found.length) {
      if (event.key === "Escape" && this.open) { this.close(); return true; }
      return false;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.at = (this.at + step + this.found.length) % this.found.length;
    else if (event.key === "Escape") this.found = [];
    else if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); this.take(this.found[this.at]); return true; }
    else return false;
    event.preventDefault();
    this.draw();
    return true;
  }

  // A name typed whole is given as it stands where that makes sense; otherwise the command's options open.
  take(command) {
    const needed = command.options.some((one) => one.required || one.kind === "file");
    if (this.field.value.toLowerCase() !== `/${command.name}` || needed) { this.choose(command); return; }
    this.found = [];
    this.draw();
    this.field.value = "";
    this.run(command.name, {}, {}, `/${command.name}`);
  }

  choose(command) {
    this.found = [];
    this.draw();
    this.field.value = "";
    if (!command.options.length) { this.field.focus(); this.run(command.name, {}, {}, `/${command.name}`); return; }
    this.close();
    this.open = command;
    this.panel.hidden = false;
    this.panel.replaceChildren(
      element("h2", {}, `/${command.name} `, element("span", {}, command.about)),
      ...command.options.map((option) => this.labelled(option)),
      element("div", { class: "row" }, element("button", { type: "button", class: "main", onclick: () => this.sendPanel() }, word("send-command", { command: command.name })),
        element("button", { type: "button", onclick: () => { this.close(); this.field.focus(); } }, word("close"))));
    this.panel.onkeydown = (event) => {
      if (event.key === "Escape") { this.close(); this.field.focus(); }
      if (event.key === "Enter" && !event.shiftKey && event.target.tagName !== "BUTTON") { event.preventDefault(); this.sendPanel(); }
    };
    this.panel.querySelector("input, textarea, select").focus();
  }

  labelled(option) {
    const name = option.required ? option.name : word("optional", { option: option.name });
    if (option.kind === "flag") return element("label", { class: "flag" }, this.input(option), element("span", {}, option.name), element("small", {}, option.about));
    return element("label", {}, name, this.input(option), element("small", {}, option.about));
  }

  input(option) {
    const common = { name: option.name, required: option.required };
    if (option.kind === "file") return this.file(option, common);
    if (option.kind === "flag") return element("input", { ...common, type: "checkbox", value: "yes" });
    if (option.kind === "number") return element("input", { ...common, type: "number", min: option.least, max: option.most });
    if (option.kind === "choice") return element("select", common, element("option", { value: "" }, "–"), ...option.choices.map(([value, label]) => element("option", { value }, label)));
    if (option.longest > 200) return element("textarea", { ...common, rows: 2 });
    const field = element("input", { ...common, list: option.completes ? "completions" : null });
    if (option.completes) this.complete(field, option);
    return field;
  }

  file(option, common) {
    const { files, node } = chooser({ ...common, accept: option.accept, refused: this.refused, most: 1, label: word("choose-for", { option: option.name }) });
    this.given.set(option.name, files);
    return node;
  }

  complete(field, option) {
    const list = document.getElementById("completions") ?? document.body.appendChild(element("datalist", { id: "completions" }));
    const ask = async () => {
      const query = new URLSearchParams({ command: this.open?.name ?? "", option: option.name, typed: field.value });
      const answer = await fetch(`complete?${query}`);
      if (answer.ok) list.replaceChildren(...(await answer.json()).map((one) => element("option", { value: one.value }, one.label)));
    };
    field.addEventListener("focus", ask);
    field.addEventListener("input", ask);
  }

  sendPanel() {
    const command = this.open;
    const options = {}, typed = [`/${command.name}`];
    for (const one of this.panel.querySelectorAll("input:not([type=file]), textarea, select")) {
      if (!one.reportValidity()) return;
      if (one.type === "checkbox" ? one.checked : one.value) { options[one.name] = one.value; typed.push(`${one.name}: ${one.value}`); }
    }
    const files = Object.fromEntries([...this.given].map(([name, own]) => [name, own.take()]).filter(([, own]) => own.length));
    this.field.focus();
    this.run(command.name, options, { ...files, ...this.unnamed(command) }, typed.join(" "));
    this.close();
  }

  // Files beside the words go along with a command that takes files.
  unnamed(command) {
    const takes = command.options.some((one) => one.kind === "file");
    return takes && this.chosen.count ? { "": this.chosen.take() } : {};
  }

  // "/create prompt: a calm sea seconds: 5", or "/delete #1": words without a name go to the first option of words.
  submit(text) {
    if (this.open && !text) { this.sendPanel(); return true; }
    const [, name, rest] = /^\/(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
    const command = this.all.find((one) => one.name === name?.toLowerCase());
    if (!command) return false;
    this.run(command.name, this.read(command, rest), this.unnamed(command), text);
    return true;
  }

  // A number or a choice is one word: what stands behind it goes on with the words before.
  read(command, rest) {
    const named = new Map(command.options.map((one) => [one.name, one]));
    const pieces = named.size ? rest.split(new RegExp(`(?:^|\\s)(${[...named.keys()].join("|")}):\\s*`, "i")) : [rest];
    const first = command.options.find((one) => one.kind !== "file")?.name;
    const options = {};
    let current = first;
    if (first) options[first] = pieces[0].trim();
    for (let at = 1; at < pieces.length; at += 2) {
      const name = pieces[at].toLowerCase();
      const [, word, more] = /^(\S*)\s*([\s\S]*)$/.exec(pieces[at + 1]);
      if (["number", "choice", "flag"].includes(named.get(name).kind)) {
        options[name] = word;
        if (current) options[current] = `${options[current]} ${more}`.trim();
      } else {
        options[name] = pieces[at + 1].trim();
        current = name;
      }
    }
    return options;
  }

  close() {
    for (const files of this.given.values()) for (const chip of files.take()) chip.upload.stop();
    this.given.clear();
    this.open = null;
    this.found = [];
    this.draw();
    this.panel.hidden = true;
    this.panel.replaceChildren();
  }
}
