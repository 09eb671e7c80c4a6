"""A draft for a route that leaves the house: what happens there with what is given, in one screen, before Send."""

from dataclasses import dataclass, field
from enum import Enum
from functools import reduce
from zlib import crc32

from bots.chat.buttons import Panel
from bots.chat.command import Asker
from bots.chat.quoted import sources_of
from bots.chat.reply import Button, Field, Fields, Part, Style, Text
from bots.chat.services import Services
from bots.texts.say import Money, Say, Value
from core.agreements import Versions
from core.generation.agreed import papers_to_agree
from core.generation.choosing import leaves
from core.generation.order import order_in
from core.records import Cost, PrivacyLabel, VideoView
from knowledge.clauses import clauses
from knowledge.quoting import Citation, cite
from knowledge.wording import words_in

_ASKED = {
    "label-where": ("country",),
    "label-keeps": ("keeps_inputs", "keeps_outputs"),
    "label-trains": ("trains",),
    "label-deletes": ("deletes",),
    "label-passes": ("passes_on_to",),
}
"""What the screen says, by the fields of a `PrivacyLabel` whose clauses answer it."""


class Route(Enum):
    """The ways to make a video that have a name in every language."""

    MOTION = "motion"
    KLING = "kling"
    COMFYUI = "comfyui"


def route_name(route: str) -> Say:
    """Name a way to make a video."""
    return Say(f"route-{route}")


def fingerprint(route: str, papers: Versions) -> int:
    """Tell apart what somebody saw before they pressed: a route, and the versions of its papers. 31 bits."""
    return crc32(f"{route} {sorted(papers.items())}".encode()) & 0x7FFFFFFF


def label_of(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Say what the route of a draft does with what it gets, each line with its clauses, and what it costs.

    Nothing for a route that stays in the house.
    """
    route = view.video.route
    if not leaves(route, services.generators):
        return ()
    label, quoting = services.generators[route].label(), _Quoting(asker, services)
    fields = [Field(Say(key), _line(key, names, label, quoting)) for key, names in _ASKED.items()]
    lead = Text(Say("label-lead", {"route": route_name(route), "host": label.host}))
    cost = Field(Say("label-cost"), _cost(view, services))
    return (lead, Fields((*fields, cost)), sources_of(quoting.said, asker.language, asker))


@dataclass
class _Quoting:
    """Quotes clauses, numbered as they come."""

    asker: Asker
    services: Services
    said: list[Citation] = field(default_factory=list)

    def quote(self, ids: str) -> Say:
        """Give the words of some clauses, by their ids; the papers are silent where there are none."""
        words, found = words_in(self.asker.language), []
        for one in dict.fromkeys(ids.split()):
            self.said.append(cite(clauses()[one], self.services.policy, words))
            found.append(Say("label-quote", {"text": self.said[-1].quote, "number": str(len(self.said))}))
        if not found:
            return Say("label-silent")
        return reduce(lambda before, after: Say("label-and", {"before": before, "after": after}), found)


def _line(key: str, names: tuple[str, ...], label: PrivacyLabel, quoting: _Quoting) -> Value | Say:
    """Quote the clauses behind some fields, and sum up what they say of training."""
    if key == "label-passes" and label.passes_on_to:
        return label.passes_on_to
    quoted = quoting.quote(" ".join(label.clauses.get(name, "") for name in names))
    return Say(f"trains-{label.trains.value}", {"said": quoted}) if key == "label-trains" else quoted


def _cost(view: VideoView, services: Services) -> Value | Say:
    remote = services.remote.get(view.video.route)
    media = [asset.media for asset in view.inputs]
    cost = remote.estimate(order_in(view), media=media) if remote else Cost()
    if cost.amount_micro is not None and cost.currency is not None:
        return Money(cost.amount_micro, cost.currency)
    return Say("label-cost-unknown")


async def begin_buttons(view: VideoView, panel: Panel, asker: Asker, services: Services) -> tuple[Button, ...]:
    """Offer to make a draft: here, or by sending it; where papers have to be agreed to first, those."""
    route = view.video.route
    if not leaves(route, services.generators):
        return await panel.offered(Say("button-start"), "create", "start", Style.MAIN)
    label, papers = services.generators[route].label(), services.papers(route)
    async with services.store.read() as reads:
        missing = await papers_to_agree(asker.viewer, label, papers, reads)
    if missing:
        return (panel.show(Say("button-papers", {"route": route_name(route)}), "create", "papers", Style.MAIN),)
    send = Say("button-send", {"route": route_name(route)})
    return await panel.offered(send, "create", "send", Style.MAIN, revision=fingerprint(route, papers))
