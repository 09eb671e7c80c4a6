"""Invitations: whoever has one only asks, its owner alone opens, and nothing is told before that."""

import pytest

from core.errors import BadInput, LostRace, NotAllowed, NotFound
from core.grants import GIVEN
from core.knocks import (
    ANSWERED_WITHIN_MS,
    INVITES_FOR_MS,
    KNOCKED,
    KNOCKS_MOST,
    TURNED_AWAY,
    Answer,
    Knock,
    Met,
    read,
    written,
)
from core.people import Identity, Platform, Viewer
from core.publishing.withdraw import hide
from core.sharing.knock import ask_in, invite, let_in, turn_away, uninvite
from core.sharing.share import shared_with
from core.sharing.unshare import end_dated, unshare
from core.videos import VideoId
from tests.keeping import ask_file, kept
from tests.parts import HERE, Parts
from tests.test_sharing import DAY_MS, ready, rows_told


async def invited(parts: Parts) -> tuple[Viewer, VideoId, str]:
    """Have a finished video with an invitation to it."""
    owner = await parts.person("owner")
    video = await ready(parts, owner)
    return owner, video, await line(parts, owner, video)


async def line(parts: Parts, owner: Viewer, video: VideoId) -> str:
    """Make an invitation."""
    token, _ = await invite(owner, video, HERE, store=parts.store, ids=parts.ids)
    return token


async def asks(parts: Parts, token: str, name: str) -> Met:
    """Let somebody of the demo ask."""
    await parts.person(name)
    return (await ask_in(token, Identity(Platform.DEMO, name), name.title(), store=parts.store))[0]


async def waiting(parts: Parts, owner: Viewer, video: VideoId) -> list[Knock]:
    """Give who waits."""
    async with parts.store.read() as reads:
        return list(await reads.knocks(owner, video))


def left(parts: Parts) -> list[tuple[int]]:
    """Count what the file holds of invitations."""
    return ask_file(parts, "SELECT (SELECT count(*) FROM knock_links) + (SELECT count(*) FROM knocks)")


def test_an_invitation_is_read_however_it_is_pasted() -> None:
    """Alone, or as the link of any host; a one-time link, a number and a title are none."""
    token = "Ab_-" * 5 + "xy"
    for text in (
        written(token),
        f" {written(token)} ",
        f"https://v.example.org/v/{written(token)}",
        "/v/" + written(token),
    ):
        assert read(text) == token
    for text in (token, f"/v/{token}", "#1", "last", "i-beach", written(token) + "z", f"Beach {written(token)}", ""):
        assert read(text) is None


async def test_an_invitation_opens_nothing_and_its_owner_does(parts: Parts) -> None:
    """Asking gives no byte and no row of access; the owner's answer gives a grant like any other, and tells them."""
    owner, video, token = await invited(parts)
    friend = await parts.person("member")
    assert await asks(parts, token, "member") is Met.ASKED
    assert await parts.view(friend, video) is None
    assert ask_file(parts, "SELECT count(*) FROM grants") == [(0,)]
    (knock,) = await waiting(parts, owner, video)
    assert (knock.name, knock.platform) == ("Member", Platform.DEMO)
    assert owner.person
    assert friend.person
    assert rows_told(parts, KNOCKED) == [owner.person.hex]
    until_ms = parts.clock.now_ms() + DAY_MS
    await let_in(owner, knock.id, until_ms, HERE, giver="Olga", store=parts.store, clock=parts.clock)
    assert (await parts.seen(friend, video)).prompt == ""
    assert rows_told(parts, GIVEN) == [friend.person.hex]
    assert [(one.name, one.until_ms) for one in await shared_with(owner, video, store=parts.store)] == [
        ("Member", until_ms)
    ]
    assert await asks(parts, token, "member") is Met.OPEN
    with pytest.raises(NotFound, match="knock_over"):
        await let_in(owner, knock.id, None, HERE, giver="Olga", store=parts.store, clock=parts.clock)


async def test_somebody_asks_once_and_a_refusal_says_no_more_than_an_invitation_that_never_was(parts: Parts) -> None:
    """Refused, over and unknown are one answer; a second try and a new invitation bring no second question."""
    owner, video, token = await invited(parts)
    assert await asks(parts, token, "owner") is Met.OWN
    assert await asks(parts, token, "member") is Met.ASKED
    assert await asks(parts, token, "member") is Met.WAITS
    (knock,) = await waiting(parts, owner, video)
    await turn_away(owner, knock.id, HERE, store=parts.store)
    friend = await parts.person("member")
    assert friend.person
    assert rows_told(parts, TURNED_AWAY) == [friend.person.hex]
    again = await line(parts, owner, video)
    for one in (again, token, "x" * 22):
        assert await asks(parts, one, "member") is Met.CLOSED
    assert await asks(parts, token, "moderator") is Met.CLOSED
    assert await waiting(parts, owner, video) == []
    assert len(rows_told(parts, KNOCKED)) == 1


async def test_nobody_else_makes_reads_answers_or_ends_an_invitation(parts: Parts) -> None:
    """A stranger, the one who asks and somebody with a grant are answered as about no video."""
    owner, video, token = await invited(parts)
    await asks(parts, token, "member")
    (knock,) = await waiting(parts, owner, video)
    for name in ("member", "moderator"):
        other = await parts.person(name)
        assert await waiting(parts, other, video) == []
        async with parts.store.read() as reads:
            assert await reads.invitation(other, video) is None
            assert await reads.knock(other, knock.id) is None
        for refused in (
            invite(other, video, HERE, store=parts.store, ids=parts.ids),
            uninvite(other, video, HERE, store=parts.store),
            let_in(other, knock.id, None, HERE, giver="", store=parts.store, clock=parts.clock),
            turn_away(other, knock.id, HERE, store=parts.store),
        ):
            with pytest.raises(NotFound):
                await refused
    await let_in(owner, knock.id, None, HERE, giver="", store=parts.store, clock=parts.clock)
    with pytest.raises(NotAllowed):
        await invite(await parts.person("member"), video, HERE, store=parts.store, ids=parts.ids)


async def test_it_ends_after_seven_days_and_after_ten_people(parts: Parts) -> None:
    """The eleventh person finds it closed, and so does anybody after a week; who asked before is still answered."""
    owner, video, token = await invited(parts)
    assert owner.person
    async with parts.store.write() as writes:
        await writes.set_end(video, parts.clock.now_ms() + 2 * INVITES_FOR_MS, actor=owner.person)
    for number in range(KNOCKS_MOST):
        assert await asks(parts, token, f"guest{number}") is Met.ASKED
    assert await asks(parts, token, "late") is Met.CLOSED
    token = await line(parts, owner, video)
    parts.clock.advance(INVITES_FOR_MS)
    assert await asks(parts, token, "late") is Met.CLOSED
    assert await asks(parts, token, "guest0") is Met.WAITS
    assert await end_dated(store=parts.store) == 0
    first, *_ = await waiting(parts, owner, video)
    await let_in(owner, first.id, None, HERE, giver="", store=parts.store, clock=parts.clock)
    await line(parts, owner, video)
    parts.clock.advance(ANSWERED_WITHIN_MS)
    assert await end_dated(store=parts.store) == 0
    assert ask_file(parts, "SELECT count(*) FROM knocks") == [(0,)]
    parts.clock.advance(INVITES_FOR_MS)
    assert await end_dated(store=parts.store) == 1
    assert left(parts) == [(0,)]


@pytest.mark.parametrize("how", ["unshare", "uninvite", "hide", "erase"])
async def test_it_ends_with_sharing_hiding_and_erasing(parts: Parts, how: str) -> None:
    """Nothing of it is left, names included, and nobody asks by it any more."""
    owner, video, token = await invited(parts)
    await asks(parts, token, "member")
    (knock,) = await waiting(parts, owner, video)
    if how == "unshare":
        await unshare(owner, video, HERE, store=parts.store)
    elif how == "uninvite":
        assert await uninvite(owner, video, HERE, store=parts.store)
    elif how == "hide":
        await hide(owner, video, HERE, link_action="open_once", store=parts.store)
    else:
        async with parts.store.write() as writes:
            await writes.move_video(video, "erase")
        assert await asks(parts, token, "moderator") is Met.CLOSED
        async with parts.store.write() as writes:
            await writes.forget_video(video)
    assert left(parts) == [(0,)]
    assert await asks(parts, token, "moderator") is Met.CLOSED
    with pytest.raises(NotFound):
        await let_in(owner, knock.id, None, HERE, giver="", store=parts.store, clock=parts.clock)
    if how == "erase":
        assert rows_told(parts, KNOCKED) == []


async def test_a_hold_closes_it_and_a_video_that_is_not_ready_has_none(parts: Parts) -> None:
    """Held after a report: nobody asks and nobody is let in, and the owner may still say no."""
    owner, video, token = await invited(parts)
    await asks(parts, token, "member")
    (knock,) = await waiting(parts, owner, video)
    async with parts.store.write() as writes:
        await writes.hold_video(video, on=True, actor=None)
    assert await asks(parts, token, "moderator") is Met.CLOSED
    with pytest.raises(NotAllowed):
        await let_in(owner, knock.id, None, HERE, giver="", store=parts.store, clock=parts.clock)
    await turn_away(owner, knock.id, HERE, store=parts.store)
    assert owner.person
    with pytest.raises(BadInput, match="share_not_ready"):
        await invite(owner, await kept(parts, owner.person), HERE, store=parts.store, ids=parts.ids)


async def test_the_file_holds_neither_the_line_nor_the_name(parts: Parts) -> None:
    """The token is kept hashed, and who asks by a sealed name."""
    _, _, token = await invited(parts)
    await asks(parts, token, "quokka")
    held = str(ask_file(parts, "SELECT * FROM knock_links")) + str(ask_file(parts, "SELECT * FROM knocks"))
    assert token not in held
    assert "quokka" not in held.lower()


async def test_one_answer_counts(parts: Parts) -> None:
    """Yes and no at the same moment: the second finds it answered."""
    owner, video, token = await invited(parts)
    await asks(parts, token, "member")
    (knock,) = await waiting(parts, owner, video)
    assert owner.person
    async with parts.store.write() as writes:
        await writes.answer_knock(knock.id, Answer.REFUSED, actor=owner.person)
        with pytest.raises(LostRace, match="knock_over"):
            await writes.answer_knock(knock.id, Answer.REFUSED, actor=owner.person)
    async with parts.store.read() as reads:
        assert [one.verb for one in await reads.events(owner, video)][-3:] == ["invite", "knock", "refused"]
