"""What only some generators can be asked for beside: what shall not be seen, a camera move, words to say, and more."""

from collections.abc import Mapping
from dataclasses import replace

from bots.chat.cards import card_of, name
from bots.chat.command import Asker, Opens
from bots.chat.drafts import draft_seen
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Form, FormField, Reply
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import BadInput
from core.generation.draft import refine
from core.generation.order import tidy
from core.records import Offers, VideoView
from core.videos import Extras, VideoId

NEGATIVE_LONGEST = 500
SPEECH_LONGEST = 120
CHOICE_LONGEST = 32
NONE = "none"
_ON = {"on": True, NONE: False}


async def press_extras(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for what a draft's generator takes beside."""
    view = await draft_seen(VideoId(pressed.subject), asker, services)
    fields = _fields(view, _offers(view, services))
    if not fields:
        return await card_of(view.video.id, asker, services)
    press = await services.presses.offer("refine", view.video.id, asker)
    return Reply((Form(Say("extras-form", {"video": name(view)}), press, fields),))


def _offers(view: VideoView, services: Services) -> Offers:
    remote = services.remote.get(view.video.route)
    return remote.offers() if remote else Offers()


def _fields(view: VideoView, offers: Offers) -> tuple[FormField, ...]:
    chosen, fields = view.extras, []
    if offers.negative:
        fields.append(_words("negative", NEGATIVE_LONGEST, chosen.negative))
    if chosen.continues:
        return (*fields, _words("speech", SPEECH_LONGEST, chosen.speech))
    if offers.cameras:
        moves = ((NONE, Say("camera-none")), *((one, Say(f"camera-{one}")) for one in offers.cameras))
        fields.append(_choice("camera", chosen.camera or NONE, moves))
    if offers.qualities:
        modes = tuple((one, Say("extras-mode", {"mode": one})) for one in offers.qualities)
        fields.append(_choice("quality", chosen.quality or offers.qualities[0], modes))
    if offers.sound:
        ways = (("on", Say("sound-on")), (NONE, Say("sound-none")))
        fields.append(_choice("sound", "on" if chosen.sound else NONE, ways))
    if offers.cuts:
        ways = (("on", Say("cuts-on")), (NONE, Say("cuts-none")))
        fields.append(_choice("cuts", "on" if chosen.multi_shot else NONE, ways))
    return tuple(fields)


def _words(field: str, longest: int, typed: str) -> FormField:
    return FormField(field, Say(f"extras-{field}"), longest, typed, required=False, many_lines=True)


def _choice(field: str, chosen: str, choices: tuple[tuple[str, Say], ...]) -> FormField:
    return FormField(field, Say(f"extras-{field}"), CHOICE_LONGEST, chosen, required=False, choices=choices)


async def press_refine(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take what was filled in. Raises BadInput("option_malformed", option), and what the generator refuses."""
    view = await draft_seen(VideoId(pressed.subject), asker, services)
    form = pressed.form or {}
    extras = replace(_filled_in(form), continues=view.extras.continues)
    video = view.video.id
    await refine(asker.viewer, video, extras, asker.surface, store=services.store, generators=services.generators)
    return await card_of(video, asker, services)


def _filled_in(form: Mapping[str, str]) -> Extras:
    limits = {"negative": NEGATIVE_LONGEST, "speech": SPEECH_LONGEST}
    words = {field: tidy(form.get(field, "")) for field in limits}
    switches = {field: form.get(field, NONE) for field in ("sound", "cuts")}
    wrong = [*(one for one, limit in limits.items() if len(words[one]) > limit)]
    wrong += [one for one, way in switches.items() if way not in _ON]
    if wrong:
        raise BadInput("option_malformed", option=wrong[0])
    camera = form.get("camera", NONE)
    return Extras(
        negative=words["negative"],
        camera="" if camera == NONE else camera,
        quality=form.get("quality", ""),
        sound=_ON[switches["sound"]],
        multi_shot=_ON[switches["cuts"]],
        speech=words["speech"],
    )


COMMANDS = ()
PRESSES = (Press("extras", press_extras, opens=Opens.FORM), Press("refine", press_refine, changes=True))
