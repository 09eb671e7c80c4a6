"""Finds the passages nearest to a question, behind LangChain's retriever interface.

Without an embedding model nearness is the cosine of character 3- to 5-gram TF-IDF vectors, which takes typos lightly;
with one, knowledge.ranking joins it with nearness in meaning and with topics. Either ranks, and can't tell whether a
text answers a question: that is decided by topics (knowledge.topics).
Importing this costs about a second (LangChain and scikit-learn): knowledge.nearby does it in the background.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from langsmith import tracing_context
from pydantic import PrivateAttr
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.copies.keeping import Copy
from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES, spoken
from knowledge.passages import passages
from knowledge.ranking import Numbers, Weights, scored, shared, shipped
from knowledge.topics import hear

_NGRAMS = (3, 5)
_EMBEDDED = LANGUAGES[0]
"""The one language that MiniLM reads."""


@dataclass(frozen=True)
class Hit:
    """A passage found. `score` is its nearness to the question, 0.0 to 1.0."""

    document: str
    section: str
    text: str
    score: float

    @property
    def clause(self) -> str:
        """The clause's id: document/section."""
        return f"{self.document}/{self.section}"


@dataclass(frozen=True)
class Features:
    """What is known of each passage when a question comes: cosines of meaning and letters, 1 for a shared topic."""

    cosines: Numbers
    letters: Numbers
    topics: Numbers


class PassageRetriever(BaseRetriever):
    """Ranks passages, the `k` nearest first, each with its `score` in the metadata.

    With `embeddings` meaning, letters and shared topics count by `weights` (those shipped where there are none);
    without, letters alone. A passage's metadata may hold a `title` that is searched with it, and its `topics`, which
    are heard in its text otherwise. Passages that share nothing with the question are left out.
    """

    passages: tuple[Document, ...]
    k: int = 5
    embeddings: Embeddings | None = None
    weights: Weights | None = None
    _vectorizer: Any = PrivateAttr()
    _letters: Any = PrivateAttr()
    _meanings: Numbers = PrivateAttr()
    _topics: tuple[frozenset[str], ...] = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        """Index the passages."""
        super().model_post_init(context)
        self._vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=_NGRAMS, sublinear_tf=True)
        texts = [f"{one.metadata.get('title', '')} {one.page_content}".strip() for one in self.passages]
        self._letters = self._vectorizer.fit_transform(texts)
        if self.embeddings:
            self._meanings = np.array(self.embeddings.embed_documents(texts))
            self._topics = tuple(_topics_of(one) for one in self.passages)

    def features(self, query: str) -> Features:
        """Compare a question with every passage. Only where there are embeddings."""
        if self.embeddings is None:
            raise ValueError("embeddings")
        asked = hear(query, lang=_EMBEDDED).topics
        return Features(
            cosines=self._meanings @ np.array(self.embeddings.embed_query(query)),
            letters=self._nearness_in_letters(query),
            topics=shared(asked, self._topics),
        )

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        del run_manager
        scores = self._scores(query)
        best = (-scores).argsort(kind="stable")[: self.k]
        found = ((self.passages[place], min(float(scores[place]), 1.0)) for place in best if scores[place] > 0)
        return [one.model_copy(update={"metadata": {**one.metadata, "score": score}}) for one, score in found]

    def _scores(self, query: str) -> Numbers:
        if self.embeddings is None:
            return self._nearness_in_letters(query)
        known = self.features(query)
        return scored(known.cosines, known.letters, known.topics, self.weights or shipped())

    def _nearness_in_letters(self, query: str) -> Numbers:
        found: Numbers = (self._letters @ self._vectorizer.transform([query]).T).toarray().ravel()
        return found


def search(
    question: str,
    policy: PolicyFacts,
    document: str = "",
    k: int = 5,
    lang: str = "en",
    *,
    copies: tuple[Copy, ...] = (),
    embeddings: Embeddings | None = None,
) -> tuple[Hit, ...]:
    """Give at most `k` passages of `document`, or of all papers, nearest to `question` first, in `lang`.

    Of a paper that there are `copies` of, the passages are those of the latest one, as they are written there.
    `embeddings` of English are asked of English alone. Raises KeyError for a document that there are no clauses of.
    Nothing is traced, whatever LangSmith's own settings say: a question stays here.
    """
    language = spoken(lang)
    retriever = _retriever(document, policy, language, copies, embeddings if language == _EMBEDDED else None)
    with tracing_context(enabled=False):
        found = retriever.model_copy(update={"k": k}).invoke(question)
    return tuple(
        Hit(one.metadata["document"], one.metadata["section"], one.page_content, one.metadata["score"]) for one in found
    )


@lru_cache
def _retriever(
    document: str, policy: PolicyFacts, lang: str, copies: tuple[Copy, ...], embeddings: Embeddings | None
) -> PassageRetriever:
    return PassageRetriever(passages=passages(document, policy, lang, copies), embeddings=embeddings)


def _topics_of(passage: Document) -> frozenset[str]:
    given = passage.metadata.get("topics")
    return frozenset(hear(passage.page_content, lang=_EMBEDDED).topics if given is None else given)
