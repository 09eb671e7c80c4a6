"""Add files: the form of a draft's card that takes more of them."""

from dataclasses import replace

from bots.chat.cards import card_of, draw, name
from bots.chat.command import Asker, Opens
from bots.chat.drafts import Addition, is_draft, put_in
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Form, FormField, Reply, Text
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import BadInput, LostRace
from core.gate import Action
from core.generation.given import Given, room_for
from core.generation.own import own_video
from core.records import VideoView
from core.videos import Media, VideoId

FIELD = "files"


async def press_files(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for files, and say what still fits; a draft that takes no more is shown, and says so itself.

    Raises LostRace("video_moved_on", state) when it is no draft any more.
    """
    async with services.store.read() as reads:
        view = await own_video(asker.viewer, Action.RENAME, VideoId(pressed.subject), asker.surface, reads)
    if not is_draft(view):
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
    """Take the files that a form brought, and show the card; above it stands what doesn't go together with the rest.

    Raises BadInput("files_missing") for none, and what `put_in` raises otherwise.
    """
    video = VideoId(pressed.subject)
    if not pressed.uploads:
        raise BadInput("files_missing")
    try:
        return await put_in(video, Addition(files=pressed.uploads), asker, services)
    except BadInput as refused:
        if refused.code != "inputs_dont_mix":
            raise
        card = await card_of(video, asker, services)
        return replace(card, parts=(Text(_dont_mix(refused)), *card.parts), mendable=True)


def _dont_mix(refused: BadInput) -> Say:
    """Say what the draft would have had: unlike in a new video, what is there is kept."""
    return Say("files-dont-mix", {kind: refused.data[kind] for kind in ("pictures", "clips", "sounds", "limit")})


COMMANDS = ()
PRESSES = (Press("files", press_files, opens=Opens.FORM), Press("attach", press_attach, changes=True, takes_in=True))
