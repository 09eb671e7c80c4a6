"""/publish: asking a community to show a video: a draft's words and choices, the preview, and sending it."""

import re
import unicodedata
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from bots.chat.command import Asker, Command, Opens, VideoRef, asked
from bots.chat.library import UNTIL_LONGEST
from bots.chat.moments import moment
from bots.chat.presses import OneChange, Press, Pressed
from bots.chat.proposal import AUDIENCES, DAY_MS, DAYS, WHO, elsewhere
from bots.chat.publication import as_it_is, card, key
from bots.chat.publications import Own, own, said_of
from bots.chat.refs import find
from bots.chat.reply import Form, FormField, Reply, Text
from bots.chat.services import Services
from bots.chat.told import sorry
from bots.texts.say import Say
from core.errors import BadInput, LimitReached, NotAllowed, NotFound
from core.publications import (
    CREDIT_LONGEST,
    DESCRIPTION_LONGEST,
    SAID_LONGEST,
    TAG_LONGEST,
    TAGS_MOST,
    Caption,
    Proposal,
)
from core.publishing.propose import Proposing
from core.records import VideoView
from core.videos import TITLE_LONGEST, Audience, Portrayed, PublicationId, Showing, VideoId, Words, title_for_owner

TAGS_LONGEST = TAGS_MOST * (TAG_LONGEST + 2)
_BETWEEN_TAGS = re.compile(r"[,;\n\uff0c\u3001\uff1b]")
_BEGINS = frozenset({Showing.DRAFT, Showing.WITHDRAWN, Showing.EXPIRED})
"""States from which the command goes on with a draft; in every other one it shows how it stands."""

Changed = Callable[[Proposal], Proposal]


@dataclass(frozen=True)
class Publish:
    """Ask a community to show a video."""

    video: VideoRef = asked()


async def answer_publish(request: Publish, asker: Asker, services: Services) -> Reply:
    """Show the draft's card, or how the video stands here already."""
    return await _begin(await find(request.video, asker, services), asker, services)


async def press_publish(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Do the same from a button."""
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, VideoId(pressed.subject), asker.surface)
    if view is None or view.video.owner != asker.person:
        raise NotFound("video_not_found")
    return await _begin(view, asker, services)


async def _begin(video: VideoView, asker: Asker, services: Services) -> Reply:
    if asker.community is None:
        return Reply((elsewhere(video.video.number),))
    async with services.store.read() as reads:
        found = await reads.publication_of(asker.viewer, video.video.id, asker.community)
    if found is None or found.publication.state in _BEGINS:
        found = await _proposing(services).begin(asker.viewer, video.video.id, asker.community, asker.surface)
    return await card(found.publication.id, asker, services)


def _proposing(services: Services) -> Proposing:
    return Proposing(services.store, services.clock, services.ids)


async def pressed_on(pressed: Pressed, asker: Asker, services: Services) -> tuple[Own, Services]:
    """Give the asker's own publication that a press is about, and the services for a change of that revision alone.

    Raises NotFound("publication_not_found").
    """
    found = await own(PublicationId(pressed.subject), asker, services)
    if found is None:
        raise NotFound("publication_not_found")
    store = services.store
    if isinstance(store, OneChange):
        store = store.of(found.view.publication.revision)
    return found, replace(services, store=store)


async def _change(changed: Changed, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Keep another proposal, and draw the draft's card with it."""
    found, bound = await pressed_on(pressed, asker, services)
    named = found.view.publication
    await _proposing(bound).change(asker.viewer, named.id, named.revision, asker.surface, changed)
    return await card(named.id, asker, services)


async def press_words(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for the words: what is filled in is what the draft says so far, and a title that its owner typed."""
    found, _ = await pressed_on(pressed, asker, services)
    named, caption = found.view.publication, found.view.revision.proposal.caption
    press = await services.presses.offer("pubwrite", named.id, asker, revision=named.revision)
    title, tags = caption.title or _typed(found.video), ", ".join(caption.tags)
    said = Say("publish-form-description")
    fields = (
        FormField("title", Say("publish-form-title"), TITLE_LONGEST, title, required=False),
        FormField("description", said, DESCRIPTION_LONGEST, caption.description, required=False, many_lines=True),
        FormField("tags", Say("publish-form-tags", {"most": TAGS_MOST}), TAGS_LONGEST, tags, required=False),
        FormField("credit", Say("publish-form-credit"), CREDIT_LONGEST, caption.credit, required=False),
        FormField("said", Say("publish-form-said"), SAID_LONGEST, caption.said, required=False, many_lines=True),
    )
    return Reply((Form(Say("publish-form", said_of(found)), press, fields),))


def _typed(video: VideoView) -> str:
    """Give a title that its owner typed; the first words of the prompt are none."""
    return "" if video.title == title_for_owner(Words(prompt=video.prompt)) else video.title


async def press_write(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the words that were typed."""
    caption = caption_of(pressed.form or {})
    return await _change(lambda before: replace(before, caption=caption), pressed, asker, services)


def caption_of(form: Mapping[str, str]) -> Caption:
    """Read the words of a form: each in one line, tags between commas, without doubles and number signs."""
    tags = (_line(one).lstrip("#\uff03").strip() for one in _BETWEEN_TAGS.split(form.get("tags", "")))
    return Caption(
        _line(form.get("title", "")),
        unicodedata.normalize("NFC", form.get("description", "")).strip(),
        tuple(dict.fromkeys(one for one in tags if one)),
        _line(form.get("credit", "")),
        unicodedata.normalize("NFC", form.get("said", "")).strip(),
    )


def _line(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


async def press_named(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show it under a name: the one that was typed, else what their platform calls them."""
    name = _line(asker.name)[:CREDIT_LONGEST]
    return await _change(partial(_credited, name), pressed, asker, services)


async def press_anonymous(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show it under no name."""

    def changed(before: Proposal) -> Proposal:
        return replace(before, caption=replace(before.caption, credit=""))

    return await _change(changed, pressed, asker, services)


def _credited(name: str, before: Proposal) -> Proposal:
    return replace(before, caption=replace(before.caption, credit=before.caption.credit or name))


async def press_days(days: int, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Have it shown for so many days from now."""
    until_ms = services.clock.now_ms() + days * DAY_MS
    return await _change(lambda before: replace(before, until_ms=until_ms), pressed, asker, services)


async def press_date(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask until when it shall be shown."""
    found, _ = await pressed_on(pressed, asker, services)
    named = found.view.publication
    press = await services.presses.offer("pubuntil", named.id, asker, revision=named.revision)
    field = FormField("until", Say("enddate-until"), UNTIL_LONGEST)
    return Reply((Form(Say("publish-form-until", said_of(found)), press, (field,)),))


async def press_until(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the date that was typed."""
    typed = (pressed.form or {}).get("until", "")
    until_ms = moment(typed, services.clock.now_ms(), asker.preferences.time_zone, asker.language)
    return await _change(lambda before: replace(before, until_ms=until_ms), pressed, asker, services)


async def press_send(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Send it to the moderators, or show it where nobody moderates; what stands in the way is said above the card."""
    found, bound = await pressed_on(pressed, asker, services)
    named = found.view.publication
    try:
        await _proposing(bound).send(asker.viewer, named.id, named.revision, asker.surface)
    except (BadInput, LimitReached, NotAllowed) as refused:
        drawn = await card(named.id, asker, services)
        return replace(drawn, parts=(*sorry(refused).parts, *drawn.parts))
    return await card(named.id, asker, services)


async def press_again(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Begin another draft out of what was declined, is over, was taken back, or is shown."""
    found, bound = await pressed_on(pressed, asker, services)
    named = found.view.publication
    await _proposing(bound).begin(asker.viewer, named.video, named.community, asker.surface)
    return await card(named.id, asker, services)


async def press_open(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show how a publication stands."""
    return await card(PublicationId(pressed.subject), asker, services)


async def press_stop(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Leave a draft as it is: nobody else sees anything of it."""
    found, _ = await pressed_on(pressed, asker, services)
    if found.view.publication.state is not Showing.DRAFT:
        return await card(found.view.publication.id, asker, services)
    return Reply((Text(Say("publish-stopped", said_of(found))),), card=key(found.view.publication.id))


def _changing(action: str, handle: Callable[..., Awaitable[Reply]]) -> Press:
    return Press(action, handle, changes=True, as_it_is=as_it_is, of_publication=True)


def _showing(action: str, handle: Callable[..., Awaitable[Reply]], opens: Opens = Opens.WORK) -> Press:
    return Press(action, handle, opens=opens, as_it_is=as_it_is, of_publication=True)


def _in_it(portrayed: Portrayed, before: Proposal) -> Proposal:
    return replace(before, portrayed=portrayed)


def _for_whom(audience: Audience, before: Proposal) -> Proposal:
    return replace(before, audience=audience)


COMMANDS = (Command("publish", Publish, answer_publish),)
PRESSES = (
    Press("publish", press_publish),
    _showing("pubopen", press_open),
    _showing("pubstop", press_stop),
    _showing("pubwords", press_words, Opens.FORM),
    _showing("pubdate", press_date, Opens.FORM),
    _changing("pubwrite", press_write),
    _changing("pubuntil", press_until),
    _changing("pubname", press_named),
    _changing("pubanon", press_anonymous),
    *(_changing(action, partial(_change, partial(_in_it, one))) for one, action in WHO.items()),
    *(_changing(action, partial(_change, partial(_for_whom, one))) for one, action in AUDIENCES.items()),
    *(_changing(action, partial(press_days, days)) for action, days in DAYS.items()),
    _changing("pubsend", press_send),
    _changing("pubagain", press_again),
)
