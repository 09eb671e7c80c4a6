"""Drafts: what is chosen before a video is made, and what is made out of one that is there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.drafts import part
from bots.chat.reply import Form, Reply
from core.errors import BadInput
from core.records import VideoView
from core.videos import AssetRole, Effect, Making, Media, Shape, VideoId
from tests.chatting import SEA, Chatting, chatting_in, video_of
from tests.talk import buttons, spoken
from tests.test_create import Photo, png


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


async def drafted(talk: Chatting, **given: object) -> tuple[Reply, VideoId]:
    """Ask for a video with `more`."""
    reply = await talk.chat.ask("create", {"prompt": SEA, **given, "more": True}, await talk.arrive())
    return reply, video_of(reply)


async def seen(talk: Chatting, video: VideoId) -> VideoView:
    """See a video as its owner."""
    return await talk.parts.seen((await talk.arrive()).viewer, video)


def form(reply: Reply) -> Form:
    """Give the form of a reply."""
    (found,) = [one for one in reply.parts if isinstance(one, Form)]
    return found


async def filled(talk: Chatting, card: Reply, **typed: str) -> Reply:
    """Press Change on a draft's card, and send the form with some answers changed."""
    owner = await talk.arrive()
    asked = form(await talk.press(card, "change", owner))
    answers = {field.name: field.value for field in asked.fields}
    return await talk.chat.press(asked.press, owner, answers | typed)


async def test_a_draft_waits_until_its_owner_starts_it(talk: Chatting) -> None:
    """With `more` nothing begins: the card says what would be made, and Make it queues it."""
    card, video = await drafted(talk, image=Photo(png()))
    assert (await seen(talk, video)).video.state is Making.ASKED
    said = spoken(card)
    assert "is a draft. Nothing is made yet" in said
    assert "You gave: 1 picture" in said
    started = await talk.press(card, "start", await talk.arrive())
    assert "Next in line" in spoken(started)
    assert (await seen(talk, video)).video.state is Making.QUEUED


async def test_what_is_changed_in_a_draft_is_what_is_made(talk: Chatting) -> None:
    """Words, text, length, shape and effect of the form go into the order; the card shows them."""
    card, video = await drafted(talk, image=Photo(png()))
    changed = await filled(
        talk, card, prompt="a slow pan", text="Hello", part="7", shape=Shape.TALL.value, effect=Effect.PENCIL.value
    )
    view = await seen(talk, video)
    assert (view.prompt, view.text) == ("a slow pan", "Hello")
    assert (view.video.seconds, view.video.shape, view.video.effect) == (7, Shape.TALL, Effect.PENCIL)
    said = spoken(changed)
    assert all(words in said for words in ("7 s", "9:16", "pencil", "Hello"))
    job = await talk.parts.store.ledger.job(video)
    assert job is not None
    assert (job.order.text, job.order.effect) == ("Hello", Effect.PENCIL)


async def test_a_change_that_does_not_fit_keeps_the_draft_as_it_was(talk: Chatting) -> None:
    """A refused change is told, and the same form can be sent again."""
    card, video = await drafted(talk)
    before = await seen(talk, video)
    owner = await talk.arrive()
    asked = form(await talk.press(card, "change", owner))
    assert "can't read that part" in spoken(await talk.chat.press(asked.press, owner, {"prompt": SEA, "part": "soon"}))
    assert "doesn't fit" in spoken(await talk.chat.press(asked.press, owner, {"prompt": SEA, "shape": "7:3"}))
    assert await seen(talk, video) == before
    assert "8 s" in spoken(await talk.chat.press(asked.press, owner, {"prompt": SEA, "part": "8"}))


async def test_a_form_holds_no_more_than_a_modal_does(talk: Chatting) -> None:
    """At most five fields, and an effect only where there is something that it can be done to."""
    owner = await talk.arrive()
    plain, _ = await drafted(talk)
    pictured, _ = await drafted(talk, image=Photo(png()))
    assert [field.name for field in form(await talk.press(plain, "change", owner)).fields][-1] == "shape"
    fields = form(await talk.press(pictured, "change", owner)).fields
    assert len(fields) == 5
    assert [value for value, _ in fields[-1].choices] == ["none", "cartoon", "pencil", "paint"]


async def test_a_draft_that_is_started_cannot_be_changed(talk: Chatting) -> None:
    """Pressing Change of an old card, or sending its form, says how the video is now."""
    card, video = await drafted(talk)
    owner = await talk.arrive()
    asked = form(await talk.press(card, "change", owner))
    await talk.press(card, "start", owner)
    reply = await talk.chat.press(asked.press, owner, {"prompt": "a forest"})
    assert "Something else came first" in spoken(reply)
    assert (await seen(talk, video)).prompt == SEA


async def test_a_draft_is_cancelled_like_any_other(talk: Chatting) -> None:
    """Cancel on a draft keeps what was sent until its end date, as for a video in the queue."""
    card, video = await drafted(talk, image=Photo(png()))
    await talk.press(card, "cancel", await talk.arrive())
    assert (await seen(talk, video)).video.state is Making.CANCELLED


async def test_another_person_cannot_press_a_draft(talk: Chatting) -> None:
    """Each button of a draft says that it is somebody else's, and changes nothing."""
    card, video = await drafted(talk)
    other = await talk.arrive("member")
    for one in buttons(card):
        assert "somebody else's" in spoken(await talk.chat.press(one.press, other))
    assert (await seen(talk, video)).video.state is Making.ASKED


async def test_change_and_make_again_brings_the_same_inputs_as_a_draft(talk: Chatting) -> None:
    """The copy has inputs under names of its own, and the first video stays as it is."""
    owner = await talk.arrive()
    video = await talk.ready(owner, SEA, Photo(png()))
    more = await talk.press(await talk.card(video, owner), "more", owner)
    draft = video_of(await talk.press(more, "rework", owner))
    before, copy = await seen(talk, video), await seen(talk, draft)
    assert (copy.video.state, copy.prompt) == (Making.ASKED, SEA)
    assert [one.size_bytes for one in copy.inputs] == [one.size_bytes for one in before.inputs]
    assert {one.id for one in copy.inputs}.isdisjoint(one.id for one in before.inputs)
    assert before.video.state is Making.READY


async def test_extend_makes_the_video_itself_the_clip_of_a_draft(talk: Chatting) -> None:
    """The draft holds a sealed copy of the output, lengthened to twice its length; the prompt isn't used again."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    more = await talk.press(await talk.card(video, owner), "more", owner)
    draft = await seen(talk, video_of(await talk.press(more, "extend", owner)))
    output = next(one for one in (await seen(talk, video)).assets if one.role is AssetRole.OUTPUT)
    assert [(one.media, one.size_bytes) for one in draft.inputs] == [(Media.CLIP, output.size_bytes)]
    assert (draft.video.effect, draft.video.seconds, draft.prompt) == (Effect.EXTEND, 10, "")


async def test_nothing_is_left_of_a_copy_when_there_is_no_room_for_it(talk: Chatting) -> None:
    """With too many videos under way a draft is refused, and its sealed copy is gone."""
    owner = await talk.arrive()
    video = await talk.ready(owner, SEA, Photo(png()))
    more = await talk.press(await talk.card(video, owner), "more", owner)
    for _ in range(100):
        await talk.create(owner)
    files = len(talk.parts.sealed_files)
    assert "the most at once" in spoken(await talk.press(more, "rework", owner))
    assert len(talk.parts.sealed_files) == files


@pytest.mark.parametrize(
    ("typed", "start_ms", "seconds"),
    [("", 0, None), ("8", 0, 8), (" 12-20 ", 12_000, 8), ("12 \u2013 20", 12_000, 8), ("12-", 12_000, None)],
)
def test_a_part_is_read_as_people_write_it(typed: str, start_ms: int, seconds: int | None) -> None:
    """A length, from where to where, or from where on."""
    assert part(typed) == (start_ms, seconds)


@pytest.mark.parametrize("typed", ["x", "20-12", "5-5", "-5", "1.5", "12-20-30", "99999"])
def test_what_is_no_part_is_refused(typed: str) -> None:
    """Anything else is asked for again."""
    with pytest.raises(BadInput):
        part(typed)
