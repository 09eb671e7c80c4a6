"""Our papers and the facts that we hold of others': data that can't contradict themselves, settings or tests."""

import ast
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidTag
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from core.errors import KeyRefused
from core.storage.keys import MasterKey
from core.storage.tables import identities, people
from core.storage.words import open_words, seal_words
from core.videos import VideoId, Words
from knowledge import proofs
from knowledge.clauses import OURS, clauses, documents, render_paper
from knowledge.digesting import CERTAINTIES
from knowledge.facts import PolicyFacts
from knowledge.promises import PROOFS, ClauseBroken, check
from knowledge.routes import routes
from knowledge.wording import words_in

HOUSE = Path(__file__).parents[1]
DAY_MS = 86_400_000
DEMO = PolicyFacts(demo=True)
RUN = PolicyFacts(operator_name="Jan Kowalski", operator_contact="jan@example.org")
ON_DISCORD = replace(RUN, platforms=("discord",), links=True)
WITH_ROUTES = replace(ON_DISCORD, routes=("motion", "kling", "comfyui"), comfyui_host="gpu.lan", comfyui_clears=True)


RULES = {"stays", "untrained", "allowed"}
SETTINGS = {"departure", "language", "time_zone", "delivery", "tidy", "protect", "notices"} | RULES
COUNTED = {"undone-seen": {"count"}}
"""Values that only the short form shows."""


@cache
def messages() -> dict[str, ftl.Message]:
    """The sentences of knowledge/words by key; none of them is malformed."""
    parsed = FluentParser().parse((HOUSE / "knowledge" / "words" / "en.ftl").read_text("utf-8"))
    assert not [one for one in parsed.body if isinstance(one, ftl.Junk)]
    return {one.id.name: one for one in parsed.body if isinstance(one, ftl.Message)}


def variables(part: ftl.Message | ftl.Attribute) -> set[str]:
    """The values that a sentence shows; of a message, its long form."""
    assert part.value is not None
    found: set[str] = set()
    waiting: list[object] = [part.value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ftl.VariableReference):
            found.add(node.id.name)
        for value in vars(node).values() if isinstance(node, ftl.BaseNode) else ():
            waiting += value if isinstance(value, list) else [value]
    return found


def broken(policy: PolicyFacts) -> ClauseBroken:
    """The clause that these settings break."""
    with pytest.raises(ClauseBroken) as found:
        check(policy)
    return found.value


@pytest.mark.parametrize("policy", [DEMO, RUN, ON_DISCORD, WITH_ROUTES], ids=["demo", "run", "discord", "with routes"])
@pytest.mark.parametrize("document", documents())
def test_every_paper_can_be_read_whole(document: str, policy: PolicyFacts) -> None:
    """Each clause of each paper has words, a version, a certainty, and the title of its paper."""
    paper = render_paper(document, policy)
    assert paper
    for clause in paper:
        assert clause.id in clauses()
        assert clause.text.strip()
        assert clause.version
        assert clause.certainty in CERTAINTIES
        assert bool(clause.source) is (document not in OURS)
        assert bool(clause.title) is (document in OURS)
        assert clause.paper == words_in("en").say(f"document-{document}")


def test_a_paper_that_nobody_has_cannot_be_read() -> None:
    """An unknown document is refused by its name."""
    with pytest.raises(KeyError):
        render_paper("kling", DEMO)


def test_figures_come_from_the_running_settings() -> None:
    """A changed retention changes the clause; a named operator stands in it."""
    short = {one.section: one.text for one in render_paper(OURS[0], replace(RUN, retention_ms=20_000))}
    assert "20 seconds after it is ready" in short["5.1"]
    assert "30 days after it is done" in short["5.2"]
    assert short["1.1"].startswith("Jan Kowalski runs this service")
    assert "jan@example.org" in short["1.1"]


def test_a_clause_of_the_demo_stands_only_where_there_is_a_demo() -> None:
    """What depends on a setting is left out where the setting is not."""
    assert "4.6" in {one.section for one in render_paper(OURS[0], DEMO)}
    assert "4.6" not in {one.section for one in render_paper(OURS[0], RUN)}
    assert "3.2" not in {one.section for one in render_paper(OURS[0], replace(RUN, routes=()))}


def test_what_is_said_of_a_route_stands_only_where_it_is_set_up() -> None:
    """Who else gets anything, where ComfyUI runs, and who clears it; nothing of either where there is motion alone."""
    said = {one.section: one.text for one in render_paper(OURS[0], WITH_ROUTES)}
    assert "is used as Kling's papers say, and training may be part of that." in said["3.1"]
    assert "on another machine of theirs: gpu.lan" in said["3.3"]
    assert "I delete about 10 minutes after it is made" in said["3.3"]
    assert "neither name, account nor address" in said["3.4"]
    plain = {one.section: one.text for one in render_paper(OURS[0], ON_DISCORD)}
    assert not {"3.3", "3.4"} & plain.keys()
    assert "Kling" not in plain["3.1"]
    own = {
        one.section: one.text
        for one in render_paper(OURS[0], replace(WITH_ROUTES, comfyui_host="", comfyui_clears=False))
    }
    assert "on this machine" in own["3.3"]
    assert "stays until the operator clears it" in own["3.3"]


def test_every_clause_names_its_version_and_date() -> None:
    """Ours have a number and a day; of others' papers the day is missing only where the paper has none."""
    for clause in clauses().values():
        assert clause.version
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", clause.date) or clause.version == "undated"


def test_contradictions_know_of_each_other() -> None:
    """A report on training that another contradicts never stands alone."""
    for clause in clauses().values():
        for other in clause.conflicts_with:
            assert clause.id in clauses()[other].conflicts_with
    assert clauses()["kling-api-terms/2026-no-training"].conflicts_with


def test_what_was_not_read_is_not_called_read() -> None:
    """Kling's app terms were read in their opening alone; its 2026 papers and FaceFusion's promise not at all."""
    read = {one.id for one in clauses().values() if one.certainty == "read" and one.document not in OURS}
    assert {one for one in read if one.startswith("kling-app-terms/")} == {"kling-app-terms/1.1"}
    assert not any(clauses()[one].version == "2026-04-21" for one in read)
    assert not any(one.startswith("facefusion-service") for one in read)


def test_routes_stand_on_clauses_that_exist() -> None:
    """Every clause that a route cites and every paper that governs it is there."""
    for route in routes().values():
        assert set(route.documents) <= set(documents())
        assert {one for ids in route.clauses.values() for one in ids} <= set(clauses())


def test_each_promise_is_held_by_a_test_that_exists_and_runs() -> None:
    """No promise is without proof, and no proof is missing or may be skipped."""
    assert proofs.faults(proofs.ours()) == []


def test_the_proofs_on_file_are_those_of_the_tests() -> None:
    """policies/proofs.json holds each clause, its tests and their source as they are now."""
    assert json.loads(PROOFS.read_text("utf-8")) == proofs.proofs(), "renew it: python -m knowledge.proofs write"


def test_a_test_that_is_not_there_is_named() -> None:
    """A clause whose proof was deleted, and one whose proof may be skipped, are told by name."""
    gone = replace(clauses()["hushreel-privacy/2.1"], proofs=("tests/test_clauses.py::test_of_nothing",))
    loose = replace(
        gone, proofs=("tests/asking/test_retrieval.py::test_half_of_privacyqa_is_found_among_five_passages",)
    )
    bare = replace(gone, proofs=())
    assert [line.rpartition(" ")[2] for line in proofs.faults([gone, loose, bare])] == ["test", "missing", "skipped"]


def test_what_is_kept_about_a_person_is_an_id_and_settings() -> None:
    """The tables of people have no room for a name, an address or anything else."""
    assert set(people.c.keys()) == {"id", "last_number", *SETTINGS}
    assert set(identities.c.keys()) == {"platform", "external_id", "person", "origin", "joined_at_ms"}


def test_words_of_each_video_open_by_its_own_key_alone(tmp_path: Path) -> None:
    """Equal words of two videos have nothing in common; neither's key opens the other's, and none is readable."""
    master_key = MasterKey.load(tmp_path / "master.key", _folder(tmp_path / "data"))
    words = Words("slow orbit around the quokkazine", "Orbit", ("wombatorium.jpg",))
    first, second = VideoId(UUID(int=1)), VideoId(UUID(int=2))
    (key, sealed), (other_key, other) = (seal_words(words, one, master_key) for one in (first, second))
    assert open_words(sealed, key, first, master_key) == words
    assert key != other_key
    assert not [word for word in (b"quokkazine", b"Orbit", b"wombatorium") if word in sealed + key + other]
    for stolen in ((other, key, first), (sealed, other_key, first), (sealed, key, second)):
        with pytest.raises((InvalidTag, KeyRefused)):
            open_words(*stolen, master_key)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_our_policy_is_true_of_the_demo_and_of_a_named_operator() -> None:
    """Neither a newcomer's start nor a configured one breaks a clause; Kling and ComfyUI have clauses of their own."""
    check(DEMO)
    check(RUN)
    check(ON_DISCORD)
    check(WITH_ROUTES)


@pytest.mark.parametrize(
    ("policy", "clause", "reason", "setting"),
    [
        (replace(RUN, operator_name=" "), "1.1", "operator_missing", "HUSHREEL_OPERATOR_NAME"),
        (replace(RUN, operator_contact=""), "1.1", "contact_missing", "HUSHREEL_OPERATOR_CONTACT"),
        (replace(RUN, routes=("motion", "fal")), "3.1", "route_receives", "HUSHREEL_GENERATORS"),
        (replace(RUN, retention_max_ms=DAY_MS), "5.2", "limit_below_retention", "HUSHREEL_RETENTION_MAX"),
    ],
)
def test_settings_that_break_a_promise_are_told_with_the_sentence(
    policy: PolicyFacts, clause: str, reason: str, setting: str
) -> None:
    """The clause, what speaks against it, its sentence, and the setting to mend."""
    found = broken(policy)
    assert (found.clause, found.reason, found.setting) == (f"hushreel-privacy/{clause}", reason, setting)
    assert found.sentence in {one.text for one in render_paper(OURS[0], policy)}


def test_every_document_is_listed_for_the_operator() -> None:
    """docs/policies.md names exactly the papers that there are."""
    page = (HOUSE / "docs" / "policies.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z0-9-]+)` \|", page.split("\n## ")[1], re.MULTILINE)
    assert tuple(listed) == documents()


def test_every_sentence_is_wanted_and_no_clause_is_without_one() -> None:
    """Each clause of ours has its words and title; no clause's words are left over."""
    ours = {one for clause in clauses().values() if clause.document in OURS for one in clause.messages}
    assert {name for name in messages() if name.startswith(OURS)} == ours
    assert all([one.id.name for one in messages()[name].attributes] == ["title"] for name in ours)
    assert {name.removeprefix("document-") for name in messages() if name.startswith("document-")} == set(documents())
    assert {name.removeprefix("provider-") for name in messages() if name.startswith("provider-")} == set(routes())


def named_in_code() -> list[re.Pattern[str]]:
    """The keys of sentences that the code names, whole or with holes for a state, a route or a question."""
    found = [rf"{question}-[a-z-]+" for route in routes().values() for question in route.clauses]
    for path in (HOUSE / "knowledge").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Constant(value=str(text)):
                    found.append(re.escape(text))
                case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if start.endswith("-"):
                    found.append(rf"{re.escape(start)}[a-z-]+")
    return [re.compile(one) for one in found]


def test_no_sentence_is_left_over() -> None:
    """Each sentence of knowledge/words is one that the code names."""
    patterns = named_in_code()
    clause = re.compile(r"(?:hushreel-privacy|hushreel-terms)-[0-9]+-[0-9]+-v[0-9]+")
    assert not [
        name for name in messages() if not clause.fullmatch(name) and not any(one.fullmatch(name) for one in patterns)
    ]


def test_a_short_form_needs_no_value_that_the_long_one_lacks() -> None:
    """Whatever a sentence is given, its short form can be written from it."""
    for name, message in messages().items():
        for attribute in message.attributes:
            assert attribute.id.name in {"short", "title"}
            if attribute.id.name == "short":
                assert variables(attribute) <= variables(message) | COUNTED.get(name, set()), name
