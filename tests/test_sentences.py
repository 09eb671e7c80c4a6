"""Parsed sentences are kept beside their file, and are never older than it."""

from importlib.util import cache_from_source
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from knowledge import sentences as kept_sentences
from knowledge.languages import LANGUAGES
from knowledge.sentences import sentences

WORDS = Path(kept_sentences.__file__).parent / "words"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one sentence."""
    file = tmp_path / "en.ftl"
    file.write_text("greeting = Hello, { $name }.\n", "utf-8")
    return file


def kept(file: Path) -> Path:
    """Where it is kept parsed."""
    return Path(cache_from_source(str(file))).with_suffix(".parsed")


def started_anew(file: Path) -> Resource:
    """Read it as another process does, which remembers nothing."""
    sentences.cache_clear()
    return sentences(file)


def said(parsed: Resource) -> str:
    """Say the one sentence."""
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(parsed)
    pattern = bundle.get_message("greeting").value
    assert pattern is not None
    return str(bundle.format_pattern(pattern, {"name": "Ada"})[0])


def test_a_second_start_reads_what_the_first_one_kept(file: Path) -> None:
    """It is not parsed again: what is kept is read, and says the same."""
    assert said(started_anew(file)) == "Hello, Ada."
    before = kept(file).stat().st_mtime_ns
    assert said(started_anew(file)) == "Hello, Ada."
    assert kept(file).stat().st_mtime_ns == before


def test_a_changed_file_is_parsed_anew(file: Path) -> None:
    """Whatever the times of both files are."""
    started_anew(file)
    file.write_text("greeting = Good day, { $name }.\n", "utf-8")
    assert said(started_anew(file)) == "Good day, Ada."
    assert said(started_anew(file)) == "Good day, Ada."


@pytest.mark.parametrize("content", [b"", b"half", None], ids=["empty", "short", "cut"])
def test_what_is_kept_in_part_is_no_more_than_nothing(file: Path, content: bytes | None) -> None:
    """After a power cut in the midst of writing, the file itself is parsed, and is kept whole again."""
    started_anew(file)
    whole = kept(file).read_bytes()
    kept(file).write_bytes(whole[:-9] if content is None else content)
    assert said(started_anew(file)) == "Hello, Ada."
    assert kept(file).read_bytes() == whole


def test_where_nothing_can_be_written_it_is_parsed_each_time(file: Path) -> None:
    """A program's folder may belong to somebody else."""
    kept(file).parent.write_bytes(b"a file where the folder would be")
    assert said(started_anew(file)) == "Hello, Ada."


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_read_back_as_it_was_parsed(language: str) -> None:
    """Every sentence of ours, by the parser and out of what is kept."""
    file = WORDS / f"{language}.ftl"
    started_anew(file)
    read, parsed = started_anew(file), FluentResource(file.read_text("utf-8"))
    assert [one.to_json() for one in read.body] == [one.to_json() for one in parsed.body]
