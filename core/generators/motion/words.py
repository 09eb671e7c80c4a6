"""From a person's words to a scene: what is understood, and, honestly, what is not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.generators.motion.camera import Move
from core.generators.motion.lexicon import (
    ACTIONS,
    DEMANDS,
    ENERGY,
    HARMLESS,
    HOURS,
    JOINS,
    LEADING,
    MOVES,
    PACES,
    SCENES,
    TINTS,
    WEATHER,
)
from core.records import Check

CANNOT_MOST = 4
"""How many things that can't be drawn are named."""
_PHRASE_LONGEST = 4
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


@dataclass(frozen=True)
class Story:
    """What a prompt asks for. None where it leaves the choice to the seed; `unknown` keeps the person's spelling."""

    scene: str | None
    also: frozenset[str]
    hour: str | None
    weather: frozenset[str]
    energy: str | None
    tint: str | None
    move: Move | None
    pace: str
    unknown: tuple[str, ...]
    asked_of_subject: tuple[str, ...]


def _by_phrase(table: Mapping[str, str]) -> dict[str, str]:
    return {phrase.replace("_", " "): code for code, phrases in table.items() for phrase in phrases.split()}


_TABLES = {
    "scene": _by_phrase(SCENES),
    "hour": _by_phrase(HOURS),
    "weather": _by_phrase(WEATHER),
    "energy": _by_phrase(ENERGY),
    "tint": _by_phrase(TINTS),
    "move": _by_phrase(MOVES),
    "pace": _by_phrase(PACES),
    "harmless": dict.fromkeys(HARMLESS.replace("_", " ").split(), ""),
}
_TABLES["harmless"] |= _by_phrase({"": HARMLESS})
_ACTIONS = frozenset(ACTIONS.replace("_", " ").split())
_DEMANDS = frozenset(DEMANDS.split())
_PRONOUNS = frozenset(["him", "her", "it", "them", "me", "us", "he", "she", "they", "his", "their"])
_NEGATIONS = frozenset({"no", "without"})


def read(prompt: str) -> Story:
    """Find the longest known phrases from left to right; the rest is unknown, neighbours joined."""
    words = _WORD.findall(prompt)
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in _TABLES}
    unknown: list[list[str]] = []
    last_unknown = -2
    for start, length in _phrases(words):
        phrase = " ".join(words[start : start + length])
        meanings = _meanings(phrase.lower())
        for table, code in meanings:
            found[table].append((code, phrase))
        negated = start > 0 and words[start - 1].lower() in _NEGATIONS
        if meanings or negated or phrase.lower() in _PRONOUNS or phrase.isdigit():
            continue
        if last_unknown == start - 1:
            unknown[-1].append(phrase)
        else:
            unknown.append([phrase])
        last_unknown = start
    codes = {table: [code for code, _ in pairs] for table, pairs in found.items()}
    scene = _place(codes)
    joined = JOINS.get(scene or "", set())
    left_out = [phrase for code, phrase in found["scene"] if code not in {scene, "abstract", *joined}]
    return Story(
        scene=scene,
        also=frozenset(codes["scene"]) & joined - {scene},
        hour=_hour(codes["hour"]) or ("night" if "stars" in codes["weather"] else None),
        weather=frozenset(codes["weather"]),
        energy=next(iter(codes["energy"]), None),
        tint=next(iter(codes["tint"]), None),
        move=next((Move(code) for code in codes["move"]), None),
        pace=next(iter(codes["pace"]), "normal"),
        unknown=(*(" ".join(group) for group in unknown), *left_out),
        asked_of_subject=tuple(_asked_of_subject(words)),
    )


def understand(prompt: str, *, has_picture: bool) -> Check:
    """Say what of a prompt built-in motion can do.

    `can` holds stable codes: the scenes, and the camera move, that it will make; with no scene named,
    "abstract" first and then every scene there is. `cannot` holds the person's own words, at most CANNOT_MOST;
    with no scene beside them it isn't possible, and an abstract scene is made only if the person wants one.
    With a picture the camera moves over it, and nothing in it changes.
    """
    story = read(prompt)
    move = (story.move.value,) if story.move else ()
    if has_picture:
        return Check(possible=True, cannot=story.asked_of_subject[:CANNOT_MOST], can=move or ("camera_move",))
    cannot = story.unknown[:CANNOT_MOST]
    if story.scene is None:
        others = tuple(code for code in SCENES if code != "abstract")
        return Check(possible=bool(prompt.strip()) and not cannot, cannot=cannot, can=("abstract", *others))
    return Check(possible=True, cannot=cannot, can=(story.scene, *sorted(story.also), *move))


def _phrases(words: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(words):
        lengths = range(min(_PHRASE_LONGEST, len(words) - start), 0, -1)
        length = next((n for n in lengths if _meanings(" ".join(words[start : start + n]).lower())), 1)
        yield start, length
        start += length


def _meanings(phrase: str) -> list[tuple[str, str]]:
    return [(name, table[phrase]) for name, table in _TABLES.items() if phrase in table]


def _place(codes: Mapping[str, list[str]]) -> str | None:
    """Choose the scene that the others join; an hour alone is a sky."""
    if codes["scene"]:
        return min(codes["scene"], key=LEADING.index)
    return "sky" if codes["hour"] else None


def _hour(hours: list[str]) -> str | None:
    """Take the hour that says most: a grey or stormy night is a night."""
    clear = [hour for hour in hours if hour not in {"grey", "storm"}]
    if "night" in clear:
        return "night"
    return next(iter(hours if "storm" in hours and not clear else clear or hours), None)


def _asked_of_subject(words: list[str]) -> Iterator[str]:
    """With a picture: verbs for its subject, and what is demanded after "make", "add", "turn into" and the like."""
    demanded = False
    for word in words:
        small = word.lower()
        demanded = demanded or small in _DEMANDS
        camera = any(table in {"move", "pace"} for table, _ in _meanings(small))
        if small in _DEMANDS or camera or small in _PRONOUNS:
            continue
        harmless = small in _TABLES["harmless"]
        if small in _ACTIONS or (demanded and not harmless):
            yield word
