"""A house with everybody in it, and videos in every state: what the ways in are tried on."""

import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.presses import NO_REVISION, Presses
from bots.chat.reply import Reply, Text
from bots.chat.told import sorry
from bots.texts.say import Say
from core.communities import Place
from core.errors import NotAllowed, NotFound
from core.gate import Subject, Surface
from core.grants import Receiver
from core.hosting.choose import choose_moderators
from core.people import CommunityId, Identity, Platform
from core.ports import Store, Writes
from core.publications import Caption, Proposal
from core.records import Lane, Order
from core.sharing.knock import invite
from core.sharing.share import share
from core.videos import (
    Asset,
    AssetId,
    AssetRole,
    Audience,
    Making,
    Portrayed,
    Publication,
    PublicationId,
    Shape,
    Showing,
    VideoId,
    Words,
)
from tests.authorization.table import Way
from tests.connecting import Connecting, code_of, connecting_in
from tests.fakes.tiny import POSTER, PREVIEW, VIDEO
from tests.gate_sentences import said
from tests.parts import RETENTION_MS
from tests.talk import MAC_KEY
from tests.test_create import Photo, png

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM
FRIEND = "a friend"
HERE = Surface.CHAT_PRIVATE
SEA = "a calm sea at sunset"
TITLE = "Grandmother's garden"
MODERATE = "77"
"""The role whose members moderate the community."""

WAY_TO: Mapping[Making, Sequence[str]] = {
    Making.ASKED: (),
    Making.QUEUED: ("queue",),
    Making.MAKING: ("queue", "start"),
    Making.READY: ("queue", "start", "finish"),
    Making.FAILED: ("queue", "start", "fail"),
    Making.CANCELLED: ("queue", "cancel"),
    Making.UNSURE: ("queue", "start", "lose_sight"),
    Making.ERASING: ("queue", "start", "finish", "erase"),
}
"""The moves that lead a new video into each state."""

BYTES = {AssetRole.OUTPUT: VIDEO, AssetRole.POSTER: POSTER, AssetRole.PREVIEW: PREVIEW}
TYPES = {AssetRole.OUTPUT: "video/mp4", AssetRole.POSTER: "image/jpeg", AssetRole.PREVIEW: "video/mp4"}


@dataclass(frozen=True)
class Within:
    """A store whose one transaction is open already."""

    writes: Writes

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Writes]:
        """Give it."""
        yield self.writes


@dataclass(frozen=True)
class House:
    """The chat, and who is there. `owner` and `other` are two accounts of one person."""

    connecting: Connecting
    database: Path
    community: CommunityId
    owner: Asker
    other: Asker
    others: Mapping[str, Asker]
    """Everybody who isn't the owner, by what they are."""

    private: dict[Making, VideoId] = field(default_factory=dict)
    """Videos of the owner's that nobody else was ever let see, one in each state."""

    opened: dict[VideoId, Subject] = field(default_factory=dict)
    """Ready videos of the owner's that aren't private, and what the gate knows of them.

    Given to the friend, with a hold and without; shown in the community, and proposed to its moderators.
    """

    @property
    def chat(self) -> Chat:
        """The conversation."""
        return self.connecting.chat

    async def add(self, state: Making, *, needs: str = "") -> VideoId:
        """Add a video of the owner's in a state; what is made has bytes."""
        parts = self.connecting.talk.parts
        video = VideoId(parts.ids.new())
        order = Order(SEA, Shape.WIDE, 3, seed=7)
        kept = [await self._sealed(video, role) for role in BYTES] if "finish" in WAY_TO[state] else []
        async with parts.store.write() as writes:
            ends_at_ms = parts.clock.now_ms() + RETENTION_MS
            words = Words(SEA, TITLE)
            await writes.add_video(
                self.owner.person, video, order, words, ends_at_ms, asked_on=self.owner.identity.platform
            )
            if needs == "unsaid":
                await writes.keep_portrayed(video, Portrayed.UNSAID)
            for asset, sealed in kept:
                await writes.add_asset(asset, sealed)
            for verb in WAY_TO[state]:
                await writes.move_video(video, verb)
                if verb == "queue":
                    await writes.enqueue(video, self.owner.person, Lane.RENDER)
        if needs == "shared":
            await self.share(video)
        if needs == "invited":
            parts = self.connecting.talk.parts
            await invite(self.owner.viewer, video, HERE, store=parts.store, ids=parts.ids)
        if needs == "published":
            await self.show(video, "show")
        return video

    async def share(self, video: VideoId) -> None:
        """Give a ready video of the owner's to the friend, for good."""
        friend, parts = self.others[FRIEND], self.connecting.talk.parts
        receivers = [Receiver(friend.identity, FRIEND)]
        await share(
            self.owner.viewer, video, receivers, None, HERE, giver="the owner", store=parts.store, clock=parts.clock
        )

    async def show(self, video: VideoId, *verbs: str) -> Publication:
        """Add a publication of the owner's in the community, and move its first revision."""
        parts = self.connecting.talk.parts
        drafted = Publication(
            PublicationId(parts.ids.new()), video, self.community, Audience.COMMUNITY, 1, Showing.DRAFT
        )
        async with parts.store.write() as writes:
            await writes.add_publication(drafted, Proposal(Caption(said=SEA)))
            for verb in verbs:
                await writes.move_publication(drafted.id, 1, verb)
        return drafted

    async def _sealed(self, video: VideoId, role: AssetRole) -> tuple[Asset, Any]:
        parts, content = self.connecting.talk.parts, BYTES[role]

        async def chunks() -> AsyncIterator[bytes]:
            yield content

        asset = Asset(AssetId(parts.ids.new()), video, role, TYPES[role], len(content), 160, 90, 5_000)
        return asset, await parts.vault.seal(asset.id, chunks(), len(content))

    async def give(self, *, hold: bool = False) -> None:
        """Add a video that the friend was given for good; it may be held after a report."""
        video, friend = await self.add(Making.READY, needs="shared"), self.others[FRIEND]
        with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            connection.execute("UPDATE videos SET hold = ? WHERE id = ?", (hold, video.hex))
        self.opened[video] = self.subject(video, granted=frozenset({friend.person}), hold=hold)

    async def publish(self, verb: str, state: Showing) -> None:
        """Add a video whose publication in the community made one move from a draft: into review, or shown at once."""
        video = await self.add(Making.READY)
        drafted = await self.show(video, verb)
        seen = 1 if state is Showing.SHOWN else None
        self.opened[video] = self.subject(video, publication=replace(drafted, state=state, shown_revision=seen))

    def subject(self, video: VideoId, state: Making = Making.READY, **more: Any) -> Subject:
        """Give what the gate is asked about a video of the owner's."""
        return Subject(video, self.owner.person, state, **more)

    def settle(self, kept: Sequence[VideoId] = ()) -> None:
        """Let nothing wait but what is kept for everybody: a person may have so many unfinished videos."""
        named = "', '".join(video.hex for video in (*self.private.values(), *self.opened, *kept))
        with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            connection.execute(f"UPDATE videos SET state = 'cancelled' WHERE id NOT IN ('{named}')")  # noqa: S608

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Give every row of every table, but for the tokens that buttons spend."""
        with closing(sqlite3.connect(self.database)) as connection:
            named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('tokens', 'alembic_version')"
            tables = [name for (name,) in connection.execute(named)]
            return {one: sorted(connection.execute(f"SELECT * FROM {one}"), key=repr) for one in tables}  # noqa: S608

    async def values(self, action: str, subjects: Sequence[UUID], asker: Asker) -> list[str]:
        """Give somebody a button of their own about anything: none of ours would be offered so."""
        services = self.connecting.talk.services
        if PRESSES[action].shared:
            return [services.presses.share(action, one, 1) for one in subjects]
        if not PRESSES[action].changes:
            return [services.presses.show(action, one, asker) for one in subjects]
        async with services.store.write() as writes:
            presses = Presses(MAC_KEY, cast("Store", Within(writes)), services.clock, services.ids)
            revision = 1 if PRESSES[action].of_publication else NO_REVISION
            return [await presses.offer(action, one, asker, revision=revision) for one in subjects]

    async def press(self, way: Way, subjects: Sequence[UUID], asker: Asker) -> list[Reply]:
        """Press a button of one's own about each of these, with the form and the file that the table has."""
        files = [Photo(png())] if way.needs == "picture" else []
        values = await self.values(way.name, subjects, asker)
        return [await self.chat.press(value, asker, way.form or None, files) for value in values]

    def may(self, way: Way, asker: Asker, subject: Subject) -> bool:
        """Say what the design has: whether somebody gets through a way that is about a video."""
        if way.who == "owner" and asker.person != subject.owner:
            return False
        if way.who == "given" and asker.person not in {subject.owner, *subject.granted}:
            return False
        return all(said(asker.viewer, action, subject, asker.surface) for action in way.asks)


NOT_THERE = sorry(NotFound("video_not_found"))
NOT_THEIRS = sorry(NotAllowed("unrelated"))
"""What somebody hears of a video that they may find, and of which they may not do what they asked for."""

USED = Reply((Text(Say("press-used")),))
"""What the last button of a delete says where nothing is left to delete."""

REFUSALS = (NOT_THERE, NOT_THEIRS, USED)


@asynccontextmanager
async def house_in(folder: Path) -> AsyncIterator[House]:
    """Open a house, and let everybody arrive."""
    async with connecting_in(folder) as connecting:
        chat = connecting.chat

        async def arrive(name: str, *, server: str = "100", role: str = "", platform: Platform = DISCORD) -> Asker:
            place = Place(platform, server, role == "admin", frozenset({MODERATE} if role == "moderator" else ()))
            return await chat.arrive(Identity(platform, name), HERE, place=place if role else None)

        admin = await arrive("3", role="admin")
        assert admin.community is not None
        store = connecting.talk.parts.store
        await choose_moderators(admin.viewer, admin.community, (MODERATE,), HERE, store=store)
        owner, other = await joined(connecting)
        others = {
            "another member": await arrive("4", role="member"),
            "a moderator": await arrive("5", role="moderator"),
            "an admin": admin,
            "an admin elsewhere": await arrive("6", server="200", role="admin"),
            "a stranger": await arrive("7"),
            FRIEND: await arrive("8"),
            "the owner, erased": replace(owner, viewer=replace(owner.viewer, erased=True)),
        }
        house = House(connecting, folder / "data" / "hushreel.db", admin.community, owner, other, others)
        for state in Making:
            house.private[state] = await house.add(state)
        for hold in (False, True):
            await house.give(hold=hold)
        for verb, showing in {"show": Showing.SHOWN, "propose": Showing.PROPOSED}.items():
            await house.publish(verb, showing)
        yield house


async def joined(connecting: Connecting) -> tuple[Asker, Asker]:
    """Let the owner connect two accounts."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    await connecting.connect(second, code_of(await connecting.connect(first)))
    await connecting.press(await connecting.connect(first), "button-join", first)
    return await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
