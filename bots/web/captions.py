"""Captions of a showcase: what is said in a video, as a track that players show over it (WebVTT)."""

from bots.texts.plain import plain

TYPE = "text/vtt"
_SECOND_MS, _MINUTE_MS, _HOUR_MS = 1_000, 60_000, 3_600_000
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def track(said: str, length_ms: int) -> str:
    """Write a track: a cue a line, each for an even share of the length, since nobody knows when what is said."""
    lines = [line for one in said.splitlines() if (line := plain(one).strip())]
    cues = [
        f"{_time(length_ms * number // len(lines))} --> {_time(length_ms * (number + 1) // len(lines))}\n"
        f"{line.translate(_ENTITIES)}\n"
        for number, line in enumerate(lines)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def _time(at_ms: int) -> str:
    hours, minutes = at_ms // _HOUR_MS, at_ms % _HOUR_MS // _MINUTE_MS
    return f"{hours:02}:{minutes:02}:{at_ms % _MINUTE_MS // _SECOND_MS:02}.{at_ms % _SECOND_MS:03}"
