"""The review chat on Telegram: a card for each publication that waits, gone at once when nothing of it waits."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import telegram
from telegram.constants import ParseMode

from bots.chat.command import Asker
from bots.chat.presses import action_of
from bots.chat.reply import Buttons, Picture, Reply
from bots.telegram_bot.feeding import EVERYBODY
from bots.telegram_bot.posted import HERE
from bots.telegram_bot.speaking import Speaking
from bots.telegram_bot.standing import Held, Stand, Standing, look_names
from bots.telegram_bot.tongues import Tongues
from bots.telegram_bot.words import Words
from bots.texts.say import Say
from core.chats import CopyKind, review_of
from core.errors import BadInput, LimitReached, NotFound
from core.gate import Surface
from core.people import CommunityId, Identity, Preferences, Role, Viewer
from core.ports import Store
from core.publications import Feed, Key
from core.videos import AssetId, PublicationId

COMING, GONE = "telegram-review-coming", "telegram-review-gone"
AT_ONCE = 24

log = logging.getLogger("hushreel.telegram")

Card = Callable[[PublicationId, str], Awaitable[Reply | None]]
"""Draws a card in a language; None where nothing of the publication waits."""

Blur = Callable[[Viewer, AssetId, Surface], Awaitable[bytes]]
"""Gives a poster of which nobody can be recognised, as a JPEG."""


@dataclass(frozen=True)
class Reviewing:
    """Keeps review chats true. Raises Trouble for what Telegram doesn't take now."""

    store: Store
    standing: Standing
    speaking: Speaking
    tongues: Tongues
    card: Card
    blur: Blur

    async def bring(self, publication: PublicationId, *, keeps_looks: bool = False) -> None:
        """Have a publication's card be as it is now; what moderators look at goes when it is decided or held.

        With `keeps_looks` nothing has happened to it: somebody looks at it, also while it is held.
        """
        found = await self.store.ledger.feed(publication)
        if found is None:
            await self._forget(publication)
            return
        async with self.standing.lock(found.publication.video):
            feed = await self.store.ledger.feed(publication)
            words = await self.tongues.words(found.publication.community)
            card = await self.card(publication, words.language) if feed else None
            place = await self._place(found.publication.community)
            if not keeps_looks and (card is None or not _is_waiting(card)):
                await self._take_back(look_names(publication), words)
            if feed is None or card is None or place is None:
                await self._take_back((review_of(publication),), words)
            else:
                await self._stand(feed, place, card, words)

    async def _place(self, community: CommunityId) -> str | None:
        found = await self.store.ledger.community(community)
        return found.choices.review if found else None

    async def _forget(self, publication: PublicationId) -> None:
        """Take back what is left of a publication that is gone: whose video it showed is known by the messages."""
        words = await self.tongues.words(None)
        for name in (review_of(publication), *look_names(publication)):
            row = await self.standing.rows.named(name)
            if row is not None:
                async with self.standing.lock(row.video):
                    await self._take_back((name,), words)

    async def _take_back(self, names: Sequence[UUID], words: Words) -> None:
        for name in names:
            await self.standing.take_back_named(name, words.say(Say(GONE)))

    async def _stand(self, feed: Feed, place: str, card: Reply, words: Words) -> None:
        publication, viewer = feed.publication, Viewer(None, {feed.publication.community: Role.MODERATOR})
        asker = Asker(viewer, EVERYBODY, Identity(HERE, place), Surface.CHAT_PRIVATE, Preferences(), words.language)
        drawn, name = self.speaking.draw(card, asker), review_of(publication.id)
        held = Held(drawn.picture.asset, partial(self.opened, drawn.picture.asset, viewer)) if drawn.picture else None
        begin, gone = words.say(Say(COMING)), words.say(Say(GONE))
        stand = Stand(name, CopyKind.REVIEW, feed.owner, publication.video, place, begin, protected=True)
        try:
            await self.standing.show(stand, drawn, held, gone)
        except NotFound:
            await self.standing.take_back_named(name, gone)

    @asynccontextmanager
    async def opened(self, poster: AssetId, viewer: Viewer, caption: str) -> AsyncIterator[telegram.InputMedia | None]:
        """Open a poster as moderators may see it; a card whose poster can't be blurred has none."""
        try:
            content = await self.blur(viewer, poster, Surface.CHAT_PRIVATE)
        except (BadInput, LimitReached) as error:
            log.info("poster %s isn't shown: %s", poster, error.code)
            yield None
        else:
            photo = telegram.InputFile(content, "poster.jpg", attach=True)
            yield telegram.InputMediaPhoto(photo, caption=caption, parse_mode=ParseMode.HTML)

    async def look(self, community: CommunityId) -> None:
        """Bring every card of a community where it belongs, after its places were chosen."""
        place = await self._place(community)
        async for publication in self._waiting(community):
            row = await self.standing.rows.named(review_of(publication))
            if (row.channel if row else None) != place or row is None or row.media is None:
                await self.bring(publication)

    async def _waiting(self, community: CommunityId) -> AsyncIterator[PublicationId]:
        """Name what waits in a community, the longest waiting first."""
        viewer, after = Viewer(None, {community: Role.MODERATOR}), None
        while True:
            async with self.store.read() as reads:
                page = await reads.queue(viewer, community, Surface.CHAT_PRIVATE, after=after, limit=AT_ONCE)
            for view in page:
                yield view.publication.id
            if len(page) < AT_ONCE:
                return
            after = Key(page[-1].waiting_since_ms or 0, page[-1].publication.id)


def _is_waiting(card: Reply) -> bool:
    """Say whether a card is about what is still to be decided: a poster, blurred, or a case with a button to look."""
    rows = [part.buttons for part in card.parts if isinstance(part, Buttons)]
    looks = any(action_of(one.press) == "cslook" for row in rows for one in row)
    return looks or any(isinstance(part, Picture) for part in card.parts)
