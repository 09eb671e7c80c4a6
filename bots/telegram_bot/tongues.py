"""The language in which we speak in a community's chats: that of whoever set it up; Telegram tells none of a chat."""

from dataclasses import dataclass

from bots.chat.posting.languages import Languages
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from core.people import CommunityId, Viewer
from core.ports import Store


@dataclass(frozen=True)
class Tongues:
    """Finds it."""

    store: Store
    texts: Texts
    languages: Languages

    async def of(self, community: CommunityId | None) -> str:
        """Give a BCP 47 tag; English for a community that is gone, or that nobody set up."""
        found = await self.store.ledger.community(community) if community else None
        if found is None or found.set_up_by is None:
            return "en"
        async with self.store.read() as reads:
            chosen = (await reads.preferences(Viewer(found.set_up_by))).language
        return chosen or self.languages.of(found.set_up_by)

    async def words(self, community: CommunityId | None) -> Words:
        """Give its words."""
        return Words(self.texts, await self.of(community))
