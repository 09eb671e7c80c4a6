"""Finds the passages nearest to a question, behind LangChain's retriever interface.

Nearness is the cosine of character 3- to 5-gram TF-IDF vectors. It needs no model and takes typos lightly. It ranks;
it can't tell whether a text answers a question: that is decided by topics (knowledge.topics).
Importing this costs about a second (LangChain and scikit-learn): knowledge.nearby does it in the background.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langsmith import tracing_context
from pydantic import PrivateAttr
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.clauses import documents, render_paper
from knowledge.copies.keeping import Copy, latest
from knowledge.facts import PolicyFacts
from knowledge.languages import spoken

_NGRAMS = (3, 5)
_PIECE_LONGEST = 1_000


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


class PassageRetriever(BaseRetriever):
    """Ranks passages by TF-IDF of character n-grams, the `k` nearest first, each with its `score` in the metadata.

    A passage's metadata may hold a `title` that is searched with it. Passages that share nothing with the question
    are left out.
    """

    passages: tuple[Document, ...]
    k: int = 5
    _vectorizer: Any = PrivateAttr()
    _vectors: Any = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        """Index the passages."""
        super().model_post_init(context)
        self._vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=_NGRAMS, sublinear_tf=True)
        texts = [f"{one.metadata.get('title', '')} {one.page_content}" for one in self.passages]
        self._vectors = self._vectorizer.fit_transform(texts)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        del run_manager
        scores = (self._vectors @ self._vectorizer.transform([query]).T).toarray().ravel()
        best = (-scores).argsort(kind="stable")[: self.k]
        found = ((self.passages[place], min(float(scores[place]), 1.0)) for place in best if scores[place] > 0)
        return [one.model_copy(update={"metadata": {**one.metadata, "score": score}}) for one, score in found]


def search(
    question: str,
    policy: PolicyFacts,
    document: str = "",
    k: int = 5,
    lang: str = "en",
    *,
    copies: tuple[Copy, ...] = (),
) -> tuple[Hit, ...]:
    """Give at most `k` passages of `document`, or of all papers, nearest to `question` first, in `lang`.

    Of a paper that there are `copies` of, the passages are those of the latest one, as they are written there. Raises
    KeyError for a document that there are no clauses of. Nothing is traced, whatever LangSmith's own settings say: a
    question stays here.
    """
    retriever = _retriever(document, policy, spoken(lang), copies).model_copy(update={"k": k})
    with tracing_context(enabled=False):
        found = retriever.invoke(question)
    return tuple(
        Hit(one.metadata["document"], one.metadata["section"], one.page_content, one.metadata["score"]) for one in found
    )


@lru_cache
def _retriever(document: str, policy: PolicyFacts, lang: str, copies: tuple[Copy, ...]) -> PassageRetriever:
    copied = {one.document: one for one in latest(copies)}
    passages: list[Document] = []
    for name in [document] if document else documents():
        passages += _copied(copied[name]) if name in copied else _rendered(name, policy, lang)
    return PassageRetriever(passages=tuple(passages))


def _rendered(name: str, policy: PolicyFacts, lang: str) -> Iterator[Document]:
    for one in render_paper(name, policy, lang):
        metadata = {"document": one.document, "section": one.section, "title": one.title}
        yield Document(id=one.id, page_content=one.text, metadata=metadata)


def _copied(copy: Copy) -> Iterator[Document]:
    """Give a copy's sections; the lines of a long one in several passages."""
    for section in copy.sections:
        for number, text in enumerate(_pieces(section.text)):
            metadata = {"document": copy.document, "section": section.number}
            yield Document(id=f"{copy.document}/{section.number}/{number}", page_content=text, metadata=metadata)


def _pieces(text: str) -> Iterator[str]:
    """Put lines together as long as they are at most some 1,000 letters."""
    piece = ""
    for line in text.splitlines():
        if piece and len(piece) + len(line) > _PIECE_LONGEST:
            yield piece
            piece = ""
        piece = f"{piece} {line}" if piece else line
    if piece:
        yield piece
