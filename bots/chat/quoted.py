"""The clauses behind an answer, as they are opened."""

from collections.abc import Sequence

from bots.chat.command import Asker
from bots.chat.papers import path_of
from bots.chat.reply import Source, Sources
from knowledge.quoting import Citation
from knowledge.wording import words_in


def sources_of(citations: Sequence[Citation], lang: str, asker: Asker) -> Sources:
    """Give clauses as they are opened behind an answer in `lang`, numbered from 1."""
    words = words_in(lang)
    return Sources(
        tuple(
            Source(
                number,
                one.document,
                one.section,
                words.version(one.version),
                words.certainty(one.certainty, one.copied),
                one.quote,
                path_of(one.document, asker, one.section),
            )
            for number, one in enumerate(citations, 1)
        )
    )
