"""What knowledge is told of a video: its state, and nothing of the prompt beyond the owner's own title."""

from uuid import UUID

from bots.chat.facts import video_facts
from core.people import CommunityId, PersonId
from core.records import VideoView
from core.videos import (
    Asset,
    AssetId,
    AssetRole,
    Audience,
    Making,
    Publication,
    PublicationId,
    Shape,
    Showing,
    Video,
    VideoId,
)
from knowledge.facts import State, Visibility

OWNER, FRIEND = PersonId(UUID(int=1)), PersonId(UUID(int=2))
VIDEO = VideoId(UUID(int=3))
SHOWN = Publication(PublicationId(UUID(int=4)), VIDEO, CommunityId(UUID(int=5)), Audience.ANYONE, 1, Showing.SHOWN, 1)


def view(
    state: Making = Making.READY,
    *,
    role: AssetRole = AssetRole.OUTPUT,
    granted: frozenset[PersonId] = frozenset(),
    publications: tuple[Publication, ...] = (),
    hold: bool = False,
) -> VideoView:
    """A video as its owner sees it."""
    video = Video(VIDEO, OWNER, 7, state, "motion", Shape.WIDE, 5, 1, 1_000, 9_000)
    asset = Asset(AssetId(UUID(int=99)), VIDEO, role, "image/jpeg", 10, 64, 64, None)
    return VideoView(video, "Beach", "a secret prompt", (asset,), granted, publications, hold)


def test_a_private_video_is_told_as_private_with_its_number_and_end() -> None:
    """Number, title, route, state and end date go over; the prompt doesn't."""
    facts = video_facts(view())
    assert (facts.number, facts.title, facts.generator) == (7, "Beach", "motion")
    assert (facts.state, facts.visibility, facts.ends_at_ms) == (State.READY, Visibility.PRIVATE, 9_000)
    assert "secret" not in repr(facts)


def test_who_can_see_it_follows_from_grants_and_publications() -> None:
    """A grant makes it selected, a shown publication public, a hold closes both."""
    assert video_facts(view(granted=frozenset({FRIEND}))).visibility is Visibility.SELECTED
    assert video_facts(view(publications=(SHOWN,))).visibility is Visibility.PUBLIC
    held = video_facts(view(publications=(SHOWN,), hold=True))
    assert held.held
    assert held.visibility is Visibility.PRIVATE


def test_a_picture_is_told_only_where_there_is_one() -> None:
    """An input among the assets is a picture that was given."""
    assert video_facts(view(role=AssetRole.INPUT)).has_picture is True
    assert video_facts(view()).has_picture is False


def test_every_state_of_a_video_has_its_fact() -> None:
    """No state of core is unknown to knowledge."""
    for state in Making:
        assert video_facts(view(state)).state.value == state.value
