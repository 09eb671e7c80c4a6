"""A conversation with real parts behind it, and a way to read its replies as plain text."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bots.chat.catalog import CATALOGUE
from bots.chat.command import Asker
from bots.chat.presses import Presses
from bots.chat.reply import Button, Buttons, Choice, Reply
from bots.chat.services import Services
from bots.chat.wishes import Wishes
from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import Value
from bots.web.render import Json, reply_json
from core.gate import Surface
from core.people import Identity, Platform, Viewer
from knowledge.facts import PolicyFacts
from tests.fakes.time import FakeClock
from tests.parts import RETENTION_MS, Parts, parts_in, shutting_of

MAC_KEY = b"k" * 32
COMMANDS = tuple(command.name for command in CATALOGUE if not command.for_accounts)


@dataclass
class Talk:
    """What commands are given."""

    parts: Parts
    services: Services

    async def asker(self, name: str = "owner", surface: Surface = Surface.CHAT_PRIVATE) -> Asker:
        """Arrive as somebody."""
        identity = Identity(Platform.DEMO, name)
        async with self.parts.store.write() as writes:
            person = await writes.meet(identity)
            preferences = await writes.preferences(Viewer(person))
        return Asker(Viewer(person), person, identity, surface, preferences)


@asynccontextmanager
async def talk_in(folder: Path, clock: FakeClock | None = None) -> AsyncIterator[Talk]:
    """Open the parts in `folder` and join them as wiring does."""
    async with parts_in(folder / "data", clock=clock) as parts:
        services = Services(
            store=parts.store,
            vault=parts.vault,
            revocations=parts.revocations,
            shutting=shutting_of(parts),
            workers=parts.workers,
            generators=parts.generators,
            progress=parts.progress,
            clock=parts.clock,
            ids=parts.ids,
            presses=Presses(MAC_KEY, parts.store, parts.clock, parts.ids),
            wishes=Wishes(),
            policy=PolicyFacts(retention_ms=RETENTION_MS, demo=True),
            nearest=lambda *_: ("hushreel-privacy/2.1", "hushreel-privacy/4.1"),
            commands=COMMANDS,
            version="0.1.0",
        )
        yield Talk(parts, services)


def spoken(reply: Reply, zone: str = "UTC", language: str = "en") -> str:
    """Write a reply as somebody reads it, one line a part or row."""
    texts = Texts()

    def show(value: Value) -> str:
        return shown_as_text(value, zone, language)

    drawn = reply_json(reply, lambda say: texts.say(language, say, show), show, "")
    return "\n".join(line for part in drawn["parts"] for line in _LINES[part["kind"]](part))


_LINES: dict[str, Callable[[Json], list[str]]] = {
    "text": lambda part: [part["text"]],
    "fields": lambda part: [f"{name}: {value}" for name, value in part["fields"]],
    "progress": lambda part: [part["text"]],
    "media": lambda part: [part["alt"]],
    "picture": lambda part: [part["alt"]],
    "buttons": lambda part: [f"[{one['label']}]" for one in part["buttons"]],
    "choice": lambda part: [part["text"], *(f"[{one['label']}]" for one in part["buttons"])],
    "form": lambda part: [part["title"]],
    "link": lambda part: [f"{part['label']} {part['href']}"],
    "sources": lambda part: [f"[{one['number']}] {one['quote']} {one['path']}" for one in part["sources"]],
}


def buttons(reply: Reply) -> tuple[Button, ...]:
    """Give every button of a reply."""
    return tuple(
        button
        for part in reply.parts
        if isinstance(part, Buttons | Choice)
        for button in (part.buttons if isinstance(part, Buttons) else part.options)
    )
