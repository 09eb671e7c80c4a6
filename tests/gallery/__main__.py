"""Writes docs/gallery.md and its contact sheets: `python -m tests.gallery`, or some of them by name."""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.gallery.piece import Piece, sheet_of

PAGE = Path(__file__).parents[2] / "docs" / "gallery.md"
SHEETS = PAGE.with_name("gallery")
ROOMS = {"pictures": "From words, pictures and sound", "clips": "From clips"}
"""Modules with PIECES, and their headings."""

ABOUT = """# Gallery

What built-in motion makes, six frames of each video. All of it is drawn by Hushreel itself, also what stands for your
pictures and clips, so nothing here is anybody's. `make gallery` makes it anew; the same seeds give the same
videos.
"""


def pieces() -> Iterator[tuple[str, Sequence[Piece]]]:
    """Give each heading and its pieces."""
    for room, heading in ROOMS.items():
        if find_spec(f"tests.gallery.{room}"):
            yield heading, import_module(f"tests.gallery.{room}").PIECES


def page() -> str:
    """Write the page for all pieces."""
    lines = [ABOUT]
    for heading, shown in pieces():
        lines += [f"## {heading}", ""]
        for piece in shown:
            title = piece.name.replace("_", " ").capitalize()
            lines += [f"### {title}", "", piece.about, "", f"![{title}]({SHEETS.name}/{piece.name}.jpg)", ""]
    return "\n".join(lines)


def main(names: Sequence[str]) -> int:
    """Make the sheets of these names, or all, and the page. Returns 1 for a name that no piece has."""
    every = [piece for _, shown in pieces() for piece in shown]
    chosen = [piece for piece in every if not names or piece.name in names]
    SHEETS.mkdir(exist_ok=True)
    for piece in chosen:
        content = sheet_of(piece)
        (SHEETS / f"{piece.name}.jpg").write_bytes(content)
        sys.stdout.write(f"{piece.name}: {len(content)} bytes\n")
    PAGE.write_text(page(), "utf-8")
    return 0 if chosen else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
