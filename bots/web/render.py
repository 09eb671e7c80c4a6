"""Turns replies into JSON that the demo page draws with createElement: words are data, never markup."""

from collections.abc import Callable
from typing import Any, assert_never

from bots.chat.reply import (
    PICKED,
    Button,
    Buttons,
    Choice,
    Fields,
    Form,
    FormField,
    Link,
    Media,
    Part,
    Pick,
    Picture,
    Progress,
    Reply,
    Sources,
    Text,
)
from bots.texts.say import Say, Value

Speak = Callable[[Say], str]
Json = dict[str, Any]
PICKED_LONGEST = 600


def reply_json(reply: Reply, speak: Speak, show: Callable[[Value], str], home: str) -> Json:
    """Render a reply. `home` is the person's own path, under which their assets live."""
    return {
        "card": reply.card,
        "whisper": reply.whisper,
        "parts": [_part(part, speak, show, home) for part in reply.parts],
    }


def _part(part: Part, speak: Speak, show: Callable[[Value], str], home: str) -> Json:  # noqa: C901, PLR0911 - one case a part
    match part:
        case Text():
            return {"kind": "text", "text": speak(part.say) if part.say else part.plain}
        case Fields():
            rows = [[speak(row.name), _value(row.value, speak, show)] for row in part.fields]
            return {"kind": "fields", "fields": rows}
        case Media():
            return _media(part, speak, home)
        case Picture():
            return {"kind": "picture", "src": f"{home}/blurred/{part.asset}", "alt": speak(part.alt)}
        case Progress():
            return {"kind": "progress", "text": speak(part.say), "share": part.share}
        case Buttons():
            return {"kind": "buttons", "buttons": [_button(one, speak) for one in part.buttons]}
        case Choice():
            return {"kind": "choice", "text": speak(part.say), "buttons": [_button(one, speak) for one in part.options]}
        case Form():
            return _form(part, speak)
        case Pick():
            return _form(_typed(part), speak)
        case Link():
            return {"kind": "link", "label": speak(part.label), "href": _at_home(part.path, home)}
        case Sources():
            return {"kind": "sources", "sources": [vars(source) for source in part.sources]}
        case _:
            assert_never(part)


def _value(value: Value | Say | tuple[Say, ...], speak: Speak, show: Callable[[Value], str]) -> str:
    if isinstance(value, tuple):
        return show(tuple(speak(one) if isinstance(one, Say) else one for one in value))
    return speak(value) if isinstance(value, Say) else show(value)


def _media(part: Media, speak: Speak, home: str) -> Json:
    return {
        "kind": "media",
        "video": f"{home}/assets/{part.output}",
        "poster": f"{home}/assets/{part.poster}" if part.poster else None,
        "alt": speak(part.alt),
        "width": part.width,
        "height": part.height,
        "file_name": part.file_name,
    }


def _button(button: Button, speak: Speak) -> Json:
    return {"label": speak(button.label), "press": button.press, "style": button.style.value}


def _form(part: Form, speak: Speak) -> Json:
    fields = [
        {**vars(field), "label": speak(field.label), "choices": [[value, speak(say)] for value, say in field.choices]}
        for field in part.fields
    ]
    return {"kind": "form", "title": speak(part.title), "press": part.press, "fields": fields}


def _typed(part: Pick) -> Form:
    """Let ids be typed where no native picker is."""
    return Form(
        part.say, part.press, (FormField(PICKED, part.say, PICKED_LONGEST, " ".join(part.chosen), required=False),)
    )


def _at_home(path: str, home: str) -> str:
    """Put personal pages under the person's own path; the policy is everybody's."""
    return path if path.startswith("/policy") else home + path
