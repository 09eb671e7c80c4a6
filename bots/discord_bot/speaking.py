"""How to speak to one reader: sentences, ids of commands, and where our pages are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import discord

from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.discord_bot.render import Drawn, draw
from bots.discord_bot.words import Words
from bots.texts.lookup import Texts


@dataclass
class Speaking:
    """Finds words, and draws replies with them; `server` gives what is known of one by its id."""

    texts: Texts
    mentions: Mapping[str, int]
    public_url: str | None
    server: Callable[[int], discord.Guild | None]

    def words(self, asker: Asker) -> Words:
        """Give the words for one reader."""
        return Words(self.texts, asker.language, self.mentions, asker.preferences.time_zone)

    def draw(self, reply: Reply, asker: Asker) -> Drawn:
        """Draw a reply for one reader."""
        return draw(reply, self.words(asker), self.public_url, self._roles(asker))

    def _roles(self, asker: Asker) -> frozenset[str] | None:
        """Give the ids of all roles where somebody speaks; None where they aren't known."""
        found = self.server(int(asker.place.external_id)) if asker.place else None
        return frozenset(str(role.id) for role in found.roles) if found else None
