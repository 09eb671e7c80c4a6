"""What each model of Kling takes, as far as a source says it. What isn't refused here, Kling refuses before it begins.

Sources: kling.ai/llms.txt of 2026-08-12 and clients' repositories (durations, modes, negative prompts, camera,
extension); of the newer contract second-hand notes of 2026-10-02.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.errors import RouteRefused
from core.records import Order
from core.videos import Effect, Media

WORDS_LONGEST = 2500
"""Of a prompt, and of what shall not be seen: characters."""

NEWER_WORDS_LONGEST = 3072
SPEECH_LONGEST = 120
PICTURES_MOST = 2
"""The first frame and the last one."""

CAMERAS = frozenset({"down_back", "forward_up", "right_turn_forward", "left_turn_forward"})
"""Presets of camera_control; "simple" has six axes, of which `camera` names one, such as "zoom:5" (-10 to 10)."""

AXES = frozenset({"horizontal", "vertical", "pan", "tilt", "roll", "zoom"})
AXIS_MOST = 10
_SHORT = frozenset({5, 10})
_ANY = frozenset(range(3, 16))


@dataclass(frozen=True)
class Model:
    """One model: lengths in seconds, modes (the first is the usual one), and what can be asked of it beside."""

    seconds: frozenset[int] = _SHORT
    qualities: tuple[str, ...] = ("std", "pro")
    negative: bool = True
    camera: bool = False
    sound: bool = False
    continues: bool = False
    multi_shot: bool = False
    from_words: bool = True
    words_longest: int = WORDS_LONGEST


LEGACY: Mapping[str, Model] = {
    "kling-v1": Model(camera=True, continues=True),
    "kling-v1-5": Model(camera=True, continues=True, from_words=False),
    "kling-v1-6": Model(continues=True),
    "kling-v2-master": Model(qualities=("",)),
    "kling-v2-1": Model(from_words=False),
    "kling-v2-1-master": Model(qualities=("",)),
    "kling-v2-5-turbo": Model(),
    "kling-v2-6": Model(sound=True),
    "kling-v3": Model(seconds=_ANY, sound=True),
}
NEWER: Mapping[str, Model] = {
    "kling-3.0": Model(
        seconds=_ANY,
        qualities=("720p", "1080p", "4k"),
        negative=False,
        sound=True,
        multi_shot=True,
        words_longest=NEWER_WORDS_LONGEST,
    ),
}


def check(order: Order, media: Collection[Media], model: Model) -> None:
    """Compare an order with a model's limits.

    Raises RouteRefused: route_seconds(given, can); route_words_too_long(given, limit); route_inputs_unfit(limit);
    route_sound_only; route_words_needed; route_picture_needed; route_choice_unfit(choice), which is negative, camera,
    quality, sound, multi_shot, continues, effect or text.
    """
    extras = order.extras
    _check_inputs(order, media, model)
    if order.seconds not in model.seconds and not extras.continues:
        can = ", ".join(str(one) for one in sorted(model.seconds))
        raise RouteRefused("route_seconds", given=order.seconds, can=can)
    limits = ((order.prompt, model.words_longest), (extras.negative, WORDS_LONGEST), (extras.speech, SPEECH_LONGEST))
    for words, limit in limits:
        if len(words) > limit:
            raise RouteRefused("route_words_too_long", given=len(words), limit=limit)
    choice = next((name for name, fits in _choices(order, model).items() if not fits), None)
    if choice is not None:
        raise RouteRefused("route_choice_unfit", choice=choice)


def _check_inputs(order: Order, media: Collection[Media], model: Model) -> None:
    pictures = sum(one is Media.PICTURE for one in media)
    others = len(media) - pictures
    speaks = bool(order.extras.continues) and set(media) <= {Media.SOUND}
    if order.extras.continues and not speaks:
        raise RouteRefused("route_sound_only")
    if (others and not speaks) or pictures > PICTURES_MOST or len(media) > PICTURES_MOST:
        raise RouteRefused("route_inputs_unfit", limit=PICTURES_MOST)
    if pictures or order.extras.continues:
        return
    if not model.from_words:
        raise RouteRefused("route_picture_needed")
    if not order.prompt:
        raise RouteRefused("route_words_needed")


def _choices(order: Order, model: Model) -> Mapping[str, bool]:
    extras = order.extras
    return {
        "negative": model.negative or not extras.negative,
        "camera": not extras.camera or (model.camera and axis_of(extras.camera) is not None),
        "quality": not extras.quality or extras.quality in model.qualities,
        "sound": model.sound or not extras.sound,
        "multi_shot": model.multi_shot or not extras.multi_shot,
        "continues": model.continues or not extras.continues,
        "effect": order.effect is Effect.NONE,
        "text": not order.text,
    }


def axis_of(camera: str) -> tuple[str, int] | None:
    """Read a move: ("", 0) for a preset, an axis and how far for a simple one, None for what is neither."""
    if camera in CAMERAS:
        return "", 0
    axis, _, far = camera.partition(":")
    try:
        value = int(far)
    except ValueError:
        return None
    return (axis, value) if axis in AXES and abs(value) <= AXIS_MOST else None
