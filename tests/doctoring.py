"""Shows an installation to the doctor: a look or two at a time, and the mistakes that root or a container makes."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bots.wiring.doctor.finding import Finding, Level
from bots.wiring.doctor.patient import Patient, admit

HOUSE = Path(__file__).parents[1]
NOBODY = 65_534
Check = Callable[[Patient], Iterator[Finding]]


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Give the settings of an installation in `folder`: data, and keys and journal beside it."""
    own = {
        "DATA_DIR": str(folder / "data"),
        "KEY_FILE": str(folder / "keys" / "master.key"),
        "ERASURE_JOURNAL": str(folder / "keys" / "erasure.journal"),
    }
    return {f"HUSHREEL_{name}": value for name, value in (own | settings).items()}


def patient(folder: Path, **settings: str) -> Patient:
    """Admit the installation in `folder`, started there."""
    return admit(environment(folder, **settings), folder)


def codes(check: Check, of: Patient) -> list[str]:
    """Take one look, and give the codes of what is wrong; no words name a secret."""
    found = list(check(of))
    assert found, check.__name__
    assert all(one.says and "\n" not in one.says for one in found)
    return [one.code for one in found if one.level is not Level.OK]


def mend(check: Check, of: Patient) -> str:
    """Give the words of what is wrong."""
    return "\n".join(one.says for one in check(of) if one.level is not Level.OK)


def command(*arguments: str) -> list[str]:
    """Give `hushreel doctor` as a command."""
    return [sys.executable, "-m", "bots", "doctor", *arguments]


def run(
    folder: Path, *arguments: str, before: tuple[str, ...] = (), **settings: str
) -> subprocess.CompletedProcess[str]:
    """Give the real command in a process of its own."""
    given = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(HOUSE),
        "HOME": str(folder),
        **environment(folder, **settings),
    }
    return subprocess.run(
        [*before, *command(*arguments)], env=given, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def codes_elsewhere(checks: str, *before: str, **given: str) -> list[str]:
    """Take looks (as in "keys.key, folders.room") in another process, behind a command; give all their codes."""
    settings = {f"HUSHREEL_{name}": value for name, value in given.items()}
    code = f"""
from pathlib import Path
from bots.wiring.doctor.patient import admit
from bots.wiring.doctor import clock, folders, keys, machine, rendering, service
patient = admit({settings}, Path("/nonexistent"))
print(*(found.code for look in ({checks},) for found in look(patient)))
"""
    return python(code, *before).split()


def python(code: str, *before: str) -> str:
    """Run a few lines of Python behind a command such as prlimit, and give what they print."""
    done = subprocess.run(
        [*before, sys.executable, "-c", code],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(HOUSE)},
        cwd=HOUSE,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def as_root() -> None:
    """Tests that give files to other accounts or mount something run as root."""
    if os.geteuid() != 0:
        pytest.skip("other accounts' files are made by root alone")


@pytest.fixture
def unprivileged(tmp_path: Path) -> tuple[str, ...]:
    """A command that begins others without root's rights: rights are tested by who has none."""
    if os.geteuid() != 0:
        return ()
    assert shutil.which("setpriv")
    top = Path(tempfile.gettempdir())
    for folder in (one for one in (tmp_path, *tmp_path.parents) if one != top and one.is_relative_to(top)):
        folder.chmod(0o755)
    return ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
