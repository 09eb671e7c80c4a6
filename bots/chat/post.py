"""What a post in a community's channel says: the video's words as they were approved, and nothing of its author."""

from bots.chat.reply import Media, Reply, Text
from bots.texts.say import Say, VideoName
from core.publications import Feed
from core.videos import AssetRole


def post_of(feed: Feed, *, links: bool = False) -> Reply:
    """Say what a channel shows; of what shows nothing, nothing."""
    del links
    if feed.shown is None:
        return Reply(())
    caption = feed.shown.proposal.caption
    said = (caption.title, caption.description, " ".join(caption.tags), caption.credit)
    posters = [one.id for one in feed.assets if one.role is AssetRole.POSTER]
    alt = Say("card-alt", {"video": VideoName(0, caption.title)})
    media = tuple(
        Media(one.id, posters[0] if posters else None, alt, one.width, one.height, one.duration_ms or 0)
        for one in feed.assets
        if one.role is AssetRole.OUTPUT
    )
    return Reply((*(Text(plain=one) for one in said if one), *media), whisper=False)
