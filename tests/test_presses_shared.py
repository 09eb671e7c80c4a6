"""Buttons of a card that several people share: anybody's to press, nobody's to forge."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.command import Asker
from bots.chat.presses import LONGEST_BYTES, SHOWN_FOR_MS, Press, Presses, action_of, is_shared, subject_of
from bots.chat.reply import Reply
from core.errors import NotAllowed
from core.gate import Surface
from core.people import Identity, PersonId, Platform, Preferences, Viewer
from tests.fakes.time import FakeClock, SeededIds

HOUR_MS = 3_600_000
ACTIONS = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8)
REVISIONS = st.integers(1, 2**40 - 1)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def somebody(number: int) -> Asker:
    """A person who never met anybody."""
    person = PersonId(UUID(int=number))
    return Asker(Viewer(person), person, Identity(Platform.DEMO, str(number)), Surface.CHAT_PRIVATE, Preferences())


def signer(clock: FakeClock | None = None, key: bytes = b"k" * 32) -> Presses:
    """Make presses that need no store: those that are shared are signed."""
    return Presses(key, None, clock or FakeClock(), SeededIds())  # type: ignore[arg-type]


@given(ACTIONS, st.uuids(), REVISIONS, st.integers(1, 2**128 - 1))
def test_a_shared_value_reads_the_same_for_everybody(action: str, subject: UUID, revision: int, who: int) -> None:
    """Whoever presses, it names action, object and revision as they were shared, and fits Telegram's 64 bytes."""
    value = signer().share(action, subject, revision)
    assert len(value.encode()) <= LONGEST_BYTES
    read = signer().read(value, somebody(who))
    assert (read.action, read.subject, read.revision, read.token) == (action, subject, revision, None)
    assert not read.expired
    assert (action_of(value), subject_of(value), is_shared(value)) == (action, subject, True)


@given(ACTIONS, st.uuids(), REVISIONS, st.data())
def test_a_shared_value_can_not_be_forged(action: str, subject: UUID, revision: int, data: st.DataObject) -> None:
    """No other letter in any place is taken as it stands, and no other key signs it."""
    value = signer().share(action, subject, revision)
    place = data.draw(st.integers(0, len(value) - 1))
    bent = value[:place] + data.draw(st.sampled_from(LETTERS)) + value[place + 1 :]
    if bent != value:
        with pytest.raises(NotAllowed):
            signer().read(bent, somebody(1))
    with pytest.raises(NotAllowed, match="press_unknown"):
        signer(key=b"x" * 32).read(value, somebody(1))


@given(ACTIONS, st.uuids(), REVISIONS, REVISIONS)
def test_a_value_of_another_revision_is_another_value(action: str, subject: UUID, one: int, other: int) -> None:
    """The revision is signed: the seal of one doesn't fit the head of another."""
    first, second = signer().share(action, subject, one), signer().share(action, subject, other)
    if one == other:
        assert first == second
        return
    with pytest.raises(NotAllowed, match="press_unknown"):
        signer().read(first[:-11] + second[-11:], somebody(1))


@given(ACTIONS, st.uuids(), st.integers(1, 2**128 - 1))
def test_one_kind_never_passes_for_another(action: str, subject: UUID, who: int) -> None:
    """A button that is somebody's can't be made everybody's by its first letters, nor the other way round."""
    asker = somebody(who)
    shared, shown = signer().share(action, subject, 1), signer().show(action, subject, asker)
    for bent in ("1s" + shared[2:], "1r" + shown[2:]):
        with pytest.raises(NotAllowed):
            signer().read(bent, asker)


@given(st.integers(0, 3 * SHOWN_FOR_MS))
def test_a_shared_value_ends(later_ms: int) -> None:
    """It counts for 30 to 60 days, and is read as expired from then on, never as unknown."""
    clock = FakeClock()
    value = signer(clock).share("look", UUID(int=5), 1)
    made_at_ms = clock.now_ms()
    clock.advance(later_ms)
    read = signer(clock).read(value, somebody(1))
    if later_ms < SHOWN_FOR_MS:
        assert not read.expired
    ends_at_ms = (made_at_ms // SHOWN_FOR_MS + 2) * SHOWN_FOR_MS
    assert read.expired == (clock.now_ms() >= -(-ends_at_ms // HOUR_MS) * HOUR_MS)


async def _nothing(*_: object) -> Reply:
    """Answer nothing."""
    return Reply(())


def test_a_press_takes_its_own_kind_alone() -> None:
    """What is shared is taken from shared buttons and from no others, and the other way round."""
    asker, presses = somebody(1), signer()
    shared = presses.read(presses.share("look", UUID(int=5), 3), asker)
    shown = presses.read(presses.show("look", UUID(int=5), asker), asker)
    kinds = [Press("look", _nothing, shared=True), Press("look", _nothing), Press("look", _nothing, changes=True)]
    assert [one.takes(shared) for one in kinds] == [True, False, False]
    assert [one.takes(shown) for one in kinds] == [False, True, False]
