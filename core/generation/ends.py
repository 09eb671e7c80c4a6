"""Until when a video is kept (design section 4, "End dates")."""

from core.videos import Video

CHOSEN_APART_MS = 60_000
"""An end date further than this from asked + retention was chosen by its owner, or promised under another setting."""


def end_when_settled(video: Video, settled_at_ms: int, retention_ms: int) -> int:
    """Give the end date (UTC ms) of a video that is ready, failed or cancelled now: the retention from now on.

    A date that its owner chose stays, and so does one promised before the setting was changed.
    """
    usual = abs(video.ends_at_ms - video.asked_at_ms - retention_ms) <= CHOSEN_APART_MS
    return settled_at_ms + retention_ms if usual else video.ends_at_ms
