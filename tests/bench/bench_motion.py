"""Motion: a picture to 5 s of video at 1280 x 720.

The whole task is measured, from the picture's bytes to the finished MP4 with sound, against encoding the frames that
come out of it when they lie ready in memory.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from core.generators.motion import camera
from core.generators.motion.camera import Move, pose
from core.generators.motion.encode import FPS, encode
from core.generators.motion.images import Pixels
from core.generators.motion.noise import spectral
from core.generators.motion.picture import layered, picture_film, shown
from core.generators.motion.sound import sound_bed
from core.generators.motion.task import render
from core.generators.motion.words import read
from core.work import Memory, Work
from tests.bench.row import Row

SIZE = (1280, 720)
SECONDS = 5
FRAMES = SECONDS * FPS
SEED = 3
ROUNDS = 3
PROMPT = "zoom in"
LENS_BLUR_PX = 1.2
MOVE_MOST, PARALLAX_MOST, MOVIEPY_LEAST, JITTER_MOST_PX = 1.5, 2.5, 5.0, 0.05

# MoviePy's own zoom, as its documentation shows it: `resized` with a function of time, over a centre crop.
MOVIEPY = """
import sys, time
from moviepy import CompositeVideoClip, ImageClip
picture, video = sys.argv[1:3]
begin = time.perf_counter()
clip = ImageClip(picture).with_duration({seconds}).resized(lambda t: 1 + 0.13 * t / {seconds}).with_position("center")
scene = CompositeVideoClip([clip], size=({width}, {height})).with_duration({seconds})
scene.write_videofile(video, fps={fps}, codec="libx264", audio=False, preset="veryfast", logger=None,
                      ffmpeg_params=["-crf", "20", "-x264-params", "mbtree=0:b-adapt=0"])
print(time.perf_counter() - begin)
"""


def rows() -> list[Row]:
    """Measure speed and steadiness."""
    cv2.setNumThreads(1)
    plain, subject = drawn_photo(with_subject=False), drawn_photo(with_subject=True)
    move_s, move_times = _against_ready(plain)
    _, parallax_times = _against_ready(subject)
    times_faster = statistics.median(_moviepy(plain) / _timed(lambda: _silent(plain)) for _ in range(ROUNDS))
    jitter_px = _jitter()
    how = f"median of {ROUNDS} rounds, {SECONDS} s, {FPS} frames a second, with sound"
    return [
        _at_most("camera move / encoding its ready frames", move_times, "x", MOVE_MOST, how),
        _at_most("parallax / encoding its ready frames", parallax_times, "x", PARALLAX_MOST, how),
        Row(
            "moviepy's zoom / our camera move",
            times_faster,
            "x",
            f"at least {MOVIEPY_LEAST:g}",
            times_faster >= MOVIEPY_LEAST,
            "same picture, size, frames and codec settings, both silent; median of the rounds, less moviepy's start",
        ),
        _at_most("jitter of a tracked dot", jitter_px, "px", JITTER_MOST_PX, "root mean square of second differences"),
        Row("camera move, picture to MP4", move_s, "s", "", reached=True, note=f"quickest of {ROUNDS} rounds"),
    ]


def _at_most(name: str, value: float, unit: str, most: float, note: str) -> Row:
    return Row(name, value, unit, f"at most {most:g}", value <= most, note)


def _against_ready(picture: bytes) -> tuple[float, float]:
    """Give the seconds that the whole task takes, and how many times those to encode its frames ready in memory."""
    film = picture_film(picture, read(PROMPT), SIZE, FRAMES, np.random.default_rng([SEED, 1]))
    ready = [film.frame_at(number) for number in range(FRAMES)]
    sound = sound_bed("picture", SECONDS, np.random.default_rng([SEED, 2]))

    def whole() -> None:
        parameters = {"prompt": PROMPT, "shape": "16:9", "seconds": SECONDS, "seed": SEED}
        with Memory.of(picture) as given:
            product = render(Work(parameters, (given,)), lambda _share: None)
        for part in product.parts.values():
            part.close()

    def from_ready() -> None:
        encode(lambda number: ready[number], FRAMES, sound, lambda _number, _pixels: None).close()

    pairs = [(_timed(whole), _timed(from_ready)) for _ in range(ROUNDS)]
    return min(whole_s for whole_s, _ in pairs), statistics.median(whole_s / ready_s for whole_s, ready_s in pairs)


def _silent(picture: bytes) -> None:
    film = picture_film(picture, read(PROMPT), SIZE, FRAMES, np.random.default_rng([SEED, 1]))
    encode(film.frame_at, FRAMES, None, lambda _number, _pixels: None).close()


def _timed(do: Callable[[], None]) -> float:
    begin = time.perf_counter()
    do()
    return time.perf_counter() - begin


def _moviepy(picture: bytes) -> float:
    """Give the seconds of moviepy's zoom over the same picture. Needs HUSHREEL_BENCH_MOVIEPY_PYTHON."""
    python = os.environ["HUSHREEL_BENCH_MOVIEPY_PYTHON"]
    script = MOVIEPY.format(seconds=SECONDS, width=SIZE[0], height=SIZE[1], fps=FPS)
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "picture.png"), Path(folder, "video.mp4")
        pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
        cv2.imwrite(str(given), cv2.resize(np.asarray(pixels), SIZE, interpolation=cv2.INTER_AREA))
        run = subprocess.run(
            [python, "-c", script, str(given), str(made)], check=True, stdout=subprocess.PIPE, text=True
        )
    return float(run.stdout.split()[-1])


def drawn_photo(*, with_subject: bool) -> bytes:
    """Draw something with the detail of a photo, 1920 x 1080, with or without a subject in front; as a JPEG."""
    rng = np.random.default_rng(7)
    y, x = np.mgrid[0:1080, 0:1920].astype(np.float32)
    # The power of photographs falls about as 1/f^2 (Field, 1987); three layers of it stand for light and two colours.
    light, warm, fresh = (spectral(rng, 2048, 2.2, lowest=2)[:1080, :1920] * power for power in (38, 12, 9))
    picture = np.dstack([118 + light - warm, 116 + light + fresh, 112 + light + warm])
    if with_subject:
        body = (np.hypot(x - 960, y - 590) < 260)[..., None]
        colour = np.dstack([30 + light * 0.3, 45 + light * 0.3, 205 + light * 0.5])
        picture = np.where(body, colour, picture)
    seen = cv2.GaussianBlur(picture, (0, 0), LENS_BLUR_PX)
    return cv2.imencode(".jpg", np.clip(seen, 0, 255).astype(np.uint8))[1].tobytes()


def _jitter() -> float:
    """Follow the centre of a soft dot through a push and a pan; give the worse of both in pixels."""
    y, x = np.mgrid[0:1080, 0:1920].astype(np.float32)
    dot = (20 + 220 * np.exp(-((x - 1103.3) ** 2 + (y - 511.7) ** 2) / (2 * 9.0**2))).astype(np.uint8)
    worst = 0.0
    for move in (Move.PUSH_IN, Move.PAN_LEFT):
        room = 1 + 2.2 * camera.most_shift(move, 1.0)
        layers = layered(np.dstack([dot] * 3), SIZE, room, np.random.default_rng(1))
        path = np.array([_centre(shown(layers, pose(move, n / (FRAMES - 1)), SIZE)) for n in range(FRAMES)])
        worst = max(worst, float(np.sqrt((np.diff(path, n=2, axis=0) ** 2).mean(0)).max()))
    return worst


def _centre(view: Pixels) -> tuple[float, float]:
    light = np.clip(view[..., 0].astype(np.float64) - 40, 0, None)
    rows_, columns = np.mgrid[0 : view.shape[0], 0 : view.shape[1]]
    return float((light * columns).sum() / light.sum()), float((light * rows_).sum() / light.sum())


if __name__ == "__main__":
    for one in rows():
        sys.stdout.write(f"{one}\n")
