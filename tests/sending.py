"""What tests of generators elsewhere share: a video that was asked for and sent."""

from collections.abc import Mapping

from core.generation.agreed import agree_to_papers
from core.generation.create import create
from core.generation.draft import start
from core.generation.order import Wish
from core.generation.paying import Purse
from core.people import Viewer
from core.routes import Generator
from core.videos import Making, VideoId
from knowledge.routes import papers_of
from tests.parts import HERE, Parts


async def sent(parts: Parts, owner: Viewer, wish: Wish, generators: Mapping[str, Generator]) -> VideoId:
    """Ask for a video of words; agree to its route's papers, and press Send, where it would leave the house."""
    made = await create(owner, wish, [], workers=parts.workers, generators=generators, **parts.for_use_cases)
    if (await parts.seen(owner, made.video)).video.state is Making.ASKED:
        papers = papers_of(wish.route)
        await agree_to_papers(owner, papers, papers, store=parts.store)
        await start(
            owner,
            made.video,
            HERE,
            route=wish.route,
            store=parts.store,
            generators=generators,
            papers=papers_of,
            purse=Purse({}, None, parts.clock),
        )
    return made.video
