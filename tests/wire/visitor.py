"""A visitor of /demo as a browser is one: cookies by path, an Origin on what it sends, one open stream of cards."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO
from types import MappingProxyType
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, CookieJar, FormData

Json = dict[str, Any]
File = tuple[str, bytes]
READY_S = 90.0
NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Json:
        """Read a reply."""
        assert self.status == 200, (self.status, self.body[:200])
        found: Json = json.loads(self.body)
        return found


@dataclass
class Visitor:
    """One person in one browser."""

    session: ClientSession
    base: str
    who: str
    cards: dict[str, Json] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def home(self) -> str:
        """The address that is this person's own."""
        return f"{self.base}/demo/{self.who}"

    async def get(self, path: str, headers: Mapping[str, str] = NONE, method: str = "GET") -> Answer:
        """Ask for an address below this person's own, or for a whole one."""
        address = path if "://" in path else f"{self.home}/{path}"
        async with self.session.request(method, address, headers=headers, allow_redirects=False) as answer:
            return Answer(answer.status, dict(answer.headers), await answer.read())

    async def send(
        self, path: str, words: Json, files: Sequence[File] = (), headers: Mapping[str, str] = NONE
    ) -> Answer:
        """Post words and files as the page does."""
        form = FormData(default_to_multipart=True)
        form.add_field("words", json.dumps({**words, "files": len(files)}))
        for name, content in files:
            form.add_field("file", BytesIO(content), filename=name, content_type="application/octet-stream")
        async with self.session.post(
            f"{self.home}/{path}", data=form, headers={"Origin": self.base, **headers}
        ) as answer:
            return Answer(answer.status, dict(answer.headers), await answer.read())

    async def ask(self, command: str, files: Sequence[File] = (), **options: object) -> Json:
        """Give a command."""
        return (await self.send("ask", {"command": command, "options": options}, files)).json()

    async def press(self, data: str) -> Json:
        """Press a button."""
        return (await self.send("press", {"press": data})).json()

    async def until(self, card: str, true: Callable[[Json], object], within_s: float = READY_S) -> Json:
        """Wait until a card is as it should be, and give it."""
        async with asyncio.timeout(within_s):
            while card not in self.cards or not true(self.cards[card]):
                self.changed.clear()
                await self.changed.wait()
        return self.cards[card]

    async def listen(self) -> None:
        """Keep the newest of each card for as long as the page is open."""
        with suppress(ClientError, ConnectionError):
            async with self.session.get(f"{self.home}/events", timeout=ClientTimeout(total=None)) as stream:
                self.cards[""] = {"parts": []}
                self.changed.set()
                async for line in stream.content:
                    if line.startswith(b"data: "):
                        card = json.loads(line.removeprefix(b"data: "))
                        self.cards[card["card"]] = card
                        self.changed.set()


@asynccontextmanager
async def visiting(address: str, who: str = "owner") -> AsyncIterator[Visitor]:
    """Open the printed address and sit down as one of the three people, with an open page."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        async with session.get(address) as door:
            assert door.status == 200, await door.text()
        visitor = Visitor(session, address.split("/demo", 1)[0], who)
        listening = asyncio.create_task(visitor.listen())
        await visitor.changed.wait()
        try:
            yield visitor
        finally:
            listening.cancel()
            await asyncio.wait({listening})


def parts(reply: Json, kind: str) -> list[Json]:
    """Give the parts of one kind."""
    return [part for part in reply["parts"] if part["kind"] == kind]


def settled(card: Json) -> bool:
    """Whether a card shows nothing that still moves."""
    return not parts(card, "progress")


def said(reply: Json) -> str:
    """Give the sentences of a reply."""
    return "\n".join(part["text"] for part in parts(reply, "text"))


def buttons(reply: Json) -> list[Json]:
    """Give what can be pressed on a reply."""
    return [one for part in reply["parts"] for one in part.get("buttons", [])]


def dangerous(reply: Json) -> str:
    """Give the press of the one button that can't be taken back."""
    (found,) = [one["press"] for one in buttons(reply) if one["style"] == "danger"]
    return str(found)


async def made(visitor: Visitor, files: Sequence[File] = (), **options: object) -> tuple[str, Json]:
    """Create a video, wait until it is ready, and give its id and the part of its card that plays it."""
    reply = await visitor.ask("create", files, **({"seconds": 3} | options))
    assert reply["card"], said(reply)
    card = await visitor.until(reply["card"], settled)
    (media,) = parts(card, "media")
    return reply["card"].removeprefix("video:"), media
