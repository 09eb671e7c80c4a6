"""The card of a draft for a community: what it would say, and before anything is sent, who would see what."""

from bots.chat.buttons import Panel
from bots.chat.command import Asker
from bots.chat.publications import Own, said_of
from bots.chat.reply import Button, Choice, Field, Fields, Part, Style, Text
from bots.chat.services import Services
from bots.texts.say import CommandName, PersonName, Say, When
from core.communities import Spot
from core.publications import Caption, Proposal, Publishing
from core.videos import Audience, Portrayed

WHO = {Portrayed.SELF: "pubself", Portrayed.AGREED: "pubagree", Portrayed.NOBODY: "pubnone"}
"""What can be said of who is in it, by the press that says it."""

AUDIENCES = {Audience.COMMUNITY: "pubcomm", Audience.ANYONE: "pubworld"}
DAYS = {"pub7d": 7, "pub30d": 30, "pub90d": 90}
DAY_MS = 86_400_000
RULE_LINES_MOST = 12


async def draft_parts(found: Own, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Draw a draft: its words, its choices, and the preview. Outside its community, say where it goes on."""
    head = Text(Say("publish-draft", said_of(found)))
    stays = (Text(Say("publication-stays")),) if found.view.publication.shown_revision is not None else ()
    if found.rules is None:
        return (head, *stays, elsewhere(found.view.number))
    panel = Panel(found.view.publication.id, asker, services)
    proposal = found.view.revision.proposal
    return (
        head,
        *stays,
        *_rules(found.rules),
        _words(proposal),
        *panel.row(panel.show(Say("button-words"), "publish", "pubwords")),
        *await _choices(found, panel),
        *await preview(found, asker, services),
        *await _sending(found, panel),
    )


def elsewhere(number: int) -> Text:
    """Say where publishing goes on: where it shall be shown."""
    return Text(Say("publish-elsewhere", {"command": CommandName("publish"), "number": str(number)}))


def _rules(rules: Publishing) -> tuple[Text, ...]:
    """Give the community's rules word for word, a paragraph a line."""
    found = [line.strip() for line in rules.rules.splitlines() if line.strip()]
    if not found:
        return ()
    shown = [*found[: RULE_LINES_MOST - 1], " ".join(found[RULE_LINES_MOST - 1 :])]
    return (Text(Say("publish-rules")), *(Text(Say("publish-rule", {"rule": line})) for line in shown if line))


def _words(proposal: Proposal) -> Fields:
    caption = proposal.caption
    return Fields(
        (
            Field(Say("publish-title"), caption.title or Say("publish-untitled")),
            Field(Say("publish-description"), caption.description or Say("publish-none")),
            Field(Say("publish-tags"), caption.tags or Say("publish-none")),
            *said_in(caption),
        )
    )


def said_in(caption: Caption) -> tuple[Field, ...]:
    """Give what is said in the video, where its owner wrote that down."""
    return (Field(Say("publish-said"), caption.said),) if caption.said else ()


async def _choices(found: Own, panel: Panel) -> tuple[Choice, ...]:
    """Offer what is chosen by one press each; what holds stands out."""
    proposal, number = found.view.revision.proposal, found.view.publication.revision

    async def offer(label: Say, action: str, *, holds: bool) -> Button:
        style = Style.MAIN if holds else Style.QUIET
        return await panel.offer(label, "publish", action, style, revision=number)

    who = [
        await offer(Say(f"portrayed-{one.value}"), action, holds=one is proposal.portrayed)
        for one, action in WHO.items()
    ]
    audience = [
        await offer(Say(f"publish-audience-{one.value}"), action, holds=one is proposal.audience)
        for one, action in AUDIENCES.items()
    ]
    until = [await offer(Say(f"button-{action}"), action, holds=False) for action in DAYS]
    other = panel.show(Say("button-another-date"), "publish", "pubdate")
    is_open = found.rules is not None and found.rules.world and panel.services.links
    asks = is_open or proposal.audience is Audience.ANYONE
    return (
        Choice(Say("publish-ask-who"), tuple(who)),
        Choice(Say("publish-ask-name"), await _names(found, panel)),
        *((Choice(Say("publish-ask-audience"), tuple(audience)),) if asks else ()),
        Choice(Say("publish-ask-until"), (*until, other)),
    )


async def _names(found: Own, panel: Panel) -> tuple[Button, ...]:
    """Offer to stay anonymous, and a name: the one that is typed, else what their platform calls them."""
    credit, number = found.view.revision.proposal.caption.credit, found.view.publication.revision
    style = Style.QUIET if credit else Style.MAIN
    none = await panel.offer(Say("publish-anonymous"), "publish", "pubanon", style, revision=number)
    known = credit or panel.asker.name
    if not known:
        return (none, panel.show(Say("button-with-name"), "publish", "pubwords"))
    label, style = Say("button-as-name", {"name": PersonName(known)}), Style.MAIN if credit else Style.QUIET
    return (none, await panel.offer(label, "publish", "pubname", style, revision=number))


async def preview(found: Own, asker: Asker, services: Services) -> tuple[Text, ...]:
    """Say exactly who would see what, under which name, until when, and what can't be undone."""
    del asker
    proposal = found.view.revision.proposal
    credit = proposal.caption.credit
    name = Say("publish-name-shown", {"name": PersonName(credit)}) if credit else Say("publish-name-none")
    when = When(proposal.until_ms or found.video.video.ends_at_ms)
    return (
        *await _seen_by(found, services),
        Text(name),
        Text(Say("publish-people", {"who": Say(f"publish-people-{_said(proposal.portrayed)}")})),
        Text(Say("publish-until", {"when": when})),
    )


def _said(portrayed: Portrayed) -> str:
    return portrayed.value if portrayed in WHO else Portrayed.UNSAID.value


async def _seen_by(found: Own, services: Services) -> tuple[Text, ...]:
    """Say who sees it first, and who then; how many, where the platform tells it."""
    community, proposal = found.view.publication.community, found.view.revision.proposal
    is_moderated = found.rules is None or found.rules.reviewed
    first: tuple[Text, ...] = ()
    if is_moderated:
        readers = await services.readers(community, Spot.REVIEW)
        first = (Text(Say("publish-first") if readers is None else Say("publish-first-count", {"count": readers})),)
        if found.rules is not None and found.rules.idle and not found.rules.moderated:
            first = (Text(Say("publish-idle")), *first)
        first = (*first, *((Text(Say("publish-alone")),) if found.alone else ()))
    then = "publish-then" if is_moderated else "publish-at-once"
    web = Say(f"publish-web-{proposal.audience.value}")
    readers = await services.readers(community, Spot.SHOWCASE)
    counted = () if readers is None else (Text(Say("publish-readers", {"count": readers})),)
    return (*first, Text(Say(then, {"community": said_of(found)["community"], "web": web})), *counted)


async def _sending(found: Own, panel: Panel) -> tuple[Part, ...]:
    """Offer to send it only when everything is said that is needed."""
    stop = panel.show(Say("button-cancel"), "publish", "pubstop")
    if found.view.revision.proposal.portrayed not in WHO:
        return (Text(Say("publish-missing-who")), *panel.row(stop))
    is_moderated = found.rules is None or found.rules.reviewed
    label = Say("button-to-moderators") if is_moderated else Say("button-show-now")
    number = found.view.publication.revision
    return panel.row(await panel.offer(label, "publish", "pubsend", Style.MAIN, revision=number), stop)
