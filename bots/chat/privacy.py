"""/privacy and questions in plain words: the asker's own facts in, answers with their clauses out."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from bots.chat.buttons import Panel
from bots.chat.cards import name
from bots.chat.command import Asker, Command, VideoRef, asked
from bots.chat.facts import account_facts, publicity, video_facts, video_meant
from bots.chat.papers import path_of
from bots.chat.presses import Press, Pressed
from bots.chat.publications import called
from bots.chat.quoted import sources_of
from bots.chat.refs import find_in
from bots.chat.reply import Choice, Link, Part, Reply, Text
from bots.chat.services import Services
from bots.chat.shared import shared_privacy
from bots.chat.talks import Talked
from bots.texts.say import CommandName, Say, When
from core.chats import Posted
from core.errors import BadInput, NotAllowed, NotFound
from core.exports import Export
from core.gate import Action, Surface
from core.grants import Shares
from core.oversight import held_since_restore
from core.ports import Reads
from core.publications import PublicationView
from core.records import VideoView
from core.submissions import Submission
from core.videos import VideoId
from knowledge.answers import Answer, account_answer, answer, five_answers, forgotten
from knowledge.before import means_another_video, wants_forgotten
from knowledge.clauses import OURS
from knowledge.facts import AccountFacts, VideoFacts
from knowledge.routes import routes
from knowledge.topics import Heard, hear

QUESTION_LONGEST = 1_000
_QUESTION_NAMES = re.compile(r"^([1-5]) ([^:\uff1a\n]{1,40}[:\uff1a])", re.MULTILINE)
"""The five questions by name, at the start of their lines."""

OFFERED = 3
"""How many other videos an answer offers to be asked about."""


@dataclass(frozen=True)
class Privacy:
    """Ask the five questions about a video, or about everything one has here."""

    video: VideoRef | None = asked(default=None)


@dataclass(frozen=True)
class Ask:
    """Ask in plain words."""

    question: str = asked(longest=QUESTION_LONGEST)


async def answer_privacy(request: Privacy, asker: Asker, services: Services) -> Reply:
    """Give the five answers, each with its clauses."""
    if request.video:
        async with services.store.read() as reads:
            known = await _known(await find_in(request.video, asker, reads), asker, reads)
        return await _five(known, asker, services)
    async with services.store.read() as reads:
        account = await account_facts(asker.viewer, reads, tidy=asker.preferences.tidy)
        newest = await reads.videos(asker.viewer, limit=OFFERED)
        told = [one for one in newest if await _may_tell(one, asker, reads)]
        archive = await reads.export(asker.viewer)
    said = account_answer(account, policy=services.policy, lang=asker.language, time_zone=asker.preferences.time_zone)
    policy = Link(Say("privacy-whole-policy"), path_of(OURS[0], asker))
    offers = _offers(Say("privacy-one-of-them"), told, asker, services)
    return Reply((*_spoken(said, asker), *_archived(archive), *offers, policy))


@dataclass(frozen=True)
class _Known:
    """A video of which the asker may be told, with our messages about it, and its publications."""

    view: VideoView
    posted: Sequence[Posted]
    shares: Shares
    publications: Sequence[PublicationView]
    first_shown_ms: int | None
    archive: Export | None
    restored: bool
    order: Submission | None


async def _known(view: VideoView, asker: Asker, reads: Reads) -> _Known:
    """Read all that there is to tell of a video. Raises NotFound for one of which the asker may not be told."""
    if not await _may_tell(view, asker, reads):
        raise NotFound("video_not_found")
    posted, shares = await reads.posted(asker.viewer, view.video.id), await _shares(view, asker, reads)
    archive, video = await reads.export(asker.viewer), view.video.id
    restored = view.hold and held_since_restore(await reads.events(asker.viewer, video))
    order = await reads.submission(asker.viewer, video)
    if not view.publications:
        return _Known(view, posted, shares, (), None, archive, restored, order)
    found, first_shown_ms = await reads.publications(asker.viewer, video), await reads.first_shown(asker.viewer, video)
    return _Known(view, posted, shares, found, first_shown_ms, archive, restored, order)


async def _shares(view: VideoView, asker: Asker, reads: Reads) -> Shares:
    """Give how the asker's own video is shared."""
    video = view.video.id
    return Shares(
        await reads.grants(asker.viewer, video),
        await reads.openings(asker.viewer, video),
        await reads.copies_of_others(asker.viewer, video),
    )


async def _five(known: _Known, asker: Asker, services: Services) -> Reply:
    said = five_answers(
        await _facts(known, asker, services),
        policy=services.policy,
        now_ms=services.clock.now_ms(),
        lang=asker.language,
        time_zone=asker.preferences.time_zone,
    )
    written = _written_to(known.view, asker, services) if said.verdict and said.verdict.generator_received else ()
    return Reply((_about(known.view), *_spoken(said, asker), *_archived(known.archive), *written))


def _written_to(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer the letter to the generator that got it; nothing where it runs at the operator's and no company did."""
    if routes()[view.video.route].objection.house:
        return ()
    panel = Panel(view.video.id, asker, services)
    return panel.row(panel.show(Say("button-objection"), "objection", "objection"))


async def _facts(known: _Known, asker: Asker, services: Services) -> VideoFacts:
    communities = {one.publication.community for one in known.publications}
    names = {one: await called(one, asker, services) for one in communities}
    told, links = publicity(known.publications, names, known.first_shown_ms), services.policy.links
    return video_facts(
        known.view,
        known.posted,
        asker.preferences,
        shares=known.shares,
        links=links,
        told=told,
        restored=known.restored,
        order=known.order,
    )


async def answer_question(request: Ask, asker: Asker, services: Services) -> Reply:
    """Answer from the state of the video that is meant, and from the papers.

    Raises BadInput: question_missing; question_too_long(limit, given). Raises NotFound for a #N that isn't theirs.
    """
    question, now_ms = _checked(request.question), services.clock.now_ms()
    heard, last = hear(question, lang=asker.language), services.talks.last(asker, now_ms)
    if wants_forgotten(heard):
        services.talks.forget(asker)
        return Reply(_spoken(forgotten(policy=services.policy, lang=heard.language), asker))
    async with services.store.read() as reads:
        newest = await reads.videos(asker.viewer, limit=OFFERED + 1)
        view = await video_meant(question, await _spoken_of(heard, last, newest, asker, reads), asker.viewer, reads)
        if view and not await _may_tell(view, asker, reads):
            view = None
        known = await _known(view, asker, reads) if view else None
    tell = partial(
        answer,
        question,
        policy=services.policy,
        now_ms=now_ms,
        account=None if newest else AccountFacts(),
        lang=asker.language,
        time_zone=asker.preferences.time_zone,
        nearest=services.nearest,
        asked_in=asker.identity.platform.value,
        before=last.before if last else None,
    )
    without = tell()
    facts = await _facts(known, asker, services) if known else None
    said = tell(video=facts) if facts else without
    spoken = await _reworded(question, said, facts, asker, services)
    is_of_it = view is not None and said.text != without.text
    if said.about:
        services.talks.keep(asker, said.about, view.video.id if view and is_of_it else None, now_ms)
    if view is None or not is_of_it:
        return Reply(spoken)
    others = [one for one in newest if one.video.id != view.video.id][:OFFERED]
    return Reply((_about(view), *spoken, *_offers(Say("privacy-as-well"), others, asker, services)))


async def _reworded(
    question: str, said: Answer, facts: VideoFacts | None, asker: Asker, services: Services
) -> tuple[Part, ...]:
    """Give an answer, in a language model's words where the operator set one and it is believed; and say so."""
    if not said.citations:
        return _spoken(said, asker)
    names = (
        (facts.title, facts.community, facts.reviewers_of or "", *facts.shared_with, *facts.seen_by) if facts else ()
    )
    words = await services.reworded(question, said, names)
    if words is None:
        return _spoken(said, asker)
    key = "privacy-shown-to-model" if words == said.text else "privacy-reworded"
    return (*_spoken(replace(said, text=words), asker), Text(Say(key, {"host": services.policy.model})))


async def _spoken_of(
    heard: Heard, last: Talked | None, newest: Sequence[VideoView], asker: Asker, reads: Reads
) -> VideoView | None:
    """Give the video that a question without a name is about: the one spoken of, another one, else the newest."""
    first = newest[0] if newest else None
    if last is None or not heard.follows:
        return first
    if means_another_video(heard):
        return next((one for one in newest if one.video.id != last.video), first)
    return (await reads.video(asker.viewer, last.video, Surface.CHAT_PRIVATE) if last.video else None) or first


async def _may_tell(view: VideoView, asker: Asker, reads: Reads) -> bool:
    """Ask the gate whether facts of a video may be told here; only to its owner does `video_facts` fit."""
    try:
        decision = await reads.decide(asker.viewer, Action.PRIVACY, view.video.id, asker.surface)
    except NotFound:
        return False
    return decision.allowed and view.video.owner == asker.person


def _checked(question: str) -> str:
    tidy = unicodedata.normalize("NFC", question).strip()
    if not tidy:
        raise BadInput("question_missing")
    if len(tidy) > QUESTION_LONGEST:
        raise BadInput("question_too_long", limit=QUESTION_LONGEST, given=len(tidy))
    return tidy


def _archived(archive: Export | None) -> tuple[Part, ...]:
    """Say that an archive of all that somebody has here is a copy too, and until when; nothing where there is none."""
    if archive is None:
        return ()
    key = "privacy-archive" if archive.is_ready else "privacy-archive-coming"
    return (Text(Say(key, {"until": When(archive.ends_at_ms), "command": CommandName("mydata")})),)


def _about(view: VideoView) -> Text:
    return Text(Say("privacy-of", {"video": name(view)}))


def _spoken(said: Answer, asker: Asker) -> tuple[Part, ...]:
    """Give the words, and the clauses folded behind them; where nothing covers a question, the nearest clauses."""
    words = Text(plain=_QUESTION_NAMES.sub(r"\1 **\2**", said.text))
    if said.citations:
        return (words, sources_of(said.citations, said.lang, asker))
    if said.nearest:
        return (words, Text(Say("privacy-nearest")), sources_of(said.nearest, said.lang, asker))
    return (words,)


def _offers(lead: Say, views: Sequence[VideoView], asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer the same question about other videos."""
    if not views:
        return ()
    buttons = tuple(
        Panel(one.video.id, asker, services).show(Say("button-other-video", {"video": name(one)}), "privacy", "privacy")
        for one in views
    )
    return (Choice(lead, buttons),)


async def press_privacy(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Answer the five questions about the video of the button, as far as whoever finds it may be told."""
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, VideoId(pressed.subject), asker.surface)
        if view is None:
            raise NotFound("video_not_found")
        if view.video.owner != asker.person:
            return await shared_privacy(view, asker, reads)
        if not await _may_tell(view, asker, reads):
            raise NotAllowed("unrelated")
        known = await _known(view, asker, reads)
    return await _five(known, asker, services)


COMMANDS = (Command("privacy", Privacy, answer_privacy), Command("ask", Ask, answer_question))
PRESSES = (Press("privacy", press_privacy),)
