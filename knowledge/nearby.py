"""The clauses nearest to a question, once the library has been loaded in the background."""

from collections.abc import Callable
from dataclasses import dataclass, field

from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES
from knowledge.topics import hear

_OFFERED = 12


@dataclass
class Nearby:
    """Gives `answer` clauses to offer where the texts don't say; gives none until `load` is through.

    `by_meaning` ranks English by the embedding model of `hushreel[model]` too, not by letters alone.
    """

    policy: PolicyFacts
    by_meaning: bool = False
    wanted: Callable[[], None] = lambda: None
    """Called when a question comes that clauses could be offered for, and they aren't there yet."""

    _search: Callable[[str, str], tuple[str, ...]] | None = field(default=None, init=False)

    def listen(self) -> None:
        """Read the phrases of the first language, which takes 0.2 s: no first question waits for them."""
        hear("", lang=LANGUAGES[0])

    def load(self) -> None:
        """Import, index and read the phrases of each language, which takes some seconds: call it in a thread.

        Raises ModelUnusable where the model can't be used; clauses are then given by letters all the same.
        """
        for language in LANGUAGES:
            hear("", lang=language)
        self._search = _prepared(self.policy, by_meaning=False)
        if self.by_meaning:
            self._search = _prepared(self.policy, by_meaning=True)

    def __call__(self, question: str, language: str = LANGUAGES[0]) -> tuple[str, ...]:
        """Give the ids of the clauses nearest to `question`, best first."""
        if self._search is None:
            self.wanted()
            return ()
        return self._search(question, language)


def _prepared(policy: PolicyFacts, *, by_meaning: bool) -> Callable[[str, str], tuple[str, ...]]:
    from knowledge.embedding import MiniLM  # noqa: PLC0415  LangChain and NumPy are slow to import
    from knowledge.library import search  # noqa: PLC0415  scikit-learn too

    embeddings = MiniLM() if by_meaning else None

    def found(question: str, language: str) -> tuple[str, ...]:
        hits = search(question, policy, k=_OFFERED, lang=language, embeddings=embeddings)
        return tuple(hit.clause for hit in hits)

    for language in LANGUAGES:
        found("", language)
    return found
