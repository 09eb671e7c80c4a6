"""/objection in the conversation: the owner's alone, on every surface by one declaration."""

from pathlib import Path

from bots.chat.command import VideoRef
from bots.chat.dispatch import Chat
from bots.chat.reply import Button, Reply, Sources, Text
from tests.keeping import ask_file, kept
from tests.talk import Talk, buttons, spoken, talk_in

LAST = {"video": VideoRef("last")}


async def made_by(talk: Talk, route: str) -> Chat:
    """Keep a ready video of the owner's that a route made."""
    owner = await talk.asker()
    video = await kept(talk.parts, owner.person)
    async with talk.parts.store.write() as writes:
        for verb in ("start", "finish"):
            await writes.move_video(video, verb)
    ask_file(talk.parts, f"UPDATE videos SET route = '{route}'")  # noqa: S608
    return Chat(talk.services)


def letter_of(reply: Reply) -> str:
    """The letter is a part of its own, so that it can be copied."""
    return next((one.plain for one in reply.parts[1:] if isinstance(one, Text)), "")


async def test_the_letter_is_a_part_of_its_own_with_its_clauses(tmp_path: Path) -> None:
    """To copy; the clauses open behind it; the owner's words only where they asked for that."""
    async with talk_in(tmp_path) as talk:
        chat, owner = await made_by(talk, "kling"), await talk.asker()
        plain = await chat.ask("objection", LAST, owner)
        own = await chat.ask("objection", {**LAST, "prompt": True}, owner)
        async with talk.parts.store.read() as reads:
            view = (await reads.videos(owner.viewer, limit=1))[0]
    assert letter_of(plain).startswith("To Kling AI Pte. Ltd.")
    assert str(view.video.id) in letter_of(plain)
    assert view.prompt
    assert view.prompt not in spoken(plain)
    assert view.prompt in letter_of(own)
    assert view.title not in spoken(plain)
    assert [one for one in plain.parts if isinstance(one, Sources)]
    assert plain.whisper


async def test_of_built_in_motion_there_is_nobody_to_write_to(tmp_path: Path) -> None:
    """The answer says so, and /privacy offers no letter."""
    async with talk_in(tmp_path) as talk:
        chat, owner = await made_by(talk, "motion"), await talk.asker()
        said = await chat.ask("objection", LAST, owner)
        offered = buttons(await chat.ask("privacy", LAST, owner))
    assert letter_of(said) == ""
    assert "There is nobody to write to." in spoken(said)
    assert "objection" not in {one.command for one in offered}


async def test_privacy_offers_the_letter_where_a_company_got_the_video(tmp_path: Path) -> None:
    """Its button writes the letter without the owner's words; pressed by somebody else it finds nothing."""
    async with talk_in(tmp_path) as talk:
        chat, owner = await made_by(talk, "kling"), await talk.asker()
        button = _letter_button(await chat.ask("privacy", LAST, owner))
        pressed = await chat.press(button.press, owner)
        other = await chat.press(button.press, await talk.asker("somebody"))
    assert letter_of(pressed).startswith("To Kling AI Pte. Ltd.")
    assert letter_of(other) == ""


def _letter_button(reply: Reply) -> Button:
    return next(one for one in buttons(reply) if one.command == "objection")


async def test_nobody_elses_video_is_written_about(tmp_path: Path) -> None:
    """A stranger's letter about #1 is a miss like any other."""
    async with talk_in(tmp_path) as talk:
        chat = await made_by(talk, "kling")
        stranger = await talk.asker("somebody")
        answers = [spoken(await chat.ask("objection", {"video": VideoRef(one)}, stranger)) for one in ("#1", "#99")]
    assert answers[0] == answers[1]
    assert "no such video" in answers[0]
