"""What can go wrong at a ComfyUI, set by a test."""

from dataclasses import dataclass


@dataclass
class Trouble:
    """Each names one way; the rest of the fake works as ever.

    `breaks` is the exception type of the next runs ("torch.OutOfMemoryError", ...), `result` what SaveVideo leaves:
    "video", "text", "picture", "cut", "vp9", "nothing" or "huge" (`huge_bytes`, sparse). `lose` cuts the connection of
    the next /prompt "before" or "after" it is queued, "restart" forgets all then, "silent" never answers; `garbage`
    answers it in no JSON after queueing. `deaf`: it doesn't heed an interrupt, as a long step doesn't. `old`: it gives
    ids of its own, as before a `prompt_id` was taken.
    """

    breaks: str = ""
    result: str = "video"
    huge_bytes: int = 2 * 2**30
    lose: str = ""
    garbage: bool = False
    broken_after: bool = False
    """The next /prompt is queued, and answered with 500."""

    status: int = 0
    """The next /prompt is answered with this status and nothing is queued."""

    broken: bool = False
    """The next request but /ws is answered with 500."""

    crowded: int = 0
    """So many tasks of other people wait, as the next /queue tells."""

    view: int = 0
    """Files are answered with this status; 302 leads into our own network."""

    deaf: bool = False
    old: bool = False
