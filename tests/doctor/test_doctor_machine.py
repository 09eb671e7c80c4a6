"""The doctor finds what the machine lacks: libraries, memory, cores, limits, codecs, workers that may work."""

import os
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from bots.wiring.doctor import machine
from bots.wiring.doctor.machine import account, core_dumps, group_bytes, installed, open_files, python, swap
from bots.wiring.doctor.rendering import codecs, rendering
from tests.doctoring import as_root, codes, codes_elsewhere, mend, patient, run, unprivileged

__all__ = ("as_root", "unprivileged")
MIB = 2**20
WITHOUT_MEMFD = f"""
import ctypes, os, struct, sys
CALL = {319 if os.uname().machine == "x86_64" else 279}
rules = [(0x20, 0, 0, 0), (0x15, 0, 1, CALL), (0x06, 0, 0, 0x00050001), (0x06, 0, 0, 0x7fff0000)]
filled = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("rules", ctypes.c_void_p)]
program = Program(len(rules), ctypes.addressof(filled))
libc = ctypes.CDLL(None, use_errno=True)
assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, ctypes.byref(program), 0, 0) == 0, ctypes.get_errno()
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Forbids the call memfd_create by a real seccomp filter (prctl(2), seccomp(2)), and goes on with a command."""


def test_this_machine_is_fine(tmp_path: Path) -> None:
    """What tests run on can make videos."""
    for look in (python, installed, swap, codecs, rendering):
        assert codes(look, patient(tmp_path)) == []


def test_a_system_that_is_not_linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another system and an old Python are told first."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    assert codes(python, patient(tmp_path)) == ["python_old"]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert codes(python, patient(tmp_path)) == ["no_linux"]


def test_memory_files_that_are_forbidden() -> None:
    """A seccomp filter without memfd: it is named, and the tiny rendering fails for real."""
    before = (sys.executable, "-c", WITHOUT_MEMFD)
    assert codes_elsewhere("machine.python, rendering.rendering", *before) == ["memfd_refused", "rendering_failed"]


def test_libraries_that_differ_from_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older version before the right one, and one that is pinned and isn't there; a marker may leave one out."""
    old = tmp_path / "old" / "aiohttp-0.1.dist-info"
    old.mkdir(parents=True)
    (old / "METADATA").write_text("Metadata-Version: 2.1\nName: aiohttp\nVersion: 0.1\n")
    monkeypatch.syspath_prepend(tmp_path / "old")
    assert codes(installed, patient(tmp_path)) == ["library_other"]
    assert "aiohttp" in mend(installed, patient(tmp_path))
    monkeypatch.setattr(machine, "HOUSE", tmp_path)
    assert codes(installed, patient(tmp_path)) == []
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock" / "run.txt").write_text(
        "no-such-library==1.0 \\\n# via x\nnor-this==2 ; sys_platform == 'x' \\\n"
    )
    assert codes(installed, patient(tmp_path)) == ["library_missing"]


def test_another_python_than_the_prepared_one(tmp_path: Path) -> None:
    """Started by a Python without our libraries, one line says what is missing and what mends it."""
    code = "import sys; sys.path[:0] = [sys.argv.pop(1)]; from bots.__main__ import main; sys.exit(main(['doctor']))"
    done = run(tmp_path, before=(sys.executable, "-S", "-c", code, str(Path(__file__).parents[2])))
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    assert "Mend: make setup" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(("mib", "code"), [(1_000, "memory_short"), (1_900, "memory_tight")])
def test_too_little_memory(mib: int, code: str) -> None:
    """A real limit on a process: less than a video needs, and just enough."""
    assert codes_elsewhere("machine.memory", "prlimit", f"--as={mib * MIB}") == [code]


def test_limits_of_control_groups(tmp_path: Path) -> None:
    """The tightest of a group and those around it counts, in both versions; "max" is none."""
    inner = tmp_path / "system.slice" / "hushreel.service"
    inner.mkdir(parents=True)
    (inner / "memory.max").write_text("max\n")
    (inner.parent / "memory.max").write_text(f"{512 * MIB}\n")
    assert group_bytes("0::/system.slice/hushreel.service\n", tmp_path) == 512 * MIB
    (tmp_path / "memory" / "box").mkdir(parents=True)
    (tmp_path / "memory" / "box" / "memory.limit_in_bytes").write_text(f"{256 * MIB}\n")
    assert group_bytes("4:memory:/box\n1:cpu:/\n", tmp_path) == 256 * MIB
    assert group_bytes("", tmp_path) > 2**60


def test_one_core() -> None:
    """A process bound to one core."""
    core = min(os.sched_getaffinity(0))
    assert codes_elsewhere("machine.memory", "taskset", "--cpu-list", str(core)) == ["one_core"]


def test_swap_in_the_clear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain swap file is told; one in memory isn't, nor any when the unit forbids swapping."""
    table = tmp_path / "swaps"
    monkeypatch.setattr(machine, "_SWAPS", table)
    table.write_text("Filename Type Size Used Priority\n/dev/zram0 partition 1 0 100\n")
    assert codes(swap, patient(tmp_path)) == []
    table.write_text("Filename Type Size Used Priority\n/swapfile file 1 0 -2\n")
    assert codes(swap, patient(tmp_path)) == ["swap_plain"]


@pytest.fixture
def limits() -> Iterator[None]:
    """Put this process's limits back."""
    kept = {kind: resource.getrlimit(kind) for kind in (resource.RLIMIT_CORE, resource.RLIMIT_NOFILE)}
    yield
    for kind, limit in kept.items():
        resource.setrlimit(kind, limit)


@pytest.mark.usefixtures("limits")
def test_core_dumps(tmp_path: Path) -> None:
    """A crash would write memory to a disk, or not."""
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    assert codes(core_dumps, patient(tmp_path)) == []
    if most == 0:
        pytest.skip("this account may not allow core dumps")
    resource.setrlimit(resource.RLIMIT_CORE, (4096 if most == resource.RLIM_INFINITY else most, most))
    assert codes(core_dumps, patient(tmp_path)) == ["core_dumps_on"]


@pytest.mark.usefixtures("limits")
@pytest.mark.parametrize(("most", "code"), [(200, ["open_files_few"]), (1_000, ["open_files_tight"]), (1_024, [])])
def test_open_files(tmp_path: Path, most: int, code: list[str]) -> None:
    """Fewer than the service needs, fewer than many people need, enough."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    assert codes(open_files, patient(tmp_path)) == code


@pytest.mark.usefixtures("as_root")
def test_root(tmp_path: Path) -> None:
    """Root that runs it is warned; root that looks at another account's data is told how to look better."""
    assert codes(account, patient(tmp_path)) == ["account_root"]
    (tmp_path / "data").mkdir()
    os.chown(tmp_path / "data", 65_534, 65_534)
    assert [one.code for one in account(patient(tmp_path))] == ["account_looks"]


def test_an_account_without_rights(unprivileged: tuple[str, ...]) -> None:
    """Nobody in particular is fine."""
    assert codes_elsewhere("machine.account", *unprivileged) == ["account_good"]


def test_libraries_that_cannot_write_videos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PyAV without H.264, and none at all."""
    monkeypatch.setitem(sys.modules, "av", SimpleNamespace(codecs_available={"aac"}))
    assert codes(codecs, patient(tmp_path)) == ["codec_missing"]
    monkeypatch.setitem(sys.modules, "av", None)
    assert codes(codecs, patient(tmp_path)) == ["codec_library"]
    assert codes(rendering, patient(tmp_path)) == ["codec_library"]


def test_a_serving_process_is_judged_by_its_own_limits(tmp_path: Path) -> None:
    """What is looked at is the service's process, not the doctor's."""
    served = replace(patient(tmp_path), serving=os.getpid())
    assert served.process_file("limits") == Path("/proc/self/limits").read_text()
    assert replace(served, serving=2**22 + 1).process_file("limits") == ""
