"""What a post in a community's channel says of a video: its title, description and credit, and nobody's name else."""

from bots.chat.reply import Media, Part, Reply, Text
from bots.texts.say import Say
from core.publications import Caption, Feed
from core.videos import AssetRole


def post_of(feed: Feed, *, links: bool = False) -> Reply:
    """Draw the post of what is shown. Raises ValueError where nothing is."""
    if feed.shown is None:
        raise ValueError(feed.publication.id)
    del links
    caption = feed.shown.proposal.caption
    said = (caption.title, caption.description, caption.credit)
    return Reply((*(Text(plain=one) for one in said if one), *_media(feed, caption)))


def _media(feed: Feed, caption: Caption) -> tuple[Part, ...]:
    alt = Say("card-alt", {"video": caption.description or caption.title})
    outputs = [one for one in feed.assets if one.role is AssetRole.OUTPUT]
    return tuple(Media(one.id, None, alt, one.width, one.height, one.duration_ms or 0) for one in outputs)
