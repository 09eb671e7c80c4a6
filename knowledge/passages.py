"""What is searched: a clause each, or the sections of the operator's own copy of a paper, as LangChain's documents."""

from collections.abc import Iterator

from langchain_core.documents import Document

from knowledge.clauses import clauses, documents, render_paper
from knowledge.copies.keeping import Copy, latest
from knowledge.facts import PolicyFacts

_PIECE_LONGEST = 1_000


def passages(document: str, policy: PolicyFacts, lang: str, copies: tuple[Copy, ...] = ()) -> tuple[Document, ...]:
    """Give those of a paper, or of all papers, in `lang`; of a paper with `copies` the latest one, as it is written.

    Raises KeyError for a document that there are no clauses of.
    """
    copied = {one.document: one for one in latest(copies)}
    found: list[Document] = []
    for name in [document] if document else documents():
        found += _copied(copied[name]) if name in copied else _rendered(name, policy, lang)
    return tuple(found)


def _rendered(name: str, policy: PolicyFacts, lang: str) -> Iterator[Document]:
    for one in render_paper(name, policy, lang):
        topics = clauses()[one.id].topics
        metadata = {"document": one.document, "section": one.section, "title": one.title, "topics": topics}
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
