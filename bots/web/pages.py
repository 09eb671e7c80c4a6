"""Writes our HTML pages: templates, and the words in them out of the texts files."""

from collections.abc import Callable
from pathlib import Path

import jinja2
from aiohttp import web

from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import Say
from core.knocks import written

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
    "ways": Say("page-ways"),
    "showcase": Say("showcase-title"),
    "desk": Say("desk-title"),
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


INVITED = {
    "title": Say("page-invited-title"),
    "lead": Say("page-invited-lead"),
    "how": Say("page-invited-how"),
    "then": Say("page-invited-then"),
}
"""What the page behind an invitation says: the same for every one, good or not."""


SHOWCASE = {
    "title": Say("showcase-title"),
    "back": Say("page-back"),
    "ways": Say("page-ways"),
    "empty": Say("showcase-empty"),
    "tags": Say("showcase-tags"),
    "pages": Say("page-pages"),
    "newest": Say("showcase-newest"),
    "older": Say("showcase-older"),
    "gone": Say("showcase-gone-now"),
    "new": Say("showcase-new"),
    "captions": Say("showcase-captions"),
    "report": Say("takedown-report-it", {"title": "{title}"}),
    "report-short": Say("takedown-report"),
}
"""What a showcase says beside what its videos say."""

NOT_SHOWN = {"title": Say("showcase-title"), "lead": Say("showcase-gone")}
"""What an address says at which nothing is shown."""


DESK = {
    "title": Say("desk-title"),
    "history": Say("desk-history"),
    "back": Say("page-back"),
    "to-desk": Say("desk-back"),
    "ways": Say("page-ways"),
    "pages": Say("page-pages"),
    "first": Say("desk-first-page"),
    "next": Say("desk-next-page"),
    "empty": Say("desk-empty"),
    "nothing-past": Say("desk-nothing-past"),
    "list": Say("desk-list"),
    "actions": Say("desk-actions"),
    "selected": Say("desk-selected", {"count": "{count}"}),
    "select": Say("desk-select", {"title": "{title}"}),
    "look": Say("desk-look"),
    "approve": Say("desk-approve"),
    "decline": Say("desk-decline"),
    "hold": Say("desk-hold"),
    "lift": Say("desk-lift"),
    "dismiss": Say("desk-dismiss"),
    "uphold": Say("desk-uphold"),
    "skip": Say("desk-skip"),
    "undo": Say("desk-undo"),
    "help": Say("desk-help"),
    "keys": Say("desk-keys"),
    "key-next": Say("desk-key-next"),
    "key-select": Say("desk-key-select"),
    "why": Say("desk-why"),
    "note": Say("desk-note"),
    "cancel": Say("desk-cancel"),
    "close": Say("page-close"),
    "approve-all": Say("desk-approve-all"),
    "decline-all": Say("desk-decline-all"),
    "outcomes": Say("desk-outcomes"),
    "video": Say("desk-video", {"title": "{title}"}),
    "new": Say("desk-new"),
    "one-by-one": Say("desk-case-one-by-one"),
    "nothing-to-undo": Say("desk-nothing-to-undo"),
    "closed": Say("desk-closed"),
    "broken": Say("page-broken"),
    "tags": Say("showcase-tags"),
}
"""What the desk says beside what its items say. The browser fills in what stands in braces."""

SHOWCASE_DOOR = {
    "title": Say("showcase-title"),
    "lead": Say("showcase-door"),
    "open": Say("showcase-door-open"),
    "gone": Say("showcase-door-gone"),
    "many": Say("page-once-many"),
    "broken": Say("page-broken"),
}
"""What the page behind a link to a showcase says."""

DESK_DOOR = {
    "title": Say("desk-title"),
    "lead": Say("desk-door"),
    "open": Say("desk-door-open"),
    "gone": Say("desk-door-gone"),
    "many": Say("page-once-many"),
    "broken": Say("page-broken"),
}
"""What the page behind a link to a desk says."""

DESK_CLOSED = {"title": Say("desk-title"), "lead": Say("desk-closed")}
"""What a desk says to whom it isn't open."""


TAKEDOWN = {
    "title": Say("takedown-title"),
    "ways": Say("page-ways"),
    "back": Say("page-back"),
    "wrong": Say("takedown-wrong"),
    "lead": Say("takedown-lead"),
    "closes": Say("takedown-closes"),
    "contact": Say("takedown-contact"),
    "link": Say("takedown-link"),
    "link-hint": Say("takedown-link-hint"),
    "what": Say("takedown-what"),
    "words": Say("takedown-words"),
    "faith": Say("takedown-faith"),
    "send": Say("takedown-send"),
}
"""What the form says by which somebody without an account reports a video."""

TAKEDOWN_STATE = {
    "title": Say("takedown-state-title"),
    "keep": Say("takedown-keep"),
    "forgotten": Say("takedown-forgotten"),
    "again": Say("takedown-again"),
    "ways": Say("page-ways"),
    "back": Say("page-back"),
}
"""What the page of a report says beside how it stands."""

RECEIPT = {
    "title": Say("receipt-page-title"),
    "ways": Say("page-ways"),
    "back": Say("page-back"),
    "lead": Say("receipt-page-lead"),
    "number": Say("receipt-page-number"),
    "secret": Say("receipt-page-secret"),
    "secret-hint": Say("receipt-page-secret-hint"),
    "show": Say("receipt-page-show"),
    "save": Say("button-receipt"),
    "keep": Say("receipt-page-keep"),
}
"""What the page of a receipt says beside what that states."""

TAKEDOWN_GONE = {"title": Say("takedown-state-title"), "lead": Say("takedown-gone")}
TOO_MANY = {"title": Say("takedown-state-title"), "lead": Say("page-once-many")}
"""What an address says at which there is no report, and what whoever tries too many of them is told."""


def speaker(texts: Texts, language: str, zone: str = "UTC") -> Speak:
    """Give what writes sentences in a language, times in a zone (an IANA name)."""
    return lambda say: texts.say(language, say, lambda value: shown_as_text(value, zone, language))


def page(template: str, /, **values: object) -> web.Response:
    """Write a template with its values."""
    return web.Response(text=_TEMPLATES.get_template(template).render(values), content_type="text/html")


def invited(token: str, speak: Speak, language: str) -> web.Response:
    """Write the page behind an invitation. It is written from the address alone: nothing is looked up."""
    return worded("invited.html", INVITED, speak, language, line=written(token))


def worded(name: str, words: dict[str, Say], speak: Speak, language: str, **values: object) -> web.Response:
    """Write a page whose words all come from the texts files, with whatever else its template needs."""
    return page(name, words={key: speak(say) for key, say in words.items()}, language=language, **values)
