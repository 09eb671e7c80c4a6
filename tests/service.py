"""The real `hushreel run` in a process of its own, for tests from outside."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

COMMAND_WITHIN_S = 300
"""How long a command may take on a machine that is busy with other things."""

_DEMO = re.compile(r"http://\S+/demo\?t=\S+")
_TUNNEL = re.compile(r"ssh -L (\d+):127\.0\.0\.1:\1 ")


@dataclass
class Service:
    """One service on a folder. `settings` are HUSHREEL_* without the prefix; `started_by` is a command before it."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    started_by: tuple[str, ...] = ()
    process: subprocess.Popen[str] | None = None
    printed: str = ""

    @property
    def data_dir(self) -> Path:
        """Where its data is."""
        return self.folder / "data"

    def environment(self) -> dict[str, str]:
        """Give a minimal environment: nothing of the caller's settings comes along."""
        (self.folder / "tmp").mkdir(parents=True, exist_ok=True)
        own = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "PYTHONUNBUFFERED": "1",
            "HOME": str(self.folder),
            "TMPDIR": str(self.folder / "tmp"),
            "HUSHREEL_DATA_DIR": str(self.data_dir),
            "HUSHREEL_KEY_FILE": str(self.folder / "keys" / "master.key"),
            "HUSHREEL_ERASURE_JOURNAL": str(self.folder / "keys" / "erasure.journal"),
            "HUSHREEL_LISTEN": "127.0.0.1:0",
        }
        return own | {f"HUSHREEL_{name}": value for name, value in self.settings.items()}

    def start(self) -> Self:
        """Start it and wait until it printed its address."""
        self.folder.mkdir(parents=True, exist_ok=True)
        log = (self.folder / "log.txt").open("a")
        self.process = subprocess.Popen(
            [*self.started_by, sys.executable, "-m", "bots", "run"],
            env=self.environment(),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        log.close()
        assert self.process.stdout is not None
        self.printed = ""
        for line in self.process.stdout:
            self.printed += line
            if line.startswith("Stop"):
                return self
        raise AssertionError(f"it ended with {self.process.wait()}: {self.log[-2000:]}")

    @property
    def demo(self) -> str:
        """The printed address, secret included."""
        found = _DEMO.search(self.printed)
        assert found, self.printed
        return found[0]

    @property
    def port(self) -> int:
        """The port that it took, as the printed ssh tunnel names it."""
        found = _TUNNEL.search(self.printed)
        assert found, self.printed
        return int(found[1])

    @property
    def base(self) -> str:
        """The address without path."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What it wrote for the operator."""
        return (self.folder / "log.txt").read_text("utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Give another `hushreel` command on the same data, to its end."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return subprocess.run(
            [sys.executable, "-m", "bots", *arguments],
            env=self.environment(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=COMMAND_WITHIN_S,
            check=False,
        )

    def stop(self) -> int:
        """Press Ctrl-C and wait."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        return self._ended()

    def kill(self) -> int:
        """End it with kill -9."""
        assert self.process is not None
        self.process.kill()
        return self._ended()

    def _ended(self) -> int:
        assert self.process is not None
        code = self.process.wait(30)
        if self.process.stdout is not None:
            self.printed += self.process.stdout.read()
            self.process.stdout.close()
        self.process = None
        return code

    def __enter__(self) -> Self:
        """Start it."""
        return self.start()

    def __exit__(self, *_: object) -> None:
        """Stop it, and kill it if it won't."""
        if self.process is None:
            return
        try:
            self.stop()
        except subprocess.TimeoutExpired:
            self.kill()
            raise


def eventually(check: object, within_s: float = 30.0) -> None:
    """Wait until `check()` is true; raises AssertionError when time is up."""
    assert callable(check)
    until = time.monotonic() + within_s
    while not check():
        assert time.monotonic() < until, "it did not come true in time"
        time.sleep(0.05)
