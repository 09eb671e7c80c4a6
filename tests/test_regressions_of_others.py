"""What went wrong in other systems, tried here: each test names where it happened."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.command import VideoRef
from core.errors import LostRace, NotAllowed
from core.gate import Surface
from core.knocks import written
from core.people import STRANGER, Identity, Platform, Viewer
from core.publications import POSTED_AFTER_MS, Caption, PublicationView, Publishing
from core.publishing.appeal import appeal
from core.publishing.review import Ruling
from core.publishing.upkeep import post_due
from core.publishing.withdraw import unpublish
from core.sharing.knock import invite, uninvite
from core.videos import AssetId, AssetRole, Audience, PublicationId, Showing, VideoId, Visibility, visibility
from tests.erasing import MortalSteps, house_of
from tests.keeping import ask_file, give
from tests.parts import HERE, Parts
from tests.publishing import CAPTION, Town, town_in
from tests.test_public_links import Answer, outside_in

CHANNEL = Surface.FEED
Act = Callable[[Town, PublicationId], Awaitable[object]]


@pytest.fixture
async def town(parts: Parts) -> Town:
    """A community with its people."""
    return await town_in(parts)


async def shown_to_anyone(town: Town, video: VideoId) -> PublicationView:
    """Show a video to the whole world."""
    await town.choose(Publishing(world=True, quota=50))
    named = (await town.draft(video)).publication
    await town.proposing.change(town.owner, named.id, 1, HERE, lambda now: replace(now, audience=Audience.ANYONE))
    await town.proposing.send(town.owner, named.id, 1, HERE)
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    async with town.parts.store.write() as writes:
        await writes.move_publication(named.id, 1, "post")
    return await town.now(named.id)


async def opens(town: Town, viewer: Viewer, assets: Sequence[AssetId], surface: Surface) -> list[bool]:
    """Say which of some assets somebody may open."""
    async with town.parts.store.read() as reads:
        return [await reads.asset(viewer, one, surface) is not None for one in assets]


async def test_no_preview_outlives_its_video(town: Town) -> None:
    """Nextcloud #26014: previews of deleted files stayed. Here poster and preview close and go with the rest."""
    house = house_of(town.parts)
    video = await house.made(town.owner)
    await house.grow(video, AssetRole.PREVIEW, 4_000)
    shown = await shown_to_anyone(town, video)
    names = [one.id for one in shown.assets]
    assert {one.role for one in shown.assets} == {AssetRole.OUTPUT, AssetRole.POSTER, AssetRole.PREVIEW}
    assert await opens(town, town.member, names, CHANNEL) == [True] * 3
    await house.ask(town.owner, video)
    for viewer, surface in ((town.member, CHANNEL), (STRANGER, Surface.WEB_WORLD), (town.moderator, Surface.DESK)):
        assert await opens(town, viewer, names, surface) == [False] * 3
    assert all(town.parts.revocations.is_revoked(one) for one in names)
    await house.eraser.erase(MortalSteps(), str(video))
    assert town.parts.sealed_files == []


async def test_what_is_taken_back_takes_its_poster_along(town: Town) -> None:
    """Pixelfed #787: a copy was served on after the post was gone. Here nobody else opens any part of it any more."""
    shown = await shown_to_anyone(town, await town.ready())
    names = [one.id for one in shown.assets]
    assert await opens(town, STRANGER, names, Surface.WEB_WORLD) == [True] * 3
    await unpublish(town.owner, shown.publication.video, HERE, store=town.parts.store)
    for viewer, surface in ((town.member, CHANNEL), (STRANGER, Surface.WEB_WORLD), (town.moderator, Surface.DESK)):
        assert await opens(town, viewer, names, surface) == [False] * 3
    assert await opens(town, town.owner, names, HERE) == [True] * 3


async def test_a_link_leads_to_nobody(town: Town) -> None:
    """Immich #12835: a shared link told its owner's address and path. Here neither link nor what it gives says who."""
    shown = await shown_to_anyone(town, await town.ready())
    async with town.parts.store.read() as reads:
        seen = await reads.publication_at(STRANGER, town.community, shown.slug, Surface.WEB_WORLD)
        listed = await reads.showcase(STRANGER, town.community, Surface.WEB_WORLD)
    assert seen is not None
    assert town.owner.person is not None
    assert town.moderator.person is not None
    told = repr((seen, listed))
    people = [town.owner.person, town.moderator.person]
    for secret in (*(str(one) for one in people), *(one.hex for one in people), "quokka", "quollish"):
        assert secret not in told
        assert secret not in shown.slug
    assert (seen.number, seen.record, seen.claim, seen.revision.decided_by) == (0, None, None, None)
    assert seen.revision.proposal.caption.credit == ""
    assert not {str(shown.publication.id), shown.publication.id.hex, str(shown.publication.video)} & {shown.slug}


async def test_an_invitation_leads_to_nobody(tmp_path: Path) -> None:
    """The same for invitations: page, headers and refusals are byte for byte those of a line that somebody made up.

    The page is written from the address alone, so that no time tells either. There is no redirect to anywhere.
    """
    made_up = written("A" * 22)
    async with outside_in(tmp_path) as outside:
        talk = outside.talk
        owner = await talk.chat.arrive(Identity(Platform.DEMO, "owner"), HERE, name="Quokka (@quollish)")
        video = await talk.ready(owner)
        token, _ = await invite(owner.viewer, video, HERE, store=talk.parts.store, ids=talk.parts.ids)
        good, told = written(token), list[Answer]()
        for method in ("HEAD", "GET", "POST", "GET"):
            told += [await outside.ask(method, f"/v/{line}", Accept_Language="es") for line in (good, made_up)]
        ids = {str(one) for one in (video, owner.person)} | {one.hex for one in (video, owner.person)}
        for real, other in zip(told[::2], told[1::2], strict=True):
            assert real.status == other.status != 302
            assert real.body.replace(good.encode(), made_up.encode()) == other.body
            assert {k: v for k, v in real.headers.items() if k != "Date"} == {
                k: v for k, v in other.headers.items() if k != "Date"
            }
            for secret in ("Quokka", "quollish", "sea", "sunset", "Untitled", "poster", *ids):
                assert secret not in real.body.decode() + str(real.headers)
        assert [one.status for one in told] == [200, 200, 200, 200, 404, 404, 200, 200]
        guest = await talk.arrive("member")
        assert await talk.chat.say(made_up, guest) == await talk.chat.ask("videos", {"video": VideoRef(made_up)}, guest)
        answers = []
        for late in (False, True):
            if late:
                await uninvite(owner.viewer, video, HERE, store=talk.parts.store)
            answers.append(await talk.chat.say(made_up if not late else good, guest))
        assert answers[0] == answers[1]


async def test_a_list_gives_what_one_by_one_is_given(town: Town) -> None:
    """Immich #29526: a bulk path skipped the check of the single one. Here each list is what the gate gives singly."""
    await town.choose(Publishing(world=True, quota=50))
    published = [(await town.shown(await town.ready())).publication.id for _ in range(3)]
    published.append((await shown_to_anyone(town, await town.ready())).publication.id)
    published += [(await town.proposed(await town.ready())).publication.id for _ in range(3)]
    await town.reviewing.hold(town.moderator, published[0], HERE)
    await town.reviewing.hold(town.moderator, published[-1], HERE)
    await town.reviewing.decline(town.moderator, published[-2], 1, Ruling(), HERE)
    for name in (published[1], published[-3]):
        erased = (await town.now(name)).publication.video
        async with town.parts.store.write() as writes:
            await writes.move_video(erased, "erase")
    viewers = (town.owner, town.member, town.moderator, town.elsewhere, town.admin, STRANGER)
    for viewer in (*viewers, replace(town.member, banned_from=frozenset({town.community}))):
        for surface in Surface:
            await check_lists(town, viewer, surface, published)


async def check_lists(town: Town, viewer: Viewer, surface: Surface, published: Sequence[PublicationId]) -> None:
    """Compare what lists give with what the same viewer gets one by one."""
    async with town.parts.store.read() as reads:
        found = [await reads.publication(viewer, one, surface) for one in published]
        singly = {one.publication.id: one for one in found if one is not None}
        showcase = await reads.showcase(viewer, town.community, surface)
        queue = await reads.queue(viewer, town.community, surface)
        waiting = await reads.waiting(viewer, town.community, surface)
        for one in (*showcase, *queue):
            assert one == singly[one.publication.id]
            assert {part.id for part in one.assets} == {
                part.id for part in one.assets if await reads.asset(viewer, part.id, surface) is not None
            }
    assert {one.publication.id for one in showcase} == {
        name for name, one in singly.items() if one.publication.shown_revision is not None and not one.hold
    }
    assert len(queue) == waiting


async def test_nobody_gives_themselves_a_grant(town: Town) -> None:
    """Immich PR #27437: a person could grant themselves access. Here a row that names the owner opens nothing."""
    video = await town.ready()
    assert town.owner.person is not None
    give(town.parts, video, town.owner.person)
    view = await town.parts.seen(town.owner, video)
    assert view.granted == frozenset()
    assert visibility(view.granted, view.publications, hold=view.hold) is Visibility.PRIVATE
    async with town.parts.store.read() as reads:
        assert (await reads.account(town.owner)).open_to_others == 0


async def test_nobody_overrules_another_moderator_in_their_own_favour(town: Town) -> None:
    """The same by way of a role: an author who moderates grants neither their own appeal, nor what was removed."""
    author = Town(**vars(town) | {"owner": town.second})
    declined = (await author.proposed(await author.ready())).publication
    await town.reviewing.decline(town.moderator, declined.id, 1, Ruling(), HERE)
    await appeal(author.owner, declined.id, 1, HERE, store=town.parts.store, clock=town.parts.clock)
    with pytest.raises(NotAllowed, match="own_publication"):
        await town.reviewing.approve(author.owner, declined.id, 1, HERE)
    removed = (await author.shown(await author.ready())).publication
    await town.reviewing.remove(town.moderator, removed.id, 1, Ruling(), HERE)
    with pytest.raises(NotAllowed, match="own_publication"):
        await town.reviewing.reinstate(author.owner, removed.id, 1, HERE)
    assert (await author.now(removed.id)).publication.shown_revision is None


async def test_no_page_is_true_after_it_was_taken_back(town: Town) -> None:
    """A cached page after unpublish: here the link, the showcase and the feed know at once."""
    shown = await shown_to_anyone(town, await town.ready())
    named = shown.publication
    await unpublish(town.owner, named.video, HERE, store=town.parts.store)
    for viewer, surface in ((STRANGER, Surface.WEB_WORLD), (town.member, Surface.WEB_MEMBER)):
        async with town.parts.store.read() as reads:
            assert await reads.publication_at(viewer, town.community, shown.slug, surface) is None
            assert await reads.showcase(viewer, town.community, surface) == []
            assert await reads.video(viewer, named.video, surface) is None
    feed = await town.parts.store.ledger.feed(named.id)
    assert feed is not None
    assert feed.shown is None


DECIDING: Mapping[str, Act] = {
    "decline": lambda town, named: town.reviewing.decline(town.moderator, named, 1, Ruling(), HERE),
    "approve": lambda town, named: town.reviewing.approve(town.moderator, named, 1, HERE),
    "hold": lambda town, named: town.reviewing.hold(town.moderator, named, HERE),
}


@pytest.mark.parametrize("how", [*DECIDING, "withdraw", "erase"])
async def test_every_card_hears_of_a_decision(town: Town, how: str) -> None:
    """A card kept its picture after a decline: here the community's platform is told at each end of waiting."""
    house = house_of(town.parts)
    video = await town.ready()
    named = (await town.proposed(video)).publication.id
    await house.told()
    if how == "withdraw":
        await unpublish(town.owner, video, HERE, store=town.parts.store)
    elif how == "erase":
        await house.ask(town.owner, video)
    else:
        await DECIDING[how](town, named)
    query = f"SELECT kind FROM outbox WHERE surface = 'web' AND subject = '{named.hex}'"  # noqa: S608
    told = {kind for (kind,) in ask_file(town.parts, query)}
    assert {"review", "feed"} <= told
    async with town.parts.store.read() as reads:
        queue = await reads.queue(town.moderator, town.community, Surface.DESK)
    assert [one.hold for one in queue] == ([True] if how == "hold" else [])


async def test_what_was_approved_is_what_is_shown(town: Town) -> None:
    """A swap of content after approval: here words are changed in another revision only, and pictures in none."""
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    with pytest.raises(LostRace):
        await town.proposing.change(
            town.owner,
            named.id,
            1,
            HERE,
            lambda now: replace(now, caption=Caption("swapped"), audience=Audience.COMMUNITY),
        )
    async with town.parts.store.write() as writes:
        await writes.rename(named.video, "swapped")
    town.parts.clock.advance(POSTED_AFTER_MS)
    await post_due(store=town.parts.store, clock=town.parts.clock)
    edited = (await town.draft(named.video, Caption("swapped"))).publication
    await town.proposing.send(town.owner, named.id, edited.revision, HERE)
    with pytest.raises(LostRace):
        await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    seen = await town.seen(town.member, named.id, CHANNEL)
    assert seen is not None
    assert (seen.revision.number, seen.revision.proposal.caption) == (1, CAPTION)
    assert (await town.now(named.id)).publication.state is Showing.PROPOSED
    feed = await town.parts.store.ledger.feed(named.id)
    assert feed is not None
    assert feed.shown is not None
    assert feed.shown.proposal.caption == CAPTION
