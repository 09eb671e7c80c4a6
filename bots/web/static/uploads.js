// Sends a file in pieces (tus 1.0), goes on by itself after a broken connection, and can be stopped at any time.

const SMALLEST = 2 ** 20, LARGEST = 2 ** 23, BRISK_MS = 500, SLOW_MS = 4000;
const FIRST_WAIT_MS = 500, LONGEST_WAIT_MS = 30_000;
const LAST = new Set(["sent", "refused", "stopped"]);
const PIECE = "application/offset+octet-stream";

const pause = (length) => new Promise((done) => setTimeout(done, length));
const going = new Set();
addEventListener("pagehide", () => { for (const one of going) one.stop(); });

class Refused extends Error {
  constructor(status, reply) { super(); Object.assign(this, { status, reply }); }
}

function encoded(name) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(name.slice(0, 80))));
}

export class Upload {
  // `changed` is called whenever there is something new to show: sent, state ("going", "waiting", "whole", then "sent", "refused" or "stopped").
  constructor(file, changed) {
    Object.assign(this, { file, changed, sent: 0, state: "going", place: null, refusal: null, broken: new AbortController() });
    going.add(this);
    this.ended = this.send();
  }

  get id() { return this.place.split("/").pop(); }

  stop() {
    if (!going.has(this)) return;
    this.become("stopped");
    this.broken.abort();
    if (this.place) fetch(this.place, { method: "DELETE", headers: this.headers(), keepalive: true }).catch(() => {});
  }

  // A command names it now, and it can't be taken back any more.
  handOver() { this.become("sent"); }

  become(state) {
    this.state = state;
    if (LAST.has(state)) going.delete(this);
    this.changed(this);
  }

  headers(more = {}) { return { "Tus-Resumable": "1.0.0", ...more }; }

  async send() {
    let size = SMALLEST, wait = FIRST_WAIT_MS;
    while (this.state === "going" || this.state === "waiting") {
      try {
        if (!this.place) await this.begin();
        else if (this.state === "waiting") await this.look();
        else if (this.sent < this.file.size) size = await this.piece(size);
        if (this.place && this.sent === this.file.size) this.become("whole");
        else this.become("going");
        wait = FIRST_WAIT_MS;
      } catch (error) {
        if (this.state === "stopped") return;
        if (error instanceof Refused) { this.refusal = error; this.become("refused"); return; }
        this.become("waiting");
        await pause(wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      }
    }
  }

  async begin() {
    const headers = this.headers({ "Upload-Length": this.file.size, "Upload-Metadata": `filename ${encoded(this.file.name)}` });
    const answer = await this.ask("uploads", { method: "POST", headers });
    this.place = answer.headers.get("Location");
    this.sent = 0;
    if (this.state === "stopped") fetch(this.place, { method: "DELETE", headers: this.headers(), keepalive: true }).catch(() => {});
  }

  async look() {
    this.heard(await this.ask(this.place, { method: "HEAD", headers: this.headers() }));
  }

  async piece(size) {
    const started = performance.now();
    const body = await this.file.slice(this.sent, this.sent + size).arrayBuffer().catch(() => { throw new Refused(0, null); });
    const headers = this.headers({ "Content-Type": PIECE, "Upload-Offset": this.sent });
    this.heard(await this.ask(this.place, { method: "PATCH", headers, body }));
    const took = performance.now() - started;
    if (took < BRISK_MS) return Math.min(size * 2, LARGEST);
    return took > SLOW_MS ? Math.max(size / 2, SMALLEST) : size;
  }

  // What is forgotten over there (a restart, a long silence) is begun anew; what it refuses is final.
  async ask(place, asked) {
    const answer = await fetch(place, { ...asked, signal: this.broken.signal });
    if (answer.ok || answer.status === 409) return answer;
    if (answer.status === 404 && this.place) { this.place = null; this.sent = 0; return answer; }
    if (answer.status >= 500 && answer.status !== 507) throw new Error("broken");
    throw new Refused(answer.status, await answer.json().catch(() => null));
  }

  heard(answer) {
    if (this.place) this.sent = Number(answer.headers.get("Upload-Offset"));
  }
}
