"""Whether an order fits the workflows that are set up: said before anything is kept or sent."""

from collections.abc import Collection, Mapping, Sequence

from core.errors import RouteRefused
from core.generators.comfyui.template import Template
from core.records import Order
from core.videos import Effect, Media


def check(order: Order, media: Collection[Media], templates: Sequence[Template]) -> Template:
    """Choose the workflow for an order: the first that takes these inputs and is long enough.

    Raises RouteRefused: route_inputs_unfit(limit), route_one_picture, route_words_needed, route_picture_needed,
    route_seconds(given, can), route_choice_unfit(choice).
    """
    fitting = [template for template in templates if template.fits(media)]
    if not media and not order.prompt.strip():
        raise RouteRefused("route_words_needed")
    if not fitting and not media:
        raise RouteRefused("route_picture_needed")
    if not fitting:
        most = max(len(template.takes) for template in templates)
        if most == 1:
            raise RouteRefused("route_one_picture")
        raise RouteRefused("route_inputs_unfit", limit=most)
    template = next((one for one in fitting if order.seconds <= one.seconds_most), None)
    if template is None:
        most = max(one.seconds_most for one in fitting)
        raise RouteRefused("route_seconds", given=order.seconds, can=", ".join(str(one) for one in range(1, most + 1)))
    choice = next((name for name, fits in _choices(order, template).items() if not fits), None)
    if choice is not None:
        raise RouteRefused("route_choice_unfit", choice=choice)
    return template


def _choices(order: Order, template: Template) -> Mapping[str, bool]:
    extras = order.extras
    return {
        "negative": "negative" in template.inputs or not extras.negative,
        "camera": not extras.camera,
        "quality": not extras.quality,
        "sound": not extras.sound,
        "multi_shot": not extras.multi_shot,
        "continues": not extras.continues and not extras.speech,
        "effect": order.effect is Effect.NONE,
        "text": not order.text,
    }
