"""A community's showcase on Telegram: what is shown of a publication stands in the chosen channel or group, once."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

import telegram

from bots.chat.command import Asker
from bots.chat.post import post_of
from bots.chat.presses import Presses
from bots.chat.reply import Media
from bots.telegram_bot.files import Files
from bots.telegram_bot.posted import HERE
from bots.telegram_bot.speaking import Speaking
from bots.telegram_bot.standing import Held, Outcome, Stand, Standing
from bots.telegram_bot.tongues import Tongues
from bots.telegram_bot.turn import TooLarge
from bots.telegram_bot.words import Words
from bots.texts.say import Say
from core.chats import CopyKind
from core.chats import post_of as post_name
from core.errors import NotFound
from core.gate import Surface
from core.people import CommunityId, Identity, PersonId, Preferences, Role, Viewer
from core.ports import Store
from core.publications import Feed, Key
from core.publishing.vanished import deleted_there
from core.videos import PublicationId

EVERYBODY = PersonId(UUID(int=0))
"""Whoever reads a channel, as the one whom a post is drawn for: nobody in particular, with nothing of their own."""

COMING, GONE = "telegram-post-coming", "telegram-post-gone"
AT_ONCE = 24

log = logging.getLogger("hushreel.telegram")


@dataclass
class Feeding:
    """Keeps showcases true: each call brings one post to what is so now. Raises Trouble for what isn't taken now.

    `max_bytes` is what Telegram takes of a file; `links` says whether there are web pages here.
    """

    store: Store
    standing: Standing
    speaking: Speaking
    files: Files
    tongues: Tongues
    presses: Presses
    max_bytes: int
    links: bool
    _bringing: dict[PublicationId, asyncio.Task[None]] = field(default_factory=dict)

    async def bring(self, publication: PublicationId) -> None:
        """Have a publication's post be as the ledger says.

        A large video takes longer than a delivery may: then it goes on, and the next try waits for the same.
        """
        if publication not in self._bringing:
            self._bringing[publication] = asyncio.create_task(self._bring(publication))
            self._bringing[publication].add_done_callback(partial(self._brought, publication))
        await asyncio.shield(self._bringing[publication])

    def _brought(self, publication: PublicationId, task: asyncio.Task[None]) -> None:
        del self._bringing[publication]
        if not task.cancelled() and task.exception() is not None:
            log.info("post of %s isn't as it shall be yet: %s", publication, type(task.exception()).__name__)

    async def close(self) -> None:
        """Stop what is on its way; the next start takes it up again."""
        working = list(self._bringing.values())
        for task in working:
            task.cancel()
        if working:
            await asyncio.wait(working)

    async def _bring(self, publication: PublicationId) -> None:
        row = await self.standing.rows.named(post_name(publication))
        found = await self.store.ledger.feed(publication)
        video = found.publication.video if found else row.video if row else None
        if video is None:
            return
        async with self.standing.lock(video):
            feed = await self.store.ledger.feed(publication)
            words = await self.tongues.words(feed.publication.community if feed else None)
            if feed is None or feed.shown is None or feed.place is None:
                await self.standing.take_back_named(post_name(publication), words.say(Say(GONE)))
            else:
                await self._stand(feed, feed.place, words)

    async def _stand(self, feed: Feed, place: str, words: Words) -> None:
        reader = _reader(feed.publication.community, place, words.language)
        drawn = self.speaking.draw(post_of(feed, links=self.links, presses=self.presses), reader)
        if drawn.media is None:
            return
        name, begin, gone = post_name(feed.publication.id), words.say(Say(COMING)), words.say(Say(GONE))
        stand = Stand(name, CopyKind.POST, feed.owner, feed.publication.video, place, begin)
        held = Held(drawn.media.output, partial(self._opened, drawn.media, reader, spoiler=feed.spoilers))
        try:
            became = await self.standing.show(stand, drawn, held, gone)
        except NotFound:
            await self.standing.take_back_named(name, gone)
        except TooLarge:
            self.max_bytes //= 2
            raise
        else:
            if became is Outcome.VANISHED:
                await deleted_there(feed.publication.id, store=self.store)

    @asynccontextmanager
    async def _opened(
        self, media: Media, reader: Asker, caption: str, *, spoiler: bool
    ) -> AsyncIterator[telegram.InputMedia | None]:
        """Open a video as a member of the community would; None for one that can't be made to fit."""
        handed = await self.files.handed(media, reader, self.max_bytes)
        try:
            yield None if handed.content is None else handed.video(caption, spoiler=spoiler)
        finally:
            handed.close()

    async def look(self, community: CommunityId) -> None:
        """Bring every post of a community where it belongs, after its places were chosen, or we were put out of it.

        What stands where it shall is left alone, so that a long showcase goes on where an earlier try broke off.
        """
        chosen = await self.store.ledger.community(community)
        place = chosen.choices.showcase if chosen else None
        for publication in await self.store.ledger.posts_in(community):
            row = await self.standing.rows.named(post_name(publication))
            if row is not None and row.channel != place:
                await self.bring(publication)
        if place is None:
            return
        async for publication in self._shown(community):
            row = await self.standing.rows.named(post_name(publication))
            if row is None or row.media is None:
                await self.bring(publication)

    async def _shown(self, community: CommunityId) -> AsyncIterator[PublicationId]:
        """Name what a community shows to its members, the newest first."""
        viewer, before = Viewer(None, {community: Role.MEMBER}), None
        while True:
            async with self.store.read() as reads:
                page = await reads.showcase(viewer, community, Surface.FEED, before=before, limit=AT_ONCE)
            for view in page:
                yield view.publication.id
            if len(page) < AT_ONCE:
                return
            before = Key(page[-1].shown_at_ms or 0, page[-1].publication.id)


def _reader(community: CommunityId, place: str, language: str) -> Asker:
    """Give whoever reads a channel: a member, and nobody in particular."""
    viewer = Viewer(None, {community: Role.MEMBER})
    return Asker(viewer, EVERYBODY, Identity(HERE, place), Surface.FEED, Preferences(), language)
