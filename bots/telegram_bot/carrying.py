"""Who carries which row of the outbox: owners' cards, what one person is told, a community's posts and reviews."""

from dataclasses import dataclass, replace

from bots.telegram_bot.alarms import Alarms
from bots.telegram_bot.feeding import Feeding
from bots.telegram_bot.notices import CHOSEN, KINDS, Notices
from bots.telegram_bot.personal import Personal, is_personal
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.recalling import Recalling
from bots.telegram_bot.reviewing import Reviewing
from core.cases import CASE
from core.people import CommunityId
from core.ports import Store
from core.receipts import RECALL
from core.records import OutboxRow
from core.videos import PublicationId

FEED, REVIEW, PUBLICATION = "feed", "review", "publication"


@dataclass(frozen=True)
class Carrying:
    """The `Deliverer` of surface "telegram". Any error postpones a row."""

    store: Store
    posting: Posting
    personal: Personal
    notices: Notices
    feeding: Feeding
    reviewing: Reviewing
    alarms: Alarms
    recalling: Recalling

    async def deliver(self, row: OutboxRow) -> None:
        """Hand a row to whom it is for."""
        if row.kind == FEED:
            await self.feeding.bring(PublicationId(row.subject))
        elif row.kind == REVIEW:
            await self.reviewing.bring(PublicationId(row.subject))
        elif row.kind == PUBLICATION:
            await self._card(row)
        elif row.kind == RECALL:
            await self.recalling.deliver(row)
        elif row.kind == CASE and row.person is None:
            await self.alarms.deliver(row)
        elif is_personal(row):
            await self.personal.deliver(row)
        elif row.kind in KINDS:
            await self._noted(row)
        else:
            await self.posting.deliver(row)

    async def _card(self, row: OutboxRow) -> None:
        """Draw the owner's cards of a video anew that is published, or not any more."""
        feed = await self.store.ledger.feed(PublicationId(row.subject))
        if feed is not None:
            await self.posting.deliver(replace(row, kind="video", subject=feed.publication.video))

    async def _noted(self, row: OutboxRow) -> None:
        """Look at places that were chosen, and bring there what is shown and what waits."""
        await self.notices.deliver(row)
        if row.kind == CHOSEN:
            await looked(CommunityId(row.subject), self.feeding, self.reviewing)


async def looked(community: CommunityId, feeding: Feeding, reviewing: Reviewing) -> None:
    """Bring all that stands in a community's chats where it belongs now; of one that is over, nowhere."""
    await feeding.look(community)
    await reviewing.look(community)
