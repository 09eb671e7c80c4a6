"""/whosaw of a published video: moderators' looks, plays on showcases' pages, and what can't be seen."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.command import Asker, VideoRef
from core.errors import NotFound
from core.grants import BROKEN
from core.people import OPERATOR
from core.sharing.seen import note_look, note_play, who_saw
from core.storage.granting import NOTED_AGAIN_MS
from core.videos import AssetRole, PublicationId, VideoId
from tests.parts import HERE
from tests.publishing_chat import Square, publication_of, square_in
from tests.talk import spoken


@pytest.fixture
async def square(tmp_path: Path) -> AsyncIterator[Square]:
    """A community with its conversation."""
    async with square_in(tmp_path) as square:
        yield square


async def whosaw(square: Square, asker: Asker) -> str:
    """Ask who saw the newest video."""
    return spoken(await square.chat.ask("whosaw", {"video": VideoRef("last")}, asker)).replace("**", "")


async def sent(square: Square) -> tuple[Asker, VideoId, PublicationId]:
    """Have a video that waits for the moderators."""
    owner = await square.arrive()
    video = await square.ready(owner)
    return owner, video, publication_of(await square.sent(owner))


async def test_a_moderators_look_is_told_with_its_time_and_without_a_name(square: Square) -> None:
    """Each look is noted once in ten minutes; the owner reads of which community, and never who."""
    owner, _, named = await sent(square)
    assert "I have handed" in await whosaw(square, owner)
    moderator = await square.arrive("8", moderator=True)
    for _ in range(2):
        await square.reviewing.look(moderator.viewer, named, 1, HERE)
        await note_look(moderator.viewer, named, store=square.talk.parts.store)
    told = await whosaw(square, owner)
    assert told.count("A moderator of a community") == 1
    assert "Name 8" not in told
    assert "I have handed" not in told
    square.name = "Harbour"
    square.talk.parts.clock.advance(NOTED_AGAIN_MS)
    await square.reviewing.look(moderator.viewer, named, 1, HERE)
    assert (await whosaw(square, owner)).count("A moderator of Harbour") == 2


async def test_the_operators_look_is_told_as_theirs(square: Square) -> None:
    """At a publication or at a video that was only shared, the operator is nobody's moderator."""
    owner, video, named = await sent(square)
    async with square.talk.parts.store.write() as writes:
        await writes.note_look(named, moderator=OPERATOR)
        await writes.note_look(video, moderator=OPERATOR)
    told = await whosaw(square, owner)
    assert told.count("The operator") == 2
    assert "A moderator" not in told


async def test_plays_on_pages_are_counted_and_nobody_is_named(square: Square) -> None:
    """The number is the owner's alone, and goes with the video."""
    owner, video, named = await sent(square)
    store = square.talk.parts.store
    for count in (1, 2, 3):
        await note_play(named, store=store)
        told = await whosaw(square, owner)
        assert (f"{count} times" if count > 1 else "handed over once") in told
    assert "I have handed" not in told
    assert "channel or chat, I can't see" in told
    other = await square.arrive("9")
    with pytest.raises(NotFound):
        await who_saw(other.viewer, video, HERE, store=store)
    async with store.read() as reads:
        assert (await reads.plays(other.viewer, video), list(await reads.looks(other.viewer, video))) == (0, [])
        assert await reads.plays(owner.viewer, video) == 3


async def test_what_an_owner_looks_at_as_a_moderator_is_no_news(square: Square) -> None:
    """Their own look at their own video isn't told to them; a video that was never published says nothing of posts."""
    owner = await square.arrive("7", moderator=True)
    await square.ready(owner)
    assert "channel" not in await whosaw(square, owner)
    named = publication_of(await square.sent(owner))
    await note_look(owner.viewer, named, store=square.talk.parts.store)
    assert "A moderator" not in await whosaw(square, owner)


async def test_what_the_operator_opened_at_the_machine_is_told_with_its_reason(square: Square) -> None:
    """In /whosaw, and in a notice to its owner alone; both say that the operator could go round that."""
    owner, video, _ = await sent(square)
    store = square.talk.parts.store
    before = await whosaw(square, owner)
    assert "go round" in before
    assert await square.chat.notice(BROKEN, video, owner) is None
    async with store.write() as writes:
        await writes.note_break_glass(video, AssetRole.INPUT, "court order *7*")
    told = await whosaw(square, owner)
    assert "at the machine: what you gave for it" in told
    assert "court order" in told
    notice = await square.chat.notice(BROKEN, video, owner)
    assert notice is not None
    assert "The operator opened" in spoken(notice)
    assert "go round" in spoken(notice)
    other = await square.arrive("9")
    assert await square.chat.notice(BROKEN, video, other) is None
