"""What the documents say of the commands is what the commands are."""

import re
from pathlib import Path

import pytest

from bots.__main__ import main
from bots.chat.catalog import CATALOGUE
from bots.chat.command import Access, Command
from bots.texts.lookup import Texts
from bots.texts.say import Say
from tests.texts_read import TEXTS, messages

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS = (DOCS / "commands.md").read_text("utf-8")
PARITY = (DOCS / "parity.md").read_text("utf-8")
AT_THE_MACHINE = "At the machine"
DISCORD_LONGEST = 100
"""Characters of a command's or option's description (Discord's API reference, application commands)."""

EN = messages(TEXTS / "en.ftl")
commands = pytest.mark.parametrize("command", CATALOGUE, ids=lambda one: one.name)


def sections() -> dict[str, str]:
    """Split docs/commands.md by its second-level headings."""
    pieces = re.split(r"^## (.+)$", COMMANDS, flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def rows(text: str) -> dict[str, list[str]]:
    """Read the rows of a text's tables by their first cell."""
    lines = [line.strip("| ").split("|") for line in text.splitlines() if line.startswith("|")]
    return {cells[0].strip(" `"): [cell.strip() for cell in cells[1:]] for cells in lines}


@commands
def test_every_command_is_documented_with_all_its_options(command: Command) -> None:
    """docs/commands.md says of each command who may give it, each option and whether it is needed, and an example."""
    section = sections()[command.name]
    assert re.search(
        "For anyone|For its owner" if command.access is Access.ANYONE else "For moderators|For admins", section
    )
    assert f"/{command.name}" in section
    described = rows(section)
    assert set(described) - {"option", "---"} == {option.name for option in command.options()}
    for option in command.options():
        needed = described[option.name][0]
        assert needed == "yes" if option.required else needed != "yes"


def test_no_documented_command_is_missing() -> None:
    """docs/commands.md describes nothing that isn't there."""
    assert set(sections()) - {AT_THE_MACHINE} == {command.name for command in CATALOGUE}


@commands
def test_every_command_says_where_it_can_be_used(command: Command) -> None:
    """docs/parity.md has a row for each command with a word for every surface."""
    cells = rows(PARITY)[command.name]
    assert len(cells) == 4
    assert all(cells)
    assert cells[1].startswith("yes") == command.listed
    expected = "no: its people have no accounts" if command.for_accounts else "yes"
    assert cells[0] == ("yes: for its moderator" if command.access is Access.ADMIN else expected)


@commands
def test_every_command_and_option_has_words(command: Command) -> None:
    """The catalogue's words are complete, and short enough for Discord's 100 characters."""
    keys = [f"command-{command.name}", *(f"option-{command.name}-{one.name}" for one in command.options())]
    for key in keys:
        assert len(Texts().say("en", Say(key), str)) <= DISCORD_LONGEST, key


def test_no_words_are_left_of_a_command_or_option() -> None:
    """A command or option that is gone leaves no words behind."""
    known = {f"command-{one.name}" for one in CATALOGUE}
    named = {f"{one.name}-{option.name}" for one in CATALOGUE for option in one.options()}
    known |= {f"option-{name}" for name in named}
    known |= {f"name-{name}" for name in named | {one.name for one in CATALOGUE}}
    assert [key for key in EN if key.startswith(("command-", "option-", "name-")) and key not in known] == []


def test_every_command_at_the_machine_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    """What `hushreel --help` lists stands in docs/commands.md, and nothing else does."""
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = set(re.findall(r"^    (\w+) ", capsys.readouterr().out, flags=re.MULTILINE))
    assert listed
    assert set(re.findall(r"`hushreel (\w+)", sections()[AT_THE_MACHINE])) == listed
