"""/settings, /help and /about over a real database."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.about import About, Help, answer_about, answer_help
from bots.chat.account import Language, Settings, answer_settings, press_change, time_zone
from bots.chat.command import Asker
from bots.chat.presses import Pressed
from bots.chat.reply import Buttons, Fields, Form, Link, Reply, Style
from core.communities import Place
from core.errors import BadInput
from core.gate import Surface
from core.people import Identity, Platform
from knowledge.languages import LANGUAGES
from tests.chatting import chatting_in
from tests.talk import Talk, buttons, spoken, talk_in


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    """A conversation with real parts behind it."""
    async with talk_in(tmp_path) as talk:
        yield talk


def only(reply: Reply, kind: type) -> list[object]:
    """The parts of one kind."""
    return [part for part in reply.parts if isinstance(part, kind)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        (" Berlin ", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("utc", "UTC"),
        ("America/Argentina/Buenos Aires", "America/Argentina/Buenos_Aires"),
    ],
)
def test_a_time_zone_is_understood_as_people_type_it(typed: str, name: str) -> None:
    """Case and spaces don't matter, and a city is enough where only one region has it."""
    assert time_zone(typed) == name


@pytest.mark.parametrize(
    "typed", ["", "Mars", "UTC+2", "../../etc/passwd", "/etc/localtime", "localtime", "a" * 10_000]
)
def test_a_time_zone_that_nobody_knows_is_refused(typed: str) -> None:
    """No file is looked for by what somebody typed; the refusal doesn't repeat it."""
    with pytest.raises(BadInput) as refused:
        time_zone(typed)
    assert refused.value.code == "time_zone_unknown"
    assert refused.value.data == {}


async def test_settings_show_the_time_and_how_long_videos_are_kept(talk: Talk) -> None:
    """Without options nothing changes, and everything is shown with a way to change it."""
    reply = await answer_settings(Settings(), await talk.asker(), talk.services)
    text = spoken(reply, "UTC")
    assert "UTC" in text
    assert "English" in text
    assert "7 days after it is ready" in text
    assert "up to 30 days after it was made" in text
    assert only(reply, Buttons)


async def test_a_chosen_time_zone_is_kept_and_shown_at_once(talk: Talk) -> None:
    """The new zone holds for the next answer, and the answer itself shows the time there."""
    asker = await talk.asker()
    before = spoken(await answer_settings(Settings(), asker, talk.services), "UTC")
    after = spoken(await answer_settings(Settings(time_zone="asia/tokyo"), asker, talk.services), "UTC")
    assert "Asia/Tokyo" in after
    assert before.split("Your time now: ")[1].splitlines()[0] not in after
    again = await talk.asker()
    assert again.preferences.time_zone == "Asia/Tokyo"
    assert (await talk.asker("member")).preferences.time_zone == "UTC"


async def test_the_same_settings_change_nothing(talk: Talk) -> None:
    """Choosing what is set already says so."""
    await answer_settings(Settings(language=Language.EN), await talk.asker(), talk.services)
    reply = await answer_settings(Settings(time_zone="UTC", language=Language.EN), await talk.asker(), talk.services)
    assert "Nothing to change" in spoken(reply, "UTC")


async def test_the_button_asks_for_a_place_and_takes_it(talk: Talk) -> None:
    """The form holds the present zone; what is typed in it is kept, and a wrong place is refused."""
    asker = await talk.asker()
    (form,) = (await press_change(Pressed(asker.person), asker, talk.services)).parts
    assert isinstance(form, Form)
    assert [field.value for field in form.fields] == ["UTC"]
    await press_change(Pressed(asker.person, {"time_zone": "Paris"}), asker, talk.services)
    assert (await talk.asker()).preferences.time_zone == "Europe/Paris"
    with pytest.raises(BadInput, match="time_zone_unknown"):
        await press_change(Pressed(asker.person, {}), asker, talk.services)


async def test_help_names_every_command_so_that_it_can_be_typed(talk: Talk) -> None:
    """Each command stands there with what it does; those for admins and moderators only where somebody is one."""
    asker = await talk.asker()
    reply = await answer_help(Help(), asker, talk.services)
    text = spoken(reply, "UTC")
    for name in talk.services.commands:
        assert (f"/{name}: " in text) == (name not in {"setup", "review"})
    admin = replace(asker, place=Place(Platform.DISCORD, "5", is_admin=True))
    assert "/setup: " in spoken(await answer_help(Help(), admin, talk.services), "UTC")
    member = replace(asker, place=Place(Platform.DISCORD, "5"))
    assert "/setup: " not in spoken(await answer_help(Help(), member, talk.services), "UTC")
    assert len(only(reply, Fields)) == 1


async def test_about_says_who_runs_this_and_where_the_papers_are(talk: Talk) -> None:
    """Version, operator, contact, licence and both papers; without a name it says that there is none."""
    reply = await answer_about(About(), await talk.asker(), talk.services)
    text = spoken(reply, "UTC")
    assert talk.services.version in text
    assert "no name is set" in text
    assert "Apache-2.0" in text
    paths = [part.path for part in reply.parts if isinstance(part, Link)]
    assert paths == ["/policy/hushreel-privacy?lang=en", "/policy/hushreel-terms?lang=en"]


async def test_the_clock_is_set_by_pressing(tmp_path: Path) -> None:
    """Button, form, and what is typed in it go through the conversation like on every surface."""
    async with chatting_in(tmp_path) as chatting:
        chat, asker = chatting.chat, await chatting.arrive()
        (change,) = [
            one for one in buttons(await chat.ask("settings", {}, asker)) if one.label.key == "settings-change"
        ]
        (form,) = (await chat.press(change.press, asker)).parts
        assert isinstance(form, Form)
        assert "that time zone" in spoken(await chat.press(form.press, asker, {"time_zone": "Middle-earth"}))
        assert "Asia/Kolkata" in spoken(await chat.press(form.press, asker, {"time_zone": "kolkata"}))
        assert (await chatting.arrive()).preferences.time_zone == "Asia/Kolkata"
        assert "somebody else" in spoken(await chat.press(form.press, await chatting.arrive("member"), {}))


def test_the_languages_to_choose_are_those_there_are_sentences_of() -> None:
    """No language is offered without its texts file, and none is left out."""
    assert tuple(language.value for language in Language) == ("automatic", *LANGUAGES)


async def test_language_and_delivery_are_chosen_by_pressing(tmp_path: Path) -> None:
    """Each has a button for each choice; a press is kept, and the one that is set stands out."""
    async with chatting_in(tmp_path) as chatting:
        for key, value in (("delivery", "link"), ("language", "es"), ("delivery", "file"), ("language", "automatic")):
            asker = await chatting.arrive()
            found = {one.label.key: one for one in buttons(await chatting.chat.ask("settings", {}, asker))}
            reply = await chatting.chat.press(found[f"{key}-{value}"].press, asker)
            standing_out = {one.label.key for one in buttons(reply) if one.style is Style.MAIN}
            assert f"{key}-{value}" in standing_out
            assert len(standing_out) == 2
            kept = (await chatting.arrive()).preferences
            assert {"delivery": kept.delivery.value, "language": kept.language or "automatic"}[key] == value


async def test_a_chosen_language_is_spoken_until_it_is_given_back(tmp_path: Path) -> None:
    """What a person chose counts more than what their platform says, until they choose the platform's again."""
    async with chatting_in(tmp_path) as chatting:
        identity = Identity(Platform.DEMO, "owner")

        async def arrive() -> Asker:
            return await chatting.chat.arrive(identity, Surface.CHAT_PRIVATE, "pt-BR")

        assert "Português (as your platform says)" in spoken(await chatting.chat.ask("settings", {}, await arrive()))
        assert "Language: Español" in spoken(
            await chatting.chat.ask("settings", {"language": Language.ES}, await arrive())
        )
        assert (await arrive()).language == "es"
        said = spoken(await chatting.chat.say("is my video private?", await arrive()))
        assert "Aquí no tienes ningún video." in said
        await chatting.chat.ask("settings", {"language": Language.AUTOMATIC}, await arrive())
        assert (await arrive()).language == "pt-BR"


async def test_a_platform_may_speak_a_language_that_we_do_not(tmp_path: Path) -> None:
    """Somebody whose platform says German is answered in English, settings included, and told what else I speak."""
    async with chatting_in(tmp_path) as chatting:
        asker = await chatting.chat.arrive(Identity(Platform.DEMO, "owner"), Surface.CHAT_PRIVATE, "de-AT")
        assert "Language: English" in spoken(await chatting.chat.ask("settings", {}, asker))
        assert "I answer in English" in spoken(await chatting.chat.say("is my video private?", asker))


async def test_chats_are_tidied_and_protected_where_that_can_be_done(tmp_path: Path) -> None:
    """On Telegram both can be switched, and it is said what each means; elsewhere neither is offered."""
    async with chatting_in(tmp_path) as chatting:
        there = Identity(Platform.TELEGRAM, "5")
        asker = await chatting.chat.arrive(there, Surface.CHAT_PRIVATE)
        shown = await chatting.chat.ask("settings", {}, asker)
        assert (asker.preferences.tidy, asker.preferences.protect) == (True, False)
        assert "after 47 hours" in spoken(shown)
        for label in ("tidy-off", "protect-on"):
            asker = await chatting.chat.arrive(there, Surface.CHAT_PRIVATE)
            shown = await chatting.press(shown, label, asker)
        asker = await chatting.chat.arrive(there, Surface.CHAT_PRIVATE)
        assert (asker.preferences.tidy, asker.preferences.protect) == (False, True)
        assert "until you delete them" in spoken(shown)
        assert "only deters" in spoken(shown)
        elsewhere = await chatting.chat.ask("settings", {}, await chatting.arrive())
        assert not [one for one in buttons(elsewhere) if one.label.key.startswith(("button-tidy", "button-protect"))]
