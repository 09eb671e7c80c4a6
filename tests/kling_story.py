"""What the stories of a video by Kling share: what is given, what is said before Send, what left and what stays."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image

from core.generation.origin import Origin
from knowledge.languages import moment
from knowledge.wording import words_in
from tests.fakes.kling_wire.server import KlingWire
from tests.fakes.kling_wire.tasks import CLEARED_MS, Task
from tests.left import at_kling, found_in, named, words
from tests.marked import flipped, origin_told
from tests.wire.pictures import taken_somewhere

OWNER, CLUB = "wilhelmina_okonkwo", "Harbour Watch of Ushant"
PROMPT = "slowly towards the lighthouse"
CAMERA, FILE_NAME = "a camera that nobody else has", "at-the-cove-with-niamh.jpg"
PICTURE = taken_somewhere(CAMERA)
GIVEN = named(owner=OWNER, club=CLUB, file_name=FILE_NAME)
WHOM_IT_ASKS = ("KLING_BASE_URL", "KLING_ACCESS_KEY", "KLING_API_KEY")
"""Settings that Kling may see: where it is, and whose account asks."""

LABEL = (
    "This leaves the house.",
    "127.0.0.1",
    "30 days",
    "the papers contradict each other",
    "no way to delete",
    "the papers that I know don't say",
    "unknown",
)
"""Where it goes, how long, training, deletion, passing on, the price. No paper says where our stand-in's country is."""

WHO = ("Only me", "Others, they agreed", "No real person")
PAPERS, AGREE, SEND, GO_ON = "First its papers: Kling", "I agree", "Send to Kling", "Go on at Kling"
ASKED = (
    "Before anything of yours goes to Kling",
    "Kling's paid API, terms",
    "Kling's paid API, documentation",
    "Kling's paid API, privacy policy",
)
CITED = (
    "Kling's paid API, terms, version 2026-04-21, second-hand",
    "Kling's paid API, documentation, version 2026-08-12, read",
)
"""Kling's papers behind the five answers, as the sources name them."""


def check_film(film: bytes) -> None:
    """See that a video says that a model made it, as anybody's reader of C2PA reads it; one flipped bit breaks that."""
    assert origin_told(film) is Origin.MODEL
    assert origin_told(flipped(film, film.index(b"mdat") + 9)) is None


def check_order(wire: KlingWire, expected: Mapping[str, Any]) -> Task:
    """See that one order came and no more: what is expected, pixels of the picture without a trace, and an id of ours.

    In what is expected, pictures and ids are "...".
    """
    (task,) = wire.tasks.known.values()
    assert wire.tasks.made == 1
    assert sum(one.method == "POST" for one in wire.seen) == 1
    assert without(task.body, b64encode(wire.pictures[0]).decode(), task.external) == expected
    (picture,) = wire.pictures
    with Image.open(BytesIO(picture)) as seen:
        assert (seen.size, dict(seen.getexif())) == ((400, 640), {})
        assert set(seen.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert found_in(at_kling(wire), {"words": words(PROMPT)})
    return task


def without(body: Any, *hidden: str) -> Any:
    """Write "..." for some strings of a request, however deep."""
    match body:
        case dict():
            return {name: without(value, *hidden) for name, value in body.items()}
        case list():
            return [without(value, *hidden) for value in body]
        case _:
            return "..." if body in hidden else body


def check_five(told: str, task: Task) -> None:
    """See that it is said who got it, what is known of training there, and until which day."""
    assert "Kling received your picture and words" in told
    assert "reports conflict on training" in told or "reports on training conflict" in told
    assert day_of(task) in told


def day_of(task: Task) -> str:
    """Write the day on which Kling clears a task, as answers do."""
    return moment(_cleared_ms(task), ZoneInfo("UTC"), words_in("en").say("pattern-moment.short"), "en")


def _cleared_ms(task: Task) -> int:
    return task.began_ms + CLEARED_MS


def stays_at_kling(receipts: Iterable[bytes], task: Task) -> bool:
    """Say whether a receipt, as it came as a file, tells that a copy is at Kling until the day that clears it."""
    day = datetime.fromtimestamp(_cleared_ms(task) / 1000, UTC).date().isoformat()
    items: list[dict[str, Any]] = []
    for one in receipts:
        items += [item for item in json.loads(json.loads(one)["body"])["items"] if item["where"] == "kling"]
    return any(item["state"] == "expires" and item["until"][:10] >= day for item in items)
