"""A copy of somebody else's paper: how it is read, whatever it holds, and what it decides of our facts."""

import json
import resource
import string
import zlib
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.answers import five_answers
from knowledge.clauses import OURS, clauses
from knowledge.copies import reading
from knowledge.copies.checking import State as Said
from knowledge.copies.checking import check, plain
from knowledge.copies.keeping import Copy
from knowledge.copies.outline import Section, divide, within
from knowledge.copies.parsing import parse
from knowledge.copies.refusing import Refused
from knowledge.facts import ChatCopy, Checked, CopyKind, PolicyFacts, State, Training, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.library import search
from knowledge.quoting import ANSWER_LONGEST
from knowledge.routes import routes
from knowledge.verdict import verdict
from knowledge.wording import words_in
from tests.papers_made import APP, LETTERS, LINES, TRAINING, VERSION, pdf_of, written


@pytest.mark.parametrize("kind", ["md", "html", "pdf", "txt", "jsonl"])
def test_every_kind_of_file_is_divided_by_its_own_numbers(tmp_path: Path, kind: str) -> None:
    """A section is found with its words, whatever the paper is written in."""
    sections = reading.read(reading.from_file(written(tmp_path / f"paper.{kind}", LINES)))
    assert [one.number for one in sections] == ["4.5", "4.6", "4.7.3", *LETTERS]
    assert plain(within(sections, "4.6") or "") == "commercial with permission."
    assert "train models." in (within(sections, "4.7.3") or "")
    assert within(sections, "4.7") == within(sections, "4.7.3")
    assert within(sections, "9") is None


def test_numbers_are_read_as_papers_write_them() -> None:
    """Letters, Roman numbers, brackets and lists that count by themselves become what a citation writes."""
    page = (
        "<h2>1. Data</h2><p>A. Given<ol><li>name<li>files<ol type=i><li>one<li>two</ol></ol><p>B. Taken<h2>2. Use</h2>"
    )
    found = parse("html", page.encode())["sections"]
    assert [number for number, _ in found] == ["1", "1.A", "1.A(1)", "1.A(2)", "1.A(2)(i)", "1.A(2)(ii)", "1.B", "2"]
    letters = divide(["3. List", *(f"({letter}) x" for letter in "abcdefghij"), "(i) y"])
    assert [one.number for one in letters][-2:] == ["3(i)", "3(j)"] or letters[-1].number == "3(j)(i)"


def test_a_wrapped_line_that_begins_with_a_reference_is_no_section() -> None:
    """Inside a block, a number counts only where it goes on in its row."""
    sections = divide(["4.1 As said in section", "9.3 of the terms, and in", "(q) there.", "4.2 More"])
    assert [one.number for one in sections] == ["4.1", "4.2"]


def test_words_that_must_not_be_there_contradict() -> None:
    """A fact that says that words don't occur is contradicted by them, in whichever section they stand."""
    fact = clauses()["kling-app-privacy/2(4)"]
    own = Section("2(4)", "improve the relevant algorithms")
    for there, state in (("", Said.READ), ("the Training of\nModels", Said.CONTRADICTED)):
        copy = Copy(fact.document, fact.version, "2026-11-30", (own, Section("9", there)))
        assert next(one.state for one in check(copy) if one.clause == fact) is state


def test_a_paper_that_keeps_its_reader_busy_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading ends after its time, in a process of its own."""
    monkeypatch.setattr(reading, "SECONDS_MOST", 0.01)
    with pytest.raises(Refused) as refused:
        reading.read(reading.from_file(written(tmp_path / "slow.md", LINES)))
    assert refused.value.code == "paper_too_slow"


def test_a_long_section_is_found_by_its_own_passage() -> None:
    """What lies deep in a paper without numbers isn't drowned by the rest of it."""
    lines = [f"Line {number} speaks of nothing much at all, and at length." for number in range(300)]
    lines[200] = "Axolotls are sold at noon."
    copy = Copy(APP, VERSION, "2026-11-30", (Section("", "\n".join(lines)),))
    (hit,) = search("When are axolotls sold?", PolicyFacts(), APP, 1, copies=(copy,))
    assert "Axolotls are sold at noon." in hit.text
    assert len(hit.text) <= 1_100


def test_a_copy_in_another_language_contradicts_nothing() -> None:
    """English words that aren't there say nothing about a text in Chinese or Spanish."""
    fact = clauses()[f"{APP}/{TRAINING}"]
    for text in ("训练模型。" * 40, "entrenar los modelos con lo que se sube a ella y de ella " * 40):
        copy = Copy(APP, VERSION, "2026-11-30", (Section(TRAINING, text),))
        assert next(one.state for one in check(copy) if one.clause == fact) is Said.FOREIGN
    english = "show what you upload in the app and on the site " * 40
    copy = Copy(APP, VERSION, "2026-11-30", (Section(TRAINING, english),))
    assert next(one.state for one in check(copy) if one.clause == fact) is Said.CONTRADICTED


def test_whether_a_generator_trains_is_a_conflict_where_a_copy_contradicts_it() -> None:
    """The verdict and the words below an answer say so, in every language, in 900 characters."""
    video = VideoFacts(generator="kling-app", title="x")
    for state in ("read", "contradicted"):
        policy = PolicyFacts(checked=(Checked(f"{APP}/{TRAINING}", state, "2026-11-30"),))
        assert verdict(video, routes(), policy, 0).training is (Training.YES if state == "read" else Training.CONFLICT)
        for lang in LANGUAGES:
            said = five_answers(video, policy=policy, now_ms=0, lang=lang)
            (number,) = (at for at, one in enumerate(said.citations, 1) if one.clause == f"{APP}/{TRAINING}")
            words = words_in(lang).say(f"checked-{state}", {"marks": f"[{number}]"})
            assert said.text.splitlines()[-1] == words
            assert len(said.text) <= ANSWER_LONGEST


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("route", ["kling", "kling-app", "fal"])
def test_what_copies_decide_leaves_answers_short(route: str, lang: str) -> None:
    """With every fact decided, long names, and copies in two chats: at most 900 characters, whatever becomes of it."""
    facts = [one for one in clauses().values() if one.quotes or one.absent]
    decided = (Checked(one.id, ("contradicted", "read")[at % 2], "2026-11-30") for at, one in enumerate(facts))
    policy = PolicyFacts(
        "Ada", "ada@example.org", checked=tuple(decided), platforms=("discord", "telegram"), links=True
    )
    for state, visibility in product(State, Visibility):
        video = VideoFacts(
            generator=route,
            state=state,
            visibility=visibility,
            community="Amigas y amigos de la fotografía nocturna de São Paulo",
            shared_with=("Maximiliano Fernández", "Anastasia Konstantinova", "Guilherme Albuquerque", "Bo"),
            published_at_ms=1,
            seen_by=("Maximiliano Fernández", "Guilherme Albuquerque"),
            copies=(ChatCopy("Telegram", CopyKind.DIRECT), ChatCopy("Discord", CopyKind.EPHEMERAL)),
        )
        said = five_answers(video, policy=policy, now_ms=86_400_000, lang=lang, time_zone="America/Sao_Paulo")
        assert len(said.text) <= ANSWER_LONGEST, said.text


@pytest.mark.parametrize("state", ["read", "contradicted"])
@pytest.mark.parametrize("route", routes())
def test_a_copy_changes_nothing_of_a_verdict_but_whether_a_generator_trains(route: str, state: str) -> None:
    """Whatever copies decide of every paper: who sees a video, who got it and until when stay; no "no" comes of it."""
    every = (one.id for one in clauses().values() if one.document not in OURS)
    run = PolicyFacts(checked=tuple(Checked(one, state, "2026-11-30") for one in every))
    for visibility in Visibility:
        video = VideoFacts(generator=route, visibility=visibility, ends_at_ms=5)
        before, after = (verdict(video, routes(), policy, 0) for policy in (PolicyFacts(), run))
        assert replace(after, training=before.training) == before
        assert after.training in {before.training, Training.CONFLICT}


def test_no_route_promises_no_training_on_somebody_elses_word() -> None:
    """A "no" rests on our own policy, so that no copy of another paper can turn it."""
    for name, route in routes().items():
        if route.training is Training.NO:
            assert {clauses()[one].document for one in route.clauses["uses"]} <= set(OURS), name


def test_what_is_hidden_on_a_page_is_not_its_text() -> None:
    """Scripts, styles, forms and frames are none; a head that nobody closed ends where the text begins."""
    hidden = "".join(f"<{tag}>4.9 hidden</{tag}>" for tag in ("script", "style", "template", "textarea", "iframe"))
    found = parse("html", f"<head><title>4.8 no</title><p>4.1 Shown{hidden}<p>4.2 More<script>4.7 never".encode())
    assert found["sections"] == [("4.1", "Shown"), ("4.2", "More")]


def test_a_divided_paper_keeps_every_line() -> None:
    """A section that comes again goes on, and signs that end a line elsewhere end none here."""
    rows = [{"section": "1", "text": "a\u2028b"}, {"section": "2", "text": "c"}, {"section": "1", "text": "d"}]
    given = "\n".join(json.dumps(one, ensure_ascii=False) for one in rows).encode()
    assert parse("divided", given)["sections"] == [("1", "a b\nd"), ("2", "c")]
    long = json.dumps({"section": "1" * 200, "text": "x"}).encode()
    assert parse("divided", long)["refused"] == "paper_line_malformed"


def test_a_bomb_in_a_pdf_breaks_its_reader_alone(tmp_path: Path) -> None:
    """What unpacks to 140 MB of letters is refused, and this process holds none of it."""
    packed = zlib.compressobj(9)
    bomb = b"".join(packed.compress(b"(aaaaaaaaaaaaaa) Tj\n" * 50_000) for _ in range(150)) + packed.flush()
    path = tmp_path / "bomb.pdf"
    path.write_bytes(pdf_of(bomb, "/Filter /FlateDecode"))
    assert path.stat().st_size < 4 * 1024 * 1024
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Refused) as refused:
        reading.read(reading.from_file(path))
    assert refused.value.code in {"paper_broken", "paper_too_long", "paper_too_slow", "paper_without_text"}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


@pytest.mark.parametrize(
    "clause", [one for one in clauses().values() if one.quotes or one.absent], ids=lambda one: one.id
)
def test_what_is_quoted_is_of_a_numbered_section(clause: object) -> None:
    """Words can be looked for only where the paper has a number."""
    known = clauses()[getattr(clause, "id")]  # noqa: B009  typed by the parametrization
    assert known.numbered
    assert known.kind == "fact"


@given(st.lists(st.text(alphabet=string.printable + "\uff08\uff09\uff14§éж。\u2018”", max_size=40), max_size=30))
@example(["1. (1) (a) (i) A. 1.1 x"])
def test_dividing_loses_no_words_and_finds_each_number_once(lines: list[str]) -> None:
    """Any lines can be divided, no section comes twice, and no letter is lost but those of numbers."""
    sections = divide(lines)
    numbers = [one.number for one in sections]
    assert len(numbers) == len(set(numbers))
    left = "".join(one.text for one in sections)
    assert sum(map(len, left.split())) <= sum(len(plain(line)) + len(line) for line in lines)
    assert all(within(sections, one) is not None for one in numbers if one)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=4), st.integers(1, 25))
def test_a_row_of_numbers_is_read_in_full(above: list[int], count: int) -> None:
    """Every number of a list under a section is found, letters past (i) and (v) too."""
    section = ".".join(map(str, above))
    head = f"{section}. x" if len(above) == 1 else f"{section} x"
    sections = divide([head, *(f"({letter}) y" for letter in string.ascii_lowercase[:count])])
    assert [one.number for one in sections] == [
        section,
        *(f"{section}({letter})" for letter in string.ascii_lowercase[:count]),
    ]


@given(st.text(alphabet="ab -\n", max_size=30))
def test_words_are_compared_without_their_looks(text: str) -> None:
    """Capitals, spaces, ends of lines and hyphens don't count, and comparing is stable."""
    assert plain(text) == plain(text.upper()) == plain(text.replace(" ", "\n"))
    assert plain("“non-\nexclusive”") == plain('"NONEXCLUSIVE"')
    assert all(one != two or not one.isspace() for one, two in pairwise(plain(text)))
