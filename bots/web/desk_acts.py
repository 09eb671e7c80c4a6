"""What is pressed at the desk: each item through the same use case, in a transaction of its own, and told apart."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aiohttp import web

from bots.chat.told import told
from bots.texts.say import Say, When
from bots.web.pages import Speak
from core.cases import CaseId
from core.errors import LostRace, NotAllowed, NotFound, PersonError
from core.gate import Surface
from core.people import Viewer
from core.publications import NOTE_LONGEST, PublicationView, Why
from core.publishing.review import Reviewing, Ruling
from core.videos import PublicationId, Showing

Json = dict[str, Any]
ITEMS_MOST = 25
ACTIONS = ("look", "approve", "decline", "hold", "lift", "skip", "undo")
HERE = Surface.DESK


@dataclass(frozen=True)
class Item:
    """One item as the page that was pressed showed it: a decision names its revision."""

    publication: PublicationId
    revision: int


Asked = Item | CaseId
"""An item of the queue, or a case."""


@dataclass(frozen=True)
class Acts:
    """What one moderator does at the desk."""

    reviewing: Reviewing
    viewer: Viewer
    speak: Speak

    async def do(self, action: str, item: Item, ruling: Ruling) -> Json:
        """Do it, and say what came of it: `stays` tells whether the item still waits, `undo` what takes it back."""
        try:
            after = await self._do(action, item, ruling)
        except PersonError as error:
            return self._outcome(item, _refusal(error), done=False, stays=not isinstance(error, NotFound | LostRace))
        waits = after is not None and after.waiting_since_ms is not None
        shown = after is None or after.publication.state is Showing.SHOWN
        said = Say("desk-done-shown" if action == "approve" and shown else f"desk-done-{action}")
        outcome = self._outcome(item, said, done=True, stays=waits or action in {"look", "hold", "lift", "skip"})
        return outcome | {"undo": _undoing(action, shown=shown)}

    async def _do(self, action: str, item: Item, ruling: Ruling) -> PublicationView | None:
        named, number, review = item.publication, item.revision, self.reviewing
        match action:
            case "look":
                return await review.look(self.viewer, named, number, HERE)
            case "approve":
                return await review.approve(self.viewer, named, number, HERE)
            case "decline":
                return await review.decline(self.viewer, named, number, ruling, HERE)
            case "undo":
                return await review.undo(self.viewer, named, number, HERE)
            case "skip":
                await review.skip(self.viewer, named, HERE)
            case _:
                await review.hold(self.viewer, named, HERE, on=action == "hold")
        return None

    def _outcome(self, item: Item, said: Say, *, done: bool, stays: bool) -> Json:
        return {"publication": str(item.publication), "done": done, "stays": stays, "text": self.speak(said)}


def _undoing(action: str, *, shown: bool) -> str:
    if action == "approve":
        return "" if shown else "undo"
    return {"hold": "lift", "lift": "hold"}.get(action, "")


def _refusal(error: PersonError) -> Say:
    match error:
        case NotAllowed(code="claimed"):
            return Say("desk-claimed", {"until": When(int(error.data["until_ms"]))})
        case NotAllowed(code="own_decision"):
            return Say("desk-own-decision")
        case LostRace():
            return Say("desk-late")
        case NotFound():
            return Say("desk-gone")
        case _:
            return told(error)


async def asked(request: web.Request) -> tuple[str, Sequence[Asked], Ruling]:
    """Read what is pressed. Raises HTTPBadRequest for what our page doesn't send."""
    try:
        words = json.loads(await request.read())
        action, items = str(words["action"]), [_item(one) for one in words["items"]]
        ruling = Ruling(Why(words.get("why", Why.OTHER.value)), str(words.get("note", "")))
    except (ValueError, TypeError, KeyError, AttributeError, web.HTTPRequestEntityTooLarge):
        raise web.HTTPBadRequest from None
    if action not in ACTIONS or not 0 < len(items) <= ITEMS_MOST or len(ruling.note) > NOTE_LONGEST:
        raise web.HTTPBadRequest
    return action, items, ruling


def _item(one: Json) -> Asked:
    if "case" in one:
        return CaseId(UUID(one["case"]))
    return Item(PublicationId(UUID(one["publication"])), int(one["revision"]))
