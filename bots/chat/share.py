"""/share and /unshare: an owner lets chosen people see a video, and ends that."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.cards import name
from bots.chat.command import Asker, Command, PersonRef, VideoRef, asked
from bots.chat.invite import ended, inviting, made
from bots.chat.moments import moment
from bots.chat.presses import Press, Pressed
from bots.chat.refs import find
from bots.chat.reply import Button, Choice, Field, Fields, Part, Pick, PickKind, Reply, Style, Text, people_picked
from bots.chat.services import Services
from bots.chat.told import sorry
from bots.texts.say import CommandName, PersonName, Say, When
from core.errors import BadInput, LimitReached, NotFound
from core.grants import Given, Grant, GrantId, Receiver
from core.people import Identity
from core.records import VideoView
from core.sharing.share import date_sharing, share, shared_with
from core.sharing.unshare import unshare
from core.videos import VideoId

UNTIL_LONGEST = 32
PICKED_MOST = 10
_DAY_MS = 86_400_000
_DATES: dict[str, int | None] = {"share_1d": 1, "share_7d": 7, "share_on": None}
"""Buttons that say until when, in days from now, by their actions."""


@dataclass(frozen=True)
class Share:
    """Let somebody see a video."""

    video: VideoRef = asked()
    person: PersonRef | None = asked(default=None)
    until: str | None = asked(default=None, longest=UNTIL_LONGEST)


@dataclass(frozen=True)
class Unshare:
    """Stop sharing a video."""

    video: VideoRef = asked()
    person: PersonRef | None = asked(default=None)


def person(known: str) -> PersonName | Say:
    """Name somebody as their platform did, or say that no name is known."""
    return PersonName(known) if known else Say("share-nameless")


def until(until_ms: int | None) -> Say:
    """Say how long somebody may see a video, to its owner."""
    return Say("share-open") if until_ms is None else Say("share-dated", {"when": When(until_ms)})


async def answer_share(request: Share, asker: Asker, services: Services) -> Reply:
    """Share with the person that is given, set the date, or show whom it is shared with and how to change that."""
    view = await find(request.video, asker, services)
    until_ms = _moment(request.until, asker, services)
    if request.person is not None:
        told = await _share(view.video.id, [request.person], until_ms, asker, services)
        return await _card(view, asker, services, told)
    if until_ms is not None:
        await _date(view.video.id, until_ms, asker, services)
    return await _card(view, asker, services)


def _moment(typed: str | None, asker: Asker, services: Services) -> int | None:
    if typed is None:
        return None
    return moment(typed, services.clock.now_ms(), asker.preferences.time_zone, asker.language)


async def _share(
    video: VideoId, people: Sequence[PersonRef], until_ms: int | None, asker: Asker, services: Services
) -> Sequence[Text]:
    """Share, and say of each what came of it. Raises as core's `share` does."""
    receivers = [Receiver(_identity(one, asker), one.name) for one in people]
    shared = await share(
        asker.viewer,
        video,
        receivers,
        until_ms,
        asker.surface,
        giver=asker.name,
        store=services.store,
        clock=services.clock,
    )
    return [_told(receiver, given) for receiver, given in shared]


def _told(receiver: Receiver, given: Given) -> Text:
    values = {"person": person(receiver.name)}
    if given is Given.UNTOLD:
        return Text(Say("share-untold", values | {"command": CommandName("videos")}))
    return Text(Say("share-told" if given is Given.TOLD else "share-again", values))


def _identity(one: PersonRef, asker: Asker) -> Identity:
    return Identity(asker.identity.platform, one.external_id)


async def _date(video: VideoId, until_ms: int | None, asker: Asker, services: Services) -> None:
    await date_sharing(asker.viewer, video, until_ms, asker.surface, store=services.store, clock=services.clock)


async def _card(view: VideoView, asker: Asker, services: Services, told: Sequence[Part] = ()) -> Reply:
    """Say whom a video is shared with, and offer what can be changed."""
    video, panel = view.video.id, Panel(view.video.id, asker, services)
    found = await shared_with(asker.viewer, video, store=services.store)
    lead = Text(Say("share-people" if found else "share-nobody", {"video": name(view)}))
    press = await services.presses.offer("shareto", video, asker)
    pick = Pick(Say("share-pick"), press, PickKind.RECEIVERS, most=PICKED_MOST)
    back = panel.show(Say("button-back-to-video"), "videos", "videos")
    invited = await inviting(view, asker, services)
    if not found:
        return Reply((*told, lead, pick, *invited, *panel.row(back)), card=key_of(video))
    fields = Fields(tuple(Field(Say("share-person", {"person": person(one.name)}), _until(one)) for one in found))
    dates = [await panel.offer(Say(f"button-{action}"), "share", action) for action in _DATES]
    stop = await panel.offer(Say("button-unshare"), "unshare", "unshare", Style.DANGER)
    saw = panel.show(Say("button-whosaw"), "whosaw", "whosaw")
    return Reply(
        (
            *told,
            lead,
            fields,
            *_ends_first(view, found),
            pick,
            *invited,
            Choice(Say("share-until-lead"), tuple(dates)),
            Choice(Say("share-stop-lead"), tuple([await _stop(one, asker, services) for one in found])),
            *panel.row(stop, saw, back),
        ),
        card=key_of(video),
    )


async def _stop(one: Grant, asker: Asker, services: Services) -> Button:
    panel = Panel(one.id, asker, services)
    return await panel.offer(Say("share-person", {"person": person(one.name)}), "unshare", "unshare1")


def _until(one: Grant) -> Say:
    return Say("share-waits", {"until": until(one.until_ms)}) if one.waits else until(one.until_ms)


def _ends_first(view: VideoView, found: Sequence[Grant]) -> tuple[Text, ...]:
    """Say that the video goes before a date up to which it is shared."""
    ends_at_ms = view.video.ends_at_ms
    if all(one.until_ms is not None and one.until_ms <= ends_at_ms for one in found):
        return ()
    return (Text(Say("share-ends-first", {"when": When(ends_at_ms)})),)


def key_of(video: VideoId) -> str:
    """Give a key of its own: the video's card is redrawn for itself whenever something changes."""
    return f"share:{video}"


async def own_view(video: VideoId, asker: Asker, services: Services) -> VideoView:
    """Give the asker's own video. Raises NotFound("video_not_found")."""
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, video, asker.surface)
    if view is None or view.video.owner != asker.person:
        raise NotFound("video_not_found")
    return view


async def press_share(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show whom a video is shared with."""
    return await _card(await own_view(VideoId(pressed.subject), asker, services), asker, services)


async def press_share_with(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Share with those who were picked; what can't be done is said above the card as it is then."""
    view = await own_view(VideoId(pressed.subject), asker, services)
    people = [PersonRef(one, known) for one, known in people_picked(pressed.form or {})]
    try:
        told: Sequence[Part] = await _share(view.video.id, people, None, asker, services)
    except (BadInput, LimitReached) as refused:
        told = sorry(refused).parts
    return await _card(view, asker, services, told)


async def press_invite(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Make an invitation, and show it in the place of the card; what stands in the way is said above that."""
    view = await own_view(VideoId(pressed.subject), asker, services)
    try:
        told = await made(view, asker, services)
    except BadInput as refused:
        return await _card(view, asker, services, sorry(refused).parts)
    panel = Panel(view.video.id, asker, services)
    return Reply((*told, *panel.row(panel.show(Say("button-share"), "share", "share"))), card=key_of(view.video.id))


async def press_uninvite(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """End the invitation to a video, and forget who waits for an answer."""
    view = await own_view(VideoId(pressed.subject), asker, services)
    return await _card(view, asker, services, await ended(view, asker, services))


async def _press_date(days: int | None, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Set when all sharing of a video ends."""
    view = await own_view(VideoId(pressed.subject), asker, services)
    await _date(view.video.id, None if days is None else services.clock.now_ms() + days * _DAY_MS, asker, services)
    return await _card(view, asker, services)


async def answer_unshare(request: Unshare, asker: Asker, services: Services) -> Reply:
    """Stop sharing with one person or with all, at once."""
    view = await find(request.video, asker, services)
    only = None
    if request.person is not None:
        async with services.store.read() as reads:
            only = await reads.grant_for(asker.viewer, view.video.id, _identity(request.person, asker))
        if only is None:
            raise NotFound("share_not_with")
    return await _stopped(view, only, asker, services)


async def _stopped(view: VideoView, only: GrantId | None, asker: Asker, services: Services) -> Reply:
    ended = await unshare(asker.viewer, view.video.id, asker.surface, only=only, store=services.store)
    told = Text(Say("unshare-done", {"count": ended}) if ended else Say("unshare-none"))
    return await _card(view, asker, services, (told,))


async def press_unshare(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Stop sharing a video with everybody."""
    return await _stopped(await own_view(VideoId(pressed.subject), asker, services), None, asker, services)


async def press_unshare_one(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Stop sharing with one person: the button names the grant."""
    grant = GrantId(pressed.subject)
    async with services.store.read() as reads:
        video = await reads.shared_by(asker.viewer, grant)
    if video is None:
        raise NotFound("share_not_with")
    return await _stopped(await own_view(video, asker, services), grant, asker, services)


async def _as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Show how it is now, by the video or by a grant of it."""
    async with services.store.read() as reads:
        video = await reads.shared_by(asker.viewer, GrantId(subject)) or VideoId(subject)
    try:
        return await press_share(Pressed(video), asker, services)
    except NotFound:
        return None


COMMANDS = (
    Command("share", Share, answer_share),
    Command("unshare", Unshare, answer_unshare),
)
PRESSES = (
    Press("share", press_share),
    Press("shareto", press_share_with, changes=True, as_it_is=_as_it_is, picks=PickKind.RECEIVERS),
    Press("invite", press_invite, changes=True, as_it_is=_as_it_is),
    Press("uninvite", press_uninvite, changes=True, as_it_is=_as_it_is),
    *(Press(action, partial(_press_date, days), changes=True, as_it_is=_as_it_is) for action, days in _DATES.items()),
    Press("unshare", press_unshare, changes=True, as_it_is=_as_it_is),
    Press("unshare1", press_unshare_one, changes=True, as_it_is=_as_it_is),
)
