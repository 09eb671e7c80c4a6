"""From a person's words to a scene: what is understood, and, honestly, what is not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.generators.motion.camera import Move
from core.generators.motion.lexicon import JOINS, LEADING, SCENES
from core.generators.motion.phrases import TABLES, Phrases, phrases_of
from core.records import Check

CANNOT_MOST = 4
"""How many things that can't be drawn are named."""


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


def read(prompt: str) -> Story:
    """Find the longest known phrases from left to right; the rest is unknown, neighbours joined."""
    known = phrases_of(prompt)
    words = known.split(prompt)
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in TABLES}
    unknown: list[list[str]] = []
    last_unknown = -2
    for start, length in known.places(words):
        phrase = " ".join(words[start : start + length])
        for table, code in known.meanings(phrase):
            if table in TABLES:
                found[table].append((code, phrase))
        negated = start > 0 and known.knows(words[start - 1], "negations")
        if known.means(phrase) or negated or known.knows(phrase, "pronouns") or phrase.isdigit():
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
        asked_of_subject=tuple(_asked_of_subject(words, known)),
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


def _asked_of_subject(words: list[str], known: Phrases) -> Iterator[str]:
    """With a picture: verbs for its subject, and what is demanded after "make", "add", "turn into" and the like."""
    demanded = False
    for word in words:
        demands = known.knows(word, "demands")
        demanded = demanded or demands
        if demands or known.knows(word, "move") or known.knows(word, "pace") or known.knows(word, "pronouns"):
            continue
        if known.knows(word, "actions") or (demanded and not known.knows(word, "harmless")):
            yield word
