"""Discord's rules for what we send, from its own specification and beyond it; and words that try to break them."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import discord
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bots.discord_bot.lengths import width
from bots.discord_bot.render import Drawn

Json = Mapping[str, Any]

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            *(
                "**",
                "** **",
                "\\",
                "```",
                "||x||",
                "_a_ *b* ~~c~~",
                "> quote",
                "# head",
                "-# small",
                "- list",
                "1. one",
            ),
            *("@everyone", "@here", "<@123456789012345678>", "<#1>", "<t:1:R>", "<:a:1>", "</help:1>", "/help"),
            *("[x](http://a.example)", "http://a.example/x_y_z", "discord.gg/abc", "[1]", "[1](http://a.example)"),
            *("😀" * 50, "长" * 90, "\u05d0\u05d1 \u202e", "a" * 300, "x " * 150, "\n\n\n", "\u200b", "<" * 80),
        ]
    ),
    st.lists(st.sampled_from(["word", "**", "<t:1:f>", "\\_", "长", "😀", "\n", " "]), max_size=40).map("".join),
)
"""What somebody might type."""


def message(drawn: Drawn) -> Json:
    """Give a drawn reply as the body of a request."""
    return {
        "content": drawn.content,
        "embeds": [one.to_dict() for one in drawn.embeds],
        "components": drawn.view.to_components(),
    }


def buttons(drawn: Drawn) -> list[Json]:
    """Give every button and menu of a drawn reply, in the order in which they stand."""
    return [one for row in drawn.view.to_components() for one in row["components"]]


def labels(drawn: Drawn) -> list[list[str]]:
    """Give the labels row by row; a menu is its options."""
    return [[text for one in row["components"] for text in _labels(one)] for row in drawn.view.to_components()]


def _labels(one: Json) -> Iterator[str]:
    if "options" in one:
        yield from (option["label"] for option in one["options"])
    else:
        yield one.get("label") or one["placeholder"]


def check_message(drawn: Drawn) -> None:
    """Hold a drawn reply against every limit of a message."""
    assert 1 <= width(drawn.content.strip()) <= width(drawn.content) <= 2000
    assert len(drawn.embeds) <= 10
    assert sum(width(one.description or "") for one in drawn.embeds) <= 6000
    assert all(1 <= width((one.description or "").strip()) <= 4096 for one in drawn.embeds)
    found = drawn.view.to_components()
    assert len(found) <= 5
    assert drawn.view.timeout is None
    assert drawn.view.is_finished()
    for row in found:
        assert sum(1 if one["type"] == 2 else 5 for one in row["components"]) <= 5
    ids = [one["custom_id"] for one in buttons(drawn) if one.get("custom_id")]
    assert len(set(ids)) == len(ids)
    for one in buttons(drawn):
        _check_component(one)


def _check_component(one: Json) -> None:
    assert 1 <= len(one.get("custom_id") or one.get("url") or "") <= (512 if one.get("url") else 100)
    if one["type"] == discord.ComponentType.button.value:
        assert 1 <= width(one["label"].strip()) <= 80
        return
    assert width(one["placeholder"]) <= 150
    for option in one.get("options", ()):
        assert 1 <= width(option["label"].strip()) <= 100
        assert len(option["value"]) <= 100
    assert len(one.get("options", ())) <= 25
    assert sum(option["default"] for option in one.get("options", ())) <= one["max_values"]


def check_modal(modal: discord.ui.Modal) -> None:
    """Hold a form against every limit of a modal."""
    drawn = modal.to_dict()
    assert 1 <= width(drawn["title"].strip()) <= 45
    assert 1 <= len(drawn["custom_id"]) <= 100
    assert 1 <= len(drawn["components"]) <= 5
    for one in drawn["components"]:
        if one["type"] == discord.ComponentType.text_display.value:
            assert 1 <= width(one["content"].strip()) <= 4000
            continue
        assert 1 <= width(one["label"].strip()) <= 45
        assert width(one.get("description", "")) <= 100
        asked = one["component"]
        assert width(asked.get("value") or "") <= asked.get("max_length", 4000) <= 4000
        assert len(asked.get("options", ())) <= 25


@cache
def _specification(file: Path) -> Json:
    read: dict[str, Any] = json.loads(file.read_text("utf-8"))
    read["components"]["schemas"]["SnowflakeType"] = {"type": ["string", "integer"]}  # discord.py sends some as numbers
    return read


@cache
def validator(shared: Path, schema: str) -> Draft202012Validator:
    """Judge by one schema of Discord's own specification."""
    parts = _specification(shared / "specs" / "discord-openapi.json")["components"]
    return Draft202012Validator({"$ref": f"#/components/schemas/{schema}", "components": parts})
