"""Trouble on demand: what Kling does on a bad day, and how it lies."""

import re
from dataclasses import dataclass, field
from enum import Enum


class Bad(Enum):
    """What goes wrong with a request."""

    CUT_BEFORE = "connection lost, nothing done"
    CUT_AFTER = "done, and the answer lost"
    TIME_OUT = "done, and never answered"
    NONSENSE = "done, and answered with a page of HTML"
    ENDLESS = "done, and answered without an end"
    NO_TASK = "done, and answered without an id"


class Lie(Enum):
    """What a result's address gives."""

    NONE = "the video"
    WORDS = "words that say they are a video"
    PICTURE = "a picture with the name of a video"
    CUT = "the first half of a video"
    ENDLESS = "2 GB, and more"
    MOVED = "another address, inside our own network"
    BROKEN = "500"


@dataclass
class _Planned:
    path: re.Pattern[str]
    what: Bad | int
    times: int


@dataclass
class Trouble:
    """What goes wrong next. `lie` is of all results; `fails` is what tasks that begin will fail with."""

    lie: Lie = Lie.NONE
    fails: str = ""
    elsewhere: str = ""
    """Where results are said to be, instead of here."""

    forgets: bool = False
    """Whether it restarts after the next lost answer, and forgets what it had begun."""

    _planned: list[_Planned] = field(default_factory=list)

    def plan(self, what: Bad | int, path: str = ".*", times: int = 1) -> None:
        """Let the next requests of a path (a pattern) go wrong; a number is a code of Kling's."""
        self._planned.append(_Planned(re.compile(path), what, times))

    def next(self, path: str) -> Bad | int | None:
        """Take what is planned for a request."""
        for one in self._planned:
            if one.times and one.path.fullmatch(path):
                one.times -= 1
                return one.what
        return None
