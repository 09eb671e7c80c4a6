"""What people see in our Discord after everything broke, beside what the service knows of its messages."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.discord_wire.interactions import DEFER, TOKEN_LASTS_MS, Interaction
from tests.fakes.discord_wire.messages import Message, Version
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person


@dataclass(frozen=True)
class Known:
    """A row of `posted`."""

    video: str
    message: str | None
    media: str | None


def films(version: Version) -> list[bytes]:
    """Give the videos that a message holds."""
    return [one.content for one in version.attachments if one.filename.endswith(".mp4")]


def told_to_wait(fake: DiscordWire) -> list[Interaction]:
    """Give those whose answer is still "thinking" while it could be given."""
    alive_since_ms = fake.clock.now_ms - TOKEN_LASTS_MS
    return [
        one
        for one in fake.world.interactions.values()
        if one.response == DEFER
        and one.original is not None
        and one.original.loading
        and one.created_ms > alive_since_ms
    ]


def check_all_answered(fake: DiscordWire) -> None:
    """See that nobody is left with a message that says no more than that we are thinking."""
    assert [one.data.get("name") or one.data.get("custom_id") for one in told_to_wait(fake)] == []


def holding(fake: DiscordWire) -> list[Message]:
    """Give the messages that hold a video now."""
    return [one for one in fake.seen.messages if one.author.bot and one.deleted_ms is None and films(one.now)]


def known(data_dir: Path) -> tuple[list[Known], set[str]]:
    """Give what the service knows of its messages, and the videos that are ready."""
    with closing(sqlite3.connect(f"file:{data_dir / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as database:
        rows = [Known(*row) for row in database.execute("select video, message, media from posted")]
        ready = {video for (video,) in database.execute("select id from videos where state = 'ready'")}
    return rows, ready


def is_calm(fake: DiscordWire, data_dir: Path) -> bool:
    """Whether everybody has their answer, and each ready video is shown."""
    rows, ready = known(data_dir)
    there = {str(one.id) for one in holding(fake)}
    return not told_to_wait(fake) and ready == {row.video for row in rows if row.message in there}


def check_shown(fake: DiscordWire, data_dir: Path) -> int:
    """See that each ready video is in one message, whose id is known, and that none ever held two; gives how many."""
    rows, ready = known(data_dir)
    now = holding(fake)
    by_message = {row.message: row for row in rows if row.media is not None}
    assert {str(one.id) for one in now} <= by_message.keys(), "a video in a message that nobody knows"
    times = Counter(by_message[str(one.id)].video for one in now)
    assert times == Counter(ready), (times, ready)
    for message in fake.seen.messages:
        assert all(len(films(version)) <= 1 for version in message.versions)
    places = Counter(film for one in fake.seen.messages for film in {f for v in one.versions for f in films(v)})
    assert all(count == 1 for count in places.values()), "a video was shown twice"
    return len(now)


def check_unseen_by_others(fake: DiscordWire, people: list[Person]) -> None:
    """See that each person's words and videos were seen by that person alone, and that Discord refused nothing."""
    for message in fake.seen.messages:
        if message.author.bot:
            assert len({viewer for version in message.versions for viewer in version.viewers}) == 1
    for one in people:
        assert fake.seen.who_saw(f"waves of {one.name}") <= {one.name}
    assert fake.refusals == []
