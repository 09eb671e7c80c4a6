"""What people see in our Telegram after everything broke, beside what the service knows of its messages."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.telegram_wire.answers import FILM
from tests.fakes.telegram_wire.messages import Message, Version
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person

Place = tuple[str, str]
"""A message by its chat and its number there."""


@dataclass(frozen=True)
class Known:
    """A row of `posted` about a message of ours."""

    video: str
    place: Place
    media: str | None


def film(version: Version) -> bytes | None:
    """Give the video that a message shows."""
    return version.media.content if version.media is not None and version.media.kind in FILM else None


def place(message: Message) -> Place:
    """Say where a message is."""
    return str(message.chat.id), str(message.id)


def holding(fake: TelegramWire) -> list[Message]:
    """Give the messages that hold a video now."""
    return [one for one in fake.seen.by_bot if one.deleted_ms is None and film(one.now) is not None]


def unanswered(people: list[Person]) -> list[str]:
    """Name those who wrote something after which nothing of ours came or changed."""
    found = []
    for one in people:
        asked = [said for said in one.world.messages.values() if said.author is one.user]
        answered = [said.now.at_ms for said in one.world.in_chat(one.private) if said.author is one.world.me]
        if asked and max(answered, default=0) < max(said.versions[0].at_ms for said in asked):
            found.append(one.name)
    return found


def known(data_dir: Path) -> tuple[list[Known], set[str]]:
    """Give what the service knows of its messages, and the videos that are ready."""
    with closing(sqlite3.connect(f"file:{data_dir / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as database:
        found = database.execute("select video, channel, message, media from posted where kind <> 'upload'")
        rows = [Known(video, (channel, message), media) for video, channel, message, media in found]
        ready = {video for (video,) in database.execute("select id from videos where state = 'ready'")}
    return rows, ready


def is_calm(fake: TelegramWire, data_dir: Path, people: list[Person]) -> bool:
    """Whether everybody has an answer, and each ready video is shown."""
    rows, ready = known(data_dir)
    there = {place(one) for one in holding(fake)}
    return not unanswered(people) and ready == {row.video for row in rows if row.place in there}


def check_shown(fake: TelegramWire, data_dir: Path) -> int:
    """See that each ready video is in one message, whose id is known, and that none was ever in two.

    Gives how many cards without a file stand in chats that the service doesn't know of.
    """
    rows, ready = known(data_dir)
    now = holding(fake)
    by_place = {row.place: row for row in rows if row.media is not None}
    assert {place(one) for one in now} <= by_place.keys(), "a video in a message that nobody knows"
    times = Counter(by_place[place(one)].video for one in now)
    assert times == Counter(ready), (times, ready)
    places = Counter(one for said in fake.seen.by_bot for one in {film(version) for version in said.versions} if one)
    assert all(count == 1 for count in places.values()), "a video was shown twice"
    cards = [one for one in fake.seen.by_bot if one.deleted_ms is None and "I have it" in one.words]
    return sum(place(one) not in {row.place for row in rows} for one in cards)


def check_unseen_by_others(fake: TelegramWire, people: list[Person]) -> None:
    """See that each person's words and videos were seen by that person alone, and that nothing broke the rules."""
    for message in fake.seen.by_bot:
        assert len({viewer for version in message.versions for viewer in version.viewers}) == 1
    for one in people:
        assert fake.seen.who_saw(f"waves of {one.name}") <= {one.name}
    assert fake.refusals == []
