"""A fake that serves from a thread of its own, for tests that wait for other processes."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import TypeVar

Fake = TypeVar("Fake")


@contextmanager
def aside(fake: AbstractAsyncContextManager[Fake]) -> Iterator[Fake]:
    """Start it there, and stop it in the end."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        started = asyncio.run_coroutine_threadsafe(fake.__aenter__(), loop).result()
        try:
            yield started
        finally:
            asyncio.run_coroutine_threadsafe(fake.__aexit__(None, None, None), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
