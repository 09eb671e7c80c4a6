// Records a voice note: one press begins, the next ends.

import { word } from "./words.js";

const ENDINGS = { "audio/ogg": "ogg", "audio/mp4": "m4a" };

export function microphone(button, { done, failed }) {
  let recorder = null;
  button.hidden = !(globalThis.MediaRecorder && navigator.mediaDevices);

  function show(recording) {
    const label = word(recording ? "record-end" : "record");
    button.setAttribute("aria-label", label);
    button.title = label;
    button.setAttribute("aria-pressed", String(recording));
  }

  async function begin() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      const type = recorder.mimeType.split(";")[0];
      recorder = null;
      show(false);
      done(new File(pieces, `${word("voice-note")}.${ENDINGS[type] ?? "webm"}`, { type }));
    });
    recorder.start();
    show(true);
  }

  button.addEventListener("click", () => {
    if (recorder) recorder.stop();
    else begin().catch(() => failed(word("record-refused")));
  });
}
