"""What `hushreel run` prints once it is ready."""

from pathlib import Path
from string import Template

from bots import VERSION
from bots.settings import DAYS_IN_MS, HOURS_IN_MS, Settings

_TEXT = Path(__file__).parents[1] / "texts" / "banner.txt"
_LATER = "(from version 0.2 on)"


def banner(settings: Settings, port: int, demo_path: str | None) -> str:
    """Write the text of design section 14. `demo_path` holds the demo's secret; None says that there is no demo."""
    host = settings.listen[0]
    name = f"[{host}]" if ":" in host else host
    closed = "off: it is there only while no platform and no PUBLIC_URL is set, and LISTEN is loopback"
    return Template(_TEXT.read_text("utf-8")).substitute(
        version=VERSION,
        demo=f"http://{name}:{port}{demo_path}  (this machine only)" if demo_path else closed,
        port=port,
        data=settings.data_dir,
        retention=duration(settings.retention),
        key=settings.key_file,
        discord=_platform("DISCORD_TOKEN", is_set=settings.discord_token is not None),
        telegram=_platform("TELEGRAM_TOKEN", is_set=settings.telegram_token is not None),
        web=f"off: set HUSHREEL_PUBLIC_URL (https) {_LATER}",
    )


def _platform(setting: str, *, is_set: bool) -> str:
    if is_set:
        return f"off: this version can't connect yet; HUSHREEL_{setting} is kept for the next one"
    return f"off: set HUSHREEL_{setting} in .env {_LATER}"


def duration(duration_ms: int) -> str:
    """Write milliseconds in the largest unit that fits evenly: 7 days, 36 hours, 20 seconds."""
    units = (("day", DAYS_IN_MS), ("hour", HOURS_IN_MS), ("minute", 60_000), ("second", 1_000))
    name, size = next((name, size) for name, size in units if duration_ms % size == 0)
    count = duration_ms // size
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
