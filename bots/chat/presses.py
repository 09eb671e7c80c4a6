"""Buttons: those that only show carry a signed value, those that change something a token that is spent with it."""

import hmac
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

from bots.chat.command import Asker, Opens
from bots.chat.reply import PickKind, Reply
from core.errors import LostRace, NotAllowed
from core.intake.upload import Upload
from core.people import PersonId
from core.ports import Clock, Ids, Reads, Store, Writes
from core.records import Token

LONGEST_BYTES = 64
"""What Telegram allows for a button's value (Bot API, InlineKeyboardButton.callback_data)."""

SHOWN_FOR_MS = 30 * 86_400_000
OFFERED_FOR_MS = 7 * 86_400_000
REMEMBERED = 10_000
NO_REVISION = 0
"""What a press is about has no numbered revisions: a video and a wish have none."""

_HOUR_MS = 3_600_000
_SHOW, _CHANGE, _SHARED = "1s", "1c", "1r"
_HEAD = struct.Struct(">16s5s3s")
_HEAD_LENGTH = 32
_MAC_BYTES = 8
_MAC_LENGTH = 11
_TOKEN_LENGTH = 22
_SEAL_LENGTHS = {_SHOW: _MAC_LENGTH, _CHANGE: _TOKEN_LENGTH, _SHARED: _MAC_LENGTH}
_TAG_BYTES = 5
_LEAST_LEFT_MS = 86_400_000
"""A remembered token is offered again while it has this long to live."""


@dataclass(frozen=True)
class Pressed:
    """A press on its way to its handler. `form` and `uploads` hold what was typed and given where a form brought it.

    `revision` is the one of its subject that a shared press is about.
    """

    subject: UUID
    form: Mapping[str, str] | None = None
    uploads: Sequence[Upload] = ()
    revision: int = 0


@dataclass(frozen=True)
class Press:
    """What a button's value means: `handle(pressed, asker, services)` answers it.

    One that `changes` something may write once, and its token is spent with it.

    The press that is named like a command gives that command for one video. One that `opens` a form answers with it
    at once: a modal must be Discord's first response. `as_it_is(subject, asker, services)` draws what the press is
    about where that is no video, None for whom may not see it.

    One that is `of_community` is about a community, and one that is `of_publication` about one in a community, whatever
    chat it is pressed in. One that `picks` takes what was
    picked; on a platform whose pickers are no part of a message, pressing it opens one.

    One that `takes_in` something new of theirs waits where a paper promises less than they agreed to: they are asked.

    One that is `shared` stands on a card for everybody who can see it: the gate decides whose press counts, and what it
    changes is conditional on the revision that it names.
    """

    action: str
    handle: Callable[..., Awaitable[Reply]]
    changes: bool = False
    opens: Opens = Opens.WORK
    as_it_is: Callable[..., Awaitable[Reply | None]] | None = None
    of_community: bool = False
    of_publication: bool = False
    picks: PickKind | None = None
    shared: bool = False
    takes_in: bool = False

    def takes(self, read: "Read") -> bool:
        """Say whether a value is of the kind that this press is made of."""
        return (self.shared, self.changes) == (read.revision is not None, read.token is not None)


@dataclass(frozen=True)
class Read:
    """A button's value as it was read. `token` is there when pressing changes something.

    `revision` is there for one that is everybody's: the revision of its subject that it is about.
    """

    action: str
    subject: UUID
    expired: bool
    token: str | None
    revision: int | None = None


class Presses:
    """Makes the values of buttons and reads them again."""

    def __init__(self, mac_key: bytes, store: Store, clock: Clock, ids: Ids) -> None:
        """Take the key that signs values; it must outlive restarts."""
        self._mac_key = mac_key
        self._store = store
        self._clock = clock
        self._ids = ids
        self._offered: OrderedDict[tuple[PersonId, str, UUID], tuple[str, int, int]] = OrderedDict()

    def show(self, action: str, subject: UUID, asker: Asker) -> str:
        """Give the value of a button that only shows: action, object, owner and day, with an 8-byte MAC."""
        value = _SHOW + action + _head(subject, _tag(asker.person), self._shown_until_ms)
        return _fitting(value + self._mac(value, asker.person))

    def share(self, action: str, subject: UUID, revision: int) -> str:
        """Give the value of a button that is everybody's who sees its card, about one revision of its object."""
        value = _SHARED + action + _head(subject, revision.to_bytes(_TAG_BYTES), self._shown_until_ms)
        return _fitting(value + self._mac(value, None))

    @property
    def _shown_until_ms(self) -> int:
        return (self._clock.now_ms() // SHOWN_FOR_MS + 2) * SHOWN_FOR_MS

    async def offer(
        self, action: str, subject: UUID, asker: Asker, for_ms: int = OFFERED_FOR_MS, revision: int = NO_REVISION
    ) -> str:
        """Give the value of a button that changes something: a one-time token, kept hashed, with what it is for.

        A card that is drawn again gets the token that it had, as long as that one is neither spent nor near its end.
        One that is about a numbered revision is good for no other one.
        """
        token, expires_at_ms = await self._token(action, subject, asker, for_ms, revision)
        return _fitting(_CHANGE + action + _head(subject, _tag(asker.person), expires_at_ms) + token)

    async def link(self, action: str, subject: UUID, asker: Asker, for_ms: int) -> str:
        """Give a one-time token alone, for a link: it tells nothing about what it is for."""
        return (await self._token(action, subject, asker, for_ms))[0]

    async def _token(
        self, action: str, subject: UUID, asker: Asker, for_ms: int, revision: int = NO_REVISION
    ) -> tuple[str, int]:
        now_ms = self._clock.now_ms()
        key = (asker.person, action, subject)
        known = self._offered.get(key)
        if known and known[2] == revision and known[1] - now_ms > min(_LEAST_LEFT_MS, for_ms // 2):
            return known[:2]
        token, until_ms = self._ids.token(), now_ms + for_ms
        async with self._store.write() as writes:
            await writes.offer(token, Token(action, subject, asker.person, revision, until_ms))
        self._offered[key] = (token, until_ms, revision)
        if len(self._offered) > REMEMBERED:
            self._offered.popitem(last=False)
        return token, until_ms

    def forget_all(self, person: PersonId) -> None:
        """Offer new tokens to somebody: those that they had may be gone."""
        for known in [one for one in self._offered if one[0] == person]:
            del self._offered[known]

    def forget_subject(self, action: str, subject: UUID) -> None:
        """Offer new tokens to everybody for one action with one thing: those that they had are void."""
        for known in [one for one in self._offered if one[1:] == (action, subject)]:
            del self._offered[known]

    def forget(self, action: str, subject: UUID, person: PersonId) -> None:
        """Offer a new token the next time: this one was pressed."""
        self._offered.pop((person, action, subject), None)

    def read(self, value: str, asker: Asker) -> Read:
        """Read a value. What was given to an account before it was connected with another one is still its own.

        Raises NotAllowed: press_unknown for none of ours, press_strange for somebody else's.
        """
        kind = value[:2]
        if not value.isascii():
            raise NotAllowed("press_unknown")
        seal_length = _SEAL_LENGTHS.get(kind)
        if seal_length is None or not len(kind) + _HEAD_LENGTH + seal_length < len(value) <= LONGEST_BYTES:
            raise NotAllowed("press_unknown")
        told, seal = value[:-seal_length], value[-seal_length:]
        try:
            subject, tag, hour = _HEAD.unpack(urlsafe_b64decode(told[-_HEAD_LENGTH:].encode()))
        except (NotBase64, struct.error):
            raise NotAllowed("press_unknown") from None
        given_to = None if kind == _SHARED else _given_to(tag, asker)
        if kind != _CHANGE and not hmac.compare_digest(self._mac(told, given_to), seal):
            raise NotAllowed("press_unknown")
        expired = int.from_bytes(hour) * _HOUR_MS <= self._clock.now_ms()
        token = seal if kind == _CHANGE else None
        revision = int.from_bytes(tag) if kind == _SHARED else None
        return Read(told[2:-_HEAD_LENGTH], UUID(bytes=subject), expired, token, revision)

    def _mac(self, value: str, owner: PersonId | None) -> str:
        whose = owner.bytes if owner else b""
        return _base64(hmac.digest(self._mac_key, value.encode() + whose, sha256)[:_MAC_BYTES])


def _given_to(tag: bytes, asker: Asker) -> PersonId:
    """Say which of the persons that somebody is or was has a button. Raises NotAllowed("press_strange")."""
    given_to = next((one for one in (asker.person, asker.origin) if one and tag == _tag(one)), None)
    if given_to is None:
        raise NotAllowed("press_strange")
    return given_to


def is_shared(value: str) -> bool:
    """Say whether a value, unchecked, is of a button that is everybody's: its answer is for whoever pressed it."""
    return value.startswith(_SHARED)


def action_of(value: str) -> str | None:
    """Give the action that a value names, unchecked: for what must be known before it can be read."""
    seal_length = _SEAL_LENGTHS.get(value[:2])
    return None if seal_length is None else value[2 : -(_HEAD_LENGTH + seal_length)]


def changing(action: str) -> str:
    """Give how the value of a button begins that changes something by this action."""
    return _CHANGE + action


def subject_of(value: str) -> UUID | None:
    """Give what a value is about, unchecked; None for none of ours."""
    action = action_of(value)
    if not action:
        return None
    start = len(_SHOW) + len(action)
    try:
        return UUID(bytes=_HEAD.unpack(urlsafe_b64decode(value[start : start + _HEAD_LENGTH].encode()))[0])
    except (ValueError, struct.error):
        return None


def _head(subject: UUID, tag: bytes, expires_at_ms: int) -> str:
    hour = -(-expires_at_ms // _HOUR_MS)
    return _base64(_HEAD.pack(subject.bytes, tag, hour.to_bytes(3)))


def _tag(owner: PersonId) -> bytes:
    """Give the last, random bytes of a person's id: enough to tell a stranger that it isn't their button."""
    return owner.bytes[-_TAG_BYTES:]


def _base64(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def _fitting(value: str) -> str:
    if len(value) > LONGEST_BYTES:
        raise ValueError(value)
    return value


class OneChange:
    """A store for one press: its one transaction begins by spending the press's token, or doesn't begin."""

    def __init__(self, store: Store, token: str, bound: Token) -> None:
        """Put a token before the writing door of `store`; `bound` says what it must have been offered for."""
        self.ledger = store.ledger
        self._store = store
        self._token = token
        self._bound = bound

    def read(self) -> AbstractAsyncContextManager[Reads]:
        """Open the reading door."""
        return self._store.read()

    def of(self, revision: int) -> "OneChange":
        """Give the same store for a press about a numbered revision."""
        return OneChange(self._store, self._token, replace(self._bound, revision=revision))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Writes]:
        """Open the writing door with the token spent.

        Raises LostRace: press_used for one that can't be, publication_moved_on for one that was about another revision.
        """
        async with self._store.write() as writes:
            found = await writes.spend(self._token, self._bound.person)
            if found is None or (found.action, found.subject) != (self._bound.action, self._bound.subject):
                raise LostRace("press_used")
            if found.revision != self._bound.revision:
                raise LostRace("publication_moved_on")
            yield writes

    async def scrub(self) -> None:
        """Truncate the write-ahead log."""
        await self._store.scrub()
