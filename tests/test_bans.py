"""What moderators get of somebody whose video they decide about, and what is kept of somebody whom they banned."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.command import Asker
from core.gate import Surface
from core.publications import BANNED_FOR_MS
from core.videos import AssetRole
from tests.keeping import ask_file
from tests.parts import HERE
from tests.publishing_chat import ELSEWHERE, Square, keys, publication_of, square_in
from tests.talk import spoken

SURFACES = (Surface.CHAT_PRIVATE, Surface.DESK)

ACCOUNT = "70071234567"
"""Long enough not to stand in a digest by chance."""


@pytest.fixture
async def square(tmp_path: Path) -> AsyncIterator[Square]:
    """A community with its conversation."""
    async with square_in(tmp_path) as square:
        yield square


async def test_a_ban_names_nobody_and_outlives_what_was_made(square: Square) -> None:
    """The token holds no id of the person or account; with the video gone it still counts, and ends after 90 days."""
    owner = await square.arrive(ACCOUNT)
    video = await square.ready(owner)
    card = await square.sent(owner)
    moderator = await square.arrive("8", moderator=True)
    until_ms = await square.reviewing.ban(moderator.viewer, publication_of(card), HERE)
    assert until_ms == square.talk.parts.clock.now_ms() + BANNED_FOR_MS
    ((token,),) = ask_file(square.talk.parts, "SELECT token FROM bans")
    assert owner.person.bytes not in token
    assert owner.identity.external_id.encode() not in token
    async with square.talk.parts.store.write() as writes:
        await writes.move_video(video, "erase")
        await writes.forget_video(video)
    await square.ready(owner)
    assert "don't let you publish there" in spoken(await square.publish(await square.arrive(ACCOUNT)))
    other = await square.arrive(ACCOUNT, server=ELSEWHERE, admin=True)
    assert other.viewer.banned_from == frozenset()
    square.talk.parts.clock.advance(BANNED_FOR_MS)
    await square.ready(owner)
    assert "portrayed-self" in keys(await square.publish(await square.arrive(ACCOUNT)))


async def test_moderators_get_what_is_sent_and_nothing_that_went_in(square: Square) -> None:
    """Output, poster and preview open for them while they decide, in chat and desk; the input and the prompt never."""
    owner = await square.arrive()
    video = await square.ready(owner)
    moderator, away = await square.arrive("8", moderator=True), await square.arrive(server=ELSEWHERE, admin=True)
    parts = await square.talk.parts.seen(owner.viewer, video)

    async def opened(by: Asker) -> set[AssetRole]:
        async with square.talk.parts.store.read() as reads:
            found = [await reads.asset(by.viewer, one.id, surface) for one in parts.assets for surface in SURFACES]
        return {one[0].role for one in found if one is not None}

    assert await opened(moderator) == set()
    card = await square.sent(owner)
    assert await opened(moderator) == {AssetRole.OUTPUT, AssetRole.POSTER, AssetRole.PREVIEW}
    async with square.talk.parts.store.read() as reads:
        seen = await reads.publication(moderator.viewer, publication_of(card), Surface.DESK)
        view = await reads.video(moderator.viewer, video, Surface.DESK)
        assert await reads.publication(away.viewer, publication_of(card), Surface.DESK) is None
    assert seen is not None
    assert view is not None
    for secret in ("quokka", "quollish"):
        assert secret not in repr(seen) + repr(view)
    assert str(owner.person) not in repr(seen)
    stranger = await square.arrive("12", server="1003", admin=True)
    assert await opened(stranger) == set()
