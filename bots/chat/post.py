"""What a post in a community's own channel says: the approved words and the video, and nothing of its owner."""

from bots.chat.presses import Presses
from bots.chat.publication import page_of
from bots.chat.reply import Button, Buttons, Field, Fields, Link, Media, Part, Reply, Text
from bots.texts.say import PersonName, Say
from core.publications import Feed, Revision
from core.videos import Asset, AssetRole, Audience

REPORT = "report"
"""The press, and the command, by which whoever sees something reports it."""


def post_of(feed: Feed, *, links: bool = False, presses: Presses | None = None) -> Reply:
    """Give what a channel shows of a publication; without parts where it shows nothing of it now.

    `links` says whether there are web pages here: a publication for anyone then has one of its own. With `presses`
    whoever reads it can report it by a button; without, their platform has another way. Neither the
    owner's id, the video's number, its prompt nor a file's name is in it, and no name but a credit that they chose.
    """
    shown = feed.shown
    if shown is None:
        return Reply((), card=_key(feed), whisper=False)
    caption = shown.proposal.caption
    title = Text(Say("post-title", {"title": caption.title or Say("publish-untitled")}))
    described = (Text(Say("post-words", {"words": caption.description})),) if caption.description else ()
    said = (Text(Say("post-said", {"words": caption.said})),) if caption.said else ()
    more: tuple[Part, ...] = (*_link(feed, shown, links=links), *_report(feed, shown, presses))
    parts = (title, *described, *said, *_media(feed, shown), Fields(_fields(shown)), *more)
    return Reply(parts, card=_key(feed), whisper=False)


def _key(feed: Feed) -> str:
    return f"post:{feed.publication.id}"


def _fields(shown: Revision) -> tuple[Field, ...]:
    caption = shown.proposal.caption
    by = PersonName(caption.credit) if caption.credit else Say("publish-anonymous")
    tags = (Field(Say("publish-tags"), tuple(caption.tags)),) if caption.tags else ()
    return (Field(Say("post-by"), by), *tags)


def _media(feed: Feed, shown: Revision) -> tuple[Part, ...]:
    outputs, posters = (_assets(feed, role) for role in (AssetRole.OUTPUT, AssetRole.POSTER))
    caption = shown.proposal.caption
    words = caption.description or caption.title
    alt = Say("post-alt", {"words": words}) if words else Say("post-alt-none", {"seconds": feed.seconds})
    poster = posters[0].id if posters else None
    return tuple(Media(one.id, poster, alt, one.width, one.height, one.duration_ms or 0) for one in outputs)


def _assets(feed: Feed, role: AssetRole) -> list[Asset]:
    return [one for one in feed.assets if one.role is role]


def _report(feed: Feed, shown: Revision, presses: Presses | None) -> tuple[Buttons, ...]:
    if presses is None:
        return ()
    press = presses.share(REPORT, feed.publication.id, shown.number)
    return (Buttons((Button(Say("button-report"), REPORT, press),)),)


def _link(feed: Feed, shown: Revision, *, links: bool) -> tuple[Link, ...]:
    """Lead to the publication's own page, which is gone as soon as it isn't shown to anyone any more."""
    if not (links and feed.slug and feed.community_slug and shown.proposal.audience is Audience.ANYONE):
        return ()
    return (Link(Say("publication-page"), page_of(feed.community_slug, feed.slug)),)
