"""Telegram's rates: its library's limiter, and besides it how fast one private chat may be written to."""

from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.ext import AIORateLimiter

BURST = 5
"""How many messages one private chat takes at once; after that it is one a second."""

_COUNTED = ("send", "edit", "copy", "forward")
_UNCOUNTED = frozenset({"sendChatAction"})
"""Telegram counts what people see. Questions, such as who administers a group, wait for nothing."""

TRIED_AGAIN = 5
"""How often a request that was too much is sent again, after the pause that Telegram names."""

_KNOWN_MOST = 512

Json = dict[str, Any]
Told = bool | Json | list[Json]


class Rates(AIORateLimiter):
    """Keeps to 30 messages a second over all, 20 a minute to a group, and one a second to a person."""

    def __init__(self) -> None:
        """Begin with no chat known."""
        super().__init__(max_retries=TRIED_AGAIN)
        self._people: dict[int, AsyncLimiter] = {}

    async def process_request(  # noqa: PLR0917 - as the library calls it
        self,
        callback: Callable[..., Coroutine[Any, Any, Told]],
        args: Any,
        kwargs: Json,
        endpoint: str,
        data: Json,
        rate_limit_args: int | None,
    ) -> Told:
        """Send when it is time to."""
        is_counted = endpoint.startswith(_COUNTED) and endpoint not in _UNCOUNTED
        chat = data.get("chat_id") if is_counted else None
        if isinstance(chat, int) and chat > 0:
            await self._person(chat).acquire()
        named = data if is_counted else {}
        return await super().process_request(callback, args, kwargs, endpoint, named, rate_limit_args)

    def _person(self, chat: int) -> AsyncLimiter:
        if len(self._people) > _KNOWN_MOST:
            self._people = {one: rate for one, rate in self._people.items() if not rate.has_capacity(BURST)}
        return self._people.setdefault(chat, AsyncLimiter(BURST, BURST))
