"""Trouble on demand: what Telegram's API and its files do on a bad day."""

import re
from dataclasses import dataclass, field

CUT_BEFORE, CUT_AFTER, TIME_OUT, LIE = "cut before", "cut after", "time out", "lie"


@dataclass
class Planned:
    """What goes wrong with requests of some methods."""

    method: re.Pattern[str]
    chat: int | None
    what: int | str
    times: int
    retry_after_s: int
    skips: int


@dataclass
class Trouble:
    """What goes wrong next. `hits` has what went wrong: (method, what).

    `lag_s` delays each answer; `stop_files_after` cuts downloads of files after that many bytes, and
    `stop_uploads_after` cuts requests with files.
    """

    lag_s: float = 0.0
    lag_files_s: float = 0.0
    stop_files_after: int | None = None
    stop_uploads_after: int | None = None
    hits: list[tuple[str, int | str]] = field(default_factory=list)
    _planned: list[Planned] = field(default_factory=list)

    def plan(
        self,
        what: int | str,
        *,
        method: str = "(?!getUpdates).*",
        chat: int | None = None,
        times: int = 1,
        retry_after_s: int = 1,
        skips: int = 0,
    ) -> None:
        """Let the next `times` requests of a method (a pattern), after `skips` of them, fail.

        `what` is a status (429, 500, 502), CUT_BEFORE (connection lost, nothing done), CUT_AFTER (done, and the
        answer lost), TIME_OUT (nothing done, never answered) or LIE (said to be done, and nothing is).
        """
        self._planned.append(Planned(re.compile(method), chat, what, times, retry_after_s, skips))

    def next(self, method: str, chat_id: object) -> Planned | None:
        """Take what is planned for a request."""
        for one in self._planned:
            if not one.times or not one.method.fullmatch(method) or one.chat not in (None, chat_id):
                continue
            if one.skips:
                one.skips -= 1
                continue
            one.times -= 1
            self.hits.append((method, one.what))
            return one
        return None

    def over(self) -> None:
        """Let everything be well again."""
        self._planned.clear()
        self.lag_s = self.lag_files_s = 0.0
        self.stop_files_after = self.stop_uploads_after = None
