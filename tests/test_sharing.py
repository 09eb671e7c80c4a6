"""Sharing with chosen people: who sees what, from when, until when, and what is left afterwards."""

from collections.abc import Sequence

import pytest

from core.errors import BadInput, LimitReached, NotAllowed, NotFound
from core.grants import RECEIVERS_MOST, Given, Receiver, Through
from core.people import Identity, Platform, Preferences, Viewer
from core.sharing.seen import mute, note_opening, who_saw
from core.sharing.share import date_sharing, share, shared_with
from core.sharing.unshare import end_dated, unshare
from core.storage.granting import NOTED_AGAIN_MS
from core.videos import AssetRole, VideoId
from tests.keeping import ask_file, kept
from tests.parts import HERE, Parts

DAY_MS = 86_400_000


def receiver(name: str) -> Receiver:
    """Name somebody by their account in the demo."""
    return Receiver(Identity(Platform.DEMO, name), name.title())


async def ready(parts: Parts, owner: Viewer) -> VideoId:
    """Have a finished video of somebody's."""
    assert owner.person
    video = await kept(parts, owner.person)
    async with parts.store.write() as writes:
        for verb in ("start", "finish"):
            await writes.move_video(video, verb)
    return video


async def give(
    parts: Parts, owner: Viewer, video: VideoId, *names: str, until_ms: int | None = None
) -> Sequence[Given]:
    """Share a video with people of the demo."""
    receivers = [receiver(name) for name in names]
    told = await share(owner, video, receivers, until_ms, HERE, giver="Olga", store=parts.store, clock=parts.clock)
    return [one for _, one in told]


def rows_told(parts: Parts, kind: str) -> list[str]:
    """Give for whom outbox rows of a kind wait."""
    return [row[0] for row in ask_file(parts, f"SELECT person FROM outbox WHERE kind = '{kind}'")]  # noqa: S608


async def test_a_shared_video_opens_for_the_receiver_alone(parts: Parts) -> None:
    """The receiver finds what was made, without prompt and inputs; a third person gets the answer for no video."""
    owner, friend, third = [await parts.person(name) for name in ("owner", "member", "moderator")]
    video = await ready(parts, owner)
    assert await parts.view(friend, video) is None
    assert await give(parts, owner, video, "member") == [Given.TOLD]
    seen = await parts.seen(friend, video)
    assert (seen.prompt, seen.granted) == ("", frozenset())
    assert {one.role for one in seen.assets} <= {AssetRole.OUTPUT, AssetRole.POSTER, AssetRole.PREVIEW}
    assert await parts.view(third, video) is None
    async with parts.store.read() as reads:
        assert list(await reads.shared(friend, 10)) == [video]
        assert list(await reads.shared(owner, 10)) == []
        assert list(await reads.grants(friend, video)) == []
        assert [one.verb for one in await reads.events(owner, video)].count("share") == 1


async def test_a_grant_given_to_oneself_opens_nothing(parts: Parts) -> None:
    """Nobody shares with themselves, shares a stranger's video, or shares on what was shared with them."""
    owner, friend = await parts.person("owner"), await parts.person("member")
    video = await ready(parts, owner)
    with pytest.raises(BadInput, match="share_oneself"):
        await give(parts, owner, video, "owner")
    with pytest.raises(NotFound):
        await give(parts, friend, video, "member")
    await give(parts, owner, video, "member")
    for refused in (("moderator",), ("member",)):
        with pytest.raises(NotAllowed):
            await give(parts, friend, video, *refused)
    for end in (unshare(friend, video, HERE, store=parts.store), mute(owner, video, store=parts.store)):
        with pytest.raises((NotAllowed, NotFound)):
            await end
    assert [one.name for one in await shared_with(owner, video, store=parts.store)] == ["Member"]


async def test_whom_we_never_met_gets_it_at_their_first_word(parts: Parts) -> None:
    """An invitation names nobody in the file, and becomes a grant when the account first speaks."""
    owner = await parts.person("owner")
    video = await ready(parts, owner)
    assert await give(parts, owner, video, "stranger") == [Given.UNTOLD]
    (waits,) = await shared_with(owner, video, store=parts.store)
    assert (waits.name, waits.waits) == ("Stranger", True)
    assert ask_file(parts, "SELECT count(*) FROM identities") == [(1,)]
    assert "stranger" not in str(ask_file(parts, "SELECT * FROM invitations")).lower()
    stranger = await parts.person("stranger")
    assert (await parts.seen(stranger, video)).video.id == video
    (met,) = await shared_with(owner, video, store=parts.store)
    assert (met.id, met.name, met.waits) == (waits.id, "Stranger", False)


async def test_an_invitation_ends_at_its_date(parts: Parts) -> None:
    """Who speaks for the first time after the date finds nothing."""
    owner = await parts.person("owner")
    video = await ready(parts, owner)
    await give(parts, owner, video, "stranger", until_ms=parts.clock.now_ms() + DAY_MS)
    parts.clock.advance(DAY_MS)
    assert await parts.view(await parts.person("stranger"), video) is None
    assert list(await shared_with(owner, video, store=parts.store)) == []


async def test_it_ends_at_once_for_one_and_for_all(parts: Parts) -> None:
    """What is withdrawn is gone with its names, and the cards of those people are told."""
    owner, friend, other = [await parts.person(name) for name in ("owner", "member", "moderator")]
    video = await ready(parts, owner)
    await give(parts, owner, video, "member", "moderator", "stranger")
    first, *_ = await shared_with(owner, video, store=parts.store)
    ask_file(parts, "DELETE FROM outbox")
    assert await unshare(owner, video, HERE, only=first.id, store=parts.store) == 1
    assert await parts.view(friend, video) is None
    assert await parts.view(other, video) is not None
    assert friend.person
    assert friend.person.hex in rows_told(parts, "shared")
    assert await unshare(owner, video, HERE, store=parts.store) == 2
    assert await parts.view(other, video) is None
    assert ask_file(parts, "SELECT (SELECT count(*) FROM grants) + (SELECT count(*) FROM invitations)") == [(0,)]
    assert await unshare(owner, video, HERE, store=parts.store) == 0


async def test_a_date_ends_it_by_itself(parts: Parts) -> None:
    """The gate closes at the date, and the sweep takes the row and its names away."""
    owner, friend = await parts.person("owner"), await parts.person("member")
    video = await ready(parts, owner)
    with pytest.raises(BadInput, match="share_date_past"):
        await give(parts, owner, video, "member", until_ms=parts.clock.now_ms())
    await give(parts, owner, video, "member")
    until_ms = parts.clock.now_ms() + DAY_MS
    await date_sharing(owner, video, until_ms, HERE, store=parts.store, clock=parts.clock)
    assert [one.until_ms for one in await shared_with(owner, video, store=parts.store)] == [until_ms]
    assert await end_dated(store=parts.store) == 0
    parts.clock.advance(DAY_MS)
    assert await parts.view(friend, video) is None
    assert await end_dated(store=parts.store) == 1
    assert ask_file(parts, "SELECT count(*) FROM grants") == [(0,)]
    with pytest.raises(BadInput, match="share_nobody"):
        await date_sharing(owner, video, None, HERE, store=parts.store, clock=parts.clock)


async def test_twenty_people_are_the_most(parts: Parts) -> None:
    """One more is refused and nothing of that request is kept; somebody known again counts once."""
    owner = await parts.person("owner")
    video = await ready(parts, owner)
    names = [f"friend{number}" for number in range(RECEIVERS_MOST)]
    await give(parts, owner, video, *names)
    assert await give(parts, owner, video, names[0]) == [Given.AGAIN]
    with pytest.raises(LimitReached, match="share_full"):
        await give(parts, owner, video, "one-more")
    assert len(await shared_with(owner, video, store=parts.store)) == RECEIVERS_MOST
    assert owner.person
    unfinished = await kept(parts, owner.person)
    with pytest.raises(BadInput, match="share_not_ready"):
        await give(parts, owner, unfinished, "member")
    with pytest.raises(BadInput, match="share_nobody"):
        await give(parts, owner, video)


async def test_notices_go_to_those_who_used_the_bot_and_did_not_refuse(parts: Parts) -> None:
    """No notice after the switch in the settings, and none from an owner who was refused."""
    owner, friend, other = [await parts.person(name) for name in ("owner", "member", "moderator")]
    video, later = await ready(parts, owner), await ready(parts, owner)
    async with parts.store.write() as writes:
        await writes.prefer(other, Preferences(notices=False))
    assert await give(parts, owner, video, "member", "moderator") == [Given.TOLD, Given.UNTOLD]
    assert rows_told(parts, "given") == [friend.person and friend.person.hex]
    await mute(friend, video, store=parts.store)
    assert await give(parts, owner, later, "member") == [Given.UNTOLD]
    assert await parts.view(friend, later) is not None
    assert await parts.view(other, video) is not None


async def test_who_opened_it_is_noted_once_in_ten_minutes_and_told_to_the_owner_alone(parts: Parts) -> None:
    """Openings name people with a grant while they have it; the owner's own are never noted."""
    owner, friend = await parts.person("owner"), await parts.person("member")
    video = await ready(parts, owner)
    await give(parts, owner, video, "member")
    began_ms = parts.clock.now_ms()
    for viewer in (owner, friend, friend):
        await note_opening(viewer, video, Through.WEB, store=parts.store)
    parts.clock.advance(NOTED_AGAIN_MS)
    await note_opening(friend, video, Through.WEB, store=parts.store)
    seen = (await who_saw(owner, video, HERE, store=parts.store)).openings
    assert [(one.name, one.at_ms) for one in seen] == [("Member", began_ms + NOTED_AGAIN_MS), ("Member", began_ms)]
    with pytest.raises(NotFound):
        await who_saw(friend, video, HERE, store=parts.store)
    await unshare(owner, video, HERE, store=parts.store)
    await note_opening(friend, video, Through.WEB, store=parts.store)
    assert [one.name for one in (await who_saw(owner, video, HERE, store=parts.store)).openings] == ["", ""]


async def test_an_erased_video_takes_all_of_it_along(parts: Parts) -> None:
    """Grants, invitations, openings and notices that wait go with their video."""
    owner, friend = await parts.person("owner"), await parts.person("member")
    video = await ready(parts, owner)
    await give(parts, owner, video, "member", "stranger")
    await note_opening(friend, video, Through.WEB, store=parts.store)
    async with parts.store.write() as writes:
        await writes.move_video(video, "erase")
    assert await parts.view(friend, video) is None
    async with parts.store.write() as writes:
        await writes.forget_video(video)
    left = " + ".join(f"(SELECT count(*) FROM {table})" for table in ("grants", "invitations", "views"))  # noqa: S608
    assert ask_file(parts, f"SELECT {left}") == [(0,)]
    assert rows_told(parts, "given") == []


async def test_names_are_sealed(parts: Parts) -> None:
    """No name of a receiver or an owner stands in the file."""
    owner = await parts.person("owner")
    await parts.person("member")
    video = await ready(parts, owner)
    await give(parts, owner, video, "member", "stranger")
    content = b"".join(path.read_bytes() for path in parts.folder.glob("hushreel.db*"))
    assert [name for name in (b"Member", b"Stranger", b"Olga") if name in content] == []
