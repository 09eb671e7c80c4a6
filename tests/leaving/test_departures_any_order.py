"""Anybody does anything, and anybody is forgotten, in any order: nothing names who left, the others keep all theirs."""

import asyncio
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from core.chats import NO_VIDEO, CopyKind
from core.communities import Choices
from core.errors import PersonError
from core.grants import Through
from core.interviews import Interview
from core.people import FORGETS_AFTER_MS, Identity, PersonId, Platform, Role, Viewer
from core.publications import Why
from core.publishing.review import Ruling
from core.records import Token
from core.sharing.knock import ask_in, invite
from core.sharing.seen import mute, note_opening
from core.videos import PublicationId, VideoId
from tests.departing import ANN, ANNS_OTHER, BEN, CY, NOTE, Village, named_in, village_in
from tests.parts import HERE, Parts, parts_in
from tests.publishing import ready

DEE = Identity(Platform.TELEGRAM, "9900000005")
ACCOUNTS = (ANN, ANNS_OTHER, BEN, DEE)
accounts = st.sampled_from(ACCOUNTS)


class Departures(RuleBasedStateMachine):
    """Four accounts, two on each platform, and a moderator who stays."""

    @initialize()
    def open(self) -> None:
        """Begin with a community, and nobody in it."""
        self.loop = asyncio.new_event_loop()
        self.closing = AsyncExitStack()
        folder = Path(self.closing.enter_context(tempfile.TemporaryDirectory()))
        self.parts: Parts = self.run(self.closing.enter_async_context(parts_in(folder / "data")))
        self.village: Village = self.run(village_in(self.parts))
        self.moderator: Viewer = self.run(self.village.meet(CY, Role.MODERATOR))
        self.gone: set[str] = set()
        self.shown: list[PublicationId] = []

    def teardown(self) -> None:
        """Look for everybody who left once more, and close what was opened."""
        if hasattr(self, "loop"):
            try:
                assert named_in(self.parts, self.gone) == []
            finally:
                self.run(self.closing.aclose())
                self.loop.close()

    def run(self, doing: Any) -> Any:
        """Do something."""
        return self.loop.run_until_complete(doing)

    def tried(self, doing: Any) -> Any:
        """Do something that may be refused."""
        try:
            return self.run(doing)
        except PersonError:
            return None

    def viewer(self, account: Identity, role: Role = Role.MEMBER) -> Viewer:
        """Speak from an account."""
        viewer: Viewer = self.run(self.village.meet(account, role))
        return viewer

    def own(self, account: Identity, which: int = 0) -> VideoId | None:
        """Name one of the videos that an account's person has."""
        return next(iter(list(self.videos(self.viewer(account)))[which : which + 1]), None)

    def videos(self, viewer: Viewer) -> dict[VideoId, Any]:
        """Give what somebody has."""

        async def read() -> dict[VideoId, Any]:
            async with self.parts.store.read() as reads:
                found = await reads.videos(viewer, limit=100)
                return {one.video.id: (one, await reads.publications(viewer, one.video.id)) for one in found}

        found: dict[VideoId, Any] = self.run(read())
        return found

    @rule(account=accounts)
    def create(self, account: Identity) -> None:
        """Have a video, and its messages in chats."""
        viewer = self.viewer(account)
        video = self.run(ready(self.parts, viewer))
        for kind in (CopyKind.DIRECT, CopyKind.UPLOAD):
            self.run(self.village.post(viewer, account.platform, video, kind, account.external_id))
        self.run(self.village.post(viewer, account.platform, NO_VIDEO, CopyKind.DIRECT, account.external_id))

    @rule(account=accounts, other=accounts, which=st.integers(0, 2))
    def share(self, account: Identity, other: Identity, which: int) -> None:
        """Share a video, and have it opened there; perhaps nothing more shall be told of its owner."""
        video = self.own(account, which)
        if video is None:
            return
        self.tried(self.village.share(self.viewer(account), video, other))
        receiver = self.viewer(other)
        self.tried(note_opening(receiver, video, Through.DISCORD, store=self.parts.store))
        self.tried(mute(receiver, video, store=self.parts.store))
        self.tried(self.village.post(receiver, other.platform, video, CopyKind.DIRECT, other.external_id))

    @rule(account=accounts, other=accounts)
    def knock(self, account: Identity, other: Identity) -> None:
        """Ask to see somebody's video by an invitation."""
        video = self.own(account)
        self.viewer(other)
        if video is None:
            return
        made = self.tried(invite(self.viewer(account), video, HERE, store=self.parts.store, ids=self.parts.ids))
        if made is not None:
            self.tried(ask_in(made[0], other, "somebody", store=self.parts.store))

    @rule(account=accounts, which=st.integers(0, 2))
    def publish(self, account: Identity, which: int) -> None:
        """Have a video shown."""
        video = self.own(account, which)
        if video is not None:
            name = self.tried(self.village.publish(self.viewer(account), self.moderator, video))
            self.shown += [name] if name is not None else []

    @rule(account=accounts, other=accounts)
    def decline(self, account: Identity, other: Identity) -> None:
        """Have a video declined by another member as moderator, with words of their own."""
        video, moderator = self.own(account), self.viewer(other, Role.MODERATOR)
        name = self.tried(self.village.propose(self.viewer(account), video)) if video is not None else None
        if name is not None:
            self.tried(self.village.reviewing.claim(moderator, name, HERE))
            self.tried(self.village.reviewing.decline(moderator, name, 1, Ruling(Why.RULES, NOTE), HERE))

    @rule(account=accounts, which=st.integers(0, 2))
    def report(self, account: Identity, which: int) -> None:
        """Report what is shown."""
        viewer = self.viewer(account)
        for name in self.shown[which : which + 1]:
            self.tried(self.village.report(viewer, account.platform, name))

    @rule(first=accounts, second=accounts)
    def connect(self, first: Identity, second: Identity) -> None:
        """Make two accounts one person, or fail to."""
        self.tried(self.village.connect(first, second))

    @rule(account=accounts)
    def part(self, account: Identity) -> None:
        """Make two people of one again."""
        self.viewer(account)
        self.tried(self.village.part(account))

    @rule(account=accounts)
    def look_after(self, account: Identity) -> None:
        """Set the community up, with buttons and an interview open; and be banned there."""
        admin = self.viewer(account, Role.ADMIN)

        async def choose() -> None:
            assert admin.person
            chosen = (account.external_id,) if account.platform is Platform.DISCORD else ()
            async with self.parts.store.write() as writes:
                await writes.choose(admin, self.village.community, Choices(moderators=chosen), HERE)
                until_ms = self.parts.clock.now_ms() + FORGETS_AFTER_MS
                await writes.ban(self.village.community, admin.person, until_ms, actor=admin.person)
                await writes.offer(self.parts.ids.token(), Token("erase", admin.person, admin.person, 0, until_ms))
                await writes.keep_interview(
                    Interview(admin.person, account.platform, account.external_id, admin.person, "{}", 0)
                )

        self.tried(choose())

    @rule()
    def wait(self) -> None:
        """Let more than a day go by."""
        self.parts.clock.advance(FORGETS_AFTER_MS + 1)

    @rule(account=accounts, reached=st.booleans())
    def forget(self, account: Identity, reached: bool) -> None:  # noqa: FBT001 - as it was drawn
        """Forget whoever an account is: it can be searched for, and the others have what they had."""
        viewer, others = self.viewer(account), self._others(account)
        were, family = self._were(viewer)
        before = {one: self.videos(other) for one, other in others.items()}
        if self.tried(self.village.leave(account)) is None:
            return
        self.run(self.village.run(reached=reached))
        self.gone |= were
        marks = [*were, *(one.external_id for one in family)]
        assert named_in(self.parts, marks) == []
        for one, other in others.items():
            assert self._kept(self.videos(other)) == self._kept(before[one], were)
        assert {self.viewer(one).person for one in family}.isdisjoint(UUID(one) for one in were)

    def _others(self, account: Identity) -> dict[Identity, Viewer]:
        """Give everybody who isn't the person of an account, as they were met."""
        me = self.viewer(account).person
        everybody = {one: self.viewer(one) for one in (*ACCOUNTS, CY)}
        return {one: viewer for one, viewer in everybody.items() if viewer.person != me}

    def _were(self, viewer: Viewer) -> tuple[set[str], list[Identity]]:
        """Give the ids that a person goes by, and their accounts."""

        async def read() -> tuple[set[str], list[Identity]]:
            async with self.parts.store.read() as reads:
                family = [one.identity for one in await reads.accounts(viewer)]
                arrivals = [await reads.arrival(one, None) for one in family]
            ids: set[PersonId | None] = {viewer.person, *(one.origin for one in arrivals)}
            return {one.hex for one in ids if one is not None}, family

        found: tuple[set[str], list[Identity]] = self.run(read())
        return found

    @staticmethod
    def _kept(videos: dict[VideoId, Any], gone: set[str] | None = None) -> dict[VideoId, Any]:
        """Give what of somebody's videos doesn't depend on who else is there."""
        left = {UUID(one) for one in gone or ()}
        return {
            video: (
                view.title,
                view.video,
                view.hold,
                view.granted - left,
                [(one.publication.state, one.revision.why, one.revision.proposal) for one in published],
            )
            for video, (view, published) in videos.items()
        }


Departures.TestCase.settings = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestDepartures = Departures.TestCase
