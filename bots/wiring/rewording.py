"""Rewords answers by the operator's language model, where one is set; says nothing until it is loaded."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bots.settings import Settings
from knowledge.answers import Answer

if TYPE_CHECKING:
    from knowledge.rephraser import Rephraser

log = logging.getLogger("hushreel.rephraser")


@dataclass
class Rewording:
    """Gives an answer's words by the model that is set, ours where it isn't believed, None where nothing was sent."""

    settings: Settings
    wanted: Callable[[], None] = lambda: None
    """Called when an answer could be reworded, and what speaks to the model isn't loaded yet."""

    _rephraser: "Rephraser | None" = field(default=None, init=False)

    def load(self) -> None:
        """Import what speaks to the model, which takes seconds: call it in a thread."""
        if self.settings.chat_model is None or self.settings.chat_model_url is None:
            return
        try:
            from knowledge.rephraser import open_rephraser  # noqa: PLC0415  LangChain is slow to import

            key = self.settings.chat_model_key.get_secret_value() if self.settings.chat_model_key else ""
            self._rephraser = open_rephraser(self.settings.chat_model, self.settings.chat_model_url, key)
        except ImportError as error:
            log.warning("chat_model_unusable reason=package_missing name=%s", error.name or "langchain_openai")

    async def __call__(self, question: str, said: Answer, names: Iterable[str]) -> str | None:
        """Reword an answer to a question; no model is told any of `names`."""
        if self._rephraser is None:
            if self.settings.chat_model is not None:
                self.wanted()
            return None
        return await self._rephraser(question, said, names) or said.text
