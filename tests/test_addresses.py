"""Names of communities in web addresses, and what moderators are told of decisions that were made."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from core.gate import Surface
from core.people import Platform
from core.publications import Publishing, Why
from core.publishing.review import Ruling
from core.storage.migrate import migrate
from tests.parts import HERE, Parts
from tests.publishing import CAPTION, Town, town_in
from tests.test_migrate import older

DESK = Surface.DESK


@pytest.fixture
async def town(parts: Parts) -> Town:
    """A community with its people."""
    return await town_in(parts)


async def address(town: Town) -> str:
    """Give the community's name in web addresses."""
    return (await town.proposed(await town.ready())).community_slug


async def test_a_name_opens_while_the_community_shows_to_anyone(town: Town) -> None:
    """It is random, the same for its feed, and names nothing unless the admins opened the showcase."""
    name = await address(town)
    feed = await town.parts.store.ledger.feed((await town.proposed(await town.ready())).publication.id)
    assert feed is not None
    assert feed.community_slug == name
    assert len(name) > 20
    store = town.parts.store
    for world in (False, True, False, True):
        await town.choose(Publishing(world=world))
        async with store.read() as reads:
            assert await reads.community_named(name) == (town.community if world else None)
            assert await reads.community_named(str(town.community)) is None
    async with store.write() as writes:
        await writes.end_communities(Platform.DEMO, ["home"])
        assert await writes.community_named(name) is None


async def test_two_communities_have_two_names(town: Town) -> None:
    """A name that is begun again is another one: nobody follows a community over its end."""
    before = await address(town)
    async with town.parts.store.write() as writes:
        await writes.end_communities(Platform.DEMO, ["home"])
        community = await writes.begin_community(Platform.DEMO, "home")
    assert community != town.community
    async with town.parts.store.read() as reads:
        assert await reads.community_named(before) is None


def test_communities_of_an_older_version_get_a_name(tmp_path: Path) -> None:
    """Brought up from the schema before, each community that we are in has a name of its own, an ended one has none."""
    file = tmp_path / "hushreel.db"
    with older(file, "0012"):
        pass
    with closing(sqlite3.connect(file)) as rows, rows:
        for number, ended in enumerate((None, None, 5)):
            row = (uuid4().hex, str(number), ended)
            rows.execute(
                "INSERT INTO communities (id, platform, external_id, joined_at_ms, ended_at_ms) "
                "VALUES (?, 'discord', ?, 1, ?)",
                row,
            )
    asyncio.run(migrate(file))
    with closing(sqlite3.connect(file)) as newer:
        names = dict(newer.execute("SELECT external_id, slug FROM communities"))
    assert names["2"] is None
    assert names["0"] != names["1"]
    assert len(names["0"]) > 20
    assert len(names["1"]) > 20


async def test_the_history_names_no_moderator(town: Town) -> None:
    """The newest first; whose decision it was is told of one's own alone; a title only of what is theirs to see."""
    declined = (await town.proposed(await town.ready())).publication
    await town.reviewing.decline(town.second, declined.id, 1, Ruling(Why.SPAM), HERE)
    approved = (await town.proposed(await town.ready())).publication
    await town.reviewing.approve(town.moderator, approved.id, 1, HERE)
    await town.reviewing.undo(town.moderator, approved.id, 1, HERE)
    async with town.parts.store.read() as reads:
        found = await reads.decisions(town.moderator, town.community, DESK)
        newest = await reads.decisions(town.moderator, town.community, DESK, 1)
    assert [(one.verb, one.reason, one.own) for one in found] == [
        ("withdraw", "undone", True),
        ("approve", "", True),
        ("decline", "spam", False),
    ]
    assert [one.title for one in found] == [CAPTION.title] * 3
    assert newest == found[:1]
    async with town.parts.store.write() as writes:
        await writes.move_video(declined.video, "erase", actor=town.owner.person)
        (_, _, gone) = await writes.decisions(town.moderator, town.community, DESK)
    assert gone.title is None


@pytest.mark.parametrize("who", ["owner", "member", "elsewhere"])
async def test_others_are_told_of_no_decision(town: Town, who: str) -> None:
    """Members, authors and moderators of other communities get no history."""
    await town.shown(await town.ready())
    async with town.parts.store.read() as reads:
        assert await reads.decisions(getattr(town, who), town.community, DESK) == ()
