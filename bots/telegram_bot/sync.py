"""Tells Telegram what can be asked, when that changed since the last time."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from telegram import Bot

from bots.telegram_bot.commands import Menu

FILE = "telegram-commands.json"

log = logging.getLogger("hushreel.telegram")


@dataclass(frozen=True)
class Sync:
    """Remembers in `file` which bot was given which menus last."""

    file: Path

    async def commands(self, bot: Bot, menus: Sequence[Menu]) -> None:
        """Send the menus unless they are what was sent last.

        Raises telegram.error.TelegramError when Telegram refuses them or can't be reached; they are sent again the
        next time.
        """
        sent = {"bot": bot.id, "sha256": _digest(menus)}
        if self._known() == sent:
            return
        for menu in menus:
            await bot.set_my_commands(menu.commands, scope=menu.scope, language_code=menu.language or None)
        self._remember(sent)
        log.info("menus sent to Telegram: %d", len(menus))

    def _known(self) -> Any:
        """Give what was sent last; None when the file isn't ours."""
        try:
            return json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return None

    def _remember(self, sent: dict[str, Any]) -> None:
        """Keep it whole or not at all; where it can't be kept, it is sent again at the next start."""
        new = self.file.with_suffix(".new")
        try:
            new.write_text(json.dumps(sent), "utf-8")
            new.replace(self.file)
        except OSError as error:
            log.warning("%s not written: %s", self.file.name, type(error).__name__)


def _digest(menus: Sequence[Menu]) -> str:
    told = [[one.scope.to_dict(), one.language, [command.to_dict() for command in one.commands]] for one in menus]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
