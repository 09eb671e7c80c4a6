"""Starting, and doing nothing: the real `hushreel run` as a process."""

import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil

from tests.bench.row import Row
from tests.service import Service

STARTS = 5
IDLE_S = 30.0
MIB = 2**20


def rows() -> list[Row]:
    """Measure help, the first and later starts, and what an idle service takes."""
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Path(folder))
        first_s = _answers_after_s(service)
        service.stop()
        later, stops = zip(*(_start_and_stop(service) for _ in range(STARTS)), strict=True)
        _answers_after_s(service)
        memory_mib, core_share = _idle(service)
        service.stop()
    helps = [_help_s() for _ in range(STARTS)]
    return [
        Row("help", max(helps), "s", "at most 0.5", max(helps) <= 0.5, f"slowest of {STARTS}"),
        Row("the web answers, first start on an empty folder", first_s, "s", "", reached=True),
        Row("the web answers, later starts", max(later), "s", "at most 3", max(later) <= 3, f"slowest of {STARTS}"),
        Row("stop by Ctrl-C", statistics.median(stops), "s", "", reached=True, note="median"),
        Row("idle memory", memory_mib, "MiB", "at most 300", memory_mib <= 300, "PSS of all processes"),
        Row("idle work", core_share * 100, "% of a core", "at most 3", core_share <= 0.03, f"over {IDLE_S:.0f} s"),
    ]


def _answers_after_s(service: Service) -> float:
    begun = time.perf_counter()
    service.start()
    with urllib.request.urlopen(f"{service.base}/healthz", timeout=10) as answer:  # noqa: S310 - our own address
        assert answer.status == 200
    return time.perf_counter() - begun


def _start_and_stop(service: Service) -> tuple[float, float]:
    taken = _answers_after_s(service)
    begun = time.perf_counter()
    service.stop()
    return taken, time.perf_counter() - begun


def _help_s() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bots", "--help"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _idle(service: Service) -> tuple[float, float]:
    """Wait until the start has settled, then measure memory (MiB) and the share of a core over IDLE_S."""
    assert service.process is not None
    time.sleep(10)
    top = psutil.Process(service.process.pid)
    family = [top, *top.children(recursive=True)]
    before = sum(sum(one.cpu_times()[:2]) for one in family)
    time.sleep(IDLE_S)
    after = sum(sum(one.cpu_times()[:2]) for one in family)
    memory = sum(one.memory_full_info().pss for one in family)
    return memory / MIB, (after - before) / IDLE_S
