"""The conversation as adapters call it: who asks what, and the answer; errors are answers too."""

import logging
import traceback
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from bots.chat import decided, invite, mydata, report
from bots.chat.agreeing import under_papers
from bots.chat.alarm import alarm
from bots.chat.buttons import Panel
from bots.chat.cards import card_of, name, tidied_card
from bots.chat.casing import place_case
from bots.chat.catalog import CATALOGUE, PRESSES, offered
from bots.chat.command import Asker, Command, VideoRef
from bots.chat.community import customs_of
from bots.chat.connect import notice
from bots.chat.create import press_cancel
from bots.chat.desk import open_desk
from bots.chat.drafts import Addition, asks, is_draft, open_draft, put_in
from bots.chat.once import open_link, open_once
from bots.chat.presses import NO_REVISION, OneChange, Press, Pressed, Read
from bots.chat.privacy import press_privacy
from bots.chat.publication import as_it_is as publication_as_it_is
from bots.chat.receipts import receipt_file, receipt_held
from bots.chat.refs import Several, complete
from bots.chat.reply import Choice, Reply, Text
from bots.chat.reviewcard import placed_key
from bots.chat.reviewing import place_card
from bots.chat.seen import break_glass_notice
from bots.chat.services import Services
from bots.chat.shared import notice as shared_notice
from bots.chat.showcase import Member, enter, member
from bots.chat.shown import shown_privacy
from bots.chat.told import sorry
from bots.texts.plain import plain
from bots.texts.say import Say
from core.cases import CASE
from core.communities import Customs, Pictures, Place
from core.errors import BadInput, HushreelError, LostRace, NotAllowed, NotFound, PersonError
from core.exports import EXPORT
from core.gate import Surface
from core.grants import BROKEN, GIVEN
from core.intake.upload import Upload
from core.knocks import read
from core.people import CommunityId, Delivery, Identity, PersonId, Viewer
from core.receipts import Shown
from core.records import Token
from core.videos import PICTURES_MOST, AssetId, PublicationId, VideoId

FILES_MOST = PICTURES_MOST + 1
"""A sequence of pictures, and a sound."""
NAME_SHOWN = 32

log = logging.getLogger("hushreel.chat")


class Chat:
    """What every surface shares. Adapters turn their events into these calls, and replies into their own messages."""

    catalogue: tuple[Command, ...] = CATALOGUE

    def __init__(self, services: Services) -> None:
        """Answer with these parts of the house."""
        self._services = services

    @property
    def offered(self) -> tuple[Command, ...]:
        """What people are shown that they can ask here; of the rest it is said why not."""
        return offered(connects=self._services.policy.connects, routes=tuple(self._services.generators))

    async def arrive(
        self, identity: Identity, surface: Surface, language: str = "en", place: Place | None = None, name: str = ""
    ) -> Asker:
        """Meet whoever speaks. `language` is what their platform says (BCP 47), until they choose one.

        `name` is what their platform calls them now: shown where two accounts are connected, and nowhere else.
        What they are in the community of `place` is asked anew each time, and never kept.
        """
        async with self._services.store.read() as reads:
            found = await reads.arrival(identity, place)
        person = found.person
        if person is None or (place is not None and place.is_admin and found.community is None):
            async with self._services.store.write() as writes:
                person = await writes.meet(identity)
                if place is not None and place.is_admin:
                    await writes.begin_community(place.platform, place.external_id)
                found = await writes.arrival(identity, place)
        roles = {found.community: found.role} if found.community and found.role else {}
        chosen = found.preferences
        return Asker(
            viewer=Viewer(person, roles, frozenset(roles if found.banned else ())),
            person=person,
            identity=identity,
            surface=surface,
            preferences=chosen,
            language=chosen.language or language,
            place=place,
            origin=found.origin,
            name=name,
        )

    async def ask(self, command: str, given: Mapping[str, object], asker: Asker) -> Reply:
        """Answer a command with typed option values; uploads are `core.intake.upload.Upload`."""
        return await self._answered(self._ask(command, given, asker), asker)

    async def say(self, text: str, asker: Asker, uploads: Sequence[Upload] = ()) -> Reply:
        """Answer plain words in private: a question, or with files the wish for a video."""
        return await self._answered(self._say(text, asker, uploads), asker)

    async def draft(self, asker: Asker) -> VideoId | None:
        """Name the draft that takes what the asker sends next; None where they have none, or not lately."""
        view = await open_draft(asker, self._services)
        return view.video.id if view else None

    async def wordless_draft(self, words: str, asker: Asker) -> VideoId | None:
        """Name the draft that takes plain words: one that has none yet. None for a question, whatever is open."""
        view = None if asks(words) else await open_draft(asker, self._services)
        return view.video.id if view and not view.prompt else None

    async def is_draft(self, video: VideoId, asker: Asker) -> bool:
        """Say whether a video of the asker's own waits to be started."""
        async with self._services.store.read() as reads:
            view = await reads.video(asker.viewer, video, asker.surface)
        return view is not None and view.video.owner == asker.person and is_draft(view)

    async def add(self, video: VideoId, more: Addition, asker: Asker) -> Reply:
        """Put files and words into a draft of the asker's."""
        return await self._answered(self._add(video, more, asker), asker)

    async def cancel(self, video: VideoId, asker: Asker) -> Reply:
        """Stop a draft, or a video that waits or is being made."""
        return await self._answered(press_cancel(Pressed(video), asker, self._services), asker)

    async def press(
        self, data: str, asker: Asker, form: Mapping[str, str] | None = None, uploads: Sequence[Upload] = ()
    ) -> Reply:
        """Answer the press of a button, or the form behind one with the words and files that it brought."""
        return await self._answered(self._press(data, asker, form, uploads), asker)

    async def card(self, video: VideoId, asker: Asker) -> Reply | None:
        """Draw a video's card anew, under the key "video:{id}"; its receipt once it is erased; None for neither."""
        try:
            return await card_of(video, asker, self._services)
        except NotFound:
            return None

    async def tidied(self, video: VideoId, asker: Asker, *, uploads_left: bool = False) -> Reply | None:
        """Draw the card of a video that left the chat; None for one that isn't there to be shown again."""
        return await tidied_card(video, asker, self._services, uploads_left=uploads_left)

    async def complete(self, command: str, option: str, typed: str, asker: Asker) -> Sequence[tuple[str, str]]:
        """Suggest values for an option that names a video: (value, label) of the asker's own newest ones."""
        kinds = {(one.name, each.name): each.plain_kind for one in self.catalogue for each in one.options()}
        if kinds.get((command, option)) is not VideoRef:
            return ()
        found = await complete(typed, asker, self._services)
        return [(number, f"{number} {plain(view.title)}".strip()) for number, view in found]

    async def private(self, video: VideoId, asker: Asker) -> Reply:
        """Answer the five questions about a video that the asker points at."""
        return await self._answered(press_privacy(Pressed(video), asker, self._services), asker)

    async def notice(self, kind: str, subject: UUID, asker: Asker) -> Reply | None:
        """Say what the outbox has for one person, by a row's kind and subject; None for what is past, or no notice."""
        if kind == decided.DECISION:
            return await decided.notice(subject, asker, self._services)
        if kind == CASE:
            return await report.notice(subject, asker, self._services)
        if kind == EXPORT:
            return await mydata.notice(asker, self._services)
        if kind in invite.KINDS:
            return await invite.notice(kind, subject, asker, self._services)
        if kind == BROKEN:
            return await break_glass_notice(subject, asker, self._services)
        told = shared_notice if kind == GIVEN else notice
        return await told(kind, subject, asker, self._services)

    async def review_card(self, publication: PublicationId, language: str) -> Reply | None:
        """Draw a publication, or the case about it, for its review place; None where nothing waits: the card goes.

        Its buttons are everybody's who reads it there. Its words are the same in every `language` until they are said.
        """
        del language
        case = await place_case(publication, placed_key(publication), self._services)
        return case or await place_card(publication, self._services)

    async def report(self, publication: PublicationId, asker: Asker) -> Reply:
        """Ask what is wrong with what a post shows: the answer is a form, for everybody to whom it is shown."""
        return await self._answered(report.report(publication, asker, self._services), asker)

    async def shown(self, publication: PublicationId, asker: Asker) -> Reply:
        """Answer the five questions about a post, to whoever reads it where it stands."""
        return await self._answered(shown_privacy(publication, asker, self._services), asker)

    async def alarm(self, publication: PublicationId) -> Reply | None:
        """Remind a community's moderators of the case about something; None for one that doesn't wait any more."""
        return await alarm(publication, self._services)

    async def publication(self, publication: PublicationId, asker: Asker) -> Reply | None:
        """Draw the card of the asker's own publication anew, under the key "publication:{id}"; None for a miss."""
        return await publication_as_it_is(publication, asker, self._services)

    async def file(self, asset: str, asker: Asker) -> Reply:
        """Hand a video over in the chat: its card, whatever its owner chose for delivery otherwise."""
        return await self._answered(self._file(asset, asker), asker)

    async def _file(self, asset: str, asker: Asker) -> Reply:
        try:
            named = AssetId(UUID(asset))
        except ValueError:
            raise NotAllowed("press_unknown") from None
        async with self._services.store.read() as reads:
            found = await reads.asset(asker.viewer, named, asker.surface)
        if found is None:
            raise NotFound("asset_not_found")
        in_chat = replace(asker, preferences=replace(asker.preferences, delivery=Delivery.FILE))
        return await card_of(found[0].video, in_chat, self._services)

    async def receipt_file(self, video: VideoId, asker: Asker) -> str | None:
        """Give the signed receipt of a video that the asker erased, as JSON text; None for a miss."""
        return await receipt_file(video, asker, self._services)

    async def receipt_held(self, number: str, secret: str) -> Shown | None:
        """Give a receipt to whoever brings its number and secret; None for a miss."""
        return await receipt_held(number, secret, self._services)

    async def open_once(self, token: str, asker: Asker) -> AssetId:
        """Spend a one-time link, and name the video's bytes. Raises NotFound."""
        return await open_once(token, asker, self._services)

    async def open_link(self, token: str) -> tuple[AssetId, Viewer]:
        """Spend a one-time link for whoever has it, and name the video's bytes and as whom. Raises NotFound."""
        return await open_link(token, self._services)

    async def my_data(self, asker: Asker) -> Reply:
        """Draw the card of the asker's own archive anew, under the key "mydata"."""
        return await mydata.card(asker, self._services)

    async def my_data_file(self, export: UUID, asker: Asker) -> bytes | None:
        """Give the asker's own archive for their chat; None for one that is gone, or too large for a chat."""
        return await mydata.file_of(export, asker, self._services)

    async def open_my_data(self, token: str) -> Viewer:
        """Spend a one-time link to somebody's own archive, and give whose it is. Raises NotFound."""
        return await mydata.open_my_data(token, self._services)

    async def open_desk(self, token: str) -> Viewer:
        """Spend a link to a desk, and give its moderator or the operator, for minutes at most. Raises NotFound."""
        return await open_desk(token, self._services)

    async def enter_showcase(self, token: str) -> Member:
        """Spend a link to a community's showcase, and give its member as they are there now. Raises NotFound."""
        return await enter(token, self._services)

    async def member(self, person: PersonId, community: CommunityId) -> Member | None:
        """Ask a community's platform whether somebody is a member now."""
        return await member(person, community, self._services)

    async def unfinished(self, asker: Asker) -> Sequence[VideoId]:
        """Give the asker's videos that wait or are being made, the oldest first."""
        async with self._services.store.read() as reads:
            return await reads.making(asker.viewer)

    async def customs(self, asker: Asker) -> Customs:
        """Give what the admins chose for everybody where somebody speaks: spoilers, whose pictures."""
        return await customs_of(asker, self._services)

    async def may_use_others(self, asker: Asker) -> bool:
        """Say whether somebody may make videos of other people's pictures where they speak."""
        return (await self.customs(asker)).pictures is Pictures.ANYONE

    def explain(self, error: PersonError, asker: Asker) -> Reply:
        """Answer with what went wrong before a command could be asked."""
        del asker
        return sorry(error)

    async def _answered(self, answer: Awaitable[Reply], asker: Asker) -> Reply:
        try:
            return await answer
        except PersonError as error:
            return sorry(error)
        except Exception as error:  # noqa: BLE001 - whoever asked gets an answer, whatever broke
            return self._broken(error, asker)

    def _broken(self, error: Exception, asker: Asker) -> Reply:
        """Log where it broke, without the error's own words unless they are ours: those may be the person's."""
        reference = self._services.ids.token()[:8]
        what = str(error) if isinstance(error, HushreelError) else type(error).__name__
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("%s: %s for person %s\n%s", reference, what, asker.person, where)
        return Reply((Text(Say("error-unexpected", {"reference": reference})),))

    async def _ask(self, wanted: str, given: Mapping[str, object], asker: Asker) -> Reply:
        command = next((one for one in self.catalogue if one.name == wanted), None)
        if command is None:
            raise NotFound("command_unknown", command=wanted[:NAME_SHOWN])
        _check_words(given.values())
        for option in command.options():
            if option.required and given.get(option.name) is None:
                raise BadInput("option_missing", command=command.name, option=option.name)
        answer = partial(command.answer, command.request(**given), asker, self._services)
        try:
            return await (under_papers(answer, asker, self._services) if command.takes_in else answer())
        except Several as several:
            return self._which(several, command, asker)

    def _which(self, several: Several, command: Command, asker: Asker) -> Reply:
        """Ask which of several videos is meant; the press that is named like the command goes on with it."""
        options = tuple(
            Panel(view.video.id, asker, self._services).show(
                Say("button-other-video", {"video": name(view)}), command.name, command.name
            )
            for view in several.views
        )
        return Reply((Choice(Say("which-video"), options),))

    async def _say(self, text: str, asker: Asker, uploads: Sequence[Upload]) -> Reply:
        _check_files(uploads)
        if uploads:
            return await self._ask("create", {"prompt": text, "files": tuple(uploads)}, asker)
        if read(text) is not None:
            return await self._ask("videos", {"video": VideoRef(text)}, asker)
        if text.startswith("/"):
            raise NotFound("command_unknown", command=text[1:].partition(" ")[0][:NAME_SHOWN])
        return await self._ask("ask", {"question": text}, asker)

    async def _add(self, video: VideoId, more: Addition, asker: Asker) -> Reply:
        _check_files(more.files)
        return await under_papers(partial(put_in, video, more, asker, self._services), asker, self._services)

    async def _press(self, data: str, asker: Asker, form: Mapping[str, str] | None, uploads: Sequence[Upload]) -> Reply:
        presses = self._services.presses
        read = presses.read(data, asker)
        press = PRESSES.get(read.action)
        if read.expired:
            return await self._as_it_is("press-expired", read, press, asker)
        if press is None or not press.takes(read):
            raise NotAllowed("press_unknown")
        _check_words((form or {}).values())
        _check_files(uploads)
        pressed = Pressed(read.subject, form, uploads, read.revision or 0)
        try:
            handle = partial(press.handle, pressed, asker, self._spending(read, asker))
            reply: Reply = await (under_papers(handle, asker, self._services) if press.takes_in else handle())
        except LostRace as lost:
            presses.forget(read.action, read.subject, asker.person)
            why = "press-used" if lost.code == "press_used" else "press-late"
            return await self._as_it_is(why, read, press, asker)
        except NotFound:
            receipt = await self.card(VideoId(read.subject), asker)
            if receipt is None:
                raise
            return receipt
        presses.forget(read.action, read.subject, asker.person)
        return reply

    def _spending(self, read: Read, asker: Asker) -> Services:
        """Give the services for one press: what it changes spends its token in the same transaction."""
        if read.token is None:
            return self._services
        bound = Token(read.action, read.subject, asker.person, NO_REVISION, 0)
        store = OneChange(self._services.store, read.token, bound)
        return replace(self._services, store=store, shutting=replace(self._services.shutting, store=store))

    async def _as_it_is(self, key: str, read: Read, press: Press | None, asker: Asker) -> Reply:
        """Say why the press did nothing, above the card of what it was about as that is now, where it has one."""
        said = Text(Say(key))
        if press is not None and press.as_it_is is not None:
            card = await press.as_it_is(read.subject, asker, self._services)
        else:
            card = await self.card(VideoId(read.subject), asker)
        return Reply((said, *card.parts), card=card.card) if card else Reply((said,))


def _check_files(uploads: Sequence[Upload]) -> None:
    if len(uploads) > FILES_MOST:
        raise BadInput("too_many_files", limit=FILES_MOST, given=len(uploads))


def _check_words(values: Iterable[object]) -> None:
    """Raise BadInput("words_malformed") for words with half a character in them (a lone UTF-16 surrogate)."""
    for value in values:
        words = value.text if isinstance(value, VideoRef) else value
        try:
            if isinstance(words, str):
                words.encode()
        except UnicodeEncodeError:
            raise BadInput("words_malformed") from None
