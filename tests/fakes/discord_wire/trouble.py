"""Trouble on demand: what Discord's REST and its files do on a bad day."""

import re
from dataclasses import dataclass, field

CUT_BEFORE, CUT_AFTER, TIME_OUT, LIE = "cut before", "cut after", "time out", "lie"


@dataclass
class _Planned:
    method: str
    path: re.Pattern[str]
    what: int | str
    times: int
    retry_after_s: float
    over_all: bool


@dataclass
class Trouble:
    """What goes wrong next. `hits` has what went wrong: (method, path, what).

    `lag_s` delays each answer; `stop_files_after` cuts downloads of files after that many bytes.
    """

    lag_s: float = 0.0
    stop_files_after: int | None = None
    lag_files_s: float = 0.0
    hits: list[tuple[str, str, int | str]] = field(default_factory=list)
    _planned: list[_Planned] = field(default_factory=list)

    def plan(
        self,
        what: int | str,
        *,
        method: str = ".*",
        path: str = ".*",
        times: int = 1,
        retry_after_s: float = 0.2,
        over_all: bool = False,
    ) -> None:
        """Let the next `times` matching requests fail.

        `what` is a status (429, 500, 502, 503), CUT_BEFORE (connection lost, nothing done), CUT_AFTER (done, and the
        answer lost), TIME_OUT (nothing done, never answered) or LIE (said to be done, and nothing is). `path` is
        searched in the path after /api/v10.
        """
        self._planned.append(_Planned(method, re.compile(path), what, times, retry_after_s, over_all))

    def next(self, method: str, path: str) -> _Planned | None:
        """Take what is planned for a request."""
        for one in self._planned:
            if one.times and re.fullmatch(one.method, method) and one.path.search(path):
                one.times -= 1
                self.hits.append((method, path, one.what))
                return one
        return None

    def over(self) -> None:
        """Let everything be well again."""
        self._planned.clear()
        self.lag_s = self.lag_files_s = 0.0
        self.stop_files_after = None
