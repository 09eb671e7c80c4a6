"""A conversation on Telegram up to its answers: inbox, albums, hearing and files are real, showing answers is not."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from bots.chat.command import Asker
from bots.chat.reply import Reply, Text
from bots.telegram_bot.albums import Albums
from bots.telegram_bot.bot import HushreelBot, bot_for
from bots.telegram_bot.hearing import Hearing
from bots.telegram_bot.inbox import Incoming
from bots.telegram_bot.once import Once
from bots.telegram_bot.uploads import Files
from bots.wiring.system import SystemClock
from core.people import Platform
from core.records import VideoView
from core.storage.database import open_database
from core.storage.inbox import SqlInbox
from core.storage.keys import MasterKey
from core.videos import VideoId
from tests.chatting import Chatting, chatting_in
from tests.talk import spoken
from tests.telegram_heard import ME, TOKEN, Answered, Asking, Elsewhere, Json, read, said
from tests.waiting import until

_NAMES = count(1)
WELCOME = Reply((Text(plain="Welcome."),))


@dataclass
class Holding:
    """Stands where Telegram keeps files. `broken` are cut half-way, `large` are refused as too big."""

    files: dict[str, bytes] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    large: set[str] = field(default_factory=set)
    local: Path | None = None
    asked: list[str] = field(default_factory=list)

    def app(self) -> web.Application:
        """Give the web application of it."""
        app = web.Application()
        app.router.add_post(f"/bot{TOKEN}/getFile", self._where)
        app.router.add_get(f"/file/bot{TOKEN}/{{name}}", self._file)
        return app

    async def _where(self, request: web.Request) -> web.StreamResponse:
        name = str((await request.post())["file_id"])
        self.asked.append(name)
        if name in self.large or name not in self.files:
            why = "file is too big" if name in self.large else "invalid file_id"
            told = {"ok": False, "error_code": 400, "description": f"Bad Request: {why}"}
            return web.json_response(told, status=400)
        path = str(self.local / name) if self.local else name
        return web.json_response({"ok": True, "result": {"file_id": name, "file_unique_id": name, "file_path": path}})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        content = self.files[name]
        response = web.StreamResponse()
        response.content_length = len(content)
        await response.prepare(request)
        await response.write(content[: len(content) // 2] if name in self.broken else content)
        if name in self.broken and request.transport is not None:
            request.transport.abort()
        return response


@dataclass
class Living:
    """What is there."""

    chatting: Chatting
    bot: HushreelBot
    holding: Holding
    answered: Answered
    asking: Asking
    elsewhere: Elsewhere
    hearing: Hearing
    incoming: Incoming
    inbox: SqlInbox

    def put(self, content: bytes) -> str:
        """Have a file in Telegram's hands; gives its id."""
        name = f"file-{next(_NAMES)}"
        self.holding.files[name] = content
        return name

    async def hear(self, update: Json) -> str:
        """Let an update arrive; gives the newest answer to its person as one reads it."""
        speaker = read(update).effective_user
        assert speaker is not None
        before = len(self.answered.to(speaker.id))
        await self.incoming.keep([update])
        await until(lambda: len(self.answered.to(speaker.id)) > before and not self.incoming.waiting)
        return spoken(self.answered.to(speaker.id)[-1])

    async def quiet(self, update: Json) -> None:
        """Let an update arrive that gets no answer here."""
        await self.incoming.keep([update])
        await until(lambda: not self.incoming.waiting)

    @property
    def last(self) -> Reply:
        """The newest answer."""
        return self.answered.replies[-1]

    async def asker(self) -> Asker:
        """Give who speaks, unless somebody else is said to."""
        return await self.answered.asker_of(read(said("hello")))

    async def view(self, video: VideoId) -> VideoView:
        """See a video as its owner."""
        return await self.chatting.parts.seen((await self.asker()).viewer, video)

    async def colour(self, view: VideoView, number: int) -> str:
        """Name the strongest colour of an input."""
        content = await self.chatting.parts.opened((await self.asker()).viewer, view, number)
        with Image.open(io.BytesIO(content)) as picture:
            pixel = picture.convert("RGB").getpixel((picture.width // 2, picture.height // 2))
        assert isinstance(pixel, tuple)
        return ("red", "green", "blue")[pixel.index(max(pixel))]

    async def press(self, label: str) -> Reply:
        """Press a button of the newest answer."""
        return await self.chatting.press(self.last, label, await self.asker())


@asynccontextmanager
async def living_in(folder: Path, *, is_local: bool = False) -> AsyncIterator[Living]:
    """Open everything in a folder; a local server hands over paths in it."""
    holding = Holding(local=folder if is_local else None)
    async with (
        TestServer(holding.app()) as server,
        aiohttp.ClientSession() as session,
        chatting_in(folder) as chatting,
    ):
        bot = bot_for(TOKEN, str(server.make_url("")).rstrip("/"), is_local=is_local)
        await bot.request.initialize()
        database = open_database(folder / "data" / "hushreel.db")
        inbox = SqlInbox(database, MasterKey(b"i" * 32), SystemClock(), Platform.TELEGRAM)
        answered, asking, elsewhere = Answered(chatting.chat), Asking(), Elsewhere()

        async def picked(*_: object) -> Reply | None:
            return None

        hearing = Hearing(
            chat=chatting.chat,
            once=Once(chatting.services),
            answers=answered,
            files=Files(bot, session, is_local=is_local),
            interviews=asking,
            groups=elsewhere,
            discreet=elsewhere,
            picked=picked,
            welcome=lambda: WELCOME,
            cancelled=lambda was: Reply((Text(plain="Cancelled." if was else "Nothing to cancel."),)),
            store=chatting.parts.store,
            me=lambda: ME,
        )
        albums = Albums(inbox, hearing, bot)
        incoming = Incoming(inbox, hearing, albums, bot, first_pause_s=0.01)
        await incoming.begin()
        try:
            yield Living(chatting, bot, holding, answered, asking, elsewhere, hearing, incoming, inbox)
        finally:
            await incoming.close()
            await bot.request.shutdown()
            await database.close()
