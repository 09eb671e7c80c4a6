"""A house with everybody in it, and videos in every state: what the ways in are tried on."""

import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from bots.chat.told import sorry
from core.communities import Place
from core.errors import NotAllowed, NotFound
from core.gate import Subject, Surface
from core.hosting.choose import choose_moderators
from core.people import CommunityId, Identity, Platform
from core.records import Lane, Order
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

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM
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
class House:
    """The chat, and who is there. `owner` and `other` are two accounts of one person."""

    connecting: Connecting
    database: Path
    community: CommunityId
    owner: Asker
    other: Asker
    strangers: Mapping[str, Asker]
    """Everybody who has nothing to do with a private video of the owner's, by what they are."""

    friend: Asker
    """Whom ready videos can be given to."""

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
            await writes.add_video(self.owner.person, video, order, words, ends_at_ms, asked_on=DISCORD)
            if needs == "unsaid":
                await writes.keep_portrayed(video, Portrayed.UNSAID)
            for asset, sealed in kept:
                await writes.add_asset(asset, sealed)
            for verb in WAY_TO[state]:
                await writes.move_video(video, verb)
                if verb == "queue":
                    await writes.enqueue(video, self.owner.person, Lane.RENDER)
        return video

    async def _sealed(self, video: VideoId, role: AssetRole) -> tuple[Asset, Any]:
        parts, content = self.connecting.talk.parts, BYTES[role]

        async def chunks() -> AsyncIterator[bytes]:
            yield content

        asset = Asset(AssetId(parts.ids.new()), video, role, TYPES[role], len(content), 160, 90, 5_000)
        return asset, await parts.vault.seal(asset.id, chunks(), len(content))

    def give(self, video: VideoId) -> None:
        """Give a video to the friend, for good."""
        with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            row = (video.hex, self.friend.person.hex)
            connection.execute("INSERT INTO grants (video, person) VALUES (?, ?)", row)

    async def show(self, video: VideoId) -> None:
        """Show a video to the members of the community."""
        parts = self.connecting.talk.parts
        shown = Publication(PublicationId(parts.ids.new()), video, self.community, Audience.COMMUNITY, 1, Showing.DRAFT)
        async with parts.store.write() as writes:
            await writes.add_publication(shown)
            await writes.move_publication(shown.id, 1, "show")

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Give every row of every table, but for the tokens that buttons spend."""
        with closing(sqlite3.connect(self.database)) as connection:
            named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('tokens', 'alembic_version')"
            tables = [name for (name,) in connection.execute(named)]
            return {one: sorted(connection.execute(f"SELECT * FROM {one}"), key=repr) for one in tables}  # noqa: S608

    async def value(self, action: str, subject: UUID, asker: Asker, *, changes: bool) -> str:
        """Give somebody a button of their own about anything: none of ours would be offered so."""
        presses = self.connecting.talk.services.presses
        return await presses.offer(action, subject, asker) if changes else presses.show(action, subject, asker)

    def may(self, way: Way, asker: Asker, subject: Subject) -> bool:
        """Say what the design has: whether somebody gets through a way that is about a video."""
        if way.who == "owner" and asker.person != subject.owner:
            return False
        return all(said(asker.viewer, action, subject, asker.surface) for action in way.asks)


def is_refusal(reply: Reply) -> bool:
    """Whether an answer only says no."""
    return reply in REFUSALS


NOT_THERE = sorry(NotFound("video_not_found"))
REFUSALS = (NOT_THERE, sorry(NotAllowed("unrelated")))
"""What somebody hears of a video that isn't there or that they may not find; and of one that they may find only."""


def subject_of(house: House, video: VideoId, state: Making, **more: Any) -> Subject:
    """Give what the gate is asked about a video of the owner's."""
    return Subject(video, house.owner.person, state, **more)


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
        erased = replace(owner, viewer=replace(owner.viewer, erased=True))
        strangers = {
            "another member": await arrive("4", role="member"),
            "a moderator": await arrive("5", role="moderator"),
            "an admin": admin,
            "an admin elsewhere": await arrive("6", server="200", role="admin"),
            "a stranger": await arrive("7"),
            "a stranger on Telegram": await arrive("8", platform=TELEGRAM),
            "the owner, erased": erased,
        }
        friend = await arrive("9")
        yield House(connecting, folder / "data" / "hushreel.db", admin.community, owner, other, strangers, friend)


async def joined(connecting: Connecting) -> tuple[Asker, Asker]:
    """Let the owner connect two accounts."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    await connecting.connect(second, code_of(await connecting.connect(first)))
    await connecting.press(await connecting.connect(first), "button-join", first)
    return await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
