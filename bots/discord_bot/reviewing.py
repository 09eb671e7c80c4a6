"""Cards in review channels: one while something waits, gone with its poster as soon as nothing does."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from weakref import WeakValueDictionary

import discord

from bots.chat.dispatch import Chat
from bots.chat.presses import subject_of
from bots.chat.reply import Reply
from bots.discord_bot.everybody import everybody
from bots.discord_bot.files import Files
from bots.discord_bot.looking import Looking
from bots.discord_bot.posted import HERE
from bots.discord_bot.speaking import Speaking
from bots.discord_bot.standing import Content, Standing
from bots.discord_bot.turn import TurnOver, Vanished
from bots.discord_bot.words import described
from bots.texts.say import Say
from core.chats import CopyKind, Posted, review_of
from core.communities import Community
from core.errors import BadInput, LimitReached, NotFound
from core.gate import Surface
from core.people import Role, Viewer
from core.ports import Clock, Store
from core.publications import Key
from core.records import OutboxRow
from core.videos import PublicationId

KIND = "review"
"""The kind of outbox rows that say: look again what a review channel has to show."""

SURFACE = "discord"
PAGE = 100

log = logging.getLogger("hushreel.discord")


@dataclass
class Reviewing:
    """The `Deliverer` of rows "review" on Discord; `server` gives what is known of one by its id."""

    chat: Chat
    store: Store
    clock: Clock
    speaking: Speaking
    files: Files
    standing: Standing
    looking: Looking
    server: Callable[[int], discord.Guild | None]
    _locks: WeakValueDictionary[PublicationId, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def deliver(self, row: OutboxRow) -> None:
        """Bring a card to how it is now; twice is as good as once. Raises Trouble for what has to be tried again."""
        await self.redraw(PublicationId(row.subject))

    async def redraw(self, publication: PublicationId) -> None:
        """Draw the card of what waits, or take it away; the video leaves what moderators look at with it."""
        async with self._locks.setdefault(publication, asyncio.Lock()):
            feed = await self.store.ledger.feed(publication)
            community = await self.store.ledger.community(feed.publication.community) if feed else None
            reply = await self.chat.review_card(publication, self._language(community)) if community else None
            row = await self.store.ledger.posted_named(review_of(publication))
            place = community.choices.review if community is not None and reply is not None else None
            if row is not None and row.channel != place:
                gone = self.speaking.texts.say(self._language(community), Say("discord-review-gone"), str)
                await self.standing.take_back(row, gone)
            video = feed.publication.video if feed is not None else row.video if row is not None else None
            if video is not None and reply is None:
                await self.looking.close(video)
            if feed is None or community is None or reply is None or place is None:
                return
            fresh = Posted(review_of(publication), HERE, feed.owner, feed.publication.video, CopyKind.REVIEW, place)
            kept = row if row is not None and row.channel == place else None
            await self._show(kept or replace(fresh, posted_at_ms=self.clock.now_ms()), reply, community)

    async def _show(self, row: Posted, reply: Reply, community: Community) -> None:
        """Put a card into its channel. One that moderators deleted stays away: it waits in /review all the same."""
        try:
            await self._put(row, reply, community)
        except NotFound:
            log.info("a poster of video %s may not be opened any more", row.video)
        except TurnOver as over:
            log.warning("a card about video %s is shown nowhere: %s", row.video, over)
            if isinstance(over, Vanished) or row.message is None:
                await self.standing.drop(row)
            if not (isinstance(over, Vanished) and over.is_message):
                await self.standing.servers.look(int(community.external_id))

    async def _put(self, row: Posted, reply: Reply, community: Community) -> None:
        asker = everybody(community, Role.MODERATOR, Surface.CHAT_PRIVATE, self._language(community))
        words, drawn = self.speaking.words(asker), self.speaking.draw(reply, asker)
        picture = drawn.picture

        async def opened() -> discord.File | None:
            try:
                return await self.files.poster(picture, asker, words) if picture else None
            except (BadInput, LimitReached) as error:
                log.warning("a card about video %s has no poster: %s", row.video, error.code)
                return None

        told = {"content": drawn.content, "embeds": list(drawn.embeds), "view": drawn.view}
        content = Content(told, picture.asset, described(picture.alt, words)) if picture else Content(told)
        await self.standing.put(row, words.say(Say("discord-review-coming")), content, opened)

    async def pressed(self, channel: str, message: str | None, press: str) -> None:
        """Draw the card anew whose button a moderator pressed: who looks at it may have changed."""
        row = await self.store.ledger.posted_as(HERE, channel, message) if message else None
        subject = subject_of(press)
        if row is not None and subject is not None and row.id == review_of(PublicationId(subject)):
            await self.redraw(PublicationId(subject))

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Forget cards that somebody deleted: what waits is in /review all the same."""
        for message in messages:
            row = await self.store.ledger.posted_as(HERE, str(channel), str(message))
            if row is not None and row.kind is CopyKind.REVIEW and not self.standing.is_leaving(str(message)):
                await self.standing.drop(row)

    async def chosen(self, community: Community) -> None:
        """Have a place that was just chosen show what waits, and what was shown elsewhere leave there."""
        viewer, after = Viewer(None, {community.id: Role.MODERATOR}), None
        while True:
            async with self.store.read() as reads:
                page = await reads.queue(viewer, community.id, Surface.DESK, after=after, limit=PAGE)
            async with self.store.write() as writes:
                for one in page:
                    await writes.tell(SURFACE, KIND, one.publication.id)
            if len(page) < PAGE:
                return
            after = Key(page[-1].waiting_since_ms or 0, page[-1].publication.id)

    def _language(self, community: Community | None) -> str:
        found = self.server(int(community.external_id)) if community else None
        return str(found.preferred_locale) if found else "en"
