"""Forms as Discord's modals, and what was typed, picked, pressed or handed over in an interaction."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import discord

from bots.chat.reply import PICKED, PICKED_NAMES, Form, FormField
from bots.discord_bot.lengths import clipped, cut, width
from bots.discord_bot.options import called
from bots.discord_bot.rows import CHOICE, OPTION_LONGEST, OPTIONS_MOST, Item
from bots.discord_bot.words import Words

TITLE_LONGEST = 45
LABEL_LONGEST = 45
DESCRIPTION_LONGEST = 100
FIELDS_MOST = 5
INPUT_LONGEST = 4000
FILES_MOST = 10
"""How many files one field of a modal takes."""

_ATTACHMENT = 11
"""Discord's number for an option that is a file."""

_USER_SELECT = discord.ComponentType.user_select.value

_ENDS = tuple(re.compile(one) for one in (r"[;.:]\s|[；。：]", r",\s|，", r"\s(?=\()|(?=（)"))  # noqa: RUF001 - Chinese
"""Where a clause ends, the clearest ends first."""


class Modal(discord.ui.Modal):
    """A modal of which discord.py keeps nothing: what it brings is answered by its value."""

    def is_finished(self) -> bool:
        """Say that nobody waits for it here, so that discord.py doesn't keep it."""
        return True


def modal(form: Form, words: Words) -> Modal:
    """Draw a form. Raises ValueError for more fields or choices than Discord takes."""
    if len(form.fields) > FIELDS_MOST:
        raise ValueError(len(form.fields))
    title = words.label(form.title)
    drawn = Modal(title=cut(title, TITLE_LONGEST), custom_id=form.press, timeout=None)
    if width(title) > TITLE_LONGEST and len(form.fields) < FIELDS_MOST:
        drawn.add_item(discord.ui.TextDisplay(cut(words.say(form.title), INPUT_LONGEST)))
    for one in form.fields:
        drawn.add_item(_labelled(words.label(one.label), _input(one, words)))
    return drawn


def _labelled(text: str, item: Item) -> Item:
    """Put words above an input: what is too long for its name stands below it, divided where a clause ends."""
    name, more = text, ""
    if width(text) > LABEL_LONGEST:
        name, more = _divided(text) or (cut(text, LABEL_LONGEST), text)
    return discord.ui.Label(text=name, description=cut(more, DESCRIPTION_LONGEST) or None, component=item)


def _divided(text: str) -> tuple[str, str] | None:
    for ends in _ENDS:
        for found in reversed(list(ends.finditer(text))):
            name = text[: found.end()].rstrip(" ,;:，；：")  # noqa: RUF001 - signs of Chinese
            if name and width(name) <= LABEL_LONGEST:
                return name, text[found.end() :]
    return None


def _input(one: FormField, words: Words) -> Item:
    if one.choices:
        return _menu(one, words)
    if one.files:
        least, most = int(one.required), min(one.files, FILES_MOST)
        return discord.ui.FileUpload(custom_id=one.name, required=one.required, min_values=least, max_values=most)
    longest = min(one.longest, INPUT_LONGEST)
    return discord.ui.TextInput(
        custom_id=one.name,
        style=discord.TextStyle.paragraph if one.many_lines else discord.TextStyle.short,
        default=clipped(one.value, longest) or None,
        required=one.required,
        max_length=longest,
    )


def _menu(one: FormField, words: Words) -> Item:
    if len(one.choices) > OPTIONS_MOST:
        raise ValueError(len(one.choices))
    return discord.ui.Select(
        custom_id=one.name,
        required=one.required,
        options=[
            discord.SelectOption(label=cut(words.label(say), OPTION_LONGEST), value=value, default=value == one.value)
            for value, say in one.choices
        ],
    )


def press_of(interaction: discord.Interaction[Any]) -> str:
    """Give the value that was pressed: a button's or form's own, or that of the option picked in a menu of presses."""
    data = _data(interaction)
    custom_id, values = str(data.get("custom_id", "")), data.get("values") or ()
    return str(values[0]) if custom_id.startswith(CHOICE) and values else custom_id


def typed(interaction: discord.Interaction[Any]) -> dict[str, str]:
    """Give what was typed or picked, by field; what a native picker brought stands under PICKED."""
    data = _data(interaction)
    if interaction.type is discord.InteractionType.modal_submit:
        return dict(_fields(data.get("components", ())))
    if "values" in data and not str(data.get("custom_id", "")).startswith(CHOICE):
        return _people(data) if data.get("component_type") == _USER_SELECT else {PICKED: _picked(data)}
    return {}


def files_of(interaction: discord.Interaction[Any]) -> Sequence[discord.Attachment]:
    """Give the files that a form brought, in their order."""
    data = _data(interaction)
    ids = [file for one in _inputs(data.get("components", ())) for file in one.get("values", ()) if _is_files(one)]
    options: Any = [{"type": _ATTACHMENT, "name": one, "value": one} for one in ids]
    found = discord.app_commands.Namespace(interaction, data.get("resolved", {}), options)
    return [file for _, file in found if isinstance(file, discord.Attachment)]


def _data(interaction: discord.Interaction[Any]) -> Mapping[str, Any]:
    return dict(interaction.data or {})


def _inputs(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Walk through a modal's inputs, whatever they stand in: a label holds one, a row some."""
    for one in components:
        inner = [one["component"]] if "component" in one else one.get("components", ())
        yield from _inputs(inner) if inner else [one]


def _fields(components: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for one in _inputs(components):
        if "custom_id" in one and not _is_files(one):
            yield str(one["custom_id"]), str(one["value"]) if "value" in one else " ".join(one.get("values") or ())


def _is_files(one: Mapping[str, Any]) -> bool:
    return one.get("type") == discord.ComponentType.file_upload.value


def _people(data: Mapping[str, Any]) -> dict[str, str]:
    """Give the people who were picked, with what Discord calls them now; bots are none."""
    users = data.get("resolved", {}).get("users", {})
    people = [one for one in map(str, data.get("values", ())) if not users.get(one, {}).get("bot")]
    return {PICKED: " ".join(people), PICKED_NAMES: json.dumps([called(users.get(one, {})) for one in people])}


def _picked(data: Mapping[str, Any]) -> str:
    return " ".join(str(one) for one in data.get("values", ()))
