"""/connect and /unlink: two accounts of one human become one person, and two again."""

from dataclasses import dataclass
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.command import Asker, Command, asked
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import CommandName, PersonName, Say, When
from core.errors import NotAllowed, NotFound
from core.linking.codes import LENGTH
from core.linking.connect import TYPED_WITHIN_MS, give_code, standing, type_code
from core.linking.decide import join, refuse
from core.linking.part import part
from core.pairings import Pairing, PairingId, PairingState, Told, told_by
from core.people import Platform

TYPED_LONGEST = 4 * LENGTH
"""Characters of a typed code: people put signs between its letters."""

CARD = "connect"


@dataclass(frozen=True)
class Connect:
    """Get a code, or type the one of the other side."""

    code: str | None = asked(longest=TYPED_LONGEST, default=None)


@dataclass(frozen=True)
class Unlink:
    """Part two connected accounts."""


async def answer_connect(request: Connect, asker: Asker, services: Services) -> Reply:
    """Give a code, show what is being decided, or take the other side's code. Raises NotAllowed("connect_alone")."""
    _check(services)
    if request.code is not None:
        platform, name = asker.identity.platform, asker.name
        found = await type_code(asker.viewer, platform, name, request.code, store=services.store, clock=services.clock)
        return await _waiting(found, asker, services)
    return await _standing(asker, services) or await _code(asker, services)


def _check(services: Services) -> None:
    if not services.policy.connects:
        raise NotAllowed("connect_alone")


async def _standing(asker: Asker, services: Services) -> Reply | None:
    """Show that two accounts are connected, or what waits to be decided; None where neither is so."""
    accounts, pairing = await standing(asker.viewer, store=services.store)
    if len(accounts) > 1:
        return _connected("connect-connected", asker, services)
    if pairing is None or pairing.state is not PairingState.ASKED:
        return None
    is_first = pairing.first.person == asker.person
    return await (_confirm if is_first else _waiting)(pairing, asker, services)


async def _code(asker: Asker, services: Services) -> Reply:
    code = await give_code(
        asker.viewer,
        asker.identity.platform,
        asker.name,
        store=services.store,
        clock=services.clock,
        ids=services.ids,
    )
    others = tuple(
        _platform(Platform(one)) for one in services.policy.platforms if one != asker.identity.platform.value
    )
    return Reply(
        (
            Text(Say("connect-code", {"code": code, "within_ms": TYPED_WITHIN_MS})),
            Text(Say("connect-code-where", {"platforms": others, "code": code})),
            Text(Say("connect-code-warning")),
        ),
        card=CARD,
    )


async def _confirm(pairing: Pairing, asker: Asker, services: Services) -> Reply:
    """Name who typed the code, and ask."""
    panel = Panel(pairing.id, asker, services)
    left_ms = pairing.until_ms - services.clock.now_ms()
    join_them = await panel.offer(Say("button-join"), "connect", "join", Style.DANGER, for_ms=left_ms)
    not_me = await panel.offer(Say("button-not-me"), "connect", "notme", Style.MAIN, for_ms=left_ms)
    return Reply(
        (
            Text(Say("connect-confirm", _named(pairing, asker))),
            Text(Say("connect-confirm-means")),
            Text(Say("connect-confirm-warning", {"until": When(pairing.until_ms)})),
            *panel.row(not_me, join_them),
        ),
        card=CARD,
    )


async def _waiting(pairing: Pairing, asker: Asker, services: Services) -> Reply:
    """Say who is asked now, and what it would mean."""
    panel = Panel(pairing.id, asker, services)
    left_ms = pairing.until_ms - services.clock.now_ms()
    stop = await panel.offer(Say("button-stop-joining"), "connect", "notme", for_ms=left_ms)
    return Reply(
        (
            Text(Say("connect-waiting", _named(pairing, asker) | {"until": When(pairing.until_ms)})),
            Text(Say("connect-waiting-means")),
            *panel.row(stop),
        ),
        card=CARD,
    )


def _named(pairing: Pairing, asker: Asker) -> dict[str, PersonName | Say]:
    """Name the other side of a pairing: account and platform."""
    other = pairing.second if pairing.first.person == asker.person and pairing.second else pairing.first
    return {"account": PersonName(other.name), "platform": _platform(other.platform)}


def _platform(platform: Platform) -> Say:
    return Say(f"platform-{platform.value}")


def _connected(lead: str, asker: Asker, services: Services) -> Reply:
    panel = Panel(asker.person, asker, services)
    undo = panel.show(Say("button-unlink"), "unlink", "unlink")
    return Reply((Text(Say(lead)), Text(Say("connect-connected-means")), *panel.row(undo)), card=CARD)


async def press_join(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Join the account that typed the code."""
    second = await join(asker.viewer, PairingId(pressed.subject), store=services.store, clock=services.clock)
    services.presses.forget_all(second.person)
    return _connected("connect-joined", asker, services)


async def press_not_me(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Refuse, or stop one's own asking."""
    await refuse(asker.viewer, PairingId(pressed.subject), store=services.store)
    return Reply((Text(Say("connect-refused")),), card=CARD)


async def _as_it_is(_subject: UUID, asker: Asker, services: Services) -> Reply:
    """Show how it is now, without a new code."""
    return await _standing(asker, services) or Reply((Text(Say("connect-nothing")),), card=CARD)


async def press_standing(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show how it is now, from a button."""
    return await _as_it_is(asker.person, asker, services)


async def answer_unlink(request: Unlink, asker: Asker, services: Services) -> Reply:
    """Say what going apart means, and ask once. Raises NotFound("not_connected")."""
    del request
    accounts, _ = await standing(asker.viewer, store=services.store)
    if len(accounts) < 2:  # noqa: PLR2004 - one account has nothing to part from
        raise NotFound("not_connected")
    panel = Panel(asker.person, asker, services)
    undo = await panel.offer(Say("button-part"), "unlink", "part", Style.DANGER)
    keep = panel.show(Say("button-stay"), "connect", "standing")
    names = tuple(_platform(one.identity.platform) for one in accounts)
    return Reply(
        (Text(Say("unlink-confirm", {"platforms": names})), Text(Say("unlink-means")), *panel.row(undo, keep)),
        card=CARD,
    )


async def press_unlink(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask once, from a button."""
    return await answer_unlink(Unlink(), asker, services)


async def press_part(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Part the two accounts."""
    for side in await part(asker.viewer, asker.identity.platform, store=services.store):
        services.presses.forget_all(side.person)
    return Reply((Text(Say("unlink-done", {"command": CommandName("videos")})),), card=CARD)


async def notice(kind: str, subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Tell one side what the other did; None for what is past, or no notice of this kind."""
    found = told_by(kind)
    if found is None:
        return None
    told, other = found
    if told is Told.ASKED:
        _, pairing = await standing(asker.viewer, store=services.store)
        is_open = pairing is not None and pairing.id == subject and pairing.state is PairingState.ASKED
        return await _confirm(pairing, asker, services) if pairing and is_open else None
    said = Text(Say(f"connect-told-{told.value}", {"platform": _platform(other)}))
    if told is not Told.JOINED:
        return Reply((said,))
    return Reply((said, *_connected("connect-connected", asker, services).parts[1:]))


def parted() -> Reply:
    """Stand in a chat where a card showed a video of the other side, after the two went apart."""
    return Reply((Text(Say("unlink-card")),))


COMMANDS = (
    Command("connect", Connect, answer_connect, for_accounts=True),
    Command("unlink", Unlink, answer_unlink, for_accounts=True),
)
PRESSES = (
    Press("join", press_join, changes=True, as_it_is=_as_it_is),
    Press("notme", press_not_me, changes=True, as_it_is=_as_it_is),
    Press("standing", press_standing),
    Press("unlink", press_unlink),
    Press("part", press_part, changes=True, as_it_is=_as_it_is),
)
