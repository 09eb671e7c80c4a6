"""Forms as Discord's modals, and reading what comes back: typed, picked, pressed, or files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.reply import PICKED, Form, FormField
from bots.discord_bot.forms import files_of, modal, press_of, typed
from bots.discord_bot.words import Words
from bots.texts.lookup import Texts
from bots.texts.say import Say, VideoName
from knowledge.languages import LANGUAGES
from tests.discord_rules import HOSTILE, check_modal, validator

WORDS = Words(Texts(), "en", {})
DRAFT = Say("draft-form", {"video": VideoName(2, "Beach")})
PROMPT = FormField("prompt", Say("draft-prompt"), 2_000, "a calm sea", required=False, many_lines=True)
SHAPES = tuple((name, Say(f"shape-{name}")) for name in ("wide", "tall", "square"))
SHAPE = FormField("shape", Say("draft-shape"), 16, "tall", choices=SHAPES)
FILE = {"id": "31", "filename": "a.png", "size": 3, "url": "http://x/a.png", "proxy_url": "http://x/a.png"}


def came(kind: discord.InteractionType, data: dict[str, Any]) -> discord.Interaction[discord.Client]:
    """Read an interaction as the gateway brings it."""
    user = {"id": "5", "username": "ann", "discriminator": "0", "avatar": None, "global_name": "Ann"}
    channel = {"id": "6", "type": 1, "last_message_id": None}
    event: Any = {
        "id": "1",
        "application_id": "2",
        "type": kind.value,
        "token": "t",
        "version": 1,
        "data": data,
        "user": user,
        "channel": channel,
        "channel_id": "6",
        "entitlements": [],
        "authorizing_integration_owners": {},
        "context": 1,
        "attachment_size_limit": 10_485_760,
    }
    client = discord.Client(intents=discord.Intents.none())
    return discord.Interaction(data=event, state=client._connection)  # noqa: SLF001 - discord.py gives no other way


def pressed(**data: Any) -> discord.Interaction[discord.Client]:
    """Press something."""
    return came(discord.InteractionType.component, data)


def sent(*components: dict[str, Any], **data: Any) -> discord.Interaction[discord.Client]:
    """Send a form."""
    return came(discord.InteractionType.modal_submit, {"custom_id": "1cadjust", "components": list(components), **data})


def test_a_form_is_a_modal_with_a_label_over_each_field() -> None:
    """Words are typed in a line or in many, choices picked from a menu, and what was there before stands in it."""
    drawn = modal(Form(DRAFT, "1cadjust", (PROMPT, SHAPE)), WORDS).to_dict()
    assert (drawn["title"], drawn["custom_id"]) == ("What shall be different in “Beach” (#2)?", "1cadjust")
    prompt, shape = drawn["components"]
    assert (prompt["type"], prompt["label"]) == (18, "What to show, or how the camera moves")
    assert prompt["component"] == {
        "type": 4,
        "custom_id": "prompt",
        "style": 2,
        "label": None,
        "value": "a calm sea",
        "required": False,
        "max_length": 2_000,
    }
    assert [(one["value"], one["default"]) for one in shape["component"]["options"]] == [
        ("wide", False),
        ("tall", True),
        ("square", False),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_label_is_divided_where_a_clause_ends(language: str) -> None:
    """What a field's name has no room for stands below it, whole."""
    part = Form(DRAFT, "1c", (FormField("part", Say("draft-part"), 16),))
    (field,) = modal(part, Words(Texts(), language, {})).to_dict()["components"]
    assert "…" not in field["label"] + field.get("description", "")
    if language == "en":
        assert field["label"] == "Length in seconds (8)"
        assert field["description"] == "or a part of your sound or clip (12-20)"


def test_a_title_that_is_too_long_is_told_whole_above_the_fields() -> None:
    """45 characters are a modal's title; the whole question stands below it."""
    title = Say("enddate-form", {"video": VideoName(3, "x" * 40), "most_ms": 86_400_000})
    text, field = modal(Form(title, "1c", (PROMPT,)), WORDS).to_dict()["components"]
    assert text["content"].endswith("At the latest 1 day after it was made")
    assert field["component"]["custom_id"] == "prompt"


def test_a_form_that_discord_cannot_hold_is_refused() -> None:
    """Six fields, or 26 choices, are a mistake of ours."""
    with pytest.raises(ValueError, match="6"):
        modal(Form(DRAFT, "1c", (PROMPT,) * 6), WORDS)
    choices = tuple((str(n), Say("shape-wide")) for n in range(26))
    with pytest.raises(ValueError, match="26"):
        modal(Form(DRAFT, "1c", (FormField("x", Say("draft-shape"), 1, choices=choices),)), WORDS)


def test_discord_py_keeps_nothing_of_a_form() -> None:
    """A form is answered by its value, so none waits in memory for somebody to fill it in."""
    assert modal(Form(DRAFT, "1c", (PROMPT,)), WORDS).is_finished()


@given(HOSTILE, HOSTILE, st.integers(1, 5_000), st.integers(1, 5))
def test_no_form_goes_beyond_what_discord_takes(
    accepted: Callable[[Any], None], title: str, value: str, longest: int, count: int
) -> None:
    """Whatever stands in a form, it keeps all limits, and Discord's specification agrees."""
    label = Say("button-other-video", {"video": VideoName(1, title)})
    field = FormField("f", label, longest, value, required=False)
    fields = [FormField(f"{n}", label, longest, value) for n in range(1, count)]
    drawn = modal(Form(Say("rename-form", {"video": VideoName(1, title)}), "1c", (field, *fields)), WORDS)
    check_modal(drawn)
    accepted(drawn.to_dict())


@pytest.fixture(scope="session")
def accepted(shared: Path) -> Callable[[Any], None]:
    """Discord's own specification as a judge of forms."""
    judge = validator(shared, "ModalInteractionCallbackRequestData")
    return lambda body: judge.validate(body)  # noqa: PLW0108 - jsonschema has no types


def test_what_was_typed_and_picked_comes_back_by_field() -> None:
    """Labels hold one input, rows some; a menu's values are joined."""
    interaction = sent(
        {"type": 18, "component": {"type": 4, "custom_id": "prompt", "value": "a sea"}},
        {"type": 18, "component": {"type": 3, "custom_id": "shape", "values": ["tall"]}},
        {"type": 18, "component": {"type": 7, "custom_id": "who", "values": ["1", "2"]}},
        {"type": 10, "id": 3},
        {"type": 1, "components": [{"type": 4, "custom_id": "text", "value": ""}]},
    )
    assert typed(interaction) == {"prompt": "a sea", "shape": "tall", "who": "1 2", "text": ""}
    assert press_of(interaction) == "1cadjust"


def test_a_press_is_a_buttons_own_value_or_the_one_picked_in_a_menu() -> None:
    """A menu of presses gives the press that was picked; a native picker is the press, and what was picked its form."""
    assert press_of(pressed(custom_id="1sx", component_type=2)) == "1sx"
    assert press_of(pressed(custom_id="choice:0", component_type=3, values=["1sy"])) == "1sy"
    assert press_of(pressed(custom_id="choice:0", component_type=3, values=[])) == "choice:0"
    assert typed(pressed(custom_id="1sx", component_type=2)) == {}
    assert typed(pressed(custom_id="choice:0", component_type=3, values=["1sy"])) == {}
    picked = pressed(custom_id="1spick", component_type=8, values=["7", "8"])
    assert (press_of(picked), typed(picked)) == ("1spick", {PICKED: "7 8"})
    assert typed(pressed(custom_id="1spick", component_type=8, values=[])) == {PICKED: ""}


def test_files_come_back_in_the_order_in_which_they_were_given() -> None:
    """A form's files are attachments; they aren't words."""
    upload = {"type": 18, "component": {"type": 19, "custom_id": "files", "values": ["32", "31"]}}
    resolved = {"attachments": {"31": FILE, "32": {**FILE, "id": "32", "filename": "b.png"}}}
    interaction = sent(upload, resolved=resolved)
    assert [one.filename for one in files_of(interaction)] == ["b.png", "a.png"]
    assert typed(interaction) == {}
    assert files_of(sent()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("files", "most"), [(1, 1), (11, 10)])
def test_a_form_for_files_takes_no_more_than_discord_does(
    language: str, files: int, most: int, accepted: Callable[[Any], None]
) -> None:
    """At least one file, and at most as many as the form asks for or Discord lets through; what fits is told whole."""
    fits = Say("files-fit", {"what": (Say("fits-either", {"count": 10}), Say("fits-sound"))})
    title = Say("files-form", {"video": VideoName(2, "Beach")})
    form = Form(title, "1cattach", (FormField("files", fits, 0, files=files),))
    drawn = modal(form, Words(Texts(), language, {}))
    check_modal(drawn)
    accepted(drawn.to_dict())
    field = next(one for one in drawn.to_dict()["components"] if "component" in one)
    told = {"type": 19, "custom_id": "files", "required": True, "min_values": 1, "max_values": most}
    assert field["component"] == told
    assert "…" not in field["label"] + field.get("description", "")
