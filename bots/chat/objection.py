"""/objection: the letter that asks a generator to erase a video and not to use it. Its owner copies and sends it."""

from dataclasses import dataclass

from bots.chat.command import Asker, Command, VideoRef, asked
from bots.chat.facts import video_facts
from bots.chat.presses import Press, Pressed
from bots.chat.quoted import sources_of
from bots.chat.refs import find_in
from bots.chat.reply import Reply, Text
from bots.chat.services import Services
from core.errors import NotAllowed, NotFound
from core.gate import Action
from core.ports import Reads
from core.records import VideoView
from core.submissions import Submission
from core.videos import VideoId
from knowledge.objecting import Named, objection


@dataclass(frozen=True)
class Objecting:
    """Write the letter about a video; with `prompt`, its owner's own words stand in it."""

    video: VideoRef = asked()
    prompt: bool = asked(default=False)


async def answer_objection(request: Objecting, asker: Asker, services: Services) -> Reply:
    """Write the letter to whoever made a video, with the clauses that it relies on and those against it."""
    async with services.store.read() as reads:
        view = await _own(await find_in(request.video, asker, reads), asker, reads)
        order = await reads.submission(asker.viewer, view.video.id)
    return _written(view, order, asker, services, with_prompt=request.prompt)


async def press_objection(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Write the letter from a button: without its owner's words, for nobody chose to put them in."""
    async with services.store.read() as reads:
        view = await _own(await reads.video(asker.viewer, VideoId(pressed.subject), asker.surface), asker, reads)
        order = await reads.submission(asker.viewer, view.video.id)
    return _written(view, order, asker, services, with_prompt=False)


async def _own(view: VideoView | None, asker: Asker, reads: Reads) -> VideoView:
    """Give the asker's own video of which they may be told. Raises NotFound("video_not_found") and NotAllowed."""
    if view is None or view.video.owner != asker.person:
        raise NotFound("video_not_found")
    decision = await reads.decide(asker.viewer, Action.PRIVACY, view.video.id, asker.surface)
    if not decision.allowed:
        raise NotAllowed("unrelated")
    return view


def _written(
    view: VideoView, order: Submission | None, asker: Asker, services: Services, *, with_prompt: bool
) -> Reply:
    said = objection(
        video_facts(view, order=order),
        Named(str(view.video.id), view.video.asked_at_ms, view.prompt if with_prompt else ""),
        policy=services.policy,
        now_ms=services.clock.now_ms(),
        lang=asker.language,
        time_zone=asker.preferences.time_zone,
    )
    letter = (Text(plain=said.letter),) if said.letter else ()
    sources = (sources_of(said.citations, said.lang, asker),) if said.citations else ()
    return Reply((Text(plain=said.told), *letter, *sources))


COMMANDS = (Command("objection", Objecting, answer_objection),)
PRESSES = (Press("objection", press_objection),)
