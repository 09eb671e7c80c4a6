"""The JSON lines of `hushreel ask --json` and `hushreel search --json`."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.facts import PolicyFacts
from knowledge.wire import LineRefused, ask_json, search_json

NOW_MS = 1_795_600_000_000
DEMO = PolicyFacts(demo=True)
VIDEO = {"title": "Beach", "visibility": "private"}
ANSWER_KEYS = {"text", "verdict", "abstained", "lang", "citations"}


def asked(question: object = "is my video private?", **more: object) -> dict[str, Any]:
    """Ask one line and read the answer."""
    line = json.dumps({"question": question, **more})
    found: dict[str, Any] = json.loads(ask_json(line, policy=DEMO, now_ms=NOW_MS))
    return found


def refused(line: str) -> dict[str, Any]:
    """Ask one line that can't be answered, and read what is written instead."""
    with pytest.raises(LineRefused) as refusal:
        ask_json(line, policy=DEMO, now_ms=NOW_MS)
    found: dict[str, Any] = json.loads(refusal.value.line())
    return found


def test_an_answer_has_the_five_keys_of_the_form() -> None:
    """Text, verdict, abstained, lang and citations; a citation has five keys; one line, whatever stands in the text."""
    line = ask_json(json.dumps({"question": "is it private?", "video": VIDEO}), policy=DEMO, now_ms=NOW_MS)
    assert "\n" not in line
    found = json.loads(line)
    assert found.keys() == ANSWER_KEYS
    assert found["verdict"] == {"visibility": "private", "generator_received": False, "training": "no", "ends_at": None}
    assert (found["abstained"], found["lang"]) == (False, "en")
    assert all(
        one.keys() == {"document", "section", "version", "certainty", "quote"} and all(one.values())
        for one in found["citations"]
    )


def test_without_a_video_there_is_no_verdict() -> None:
    """A question about everything here is answered, with null for the verdict."""
    found = asked()
    assert found["verdict"] is None
    assert not found["abstained"]
    assert "no other member can open it" in found["text"]


@pytest.mark.parametrize(
    ("video", "verdict"),
    [
        ({"visibility": "public"}, ("public", False, "no")),
        ({"visibility": "community"}, ("community", False, "no")),
        ({"visibility": "selected", "shared_with": ["Ana"]}, ("selected", False, "no")),
        ({"shared_with": ["Ana"]}, ("selected", False, "no")),
        ({"generator": "motion"}, ("private", False, "no")),
        ({"generator": "kling"}, ("private", True, "conflict")),
        ({"generator": "kling-app"}, ("private", True, "yes")),
        ({"generator": "comfyui"}, ("private", True, "no")),
        ({"generator": "facefusion"}, ("private", True, "unknown")),
        ({"generator": "fal"}, ("private", True, "conflict")),
        ({"generator": "replicate"}, ("private", True, "unknown")),
        ({"generator": "runway"}, ("private", True, "yes")),
    ],
)
def test_the_verdict_is_that_of_the_facts(video: dict[str, object], verdict: tuple[str, bool, str]) -> None:
    """Visibility, whether a generator received it, and whether it trains."""
    found = asked(video={**VIDEO, **video})["verdict"]
    assert (found["visibility"], found["generator_received"], found["training"]) == verdict


@pytest.mark.parametrize(
    ("given_as", "shown"),
    [
        ("2026-11-30T14:05:00Z", "30 Nov 2026, 14:05 UTC"),
        ("2026-11-30T15:05:00+01:00", "30 Nov 2026, 14:05 UTC"),
        ("2026-11-30T14:05:00", "30 Nov 2026, 14:05 UTC"),
        (1_796_047_500_000, "30 Nov 2026, 14:05 UTC"),
    ],
)
def test_a_time_is_iso_8601_or_milliseconds(given_as: object, shown: str) -> None:
    """Both forms mean the same, and the end date comes back as it was given."""
    found = asked(video={**VIDEO, "ends_at": given_as})
    assert shown in found["text"]
    assert found["verdict"]["ends_at"] == given_as


def test_a_video_that_was_public_says_so() -> None:
    """published_at with a private video means that copies people made stay."""
    assert "It was public from" in asked(video={**VIDEO, "published_at": "2026-11-20T10:00:00Z"})["text"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("", {"error": "json_malformed"}),
        ("{", {"error": "json_malformed"}),
        ("[" * 100_000, {"error": "json_malformed"}),
        ("[1]", {"error": "json_malformed", "form": "an object"}),
        ("{}", {"error": "field_missing", "field": "question"}),
        ('{"question": 5}', {"error": "field_malformed", "field": "question", "form": "a text"}),
        ('{"question": "q", "lang": 5}', {"error": "field_malformed", "field": "lang", "form": "a text"}),
        ('{"question": "q", "video": []}', {"error": "field_malformed", "field": "video", "form": "an object"}),
        ('{"question": "q", "video": {"visibility": "private"}}', {"error": "field_missing", "field": "video.title"}),
        ('{"question": "q", "video": {"title": "t"}}', {"error": "field_missing", "field": "video.visibility"}),
    ],
)
def test_a_line_that_cannot_be_used_says_why(line: str, error: dict[str, str]) -> None:
    """What is wrong, where, and what may stand there; never what was given."""
    assert refused(line) == error


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("visibility", "secret", "visibility_unknown"),
        ("generator", "sora", "generator_unknown"),
        ("shared_with", "Ana", "field_malformed"),
        ("shared_with", [1], "field_malformed"),
        ("ends_at", "soon", "field_malformed"),
        ("ends_at", True, "field_malformed"),
        ("ends_at", 1.5, "field_malformed"),
        ("ends_at", -1, "field_malformed"),
        ("ends_at", 10**15, "field_malformed"),
        ("published_at", {}, "field_malformed"),
        ("visibilty", "public", "field_unknown"),
    ],
)
def test_a_video_that_is_misdescribed_is_refused(field: str, value: object, code: str) -> None:
    """An unknown word, a bad time or a misspelt key is refused, for the answer would be untrue."""
    found = refused(json.dumps({"question": "q", "video": {**VIDEO, field: value}}))
    assert found["error"] == code
    assert found["field"] in {f"video.{field}", "video"}


def written(line: str) -> dict[str, Any]:
    """What comes out for a line: an answer, or an error with its code."""
    try:
        found: dict[str, Any] = json.loads(ask_json(line, policy=DEMO, now_ms=NOW_MS))
    except LineRefused as refusal:
        return {"refused": json.loads(refusal.line())["error"]}
    return found


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_line_does_more_than_be_answered_or_refused(line: str) -> None:
    """Any text is either answered in the form or refused with a code."""
    assert written(line).keys() in (ANSWER_KEYS, {"refused"})


FIELDS = ["title", "visibility", "shared_with", "generator", "ends_at", "published_at"]


@settings(deadline=None)
@given(
    st.text(max_size=300),
    st.dictionaries(st.sampled_from(FIELDS), st.text() | st.integers() | st.lists(st.text())),
)
def test_no_object_does_more_than_be_answered_or_refused(question: str, video: dict[str, object]) -> None:
    """Any values in the right places are either answered in at most 900 characters or refused with a code."""
    found = written(json.dumps({"question": question, "video": {**VIDEO, **video}}))
    assert found.keys() in (ANSWER_KEYS, {"refused"})
    assert len(found.get("text", "")) <= 900
    assert found.get("text", "").encode() is not None


def test_search_gives_sections_nearest_first() -> None:
    """Hits have section, text and score; covered is the best score."""
    line = json.dumps({"question": "how long is my data kept?", "document": "kling-app-privacy", "k": 3})
    found = json.loads(search_json(line, policy=DEMO))
    assert found.keys() == {"covered", "hits"}
    assert [one.keys() for one in found["hits"]] == [{"section", "text", "score"}] * 3
    scores = [one["score"] for one in found["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert found["covered"] == scores[0]
    assert 0 < scores[-1] <= scores[0] <= 1
    assert found["hits"][0]["section"] == "4(2)"


def test_a_search_that_meets_nothing_covers_nothing() -> None:
    """Without a single shared letter group there are no hits."""
    line = json.dumps({"question": "\u4f60\u597d", "document": "hushreel-terms"})
    assert json.loads(search_json(line, policy=DEMO)) == {"covered": 0.0, "hits": []}


@pytest.mark.parametrize(
    ("asked_for", "code"),
    [
        ({"document": "nobody"}, "document_unknown"),
        ({"document": "hushreel-terms", "k": 0}, "field_malformed"),
        ({"document": "hushreel-terms", "k": 51}, "field_malformed"),
        ({"document": "hushreel-terms", "k": True}, "field_malformed"),
        ({"document": "hushreel-terms", "k": "3"}, "field_malformed"),
        ({}, "field_missing"),
    ],
)
def test_a_search_that_cannot_be_done_says_why(asked_for: dict[str, object], code: str) -> None:
    """An unknown document and a count out of range are refused."""
    with pytest.raises(LineRefused) as refusal:
        search_json(json.dumps({"question": "q", **asked_for}), policy=DEMO)
    assert refusal.value.code == code
