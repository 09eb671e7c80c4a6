"""The clauses nearest to a question, once the library has been loaded in the background."""

from collections.abc import Callable
from dataclasses import dataclass, field

from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES
from knowledge.topics import hear

_OFFERED = 12


@dataclass
class Nearby:
    """Gives `answer` clauses to offer where the texts don't say; gives none until `load` is through."""

    policy: PolicyFacts
    _search: Callable[[str, str], tuple[str, ...]] | None = field(default=None, init=False)

    def load(self) -> None:
        """Import, index and read the phrases of each language, which takes some seconds: call it in a thread."""
        from knowledge.library import search  # noqa: PLC0415  LangChain and scikit-learn are slow to import

        for language in LANGUAGES:
            search("", self.policy, lang=language)
            hear("", lang=language)

        def found(question: str, language: str) -> tuple[str, ...]:
            return tuple(hit.clause for hit in search(question, self.policy, k=_OFFERED, lang=language))

        self._search = found

    def __call__(self, question: str, language: str = LANGUAGES[0]) -> tuple[str, ...]:
        """Give the ids of the clauses nearest to `question`, best first."""
        return self._search(question, language) if self._search else ()
