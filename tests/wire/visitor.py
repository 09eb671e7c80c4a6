"""A visitor of /demo as a browser is one: cookies by path, an Origin on what it sends, one open stream of cards."""

import asyncio
import json
from base64 import b64encode
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, CookieJar

Json = dict[str, Any]
File = tuple[str, bytes]
Body = bytes | AsyncIterator[bytes]
READY_S = 150.0
PIECE_BYTES = 2**20
CREATED, NO_CONTENT = 201, 204
NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def reply(self) -> Json:
        """Read a refusal: a sentence, whatever the status."""
        found: Json = json.loads(self.body)
        return found

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

    async def send(self, path: str, words: Json, headers: Mapping[str, str] = NONE) -> Answer:
        """Post words as the page does."""
        async with self.session.post(
            f"{self.home}/{path}", json=words, headers={"Origin": self.base, **headers}
        ) as answer:
            return Answer(answer.status, dict(answer.headers), await answer.read())

    async def tus(self, method: str, path: str, body: Body = b"", headers: Mapping[str, str] = NONE) -> Answer:
        """Begin, continue, look at or end an upload; `path` is one that an earlier answer gave, or "uploads"."""
        address = f"{self.base}{path}" if path.startswith("/") else f"{self.home}/{path}"
        own = {"Origin": self.base, "Tus-Resumable": "1.0.0"}
        if method == "PATCH":
            own["Content-Type"] = "application/offset+octet-stream"
        async with self.session.request(method, address, data=body, headers={**own, **headers}) as answer:
            return Answer(answer.status, dict(answer.headers), await answer.read())

    async def begin(self, name: str, size: int) -> Answer:
        """Begin an upload."""
        metadata = f"filename {b64encode(name.encode()).decode()}"
        return await self.tus("POST", "uploads", headers={"Upload-Length": str(size), "Upload-Metadata": metadata})

    async def append(self, upload: str, offset: int, body: Body) -> Answer:
        """Send the next piece of an upload."""
        return await self.tus("PATCH", upload, body, {"Upload-Offset": str(offset)})

    async def upload(self, name: str, content: bytes) -> Answer:
        """Send a whole file; gives the answer of the last step that was taken, or of the first refusal."""
        answer = await self.begin(name, len(content))
        place = answer.headers.get("Location", "")
        for start in range(0, len(content), PIECE_BYTES):
            if answer.status in {CREATED, NO_CONTENT}:
                answer = await self.append(place, start, content[start : start + PIECE_BYTES])
        return Answer(answer.status, {"Location": place, **answer.headers}, answer.body)

    async def files(self, files: Sequence[File]) -> list[str] | Answer:
        """Send files, and give their ids; or the first refusal."""
        ids = []
        for name, content in files:
            answer = await self.upload(name, content)
            if answer.status not in {CREATED, NO_CONTENT}:
                return answer
            ids.append(answer.headers["Location"].rsplit("/", 1)[1])
        return ids

    async def ask(self, command: str, files: Sequence[File] = (), **options: object) -> Json:
        """Give a command with files that don't say what they are for; a refused file's answer is the answer."""
        ids = await self.files(files)
        if isinstance(ids, Answer):
            return ids.reply()
        return (await self.send("ask", {"command": command, "options": options, "files": {"": ids}})).json()

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
