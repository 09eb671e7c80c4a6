"""A community in which videos are reported, and whoever decides."""

from dataclasses import dataclass, replace

from core.cases import Case, CaseId, Received, Reporter, Said
from core.gate import Surface
from core.people import CommunityId, Platform, Viewer
from core.publishing.cases import Judging
from core.publishing.report import Reporting
from core.videos import Portrayed, Publication, PublicationId, VideoId
from tests.parts import HERE, Parts
from tests.publishing import CAPTION, Town, ready, town_in


@dataclass
class Court:
    """A town with its use cases of reports and cases."""

    town: Town

    @property
    def parts(self) -> Parts:
        """What everything stands on."""
        return self.town.parts

    @property
    def community(self) -> CommunityId:
        """Where things are shown."""
        return self.town.community

    @property
    def moderator(self) -> Viewer:
        """Somebody who decides here."""
        return self.town.moderator

    @property
    def second(self) -> Viewer:
        """Somebody else who decides here."""
        return self.town.second

    @property
    def judging(self) -> Judging:
        """The use cases of whoever decides."""
        return Judging(self.parts.store, self.parts.clock)

    @property
    def reporting(self) -> Reporting:
        """The use cases of whoever reports."""
        return Reporting(self.parts.store, self.parts.clock)

    async def sent(self, owner: Viewer | None = None) -> Publication:
        """Propose a video, or show it where nobody moderates."""
        author = owner or self.town.owner
        video = await ready(self.parts, author)
        begun = await self.town.proposing.begin(author, video, self.community, HERE)
        named = begun.publication
        await self.town.proposing.change(
            author,
            named.id,
            1,
            HERE,
            lambda proposal: replace(proposal, caption=CAPTION, portrayed=Portrayed.NOBODY),
        )
        return (await self.town.proposing.send(author, named.id, 1, HERE)).publication

    async def shown(self, owner: Viewer | None = None) -> Publication:
        """Have a video of somebody's shown, approved by the second moderator."""
        named = await self.sent(owner)
        await self.town.reviewing.approve(self.second, named.id, 1, HERE)
        async with self.parts.store.write() as writes:
            await writes.move_publication(named.id, 1, "post")
        return named

    async def report(self, publication: PublicationId, said: Said, by: Viewer | None = None) -> Received:
        """Report what is shown, by a member."""
        viewer = by or self.town.member
        reporter = Reporter(viewer.person, Platform.DEMO)
        return await self.reporting.about_publication(viewer, publication, said, reporter, HERE)

    async def reported(self, publication: PublicationId, said: Said, by: Viewer | None = None) -> CaseId:
        """Report it, and give the case."""
        return (await self.report(publication, said, by)).case

    async def seen(self, case: CaseId) -> Case | None:
        """Read a case as a moderator does."""
        async with self.parts.store.read() as reads:
            return await reads.case(self.moderator, case, HERE)

    async def is_held(self, video: VideoId) -> bool:
        """Whether a video is held, as its owner, whoever that is, would read it."""
        async with self.parts.store.read() as reads:
            views = [await reads.video(one, video, HERE) for one in (self.town.owner, self.moderator)]
        return any(view is not None and view.hold for view in views)

    async def on_feed(self, video: VideoId) -> bool:
        """Whether another member sees a video in the channel."""
        async with self.parts.store.read() as reads:
            return await reads.video(self.town.member, video, Surface.FEED) is not None

    async def erase(self, video: VideoId) -> None:
        """Erase a video to the last row."""
        async with self.parts.store.write() as writes:
            await writes.move_video(video, "erase")
        async with self.parts.store.write() as writes:
            await writes.forget_video(video)


async def court_in(parts: Parts) -> Court:
    """Begin a community, and meet its people."""
    return Court(await town_in(parts))
