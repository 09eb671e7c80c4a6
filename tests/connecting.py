"""Two accounts and what passes between them: codes, notices, cards; over the real chat and the real tables."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Button, Reply
from core.gate import Surface
from core.pairings import NOTICE
from core.people import Identity, Platform
from core.records import OutboxRow
from tests.chatting import Chatting, chatting_in
from tests.talk import buttons, spoken

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM
BOTH = ("discord", "telegram")
NAMES = {DISCORD: "Ann (@ann)", TELEGRAM: "Anja (@anja)"}


@dataclass(frozen=True)
class Connecting:
    """The chat on two platforms."""

    talk: Chatting
    chat: Chat

    async def arrive(self, platform: Platform, name: str = "1") -> Asker:
        """Speak on a platform."""
        identity = Identity(platform, name)
        return await self.chat.arrive(identity, Surface.CHAT_PRIVATE, name=NAMES[platform])

    async def connect(self, asker: Asker, code: str | None = None) -> Reply:
        """Give /connect."""
        return await self.chat.ask("connect", {"code": code}, asker)

    async def code(self, asker: Asker) -> str:
        """Get a code."""
        return code_of(await self.connect(asker))

    async def press(self, reply: Reply, label: str, asker: Asker) -> Reply:
        """Press the button with this label."""
        return await self.chat.press(labelled(reply, label).press, asker)

    async def rows(self, surface: str) -> list[OutboxRow]:
        """Take what waits for a surface out of the outbox."""
        ledger = self.talk.parts.store.ledger
        found: list[OutboxRow] = []
        while rows := await ledger.claim(frozenset({surface}), 1_000, 100):
            for row in rows:
                await ledger.settle(row.id)
            found += rows
        return found

    async def notices(self, platform: Platform) -> list[Reply]:
        """Let a platform's deliverer tell people what waits for them."""
        told = []
        for row in await self.rows(platform.value):
            if row.kind.startswith(NOTICE) and row.person is not None:
                identity = await self.talk.parts.store.ledger.identity_of(row.person, platform)
                assert identity is not None
                asker = await self.chat.arrive(identity, Surface.CHAT_PRIVATE)
                told.append(await self.chat.notice(row.kind, row.subject, asker))
        return [one for one in told if one is not None]

    async def told(self, platform: Platform) -> str:
        """Give what a platform's people are told, as text."""
        return "\n".join([spoken(one) for one in await self.notices(platform)])

    async def joined(self) -> tuple[Asker, Asker]:
        """Connect the first Discord account with the first Telegram account: the code comes from Discord."""
        first, second = await self.arrive(DISCORD), await self.arrive(TELEGRAM)
        await self.connect(second, await self.code(first))
        await self.press(await self.connect(first), "button-join", first)
        return await self.arrive(DISCORD), await self.arrive(TELEGRAM)

    async def library(self, asker: Asker) -> dict[int, str]:
        """Give numbers and titles of what somebody has."""
        async with self.talk.parts.store.read() as reads:
            return {view.video.number: view.title for view in await reads.videos(asker.viewer, limit=100)}


def labelled(reply: Reply, label: str) -> Button:
    """Give the button whose label's key this is."""
    (found,) = [one for one in buttons(reply) if one.label.key == label]
    return found


def code_of(reply: Reply) -> str:
    """Read the code that a reply gives."""
    first = reply.parts[0]
    say = getattr(first, "say", None)
    assert say is not None, spoken(reply)
    assert say.key == "connect-code", spoken(reply)
    return str(say.values["code"])


@asynccontextmanager
async def connecting_in(folder: Path) -> AsyncIterator[Connecting]:
    """Open everything in a folder, with both platforms connected."""
    async with chatting_in(folder) as talk:
        policy = replace(talk.services.policy, platforms=BOTH, demo=False)
        commands = (*talk.services.commands, "connect", "unlink")
        services = replace(talk.services, policy=policy, commands=commands)
        chat = Chat(services)
        yield Connecting(replace(talk, chat=chat, services=services), chat)
