"""What a video is made of and how, as its owner chose it."""

from bots.chat.reply import Field
from bots.texts.say import Say
from core.records import VideoView
from core.videos import RESTYLES, Effect, Extras, Media

_SECOND_MS = 1000


def plan(view: VideoView) -> tuple[Field, ...]:
    """List what a draft holds, as its owner chose it."""
    video = view.video
    given = {media: sum(asset.media is media for asset in view.inputs) for media in Media}
    named = tuple(Say(f"given-{media.value}", {"count": count}) for media, count in given.items() if count)
    shape = Say(f"shape-{video.shape.name.lower()}")
    fields = [
        Field(Say("plan-given"), Say("given-list", {"what": named}) if named else Say("given-words")),
        Field(Say("plan-shape"), shape),
        Field(Say("plan-length"), Say("plan-seconds", {"seconds": video.seconds})),
    ]
    if video.start_ms:
        fields.append(Field(Say("plan-start"), Say("plan-start-at", {"seconds": video.start_ms // _SECOND_MS})))
    if video.effect is not Effect.NONE:
        fields.append(Field(Say("plan-effect"), Say(f"effect-{video.effect.value}")))
    if view.prompt:
        fields.append(Field(Say("plan-prompt"), view.prompt))
    if view.text:
        fields.append(Field(Say("plan-text"), view.text))
    if view.extras.continues:
        fields.append(Field(Say("plan-continues"), _goes_on(view)))
    return (*fields, *_extras(view.extras))


def _goes_on(view: VideoView) -> Say:
    """Say what becomes of the video that a draft goes on from."""
    if any(asset.media is Media.SOUND for asset in view.inputs):
        return Say("continues-sound")
    return Say("continues-speech", {"words": view.extras.speech}) if view.extras.speech else Say("continues-words")


def _extras(chosen: Extras) -> tuple[Field, ...]:
    """List what only some generators take."""
    fields = []
    if chosen.negative:
        fields.append(Field(Say("extras-negative"), chosen.negative))
    if chosen.camera:
        fields.append(Field(Say("extras-camera"), Say(f"camera-{chosen.camera}")))
    if chosen.quality:
        fields.append(Field(Say("extras-quality"), chosen.quality))
    if chosen.sound:
        fields.append(Field(Say("extras-sound"), Say("sound-on")))
    if chosen.multi_shot:
        fields.append(Field(Say("extras-cuts"), Say("cuts-on")))
    return tuple(fields)


def made_of(view: VideoView) -> str:
    """Name what the pictures of a video came from; others than its owner don't learn it."""
    given = [asset.media for asset in view.inputs]
    if Media.CLIP in given:
        return "clip"
    match given.count(Media.PICTURE):
        case 0:
            return "sound" if given else "words"
        case 1:
            return "picture"
        case _:
            return "pictures"


def effects_for(view: VideoView) -> tuple[Effect, ...]:
    """Give the effects that fit what was given."""
    given = {asset.media for asset in view.inputs}
    if Media.CLIP in given:
        return tuple(effect for effect in Effect if effect is not Effect.NONE)
    return tuple(effect for effect in Effect if effect in RESTYLES) if Media.PICTURE in given else ()


def is_pictured(view: VideoView) -> bool:
    """Whether the owner gave pictures that stay as they are."""
    return bool({Media.PICTURE, Media.CLIP} & {asset.media for asset in view.inputs})
