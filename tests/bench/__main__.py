"""`make bench`: run every bench_*.py beside this file and write docs/benchmarks.md.

A bench module describes itself in its docstring's first line and has `rows() -> list[Row]`. Each runs in a
process of its own, so that its times and memory are its own. Takes another path for the page as its argument,
and after that the parts to measure.
"""

import multiprocessing
import os
import platform
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.measure import measure
from tests.bench.row import Row

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "benchmarks.md"
BYTES_PER_GIB = 2**30


def machine() -> str:
    """Describe the machine in one line."""
    cpu = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    cores = len(os.sched_getaffinity(0))
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / BYTES_PER_GIB
    return f"{cores} cores of {cpu}, {memory_gib:.0f} GiB of memory, Linux, Python {platform.python_version()}"


def table(rows: list[Row]) -> Iterator[str]:
    """Write rows as a Markdown table. A row without a target is a yardstick."""
    yield "| what | measured | to reach | reached | how |"
    yield "|---|---|---|---|---|"
    for row in rows:
        reached = ("yes" if row.reached else "**no**") if row.target else ""
        yield f"| {row.name} | {row.value:.3g} {row.unit} | {row.target} | {reached} | {row.note} |"


def page(sections: list[tuple[str, list[Row]]], made_at: datetime) -> str:
    """Write the whole page."""
    lines = [
        "# Benchmarks",
        "",
        f"Measured {made_at:%d %B %Y} by `make bench` on {machine()}.",
        "Ratios (x) compare two things measured in the same run. A row without a figure to reach is a yardstick.",
    ]
    for title, rows in sections:
        lines += ["", f"## {title}", "", *table(rows)]
    return "\n".join(lines) + "\n"


def main(target: Path, parts: list[str]) -> int:
    """Measure all, or some `parts` ("answers" of bench_answers.py), one after the other. Returns 1 for nothing."""
    modules = [f"bench_{one}" for one in parts] or sorted(path.stem for path in HERE.glob("bench_*.py"))
    fresh = multiprocessing.get_context("spawn")
    sections, began_s = [], time.monotonic()
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh, max_tasks_per_child=1) as alone:
        for title, rows in alone.map(measure, modules):
            sections.append((title, rows))
            took_s, began_s = time.monotonic() - began_s, time.monotonic()
            sys.stdout.write("\n".join([f"{title} ({took_s:.0f} s)", *table(rows), ""]))
            sys.stdout.flush()
    target.write_text(page(sections, datetime.now(UTC)), "utf-8")
    return 0 if sections else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE, sys.argv[2:]))
