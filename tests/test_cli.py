"""The commands at the machine: what they print, and with which exit code they end."""

import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bots.__main__ import main
from core.erasure.receipts import issue
from core.storage.keys import ReceiptKey
from tests.receipting import file_of, first, old_file, versions

QUESTION = {"question": "is it private?", "video": {"title": "Beach", "visibility": "private", "generator": "motion"}}


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home and a working folder of the test's own, without settings."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.chdir(tmp_path)


def give(monkeypatch: pytest.MonkeyPatch, *lines: bytes) -> None:
    """Put lines on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines) + b"\n")))


def test_a_question_is_answered_with_its_sources(capsys: pytest.CaptureFixture[str]) -> None:
    """Each [n] of the answer is listed with document, section, version and certainty."""
    assert main(["ask", "Does", "Kling", "train", "on", "my", "pictures?"]) == 0
    out = capsys.readouterr().out
    assert "[1]" in out.splitlines()[-1] or "\n[1] " in out
    assert "second-hand" in out or "reported" in out


def test_a_question_that_nothing_covers_shows_what_is_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer says that the texts don't say, and what comes nearest."""
    assert main(["ask", "what", "is", "the", "weather?"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("The texts I have don't say")
    assert "\nNearest: " in out


def test_json_questions_are_answered_line_by_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line that can't be used gets an error in its place, the others are answered, and the exit code is 1."""
    good = json.dumps(QUESTION).encode()
    give(monkeypatch, good, b"{", b"", b"\xff\xfe", b'{"question": "x", "video": {"colour": "red"}}', good)
    assert main(["ask", "--json"]) == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [min(one) for one in answers] == ["abstained", "error", "error", "error", "abstained"]
    assert set(answers[0]) == {"text", "verdict", "abstained", "lang", "citations"}
    assert answers[0]["verdict"] == {
        "visibility": "private",
        "generator_received": False,
        "training": "no",
        "ends_at": None,
    }
    assert set(answers[0]["citations"][0]) == {"document", "section", "version", "certainty", "quote"}
    assert answers[0] == answers[-1]


def test_json_without_a_bad_line_ends_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Search gives how well it is covered and the passages, and ends with 0."""
    give(monkeypatch, b'{"question": "who can see my videos?", "document": "hushreel-privacy", "k": 2}')
    assert main(["search", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"covered", "hits"}
    assert len(found["hits"]) == 2
    assert set(found["hits"][0]) == {"section", "text", "score"}


def test_search_lists_the_nearest_passages(capsys: pytest.CaptureFixture[str]) -> None:
    """One line a passage; an unknown document is refused with those that there are."""
    assert main(["search", "end", "date", "--document", "hushreel-privacy", "-k", "3"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(["search", "end date", "--document", "nonsense"]) == 1
    assert "hushreel-terms" in capsys.readouterr().err


def test_the_policy_is_shown_with_the_figures_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A retention of 36 hours stands in the clause about it."""
    monkeypatch.setenv("HUSHREEL_RETENTION", "36h")
    assert main(["policy", "show"]) == 0
    out = capsys.readouterr().out
    assert "36 hours after it is ready" in out
    assert "Our terms" in out


def test_the_policy_is_checked_against_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    """Settings under which every clause is true are said to be so."""
    assert main(["policy", "check"]) == 0
    assert "true of these settings" in capsys.readouterr().out


def test_a_policy_that_would_not_be_true_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the demo somebody has to answer for the service: the check ends with 2 and names the setting."""
    monkeypatch.setenv("HUSHREEL_LISTEN", "0.0.0.0:8080")
    assert main(["policy", "check"]) == 2
    error = capsys.readouterr().err
    assert "HUSHREEL_OPERATOR_NAME" in error
    assert len(error.splitlines()) == 1


def test_what_a_setting_would_change_in_the_policy_is_seen_beforehand(capsys: pytest.CaptureFixture[str]) -> None:
    """Each clause that would read otherwise, as it is and as it would be; nothing else, and nothing is changed."""
    assert main(["policy", "check", "--with", "HUSHREEL_RETENTION=36h"]) == 0
    out = capsys.readouterr().out
    assert "- hushreel-privacy 5.1" in out
    assert "+ hushreel-privacy 5.1" in out
    assert "36 hours after it is ready" in out
    assert "hushreel-privacy 2.1" not in out
    assert "With these settings every clause would be true" in out
    assert main(["policy", "show"]) == 0
    assert "36 hours" not in capsys.readouterr().out


def test_a_clause_that_only_some_settings_bring_is_seen_beforehand(capsys: pytest.CaptureFixture[str]) -> None:
    """With an address that others reach, the clause about one-time links comes; none stands there before."""
    operator = ["--with", "OPERATOR_NAME=Ada", "--with", "OPERATOR_CONTACT=ada@example.org"]
    assert main(["policy", "check", "--with", "PUBLIC_URL=https://films.example.org", *operator]) == 0
    out = capsys.readouterr().out
    assert "+ hushreel-privacy 2.7" in out
    assert "- hushreel-privacy 2.7" not in out


def test_a_clash_is_named_beforehand(capsys: pytest.CaptureFixture[str]) -> None:
    """A setting under which a clause would be untrue, one that is none, and one without a value end with 2."""
    for given, named in (
        ("LISTEN=0.0.0.0:8080", "HUSHREEL_OPERATOR_NAME"),
        ("HUSHREEL_COLOUR=red", "HUSHREEL_COLOUR"),
        ("RETENTION", "--with RETENTION=VALUE"),
    ):
        assert main(["policy", "check", "--with", given]) == 2
        assert named in capsys.readouterr().err


@pytest.mark.parametrize("command", [["ask", "x"], ["search", "x"], ["policy", "show"], ["migrate"], ["run"]])
def test_a_wrong_setting_stops_every_command_with_one_line(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line names the setting, and the exit code is 2."""
    monkeypatch.setenv("HUSHREEL_COLOUR", "red")
    assert main(command) == 2
    error = capsys.readouterr().err
    assert "HUSHREEL_COLOUR" in error
    assert len(error.splitlines()) == 1


def test_migrate_makes_the_database_and_may_be_repeated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both times the schema is this version's, and the file is there."""
    for _ in range(2):
        assert main(["migrate"]) == 0
        assert "this version's schema" in capsys.readouterr().out
    assert (tmp_path / "share" / "hushreel" / "data" / "hushreel.db").is_file()


def test_the_command_starts_as_a_process_of_its_own() -> None:
    """`python -m bots ask --json` answers over real pipes."""
    line = json.dumps(QUESTION) + "\n"
    done = subprocess.run(
        [sys.executable, "-m", "bots", "ask", "--json"],
        input=line,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": "", "HOME": "/nonexistent"},
    )
    assert done.returncode == 0, done.stderr
    assert "No other member can open it" in json.loads(done.stdout)["text"]


def receipt_signed_by(key: ReceiptKey, path: Path) -> Path:
    """Write a receipt as the chat gives it."""
    path.write_text(file_of(versions(key)))
    return path


def test_a_receipt_of_this_machine_is_recognised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Number, video and time are told, and the exit code is 0."""
    key = ReceiptKey.load(tmp_path / "share" / "hushreel" / "receipt.key")
    path = receipt_signed_by(key, tmp_path / "receipt.json")
    assert main(["receipt", "verify", str(path)]) == 0
    said = capsys.readouterr().out
    assert "video #3, erased 2026-11-30T13:05:00Z" in said
    assert "Version 3, the newest in this file, is closed: nothing waits any more." in said


def test_a_receipt_says_whether_it_is_open_and_whether_there_is_a_newer_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the versions in the file, and of the one that this machine has; so are an old format and an account's."""
    key = ReceiptKey.load(tmp_path / "share" / "hushreel" / "receipt.key")
    path, signed = tmp_path / "receipt.json", versions(key)
    path.write_text(file_of(signed[:2]))
    assert main(["migrate"]) == 0
    assert main(["receipt", "verify", str(path)]) == 0
    said = capsys.readouterr().out
    assert "Version 2, the newest in this file, is open" in said
    assert "newer" not in said
    with closing(sqlite3.connect(tmp_path / "share" / "hushreel" / "data" / "hushreel.db")) as rows, rows:
        columns = "id, number, issued_at_ms, body, signature, version"
        rows.execute(f"INSERT INTO receipts ({columns}) VALUES ('R-7F3K-ABCD', 3, 1, '', 's', 3)")  # noqa: S608
    assert main(["receipt", "verify", str(path)]) == 0
    assert "There is a newer version here: 3." in capsys.readouterr().out
    path.write_text(old_file(key))
    assert main(["receipt", "verify", str(path)]) == 0
    assert "Version 1, the newest in this file, is closed" in capsys.readouterr().out
    path.write_text(file_of([issue(first(video=None), 1, 5, key)]))
    assert main(["receipt", "verify", str(path)]) == 0
    assert "an account, erased" in capsys.readouterr().out


def test_a_receipt_of_another_key_is_not_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole signature by a stranger's key, or where this machine has none, ends with 1 and makes no key."""
    path = receipt_signed_by(ReceiptKey.load(tmp_path / "other.key"), tmp_path / "receipt.json")
    own = tmp_path / "share" / "hushreel" / "receipt.key"
    assert main(["receipt", "verify", str(path)]) == 1
    assert "not by this machine's key" in capsys.readouterr().err
    assert not own.exists()
    ReceiptKey.load(own)
    assert main(["receipt", "verify", str(path)]) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("#3", "#4"), "was changed"),
        (lambda text: text[:-20], "no receipt"),
        (lambda _: "", "no receipt"),
        (lambda _: "[1, 2]", "no receipt"),
    ],
    ids=["one letter", "cut", "empty", "another form"],
)
def test_a_changed_or_broken_receipt_is_refused(
    change: Callable[[str], str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One changed letter, a cut file and anything else end with 1."""
    key = ReceiptKey.load(tmp_path / "share" / "hushreel" / "receipt.key")
    path = receipt_signed_by(key, tmp_path / "receipt.json")
    path.write_text(change(path.read_text()))
    assert main(["receipt", "verify", str(path)]) == 1
    assert said in capsys.readouterr().err


def test_a_receipt_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, a folder and bytes that are no text end with 1 and name the path."""
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    for name in ("missing.json", "", "bytes"):
        assert main(["receipt", "verify", str(tmp_path / name)]) == 1
        assert str(tmp_path / name) in capsys.readouterr().err
