"""What the operator reads of their own copies of other people's papers."""

from collections.abc import Iterable, Iterator, Mapping

from bots.texts.operator import line
from knowledge.copies.checking import Change, Finding, citing
from knowledge.copies.keeping import Copy

_SAID_LONGEST = 240


def named(copy: Copy) -> Mapping[str, str]:
    """Give the values by which a sentence names a copy."""
    return {"document": copy.document, "version": copy.version, "copied": copy.copied}


def found(one: Finding) -> str:
    """Say what a copy makes of a fact of ours."""
    values = {"section": one.clause.section, "text": one.clause.text, "said": _clipped(one.said), "why": _why(one)}
    return line(f"paper-fact-{one.state.value}", **values, **named(one.copy))


def changed(change: Change) -> Iterator[str]:
    """Say what became of a section, then of each fact of ours that cites it, and whose verdicts rest on that."""
    kind = "changed" if change.before and change.after else "new" if change.after else "gone"
    before, after = _clipped(change.before), _clipped(change.after)
    yield line(f"paper-section-{kind}", section=change.number or "-", before=before, after=after)
    for one in change.cited:
        clause, routes = one.clause, ", ".join(citing(one.clause)) or "none"
        values = {"section": clause.section, "version": clause.version, "text": clause.text, "routes": routes}
        yield line(f"paper-cited-{one.state.value}", **values, why=_why(one))


def overtaken(one: Finding) -> str:
    """Say that a copy of a later version doesn't bear a fact of ours out any more."""
    clause, copy = one.clause, one.copy
    values = {"document": clause.document, "section": clause.section, "version": clause.version, "text": clause.text}
    return line("paper-fact-overtaken", **values, newer=copy.version, copied=copy.copied, why=_why(one) or "none")


def _why(one: Finding) -> str:
    """Name the words that decide against a fact."""
    lacking = line("paper-lacking", words=_quoted(one.lacking)) if one.lacking else ""
    present = line("paper-present", words=_quoted(one.present)) if one.present else ""
    return " ".join(filter(None, (lacking, present)))


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{one}”" for one in words)


def _clipped(text: str) -> str:
    shown = text.replace("\n", " ")
    return shown if len(shown) <= _SAID_LONGEST else f"{shown[: _SAID_LONGEST - 1]}…"
