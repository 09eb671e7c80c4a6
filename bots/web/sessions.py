"""Sessions on the public address, of moderators at a desk and others: in memory alone, kept by a digest."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field

from core.people import Viewer
from core.ports import Clock, Ids

LASTS_MS = 10 * 60_000
"""How long the platform's word that somebody is a moderator counts: then the bot has to be asked for another link."""

SESSIONS_MOST = 1_000


@dataclass
class Sessions:
    """Who signed in lately; those that began longest ago make room."""

    clock: Clock
    ids: Ids
    lasts_ms: int = LASTS_MS
    _known: OrderedDict[bytes, tuple[Viewer, int]] = field(default_factory=OrderedDict)

    def begin(self, viewer: Viewer) -> str:
        """Begin a session, and give its secret for a cookie."""
        secret = self.ids.token()
        self._known[_digest(secret)] = viewer, self.clock.now_ms() + self.lasts_ms
        while len(self._known) > SESSIONS_MOST:
            self._known.popitem(last=False)
        return secret

    def of(self, secret: str) -> tuple[Viewer, int] | None:
        """Give whose session it is and its end (UTC ms); None for one that is over or never was."""
        found = self._known.get(_digest(secret))
        if found is None or found[1] <= self.clock.now_ms():
            return None
        return found


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
