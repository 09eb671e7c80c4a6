"""Writes our HTML pages: templates, and the words in them out of the texts files."""

from collections.abc import Callable
from pathlib import Path

import jinja2
from aiohttp import web

from bots.texts.say import Say

Speak = Callable[[Say], str]

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
)

DOOR = {
    "title": Say("page-title"),
    "about": Say("page-door-about"),
    "owner": Say("demo-owner"),
    "owner-about": Say("page-door-owner"),
    "member": Say("demo-member"),
    "member-about": Say("page-door-member"),
    "moderator": Say("demo-moderator"),
    "moderator-about": Say("page-door-moderator"),
    "note": Say("page-door-note"),
}

CHAT = {
    "title": Say("page-title"),
    "people": Say("page-people"),
    "owner": Say("demo-owner"),
    "member": Say("demo-member"),
    "moderator": Say("demo-moderator"),
    "conversation": Say("page-conversation"),
    "drop": Say("page-drop"),
    "commands": Say("page-commands"),
    "files": Say("page-files"),
    "add": Say("page-add"),
    "ask": Say("page-ask"),
    "message": Say("page-message"),
    "send": Say("page-send"),
    "send-command": Say("page-send-command", {"command": "{command}"}),
    "close": Say("page-close"),
    "optional": Say("page-optional", {"option": "{option}"}),
    "choose": Say("page-choose"),
    "choose-files": Say("page-choose-files"),
    "choose-for": Say("page-choose-for", {"option": "{option}"}),
    "sending": Say("page-sending", {"file": "{file}"}),
    "waiting": Say("page-waiting"),
    "unreadable": Say("page-unreadable", {"file": "{file}"}),
    "record": Say("page-record"),
    "record-end": Say("page-record-end"),
    "record-refused": Say("page-record-refused"),
    "voice-note": Say("page-voice-note"),
    "pasted": Say("page-pasted"),
    "remove": Say("page-remove", {"file": "{file}"}),
    "source": Say("page-source", {"number": "{number}"}),
    "sources": Say("page-sources", {"count": "{count}"}),
    "version": Say("page-version", {"version": "{version}", "certainty": "{certainty}"}),
    "gone": Say("page-gone"),
    "broken": Say("page-broken"),
}
"""What the browser writes by itself. It fills in what stands in braces."""

ONCE = {
    "title": Say("page-once-title"),
    "lead": Say("page-once-lead"),
    "open": Say("button-open-once"),
    "opening": Say("page-once-opening"),
    "opened": Say("page-once-opened"),
    "gone": Say("page-once-gone"),
    "many": Say("page-once-many"),
    "broken": Say("page-once-broken"),
    "video": Say("page-once-video"),
    "save": Say("button-download"),
}
"""What the page behind a one-time link says."""

USED = {"title": Say("page-once-title"), "lead": Say("page-once-gone")}
"""What a link says that opens nothing."""

MANY = {"title": Say("page-once-title"), "lead": Say("page-once-many")}
"""What whoever tries too many links is told."""


def page(template: str, /, **values: object) -> web.Response:
    """Write a template with its values."""
    return web.Response(text=_TEMPLATES.get_template(template).render(values), content_type="text/html")


def worded(name: str, words: dict[str, Say], speak: Speak, language: str) -> web.Response:
    """Write a page whose words all come from the texts files."""
    return page(name, words={key: speak(say) for key, say in words.items()}, language=language)
