"""Create, cancel and Again on the real database, vault and workers."""

from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from core.errors import BadInput, LimitReached, LostRace, NotAllowed, NotFound, RouteRefused
from core.generation import ask
from core.generation.again import again
from core.generation.cancel import cancel
from core.generation.order import Wish
from core.people import STRANGER, Viewer
from core.videos import PROMPT_LONGEST, AssetRole, Making, VideoId, Visibility, visibility
from tests.parts import HERE, RETENTION_MS, Parts

SEA = Wish("a calm sea at sunset", seconds=3)
ALL = frozenset({"engine", "web", "discord", "telegram"})


class Photo:
    """A file that somebody hands in, in pieces."""

    def __init__(self, content: bytes) -> None:
        """Take its bytes; how many there are is not told."""
        self.name = "beach.png"
        self.declared_size: int | None = None
        self._content = content

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give them 1,000 at a time."""
        for start in range(0, len(self._content), 1_000):
            yield self._content[start : start + 1_000]


def png() -> bytes:
    """Paint a picture."""
    out = BytesIO()
    Image.merge("RGB", [Image.radial_gradient("L").resize((320, 200))] * 3).save(out, "PNG")
    return out.getvalue()


async def told(parts: Parts, subject: VideoId) -> list[tuple[str, str]]:
    """Carry out the outbox in order, and give what it said of one video."""
    said: list[tuple[str, str]] = []
    while rows := await parts.store.ledger.claim(ALL, 1_000, 100):
        for row in rows:
            said += [(row.surface, row.kind)] if row.subject == subject else []
            await parts.store.ledger.settle(row.id)
    return said


async def kept(parts: Parts, viewer: Viewer) -> int:
    """Count what is kept: the viewer's videos and all sealed files."""
    async with parts.store.read() as reads:
        return len(await reads.videos(viewer)) + len(parts.sealed_files)


async def test_words_become_a_private_video_in_the_queue(parts: Parts) -> None:
    """A video is queued, private, first in line, ends after the retention, and the engine hears of it."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    view = await parts.seen(owner, video)
    assert (view.video.state, view.video.number, view.place) == (Making.QUEUED, 1, 1)
    assert (view.prompt, view.assets) == ("a calm sea at sunset", ())
    assert visibility(view.granted, view.publications, hold=view.hold) is Visibility.PRIVATE
    assert view.video.ends_at_ms == parts.clock.now_ms() + RETENTION_MS
    assert ("engine", "make") in await told(parts, video)


async def test_a_picture_is_kept_sealed(parts: Parts) -> None:
    """A picture becomes one sealed input that its owner can open, and whose bytes are in no file as they are."""
    owner = await parts.person()
    view = await parts.seen(owner, await parts.create(owner, Wish(seconds=3), Photo(png())))
    (asset,) = view.assets
    assert (asset.role, asset.width, asset.height) == (AssetRole.INPUT, 320, 200)
    content = await parts.opened(owner, view, 0)
    assert Image.open(BytesIO(content)).size == (320, 200)
    (sealed,) = parts.sealed_files
    assert content[100:132] not in sealed.read_bytes()


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish(), "prompt_or_picture_needed"),
        (Wish("  \n"), "prompt_or_picture_needed"),
        (Wish("é" * (PROMPT_LONGEST + 1)), "prompt_too_long"),
        (replace(SEA, seconds=0), "seconds_out_of_range"),
        (replace(SEA, seconds=61), "seconds_out_of_range"),
        (replace(SEA, route="nobody"), "route_unknown"),
        (replace(SEA, prompt="two marmosets sign a contract"), "cannot_draw"),
    ],
)
async def test_a_wish_that_cannot_be_carried_out_is_refused(parts: Parts, wish: Wish, code: str) -> None:
    """It is refused with its reason before anything is kept."""
    owner = await parts.person()
    with pytest.raises((BadInput, RouteRefused)) as refused:
        await parts.create(owner, wish)
    assert refused.value.code == code
    assert await kept(parts, owner) == 0


async def test_length_is_counted_after_composition(parts: Parts) -> None:
    """2,000 letters that were typed with their accents apart (4,000 code points) are 2,000 characters."""
    owner = await parts.person()
    prompt = ("a calm sea " + "e\u0301" * PROMPT_LONGEST)[: PROMPT_LONGEST + 1_989]
    view = await parts.seen(owner, await parts.create(owner, replace(SEA, prompt=prompt)))
    assert len(view.prompt) <= PROMPT_LONGEST
    assert "\u0301" not in view.prompt


async def test_a_file_that_is_no_picture_keeps_nothing(parts: Parts) -> None:
    """A refused file leaves neither a video nor sealed bytes."""
    owner = await parts.person()
    with pytest.raises(BadInput):
        await parts.create(owner, SEA, Photo(b"Dear Sir or Madam"))
    assert await kept(parts, owner) == 0


async def test_somebody_without_an_identity_creates_nothing(parts: Parts) -> None:
    """A stranger is refused."""
    with pytest.raises(NotAllowed):
        await parts.create(STRANGER, SEA)


async def test_too_many_at_once_are_refused_and_their_bytes_removed(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the limit nothing more is kept, sealed pictures included; other people are not concerned."""
    monkeypatch.setattr(ask, "UNFINISHED_MOST", 2)
    owner, other = await parts.person(), await parts.person("member")
    for _ in range(2):
        video = await parts.create(owner, SEA)
    with pytest.raises(LimitReached) as reached:
        await parts.create(owner, SEA, Photo(png()))
    assert reached.value.data == {"limit": 2}
    assert await kept(parts, owner) == 2
    await parts.create(other, SEA)
    await cancel(owner, video, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)
    await parts.create(owner, SEA)


async def test_cancel_stops_a_video_and_starts_its_clock(parts: Parts) -> None:
    """A cancelled video keeps its place in the list until the retention from now on; the engine hears of it."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    await told(parts, video)
    parts.clock.advance(10_000)
    await cancel(owner, video, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)
    view = await parts.seen(owner, video)
    assert (view.video.state, view.place) == (Making.CANCELLED, None)
    assert view.video.ends_at_ms == parts.clock.now_ms() + RETENTION_MS
    assert ("engine", "cancel") in await told(parts, video)
    with pytest.raises(LostRace) as lost:
        await cancel(owner, video, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)
    assert lost.value.data["state"] in {Making.CANCELLED, "cancelled"}


@pytest.mark.parametrize("who", ["member", "moderator", ""])
async def test_nobody_else_can_cancel_or_repeat(parts: Parts, who: str) -> None:
    """To anybody else the video does not exist, and stays as it was."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    other = await parts.person(who) if who else STRANGER
    with pytest.raises(NotFound):
        await cancel(other, video, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)
    with pytest.raises(NotFound):
        await again(other, video, HERE, generators=parts.generators, **parts.for_use_cases)
    assert (await parts.seen(owner, video)).video.state is Making.QUEUED


async def test_again_is_a_video_of_its_own(parts: Parts) -> None:
    """Again takes the same words and picture with another seed, sealed under another key, and keeps the first."""
    owner = await parts.person()
    first = await parts.seen(owner, await parts.create(owner, SEA, Photo(png())))
    copy = await again(owner, first.video.id, HERE, generators=parts.generators, **parts.for_use_cases)
    second = await parts.seen(owner, copy)
    assert (second.prompt, second.video.shape, second.video.seconds) == (
        first.prompt,
        first.video.shape,
        first.video.seconds,
    )
    assert second.video.seed != first.video.seed
    assert (first.video.number, second.video.number) == (1, 2)
    assert second.assets[0].id != first.assets[0].id
    assert await parts.opened(owner, second, 0) == await parts.opened(owner, first, 0)
    one, other = (path.read_bytes() for path in parts.sealed_files)
    assert one != other
