"""Posts in showcase channels: what a community shows is there, and nothing else. The gate is asked at each sending."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

import discord

from bots.chat.post import post_of
from bots.discord_bot.everybody import everybody
from bots.discord_bot.files import Files, Handed
from bots.discord_bot.lengths import cut
from bots.discord_bot.posted import HERE
from bots.discord_bot.render import CONTENT_LONGEST, Drawn
from bots.discord_bot.speaking import Speaking
from bots.discord_bot.standing import Content, Standing
from bots.discord_bot.turn import MAX_BYTES, TooLarge, Trouble, TurnOver, Vanished
from bots.discord_bot.words import alt
from bots.texts.say import Say
from core.chats import CopyKind, Posted
from core.chats import post_of as post_id
from core.communities import Community
from core.errors import NotFound
from core.gate import Surface
from core.people import Role, Viewer
from core.ports import Clock, Store
from core.publications import Feed
from core.publishing.vanished import deleted_there
from core.records import OutboxRow
from core.videos import PublicationId

KIND = "feed"
"""The kind of outbox rows that say: look again what a showcase channel has to show."""

SURFACE = "discord"

TRIES = 3
"""How often in a row something may change while it is posted before that is tried again later."""

FITS_WITHIN_S = 10.0
"""How long a delivery waits for a video to be made smaller; then the row rests, and finds it done."""

NEWEST = 100
"""How many of what is shown are posted into a channel that was just chosen."""

log = logging.getLogger("hushreel.discord")


class StillFitting(Trouble):
    """A video is being made smaller for its channel. Only this adapter reads it."""


@dataclass
class Feeding:
    """The `Deliverer` of rows "feed" on Discord; `server` gives what is known of one by its id."""

    store: Store
    clock: Clock
    speaking: Speaking
    files: Files
    standing: Standing
    server: Callable[[int], discord.Guild | None]
    _locks: WeakValueDictionary[PublicationId, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    _fitting: dict[tuple[PublicationId, int], asyncio.Task[Handed]] = field(default_factory=dict)
    _limits_bytes: dict[str, int] = field(default_factory=dict)

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out one row. Raises Trouble for what has to be tried again."""
        await self.bring(PublicationId(row.subject))

    async def bring(self, publication: PublicationId) -> None:
        """Bring a post to how it is now; twice is as good as once. Raises Trouble for what has to be tried again."""
        async with self._lock(publication):
            for _ in range(TRIES):
                feed = await self.store.ledger.feed(publication)
                await self._bring_to(publication, feed)
                if feed == await self.store.ledger.feed(publication):
                    return
        raise Trouble("it goes on changing")

    async def _bring_to(self, publication: PublicationId, feed: Feed | None) -> None:
        row = await self.store.ledger.posted_named(post_id(publication))
        place = feed.place if feed is not None and feed.platform is HERE and feed.shown is not None else None
        if row is not None and row.channel != place:
            await self._take_back(publication, row)
            row = None
        if feed is None or place is None:
            return
        fresh = Posted(post_id(publication), HERE, feed.owner, feed.publication.video, CopyKind.POST, place)
        await self._post(feed, row or replace(fresh, posted_at_ms=self.clock.now_ms()))

    async def _take_back(self, publication: PublicationId, row: Posted) -> None:
        for key in [one for one in self._fitting if one[0] == publication]:
            _let_go(self._fitting.pop(key))
        language = self._language(self.standing.messages.server_of(row))
        await self.standing.take_back(row, self.speaking.texts.say(language, Say("discord-post-gone"), str))

    async def _post(self, feed: Feed, row: Posted) -> None:
        """Put what is shown into its message. A channel that takes nothing shows nothing, and its admins are told."""
        community = await self.store.ledger.community(feed.publication.community)
        if community is None:
            return
        try:
            await self._put(feed, row, community)
        except NotFound:
            log.info("publication %s may not be opened any more", feed.publication.id)
        except Vanished as gone:
            await self._vanished(feed, row, community, gone)
        except TurnOver as over:
            log.warning("publication %s is posted nowhere: %s", feed.publication.id, over)
            await self._lost(row, community)

    async def _put(self, feed: Feed, row: Posted, community: Community) -> None:
        asker = everybody(community, Role.MEMBER, Surface.FEED, self._language(community.external_id))
        words, drawn = (
            self.speaking.words(asker),
            self.speaking.draw(post_of(feed, links=self.speaking.public_url is not None), asker),
        )
        limit_bytes = self._limit_bytes(community.external_id)
        media = drawn.media

        async def opened() -> discord.File | None:
            if media is None:
                return None
            begin = partial(self.files.handed, media, asker, limit_bytes, words, spoiler=feed.spoilers)
            return (await self._fitted(feed, begin)).file

        told = Content(_content(drawn), media.output if media else None, alt(media, words) if media else "")
        too_large = words.say(Say("discord-post-too-large"))
        bare = _content(replace(drawn, content=cut(f"{drawn.content}\n-# {too_large}", CONTENT_LONGEST)))
        try:
            await self.standing.put(row, words.say(Say("discord-post-coming")), replace(told, bare=bare), opened)
        except TooLarge:
            self.learned(community.external_id, limit_bytes // 2)
            raise

    async def _fitted(self, feed: Feed, begin: Callable[[], Coroutine[Any, Any, Handed]]) -> Handed:
        """Give a file, made smaller beside everything else where it must be. Raises StillFitting while that goes on."""
        key = (feed.publication.id, feed.shown.number if feed.shown else 0)
        if key not in self._fitting:
            self._fitting[key] = asyncio.create_task(begin())
        fitting = self._fitting[key]
        done, _ = await asyncio.wait([fitting], timeout=FITS_WITHIN_S)
        if not done:
            raise StillFitting(str(feed.publication.id))
        del self._fitting[key]
        return fitting.result()

    async def _vanished(self, feed: Feed, row: Posted, community: Community, gone: Vanished) -> None:
        """A post that isn't there any more was deleted by moderators; without its channel, nobody decided anything."""
        kept = await self.store.ledger.posted_named(row.id)
        if kept is not None:
            await self.standing.drop(kept)
        if gone.is_message and row.message is not None:
            await deleted_there(feed.publication.id, store=self.store)
        else:
            await self.standing.servers.look(int(community.external_id))

    async def _lost(self, row: Posted, community: Community) -> None:
        """Have it noted that a channel is closed to us; what was never sent isn't kept."""
        if row.message is None:
            await self.standing.drop(row)
        await self.standing.servers.look(int(community.external_id))

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Count posts that somebody deleted as taken down by the moderators."""
        for message in messages:
            row = await self._post_at(channel, message)
            if row is None:
                continue
            publication = PublicationId(row.id)
            async with self._lock(publication):
                if await self._post_at(channel, message) is not None:
                    await self.standing.drop(row)
                    await deleted_there(publication, store=self.store)

    async def _post_at(self, channel: int, message: int) -> Posted | None:
        if self.standing.is_leaving(str(message)):
            return None
        row = await self.store.ledger.posted_as(HERE, str(channel), str(message))
        return row if row is not None and row.kind is CopyKind.POST else None

    async def chosen(self, community: Community) -> None:
        """Have a place that was just chosen show what is shown, and what was shown elsewhere leave there."""
        ledger, viewer = self.store.ledger, Viewer(None, {community.id: Role.MEMBER})
        async with self.store.read() as reads:
            shown = await reads.showcase(viewer, community.id, Surface.FEED, limit=NEWEST)
        newest = [one.publication.id for one in reversed(shown)]
        posted = await ledger.posts_in(community.id)
        async with self.store.write() as writes:
            for publication in dict.fromkeys([*posted, *newest]):
                await writes.tell(SURFACE, KIND, publication)

    def _lock(self, publication: PublicationId) -> asyncio.Lock:
        return self._locks.setdefault(publication, asyncio.Lock())

    def _language(self, server: str | None) -> str:
        found = self.server(int(server)) if server else None
        return str(found.preferred_locale) if found else "en"

    def _limit_bytes(self, server: str) -> int:
        """Give how much a message may hold in a server, as far as it is known."""
        found = self.server(int(server))
        return self._limits_bytes.get(server, found.filesize_limit if found else MAX_BYTES)

    def learned(self, server: str, limit_bytes: int) -> None:
        """Note that a server takes files of at most so many bytes, whatever Discord told."""
        self._limits_bytes[server] = limit_bytes

    def close(self) -> None:
        """Let go of what is being made smaller."""
        for fitting in self._fitting.values():
            _let_go(fitting)
        self._fitting.clear()


def _content(drawn: Drawn) -> dict[str, Any]:
    return {"content": drawn.content, "embeds": list(drawn.embeds), "view": drawn.view}


def _let_go(fitting: asyncio.Task[Handed]) -> None:
    """Close a file that nobody takes any more."""
    fitting.add_done_callback(_closed)
    fitting.cancel()


def _closed(fitting: asyncio.Task[Handed]) -> None:
    if not fitting.cancelled() and fitting.exception() is None:
        fitting.result().close()
