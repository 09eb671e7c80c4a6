"""How a finished task stands, read from ComfyUI's history: execution.py keeps a status with the last messages."""

from collections.abc import Mapping
from typing import Any

from core.generation.declined import GENERATOR_FAILED, GENERATOR_STOPPED, MACHINE_TOO_SMALL, RESULT_NOT_A_VIDEO
from core.generators.comfyui.wire import files_of
from core.records import Stage, Standing

ENDINGS = (".mp4", ".m4v", ".mov")
"""How files are called that can be a video for us; what it truly is the worker looks at."""

_MOST_LETTERS = 80


def standing_of(entry: Mapping[str, Any]) -> Standing:
    """Say whether a task that has ended is ready, or why it failed: names of nodes and errors, never their words."""
    status = entry.get("status")
    messages = _messages(status)
    if "execution_interrupted" in messages:
        return Standing(Stage.FAILED, code=GENERATOR_STOPPED)
    broken = messages.get("execution_error")
    if broken is not None or not isinstance(status, dict) or status.get("status_str") != "success":
        told = broken or {}
        error = str(told.get("exception_type", ""))[:_MOST_LETTERS]
        code = MACHINE_TOO_SMALL if "outofmemory" in error.replace("_", "").lower() else GENERATOR_FAILED
        return Standing(Stage.FAILED, code=code, data={"error": error, "node": str(told.get("node_type", ""))[:80]})
    if not files_of(entry.get("outputs"), "", ENDINGS):
        return Standing(Stage.FAILED, code=RESULT_NOT_A_VIDEO)
    return Standing(Stage.READY, 1.0)


def _messages(status: Any) -> dict[str, dict[str, Any]]:
    """Give the messages of a status by their names; the list is of [name, data] pairs."""
    told = status.get("messages") if isinstance(status, dict) else None
    pairs = [one for one in told if isinstance(one, list) and len(one) == 2] if isinstance(told, list) else []  # noqa: PLR2004
    return {str(name): data for name, data in pairs if isinstance(data, dict)}
