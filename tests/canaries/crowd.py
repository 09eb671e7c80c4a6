"""What canaries do, by the real use cases on the real parts: each of them all of it, one after the other."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from bots.chat.archive import archive_page
from core.cases import Complaint, Reporter, Said
from core.erasure.erase import request as erase
from core.errors import BadInput, PersonError
from core.exporting.export import Exporter
from core.exporting.export import request as ask_export
from core.generation.cancel import cancel
from core.generation.create import create
from core.generation.order import Wish
from core.generation.progress import Board
from core.generation.rename import rename
from core.grants import Receiver, Through
from core.intake.upload import Upload
from core.interviews import Interview
from core.linking.connect import give_code, type_code
from core.linking.decide import join
from core.linking.part import part
from core.pairings import PairingId
from core.people import Platform, Role
from core.publications import Caption, Why
from core.publishing.appeal import appeal
from core.publishing.cases import Judging
from core.publishing.propose import Proposing
from core.publishing.report import Reporting
from core.publishing.review import Reviewing, Ruling
from core.sharing.knock import ask_in, invite, let_in
from core.sharing.seen import note_opening
from core.sharing.share import share
from core.videos import Portrayed, PublicationId, VideoId
from tests.canaries.people import Canary, Exhausted, Marked, broken, picture, sound
from tests.chatting import StepAfterStep
from tests.departing import Village
from tests.erasing import MortalSteps
from tests.parts import HERE, RETENTION_MS

ONCE_IN_THIRD, ONCE_IN_FOURTH, ONCE_IN_FIFTH, ONCE_IN_EIGHTH = 3, 4, 5, 8
MODERATORS = 3


@dataclass
class Crowd:
    """All of them in a community, and who decides there."""

    village: Village
    canaries: list[Canary]
    moderators: list[Canary]

    @property
    def everybody(self) -> list[Canary]:
        """Those who decide come last."""
        return [*self.canaries, *self.moderators]

    @cached_property
    def words_of_the_gone(self) -> frozenset[str]:
        """Give the words of those of whom nothing is to be left: names, and notes as a moderator."""
        gone = {one.number for one in self.everybody if one.forgotten}
        marks = self.everybody[0].marks.given
        return frozenset(dict(one.written)["raw"].decode("latin-1") for one in marks if one.person in gone)

    def next_to(self, one: Canary, steps: int) -> Canary:
        """Give somebody else, always the same one."""
        return self.canaries[(one.number + steps) % len(self.canaries)]

    async def arrive(self) -> None:
        """Meet everybody; every fifth one has another account, and every tenth one parts them again."""
        for one in self.everybody:
            role = Role.MODERATOR if one in self.moderators else Role.MEMBER
            one.viewer = await self.village.meet(one.account, role)
            if one.number % ONCE_IN_FIFTH == 0:
                await self._connect(one)

    async def _connect(self, one: Canary) -> None:
        parts, other = self.village.parts, await self.village.meet(one.other)
        names = [one.own("name at a pairing") for _ in range(2)]
        code = await give_code(
            one.viewer, Platform.DISCORD, names[0], store=parts.store, clock=parts.clock, ids=parts.ids
        )
        asked = await type_code(other, Platform.TELEGRAM, names[1], code, store=parts.store, clock=parts.clock)
        await join(one.viewer, PairingId(asked.id), store=parts.store, clock=parts.clock)
        one.parted = one.number % (2 * ONCE_IN_FIFTH) != 0
        if one.parted:
            await part(one.viewer, Platform.TELEGRAM, store=parts.store)

    async def live(self, progress: Callable[[str], None]) -> None:
        """Do everything, in rounds: what others answer comes after what they answer."""
        rounds: tuple[Callable[[Canary], Awaitable[None]], ...] = (
            self.makes, self.shares, self.publishes, self.is_decided, self.reports, self.is_judged, self.leaves_about,
        )  # fmt: skip
        for one in rounds:
            for number, canary in enumerate(self.everybody):
                if canary in self.canaries or one in (self.makes, self.leaves_about):
                    await one(canary)
                if number % 100 == 99:
                    progress(f"{one.__name__}: {number + 1} of {len(self.everybody)}")

    async def makes(self, one: Canary) -> None:
        """Have a picture made into a video, a sound fail, words cancelled, a broken file refused, and one deleted."""
        words = f"slowly {one.word('prompt')} and {one.word('more of a prompt')}"
        one.picture = await self.create(one, words, picture(one), text=one.word("text over a video"))
        await self.make(one.picture)
        await rename(one.viewer, one.picture, one.word("title"), HERE, store=self.village.parts.store)
        one.failed = await self.create(one, one.word("prompt of what failed"), sound(one))
        await self.make(one.failed, fails=True)
        one.cancelled = await self.create(one, f"a calm sea at sunset {one.word('prompt of what was cancelled')}")
        parts = self.village.parts
        await cancel(one.viewer, one.cancelled, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)
        with suppress(BadInput):
            await self.create(one, one.word("prompt of what was refused"), broken(one))
        one.deleted = await self.create(one, f"a calm sea {one.word('prompt of what was deleted')}")
        await self.make(one.deleted)

    async def create(self, one: Canary, prompt: str, upload: Upload | None = None, text: str = "") -> VideoId:
        """Create as chat does."""
        parts = self.village.parts
        wish = Wish(prompt, seconds=3, abstract=True, text=text)
        made = await create(
            one.viewer,
            wish,
            [upload] if upload else [],
            workers=parts.workers,
            generators={"motion": Marked(parts.workers)},
            asked_on=Platform.DISCORD,
            **parts.for_use_cases,
        )
        return made.video

    async def make(self, video: VideoId, *, fails: bool = False) -> None:
        """Let the flow make what waits."""
        parts = self.village.parts
        async with parts.store.write() as writes:
            await writes.move_video(video, "start")
        generator = Exhausted(parts.workers) if fails else Marked(parts.workers)
        await parts.maker({"motion": generator}).make(StepAfterStep(), str(video))

    async def shares(self, one: Canary) -> None:
        """Share with two others and with somebody who never came, invite, be asked by a fourth, and let a fifth in."""
        parts, video = self.village.parts, _there(one.picture)
        receivers = [self.next_to(one, 1), self.next_to(one, 2)]
        named = [Receiver(each.account, each.own("name as whom it is shared with")) for each in receivers]
        named.append(Receiver(one.stranger, one.own("name of whom they invited")))
        giver = one.own("name as who shares")
        await share(one.viewer, video, named, None, HERE, giver=giver, store=parts.store, clock=parts.clock)
        await note_opening(receivers[0].viewer, video, Through.DISCORD, store=parts.store)
        token, _ = await invite(one.viewer, video, HERE, store=parts.store, ids=parts.ids)
        for steps in (3, 4):
            asker = self.next_to(one, steps)
            await ask_in(token, asker.account, asker.own("name as who asks"), store=parts.store)
        async with parts.store.read() as reads:
            knock = next(iter(await reads.knocks(one.viewer, video)), None)
        if knock is not None:
            giver = one.own("name as who lets in")
            await let_in(one.viewer, knock.id, None, HERE, giver=giver, store=parts.store, clock=parts.clock)

    async def publishes(self, one: Canary) -> None:
        """Propose it, with all that can be written."""
        if not one.publishes:
            return
        proposing = Proposing(self.village.parts.store, self.village.parts.clock, self.village.parts.ids)
        begun = await proposing.begin(one.viewer, _there(one.picture), self.village.community, HERE)
        name, number = begun.publication.id, begun.publication.revision
        caption = Caption(
            one.word("title of a post"),
            one.word("description"),
            (one.word("tag"), one.word("another tag")),
            one.word("credit"),
            one.word("what is said"),
        )
        await proposing.change(
            one.viewer, name, number, HERE, lambda was: replace(was, caption=caption, portrayed=Portrayed.NOBODY)
        )
        await proposing.send(one.viewer, name, number, HERE)
        one.publication = name

    async def is_decided(self, one: Canary) -> None:
        """Have it shown; or declined by a moderator in own words, appealed, and decided by another one."""
        if one.publication is None:
            return
        parts, turn = self.village.parts, one.number // 2
        first, second = (self.moderators[(turn + steps) % MODERATORS] for steps in (0, 1))
        if turn % ONCE_IN_FOURTH == 0:
            await self._decline(first, one.publication)
            await appeal(one.viewer, one.publication, 1, HERE, store=parts.store, clock=parts.clock)
            if turn % 2 == 0:
                await self._decline(second, one.publication)
                return
            await self.reviewing.approve(second.viewer, one.publication, 1, HERE)
            return
        await self.reviewing.claim(first.viewer, one.publication, HERE)
        await self.reviewing.approve(first.viewer, one.publication, 1, HERE)
        async with parts.store.write() as writes:
            await writes.move_publication(one.publication, 1, "post")

    async def _decline(self, moderator: Canary, publication: PublicationId) -> None:
        ruling = Ruling(Why.CONSENT, moderator.own("note of a moderator"))
        await self.reviewing.decline(moderator.viewer, publication, 1, ruling, HERE)

    @property
    def reviewing(self) -> Reviewing:
        """What moderators do."""
        return Reviewing(self.village.parts.store, self.village.parts.clock)

    async def reports(self, one: Canary) -> None:
        """Report what somebody else shows, and what only words name; every third one gravely, so that it is held."""
        reporting = Reporting(self.village.parts.store, self.village.parts.clock)
        by = Reporter(one.viewer.person, Platform.DISCORD)
        complaint = Complaint.LIKENESS if one.number % ONCE_IN_THIRD == 0 else Complaint.OTHER
        about = self.next_to(one, 5).publication
        if about is not None:
            said = Said(complaint, one.own("words of a report"))
            with suppress(PersonError):
                await reporting.about_publication(one.viewer, about, said, by, HERE)
        await reporting.in_words(Said(complaint, one.own("words of another report")), by)

    async def is_judged(self, one: Canary) -> None:
        """Have a moderator decide what was said about theirs, or leave it open."""
        judging = Judging(self.village.parts.store, self.village.parts.clock)
        moderator = self.moderators[one.number % MODERATORS].viewer
        cases = await judging.waiting(moderator, self.village.community, HERE)
        found = next((case for case in cases if case.publication == one.publication), None)
        if one.publication is None or found is None:
            return
        match one.number // 2 % ONCE_IN_THIRD:
            case 0:
                ruling = Ruling(Why.HARM, self.moderators[one.number % MODERATORS].own("note of a moderator"))
                await judging.uphold(moderator, found.id, ruling, HERE)
            case 1:
                await judging.dismiss(moderator, found.id, HERE)

    async def leaves_about(self, one: Canary) -> None:
        """Leave an answer to a question unfinished, delete a video, and have everything packed."""
        parts = self.village.parts
        assert one.viewer.person
        notes = f'{{"prompt": "{one.own("answer of an interview")}"}}'
        interview = Interview(
            one.viewer.person, Platform.DISCORD, one.account.external_id, _there(one.picture), notes,
            parts.clock.now_ms(),
        )  # fmt: skip
        async with parts.store.write() as writes:
            await writes.keep_interview(interview)
        await self.delete(one, _there(one.deleted))
        if one.number % ONCE_IN_EIGHTH < 2:
            export = await ask_export(one.viewer, "en", HERE, store=parts.store, ids=parts.ids)
            exporter = Exporter(parts.store, parts.vault, parts.revocations, parts.clock, Board(), archive_page)
            await exporter.export(MortalSteps(), str(export))

    async def delete(self, one: Canary, video: VideoId) -> None:
        """Delete a video: what is in files goes by the flow."""
        await erase(one.viewer, video, HERE, self.village.shutting)

    async def settle(self) -> None:
        """Take what would be told in chats as told: nobody of this crowd has one."""
        ledger = self.village.parts.store.ledger
        while rows := await ledger.claim(frozenset({"web", "discord", "telegram"}), 1_000, 1_000):
            for row in rows:
                await ledger.settle(row.id)


def _there(video: VideoId | None) -> VideoId:
    assert video is not None
    return video
