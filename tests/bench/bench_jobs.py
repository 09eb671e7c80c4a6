"""Motion jobs: pictures to 5 s of video at 1280 x 720 by worker processes, as many a minute as the machine makes.

Half of the pictures are moved whole and half have a subject that is cut free; poster, preview and sound are made too.
"""

import asyncio
import os
import resource
import sys
import time
from dataclasses import replace

from core.work import Memory, Work
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.bench.bench_motion import SECONDS, drawn_photo
from tests.bench.row import Row

TASK = "motion_render"
JOBS = 8
JOBS_LEAST = 25.0
CORES = len(os.sched_getaffinity(0))
CPU_MOST_S = 60 * CORES / JOBS_LEAST
PROMPTS = ("zoom in", "pan left", "orbit", "")


def rows() -> list[Row]:
    """Run the same jobs one at a time and one on each core."""
    alone, _ = asyncio.run(_jobs_a_minute(1))
    together, cpu_s = asyncio.run(_jobs_a_minute(CORES))
    how = f"{JOBS} jobs with all that a worker's start and end take; {TASK} runs {TASKS[TASK].at_once} at once"
    return [
        Row("picture jobs, one at a time", alone, "a minute", "", reached=True, note=how),
        Row(
            f"picture jobs, {CORES} at a time",
            together,
            "a minute",
            f"at least {JOBS_LEAST:g}",
            together >= JOBS_LEAST,
            how,
        ),
        Row(
            "processor time of a job",
            cpu_s,
            "s",
            f"at most {CPU_MOST_S:g}",
            cpu_s <= CPU_MOST_S,
            "user and system, start of its process with it; at this, all cores make as many jobs as wanted",
        ),
    ]


async def _jobs_a_minute(at_once: int) -> tuple[float, float]:
    """Give jobs a minute, and seconds of processor time for each."""
    pictures = [drawn_photo(with_subject=subject) for subject in (False, True)]
    pool = Workers({TASK: replace(TASKS[TASK], at_once=at_once)})
    before_s, begin = _children_s(), time.perf_counter()
    await asyncio.gather(*(_job(pool, pictures[number % 2], number) for number in range(JOBS)))
    took_s = time.perf_counter() - begin
    await pool.close()
    return 60 * JOBS / took_s, (_children_s() - before_s) / JOBS


async def _job(pool: Workers, picture: bytes, number: int) -> None:
    order = {"prompt": PROMPTS[number // 2 % len(PROMPTS)], "shape": "16:9", "seconds": SECONDS, "seed": number}
    with Memory.of(picture) as given:
        product = await pool.run(TASK, Work(order, (given,)), timeout_s=300)
    for part in product.parts.values():
        part.close()


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    for one in rows():
        sys.stdout.write(f"{one}\n")
