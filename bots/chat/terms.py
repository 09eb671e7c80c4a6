"""/setup, its part about publishing: moderation, the web, how much a day, and the community's rules."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.command import Asker, Opens
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Button, Choice, Form, FormField, Part, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import HushreelError
from core.hosting.choose import choose_publishing, look
from core.people import CommunityId
from core.publications import RULES_LONGEST, Publishing

QUOTAS = {1: "quota1", 3: "quota3", 5: "quota5", 10: "quota10"}
"""How many videos one person may publish in 24 hours, by the press that chooses it."""

_MODERATED = {True: "modson", False: "modsoff"}
_WORLD = {False: "weboff", True: "webon"}

Changed = Callable[[Publishing], Publishing]


async def press_terms(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show what holds for publishing, to whom may choose it."""
    return await _card(CommunityId(pressed.subject), asker, services)


async def _as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    try:
        return await _card(CommunityId(subject), asker, services)
    except HushreelError:
        return None


async def _card(community: CommunityId, asker: Asker, services: Services) -> Reply:
    """Draw the card. Raises NotFound("community_not_found"), NotAllowed("not_admin")."""
    await look(asker.viewer, community, asker.surface, store=services.store)
    async with services.store.read() as reads:
        chosen = await reads.publishing(asker.viewer, community, asker.surface)
    panel = Panel(community, asker, services)
    world = (await _world(chosen, panel),) if services.links else ()
    parts: tuple[Part, ...] = (
        Text(Say("terms-lead")),
        *_rules(chosen),
        await _moderated(chosen, panel),
        *world,
        await _quota(chosen, panel),
        *panel.row(panel.show(Say("button-rules"), "setup", "setrules")),
    )
    return Reply(parts, card=f"terms:{community}")


def _rules(chosen: Publishing) -> tuple[Text, ...]:
    lines = [line.strip() for line in chosen.rules.splitlines() if line.strip()]
    if not lines:
        return (Text(Say("terms-rules-none")),)
    return (Text(Say("terms-rules")), *(Text(Say("publish-rule", {"rule": line})) for line in lines))


async def _moderated(chosen: Publishing, panel: Panel) -> Choice:
    labels = {True: "terms-moderated", False: "terms-unmoderated"}
    options = [
        await _offer(Say(labels[on]), action, panel, holds=on is chosen.moderated) for on, action in _MODERATED.items()
    ]
    return Choice(Say("terms-ask-moderated"), tuple(options))


async def _world(chosen: Publishing, panel: Panel) -> Choice:
    labels = {True: "terms-world", False: "terms-members"}
    options = [await _offer(Say(labels[on]), action, panel, holds=on is chosen.world) for on, action in _WORLD.items()]
    return Choice(Say("terms-ask-world"), tuple(options))


async def _quota(chosen: Publishing, panel: Panel) -> Choice:
    options = [
        await _offer(Say("terms-quota", {"count": count}), action, panel, holds=count == chosen.quota)
        for count, action in QUOTAS.items()
    ]
    return Choice(Say("terms-ask-quota"), tuple(options))


async def _offer(label: Say, action: str, panel: Panel, *, holds: bool) -> Button:
    return await panel.offer(label, "setup", action, Style.MAIN if holds else Style.QUIET)


async def press_rules(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for the rules. Raises NotAllowed("not_admin")."""
    community = CommunityId(pressed.subject)
    async with services.store.read() as reads:
        await reads.community(asker.viewer, community, asker.surface)
        chosen = await reads.publishing(asker.viewer, community, asker.surface)
    press = await services.presses.offer("rules", community, asker)
    field = FormField("rules", Say("terms-form-rules"), RULES_LONGEST, chosen.rules, required=False, many_lines=True)
    return Reply((Form(Say("terms-form"), press, (field,)),))


async def press_written(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the rules that were typed."""
    typed = unicodedata.normalize("NFC", (pressed.form or {}).get("rules", "")).strip()
    return await _change(lambda before: replace(before, rules=typed), pressed, asker, services)


async def _change(changed: Changed, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    community = CommunityId(pressed.subject)
    await choose_publishing(asker.viewer, community, asker.surface, changed, store=services.store)
    return await _card(community, asker, services)


def _moderation(on: bool, before: Publishing) -> Publishing:  # noqa: FBT001 - bound by partial
    return replace(before, moderated=on)


def _web(on: bool, before: Publishing) -> Publishing:  # noqa: FBT001 - bound by partial
    return replace(before, world=on)


def _quota_of(count: int, before: Publishing) -> Publishing:
    return replace(before, quota=count)


def _changing(action: str, changed: Changed) -> Press:
    return Press(action, partial(_change, changed), changes=True, as_it_is=_as_it_is, of_community=True)


COMMANDS = ()
PRESSES = (
    Press("terms", press_terms, as_it_is=_as_it_is, of_community=True),
    Press("setrules", press_rules, opens=Opens.FORM, as_it_is=_as_it_is, of_community=True),
    Press("rules", press_written, changes=True, as_it_is=_as_it_is, of_community=True),
    *(_changing(action, partial(_moderation, on)) for on, action in _MODERATED.items()),
    *(_changing(action, partial(_web, on)) for on, action in _WORLD.items()),
    *(_changing(action, partial(_quota_of, count)) for count, action in QUOTAS.items()),
)
