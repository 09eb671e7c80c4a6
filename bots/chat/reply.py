"""What can be answered: a closed set of parts. Adapters render each natively; one that can't refuses to start."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bots.texts.say import Say, Value
from core.videos import AssetId


@dataclass(frozen=True)
class Text:
    """One paragraph. `plain` holds words that are already written (an answer from knowledge)."""

    say: Say | None = None
    plain: str = ""


@dataclass(frozen=True)
class Field:
    """One line of a card: a name and what it is."""

    name: Say
    value: Value | Say


@dataclass(frozen=True)
class Fields:
    """Lines of a card."""

    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Media:
    """A video with its poster. The adapter opens both through the gate, each time."""

    output: AssetId
    poster: AssetId | None
    alt: Say
    width: int
    height: int
    duration_ms: int
    file_name: str = "video.mp4"


@dataclass(frozen=True)
class Picture:
    """A poster, so strongly blurred that nobody can be recognised. The adapter opens it through the gate, each time."""

    asset: AssetId
    alt: Say


@dataclass(frozen=True)
class Progress:
    """How far something is: `share` 0.0 to 1.0, or None while that is unknown."""

    say: Say
    share: float | None = None


class Style(Enum):
    """How a button looks."""

    MAIN = "main"
    QUIET = "quiet"
    DANGER = "danger"


@dataclass(frozen=True)
class Button:
    """Something to press. `command` is its command in the catalogue; `press` is opaque, at most 64 bytes."""

    label: Say
    command: str
    press: str
    style: Style = Style.QUIET


@dataclass(frozen=True)
class Buttons:
    """One row of buttons."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class Choice:
    """Pick one: each option is a button of its own or an entry of a native menu."""

    say: Say
    options: tuple[Button, ...]


@dataclass(frozen=True)
class FormField:
    """One input of a form. `longest` is in characters; with `choices` (value, label) one of them is picked.

    One with `files` takes up to so many files instead of words: they come as `Pressed.uploads`.
    """

    name: str
    label: Say
    longest: int
    value: str = ""
    required: bool = True
    many_lines: bool = False
    choices: tuple[tuple[str, Say], ...] = ()
    files: int = 0


@dataclass(frozen=True)
class Form:
    """Ask for words or files: a modal on Discord, one question after the other on Telegram, a form on the web."""

    title: Say
    press: str
    fields: tuple[FormField, ...]


class PickKind(Enum):
    """What a native picker lets one pick."""

    PLACE = "place"
    PEOPLE = "people"
    RECEIVERS = "receivers"


PICKED, PICKED_NAMES = "picked", "picked_names"
"""The fields of a form in which what was picked arrives: the platform's ids, separated by spaces, and as JSON text a
list of what they are called there now, where the platform tells it.
"""


def people_picked(form: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give ids and names of the people who were picked, "" for a name that isn't told; each once."""
    ids = form.get(PICKED, "").split()
    try:
        told = json.loads(form.get(PICKED_NAMES, "[]"))
    except ValueError:
        told = []
    names = [str(one) for one in told] if isinstance(told, list) else []
    return list(dict(zip(ids, [*names, *[""] * len(ids)], strict=False)).items())


@dataclass(frozen=True)
class Pick:
    """Pick places, people (and roles), or RECEIVERS (people alone) by the platform's own picker.

    `chosen` are the platform's ids picked so far.

    `none` is the press that picks none, for pickers in which that can't be done; "" while none is chosen.
    """

    say: Say
    press: str
    kind: PickKind
    chosen: tuple[str, ...] = ()
    most: int = 1
    none: str = ""


@dataclass(frozen=True)
class Link:
    """A page of ours; `path` is absolute on our own host."""

    label: Say
    path: str


@dataclass(frozen=True)
class Source:
    """One clause behind a sentence: its number in the text, and what opening it shows."""

    number: int
    document: str
    section: str
    version: str
    certainty: str
    quote: str
    path: str


@dataclass(frozen=True)
class Sources:
    """The clauses behind an answer, folded until opened."""

    sources: tuple[Source, ...]


Part = Text | Fields | Media | Picture | Progress | Buttons | Choice | Form | Pick | Link | Sources
PARTS: tuple[type[Part], ...] = (Text, Fields, Media, Picture, Progress, Buttons, Choice, Form, Pick, Link, Sources)


@dataclass(frozen=True)
class Reply:
    """An answer. The same `card` key redraws in place; `whisper` means that only the asker may see it.

    `mendable` says that what was given didn't fit, and that the same form or command takes something better; `final`
    that nothing will be drawn in this card's place any more.
    """

    parts: tuple[Part, ...]
    card: str | None = None
    whisper: bool = True
    mendable: bool = False
    final: bool = False
