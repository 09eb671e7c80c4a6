"""Adding files to a draft: by a form of its card, or where files simply come."""

from collections.abc import Sequence
from dataclasses import replace

from bots.chat.cards import card_of, draw, name, with_cut
from bots.chat.command import Asker, Opens
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Form, FormField, Reply, Text
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import BadInput, LostRace, NotFound
from core.generation.adding import add_files
from core.generation.given import Given, room_for
from core.intake.upload import Upload
from core.records import VideoView
from core.videos import Making, Media, VideoId

FIELD = "files"


async def press_files(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for files, and say what still fits; a draft that takes no more is shown, and says so itself.

    Raises LostRace("video_moved_on", state) when it is no draft any more.
    """
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, VideoId(pressed.subject), asker.surface)
    if view is None:
        raise NotFound("video_not_found")
    if view.video.state is not Making.ASKED:
        raise LostRace("video_moved_on", state=view.video.state.value)
    room = _room(view)
    most = max(room[Media.PICTURE], room[Media.CLIP]) + room[Media.SOUND]
    if not most:
        return await draw(view, asker, services)
    press = await services.presses.offer("attach", view.video.id, asker)
    field = FormField(FIELD, Say("files-fit", {"what": _fitting(room)}), 0, files=most)
    return Reply((Form(Say("files-form", {"video": name(view)}), press, (field,)),))


def _room(view: VideoView) -> dict[Media, int]:
    return room_for([Given.of(asset) for asset in view.inputs])


def _fitting(room: dict[Media, int]) -> tuple[Say, ...]:
    """Name what still goes together with a draft."""
    fits = []
    if room[Media.PICTURE]:
        fits.append(Say("fits-either" if room[Media.CLIP] else "fits-picture", {"count": room[Media.PICTURE]}))
    if room[Media.SOUND]:
        fits.append(Say("fits-sound"))
    return tuple(fits)


async def press_attach(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the files that a form brought. Raises as `take` does."""
    return await take(VideoId(pressed.subject), pressed.uploads, asker, services)


async def take(video: VideoId, uploads: Sequence[Upload], asker: Asker, services: Services) -> Reply:
    """Add files to a draft, and show its card; above it stands what doesn't go together with what it has.

    Raises what `add_files` raises otherwise.
    """
    try:
        cut_ms = await add_files(
            asker.viewer,
            video,
            uploads,
            asker.surface,
            store=services.store,
            vault=services.vault,
            workers=services.workers,
            generators=services.generators,
            ids=services.ids,
        )
    except BadInput as refused:
        if refused.code != "inputs_dont_mix":
            raise
        card = await card_of(video, asker, services)
        return replace(card, parts=(Text(_dont_mix(refused)), *card.parts))
    return with_cut(await card_of(video, asker, services), cut_ms)


def _dont_mix(refused: BadInput) -> Say:
    """Say what the draft would have had: unlike in a new video, what is there is kept."""
    return Say("files-dont-mix", {kind: refused.data[kind] for kind in ("pictures", "clips", "sounds", "limit")})


COMMANDS = ()
PRESSES = (Press("files", press_files, opens=Opens.FORM), Press("attach", press_attach, changes=True))
