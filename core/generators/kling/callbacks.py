"""Kling's callbacks. They carry no signature, so nothing in them is believed: they only say which task to ask about."""

import json

from core.generators.kling.wire import is_task

LARGEST_BYTES = 65_536


def named(body: bytes) -> str | None:
    """Give the id of the task that a callback of either contract names; None for what isn't one."""
    if len(body) > LARGEST_BYTES:
        return None
    try:
        data = json.loads(body)["data"]
        task = data["task_id"] if "task_id" in data else data["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return task if is_task(task) else None
