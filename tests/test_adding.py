"""Files added to a draft: what it has then, what follows from that, and that nothing of a failure is left."""

from collections.abc import AsyncIterator, Sequence
from io import BytesIO

import pytest
from hypothesis import assume, settings
from hypothesis import given as for_any
from hypothesis import strategies as st
from PIL import Image

from core.errors import BadInput, LostRace, NotFound, PersonError, RouteRefused
from core.generation.adding import add as add_to
from core.generation.adding import grown
from core.generation.create import create
from core.generation.draft import start
from core.generation.given import Given, check_mixture, room_for
from core.generation.order import Wish, order_of
from core.intake.upload import Upload
from core.people import PersonId, Viewer
from core.records import Order, VideoView
from core.routes import Generator
from core.videos import Asset, AssetId, AssetRole, Effect, Making, Media, Shape, Video, VideoId
from core.workers.pool import Workers
from knowledge.routes import papers_of
from tests.fakes.time import SeededIds
from tests.fakes.tiny import Tiny
from tests.faults.handed import clip, tune
from tests.parts import HERE, Parts
from tests.test_create import SEA, Photo

PICTURE, SOUND = Given(Media.PICTURE, 400, 300), Given(Media.SOUND, duration_ms=7_400)
CLIP = Given(Media.CLIP, 1080, 1920, 8_000)
TYPES = {Media.PICTURE: "image/jpeg", Media.SOUND: "audio/flac", Media.CLIP: "video/mp4"}
GENERATORS: dict[str, Generator] = {"motion": Tiny(Workers({}))}
GIVEN = st.lists(st.sampled_from([PICTURE, SOUND, CLIP]), max_size=6)
PICTURES, MAYBE_A_SOUND = st.lists(st.just(PICTURE), max_size=10), st.lists(st.just(SOUND), max_size=1)
MIXED = st.builds(list.__add__, st.one_of(PICTURES, st.just([CLIP])), MAYBE_A_SOUND)
GROWING = st.one_of(
    st.tuples(st.lists(st.just(PICTURE), min_size=1, max_size=5), st.lists(st.just(PICTURE), max_size=5)),
    st.tuples(st.just([CLIP]), MAYBE_A_SOUND),
)
WORDS = st.sampled_from(["a calm sea at sunset", "", "a calm sea as a cartoon", "in slow motion"])


def picture(width: int, height: int) -> Photo:
    """Paint a picture of a size."""
    out = BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(out, "PNG")
    return Photo(out.getvalue())


def sound(seconds: int = 3) -> Photo:
    """Make a sound."""
    return Photo(tune(seconds)[1])


async def drafted(parts: Parts, owner: Viewer, wish: Wish, *files: Upload) -> VideoId:
    """Keep a draft."""
    created = await create(
        owner, wish, files, workers=parts.workers, generators=parts.generators, draft=True, **parts.for_use_cases
    )
    return created.video


async def add(
    parts: Parts, viewer: Viewer, video: VideoId, *files: Upload, words: str = "", places: Sequence[int] = ()
) -> int | None:
    """Add files to a draft."""
    return await add_to(
        viewer,
        video,
        files,
        words,
        HERE,
        store=parts.store,
        vault=parts.vault,
        workers=parts.workers,
        generators=parts.generators,
        ids=parts.ids,
        places=places,
    )


async def test_pictures_come_behind_those_there_in_the_order_in_which_they_came(parts: Parts) -> None:
    """Wherever a sound stands between, each picture keeps its place; the draft's history and end date tell of all."""
    owner = await parts.person()
    video = await drafted(parts, owner, Wish(), picture(300, 200))
    await add(parts, owner, video, sound())
    await add(parts, owner, video, picture(310, 200), picture(320, 200))
    view = await parts.seen(owner, video)
    assert [one.width for one in view.inputs if one.media is Media.PICTURE] == [300, 310, 320]
    assert len(parts.sealed_files) == len(view.assets) == 4
    assert {one.role for one in view.assets} == {AssetRole.INPUT}
    assert (await parts.seen(owner, video)).video.ends_at_ms == view.video.ends_at_ms
    async with parts.store.read() as reads:
        verbs = [event.verb for event in await reads.events(owner, video)]
    assert verbs == ["ask", "change_order", "change_order"]
    job = await parts.store.ledger.job(video)
    assert job is not None
    assert set(job.inputs) == set(view.inputs)


async def test_a_picture_can_come_between(parts: Parts) -> None:
    """With its place, a picture stands where it belongs; what is there is sealed anew, and nothing is left over."""
    owner = await parts.person()
    video = await drafted(parts, owner, Wish(), picture(300, 200), picture(320, 200), sound())
    await add(parts, owner, video, picture(310, 200), words="slow pan", places=[1])
    view = await parts.seen(owner, video)
    assert [one.width for one in view.inputs] == [300, 310, 320, 0]
    assert view.prompt == "slow pan"
    assert len(parts.sealed_files) == 4
    assert (await parts.opened(owner, view, 0))[:2] == b"\xff\xd8"


async def test_length_and_shape_follow_what_is_added(parts: Parts) -> None:
    """Nothing was chosen: a tall picture makes the draft tall, and a sound makes it as long as it is."""
    owner = await parts.person()
    video = await drafted(parts, owner, Wish(SEA.prompt))
    assert (await parts.seen(owner, video)).video.shape is Shape.WIDE
    await add(parts, owner, video, picture(200, 320), sound(3))
    changed = (await parts.seen(owner, video)).video
    assert (changed.shape, changed.seconds) == (Shape.TALL, 3)


async def test_what_was_chosen_stays(parts: Parts) -> None:
    """A length, a shape and words that were chosen are those of the draft with more in it."""
    owner = await parts.person()
    video = await drafted(parts, owner, Wish("slow pan", Shape.SQUARE, 7), picture(320, 180))
    await add(parts, owner, video, sound(3), picture(200, 320))
    view = await parts.seen(owner, video)
    assert (view.video.shape, view.video.seconds, view.prompt) == (Shape.SQUARE, 7, "slow pan")


async def test_a_sound_that_is_cut_is_told(parts: Parts) -> None:
    """Only the first minute is kept, and whoever gave more learns how long it was."""
    owner = await parts.person()
    video = await drafted(parts, owner, SEA)
    assert await add(parts, owner, video, sound(61)) == 61_000


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ((Photo(clip()[1]),), "inputs_dont_mix"),
        ((sound(), sound()), "inputs_dont_mix"),
        ((picture(310, 200), Photo(b"Dear Sir or Madam")), "file_kind_unknown"),
    ],
    ids=["a clip to a picture", "two sounds", "one that is no picture"],
)
async def test_what_cannot_be_added_leaves_the_draft_as_it_was(
    parts: Parts, added: Sequence[Upload], code: str
) -> None:
    """All files of a time or none: the draft, its history and the sealed files are the same after a refusal."""
    owner = await parts.person()
    video = await drafted(parts, owner, Wish(), picture(320, 200))
    before = await parts.seen(owner, video)
    with pytest.raises(BadInput) as refused:
        await add(parts, owner, video, *added)
    assert refused.value.code == code
    assert await parts.seen(owner, video) == before
    assert len(parts.sealed_files) == 1


class Late(Photo):
    """A picture; while it comes, its draft is started."""

    def __init__(self, parts: Parts, owner: Viewer, video: VideoId) -> None:
        """Take the draft."""
        out = BytesIO()
        Image.new("RGB", (320, 200)).save(out, "PNG")
        super().__init__(out.getvalue())
        self._starting = (parts, owner, video)

    async def chunks(self) -> AsyncIterator[bytes]:
        """Start the draft, and give the bytes."""
        parts, owner, video = self._starting
        await start(
            owner,
            video,
            HERE,
            route="motion",
            store=parts.store,
            generators=parts.generators,
            papers=papers_of,
            purse=None,
        )
        async for piece in super().chunks():
            yield piece


async def test_a_draft_that_is_begun_meanwhile_gets_nothing(parts: Parts) -> None:
    """The draft moved on while the file came: it is made as it was, and nothing of the file is left."""
    owner = await parts.person()
    video = await drafted(parts, owner, SEA)
    with pytest.raises(LostRace) as lost:
        await add(parts, owner, video, Late(parts, owner, video))
    assert (lost.value.code, lost.value.data) == ("video_moved_on", {"state": Making.QUEUED.value})
    assert (await parts.seen(owner, video)).assets == ()
    assert parts.sealed_files == []


async def test_nobody_else_adds_anything(parts: Parts) -> None:
    """To others there is no such draft, and their file isn't even read."""
    owner, other = await parts.person(), await parts.person("member")
    video = await drafted(parts, owner, SEA)
    with pytest.raises(NotFound):
        await add(parts, other, video, picture(320, 200))
    assert parts.sealed_files == []


@for_any(GIVEN, GIVEN, WORDS)
def test_adding_is_like_having_given_all_at_once(there: list[Given], added: list[Given], words: str) -> None:
    """Where nothing was chosen, a draft with files added is what all of them would have been at once, or refused so."""
    before = asked(Wish(words), there)
    assume(isinstance(before, Order))
    assert isinstance(before, Order)
    at_once = asked(Wish(words), [*there, *added])
    try:
        after: Order | str = grown(seen(before, there), [*there, *added], "", GENERATORS)
    except PersonError as refused:
        after = refused.code
    assert after == at_once


@settings(max_examples=40)
@for_any(GROWING, st.sampled_from(Shape), st.sampled_from([1, 9, 33]), st.sampled_from([Effect.CARTOON, Effect.PAINT]))
def test_no_choice_is_lost(
    growing: tuple[list[Given], list[Given]], shape: Shape, seconds: int, effect: Effect
) -> None:
    """Whatever is added, a choice that differs from what would have followed stays."""
    there, added = growing
    chosen = asked(Wish("a calm sea at sunset", shape, seconds, effect=effect), there)
    plain = asked(Wish("a calm sea at sunset"), there)
    assert isinstance(chosen, Order)
    assert isinstance(plain, Order)
    after = grown(seen(chosen, there), [*there, *added], "", GENERATORS)
    assert after.seconds == seconds
    assert after.effect is effect
    assert after.shape is shape or shape is plain.shape


@settings(max_examples=40)
@for_any(MIXED, st.sampled_from([PICTURE, SOUND, CLIP]))
def test_room_is_what_can_be_added(there: list[Given], one: Given) -> None:
    """There is room for one more of a kind just where it goes together with what is there."""
    assert mixes(there)
    assert mixes([*there, one]) == (room_for(there)[one.media] > 0)


def mixes(given: Sequence[Given]) -> bool:
    """Whether inputs go together."""
    try:
        check_mixture(given)
    except BadInput:
        return False
    return True


def asked(wish: Wish, given: Sequence[Given]) -> Order | str:
    """Settle an order, or give the code of its refusal."""
    try:
        return order_of(wish, given, seed=1, generators=GENERATORS)
    except (BadInput, RouteRefused) as refused:
        return refused.code


def seen(order: Order, given: Sequence[Given]) -> VideoView:
    """Give the draft of an order as its owner sees it."""
    ids = SeededIds()
    video, owner = VideoId(ids.new()), PersonId(ids.new())
    inputs = tuple(
        Asset(AssetId(ids.new()), video, AssetRole.INPUT, TYPES[one.media], 1, one.width, one.height, one.duration_ms)
        for one in given
    )
    kept = Video(
        id=video,
        owner=owner,
        number=1,
        state=Making.ASKED,
        route=order.route,
        shape=order.shape,
        seconds=order.seconds,
        seed=order.seed,
        asked_at_ms=0,
        ends_at_ms=1,
        effect=order.effect,
        start_ms=order.start_ms,
    )
    return VideoView(kept, "", order.prompt, inputs, frozenset(), (), hold=False, text=order.text)
