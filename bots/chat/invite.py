"""Invitations: a line that lets whoever has it ask to see a video, and the owner's answer, which alone opens it."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.cards import card_of, name
from bots.chat.command import Asker
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Choice, Link, Part, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import CommandName, PersonName, Say, Value, When
from core.errors import NotFound
from core.knocks import KNOCKED, KNOCKS_MOST, TURNED_AWAY, Knock, KnockId, Met, written
from core.records import VideoView
from core.sharing.knock import ask_in, invite, let_in, turn_away, uninvite

KINDS = frozenset({KNOCKED, TURNED_AWAY})
"""Kinds of outbox rows that `notice` tells."""

_DAY_MS = 86_400_000
_UNTIL: dict[str, int | None] = {"letin_1d": 1, "letin_7d": 7, "letin_on": None}
"""Buttons that let somebody in, for so many days or until their owner stops it, by their actions."""


async def inviting(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer the invitation to a video on its owner's card of sharing: to make one, or to end it, and who waits."""
    async with services.store.read() as reads:
        invitation = await reads.invitation(asker.viewer, view.video.id)
        waiting = await reads.knocks(asker.viewer, view.video.id)
    panel = Panel(view.video.id, asker, services)
    make = await panel.offer(Say("button-invite" if invitation is None else "button-invite-anew"), "share", "invite")
    buttons, told = [make], list[Part]()
    if invitation is not None or waiting:
        buttons.append(await panel.offer(Say("button-uninvite"), "share", "uninvite"))
    if invitation is not None:
        told.append(Text(Say("invite-open", {"until": When(invitation.until_ms), "used": invitation.used})))
    asks = tuple(Panel(one.id, asker, services).show(_asks(one), "share", "knock") for one in waiting[:KNOCKS_MOST])
    return (*told, *((Choice(Say("invite-waiting"), asks),) if asks else ()), *panel.row(*buttons))


def _asks(one: Knock) -> Say:
    return Say("invite-asks", _named(one))


def _named(one: Knock) -> dict[str, Value | Say]:
    """Name who asks: what their platform called them, and which platform that is."""
    person = PersonName(one.name) if one.name else Say("invite-nameless")
    return {"person": person, "platform": Say(f"platform-{one.platform.value}")}


async def made(view: VideoView, asker: Asker, services: Services) -> Sequence[Part]:
    """Make an invitation, and say how to pass it on: it is shown this once. Raises as core's `invite` does."""
    token, invitation = await invite(asker.viewer, view.video.id, asker.surface, store=services.store, ids=services.ids)
    values: dict[str, Value | Say] = {"video": name(view), "until": When(invitation.until_ms), "most": KNOCKS_MOST}
    line = Text(Say("invite-line", {"command": CommandName("videos"), "line": written(token)}))
    page = (Link(Say("invite-page"), f"/v/{written(token)}"),) if services.links else ()
    return (Text(Say("invite-made", values)), line, *page, Text(Say("invite-means")))


async def ended(view: VideoView, asker: Asker, services: Services) -> Sequence[Part]:
    """End the invitation, and say so."""
    was = await uninvite(asker.viewer, view.video.id, asker.surface, store=services.store)
    return (Text(Say("invite-ended" if was else "invite-none")),)


async def used(token: str, asker: Asker, services: Services) -> Reply:
    """Ask by an invitation. Nothing of the video is told before its owner's answer."""
    met, video = await ask_in(token, asker.identity, asker.name, store=services.store)
    if met is Met.OPEN and video is not None:
        return await card_of(video, asker, services)
    me = PersonName(asker.name) if asker.name else Say("invite-nameless")
    return Reply((Text(Say(f"invite-{met.value}", {"person": me} if met is Met.ASKED else {})),))


async def notice(kind: str, subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Tell an owner who asks, or somebody that it is not now; None for what was answered already."""
    if kind == TURNED_AWAY:
        return Reply((Text(Say("invite-closed")),))
    return await _knock(KnockId(subject), asker, services)


async def _knock(knock: KnockId, asker: Asker, services: Services) -> Reply | None:
    async with services.store.read() as reads:
        found = await reads.knock(asker.viewer, knock)
        view = await reads.video(asker.viewer, found.video, asker.surface) if found else None
    if found is None or view is None:
        return None
    panel = Panel(knock, asker, services)
    yes = [await panel.offer(Say(f"button-{action}"), "share", action) for action in _UNTIL]
    no = await panel.offer(Say("button-turn-away"), "share", "turnaway", Style.QUIET)
    return Reply(
        (
            Text(Say("invite-knock", _named(found) | {"video": name(view)})),
            Text(Say("invite-knock-warning")),
            Choice(Say("invite-let-in"), tuple(yes)),
            *panel.row(no),
        ),
        card=f"knock:{knock}",
    )


async def press_knock(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show who asks. Raises NotFound("knock_over")."""
    found = await _knock(KnockId(pressed.subject), asker, services)
    if found is None:
        raise NotFound("knock_over")
    return found


async def _press_let_in(days: int | None, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Let somebody who asked see the video."""
    until_ms = None if days is None else services.clock.now_ms() + days * _DAY_MS
    knock = KnockId(pressed.subject)
    found = await let_in(
        asker.viewer,
        knock,
        until_ms,
        asker.surface,
        giver=asker.name,
        store=services.store,
        clock=services.clock,
    )
    until = Say("share-open") if until_ms is None else Say("share-dated", {"when": When(until_ms)})
    return await _answered("invite-let-in-done", found, asker, services, until=until)


async def press_turn_away(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Say no, without a reason."""
    found = await turn_away(asker.viewer, KnockId(pressed.subject), asker.surface, store=services.store)
    return await _answered("invite-turned-away", found, asker, services)


async def _answered(key: str, found: Knock, asker: Asker, services: Services, **more: Value | Say) -> Reply:
    """Say what was answered, and lead to all with whom the video is shared."""
    back = Panel(found.video, asker, services).show(Say("button-share"), "share", "share")
    row = Panel(found.video, asker, services).row(back)
    return Reply((Text(Say(key, _named(found) | more)), *row), card=f"knock:{found.id}")


async def _as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Show who still waits."""
    return await _knock(KnockId(subject), asker, services)


COMMANDS = ()
PRESSES = (
    Press("knock", press_knock),
    *(Press(one, partial(_press_let_in, days), changes=True, as_it_is=_as_it_is) for one, days in _UNTIL.items()),
    Press("turnaway", press_turn_away, changes=True, as_it_is=_as_it_is),
)
