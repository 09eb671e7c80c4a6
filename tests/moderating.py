"""A conversation in a community with its people, for tests of what moderators see and press."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from bots.chat.command import Asker
from bots.chat.presses import action_of
from bots.chat.reply import Form, Reply
from core.gate import Surface
from core.people import Identity, Platform, Preferences, Viewer
from core.publications import Caption
from core.publishing.appeal import appeal
from core.publishing.review import Ruling
from core.publishing.upkeep import post_due
from core.videos import PublicationId, Showing
from tests.chatting import Chatting, chatting_in
from tests.keeping import ask_file
from tests.parts import HERE
from tests.publishing import CAPTION, Town, town_in
from tests.talk import buttons

PEOPLE = ("owner", "member", "moderator", "second", "elsewhere", "admin")
REVIEWERS = ("moderator", "second", "admin")
STRANGERS = ("owner", "member", "elsewhere", "nobody")
GONE = "There is nothing of that here for you"


@dataclass(frozen=True)
class Moderating:
    """The chat, and the town whose people speak in it."""

    talk: Chatting
    town: Town

    async def asker(self, name: str, surface: Surface = Surface.CHAT_PRIVATE) -> Asker:
        """Arrive as somebody of the town, or as a person without any role there."""
        identity = Identity(Platform.DEMO, name)
        found = await self.talk.chat.arrive(identity, surface)
        viewer: Viewer = getattr(self.town, name, Viewer(found.person))
        return Asker(viewer, found.person, identity, surface, Preferences())

    async def ask(self, who: str, **given: object) -> Reply:
        """Give /review."""
        return await self.talk.chat.ask("review", given, await self.asker(who))

    async def card(self, who: str = "moderator") -> Reply:
        """Give /review without anything: the first card of the queue."""
        return await self.ask(who)

    async def placed(self, publication: PublicationId) -> Reply | None:
        """Draw the card of the review place."""
        return await self.talk.chat.review_card(publication, "en")

    async def press(self, value: str, who: str = "moderator", form: Mapping[str, str] | None = None) -> Reply:
        """Press a button as somebody."""
        return await self.talk.chat.press(value, await self.asker(who), form)

    async def decided(self, form: Reply, who: str = "moderator", why: str = "consent", note: str = "") -> Reply:
        """Send a form with a reason."""
        return await self.press(form_of(form).press, who, {"why": why, "note": note})

    async def proposed(self, caption: Caption = CAPTION) -> PublicationId:
        """Send a video to the moderators, a second after the one before."""
        self.talk.parts.clock.advance(1_000)
        drafted = (await self.town.draft(await self.town.ready(), caption)).publication
        await self.town.proposing.send(self.town.owner, drafted.id, drafted.revision, HERE)
        return drafted.id

    async def shown(self) -> PublicationId:
        """Have a video shown."""
        return (await self.town.shown(await self.town.ready())).publication.id

    async def appealed(self, verb: str = "decline") -> PublicationId:
        """Have the moderator decline or remove a video, and its author appeal."""
        named = await (self.proposed() if verb == "decline" else self.shown())
        decide = getattr(self.town.reviewing, verb)
        await decide(self.town.moderator, named, 1, Ruling(note="Two faces."), HERE)
        await appeal(self.town.owner, named, 1, HERE, store=self.talk.parts.store, clock=self.talk.parts.clock)
        return named

    async def post(self) -> int:
        """Let go out what is due."""
        return await post_due(store=self.talk.parts.store, clock=self.talk.parts.clock)

    async def state(self, publication: PublicationId) -> Showing:
        """Give the state of the newest revision."""
        return (await self.town.now(publication)).publication.state

    def events(self, publication: PublicationId) -> list[str]:
        """Give the verbs of a publication's history."""
        rows = ask_file(self.talk.parts, f"SELECT verb FROM events WHERE subject = '{publication.hex}'")  # noqa: S608
        return [row[0] for row in rows]


def value(reply: Reply | None, action: str) -> str:
    """Give the value of the button whose press has this action."""
    assert reply is not None
    (found,) = [one.press for one in buttons(reply) if action_of(one.press) == action]
    return found


def actions(reply: Reply | None) -> list[str]:
    """Give the actions of a reply's buttons, in order."""
    return [] if reply is None else [action_of(one.press) or "" for one in buttons(reply)]


def form_of(reply: Reply) -> Form:
    """Give the form of a reply."""
    (found,) = [part for part in reply.parts if isinstance(part, Form)]
    return found


def shared(moderating: Moderating, action: str, publication: UUID, revision: int = 1) -> str:
    """Give a button's value, whether or not a card has it now."""
    return moderating.talk.services.presses.share(action, publication, revision)


@asynccontextmanager
async def moderating_in(folder: Path) -> AsyncIterator[Moderating]:
    """Open a chat, and a town in it."""
    async with chatting_in(folder) as talk:
        yield Moderating(talk, await town_in(talk.parts))
