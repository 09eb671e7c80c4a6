"""What reaches us from Discord is answered once, to whom it is for, and by the same chat as everywhere."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import aiohttp
import discord
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bots.chat.reply import Reply
from bots.discord_bot.doors import Doors, Operator
from bots.discord_bot.hearing import Hearing, Seen
from bots.discord_bot.uploads import Files
from bots.texts.lookup import Texts
from core.chats import CopyKind, Posted
from core.people import Platform
from tests.chatting import Chatting, chatting_in, video_of
from tests.discord_said import ANA, BO, CHANNEL, ME, Answered, Said, attachment, message
from tests.fakes.pictures import corners, encoded
from tests.talk import spoken

TEXTS = Texts()
SEA = {"name": "prompt", "type": 3, "value": "a calm sea at sunset"}
PICTURE, PRIVATE, REPORT = "Make a video of this picture", "Is this private?", "Report"


@dataclass
class Town:
    """One private chat with the bot, and the files in it."""

    chatting: Chatting
    said: Said
    answered: Answered
    hearing: Hearing
    doors: Doors
    files: dict[str, bytes]
    base: str

    async def hear(self, event: discord.Interaction | discord.Message) -> str:
        """Let an event arrive; gives the newest answer as one reads it."""
        if isinstance(event, discord.Message):
            await self.hearing.message(event, ME)
        else:
            await self.hearing.interaction(event)
        return spoken(self.last)

    @property
    def last(self) -> Reply:
        """The newest answer."""
        return self.answered.replies[-1]

    def put(self, name: str, content: bytes) -> str:
        """Have a file in Discord's hands; gives its address."""
        self.files[name] = content
        return f"{self.base}/{name}"


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A chat with real parts, and a place where files are."""
    files: dict[str, bytes] = {}

    async def file(request: web.Request) -> web.StreamResponse:
        content = files[request.match_info["name"]]
        response = web.StreamResponse()
        response.content_length = len(content)
        await response.prepare(request)
        await response.write(content[: len(content) // 2] if "half" in request.path else content)
        if "half" in request.path and request.transport is not None:
            request.transport.abort()
        return response

    app = web.Application()
    app.router.add_get("/files/{name}", file)
    async with TestServer(app) as server, aiohttp.ClientSession() as session, chatting_in(tmp_path) as chatting:
        base = str(server.make_url("/api/v10"))
        answered = Answered(chatting.chat)
        reader = Files(session, base)
        doors = Doors(
            chatting.chat,
            answered,
            files=reader,
            texts=TEXTS,
            posted=chatting.parts.store.ledger,
            clock=chatting.parts.clock,
            operator=Operator("Ada", "ada@example.org"),
        )
        hearing = Hearing(chatting.chat, answered, doors, reader, TEXTS)
        yield Town(chatting, Said(), answered, hearing, doors, files, str(server.make_url("/files")))


async def test_a_command_is_asked_with_its_options(town: Town) -> None:
    """What is typed into a slash command reaches the chat, typed."""
    seconds = {"name": "seconds", "type": 4, "value": 3}
    shape = {"name": "shape", "type": 3, "value": "1:1"}
    await town.hear(town.said.command("create", SEA, seconds, shape))
    asker = await town.answered.asker_of(town.said.command("help"))
    async with town.chatting.parts.store.read() as reads:
        view = await reads.video(asker.viewer, video_of(town.last), asker.surface)
    assert view is not None
    assert (view.video.seconds, view.video.shape.value) == (3, "1:1")
    assert town.answered.whispers == [True]


async def test_an_event_is_answered_once(town: Town) -> None:
    """What the gateway replays after a break isn't answered a second time."""
    command, words = town.said.command("help"), town.said.message("is my video private?")
    for _ in range(3):
        await town.hear(command)
        await town.hear(words)
    assert len(town.answered.replies) == 2


def test_only_the_newest_events_are_known_again() -> None:
    """Memory is bounded."""
    seen = Seen(2)
    assert [seen.before(one) for one in (1, 2, 3, 1, 3)] == [False, False, False, False, True]


async def test_strange_commands_and_options_get_a_sentence(town: Town) -> None:
    """A command that is gone, an option that isn't there and a value that none is are refused in words."""
    assert "unheard" in await town.hear(town.said.command("unheard"))
    assert "colour" in await town.hear(town.said.command("create", {"name": "colour", "type": 3, "value": "red"}))
    assert "shape" in await town.hear(town.said.command("create", SEA, {"name": "shape", "type": 3, "value": "5:4"}))
    assert "image" in await town.hear(town.said.command("create", {"name": "image", "type": 11, "value": "1"}))


async def test_an_attached_picture_makes_a_video(town: Town) -> None:
    """A picture given to a command is read from Discord."""
    picture = encoded(corners(), "PNG")
    one = attachment(town.put("sea.png", picture), len(picture))
    image = {"name": "image", "type": 11, "value": one["id"]}
    await town.hear(town.said.command("create", image, attachments={one["id"]: one}))
    assert town.last.card


@pytest.mark.parametrize(
    ("name", "said_bytes"), [("half.png", 0), ("sea.png", 1_000), ("sea.png", -1_000)], ids=["cut", "short", "long"]
)
async def test_a_file_that_does_not_come_whole_is_refused(town: Town, name: str, said_bytes: int) -> None:
    """A download that stops half-way, or isn't as long as Discord said, makes no video."""
    picture = encoded(corners(), "PNG")
    one = attachment(town.put(name, picture), len(picture) + said_bytes)
    image = {"name": "image", "type": 11, "value": one["id"]}
    answer = await town.hear(town.said.command("create", image, attachments={one["id"]: one}))
    assert "Nothing of it was kept" in answer
    assert await town.chatting.parts.store.ledger.unfinished() == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/files/sea.png",
        "http://cdn.discordapp.com/sea.png",
        "https://cdn.discordapp.com:8443/sea.png",
        "https://cdn.discordapp.com.example.org/sea.png",
        "https://example.org/cdn.discordapp.com",
        "file:///etc/passwd",
        "sea.png",
    ],
)
async def test_files_come_from_discord_alone(town: Town, url: str) -> None:
    """An address that isn't Discord's is never asked."""
    one = attachment(url, 1_000)
    image = {"name": "image", "type": 11, "value": one["id"]}
    answer = await town.hear(town.said.command("create", image, attachments={one["id"]: one}))
    assert "broke off" in answer


async def test_only_ones_own_videos_are_suggested(town: Town) -> None:
    """While one types, one's own videos are suggested and nobody else's, and nothing where no video is meant."""
    await town.hear(town.said.command("create", SEA))
    (own,) = await town.hearing.suggestions(town.said.typing("videos", "video", "sea"))
    assert own.value == "#1"
    assert own.name.startswith("#1 ")
    assert await town.hearing.suggestions(town.said.typing("videos", "video", "", by=BO)) == []
    assert await town.hearing.suggestions(town.said.typing("create", "prompt", "sea")) == []
    assert await town.hearing.suggestions(town.said.typing("unheard", "video", "sea")) == []


async def test_plain_words_in_private_are_a_question(town: Town) -> None:
    """Words in a private chat are answered; with files they are a wish for a video."""
    assert "no video" in await town.hear(town.said.message("is my video private?"))
    picture = encoded(corners(), "PNG")
    one = attachment(town.put("sea.png", picture), len(picture))
    await town.hear(town.said.message("a slow move", attachments=[one]))
    assert town.last.card


async def test_bots_systems_and_strangers_words_are_left_alone(town: Town) -> None:
    """Other bots, notices of Discord and words in servers that don't name us get no answer."""
    for one in (
        town.said.message("hello", author={**message()["author"], "bot": True}),
        town.said.message("joined", type=7),
        town.said.message("hello", guild=1),
    ):
        await town.hearing.message(one, ME)
    assert town.answered.replies == []


async def test_what_discord_invents_later_is_left_alone(town: Town) -> None:
    """An interaction of an unknown kind breaks nothing."""
    await town.hearing.interaction(town.said.interaction(99, {}))
    assert town.answered.replies == []


async def test_presses_are_handed_on(town: Town) -> None:
    """Buttons of replies and sent forms go to who knows them."""
    press, form = town.said.press("1sprivacy"), town.said.interaction(5, {"custom_id": "1cadjust", "components": []})
    await town.hearing.interaction(press)
    await town.hearing.interaction(form)
    assert town.answered.pressed_ids == [press.id, form.id]


async def test_a_picture_of_ones_own_message_becomes_a_draft(town: Town) -> None:
    """The menu of a message takes what the presser posted, as a draft to which words can be added."""
    picture = encoded(corners(), "PNG")
    own = message("my sea", attachments=[attachment(town.put("sea.png", picture), len(picture))])
    answer = await town.hear(town.said.menu(PICTURE, own))
    assert "draft" in answer
    assert "1 picture" in answer


async def test_a_picture_of_somebody_else_is_left_alone(town: Town) -> None:
    """Nobody makes a video of what another member posted, and of no message without a picture."""
    other = message("my sea", by=BO, attachments=[attachment(town.put("sea.png", encoded(corners(), "PNG")), 1)])
    assert "somebody else" in await town.hear(town.said.menu(PICTURE, other))
    assert "no picture" in await town.hear(town.said.menu(PICTURE, message("just words")))
    text = attachment(town.put("a.txt", b"words"), 5, "a.txt", "text/plain")
    assert "no picture" in await town.hear(town.said.menu(PICTURE, message(attachments=[text])))
    assert await town.chatting.parts.store.ledger.unfinished() == []


async def test_is_this_private_answers_for_ones_own_video_alone(town: Town) -> None:
    """A message of ours with the presser's video gives the five answers; all others get one and the same answer."""
    await town.hear(town.said.command("create", SEA))
    ours = message()
    asker = await town.answered.asker_of(town.said.command("help"))
    posted = Posted(
        uuid4(), Platform.DISCORD, asker.person, video_of(town.last), CopyKind.DIRECT, str(CHANNEL), ours["id"]
    )
    async with town.chatting.parts.store.write() as writes:
        await writes.keep_posted(posted)
    assert "1 **" in await town.hear(town.said.menu(PRIVATE, ours))
    strangers = await town.hear(town.said.menu(PRIVATE, ours, by=BO))
    assert strangers == await town.hear(town.said.menu(PRIVATE, message("hello", by=BO)))
    assert "isn't mine" in strangers


async def test_report_says_who_can_act(town: Town) -> None:
    """Nothing is published by us yet: moderators, Discord and the operator are named."""
    answer = await town.hear(town.said.menu(REPORT, message("rude", by=BO)))
    assert "Ada" in answer
    assert "ada@example.org" in answer


async def test_a_mentions_button_is_its_askers_alone(town: Town) -> None:
    """Another's press says whose it is, a forged one that it is none, and a question that is gone says so."""
    assert "somebody else's" in await town.hear(town.said.press(f"door:answer:{ANA}:5", by=BO))
    assert "only, for ten minutes" in await town.hear(town.said.press(f"door:answer:{ANA}:5"))
    for forged in ("door:", "door:answer", f"door:answer:{ANA}:x", f"door:other:{ANA}:5"):
        assert "not one of mine" in await town.hear(town.said.press(forged))
