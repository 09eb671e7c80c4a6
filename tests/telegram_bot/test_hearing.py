"""What reaches us from Telegram is answered by the same chat as everywhere, in private alone."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio

from bots.telegram_bot.once import Once
from core.chats import CopyKind, Posted
from core.errors import LostRace
from core.people import Platform
from core.videos import Making
from tests.chatting import video_of
from tests.fakes.pictures import corners, encoded
from tests.fakes.sounds import wav_of
from tests.talk import spoken
from tests.telegram_heard import ANA, BO, ME, Json, message, photo, press, read, said, told, voice
from tests.telegram_living import Living, living_in

PICTURE = encoded(corners(), "PNG")
SOUND = wav_of(bytes(32_000))


@pytest_asyncio.fixture
async def living(tmp_path: Path) -> AsyncIterator[Living]:
    """A chat with real parts behind an inbox."""
    async with living_in(tmp_path) as found:
        yield found


def picture(living: Living, **more: str) -> Json:
    """Send a picture."""
    return said(**photo(living.put(PICTURE), len(PICTURE)), **more)


async def test_a_command_is_asked_with_its_options(living: Living) -> None:
    """What is typed behind a command reaches the chat, typed."""
    await living.hear(said("/create a calm sea at sunset seconds=3 shape=1:1"))
    view = await living.view(video_of(living.last))
    assert (view.video.seconds, view.video.shape.value, view.video.state) == (3, "1:1", Making.QUEUED)
    assert view.video.asked_on is Platform.TELEGRAM


@pytest.mark.parametrize(
    ("text", "words"),
    [("/unheard", "unheard"), ("/create a calm sea shape=5:4", "shape"), ("/help me", "me"), ("/ask", "question")],
)
async def test_strange_commands_and_options_get_a_sentence(living: Living, text: str, words: str) -> None:
    """A command that is none, and options that don't fit, are refused in words."""
    assert words in await living.hear(said(text))


async def test_a_picture_begins_a_draft_by_itself(living: Living) -> None:
    """With or without words a picture becomes a draft; nothing is made before Start."""
    assert "draft" in await living.hear(picture(living, caption="a slow zoom out"))
    view = await living.view(video_of(living.last))
    assert (view.video.state, view.prompt, len(view.inputs)) == (Making.ASKED, "a slow zoom out", 1)
    await living.press("start")
    assert (await living.view(view.video.id)).video.state is Making.QUEUED


async def test_a_voice_and_a_picture_go_together_in_either_order(living: Living) -> None:
    """What is sent one after the other goes into the draft that is open, and its length follows from the sound."""
    await living.hear(picture(living))
    first = video_of(living.last)
    await living.hear(said(**voice(living.put(SOUND), len(SOUND))))
    view = await living.view(first)
    assert video_of(living.last) == first
    assert [one.media.value for one in view.inputs] == ["picture", "sound"]
    assert view.video.seconds == 2
    await living.press("start")
    await living.hear(said(**voice(living.put(SOUND), len(SOUND))))
    second = video_of(living.last)
    assert second != first
    await living.hear(picture(living))
    assert video_of(living.last) == second
    assert [one.media.value for one in (await living.view(second)).inputs] == ["picture", "sound"]


async def test_what_does_not_go_together_is_a_draft_of_its_own(living: Living) -> None:
    """A second sound has no place in a draft with one."""
    for _ in range(2):
        await living.hear(said(**voice(living.put(SOUND), len(SOUND))))
    first, second = (video_of(one) for one in living.answered.replies)
    assert first != second


async def test_words_go_into_a_draft_that_has_none_and_questions_are_answered(living: Living) -> None:
    """Plain words are a question, unless a draft waits for words and they ask nothing."""
    assert "no video" in await living.hear(said("is my video private?"))
    await living.hear(picture(living))
    draft = video_of(living.last)
    assert living.answered.replies
    await living.hear(said("is my video private"))
    assert (await living.view(draft)).prompt == ""
    await living.hear(said("a slow zoom out"))
    assert (await living.view(draft)).prompt == "a slow zoom out"
    await living.hear(said("and now?"))
    assert (await living.view(draft)).prompt == "a slow zoom out"


async def test_a_draft_is_open_for_ten_minutes(living: Living) -> None:
    """A picture that comes much later is about something else."""
    await living.hear(picture(living))
    living.chatting.parts.clock.advance(600_000)
    await living.hear(picture(living))
    first, second = (video_of(one) for one in living.answered.replies)
    assert first != second


async def test_files_answer_a_form_that_waits_for_them(living: Living) -> None:
    """They go into its draft, however old that is and whatever draft is newer; the form ends with them."""
    await living.hear(picture(living))
    older = video_of(living.last)
    living.chatting.parts.clock.advance(3_600_000)
    await living.hear(picture(living))
    living.asking.waiting = older
    assert "2 pictures" in await living.hear(picture(living))
    assert video_of(living.last) == older
    assert living.asking.waiting is None


async def test_a_reply_names_its_video(living: Living) -> None:
    """A command in reply to a card is about that card's video, for whoever's it is."""
    await living.hear(said("/create a calm sea at sunset"))
    await living.hear(said("/create a forest at night"))
    first = video_of(living.answered.replies[0])
    asker = await living.asker()
    posted = Posted(uuid4(), Platform.TELEGRAM, asker.person, first, CopyKind.DIRECT, str(ANA), "77")
    async with living.chatting.parts.store.write() as writes:
        await writes.keep_posted(posted)
    replied = message("card", message_id=77)
    await living.hear(said("/videos", reply_to_message=replied))
    assert video_of(living.last) == first
    stranger = said("/videos", by=BO, reply_to_message=replied)
    assert "sea" not in await living.hear(stranger)


async def test_a_command_takes_the_picture_that_it_comes_with_or_replies_to(living: Living) -> None:
    """/create below a picture, or in reply to one's own, makes a video of it at once; another's is left alone."""
    await living.hear(picture(living, caption="/create a slow zoom out"))
    view = await living.view(video_of(living.last))
    assert (view.video.state, view.prompt, len(view.inputs)) == (Making.QUEUED, "a slow zoom out", 1)
    own = message(**photo(living.put(PICTURE), len(PICTURE)))
    await living.hear(said("/create a slow zoom out", reply_to_message=own))
    assert len((await living.view(video_of(living.last))).inputs) == 1
    other = own | {"from": message(by=BO)["from"]}
    await living.hear(said("/create a calm sea at sunset", reply_to_message=other))
    assert (await living.view(video_of(living.last))).inputs == ()


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ("", "Welcome."),
        ("privacy", "1 **"),
        ("delete", "Welcome."),
        ("1sprivacy-forged", "Welcome."),
        ("i-" + "A" * 22, "Not now:"),
        ("a b", "Welcome."),
    ],
)
async def test_a_link_opens_what_anybody_could_type(living: Living, payload: str, words: str) -> None:
    """A payload of /start is a word, never a right: what isn't known is a welcome."""
    assert words in await living.hear(said(f"/start {payload}".strip()))


async def test_cancel_ends_what_is_asked_and_then_a_draft(living: Living) -> None:
    """/cancel ends the open question, else the open draft, else says that there is nothing."""
    await living.hear(picture(living))
    draft = video_of(living.last)
    living.asking.is_open = True
    assert await living.hear(said("/cancel")) == "Cancelled."
    assert (await living.view(draft)).video.state is Making.ASKED
    await living.hear(said("/cancel"))
    assert (await living.view(draft)).video.state is Making.CANCELLED
    assert await living.hear(said("/cancel")) == "Nothing to cancel."


async def test_words_answer_the_open_question(living: Living) -> None:
    """While a form is asked, plain words are its answers."""
    living.asking.is_open, living.asking.ends = True, living.hearing.welcome()
    assert await living.hear(said("is my video private?")) == "Welcome."
    assert living.asking.answers == ["is my video private?"]


@pytest.mark.parametrize(
    "what",
    [
        {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
         | {"is_animated": False, "is_video": False}},
        {"contact": {"phone_number": "1", "first_name": "Bo"}},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
        {"users_shared": {"request_id": 1, "users": []}},
    ],
    ids=["sticker", "contact", "location", "shared"],
)  # fmt: skip
async def test_what_cannot_be_used_gets_a_sentence(living: Living, what: Json) -> None:
    """Stickers, contacts, places and picks that nobody asked for are answered in words."""
    assert "can't make anything of that" in await living.hear(said(**what))


async def test_groups_are_somebody_elses_business(living: Living) -> None:
    """What is said in a group is never answered there; what becomes of one is noted; a channel's posts are nothing."""
    await living.quiet(said("/privacy", group=-5))
    await living.quiet(said(f"hello @{ME}", group=-5))
    await living.quiet(said("hello", group=-5, migrate_to_chat_id=-6))
    await living.quiet(told("channel_post", **message("hello", group=-7)))
    await living.quiet(told("edited_message", **message("hello")))
    assert living.elsewhere.commands == ["privacy", None]
    assert len(living.elsewhere.fates) == 1
    assert living.answered.replies == []


async def test_bots_and_what_telegram_notes_are_left_alone(living: Living) -> None:
    """Another bot, a pinned message and what Telegram invents later get no answer."""
    robot = {"id": 5, "is_bot": True, "first_name": "R"}
    await living.quiet(said("hello", **{"from": robot}))
    await living.quiet(said(pinned_message=message("hello")))
    await living.quiet(told("something_new", id=5))
    assert living.answered.replies == []


async def test_presses_are_handed_on(living: Living) -> None:
    """Buttons go to who knows them."""
    await living.quiet(press("1sprivacy"))
    assert living.answered.pressed_data == ["1sprivacy"]


async def test_what_was_changed_before_a_crash_is_not_changed_again(living: Living) -> None:
    """An update whose change was made, and whose answer wasn't, is answered with what there is."""
    update = said("/create a calm sea at sunset")
    await living.hear(update)
    first = video_of(living.last)
    await living.hearing.heard(read(update, living.bot))
    assert video_of(living.last) == first
    asker = await living.asker()
    assert len(await living.chatting.chat.unfinished(asker)) == 1
    assert "no video" not in spoken(living.last)


async def test_one_update_makes_one_change(living: Living) -> None:
    """The second of two tries finds the door closed before anything is written."""
    await living.quiet(said("hello", group=-5))
    once = Once(living.chatting.services)
    asker = await living.asker()
    _, carrying = once.chat(1)
    with pytest.raises(LostRace):
        async with carrying.write() as writes:
            await writes.prefer(asker.viewer, asker.preferences)
    assert carrying.was_carried
