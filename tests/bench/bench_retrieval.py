"""Retrieval: half of PrivacyQA, ours beside LangChain's vector store with the same model, BM25 and their fusion.

Every policy is asked with weights that were trained on the others.
"""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import bm25s
import numpy as np
import psutil
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import InMemoryVectorStore
from langsmith import tracing_context
from sklearn.metrics import roc_auc_score

from knowledge.embedding import MiniLM, ModelUnusable
from knowledge.library import PassageRetriever
from knowledge.ranking import Numbers
from tests.bench.privacyqa import Asked, PrivacyQA, passages, read, retrievers
from tests.bench.ranking import PLAIN, trained
from tests.bench.row import Row

K = 5
RRF = 60
RESAMPLES = 10_000
BYTES_PER_MIB = 2**20
HIT_1, HIT_5, AUROC = 0.46, 0.80, 0.82
Search = Callable[[str], list[tuple[int, float]]]
"""Places of passages with their scores, best first."""


@dataclass(frozen=True)
class Found:
    """What one way found: for each answerable question whether it hit, for all the best score; seconds for each."""

    first: Numbers
    among_five: Numbers
    best: Numbers
    taken_ms: Sequence[float]
    answerable: np.typing.NDArray[np.bool_]

    @property
    def auroc(self) -> float:
        """How well the best score tells answerable questions from others."""
        return float(roc_auc_score(self.answerable, self.best))


def rows() -> list[Row]:
    """Ask everything of everyone, or say why not."""
    try:
        data = read()
        before = _resident_mib()
        embeddings = MiniLM()
        by = retrievers(data, embeddings)
    except (FileNotFoundError, ModelUnusable) as missing:
        return [Row("questions asked", 0, "questions", "", reached=True, note=f"skipped: {missing}")]
    taken_mib = _resident_mib() - before
    with tracing_context(enabled=False):
        found = {name: _asked(data, ways) for name, ways in _ways(data, by, embeddings).items()}
    ours, store = found["ours"], found["LangChain's InMemoryVectorStore"]
    note = f"{len(data.questions)} questions, {int(ours.answerable.sum())} answerable, one policy left out each time"
    size = f"the model and {sum(map(len, data.policies.values()))} sentences"
    return [
        Row("ours: hit@1", ours.first.mean(), "", f"aim {HIT_1}", bool(ours.first.mean() >= HIT_1), note),
        Row("ours: hit@5", ours.among_five.mean(), "", f"aim {HIT_5}", bool(ours.among_five.mean() >= HIT_5), note),
        Row("ours: AUROC of the best score", ours.auroc, "", f"aim {AUROC}", ours.auroc >= AUROC, "answerable or not"),
        *_gains("over the vector store", ours, store, ("hit@1", "hit@5")),
        *_gains("of the reranker over nearness alone", ours, found["ours, nearness alone"], ("hit@1",)),
        *(row for name, one in found.items() if one is not ours for row in _yardsticks(name, one)),
        *(row for name, one in found.items() for row in _speed(name, one)),
        Row("memory that it takes", taken_mib, "MiB", "", reached=True, note=size),
    ]


def _ways(data: PrivacyQA, by: Mapping[str, PassageRetriever], embeddings: Embeddings) -> dict[str, dict[str, Search]]:
    """Name each way to search, with one search a policy."""
    weighed = {name: trained([one for one in data.questions if one.policy != name], by) for name in data.policies}
    letters = retrievers(data, None)
    store = {name: _vector_store(sentences, embeddings) for name, sentences in data.policies.items()}
    words = {name: _bm25(sentences) for name, sentences in data.policies.items()}
    return {
        "ours": {name: _ours(one.model_copy(update={"weights": weighed[name]})) for name, one in by.items()},
        "ours, nearness alone": {name: _ours(one.model_copy(update={"weights": PLAIN})) for name, one in by.items()},
        "ours without a model": {name: _ours(one) for name, one in letters.items()},
        "LangChain's InMemoryVectorStore": store,
        "bm25s": words,
        "fusion of the two by reciprocal rank": {name: partial(_fused, store[name], words[name]) for name in store},
    }


def _ours(retriever: PassageRetriever) -> Search:
    whole = retriever.model_copy(update={"k": K})
    return lambda question: [(int(one.id or -1), one.metadata["score"]) for one in whole.invoke(question)]


def _vector_store(sentences: Sequence[str], embeddings: Embeddings) -> Search:
    store = InMemoryVectorStore(embeddings)
    store.add_documents(list(passages(sentences)))
    return lambda question: [
        (int(one.id or -1), score) for one, score in store.similarity_search_with_score(question, k=len(sentences))
    ]


def _bm25(sentences: Sequence[str]) -> Search:
    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(sentences), stopwords="en", show_progress=False), show_progress=False)

    def search(question: str) -> list[tuple[int, float]]:
        asked = bm25s.tokenize([question], stopwords="en", show_progress=False)
        places, scores = index.retrieve(asked, k=len(sentences), show_progress=False)
        return list(zip(map(int, places[0]), map(float, scores[0]), strict=True))

    return search


def _fused(one: Search, other: Search, question: str) -> list[tuple[int, float]]:
    """Add 1 / (60 + rank) of both, as LangChain's EnsembleRetriever does with equal weights."""
    total: dict[int, float] = {}
    for found in (one(question), other(question)):
        for rank, (place, _) in enumerate(found, 1):
            total[place] = total.get(place, 0.0) + 1 / (RRF + rank)
    return sorted(total.items(), key=lambda item: -item[1])


def _asked(data: PrivacyQA, searches: Mapping[str, Search]) -> Found:
    answered: list[tuple[Asked, list[tuple[int, float]]]] = []
    taken_ms = []
    for one in data.questions:
        begun = time.perf_counter()
        answered.append((one, searches[one.policy](one.text)[:K]))
        taken_ms.append((time.perf_counter() - begun) * 1000)
    hits = [[place in one.evidence for place, _ in found] for one, found in answered if one.evidence]
    return Found(
        first=np.array([any(one[:1]) for one in hits], float),
        among_five=np.array([any(one) for one in hits], float),
        best=np.array([found[0][1] if found else 0.0 for _, found in answered]),
        taken_ms=taken_ms,
        answerable=np.array([bool(one.evidence) for one, _ in answered]),
    )


def _gains(over: str, ours: Found, other: Found, wanted: Sequence[str]) -> list[Row]:
    """Draw questions anew, in pairs, and give the lower end of each gain's 95% interval; `wanted` are to be above 0."""
    draws = np.random.default_rng(8)
    gains = {
        "hit@1": (ours.first - other.first, _means(ours.first - other.first, draws)),
        "hit@5": (ours.among_five - other.among_five, _means(ours.among_five - other.among_five, draws)),
        "AUROC": (
            np.array(ours.auroc - other.auroc),
            np.array([_gain_of_auroc(ours, other, draws) for _ in range(RESAMPLES // 10)]),
        ),
    }
    found = []
    for name, (gain, drawn) in gains.items():
        low, high = np.quantile(drawn, (0.025, 0.975))
        note = f"gain {gain.mean():.3f}, 95% interval {low:.3f} to {high:.3f}, paired bootstrap"
        target = "above 0" if name in wanted else ""
        found.append(
            Row(f"gain {over}, lower bound: {name}", float(low), "", target, bool(low > 0 or not target), note)
        )
    return found


def _means(gain: Numbers, draws: np.random.Generator) -> Numbers:
    found: Numbers = draws.choice(gain, (RESAMPLES, len(gain))).mean(axis=1)
    return found


def _gain_of_auroc(ours: Found, other: Found, draws: np.random.Generator) -> float:
    """Draw answerable questions and others apart, so that each draw has both."""
    yes, no = np.flatnonzero(ours.answerable), np.flatnonzero(~ours.answerable)
    drawn = np.concatenate((draws.choice(yes, len(yes)), draws.choice(no, len(no))))
    truth = ours.answerable[drawn]
    return float(roc_auc_score(truth, ours.best[drawn]) - roc_auc_score(truth, other.best[drawn]))


def _yardsticks(name: str, found: Found) -> list[Row]:
    return [
        Row(f"{name}: hit@1", found.first.mean(), "", "", reached=True),
        Row(f"{name}: hit@5", found.among_five.mean(), "", "", reached=True),
        Row(f"{name}: AUROC", found.auroc, "", "", reached=True),
    ]


def _speed(name: str, found: Found) -> list[Row]:
    p95_ms = statistics.quantiles(found.taken_ms, n=20)[-1]
    return [
        Row(f"{name}: median", statistics.median(found.taken_ms), "ms", "", reached=True),
        Row(f"{name}: p95", p95_ms, "ms", "", reached=True),
    ]


def _resident_mib() -> float:
    return float(psutil.Process().memory_info().rss / BYTES_PER_MIB)
