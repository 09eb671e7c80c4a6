"""Files for a draft, as people give them: by a form of its card, or simply sent."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bots.chat.drafts import Addition
from bots.chat.reply import Reply
from core.videos import Making
from tests.chatting import Chatting, button, chatting_in, video_of
from tests.faults.handed import clip, tune
from tests.talk import buttons, spoken
from tests.test_chat_drafts import drafted, form, seen
from tests.test_create import Photo, png
from tests.wire.visitor import File


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


def labels(reply: Reply) -> list[str]:
    """The keys of a reply's buttons."""
    return [one.label.key for one in buttons(reply)]


async def test_a_drafts_card_takes_files_by_a_form(talk: Chatting) -> None:
    """Add files asks for as many as still fit, and the card shows what the draft has then."""
    owner = await talk.arrive()
    card, video = await drafted(talk, image=Photo(png()))
    asked = form(await talk.press(card, "files", owner))
    (field,) = asked.fields
    assert (field.name, field.files, field.required, field.choices) == ("files", 10, True, ())
    assert field.label.key == "files-fit"
    added = await talk.chat.press(asked.press, owner, None, [Photo(png()), Photo(tune()[1])])
    assert "You gave: 2 pictures and 1 sound" in spoken(added)
    assert video_of(added) == video
    assert labels(added) == ["button-start", "button-change", "button-files", "button-cancel"]


@pytest.mark.parametrize(
    ("files", "fits", "most"),
    [
        ((), ["fits-either", "fits-sound"], 11),
        ((tune,), ["fits-either"], 10),
        ((clip,), ["fits-sound"], 1),
    ],
    ids=["words", "sound", "clip"],
)
async def test_the_form_says_what_still_fits(
    talk: Chatting, files: tuple[Callable[[], File], ...], fits: list[str], most: int
) -> None:
    """Of pictures and a clip it is one or the other; what is there already takes room."""
    owner = await talk.arrive()
    given = tuple(Photo(make()[1]) for make in files)
    card, _ = await drafted(talk, files=given)
    (field,) = form(await talk.press(card, "files", owner)).fields
    what = field.label.values["what"]
    assert isinstance(what, tuple)
    assert [getattr(one, "key", one) for one in what] == fits
    assert field.files == most


async def test_what_does_not_go_together_is_said_above_the_card_as_it_was(talk: Chatting) -> None:
    """The refusal counts what the draft would have had; the same form takes something else then."""
    owner = await talk.arrive()
    card, video = await drafted(talk, image=Photo(png()))
    before = await seen(talk, video)
    press = form(await talk.press(card, "files", owner)).press
    refused = await talk.chat.press(press, owner, None, [Photo(clip()[1])])
    assert "it would be 1 + 1 + 0 (pictures, clips, sounds)" in spoken(refused)
    assert "is a draft" in spoken(refused)
    assert await seen(talk, video) == before
    assert "No file came with that" in spoken(await talk.chat.press(press, owner))
    assert "2 pictures" in spoken(await talk.chat.press(press, owner, None, [Photo(png())]))


async def test_a_form_that_is_sent_twice_adds_once(talk: Chatting) -> None:
    """The second sending says that it was done, above the card as it is; nothing of its file is kept."""
    owner = await talk.arrive()
    card, video = await drafted(talk)
    press = form(await talk.press(card, "files", owner)).press
    await talk.chat.press(press, owner, None, [Photo(png())])
    second = await talk.chat.press(press, owner, None, [Photo(png())])
    assert "That was done already." in spoken(second)
    assert len((await seen(talk, video)).inputs) == len(talk.parts.sealed_files) == 1


async def test_a_full_draft_says_so(talk: Chatting) -> None:
    """Its card has a sentence in the button's place, and an older card's button shows that card."""
    owner = await talk.arrive()
    card, _ = await drafted(talk, files=(Photo(clip()[1]),))
    press = form(await talk.press(card, "files", owner)).press
    full = await talk.chat.press(press, owner, None, [Photo(tune()[1])])
    assert "It has all the files that a video takes." in spoken(full)
    assert "button-files" not in labels(full)
    again = await talk.press(card, "files", owner)
    assert spoken(again) == spoken(full)


async def test_too_many_files_are_refused_before_any_is_read(talk: Chatting) -> None:
    """More than a video takes, to a form or simply sent, is answered with how many that is."""
    owner = await talk.arrive()
    card, video = await drafted(talk)
    press = form(await talk.press(card, "files", owner)).press
    many = [Photo(b"") for _ in range(12)]
    assert "11 files" in spoken(await talk.chat.press(press, owner, None, many))
    assert "11 files" in spoken(await talk.chat.add(video, Addition(files=many), owner))


async def test_what_is_started_or_somebody_elses_takes_nothing(talk: Chatting) -> None:
    """Add files and its form of a card from before say how the video is now; strangers learn whose button it is."""
    owner, other = await talk.arrive(), await talk.arrive("member")
    card, video = await drafted(talk)
    press = form(await talk.press(card, "files", owner)).press
    for value in (press, button(card, "files").press):
        assert "somebody else's" in spoken(await talk.chat.press(value, other, None, [Photo(png())]))
    assert "no such video of yours" in spoken(await talk.chat.add(video, Addition(files=[Photo(png())]), other))
    await talk.press(card, "start", owner)
    for value in (press, button(card, "files").press):
        assert "Something else came first" in spoken(await talk.chat.press(value, owner, None, [Photo(png())]))
    view = await seen(talk, video)
    assert (view.video.state, view.inputs) == (Making.QUEUED, ())
    assert talk.parts.sealed_files == []
