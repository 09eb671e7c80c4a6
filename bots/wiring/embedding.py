"""What papers are searched with: their letters, and their meaning where the operator has set that."""

import logging
from typing import TYPE_CHECKING

from bots.settings import Settings
from knowledge.nearby import Nearby

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

log = logging.getLogger("hushreel.papers")


def load(nearby: Nearby) -> None:
    """Index the papers: call it in a thread. Of a model that can't be used it is said why, and nothing ends."""
    from knowledge.embedding import ModelUnusable  # noqa: PLC0415  LangChain and NumPy are slow to import

    try:
        nearby.load()
    except ModelUnusable as unusable:
        _tell(unusable.reason, unusable.name)
    log.info("papers_read")


def embeddings_for(settings: Settings) -> "Embeddings | None":
    """Give the embedding model where it is set and can be used."""
    if settings.embedding == "none":
        return None
    from knowledge.embedding import MiniLM, ModelUnusable  # noqa: PLC0415  as above

    try:
        return MiniLM()
    except ModelUnusable as unusable:
        _tell(unusable.reason, unusable.name)
        return None


def _tell(reason: str, name: str) -> None:
    log.warning("embedding_unusable reason=%s name=%s", reason, name)
