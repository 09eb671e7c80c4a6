"""Any order of moves on the real database does what the tables say, and is never more visible than was decided."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import LostRace, NotAllowed
from core.gate import Surface
from core.people import PersonId, Role, Viewer
from core.videos import (
    MAKING_MOVES,
    SHOWING_MOVES,
    Audience,
    Making,
    Move,
    Publication,
    PublicationId,
    Showing,
    VideoId,
)
from tests.keeping import HOME, ask_file, kept
from tests.parts import HERE, Parts, parts_in

MAKING = sorted({move.verb for move in MAKING_MOVES})
SHOWING = sorted({move.verb for move in SHOWING_MOVES})
HOLDS = ["hold", "lift"]
ERASE_RARELY = [verb for verb in MAKING if verb != "erase"]


@dataclass
class Told:
    """What a life should look like, kept beside the database by rules of its own."""

    making: Making = Making.QUEUED
    showing: Showing = Showing.DRAFT
    revision: int = 1
    seen: int | None = None
    held: bool = False
    verbs: list[str] = field(default_factory=list)

    def move(self, verb: str) -> str:
        """Say what comes of a verb, and take it over."""
        if verb in HOLDS:
            self.held = verb == "hold"
            return "done"
        making = arrow(MAKING_MOVES, verb, self.making)
        if making is not None:
            self.making = making.end
            self.verbs.append(verb)
            return "done"
        showing = arrow(SHOWING_MOVES, verb, self.showing)
        if self.making is Making.ERASING or verb in MAKING:
            return "lost"
        if self.held and any(move.opens for move in SHOWING_MOVES if move.verb == verb):
            return "held"
        if showing is None:
            return "lost"
        self.showing = showing.end
        if showing.end is Showing.SHOWN:
            self.seen = self.revision
        if showing.end in {Showing.WITHDRAWN, Showing.REMOVED, Showing.EXPIRED}:
            self.seen = None
        if showing.end is Showing.DRAFT:
            self.revision += 1
        return "done"

    @property
    def open_to_the_community(self) -> bool:
        """Whether a member may see it now."""
        return self.seen is not None and not self.held and self.making is not Making.ERASING


def arrow(table: Sequence[Move[Any]], verb: str, start: object) -> Move[Any] | None:
    """Give the row of a table that leads on."""
    return next((move for move in table if (move.verb, move.start) == (verb, start)), None)


async def move(parts: Parts, video: VideoId, publication: PublicationId, revision: int, verb: str) -> str:
    """Try a verb on the database, and say what came of it."""
    if verb in HOLDS:
        ask_file(parts, f"UPDATE videos SET hold = {int(verb == 'hold')} WHERE id = '{video.hex}'")  # noqa: S608
        return "done"
    try:
        async with parts.store.write() as writes:
            if verb in MAKING:
                await writes.move_video(video, verb)
            else:
                await writes.move_publication(publication, revision, verb)
    except LostRace:
        return "lost"
    except NotAllowed as refused:
        return refused.code
    return "done"


async def live(parts: Parts, owner: PersonId, verbs: Sequence[str]) -> None:
    """Live one life of a video, looking at it after each step."""
    video = await kept(parts, owner)
    name = PublicationId(parts.ids.new())
    async with parts.store.write() as writes:
        await writes.add_publication(Publication(name, video, HOME, Audience.COMMUNITY, 1, Showing.DRAFT))
    told = Told()
    member = Viewer(None, {HOME: Role.MEMBER})
    for verb in verbs:
        revision = told.revision
        assert await move(parts, video, name, revision, verb) == told.move(verb), (verb, told)
        async with parts.store.read() as reads:
            seen = await reads.video(member, video, Surface.FEED)
            own = await reads.video(Viewer(owner), video, HERE)
            lines = await reads.events(Viewer(owner), video)
        assert (seen is not None) == told.open_to_the_community
        assert (own is None) == (told.making is Making.ERASING)
        if own is not None:
            (shown,) = own.publications
            assert own.video.state is told.making
            assert (shown.state, shown.revision, shown.shown_revision) == (told.showing, told.revision, told.seen)
            assert [line.verb for line in lines] == ["ask", "queue", *told.verbs]
            assert (own.place is not None) == (told.making is Making.QUEUED)


def test_any_order_of_moves_does_what_the_tables_say(tmp_path: Path) -> None:
    """Whatever is tried in whatever order: states, revisions, history and what others see are as the tables say."""
    with asyncio.Runner() as runner:
        closing = AsyncExitStack()
        parts = runner.run(closing.enter_async_context(parts_in(tmp_path / "data")))
        owner = runner.run(parts.person()).person
        assert owner

        @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(st.lists(st.sampled_from([*SHOWING, *SHOWING, *ERASE_RARELY, "erase", *HOLDS]), max_size=14))
        def lives(verbs: list[str]) -> None:
            runner.run(live(parts, owner, verbs))

        try:
            lives()
        finally:
            runner.run(closing.aclose())
