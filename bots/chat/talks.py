"""What the last answer to somebody was about, in working memory alone: gone after a day, or as soon as they ask."""

from dataclasses import dataclass, field

from bots.chat.command import Asker
from core.people import PersonId
from core.videos import VideoId
from knowledge.before import LASTS_MS, Before

_REMEMBERED = 10_000
"""At most so many talks are remembered at a time; the oldest go first."""

_Key = tuple[object, ...]


@dataclass(frozen=True)
class Talked:
    """What was answered last: its subjects, topics and clauses, and of which video. No word of it."""

    before: Before
    video: VideoId | None
    at_ms: int


@dataclass
class Talks:
    """The last answer of each person in each place, for 24 hours."""

    _last: dict[_Key, Talked] = field(default_factory=dict)

    def last(self, asker: Asker, now_ms: int) -> Talked | None:
        """Give what was answered last to somebody here; None where that is a day ago, or they had it forgotten."""
        found = self._last.get(_key(asker))
        return found if found and _is_fresh(found, now_ms) else None

    def keep(self, asker: Asker, before: Before, video: VideoId | None, now_ms: int) -> None:
        """Remember an answer in the place of the one before, and forget what is a day old."""
        self.forget(asker)
        self._last[_key(asker)] = Talked(before, video, now_ms)
        while oldest := next(iter(self._last), None):
            if len(self._last) <= _REMEMBERED and _is_fresh(self._last[oldest], now_ms):
                return
            del self._last[oldest]

    def forget(self, asker: Asker) -> None:
        """Forget what was answered last to somebody here."""
        self._last.pop(_key(asker), None)

    def forget_all(self, person: PersonId) -> None:
        """Forget what was answered last to somebody, wherever."""
        for key in [key for key in self._last if key[0] == person]:
            del self._last[key]


def _is_fresh(talked: Talked, now_ms: int) -> bool:
    return now_ms - talked.at_ms < LASTS_MS


def _key(asker: Asker) -> _Key:
    place = asker.place
    return (asker.person, asker.identity.platform, asker.surface, place and (place.platform, place.external_id))
