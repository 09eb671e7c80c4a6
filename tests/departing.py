"""People who did everything that can be done here, and a search for them in every column of every table."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from core.cases import Complaint, Reporter, Said
from core.chats import NO_VIDEO, CopyKind, Posted
from core.communities import Choices, Opening
from core.erasure.erase import Eraser, Shutting
from core.erasure.erase import request as erase
from core.erasure.person import Forgetter, Leave, request
from core.errors import PersonError
from core.exports import ExportId
from core.grants import Receiver, Through
from core.interviews import Interview
from core.linking.connect import give_code, type_code
from core.linking.decide import join
from core.linking.part import part
from core.pairings import PairingId
from core.people import FORGETS_AFTER_MS, CommunityId, Identity, PersonId, Platform, Role, Viewer
from core.publications import Why
from core.publishing.cases import Judging
from core.publishing.propose import Proposing
from core.publishing.report import Reporting
from core.publishing.review import Reviewing, Ruling
from core.receipts import Opened
from core.records import Cost, Token
from core.sharing.knock import ask_in, invite
from core.sharing.seen import mute, note_opening
from core.sharing.share import share
from core.spending import Spending
from core.videos import Portrayed, PublicationId, VideoId
from knowledge.differences import newest
from tests.erasing import MortalSteps
from tests.keeping import kept
from tests.parts import HERE, Parts, shutting_of
from tests.publishing import CAPTION, ready

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM
ANN, ANNS_OTHER = Identity(DISCORD, "990000000000000001"), Identity(TELEGRAM, "9900000002")
BEN, CY = Identity(DISCORD, "990000000000000003"), Identity(DISCORD, "990000000000000004")
SERVER = "880000000000000001"
WORDS = "They show me and I never agreed"
NOTE = "Two faces at 0:03 that nobody asked"


@dataclass
class Village:
    """A community of a server, and people in it."""

    parts: Parts
    shutting: Shutting
    community: CommunityId

    async def meet(self, identity: Identity, role: Role = Role.MEMBER) -> Viewer:
        """Arrive as somebody, with a role in the community."""
        async with self.parts.store.write() as writes:
            return Viewer(await writes.meet(identity), {self.community: role})

    async def leave(self, identity: Identity) -> Opened:
        """Ask to be forgotten."""
        return await request(Leave(await self.meet(identity), identity, HERE), self.shutting)

    async def run(self, *, reached: bool = True) -> None:
        """Let the flows run that were begun, to the end; chats were `reached` before, or nobody gets at them."""
        ledger = self.parts.store.ledger
        if reached:
            await self._empty_chats()
        for subject in await ledger.begun():
            await self.eraser.erase(MortalSteps(), str(subject))
        for departure in await ledger.departures():
            await self.forgetter.forget(MortalSteps(), str(departure))

    async def _empty_chats(self) -> None:
        """Take back what chats hold of videos that are being erased, as deliverers do."""
        store = self.parts.store
        for table, column, value in cells(self.parts.folder / "hushreel.db"):
            if (table, column) == ("recalls", "id"):
                async with store.write() as writes:
                    await writes.drop_recall(UUID(value))
        for video in await store.ledger.erasing():
            for platform in (DISCORD, TELEGRAM):
                for one in await store.ledger.posted_about(platform, video):
                    async with store.write() as writes:
                        await writes.drop_posted(one.id)

    @property
    def eraser(self) -> Eraser:
        """The flow that erases a video."""
        return Eraser(self.parts.store, self.parts.vault, self.parts.revocations, self.shutting.issuer)

    @property
    def forgetter(self) -> Forgetter:
        """The flow that forgets a person."""
        return Forgetter(self.parts.store, self.shutting.issuer)

    async def connect(self, first: Identity, second: Identity) -> None:
        """Make two accounts one person, long enough ago."""
        parts = self.parts
        one, other = await self.meet(first), await self.meet(second)
        code = await give_code(one, first.platform, "n", store=parts.store, clock=parts.clock, ids=parts.ids)
        asked = await type_code(other, second.platform, "n", code, store=parts.store, clock=parts.clock)
        await join(one, PairingId(asked.id), store=parts.store, clock=parts.clock)

    async def part(self, account: Identity) -> None:
        """Make two people of one again."""
        await part(await self.meet(account), account.platform, store=self.parts.store)

    async def share(self, owner: Viewer, video: VideoId, receiver: Identity) -> None:
        """Share a video with somebody."""
        parts = self.parts
        whom = Receiver(receiver, f"name of {receiver.external_id}")
        await share(owner, video, [whom], None, HERE, giver="giver", store=parts.store, clock=parts.clock)

    async def propose(self, owner: Viewer, video: VideoId) -> PublicationId:
        """Send a video to the moderators."""
        proposing = Proposing(self.parts.store, self.parts.clock, self.parts.ids)
        begun = await proposing.begin(owner, video, self.community, HERE)
        name, number = begun.publication.id, begun.publication.revision
        await proposing.change(
            owner, name, number, HERE, lambda one: replace(one, caption=CAPTION, portrayed=Portrayed.NOBODY)
        )
        await proposing.send(owner, name, number, HERE)
        return name

    async def publish(self, owner: Viewer, moderator: Viewer, video: VideoId) -> PublicationId:
        """Have a video shown."""
        name = await self.propose(owner, video)
        await self.reviewing.approve(moderator, name, 1, HERE)
        async with self.parts.store.write() as writes:
            await writes.move_publication(name, 1, "post")
        return name

    @property
    def reviewing(self) -> Reviewing:
        """What moderators do."""
        return Reviewing(self.parts.store, self.parts.clock)

    async def report(self, viewer: Viewer, platform: Platform, publication: PublicationId) -> None:
        """Report what is shown, gravely."""
        reporting = Reporting(self.parts.store, self.parts.clock)
        said, by = Said(Complaint.LIKENESS, WORDS), Reporter(viewer.person, platform)
        await reporting.about_publication(viewer, publication, said, by, HERE)

    async def post(self, viewer: Viewer, platform: Platform, video: VideoId, kind: CopyKind, channel: str) -> UUID:
        """Keep a message of ours, or with a file of theirs."""
        assert viewer.person
        async with self.parts.store.read() as reads:
            view = await reads.video(viewer, video, HERE)
        media = view.assets[0].id if view and view.assets and kind is CopyKind.DIRECT else None
        now_ms = self.parts.clock.now_ms()
        name = self.parts.ids.new()
        row = Posted(name, platform, viewer.person, video, kind, channel, str(now_ms), media, posted_at_ms=now_ms)
        async with self.parts.store.write() as writes:
            await writes.keep_posted(row)
        return name


async def village_in(parts: Parts) -> Village:
    """Begin a community in a server."""
    async with parts.store.write() as writes:
        community = await writes.begin_community(DISCORD, SERVER)
    return Village(parts, shutting_of(parts), community)


@dataclass
class Life:
    """What Ann did, and with whom. `was` is who her other account was before it was connected."""

    ann: Viewer
    was: Viewer
    ben: Viewer
    cy: Viewer
    hers: VideoId
    bens: VideoId
    other_of_ben: VideoId
    shown: PublicationId
    bens_shown: PublicationId
    declined: PublicationId


async def lived(village: Village) -> Life:
    """Let Ann, with two accounts, do all that can be done: the others' things are there to stay."""
    parts, was = village.parts, await village.meet(ANNS_OTHER)
    await village.connect(ANN, ANNS_OTHER)
    parts.clock.advance(FORGETS_AFTER_MS)
    ann = await village.meet(ANN, Role.ADMIN)
    ben, cy = await village.meet(BEN), await village.meet(CY, Role.MODERATOR)
    hers, bens, other = await ready(parts, ann), await ready(parts, ben), await ready(parts, ben)
    await village.share(ann, hers, BEN)
    await village.share(ann, hers, Identity(DISCORD, "990000000000000009"))
    await village.share(ben, bens, ANN)
    await note_opening(ann, bens, Through.DISCORD, store=parts.store)
    await note_opening(ben, hers, Through.DISCORD, store=parts.store)
    await mute(ann, bens, store=parts.store)
    await mute(ben, hers, store=parts.store)
    token, _ = await invite(ben, other, HERE, store=parts.store, ids=parts.ids)
    await ask_in(token, ANNS_OTHER, "Ann", store=parts.store)
    shown = await village.publish(ann, cy, hers)
    bens_shown = await village.publish(ben, cy, bens)
    await village.report(ben, DISCORD, shown)
    await village.report(ann, TELEGRAM, bens_shown)
    declined = await village.propose(ben, other)
    await village.reviewing.claim(ann, declined, HERE)
    await village.reviewing.decline(ann, declined, 1, Ruling(Why.RULES, NOTE), HERE)
    await _judged(village, ann, ben, cy)
    await _chose(village, ann)
    await _chatted(village, ann, hers, bens)
    return Life(ann, was, ben, cy, hers, bens, other, shown, bens_shown, declined)


async def _judged(village: Village, ann: Viewer, ben: Viewer, cy: Viewer) -> None:
    """Dismiss a case, take an item and keep it, have a video erased and one in the queue, and type a wrong code."""
    parts = village.parts
    reported = await village.publish(ben, cy, await ready(parts, ben))
    await village.report(cy, DISCORD, reported)
    async with parts.store.read() as reads:
        (case,) = [one for one in await reads.cases(ann, village.community, HERE) if one.publication == reported]
    await Judging(parts.store, parts.clock).dismiss(ann, case.id, HERE)
    waiting = await village.propose(ben, await ready(parts, ben))
    await village.reviewing.claim(ann, waiting, HERE)
    erased = await ready(parts, ann)
    await erase(ann, erased, HERE, village.shutting)
    await village.eraser.erase(MortalSteps(), str(erased))
    assert ann.person
    await kept(parts, ann.person)
    with suppress(PersonError):
        await type_code(ann, DISCORD, "n", "AAAAAAAA", store=parts.store, clock=parts.clock)


async def _chose(village: Village, ann: Viewer) -> None:
    """Set the community up, with herself as its only moderator; and be banned from it."""
    assert ann.person
    async with village.parts.store.write() as writes:
        await writes.choose(ann, village.community, Choices(moderators=(ANN.external_id,)), HERE)
        await writes.keep_opening(Opening(ANN, village.community, village.parts.clock.now_ms() + 60_000))
        until_ms = village.parts.clock.now_ms() + 90 * 86_400_000
        await writes.ban(village.community, ann.person, until_ms, actor=ann.person)


async def _chatted(village: Village, ann: Viewer, hers: VideoId, bens: VideoId) -> None:
    """Agree to our papers, spend money, have cards and files in chats, buttons, an interview; ask for an archive."""
    parts = village.parts
    assert ann.person
    await village.post(ann, DISCORD, hers, CopyKind.DIRECT, "770000000000000001")
    await village.post(ann, DISCORD, bens, CopyKind.DIRECT, "770000000000000001")
    await village.post(ann, TELEGRAM, hers, CopyKind.UPLOAD, ANNS_OTHER.external_id)
    await village.post(ann, TELEGRAM, NO_VIDEO, CopyKind.DIRECT, ANNS_OTHER.external_id)
    async with parts.store.write() as writes:
        until_ms = parts.clock.now_ms() + 60_000
        await writes.offer(parts.ids.token(), Token("erase", hers, ann.person, 0, until_ms))
        await writes.ask_export(ExportId(parts.ids.new()), ann.person, "en")
        await writes.agree(ann.person, newest())
        await writes.reserve(Spending(hers, ann.person, village.community, "kling", Cost(450_000, "USD")))
        await writes.keep_interview(
            Interview(ann.person, TELEGRAM, ANNS_OTHER.external_id, hers, "{}", parts.clock.now_ms())
        )


def marks_of(people: Iterable[PersonId | None], accounts: Iterable[Identity]) -> list[str]:
    """Give what must be in no column: ids of people, and the platforms' ids of accounts."""
    return [*(one.hex for one in people if one), *(one.external_id for one in accounts)]


def named_in(parts: Parts, marks: Iterable[str]) -> list[tuple[str, str]]:
    """Say which columns of which tables hold one of these, however it is written."""
    looked = [(mark, str(UUID(mark)) if len(mark) == 32 else mark) for mark in marks]
    return sorted(
        {
            (table, column)
            for table, column, value in cells(parts.folder / "hushreel.db")
            for mark, dashed in looked
            if mark in value or dashed in value or (len(mark) == 32 and bytes.fromhex(mark).hex() in value)
        }
    )


def cells(file: Path) -> list[tuple[str, str, str]]:
    """Give every value of every column of every table, bytes in hexadecimal."""
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = []
        for table in tables:
            rows = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            names = [one[0] for one in rows.description]
            found += [
                (table, name, value.hex() if isinstance(value, bytes) else str(value))
                for row in rows
                for name, value in zip(names, row, strict=True)
            ]
    return found
