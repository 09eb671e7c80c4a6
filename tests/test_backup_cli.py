"""`hushreel backup` and `hushreel restore` as they are typed: what they print, and with which code they end."""

import io
import sys
from pathlib import Path

import pytest

from bots.__main__ import main
from bots.wiring.system import SystemClock
from core.storage.backups.shelf import kept_in
from core.storage.journal import ErasureJournal
from core.storage.keys import MasterKey


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation of the test's own: data, keys and journal beside each other, and tables in it."""
    monkeypatch.setenv("HUSHREEL_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("HUSHREEL_KEY_FILE", str(tmp_path / "keys" / "master.key"))
    monkeypatch.setenv("HUSHREEL_ERASURE_JOURNAL", str(tmp_path / "keys" / "erasure.journal"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data" / "blobs").mkdir(parents=True)
    MasterKey.load(tmp_path / "keys" / "master.key", tmp_path / "data")
    ErasureJournal(tmp_path / "keys" / "erasure.journal", tmp_path / "data", SystemClock()).begin()
    assert main(["migrate"]) == 0


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder for backups."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


def typed(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """Put a word on standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{word}\n"))


def test_the_first_backup_makes_its_key_and_says_to_keep_it_apart(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told once, with where the key lies; the second backup says nothing of it."""
    capsys.readouterr()
    assert main(["backup", str(shelf)]) == 0
    out = capsys.readouterr().out
    (made,) = kept_in(shelf)
    assert out.startswith(f"{made.path}: ")
    assert f"{tmp_path / 'keys' / 'backup.key'} is new." in out
    assert main(["backup", str(shelf)]) == 0
    assert "is new" not in capsys.readouterr().out
    assert len(kept_in(shelf)) == 2


def test_a_backup_can_have_a_name_of_its_own(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is called as it was said, and is never written over."""
    assert main(["backup", str(shelf / "mine.backup")]) == 0
    assert [one.path.name for one in kept_in(shelf)] == ["mine.backup"]
    capsys.readouterr()
    assert main(["backup", str(shelf / "mine.backup")]) == 2
    assert "is there already" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_not_taken_for_a_file(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever mistypes a folder gets no file of that name."""
    assert main(["backup", str(shelf / "bakcups")]) == 2
    assert "isn't a folder" in capsys.readouterr().err
    assert list(shelf.iterdir()) == []


def test_backups_of_a_folder_are_listed(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its size and its end; an empty folder is told as that, and one that isn't there as refused."""
    capsys.readouterr()
    assert main(["backup", "--list", str(shelf)]) == 0
    assert capsys.readouterr().out == f"There are no backups in {shelf}.\n"
    main(["backup", str(shelf)])
    capsys.readouterr()
    assert main(["backup", "--list", str(shelf)]) == 0
    assert " UTC" in capsys.readouterr().out
    assert main(["backup", "--list", str(shelf / "nowhere")]) == 2


@pytest.mark.parametrize("place", ["data", "data/blobs", "keys", "."])
def test_a_backup_lies_neither_in_the_data_nor_with_a_key(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever gets one of them would get the other; nothing is written there."""
    before = sorted((tmp_path / place).iterdir())
    assert main(["backup", str(tmp_path / place)]) == 2
    assert "Choose" in capsys.readouterr().err
    assert sorted((tmp_path / place).iterdir()) == before


def test_nothing_is_replaced_without_the_word(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Any other word, or none, leaves everything; with it the backup is back, and says what became of what."""
    main(["backup", str(shelf)])
    (made,) = kept_in(shelf)
    capsys.readouterr()
    assert main(["restore", str(made.path)]) == 2
    assert "--replace" in capsys.readouterr().err
    typed(monkeypatch, "yes")
    assert main(["restore", "--replace", str(made.path)]) == 1
    assert "Nothing was changed" in capsys.readouterr().err
    typed(monkeypatch, "replace")
    assert main(["restore", "--replace", str(made.path)]) == 0
    out = capsys.readouterr().out
    assert "is back in" in out
    assert "Then start hushreel run." in out


def test_without_a_journal_it_says_what_can_be_done(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the journal and the way that closes everything; that way says what it means."""
    main(["backup", str(shelf)])
    (made,) = kept_in(shelf)
    (tmp_path / "keys" / "erasure.journal").unlink()
    monkeypatch.setenv("HUSHREEL_DATA_DIR", str(tmp_path / "new"))
    capsys.readouterr()
    assert main(["restore", str(made.path)]) == 2
    assert "--under-hold" in capsys.readouterr().err
    assert main(["restore", "--under-hold", str(made.path)]) == 0
    assert "Without the journal" in capsys.readouterr().out


def test_a_backup_is_checked_to_its_end(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole one opens, and a cut one doesn't; nothing is written for it."""
    main(["backup", str(shelf)])
    (made,) = kept_in(shelf)
    capsys.readouterr()
    assert main(["backup", "--check", str(made.path)]) == 0
    assert "opens to its end" in capsys.readouterr().out
    made.path.write_bytes(made.path.read_bytes()[:-1])
    assert main(["backup", "--check", str(made.path)]) == 2
    assert "cut or was changed" in capsys.readouterr().err
    assert len(list(shelf.iterdir())) == 1
