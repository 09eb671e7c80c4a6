"""Fills knowledge's facts from what the asker may see: their own videos, read through the gate."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.chats import TIDIED_AFTER_MS, TIDYING, Posted
from core.chats import CopyKind as Kind
from core.errors import NotFound
from core.gate import Surface, is_in_review
from core.generation.origin import origin_of
from core.grants import Grant, Shares
from core.people import CommunityId, Delivery, Preferences, Viewer
from core.ports import Reads
from core.publications import LEFT_LEAST_MS, PublicationView
from core.records import VideoView
from core.submissions import Submission
from core.videos import AssetRole, Making, visibility
from knowledge.facts import AccountFacts, ChatCopy, CopyKind, Origin, State, VideoFacts, Visibility
from knowledge.platforms import platforms

NEWEST = 200
"""How many of a person's videos are looked through for a title (design section 7)."""

_NAMELESS = "?"
"""In the place of a name that no platform told."""

_SENT_SOMEHOW = frozenset({Making.READY, Making.UNSURE})
"""States that no video elsewhere comes to without an order that left."""

_NUMBER = re.compile(r"#\s?(\d{1,9})\b")
_TITLE_SHORTEST = 3


@dataclass(frozen=True)
class Publicity:
    """What of a video's publications its owner is told: names of communities ("" for unnamed), and times (UTC ms).

    `shown_in` show it now, of `reviewed_in` the moderators alone can open it. `first_shown_ms` is since when others
    could see it first, `kept_until_ms` until when a publication keeps it; None for never and for none.
    """

    shown_in: tuple[str, ...] = ()
    reviewed_in: tuple[str, ...] = ()
    first_shown_ms: int | None = None
    kept_until_ms: int | None = None


def publicity(
    found: Sequence[PublicationView], called: Mapping[CommunityId, str], first_shown_ms: int | None
) -> Publicity:
    """Sum up an owner's publications of one video; `called` names their communities."""
    kept = [one.keeps_until_ms for one in found if one.keeps_until_ms is not None]
    shown = [one.publication for one in found if one.publication.shown_revision is not None]
    reviewed = [one.publication for one in found if is_in_review(one.publication) and one.publication not in shown]
    return Publicity(
        tuple(called.get(one.community, "") for one in shown),
        tuple(called.get(one.community, "") for one in reviewed),
        first_shown_ms,
        max(kept, default=None),
    )


def video_facts(
    view: VideoView,
    posted: Sequence[Posted] = (),
    chosen: Preferences | None = None,
    *,
    shares: Shares = Shares(),  # noqa: B008 - frozen, and empty
    links: bool = False,
    told: Publicity | None = None,
    restored: bool = False,
    order: Submission | None = None,
) -> VideoFacts:
    """Tell knowledge of one video, for its owner alone: the title may be the first words of the prompt.

    `posted` are the messages about it: ours with a file in them are copies that a chat holds. `chosen` says whether
    its owner has chats tidied and wants links, `links` whether those can be opened from outside. `shares` say with
    whom it is shared; `told` is what there is to tell of its publications. `restored` says why it is on hold.
    `order` is what was, or shall be, sent to a generator elsewhere.
    """
    chosen, told = chosen or Preferences(), told or Publicity()
    return VideoFacts(
        number=view.video.number,
        title=view.title,
        visibility=Visibility(visibility(view.granted, view.publications, hold=view.hold).value),
        shared_with=tuple(one.name or _NAMELESS for one in shares.grants),
        shared_until_ms=_shared_until(shares.grants),
        community=", ".join(one for one in told.shown_in if one),
        published_at_ms=told.first_shown_ms,
        reviewers_of=", ".join(one for one in told.reviewed_in if one) if told.reviewed_in else None,
        kept_until_ms=None if told.kept_until_ms is None else told.kept_until_ms + LEFT_LEAST_MS,
        held=view.hold,
        restored=restored,
        generator=view.video.route,
        sent=_sent(view, order),
        sent_at_ms=order.sent_at_ms if order else None,
        origin=Origin(origin_of(view.video.route, {asset.media for asset in view.inputs}).value),
        state=State(view.video.state.value),
        has_picture=any(asset.role is AssetRole.INPUT for asset in view.assets),
        ends_at_ms=view.video.ends_at_ms,
        copies=_copies(posted, shares, chosen),
        seen_by=tuple(dict.fromkeys(one.name for one in shares.openings if one.name)),
        asked_on=platforms()[view.video.asked_on.value].name,
        sent_leaves_at_ms=max(
            (at_ms for one in posted if one.kind is Kind.UPLOAD and (at_ms := _leaves_at_ms(one, chosen))),
            default=None,
        ),
        linked=links and chosen.delivery is Delivery.LINK,
    )


def _copies(posted: Sequence[Posted], shares: Shares, chosen: Preferences) -> tuple[ChatCopy, ...]:
    """Name the copies that chats hold: those that we sent, and those that others were sent who it is shared with."""
    names = platforms()
    sent = [one for one in posted if one.media is not None and one.kind is not Kind.UPLOAD]
    ours = tuple(ChatCopy(names[one.platform.value].name, _kind(one), _leaves_at_ms(one, chosen)) for one in sent)
    return ours + tuple(
        ChatCopy(names[one].name, CopyKind.RECEIVED) for one in sorted(chat.value for chat in shares.chats)
    )


def _sent(view: VideoView, order: Submission | None) -> bool | None:
    """Say whether anything of a video went to a generator elsewhere; None where its state has to decide."""
    if order is None:
        return None if view.video.state in _SENT_SOMEHOW else False
    if order.sent_at_ms is None:
        return False
    return True if order.task else None


def _kind(one: Posted) -> CopyKind:
    """Say how a message sits in its chat; a moderator's own look can be changed for a while only."""
    return CopyKind.LOOKED if one.kind is Kind.REVIEW and one.token_until_ms else CopyKind(one.kind.value)


def _shared_until(grants: Sequence[Grant]) -> int | None:
    """Give when the last person loses it by itself (UTC); None where one of them has no date."""
    dates = [one.until_ms for one in grants if one.until_ms is not None]
    return max(dates) if dates and len(dates) == len(grants) else None


def _leaves_at_ms(one: Posted, chosen: Preferences) -> int | None:
    """Say when a message leaves its private chat to keep that tidy (UTC); None for one that stays."""
    is_tidied = chosen.tidy and one.platform in TIDYING and one.kind in {Kind.DIRECT, Kind.UPLOAD}
    return one.posted_at_ms + TIDIED_AFTER_MS if is_tidied else None


async def account_facts(viewer: Viewer, reads: Reads, *, tidy: bool = False) -> AccountFacts:
    """Count what the viewer has here, and what of it anybody else can open. `tidy`: they have chats tidied."""
    found = await reads.account(viewer)
    return AccountFacts(found.videos, found.open_to_others, found.next_end_ms, tidy=tidy)


async def video_meant(question: str, otherwise: VideoView | None, viewer: Viewer, reads: Reads) -> VideoView | None:
    """Find which of the viewer's videos a question means: #N, else the longest title in it, else `otherwise`.

    Raises NotFound("video_not_found") for a number that isn't one of theirs.
    """
    if number := _NUMBER.search(question):
        view = await reads.video_by_number(viewer, int(number[1]))
        if view is None:
            raise NotFound("video_not_found")
        return view
    said = f" {tidy(question)} "
    titles = [(tidy(one.title), one.video) for one in await reads.titles(viewer, NEWEST)]
    named = [(len(title), video) for title, video in titles if len(title) >= _TITLE_SHORTEST and f" {title} " in said]
    if named:
        return await reads.video(viewer, max(named, key=lambda one: one[0])[1], Surface.CHAT_PRIVATE)
    return otherwise


def tidy(words: str) -> str:
    """Give words for comparing: case folded, compatible letters alike, nothing but letters, digits and spaces."""
    bare = "".join(letter if letter.isalnum() else " " for letter in unicodedata.normalize("NFKC", words).casefold())
    return " ".join(bare.split())
