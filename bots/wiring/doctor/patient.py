"""What the doctor looks at: settings as far as they can be read, the folders, the process that serves."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bots.settings import Settings, examine
from core.errors import BadSetting
from core.storage.serving import served_by


@dataclass(frozen=True)
class Patient:
    """One installation. Nothing of it is changed. `serving` is the process id of a Hushreel that serves the data."""

    settings: Settings
    refusals: tuple[BadSetting, ...]
    folder: Path
    environ: Mapping[str, str]
    now_ms: int
    serving: int | None

    @property
    def database(self) -> Path:
        """Where the tables are."""
        return self.settings.data_dir / "hushreel.db"

    def process_file(self, name: str) -> str:
        """Read a file of /proc about the serving process, or about this one. Empty where that isn't allowed."""
        try:
            return Path("/proc", str(self.serving or os.getpid()), name).read_text("utf-8")
        except OSError:
            return ""


def admit(environ: Mapping[str, str], folder: Path) -> Patient:
    """Look at the installation that a start in `folder` would use."""
    settings, refusals = examine(environ, folder)
    serving = served_by(settings.data_dir / "serving.lock")
    return Patient(settings, tuple(refusals), folder, environ, time.time_ns() // 1_000_000, serving)
