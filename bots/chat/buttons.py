"""Buttons as answers put them together: only those whose command people have here."""

from dataclasses import dataclass
from uuid import UUID

from bots.chat.command import Asker
from bots.chat.presses import NO_REVISION, OFFERED_FOR_MS
from bots.chat.reply import Button, Buttons, Part, Style
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import LimitReached


@dataclass(frozen=True)
class Panel:
    """Makes the buttons about one thing for one person."""

    subject: UUID
    asker: Asker
    services: Services

    def show(self, label: Say, command: str, action: str, style: Style = Style.QUIET) -> Button:
        """Make a button that only shows something."""
        return Button(label, command, self.services.presses.show(action, self.subject, self.asker), style)

    async def offer(
        self,
        label: Say,
        command: str,
        action: str,
        style: Style = Style.QUIET,
        *,
        for_ms: int = OFFERED_FOR_MS,
        revision: int = NO_REVISION,
    ) -> Button:
        """Make a button that changes something, once, within `for_ms`; of a numbered revision, that one alone."""
        value = await self.services.presses.offer(action, self.subject, self.asker, for_ms, revision)
        return Button(label, command, value, style)

    async def offered(
        self, label: Say, command: str, action: str, style: Style = Style.QUIET, *, revision: int = NO_REVISION
    ) -> tuple[Button, ...]:
        """Offer a change. On a full disk no token can be kept: the card is drawn without the button."""
        try:
            return (await self.offer(label, command, action, style, revision=revision),)
        except LimitReached:
            return ()

    def row(self, *buttons: Button) -> tuple[Part, ...]:
        """Put buttons side by side; those whose command isn't in the catalogue are left out, and so is an empty row."""
        known = tuple(one for one in buttons if one.command in self.services.commands)
        return (Buttons(known),) if known else ()
