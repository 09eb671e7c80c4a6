"""The readable page of an archive: no scripts, nothing from elsewhere, files by their names beside it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from html import escape
from typing import Any

from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import PersonName, Say, Value, VideoName, When
from core.publications import Why
from knowledge.languages import spoken

Data = Mapping[str, Any]
_REASONS = frozenset(one.value for one in Why)
_SWITCHES = ("tidy", "protect", "notices")

_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;"
    "padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem}section{margin:2rem 0}"
    "video,img{max-width:100%;max-height:24rem;display:block;margin:.5rem 0}"
)
_PAGE = (
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; connect-src 'none'; "
    "form-action 'none'\">\n"
    '<meta name="referrer" content="no-referrer">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n'
    "<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
)


@cache
def _texts() -> Texts:
    return Texts()


def archive_page(data: Data, language: str) -> str:
    """Write the page of an archive's data, in a language (BCP 47)."""
    return _Page(data, language).written()


class _Page:
    """Writes one page; every word that isn't markup is escaped where it is put in."""

    def __init__(self, data: Data, language: str) -> None:
        self._data = data
        self._language = language
        self._zone = data["you"]["settings"]["time_zone"]
        self._texts = _texts()

    def written(self) -> str:
        """Write the whole of it."""
        parts = (self._lead(), self._you(), self._videos(), self._others(), self._decided(), self._receipts())
        title = self._say(Say("archive-title"))
        return _PAGE.format(language=spoken(self._language), title=title, style=_STYLE, body="\n".join(parts))

    def _say(self, say: Say) -> str:
        return escape(self._texts.say(self._language, say, self._plainly))

    def _plainly(self, value: Value) -> str:
        return shown_as_text(value, self._zone, self._language)

    def _paragraph(self, say: Say) -> str:
        return f"<p>{self._say(say)}</p>"

    def _section(self, heading: str, *parts: str) -> str:
        return f"<section>\n<h2>{self._say(Say(heading))}</h2>\n{''.join(parts)}\n</section>"

    def _lead(self) -> str:
        made = Say("archive-lead", {"when": When(_at_ms(self._data["made_at"]))})
        whole = self._paragraph(Say("archive-whole", {"file": "mydata.json"}))
        link = '<p><a href="mydata.json">mydata.json</a></p>'
        return self._paragraph(made) + whole + link + self._paragraph(Say("mydata-lacks"))

    def _you(self) -> str:
        you = self._data["you"]
        chosen = you["settings"]
        language = Say(f"language-{spoken(chosen['language'])}") if chosen["language"] else Say("language-automatic")
        rows = [
            *((Say(f"platform-{one['platform']}"), escape(one["id"])) for one in you["accounts"]),
            (Say("settings-zone"), escape(chosen["time_zone"])),
            (Say("settings-language"), self._say(language)),
            (Say("settings-delivery"), self._say(Say(f"delivery-{chosen['delivery']}"))),
            *(self._switch(name, on=chosen[name]) for name in _SWITCHES),
            *self._rule(you["rule"]),
        ]
        bans = you["bans"]
        banned = Say("archive-banned", {"count": bans["count"], "until": When(_at_ms(bans["until"]))})
        told = self._paragraph(banned) if bans["count"] else ""
        return self._section("archive-you", self._list(rows), told)

    def _rule(self, rule: Data) -> Iterable[tuple[Say, str]]:
        """Say what may make their videos, as far as they chose something."""
        if rule["allowed"] is not None:
            yield Say("ways-allowed"), self._lines(Say(f"route-{one}") for one in rule["allowed"])
        if rule["stays"]:
            yield Say("ways-ask-stays"), self._say(Say("ways-stays-on"))
        if rule["untrained"]:
            yield Say("ways-ask-training"), self._say(Say("ways-untrained-on"))

    def _switch(self, name: str, *, on: bool) -> tuple[Say, str]:
        return Say(f"settings-{name}"), self._say(Say(f"chat-{name}-{'on' if on else 'off'}"))

    def _list(self, rows: Iterable[tuple[Say, str]]) -> str:
        """Write names with what they are, that is already escaped; an empty one is left out."""
        told = "".join(f"<dt>{self._say(name)}</dt><dd>{value}</dd>\n" for name, value in rows if value)
        return f"<dl>\n{told}</dl>\n"

    def _lines(self, says: Iterable[Say]) -> str:
        return "<br>".join(self._say(one) for one in says)

    def _videos(self) -> str:
        videos = [self._video(one) for one in self._data["videos"]]
        return self._section("archive-videos", *(videos or [self._paragraph(Say("archive-none"))]))

    def _video(self, video: Data) -> str:
        asked: dict[str, Value | Say] = {
            "when": When(_at_ms(video["asked_at"])),
            "platform": Say(f"platform-{video['asked_on']}"),
        }
        rows = [
            (Say("archive-words"), escape(video["prompt"])),
            (Say("archive-text"), escape(video["text"])),
            (Say("extras-negative"), escape(video["extras"]["negative"])),
            (Say("archive-names"), "<br>".join(escape(one) for one in video["file_names"])),
            (Say("archive-state"), self._say(Say(f"state-{video['state']}"))),
            (Say("archive-asked"), self._say(Say("archive-asked-value", asked))),
            (Say("archive-ends"), self._when(video["ends_at"])),
            (Say("archive-who"), self._say(Say(f"archive-portrayed-{video['portrayed']}"))),
            (Say("archive-shared"), self._lines(_shared(one) for one in video["shared_with"])),
            (Say("archive-seen"), "<br>".join(self._seen(video["seen"]))),
            (Say("archive-publications"), "<br>".join(self._published(one) for one in video["publications"])),
            (Say("archive-chats"), self._lines(_chats(video))),
        ]
        heading = self._shown(VideoName(video["number"], video["title"]))
        return f"<h3>{heading}</h3>\n{self._list(rows)}{''.join(self._file(one) for one in video['files'])}"

    def _file(self, file: Data) -> str:
        """Show a picture, or what plays a clip or a sound, and a link to it."""
        name, kind = escape(file["file"], quote=True), file["media_type"].partition("/")[0]
        label = self._say(Say(f"archive-role-{file['role']}"))
        if file["damaged"]:
            return f"<p>{label}: {self._say(Say('archive-damaged'))}</p>\n"
        shown = {
            "video": f'<video controls preload="none" src="{name}"></video>',
            "audio": f'<audio controls preload="none" src="{name}"></audio>',
            "image": f'<img loading="lazy" src="{name}" alt="{label}">',
        }.get(kind, "")
        return f'<p><a href="{name}">{label}</a></p>{shown}\n'

    def _others(self) -> str:
        count = len(self._data["shared_with_you"])
        return self._section("archive-from-others", self._paragraph(Say("archive-from-others-count", {"count": count})))

    def _decided(self) -> str:
        reports = [
            (Say(f"complaint-{one['complaint']}"), self._dated(one["at"], one["words"]))
            for one in self._data["reports"]
        ]
        decisions = [
            (Say(f"archive-shown-{one['state']}"), self._because(one["reason"], one["note"]))
            for one in self._data["decisions_as_moderator"]
        ]
        none = self._paragraph(Say("archive-none"))
        return self._section("archive-reports", self._list(reports) if reports else none) + self._section(
            "archive-decisions", self._list(decisions) if decisions else none
        )

    def _dated(self, at: str, words: str) -> str:
        return f"{self._when(at)}: {escape(words)}" if words else self._when(at)

    def _because(self, reason: str, note: str) -> str:
        told = self._say(Say(f"why-{reason}")) if reason in _REASONS else "-"
        return f"{told}: {escape(note)}" if note else told

    def _receipts(self) -> str:
        rows: Sequence[Data] = self._data["rows"].get("receipts", {}).get("receipts", ())
        told = [f"{escape(one['id'])}, {self._shown(When(one['issued_at_ms']))}" for one in rows]
        return self._section("archive-receipts", f"<p>{'<br>'.join(told)}</p>" if told else self._none())

    def _seen(self, seen: Data) -> Iterable[str]:
        """Say who opened a video just as /whosaw does."""
        for one in seen["opened"]:
            through = Say(f"through-{one['through']}")
            when = Say("whosaw-when", {"when": When(_at_ms(one["at"])), "through": through})
            yield f"{self._say(_named(one['name']))}: {self._say(when)}"
        for one in seen["looked"]:
            who = Say("whosaw-operator" if one["who"] == "operator" else "whosaw-moderator-somewhere")
            yield f"{self._say(who)}: {self._say(Say('whosaw-looked', {'when': When(_at_ms(one['at']))}))}"
        for one in seen["opened_by_operator"]:
            yield f"{self._say(Say('whosaw-operator'))}: {self._say(_broken(one))}"
        if seen["plays"]:
            yield self._say(Say("whosaw-plays", {"count": seen["plays"]}))

    def _published(self, one: Data) -> str:
        state = self._say(Say(f"archive-shown-{one['state']}"))
        reason = one["reason"]
        why = f" ({self._say(Say(f'why-{reason}'))})" if reason in _REASONS else ""
        return f"{self._shown(VideoName(0, one['title']))}: {state}{why}"

    def _when(self, at: str) -> str:
        return self._shown(When(_at_ms(at)))

    def _shown(self, value: Value) -> str:
        return escape(self._plainly(value))

    def _none(self) -> str:
        return self._paragraph(Say("archive-none"))


def _named(name: str) -> Say:
    return Say("share-person", {"person": PersonName(name)}) if name else Say("whosaw-nameless")


def _broken(one: Data) -> Say:
    what = Say(f"break-glass-{one['what']}")
    return Say("whosaw-break-glass", {"when": When(_at_ms(one["at"])), "what": what, "reason": one["reason"]})


def _shared(grant: Data) -> Say:
    who, since = _named(grant["name"]), When(_at_ms(grant["since"]))
    if grant["until"] is None:
        return Say("archive-grant", {"who": who, "since": since})
    return Say("archive-grant-until", {"who": who, "since": since, "until": When(_at_ms(grant["until"]))})


def _chats(video: Data) -> Iterable[Say]:
    yours = sorted({one["platform"] for one in video["in_your_chats"]})
    if yours:
        yield Say("archive-chats-yours", {"platforms": tuple(Say(f"platform-{one}") for one in yours)})
    if video["in_chats_of_others"]:
        platforms = tuple(Say(f"platform-{one}") for one in video["in_chats_of_others"])
        yield Say("archive-chats-others", {"platforms": platforms})


def _at_ms(iso: str | None) -> int:
    return 0 if iso is None else int(datetime.fromisoformat(iso).timestamp() * 1000)
