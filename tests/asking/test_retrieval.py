"""Finding the passages nearest to a question."""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from knowledge.clauses import clauses, documents
from knowledge.facts import PolicyFacts
from knowledge.library import PassageRetriever, search
from knowledge.nearby import Nearby

DEMO = PolicyFacts(demo=True)


@pytest.mark.parametrize(
    ("question", "document", "section"),
    [
        ("after how many days is a video erased?", "hushreel-privacy", "5.1"),
        ("can moderators open a private video?", "hushreel-privacy", "2.4"),
        ("what is on the receipt of an erasing?", "hushreel-privacy", "6.3"),
        ("how old must I be?", "hushreel-terms", "1.4"),
        ("where are the servers?", "kling-app-privacy", "4(1)"),
        ("may I use it commercially?", "kling-app-terms", "4.6"),
        ("does it train models?", "kling-app-terms", "4.7.3(f)"),
        ("moderatrs opn privte vidos", "hushreel-privacy", "2.4"),
    ],
)
def test_the_passage_that_answers_comes_first(question: str, document: str, section: str) -> None:
    """A question in its own words finds the clause, typos included."""
    assert search(question, DEMO, document)[0].section == section


def test_no_more_passages_come_than_asked_for_best_first() -> None:
    """At most k, by falling score between 0 and 1, all of the document."""
    for k in (1, 4, 20):
        hits = search("who can see my video?", DEMO, "hushreel-privacy", k)
        assert 0 < len(hits) <= k
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert all(0 < hit.score <= 1 and hit.document == "hushreel-privacy" for hit in hits)


def test_all_papers_are_searched_where_none_is_named() -> None:
    """Kling's papers are found beside ours."""
    assert search("Kling's app keeps data as long as necessary", DEMO)[0].clause == "kling-app-privacy/4(2)"


def test_a_paper_that_nobody_has_is_not_searched() -> None:
    """An unknown document is refused."""
    with pytest.raises(KeyError):
        search("who?", DEMO, "nobody")


def test_it_is_a_retriever_like_any_of_langchains() -> None:
    """Passages go in and come out as LangChain documents, by its own way of asking."""
    retriever = PassageRetriever(passages=(Document("kept sealed", id="a"), Document("shown to nobody", id="b")), k=1)
    assert isinstance(retriever, BaseRetriever)
    found = retriever.invoke("is it sealed?")
    assert [one.id for one in found] == ["a"]
    assert found[0].metadata["score"] > 0
    assert "score" not in retriever.passages[0].metadata


def test_nothing_is_near_until_the_library_is_loaded() -> None:
    """Before `load` an answer offers no clauses, and says that some are wanted; after it, ids of clauses that exist."""
    wanted: list[str] = []
    nearby = Nearby(DEMO, wanted=lambda: wanted.append("now"))
    assert nearby("who can see it?") == ()
    assert wanted == ["now"]
    nearby.load()
    found = nearby("who can see it?")
    assert found
    assert set(found) <= set(clauses())
    assert wanted == ["now"]


def test_a_start_waits_for_no_library() -> None:
    """Answering imports neither scikit-learn nor LangChain nor NumPy."""
    code = "import sys, knowledge.answers, knowledge.wire, knowledge.nearby, knowledge.promises; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"sklearn", "langchain_core", "langsmith", "numpy"} & set(said.stdout.split())


class Tracer(BaseHTTPRequestHandler):
    """Stands in for LangSmith and notes that it was called."""

    called: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Note a call, and take it."""
        self.called.append(self.path)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    do_POST = do_GET  # noqa: N815 - as above

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.mark.parametrize(
    ("asking", "traced"),
    [
        ("search('who can see it?', PolicyFacts())", False),
        ("PassageRetriever(passages=(Document('sealed'),)).invoke('sealed?')", True),
    ],
)
def test_a_question_is_traced_nowhere(asking: str, traced: bool) -> None:  # noqa: FBT001
    """With LangSmith's tracing set up in the environment, a search calls nobody; LangChain by itself does."""
    code = f"""
from langchain_core.documents import Document
from langchain_core.tracers.langchain import wait_for_all_tracers
from knowledge.facts import PolicyFacts
from knowledge.library import PassageRetriever, search
{asking}
wait_for_all_tracers()
"""
    Tracer.called.clear()
    with HTTPServer(("127.0.0.1", 0), Tracer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        tracing = {"LANGSMITH_TRACING": "true", "LANGSMITH_API_KEY": "none"}
        endpoint = {"LANGSMITH_ENDPOINT": f"http://127.0.0.1:{server.server_port}"}
        subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, **tracing, **endpoint})
        server.shutdown()
    assert bool(Tracer.called) is traced


def test_half_of_privacyqa_is_found_among_five_passages(shared: Path) -> None:
    """Of the answerable questions, 7 of 10 have an answering sentence among the first five, 3 of 8 at the top."""
    data = json.loads((shared / "data" / "privacyqa-dev.json").read_text("utf-8"))
    first = among_five = asked = 0
    for policy, sentences in data["policies"].items():
        passages = tuple(Document(text, id=str(place)) for place, text in enumerate(sentences))
        retriever = PassageRetriever(passages=passages)
        for one in (one for one in data["questions"] if one["policy"] == policy and one["evidence"]):
            found = [int(hit.id or -1) in one["evidence"] for hit in retriever.invoke(one["question"])]
            first += found[:1] == [True]
            among_five += any(found)
            asked += 1
    assert asked > 150
    assert among_five / asked >= 0.70
    assert first / asked >= 0.375


def test_each_paper_can_be_searched() -> None:
    """Every document, also one of a single clause, has an index."""
    for document in documents():
        assert search("data video Kling privacy website terms", DEMO, document)
