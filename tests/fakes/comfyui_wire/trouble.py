"""What can go wrong at a ComfyUI, set by a test."""

from dataclasses import dataclass


@dataclass
class Trouble:
    """Each names one way; the rest of the fake works as ever.

    `breaks` is the exception type of the next run ("torch.OutOfMemoryError", ...), `result` what SaveVideo leaves:
    "video", "text", "sound", "cut", "vp9", "nothing" or "huge" (`huge_bytes` sparse). `lose` cuts the connection of
    /prompt "before" or "after" it is queued; `status` answers /prompt with that status; `garbage` answers /prompt in no
    JSON after queueing. `old`: it gives ids of its own, as before a `prompt_id` was taken.
    """

    breaks: str = ""
    result: str = "video"
    huge_bytes: int = 2 * 2**30
    lose: str = ""
    status: int = 0
    garbage: bool = False
    old: bool = False
    deaf: bool = False
    """It doesn't heed an interrupt, as a long step doesn't."""
