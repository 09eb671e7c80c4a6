"""The catalogue as Discord takes it: within its rules, in our languages, and complete."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import discord
import jsonschema
import pytest

from bots.chat.catalog import CATALOGUE
from bots.chat.command import Access, Command, VideoRef
from bots.chat.library import Videos, answer_videos
from bots.discord_bot.slash import MENU_PICTURE, MENUS, Json, menu_of, payload
from bots.discord_bot.translate import LOCALES
from bots.texts.lookup import Texts
from bots.texts.say import Say
from knowledge.languages import LANGUAGES

TEXTS = Texts()
SENT = payload(CATALOGUE, TEXTS)
SLASH = [one for one in SENT if one["type"] == discord.AppCommandType.chat_input.value]
MENU = [one for one in SENT if one["type"] == discord.AppCommandType.message.value]
BY_NAME = {one["name"]: one for one in SLASH}
TOTAL_LONGEST = 8_000
each = pytest.mark.parametrize("command", SLASH, ids=lambda one: one["name"])


def named(one: Json) -> Iterator[tuple[str, str]]:
    """Give the names of a command, an option or a choice by locale, "" for the one without."""
    yield "", one["name"]
    yield from one["name_localizations"].items()


def size(one: Json) -> int:
    """Count characters as Discord does: of names and descriptions the longest, of values each (its reference)."""
    texts = [one["name"], *one["name_localizations"].values()]
    about = [one.get("description", ""), *one.get("description_localizations", {}).values()]
    inner = sum(size(each) for each in (*one.get("options", ()), *one.get("choices", ())))
    return max(map(len, texts)) + max(map(len, about)) + len(one.get("value", "")) + inner


def test_everything_that_can_be_asked_is_there() -> None:
    """Each listed command has its slash command with each of its options, and each menu its entry."""
    assert set(BY_NAME) == {one.name for one in CATALOGUE if one.listed}
    for command in CATALOGUE:
        assert {one["name"] for one in BY_NAME[command.name]["options"]} == {one.name for one in command.options()}
    assert [menu_of(one["name"], TEXTS) for one in MENU] == list(MENUS)
    assert menu_of("Something else", TEXTS) is None


def test_options_keep_their_types() -> None:
    """A file is an attachment, a number has its limits, a choice its words, a video is completed as one types."""
    create = {one["name"]: one for one in BY_NAME["create"]["options"]}
    kinds = {name: discord.AppCommandOptionType(one["type"]).name for name, one in create.items()}
    assert kinds["prompt"] == "string"
    assert [kinds[name] for name in ("image", "end_image", "audio", "video")] == ["attachment"] * 4
    assert (kinds["seconds"], kinds["more"]) == ("integer", "boolean")
    assert (create["seconds"]["min_value"], create["seconds"]["max_value"]) == (1, 60)
    assert create["prompt"]["max_length"] == 2_000
    assert [one["value"] for one in create["shape"]["choices"]] == ["16:9", "9:16", "1:1"]
    assert "files" not in create
    assert BY_NAME["privacy"]["options"][0]["autocomplete"] is True


@each
def test_names_are_as_discord_wants_them(command: Json) -> None:
    """Names of commands and options are one lower-case word of letters, digits, - and _, at most 32 long."""
    for one in (command, *command["options"]):
        for locale, name in named(one):
            assert 1 <= len(name) <= 32, name
            assert all(letter.isalnum() or letter in "-_" for letter in name), (locale, name)
            assert name == name.lower(), (locale, name)


@each
def test_texts_are_short_enough(command: Json) -> None:
    """Descriptions and choices hold 100 characters in every language, a whole command 8,000."""
    for one in (command, *command["options"]):
        for text in (one["description"], *one["description_localizations"].values()):
            assert 1 <= len(text) <= 100, text
        choices = one.get("choices", ())
        assert len(choices) <= 25
        assert all(len(text) <= 100 for choice in choices for _, text in named(choice))
    assert len(command["options"]) <= 25
    assert size(command) <= TOTAL_LONGEST


@each
def test_what_is_needed_comes_first(command: Json) -> None:
    """Discord refuses a needed option after one that isn't."""
    needed = [one["required"] for one in command["options"]]
    assert needed == sorted(needed, reverse=True)


@pytest.mark.parametrize("locale", ["", *(one for here in LOCALES.values() for one in here)])
def test_no_name_stands_for_two_things(locale: str) -> None:
    """In each language commands differ from each other, and so do the options of one command."""
    commands = Counter(dict(named(one)).get(locale, one["name"]) for one in SLASH)
    assert [name for name, times in commands.items() if times > 1] == []
    for command in SLASH:
        options = Counter(dict(named(one)).get(locale, one["name"]) for one in command["options"])
        assert [name for name, times in options.items() if times > 1] == [], command["name"]


def test_every_language_of_ours_has_its_locales() -> None:
    """All our languages but the first are localised, under names that Discord knows."""
    assert set(LOCALES) == set(LANGUAGES[1:])
    known = {one.value for one in discord.Locale}
    assert {one for here in LOCALES.values() for one in here} <= known
    assert {"es-ES", "es-419", "pt-BR", "zh-CN", "ru"} <= set(BY_NAME["create"]["name_localizations"])


def test_english_names_are_those_of_the_documents() -> None:
    """What English readers type is what docs/commands.md says."""
    for command in CATALOGUE:
        for key in (command.name, *(f"{command.name}-{one.name}" for one in command.options())):
            assert TEXTS.say("en", Say(f"name-{key}"), str) == key.rpartition("-")[2]


def test_entries_of_menus_are_short() -> None:
    """An entry of a message's menu has at most 32 characters in every language, and no description."""
    for one in MENU:
        assert all(1 <= len(name) <= 32 for _, name in named(one)), one
        assert "description" not in one


def test_everybody_can_ask_everywhere() -> None:
    """Commands for everybody are there in servers, with the bot alone and elsewhere, for servers and for persons."""
    for one in (BY_NAME["create"], BY_NAME["privacy"], *MENU):
        assert (one["contexts"], one["integration_types"]) == ([0, 1, 2], [0, 1])
        assert one["default_member_permissions"] is None


@pytest.mark.parametrize(
    ("access", "permission"), [(Access.MODERATOR, "manage_messages"), (Access.ADMIN, "manage_guild")]
)
def test_moderators_commands_are_shown_to_them(access: Access, permission: str) -> None:
    """What only moderators or admins may do is there in servers alone, and at first shown to whom it is for."""
    (sent, *_) = payload([Command("videos", Videos, answer_videos, access)], TEXTS)
    assert (sent["contexts"], sent["integration_types"]) == ([0], [0])
    wanted = discord.Permissions(int(sent["default_member_permissions"]))
    assert [name for name, given in wanted if given] == [permission]


def test_what_is_not_listed_is_not_sent() -> None:
    """A command that is only behind buttons is no slash command."""
    sent = payload([Command("videos", Videos, answer_videos, listed=False)], TEXTS)
    assert [one["type"] for one in sent] == [3, 3, 3]
    assert sent[0]["name"] == TEXTS.say("en", Say(MENU_PICTURE), str)


def test_a_command_with_a_video_is_completed() -> None:
    """Every option that names a video asks us while one types."""
    for command in CATALOGUE:
        sent = {one["name"]: one for one in BY_NAME[command.name]["options"]}
        for option in command.options():
            assert bool(sent[option.name].get("autocomplete")) == (option.plain_kind is VideoRef)


def test_discords_specification_takes_it(shared: Path) -> None:
    """What is sent is what the published specification describes."""
    specification = json.loads((shared / "specs" / "discord-openapi.json").read_text("utf-8"))
    operation = specification["paths"]["/applications/{application_id}/commands"]["put"]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    judge = jsonschema.Draft202012Validator({**schema, "components": specification["components"]})
    assert [error.message for error in judge.iter_errors(SENT)] == []
