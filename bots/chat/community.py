"""/setup: what the admins of a community choose, by the platform's own pickers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.command import Access, Asker, Command
from bots.chat.presses import Press, Pressed
from bots.chat.reply import PICKED, Button, Choice, Field, Fields, Pick, PickKind, Reply, Style, Text
from bots.chat.services import Services
from bots.chat.spent import spent_here
from bots.chat.told import sorry
from bots.texts.say import CommandName, Say
from core.communities import MODERATORS_MOST, Choices, Community, Customs, Loss, Pictures, Spot
from core.errors import BadInput, HushreelError, NotAllowed
from core.hosting.choose import choose_customs, choose_moderators, choose_spot, look
from core.people import CommunityId, Role

_PICKS = {Spot.SHOWCASE: "setshow", Spot.REVIEW: "setview"}
_NO_PLACE = {Spot.SHOWCASE: "noshow", Spot.REVIEW: "noview"}
_MODERATORS, _NO_MODERATORS = "setmods", "nomods"
_SPOILERS = {True: "spoil", False: "unspoil"}
_PICTURES = {Pictures.OWN: "picsown", Pictures.ANYONE: "picsany"}


@dataclass(frozen=True)
class Setup:
    """Set up how I work in a community."""


async def answer_setup(request: Setup, asker: Asker, services: Services) -> Reply:
    """Show what is chosen, with a way to change each; outside a community say where it is done."""
    del request
    if asker.community is None:
        return Reply((Text(Say("setup-elsewhere", {"command": CommandName("setup")})),))
    if asker.viewer.roles[asker.community] is not Role.ADMIN:
        raise NotAllowed("not_admin")
    return await _card(await look(asker.viewer, asker.community, asker.surface, store=services.store), asker, services)


async def customs_of(asker: Asker, services: Services) -> Customs:
    """Give what holds for everybody where somebody speaks."""
    if asker.community is None:
        return Customs()
    async with services.store.read() as reads:
        return await reads.customs(asker.viewer, asker.community, asker.surface)


async def setup_card(community: CommunityId, asker: Asker, services: Services) -> Reply:
    """Draw the card as it is now. Raises NotFound("community_not_found"), NotAllowed("not_admin")."""
    async with services.store.read() as reads:
        found = await reads.community(asker.viewer, community, asker.surface)
    return await _card(found, asker, services)


async def setup_as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Draw the card as it is now, for whom may see it."""
    try:
        return await setup_card(CommunityId(subject), asker, services)
    except HushreelError:
        return None


async def _card(found: Community, asker: Asker, services: Services) -> Reply:
    panel, chosen = Panel(found.id, asker, services), found.choices
    here = asker.place.name if asker.place else ""
    lost = tuple(Text(_lost(spot, loss)) for spot, loss in found.lost)
    several = len(services.generators) > 1
    ways = (panel.show(Say("button-ways"), "setup", "wayshere"),) if several else ()
    spent = await spent_here(found, asker, services)
    limit = (panel.show(Say("button-limit"), "setup", "limit"),) if spent else ()
    own = chosen.customs.budget is not None
    unlimit = (await panel.offer(Say("button-unlimited"), "setup", "nolimit"),) if spent and own else ()
    picks = [await _pick(_PICKS[spot], _NO_PLACE[spot], chosen, panel) for spot in Spot]
    return Reply(
        (
            Text(Say("setup-lead-of", {"community": here}) if here else Say("setup-lead")),
            *lost,
            Fields((*_fields(chosen), *spent)),
            Text(Say("setup-review-read")),
            Text(Say("setup-later")),
            *picks,
            await _pick(_MODERATORS, _NO_MODERATORS, chosen, panel),
            *await _switches(chosen.customs, panel),
            *panel.row(*ways, *limit, *unlimit, panel.show(Say("button-terms"), "setup", "terms")),
        ),
        card=f"setup:{found.id}",
    )


def _fields(chosen: Choices) -> tuple[Field, ...]:
    spots = tuple(
        Field(Say(f"setup-{spot.value}"), Say("setup-chosen" if chosen.at(spot) else "setup-none")) for spot in Spot
    )
    return (
        *spots,
        Field(Say("setup-moderators"), Say("setup-moderators-count", {"count": len(chosen.moderators)})),
        Field(Say("setup-spoilers"), Say("setup-spoilers-on" if chosen.customs.spoilers else "setup-spoilers-off")),
        Field(Say("setup-pictures"), Say(f"setup-pictures-{chosen.customs.pictures.value}")),
    )


def pick_by(action: str, press: str, chosen: Choices) -> Pick:
    """Give the picker that a press opens, with what is chosen so far."""
    if action == _MODERATORS:
        return Pick(Say("setup-pick-moderators"), press, PickKind.PEOPLE, chosen.moderators, MODERATORS_MOST)
    spot = next(one for one, named in _PICKS.items() if named == action)
    here = chosen.at(spot)
    return Pick(Say(f"setup-pick-{spot.value}"), press, PickKind.PLACE, (here,) if here else ())


def _lost(spot: Spot, loss: Loss) -> Say:
    """Say which chosen place went away, and why."""
    return Say(f"setup-lost-{loss.value}", {"spot": Say(f"setup-{spot.value}")})


async def _pick(action: str, none: str, chosen: Choices, panel: Panel) -> Pick:
    """Offer to pick, and to pick none where something is chosen."""
    empty = pick_by(action, "", chosen)
    unpick = await _offered(none, panel) if empty.chosen else ""
    return replace(empty, press=await _offered(action, panel), none=unpick)


async def _switches(customs: Customs, panel: Panel) -> tuple[Choice, Choice]:
    """Offer each setting of a switch as a button; the one that holds stands out."""
    spoilers = [
        await _button("setup-spoilers-on" if on else "setup-spoilers-off", action, panel, chosen=on is customs.spoilers)
        for on, action in _SPOILERS.items()
    ]
    pictures = [
        await _button(f"setup-pictures-{one.value}", action, panel, chosen=one is customs.pictures)
        for one, action in _PICTURES.items()
    ]
    return Choice(Say("setup-ask-spoilers"), tuple(spoilers)), Choice(Say("setup-ask-pictures"), tuple(pictures))


async def _button(label: str, action: str, panel: Panel, *, chosen: bool) -> Button:
    return await panel.offer(Say(label), "setup", action, Style.MAIN if chosen else Style.QUIET)


async def _offered(action: str, panel: Panel) -> str:
    return await panel.services.presses.offer(action, panel.subject, panel.asker)


Change = Callable[[CommunityId, tuple[str, ...], Asker, Services], Awaitable[None]]


async def _press(change: Change, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Change one thing, and draw the card as it is then; what can't be chosen is said above it."""
    said: Reply | None = None
    picked = tuple((pressed.form or {}).get(PICKED, "").split())
    try:
        await change(CommunityId(pressed.subject), picked, asker, services)
    except BadInput as refused:
        said = sorry(refused)
    card = await setup_card(CommunityId(pressed.subject), asker, services)
    return replace(card, parts=(*said.parts, *card.parts)) if said else card


async def _spot(spot: Spot, community: CommunityId, picked: tuple[str, ...], asker: Asker, services: Services) -> None:
    place = picked[0] if picked else None
    await choose_spot(asker.viewer, community, spot, place, asker.surface, store=services.store)


async def _moderating(community: CommunityId, picked: tuple[str, ...], asker: Asker, services: Services) -> None:
    await choose_moderators(asker.viewer, community, picked, asker.surface, store=services.store)


async def _customs(
    community: CommunityId,
    _picked: tuple[str, ...],
    asker: Asker,
    services: Services,
    *,
    spoilers: bool | None = None,
    pictures: Pictures | None = None,
) -> None:
    await choose_customs(
        asker.viewer, community, asker.surface, spoilers=spoilers, pictures=pictures, store=services.store
    )


def _changing(action: str, change: Change, picks: PickKind | None = None) -> Press:
    return Press(action, partial(_press, change), changes=True, as_it_is=setup_as_it_is, of_community=True, picks=picks)


COMMANDS = (Command("setup", Setup, answer_setup, access=Access.ADMIN),)
PRESSES = (
    *(_changing(action, partial(_spot, spot), PickKind.PLACE) for spot, action in _PICKS.items()),
    _changing(_MODERATORS, _moderating, PickKind.PEOPLE),
    *(_changing(action, partial(_spot, spot)) for spot, action in _NO_PLACE.items()),
    _changing(_NO_MODERATORS, _moderating),
    *(_changing(action, partial(_customs, spoilers=on)) for on, action in _SPOILERS.items()),
    *(_changing(action, partial(_customs, pictures=one)) for one, action in _PICTURES.items()),
)
