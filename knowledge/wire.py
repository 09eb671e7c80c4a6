"""The JSON lines of `hushreel ask --json` and `hushreel search --json`: read strictly, answered in one line each.

docs/policies.md shows both forms.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from knowledge.answers import Answer, Nearest, answer
from knowledge.clauses import documents
from knowledge.copies.keeping import Copy
from knowledge.facts import PolicyFacts, VideoFacts, Visibility
from knowledge.quoting import Citation
from knowledge.routes import routes

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

HITS_MOST = 50
_HITS = 5
_LAST_MS = 253_402_300_799_999
_VIDEO = ("title", "visibility", "shared_with", "published_at", "generator", "ends_at")
_Member = TypeVar("_Member", bound=Enum)


class LineRefused(ValueError):
    """A line that can't be answered. `code` is stable, `data` names the field and what may stand there."""

    def __init__(self, code: str, **data: Any) -> None:
        """Name what is wrong; `data` never repeats what was given."""
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, Any] = data

    def line(self) -> str:
        """Give the line to write instead of an answer: {"error": code, ...}."""
        return json.dumps({"error": self.code, **self.data}, ensure_ascii=False)


def ask_json(line: str, *, policy: PolicyFacts, now_ms: int, nearest: Nearest | None = None) -> str:
    """Answer one line {"question", "lang"?, "video"?} as of `now_ms`.

    Gives {"text", "verdict", "abstained", "lang", "citations"}. Raises LineRefused.
    """
    given = _object(line)
    question = _text(given, "question")
    lang = _text(given, "lang", "en")
    video = given.get("video")
    facts = None if video is None else _video(video)
    said = answer(question, policy=policy, now_ms=now_ms, video=facts, lang=lang, nearest=nearest)
    return json.dumps(_answered(said, video.get("ends_at") if video else None), ensure_ascii=False)


def search_json(
    line: str, *, policy: PolicyFacts, copies: tuple[Copy, ...] = (), embeddings: "Embeddings | None" = None
) -> str:
    """Answer one line {"question", "document", "k"?} with {"covered", "hits": [{"section", "text", "score"}]}.

    `covered` is the score of the nearest passage; of a paper with `copies`, the latest one is searched. Raises
    LineRefused.
    """
    from knowledge.library import search  # noqa: PLC0415  LangChain and scikit-learn are slow to import

    given = _object(line)
    question, document, k = _text(given, "question"), _text(given, "document"), given.get("k", _HITS)
    if document not in documents():
        raise LineRefused("document_unknown", field="document", known=documents())
    if type(k) is not int or not 1 <= k <= HITS_MOST:
        raise LineRefused("field_malformed", field="k", form=f"a whole number from 1 to {HITS_MOST}")
    found = search(question, policy, document, k, copies=copies, embeddings=embeddings)
    hits = [{"section": hit.section, "text": hit.text, "score": round(hit.score, 4)} for hit in found]
    return json.dumps({"covered": hits[0]["score"] if hits else 0.0, "hits": hits}, ensure_ascii=False)


def _answered(said: Answer, ends_at: object) -> dict[str, Any]:
    found = said.verdict
    return {
        "text": said.text,
        "verdict": found
        and {
            "visibility": found.visibility.value,
            "generator_received": found.generator_received,
            "training": found.training.value,
            "ends_at": ends_at,
        },
        "abstained": said.abstained,
        "lang": said.lang,
        "citations": [_cited(one) for one in said.citations],
    }


def _cited(one: Citation) -> dict[str, str]:
    return {name: getattr(one, name) for name in ("document", "section", "version", "certainty", "quote")}


def _video(given: object) -> VideoFacts:
    """Read "video". A misspelt key would make the answer untrue, so unknown ones are refused."""
    if not isinstance(given, dict):
        raise LineRefused("field_malformed", field="video", form="an object")
    if not given.keys() <= set(_VIDEO):
        raise LineRefused("field_unknown", field="video", known=_VIDEO)
    generator = _text(given, "generator", "motion", "video.")
    if generator not in routes():
        raise LineRefused("generator_unknown", field="video.generator", known=tuple(routes()))
    return VideoFacts(
        title=_text(given, "title", where="video."),
        visibility=_member(Visibility, given, "visibility"),
        shared_with=_names(given, "shared_with"),
        published_at_ms=_moment(given, "published_at"),
        generator=generator,
        ends_at_ms=_moment(given, "ends_at"),
    )


def _object(line: str) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise LineRefused("json_malformed") from None
    if not isinstance(given, dict):
        raise LineRefused("json_malformed", form="an object")
    return given


def _text(given: Mapping[str, Any], field: str, otherwise: str | None = None, where: str = "") -> str:
    found = given.get(field)
    if found is None and otherwise is not None:
        return otherwise
    if field not in given:
        raise LineRefused("field_missing", field=where + field)
    if not isinstance(found, str):
        raise LineRefused("field_malformed", field=where + field, form="a text")
    return found


def _member(kind: type[_Member], given: Mapping[str, Any], field: str) -> _Member:
    try:
        return kind(_text(given, field, where="video."))
    except LineRefused:
        raise
    except ValueError:
        known = tuple(one.value for one in kind)
        raise LineRefused(f"{field}_unknown", field=f"video.{field}", known=known) from None


def _names(given: Mapping[str, Any], field: str) -> tuple[str, ...]:
    found = given.get(field) or []
    if not isinstance(found, list) or not all(isinstance(name, str) for name in found):
        raise LineRefused("field_malformed", field=f"video.{field}", form="a list of texts")
    return tuple(found)


def _moment(given: Mapping[str, Any], field: str) -> int | None:
    """Read an ISO 8601 time (UTC where it names no zone) or UTC milliseconds since 1970."""
    found = given.get(field)
    if found is None:
        return None
    at_ms = found if type(found) is int else _from_iso(found)
    if at_ms is None or not 0 <= at_ms <= _LAST_MS:
        form = "an ISO 8601 time or milliseconds since 1970"
        raise LineRefused("field_malformed", field=f"video.{field}", form=form)
    return at_ms


def _from_iso(text: object) -> int | None:
    try:
        at = datetime.fromisoformat(text) if isinstance(text, str) else None
        return None if at is None else round((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
