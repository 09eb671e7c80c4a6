"""What may make videos: somebody's own rule, the rule of a community, and what somebody agreed to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.command import Asker, Opens
from bots.chat.label import route_name
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Button, Choice, Field, Fields, Form, FormField, Part, Reply, Style, Text
from bots.chat.services import Services
from bots.chat.ways import ROUTE_LONGEST
from bots.texts.say import Say
from core.errors import BadInput, HushreelError
from core.generation.agreed import take_back
from core.generation.choosing import leaves
from core.hosting.choose import choose_customs, look
from core.people import CommunityId
from core.rules import Rule
from knowledge.wording import words_in

FIELDS_MOST = 5
"""What Discord's modals hold; ways beyond that stay as they are."""

_YES, _NO = "yes", "no"
_STAYS = {True: "stayon", False: "stayoff"}
_UNTRAINED = {True: "notrain", False: "maytrain"}

Changed = Callable[[Rule], Rule]


async def press_ways(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show somebody's own rule, and what they agreed to."""
    return await _own(asker, services)


async def _own(asker: Asker, services: Services) -> Reply:
    async with services.store.read() as reads:
        rule, agreed = await reads.rule(asker.viewer), await reads.agreements(asker.viewer)
    panel = Panel(asker.person, asker, services)
    papers = [one for one in _papers_elsewhere(services) if one in agreed]
    words = words_in(asker.language)
    named = tuple(words.say(f"document-{one}") for one in papers)
    told = (Text(Say("ways-agreed", {"papers": named})),) if papers else ()
    back = (await panel.offer(Say("button-disagree"), "settings", "disagree"),) if papers else ()
    buttons = panel.row(panel.show(Say("button-allow"), "settings", "allow"), *back)
    choices = (
        Choice(Say("ways-ask-stays"), tuple(_shown("stays", on, rule.stays, panel) for on in (True, False))),
        Choice(Say("ways-ask-training"), tuple(_shown("untrained", on, rule.untrained, panel) for on in (True, False))),
    )
    parts = (Text(Say("ways-lead")), *_allowed(rule, services), *choices, *told, *buttons)
    return Reply(parts, card="ways")


def _shown(name: str, on: bool, holds: bool, panel: Panel) -> Button:  # noqa: FBT001 - a value and what is set
    label, style = Say(f"ways-{name}-{'on' if on else 'off'}"), Style.MAIN if on is holds else Style.QUIET
    return panel.show(label, "settings", f"{name}_{'on' if on else 'off'}", style)


def _allowed(rule: Rule, services: Services) -> tuple[Fields]:
    routes = [one for one in services.generators if rule.allowed is None or one in rule.allowed]
    return (Fields((Field(Say("ways-allowed"), _named(routes)),)),)


def _named(routes: list[str]) -> Say:
    if not routes:
        return Say("ways-none")
    return Say("ways-list", {"routes": tuple(map(route_name, routes))})


def _papers_elsewhere(services: Services) -> list[str]:
    """Name the papers of the ways that leave the house."""
    routes = [one for one in services.generators if leaves(one, services.generators)]
    return list(dict.fromkeys(paper for one in routes for paper in services.papers(one)))


async def _press_own(changed: Changed, _pressed: Pressed, asker: Asker, services: Services) -> Reply:
    await _keep(changed, asker, services)
    return await _own(asker, services)


async def _keep(changed: Changed, asker: Asker, services: Services) -> None:
    async with services.store.write() as writes:
        await writes.keep_rule(asker.viewer, changed(await writes.rule(asker.viewer)))


async def press_allow(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask which ways may be used, or take what was filled in. Raises BadInput("no_way_left")."""
    if pressed.form is not None:
        await _keep(partial(_picked, pressed.form, services), asker, services)
        return await _own(asker, services)
    async with services.store.read() as reads:
        rule = await reads.rule(asker.viewer)
    press = services.presses.show("allow", asker.person, asker)
    return Reply((Form(Say("ways-form"), press, _fields(rule, services)),))


def _fields(rule: Rule, services: Services) -> tuple[FormField, ...]:
    options = ((_YES, Say("ways-may")), (_NO, Say("ways-may-not")))
    return tuple(
        FormField(
            one,
            route_name(one),
            ROUTE_LONGEST,
            _YES if rule.allowed is None or one in rule.allowed else _NO,
            required=False,
            choices=options,
        )
        for one in list(services.generators)[:FIELDS_MOST]
    )


def _picked(form: Mapping[str, str], services: Services, before: Rule) -> Rule:
    """Read which ways may be used; where all may, that is no rule at all, and holds for later ones too."""
    there = list(services.generators)
    old = set(there) if before.allowed is None else before.allowed
    may = {one for one in there if form.get(one, _YES if one in old else _NO) == _YES}
    if not may:
        raise BadInput("no_way_left")
    return replace(before, allowed=None if may == set(there) else frozenset(may))


async def press_disagree(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take back what somebody agreed to of ways that leave the house."""
    await take_back(asker.viewer, _papers_elsewhere(services), store=services.store)
    card = await _own(asker, services)
    return replace(card, parts=(Text(Say("ways-disagreed")), *card.parts))


async def _own_as_it_is(_subject: UUID, asker: Asker, services: Services) -> Reply | None:
    return await _own(asker, services)


async def press_ways_here(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show a community's rule, to whom may choose it. Raises NotFound and NotAllowed as `look` does."""
    return await _theirs(CommunityId(pressed.subject), asker, services)


async def _theirs(community: CommunityId, asker: Asker, services: Services) -> Reply:
    rule = (await look(asker.viewer, community, asker.surface, store=services.store)).choices.customs.rule
    panel = Panel(community, asker, services)
    parts: tuple[Part, ...] = (
        Text(Say("ways-lead-here")),
        *_allowed(rule, services),
        Choice(Say("ways-ask-stays"), await _offers("stays", _STAYS, panel, holds=rule.stays)),
        Choice(Say("ways-ask-training"), await _offers("untrained", _UNTRAINED, panel, holds=rule.untrained)),
        *panel.row(panel.show(Say("button-allow"), "setup", "allowhere")),
    )
    return Reply(parts, card=f"ways:{community}")


async def _offers(name: str, actions: Mapping[bool, str], panel: Panel, *, holds: bool) -> tuple[Button, ...]:
    return tuple(
        [
            await panel.offer(
                Say(f"ways-{name}-{'on' if on else 'off'}"),
                "setup",
                action,
                Style.MAIN if on is holds else Style.QUIET,
            )
            for on, action in actions.items()
        ]
    )


async def _press_theirs(changed: Changed, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    community = CommunityId(pressed.subject)
    await choose_customs(asker.viewer, community, asker.surface, ruled=changed, store=services.store)
    return await _theirs(community, asker, services)


async def press_allow_here(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask which ways may be used in a community. Raises NotAllowed("not_admin")."""
    community = CommunityId(pressed.subject)
    async with services.store.read() as reads:
        rule = (await reads.community(asker.viewer, community, asker.surface)).choices.customs.rule
    press = await services.presses.offer("allowed", community, asker)
    return Reply((Form(Say("ways-form"), press, _fields(rule, services)),))


async def press_allowed(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take which ways may be used in a community. Raises BadInput("no_way_left")."""
    return await _press_theirs(partial(_picked, pressed.form or {}, services), pressed, asker, services)


async def _theirs_as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    try:
        return await _theirs(CommunityId(subject), asker, services)
    except HushreelError:
        return None


def _stay(on: bool, before: Rule) -> Rule:  # noqa: FBT001 - bound by partial
    return replace(before, stays=on)


def _untrain(on: bool, before: Rule) -> Rule:  # noqa: FBT001 - bound by partial
    return replace(before, untrained=on)


def _here(action: str, changed: Changed) -> Press:
    handle = partial(_press_theirs, changed)
    return Press(action, handle, changes=True, as_it_is=_theirs_as_it_is, of_community=True)


_ON = {"on": True, "off": False}
COMMANDS = ()
PRESSES = (
    Press("ways", press_ways),
    *(Press(f"stays_{name}", partial(_press_own, partial(_stay, on))) for name, on in _ON.items()),
    *(Press(f"untrained_{name}", partial(_press_own, partial(_untrain, on))) for name, on in _ON.items()),
    Press("allow", press_allow, opens=Opens.FORM),
    Press("disagree", press_disagree, changes=True, as_it_is=_own_as_it_is),
    Press("wayshere", press_ways_here, as_it_is=_theirs_as_it_is, of_community=True),
    *(_here(action, partial(_stay, on)) for on, action in _STAYS.items()),
    *(_here(action, partial(_untrain, on)) for on, action in _UNTRAINED.items()),
    Press("allowhere", press_allow_here, opens=Opens.FORM, as_it_is=_theirs_as_it_is, of_community=True),
    Press("allowed", press_allowed, changes=True, as_it_is=_theirs_as_it_is, of_community=True),
)
