"""Tells Discord what can be asked, when that changed since the last time; knows the commands' ids."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import discord

from bots.discord_bot.slash import Json

FILE = "discord-commands.json"

log = logging.getLogger("hushreel.discord")


@dataclass(frozen=True)
class Sync:
    """Remembers in `file` for which application which commands were sent last, and under which ids."""

    file: Path

    async def commands(self, client: discord.Client, payload: Sequence[Json]) -> Mapping[str, int]:
        """Send `payload` unless it is what was sent last; gives the slash commands' ids by name.

        Raises discord.HTTPException when Discord refuses it or can't be reached; it is sent again the next time.
        """
        application = client.application_id or 0
        digest = sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
        known = self._known(application, digest)
        if known is not None:
            return known
        sent = await client.http.bulk_upsert_global_commands(application, list(payload))
        kind = discord.AppCommandType.chat_input.value
        ids = {one["name"]: int(one["id"]) for one in sent if one.get("type", kind) == kind}
        self._remember({"application": application, "sha256": digest, "ids": ids})
        log.info("commands sent to Discord: %d", len(sent))
        return ids

    def _known(self, application: int, digest: str) -> dict[str, int] | None:
        """Give the ids of what was sent last; None when that was something else, or the file isn't ours."""
        try:
            found = json.loads(self.file.read_text("utf-8"))
            same = (found["application"], found["sha256"]) == (application, digest)
            return {str(name): int(one) for name, one in found["ids"].items()} if same else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def _remember(self, sent: Json) -> None:
        """Keep it whole or not at all; where it can't be kept, it is sent again at the next start."""
        new = self.file.with_suffix(".new")
        try:
            new.write_text(json.dumps(sent), "utf-8")
            new.replace(self.file)
        except OSError as error:
            log.warning("%s not written: %s", self.file.name, type(error).__name__)
