"""Clips: steadier, slower, and how soon a cancelled one is gone.

The yardsticks are what an experiment reached before this was built; every figure to reach is measured in this run.
"""

import asyncio
import statistics
import sys
import time
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.generators.motion.clips.reel import Reel, clip_of
from core.generators.motion.clips.stabilise import steadied
from core.generators.motion.clips.survey import Survey, surveyed
from core.generators.motion.flow import Between
from core.generators.motion.images import Pixels
from core.generators.motion.task import render
from core.videos import Effect
from core.work import Memory, Work
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.bench.row import Row
from tests.fakes.footage import clip
from tests.gallery.clips import flight
from tests.gallery.footage import SIZE, still

FRAMES = 60
GAP = 4
CANCEL_MOST_MS, JITTER_MOST_PX, STEADY_MOST_MS, BETWEEN_MOST_MS = 100.0, 0.11, 5.0, 104.0
GAIN_LEAST_DB = 5.0
STAGES = {"starting": 0.0, "looking": 0.05, "drawing": 0.35}


def rows() -> list[Row]:
    """Measure steadiness, moments between frames, speed and cancelling."""
    cv2.setNumThreads(1)
    return [*_steadying(), *_slowing(), *_speed(), *asyncio.run(_cancelling())]


def _steadying() -> list[Row]:
    shake = np.cumsum(np.random.default_rng(0).normal(0, 2.5, (FRAMES, 2)), axis=0)
    picture, middle = still("mountains day", 4), (np.array(SIZE) - 1) / 2
    places = middle + shake
    with clip(_shaken(picture, places)) as given:
        decoding_s = _timed_decoding(given)
        begin = time.process_time()
        survey: Survey = surveyed(clip_of(given), np.arange(FRAMES), lambda _share: None, interest=False)
        views = steadied(survey, SIZE)
        each_ms = (time.process_time() - begin - decoding_s) / FRAMES * 1000
    after = np.array([view[:, :2] @ place + view[:, 2] for view, place in zip(views, places, strict=True)])
    how = "root mean square of second differences of a point's true way, 1280 x 720"
    return [
        Row("jitter of a shaky clip", _jitter(places), "px", "", reached=True, note=f"{how}; the experiment had 3.28"),
        _at_most("jitter once stabilised", _jitter(after), "px", JITTER_MOST_PX, f"{how}; the experiment reached 0.11"),
        _at_most(
            "finding the steady way",
            each_ms,
            "ms",
            STEADY_MOST_MS,
            "processor time a frame, without decoding; experiment: 5",
        ),
    ]


def _shaken(picture: Pixels, places: NDArray[np.float64]) -> list[Pixels]:
    middle = (np.array(picture.shape[1::-1]) - 1) / 2
    matrices = [np.column_stack([np.eye(2), place - middle]) for place in places]
    return [np.asarray(cv2.warpAffine(picture, matrix, SIZE, flags=cv2.INTER_CUBIC)) for matrix in matrices]


def _timed_decoding(given: Memory) -> float:
    begin = time.process_time()
    with Reel(clip_of(given), SIZE) as reel:
        for number in range(FRAMES):
            reel.frame(number)
    return time.process_time() - begin


def _jitter(path: NDArray[np.float64]) -> float:
    return float(np.sqrt((np.diff(path, n=2, axis=0) ** 2).mean()))


def _slowing() -> list[Row]:
    frames = list(flight(3 * 2 * GAP + 1, 5.0))
    drawn, blended, times = [], [], []
    for place in range(0, len(frames) - 2 * GAP, GAP):
        before, held_out, after = frames[place], frames[place + GAP], frames[place + 2 * GAP]
        begin = time.process_time()
        moment = Between(before, after).at(0.5)
        times.append((time.process_time() - begin) * 1000)
        drawn.append(_psnr_db(moment, held_out))
        blended.append(_psnr_db(cv2.addWeighted(before, 0.5, after, 0.5, 0), held_out))
    gain = float(np.mean(drawn) - np.mean(blended))
    how = f"a balloon over a lake, the middle of {2 * GAP} frames held out, 1280 x 720"
    return [
        _at_most(
            "a moment between two frames",
            statistics.median(times),
            "ms",
            BETWEEN_MOST_MS,
            "processor time; experiment: 104",
        ),
        Row("likeness of that moment", float(np.mean(drawn)), "dB", "", reached=True, note=f"{how}; experiment: 45.9"),
        Row("likeness of a blend", float(np.mean(blended)), "dB", "", reached=True, note=f"{how}; experiment: 35.8"),
        Row("flow over a blend", gain, "dB", f"at least {GAIN_LEAST_DB:g}", gain >= GAIN_LEAST_DB, "same frames"),
    ]


def _psnr_db(one: Pixels, other: Pixels) -> float:
    return float(10 * np.log10(255**2 / np.mean((one.astype(np.float32) - other) ** 2)))


def _speed() -> list[Row]:
    found = []
    with clip(list(flight(FRAMES, 8.0))) as given:
        for effect in Effect:
            begin = time.perf_counter()
            product = render(Work(_order(effect, seconds=2), (given,)), lambda _share: None)
            each_s = (time.perf_counter() - begin) / product.facts["frames"]
            for part in product.parts.values():
                part.close()
            note = "of 5 s each, 1280 x 720, with poster and preview, one at a time"
            found.append(Row(f"clips, {effect.value}", 60 / (each_s * 150), "/min", "", reached=True, note=note))
    return found


def _order(effect: Effect, seconds: int) -> dict[str, object]:
    wanted = {"prompt": "", "shape": "16:9", "seconds": seconds, "seed": 1, "media": ["video/mp4"]}
    return {**wanted, "effect": effect.value}


async def _cancelling() -> list[Row]:
    found = []
    with clip(list(flight(FRAMES, 8.0)) * 2) as given:
        for stage, share in STAGES.items():
            gone_ms, freed_mib = await _cancelled(given, share)
            note = f"until its process is reaped, and with it {freed_mib:.0f} MiB"
            found.append(_at_most(f"cancelled while {stage}", gone_ms, "ms", CANCEL_MOST_MS, note))
    return found


async def _cancelled(given: Memory, share: float) -> tuple[float, float]:
    """Cancel a clip when it is so far; give the milliseconds until its process is gone, and what it had in memory."""
    pool, reached = Workers(TASKS), asyncio.Event()
    work = Work(_order(Effect.STABILISE, seconds=4), (given,))

    def told(now: float) -> None:
        if now >= share:
            reached.set()

    making = asyncio.create_task(pool.run("motion_render", work, on_progress=told))
    await (reached.wait() if share else asyncio.sleep(0.05))
    (pid,) = pool.pids
    freed_mib = _resident_mib(pid)
    begin = time.perf_counter()
    making.cancel()
    await asyncio.wait({making})
    gone_ms = (time.perf_counter() - begin) * 1000
    if _there(pid):
        raise RuntimeError("process_is_left")
    await pool.close()
    return gone_ms, freed_mib


def _there(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def _resident_mib(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def _at_most(name: str, value: float, unit: str, most: float, note: str) -> Row:
    return Row(name, value, unit, f"at most {most:g}", value <= most, note)


if __name__ == "__main__":
    for one in rows():
        sys.stdout.write(f"{one}\n")
