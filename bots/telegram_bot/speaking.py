"""How to speak to one reader: sentences in their language and time zone, and where our pages are."""

from dataclasses import dataclass

from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.telegram_bot.render import Drawn, draw
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts


@dataclass(frozen=True)
class Speaking:
    """Finds words, and draws replies with them."""

    texts: Texts
    public_url: str | None

    def words(self, asker: Asker) -> Words:
        """Give the words for one reader."""
        return Words(self.texts, asker.language, asker.preferences.time_zone)

    def draw(self, reply: Reply, asker: Asker) -> Drawn:
        """Draw a reply for one reader."""
        return draw(reply, self.words(asker), self.public_url)
