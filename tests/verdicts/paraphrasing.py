"""A thousand ways to ask the five questions of one's own video, put together from paraphrases.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

ALL = "all"
FIVE = ("who-sees", "who-uses", "copies", "until", "undone")


@dataclass(frozen=True)
class Paraphrase:
    """One question in words, its language, and which of the five questions it asks; `ALL` asks for all of them."""

    words: str
    language: str
    asks: str


@lru_cache
def paraphrases() -> tuple[Paraphrase, ...]:
    """Put all of them together."""
    with (Path(__file__).parent / "paraphrases.toml").open("rb") as file:
        languages = tomllib.load(file)
    return tuple(
        Paraphrase(f"{opening}{core}{ending}", language, asks)
        for language, parts in languages.items()
        for asks in (ALL, *FIVE)
        for core, opening, ending in product(parts[asks], parts["openings"], parts["endings"])
    )
