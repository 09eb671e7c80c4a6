"""The gate, asked about every actor, state, action and surface, and compared with the sentences of the design."""

from dataclasses import replace
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import NotFound
from core.gate import Action, Reason, Subject, Surface, may
from core.people import STRANGER, PersonId, Role, Viewer
from core.records import Order, SealedBytes
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
    VideoId,
    Words,
)
from tests.gate_sentences import (
    ACTORS,
    ASSET,
    ELSEWHERE,
    FRIEND,
    HOME,
    NEW,
    OWNER,
    SOMEBODY,
    VIDEO,
    differing,
    published,
    said,
    situations,
)
from tests.parts import HERE, RETENTION_MS, Parts


@pytest.mark.parametrize("actor", ACTORS)
def test_the_gate_says_what_the_design_says(actor: str) -> None:
    """For every state, action and surface the gate answers as the sentences of the design do.

    Bytes of each role are asked about for opening; tests/authorization asks everything about them.
    """
    assert differing(actor, lambda role: Action if role is None else (Action.OPEN,)) == []


people = st.sampled_from([OWNER, FRIEND, SOMEBODY])
communities = st.sampled_from([HOME, ELSEWHERE])
viewers = st.builds(
    Viewer,
    person=st.none() | people,
    roles=st.dictionaries(communities, st.sampled_from(Role)),
    banned_from=st.frozensets(communities),
    operator=st.booleans(),
    erased=st.booleans(),
)
publications = st.builds(
    Publication,
    id=st.just(PublicationId(UUID(int=31))),
    video=st.just(VIDEO),
    community=communities,
    audience=st.sampled_from(Audience),
    revision=st.just(2),
    state=st.sampled_from(Showing),
    shown_revision=st.none() | st.integers(1, 2),
    reported=st.booleans(),
    appeal_open=st.booleans(),
)
subjects = st.builds(
    Subject,
    video=st.just(VIDEO),
    owner=people,
    state=st.sampled_from(Making),
    granted=st.frozensets(people),
    publication=st.none() | publications,
    hold=st.booleans(),
    asset=st.just(ASSET),
    role=st.none() | st.sampled_from(AssetRole),
)


@settings(max_examples=500)
@given(viewers, st.sampled_from(Action), subjects, st.sampled_from(Surface))
def test_whoever_wears_several_hats_gets_what_one_of_them_gives(
    viewer: Viewer, action: Action, subject: Subject, surface: Surface
) -> None:
    """Any mix of roles, bans and grants is answered as the sentences say, and a refusal gives a reason."""
    decision = may(viewer, action, subject, surface)
    assert decision.allowed == said(viewer, action, subject, surface)
    assert (decision.reason is Reason.ALLOWED) == decision.allowed


@given(viewers, st.sampled_from(Action), subjects, st.sampled_from(Surface))
def test_a_hold_never_opens_anything(viewer: Viewer, action: Action, subject: Subject, surface: Surface) -> None:
    """What is refused without a hold is refused with one."""
    held = may(viewer, action, replace(subject, hold=True), surface)
    free = may(viewer, action, replace(subject, hold=False), surface)
    assert free.allowed or not held.allowed


def openings(actor: Viewer, subject: Subject) -> set[tuple[str, str]]:
    """Where somebody can open which role of a video's bytes."""
    return {
        (surface.value, role.value)
        for surface, role in product(Surface, AssetRole)
        if may(actor, Action.OPEN, replace(subject, asset=ASSET, role=role), surface).allowed
    }


def test_a_new_video_opens_for_its_owner_alone() -> None:
    """In every state of a video that was never shared, its owner opens it, and nobody else who is in chat or web."""
    for state in Making:
        subject = replace(NEW, state=state)
        for actor, viewer in ACTORS.items():
            opened = {surface for surface, _ in openings(viewer, subject)}
            owns = actor.startswith("the owner") and state is not Making.ERASING
            operates = actor.startswith("the operator") and state is not Making.ERASING
            assert bool(opened) == (owns or operates), (actor, state)
            assert not operates or opened <= {"cli"}


def test_the_operator_opens_nothing_in_chat() -> None:
    """Being the operator opens a video at the machine, and cases at the desk that the machine opens: nowhere else."""
    for subject, action in product(situations(), Action):
        shown_to_all = replace(subject, publication=None)
        for surface in set(Surface) - {Surface.CLI, Surface.DESK}:
            assert not may(Viewer(operator=True), action, shown_to_all, surface).allowed
            operator = may(Viewer(SOMEBODY, operator=True), action, subject, surface)
            assert operator.allowed == may(Viewer(SOMEBODY), action, subject, surface).allowed


def test_a_moderator_opens_no_private_video() -> None:
    """A moderator gets nothing of a video that their own community was not asked to show."""
    nowhere = [None, published(Showing.DRAFT, shown=False), published(Showing.WITHDRAWN, shown=False)]
    for publication, actor in product(nowhere, ("a moderator of it", "an admin of it", "a moderator elsewhere")):
        assert openings(ACTORS[actor], replace(NEW, publication=publication)) == set()
    proposed = replace(NEW, publication=published(Showing.PROPOSED, shown=False))
    assert openings(ACTORS["a moderator elsewhere"], proposed) == set()
    assert openings(ACTORS["a moderator of it"], proposed) != set()


def test_nobody_but_the_owner_opens_what_went_in_or_was_exported() -> None:
    """However widely a video is shown, inputs and exports open for the owner, and for the operator on the machine."""
    roles, surfaces = (AssetRole.INPUT, AssetRole.EXPORT), set(Surface)
    for subject, (actor, viewer), role in product(situations(), ACTORS.items(), roles):
        if not actor.startswith("the owner"):
            asked = replace(subject, asset=ASSET, role=role)
            opened = {surface for surface in surfaces if may(viewer, Action.OPEN, asked, surface).allowed}
            assert opened <= ({Surface.CLI} if actor.startswith("the operator") else set()), (actor, subject)


ORDER = Order("a heron at dawn", Shape.WIDE, 3, seed=7)


async def kept(parts: Parts, owner: PersonId) -> tuple[VideoId, dict[AssetRole, AssetId]]:
    """Keep a finished video with every role of bytes."""
    video = VideoId(parts.ids.new())
    names = {role: AssetId(parts.ids.new()) for role in AssetRole}
    async with parts.store.write() as writes:
        await writes.add_video(owner, video, ORDER, Words(ORDER.prompt), parts.clock.now_ms() + RETENTION_MS)
        for role, name in names.items():
            await writes.add_asset(Asset(name, video, role, "x/y", 3, 1, 1), SealedBytes(name, b"k", b"n", 3))
        for verb in ("queue", "start", "finish"):
            await writes.move_video(video, verb)
    return video, names


async def show(parts: Parts, video: VideoId) -> None:
    """Show a video to the world in the home community."""
    name = PublicationId(parts.ids.new())
    async with parts.store.write() as writes:
        await writes.add_publication(Publication(name, video, HOME, Audience.ANYONE, 1, Showing.DRAFT))
        await writes.move_publication(name, 1, "show")


async def test_another_member_gets_the_same_answer_as_for_no_video(parts: Parts) -> None:
    """Every question about somebody else's private video is answered exactly as one about none, on every surface."""
    owner, member = await parts.person("owner"), await parts.person("member")
    assert owner.person
    video, names = await kept(parts, owner.person)
    nothing = VideoId(parts.ids.new())
    async with parts.store.read() as reads:
        for surface in Surface:
            assert await reads.video(member, video, surface) is None
            assert await reads.video(member, nothing, surface) is None
            for name in (*names.values(), AssetId(parts.ids.new())):
                assert await reads.asset(member, name, surface) is None
            for action in Action:
                refusals = []
                for asked in (video, nothing):
                    with pytest.raises(NotFound) as refused:
                        await reads.decide(member, action, asked, surface)
                    refusals.append(str(refused.value))
                assert refusals[0] == refusals[1]
        for asked in (video, nothing):
            assert await reads.events(member, asked) == ()
            assert await reads.receipt(member, asked) is None
        assert await reads.video_by_number(member, 1) is None
        assert list(await reads.videos(member)) == []
        assert list(await reads.videos(member, before=video)) == []
        assert await reads.unfinished(member) == 0
        assert await reads.video_by_number(owner, 1) is not None


async def test_inputs_and_the_prompt_are_the_owners_alone(parts: Parts) -> None:
    """Of a video shown to the world others get output, poster and preview; prompt, inputs, exports, title words not."""
    owner, member = await parts.person("owner"), await parts.person("member")
    assert owner.person
    video, names = await kept(parts, owner.person)
    await show(parts, video)
    async with parts.store.read() as reads:
        for viewer in (member, STRANGER, replace(member, roles={HOME: Role.MODERATOR})):
            view = await reads.video(viewer, video, Surface.WEB_MEMBER)
            assert view is not None
            assert (view.prompt, view.title) == ("", "")
            assert {asset.role.value for asset in view.assets} == {"output", "poster", "preview"}
            for role, name in names.items():
                found = await reads.asset(viewer, name, Surface.WEB_MEMBER)
                assert (found is not None) == (role.value in {"output", "poster", "preview"})
        own = await reads.video(owner, video, HERE)
        assert own is not None
        assert (own.prompt, own.title) == (ORDER.prompt, ORDER.prompt)
        assert {asset.role for asset in own.assets} == set(AssetRole)
