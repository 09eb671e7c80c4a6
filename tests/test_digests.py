"""Digests of other people's papers: each fact has source, date and certainty, or nothing of it is loaded."""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.clauses import OURS, clauses
from knowledge.digesting import CERTAINTIES, DigestRefused, digested
from knowledge.platforms import platforms
from knowledge.routes import routes

DIGESTS = Path(__file__).parents[1] / "knowledge" / "digests"
ARTICLE = "Are Kling videos private"
WHOLE = """
document = "some-terms"
version = "2026-04-21"
publisher = "Some Company"
source = "example.org/terms"
certainty = "read"
read_on = 2026-11-23

[[facts]]
section = "4.1"
topics = ["until"]
text = "It keeps nothing."
"""
FILE = "some-terms-2026-04-21.toml"


def facts_of(folder: Path, text: str, file: str = FILE) -> list[str]:
    """Load a folder with one digest, and name the facts that come of it."""
    (folder / file).write_text(text, "utf-8")
    return [f"{one['document']}/{one['section']}" for one in digested(folder)]


def test_a_digest_with_all_of_it_is_loaded(tmp_path: Path) -> None:
    """Source, day and certainty may stand once for all facts, or with each."""
    assert facts_of(tmp_path, WHOLE) == ["some-terms/4.1"]
    apart = WHOLE.replace('certainty = "read"\n', "") + 'certainty = "reported"\n'
    assert facts_of(tmp_path, apart) == ["some-terms/4.1"]


@pytest.mark.parametrize(
    ("line", "instead", "field"),
    [
        ('source = "example.org/terms"', "", "source"),
        ('source = "example.org/terms"', 'source = " "', "source"),
        ('certainty = "read"', "", "certainty"),
        ('certainty = "read"', 'certainty = "sure"', "certainty"),
        ("read_on = 2026-11-23", "", "read_on"),
        ("read_on = 2026-11-23", 'read_on = "last week"', "read_on"),
        ("read_on = 2026-11-23", "read_on = 2026-04-20", "read_on"),
        ('publisher = "Some Company"', "", "publisher"),
        ('section = "4.1"', "", "section"),
        ('topics = ["until"]', "topics = []", "topics"),
        ('text = "It keeps nothing."', 'text = ""', "text"),
        ('text = "It keeps nothing."', 'text = "It keeps nothing."\nsaucre = "example.org"', "saucre"),
    ],
)
def test_a_fact_that_lacks_any_of_it_is_refused_by_name(tmp_path: Path, line: str, instead: str, field: str) -> None:
    """The error names the file, the clause (the fact's place where its section is missing) and the field."""
    assert line in WHOLE
    with pytest.raises(DigestRefused) as refused:
        facts_of(tmp_path, WHOLE.replace(line, instead))
    clause = "some-terms/1" if field == "section" else "some-terms/4.1"
    assert (refused.value.file, refused.value.clause, refused.value.field) == (FILE, clause, field)
    assert all(one in str(refused.value) for one in (FILE, clause, field))


@pytest.mark.parametrize(
    ("line", "instead", "field"),
    [
        ('version = "2026-04-21"', "", "version"),
        ('version = "2026-04-21"', 'version = "spring"', "version"),
        ('document = "some-terms"', 'document = "other-terms"', "document"),
        ("[[facts]]", "[[facst]]", "facts"),
    ],
)
def test_a_digest_without_version_or_facts_is_refused(tmp_path: Path, line: str, instead: str, field: str) -> None:
    """A file that says neither which paper nor which version of it is named."""
    with pytest.raises(DigestRefused) as refused:
        facts_of(tmp_path, WHOLE.replace(line, instead))
    assert (refused.value.file, refused.value.clause, refused.value.field) == (FILE, "", field)


def test_one_fact_of_many_is_enough_to_refuse(tmp_path: Path) -> None:
    """What its neighbours have doesn't help the one that lacks it."""
    second = '[[facts]]\nsection = "4.2"\ntopics = ["until"]\ntext = "Nor this."\nsource = ""\n'
    with pytest.raises(DigestRefused) as refused:
        facts_of(tmp_path, WHOLE + second)
    assert refused.value.clause == "some-terms/4.2"


def test_every_fact_that_we_hold_has_source_date_and_certainty() -> None:
    """No fact of any digest is left out, and each says where, when and how sure; no day lies in the future."""
    held = [one for one in clauses().values() if one.document not in OURS]
    written = [tomllib.loads(path.read_text("utf-8")) for path in DIGESTS.iterdir()]
    assert len(held) == sum(len(one["facts"]) for one in written) > 0
    for clause in held:
        assert clause.source.strip(), clause.id
        assert clause.certainty in CERTAINTIES, clause.id
        assert clause.publisher.strip(), clause.id
        assert date(2026, 11, 1) <= date.fromisoformat(clause.read_on) <= datetime.now(UTC).date(), clause.id
        assert clause.date == ("" if clause.version == "undated" else clause.version), clause.id


def test_every_paper_governs_a_route_or_a_platform() -> None:
    """No digest lies about that no answer could cite; of Kling's contract for China no route of ours is made."""
    governing = {document for one in routes().values() for document in one.documents}
    governing |= {document for one in platforms().values() for document in one.documents}
    held = {one.document for one in clauses().values() if one.document not in OURS}
    assert held - governing == {"kling-api-terms-cn"}
    for name in set(routes()) - {"motion"}:
        assert routes()[name].documents, name


def test_a_competitors_article_is_never_a_paper() -> None:
    """What it says of others is only claimed, each time with its name; its last line, a slip, is nowhere."""
    resting = [one for one in clauses().values() if ARTICLE in one.source]
    assert {one.certainty for one in resting} == {"claimed"}
    assert {one.id for one in clauses().values() if one.certainty == "claimed"} == {one.id for one in resting}
    assert all("article" in one.source for one in resting)
    assert not [one for one in clauses().values() if "recommend" in one.text.lower()]


def test_papers_of_one_company_are_never_merged() -> None:
    """Kling's app and API stand apart, each version under its own date and publisher."""
    versions = {(one.document, one.version) for one in clauses().values() if one.document.startswith("kling-")}
    assert versions == {
        ("kling-api-docs", "2026-08-12"),
        ("kling-api-privacy", "2026-04-21"),
        ("kling-api-terms", "2024-09-29"),
        ("kling-api-terms", "2026-04-21"),
        ("kling-api-terms-cn", "undated"),
        ("kling-app-notices", "2024-12-12"),
        ("kling-app-notices", "undated"),
        ("kling-app-privacy", "undated"),
        ("kling-app-terms", "2024-12-16"),
        ("kling-app-terms", "2026-04-21"),
    }
    assert not set(routes()["kling"].documents) & set(routes()["kling-app"].documents)


def test_what_contradicts_itself_about_training_is_shown_as_a_contradiction() -> None:
    """Of fal too: its API's terms say no, its general terms keep a way open."""
    assert clauses()["fal-api-terms/2.4"].conflicts_with == ("fal-terms/6(c)",)
    assert clauses()["kling-api-terms/2026-no-training"].conflicts_with
