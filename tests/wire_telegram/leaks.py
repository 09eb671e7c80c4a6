"""Looks for the bot's token, and the addresses of files that hold it, in everything that the service left."""

from collections.abc import Iterator
from pathlib import Path

from tests.fakes.telegram_wire.server import TelegramWire
from tests.service import Service


def check_token_kept(fake: TelegramWire, service: Service) -> None:
    """See that the token is in no file of the service, in no line that it wrote, and in nothing that anybody saw."""
    secret = fake.token.partition(":")[2]
    marks = (secret.encode(), b"/file/bot", *(path.encode() for path in fake.world.paths))
    found = [(path, mark) for path, content in _kept(service.folder) for mark in marks if mark in content]
    assert found == []
    assert not [mark for mark in marks if mark.decode() in service.printed]
    assert fake.seen.who_saw(secret) == frozenset()


def _kept(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
