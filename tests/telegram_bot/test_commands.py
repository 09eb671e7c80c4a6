"""The catalogue as Telegram takes it, and commands as people type them."""

import re

import pytest

from bots.chat.catalog import CATALOGUE
from bots.chat.command import Command, VideoRef
from bots.telegram_bot.commands import FOR_ADMINS, IN_GROUPS, IN_PRIVATE, menus
from bots.telegram_bot.options import called, options_of
from bots.texts.lookup import Texts
from bots.texts.say import Say
from core.errors import BadInput
from core.videos import Shape
from knowledge.languages import LANGUAGES

TEXTS = Texts()
MENUS = menus(CATALOGUE, TEXTS)
COMMANDS = {one.name: one for one in CATALOGUE}
each = pytest.mark.parametrize("menu", MENUS, ids=lambda one: f"{one.scope.type}-{one.language or 'all'}")


def test_each_scope_is_there_in_each_language() -> None:
    """Private chats, groups and administrators have a menu for everybody, and one for each other language of ours."""
    kinds = {one.scope.type for one in MENUS}
    assert kinds == {"all_private_chats", "all_group_chats", "all_chat_administrators"}
    for kind in kinds:
        assert [one.language for one in MENUS if one.scope.type == kind] == ["", *LANGUAGES[1:]]


@each
def test_menus_are_as_telegram_wants_them(menu: object) -> None:
    """Names are a-z, 0-9 and _, at most 32; descriptions 1 to 256 characters; eight in a menu at most."""
    commands = getattr(menu, "commands")  # noqa: B009 - parametrised
    assert 1 <= len(commands) <= 8
    for one in commands:
        assert re.fullmatch("[a-z0-9_]{1,32}", one.command)
        assert 1 <= len(one.description) <= 256


def test_the_private_menu_is_the_eight_of_the_design() -> None:
    """Create comes first, privacy is among them, and each description is in the reader's language."""
    names = [one.command for one in MENUS[0].commands]
    assert names == list(IN_PRIVATE)
    assert set(names) <= set(COMMANDS)
    spanish = next(one for one in MENUS if one.language == "es")
    assert spanish.commands[0].description == TEXTS.say("es", Say("command-create"), str)


def test_groups_have_few_and_administrators_have_setup() -> None:
    """In a group there is little to ask; /setup is shown to administrators alone."""
    assert "setup" in FOR_ADMINS
    assert "setup" not in IN_GROUPS
    assert "privacy" in IN_GROUPS


@pytest.mark.parametrize(
    ("text", "name", "bot", "rest"),
    [
        ("/privacy", "privacy", "", ""),
        ("/Privacy #1", "privacy", "", "#1"),
        ("/create@hushreel_bot a calm sea\nat night", "create", "hushreel_bot", "a calm sea\nat night"),
        ("/create\na calm sea", "create", "", "a calm sea"),
    ],
)
def test_commands_are_read(text: str, name: str, bot: str, rest: str) -> None:
    """A command may name its bot, and goes on behind a space or a line's end."""
    found = called(text)
    assert found is not None
    assert (found.name, found.bot, found.rest) == (name, bot, rest)


@pytest.mark.parametrize("text", ["privacy", "", "/", "/ privacy", "a /privacy", "/привет", "/" + "x" * 33, "/a-b"])
def test_what_is_no_command(text: str) -> None:
    """Words, and what Telegram takes for no command, are none."""
    assert called(text) is None


@pytest.mark.parametrize(
    ("command", "typed", "given"),
    [
        ("create", "a calm sea at sunset", {"prompt": "a calm sea at sunset"}),
        ("create", "prompt: a calm sea seconds: 5", {"prompt": "a calm sea", "seconds": 5}),
        ("create", "a calm sea seconds=5 shape=1:1", {"prompt": "a calm sea", "seconds": 5, "shape": Shape.SQUARE}),
        ("create", "the ratio is 3:1", {"prompt": "the ratio is 3:1"}),
        ("create", "more=yes a sea", {"more": True, "prompt": "a sea"}),
        ("create", "a sea shape: 1:1 at night", {"prompt": "a sea at night", "shape": Shape.SQUARE}),
        ("create", "prompt: a sea seconds: 5 at night", {"prompt": "a sea at night", "seconds": 5}),
        ("ask", "Does Kling train on my pictures?", {"question": "Does Kling train on my pictures?"}),
        ("privacy", "", {}),
        ("privacy", "last", {"video": VideoRef("last")}),
        ("privacy", "Beach at noon", {"video": VideoRef("Beach at noon")}),
        ("privacy", "video: Beach at noon", {"video": VideoRef("Beach at noon")}),
        ("enddate", "#1 3d", {"video": VideoRef("#1"), "until": "3d"}),
        (
            "enddate",
            '"Beach at noon" 2026-12-24 18:30',
            {"video": VideoRef("Beach at noon"), "until": "2026-12-24 18:30"},
        ),
        ("enddate", "#1 until: 2026-12-24", {"video": VideoRef("#1"), "until": "2026-12-24"}),
        ("settings", "Europe/Berlin", {"time_zone": "Europe/Berlin"}),
        ("help", "", {}),
    ],
)
def test_options_are_read(command: str, typed: str, given: dict[str, object]) -> None:
    """Options have names anywhere, or stand in their order; the first takes all words without a name."""
    assert options_of(COMMANDS[command], typed) == given


@pytest.mark.parametrize(
    ("command", "typed", "code"),
    [
        ("create", "a sea seconds=soon", "option_malformed"),
        ("create", "a sea shape=5:4", "option_malformed"),
        ("help", "me", "option_unknown"),
    ],
)
def test_options_that_do_not_fit_are_refused(command: str, typed: str, code: str) -> None:
    """What can't be read is refused by its option's name."""
    with pytest.raises(BadInput) as refused:
        options_of(COMMANDS[command], typed)
    assert refused.value.code == code


@pytest.mark.parametrize("command", CATALOGUE, ids=lambda one: one.name)
def test_names_are_names_of_telegrams(command: Command) -> None:
    """Everything that can be asked can be typed."""
    found = called(f"/{command.name}")
    assert found is not None
    assert found.name == command.name
