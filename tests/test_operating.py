"""The pages for whoever runs the machine say what is so."""

import re
from pathlib import Path

import pytest

from bots.__main__ import main
from core.storage.tables import metadata

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted((DOCS / "operating").glob("*.md"))


def test_what_could_be_handed_over_is_told_of_every_table() -> None:
    """Each table has a row that says what of it can be read without the key, and with it; no other one has."""
    text = (DOCS / "operating" / "handing-over.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| \S.* \| \S.* \|$", text, re.MULTILINE)
    assert sorted(rows) == sorted({*metadata.tables, "alembic_version"})


@pytest.mark.parametrize("page", [DOCS / "operating.md", *PAGES], ids=lambda one: one.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    """Each file is there, and each heading."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if "://" in target:
            continue
        name, _, heading = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), target
        assert not heading or heading in headings(file), target


def headings(file: Path) -> set[str]:
    """Give the names by which the headings of a page can be linked."""
    found = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in found}


def printed() -> list[str]:
    """Give every `hushreel` command that the pages print, in a block or in a sentence, without what runs it."""
    found = set()
    for page in (DOCS / "operating.md", *PAGES):
        text = re.sub(r"\\\n\s*", "", page.read_text("utf-8"))
        blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        sentences = re.sub(r"^```\w*\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE).replace("\n", " ")
        for line in [*"\n".join(blocks).splitlines(), *re.findall(r"`([^`]+)`", sentences)]:
            found |= {one.strip() for one in re.findall(r"(?:^|/bin/)hushreel (\w[^&|;#]*)", line)}
    return sorted(found)


@pytest.mark.parametrize("command", printed())
def test_every_command_that_is_printed_is_there(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With its words and options, as its own help tells them."""
    words = command.split()
    named = [words[0], *(one for one in words[1:2] if words[0] in {"operator", "policy"})]
    with pytest.raises(SystemExit) as left:
        main([*named, "--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    missing = [one for one in words if one.startswith("-") and one not in told]
    assert missing == []
