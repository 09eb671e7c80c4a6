"""How to speak to one reader: sentences, ids of commands, and where our pages are."""

from collections.abc import Mapping
from dataclasses import dataclass

from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.discord_bot.render import Drawn, draw
from bots.discord_bot.words import Words
from bots.texts.lookup import Texts


@dataclass
class Speaking:
    """Finds words, and draws replies with them."""

    texts: Texts
    mentions: Mapping[str, int]
    public_url: str | None = None

    def words(self, asker: Asker) -> Words:
        """Give the words for one reader."""
        return Words(self.texts, asker.language, self.mentions, asker.preferences.time_zone)

    def draw(self, reply: Reply, asker: Asker) -> Drawn:
        """Draw a reply for one reader."""
        return draw(reply, self.words(asker), self.public_url)
