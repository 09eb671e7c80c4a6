"""The receipt of an erased video: as its owner's card, as a file, and as a page that a secret opens."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bots.chat.command import Asker
from bots.chat.label import route_name
from bots.chat.reply import Link, Part, Reply, Text
from bots.chat.services import Services
from bots.texts.say import Say, Value, When
from core.erasure.elsewhere import GENERATORS_COPY
from core.receipts import ItemState, Shown
from core.records import Receipt
from core.videos import VideoId
from knowledge.routes import routes

PAGE = "/receipt"
_CARD = "video:"

_LINES = {
    ItemState.DONE: ("receipt-done", "erased-"),
    ItemState.WAITING: ("receipt-waiting", "waiting-"),
    ItemState.EXPIRES: ("receipt-expires", "expires-"),
    ItemState.CANNOT_RECALL: ("receipt-recall", "recall-"),
    ItemState.UNCONFIRMED: ("receipt-unconfirmed", "unconfirmed-"),
}
"""The sentence for items of each state, and what begins the keys of their names."""

_OVER = ("receipt-over", "over-")
"""Of copies at generators whose time there is over: nobody can check that they went."""


def receipt_card(receipt: Receipt, services: Services) -> Reply:
    """Say what was erased, what waits, what can't be called back, and where the signed receipt is."""
    stated = json.loads(receipt.body)
    values: dict[str, Value] = {
        "number": str(receipt.number),
        "when": When(receipt.issued_at_ms if stated["format"] == 1 else _at_ms(stated["closed_to_everybody_at"])),
        "receipt": receipt.id,
    }
    return Reply(
        (
            Text(Say("receipt-lead", values)),
            *(Text(line) for line in stated_lines(stated, services.clock.now_ms())),
            Text(Say("receipt-signed")),
            Link(Say("button-receipt"), f"{PAGE}/{receipt.video}"),
            *page_link(receipt.id, receipt.secret, services),
        ),
        card=f"{_CARD}{receipt.video}",
        final=not receipt.is_open,
    )


def page_link(number: str, secret: str, services: Services) -> tuple[Part, ...]:
    """Offer the page that shows a receipt's newest version, where anybody could open it.

    Number and secret stand behind the #: no browser sends them to a server, and no log has them.
    """
    if not secret or not services.links:
        return ()
    return (Link(Say("button-receipt-page"), f"{PAGE}#{number}.{secret}"),)


def stated_lines(stated: Mapping[str, Any], now_ms: int) -> list[Say]:
    """Give the sentences of what a receipt's body states, of either format, as they are true now (UTC ms)."""
    if stated["format"] == 1:
        told = {
            ItemState.DONE: stated["erased"],
            ItemState.WAITING: stated["waiting"],
            ItemState.CANNOT_RECALL: stated["cannot_recall"],
        }
        return [
            line for state, codes in told.items() for line in _line(_LINES[state], [{"what": code} for code in codes])
        ]
    over = [one for one in stated["items"] if _is_over(one, now_ms)]
    rest = [one for one in stated["items"] if one not in over]
    states = {line: [one for one in rest if one["state"] == state.value] for state, line in _LINES.items()}
    return [line for begins, items in {**states, _OVER: over}.items() for line in _line(begins, items)]


def _is_over(item: Mapping[str, Any], now_ms: int) -> bool:
    """Say whether a copy at a generator should have gone by itself by now."""
    expires = item["what"] == GENERATORS_COPY and item["state"] == ItemState.EXPIRES.value
    return expires and bool(item.get("until")) and _at_ms(item["until"]) <= now_ms


def _line(line: tuple[str, str], items: Iterable[Mapping[str, Any]]) -> list[Say]:
    """Name items of one sort of sentence, each sort once."""
    sentence, begins = line
    named: dict[tuple[str, str, str], Say] = {}
    for one in items:
        until, where = one.get("until", ""), one.get("where", "")
        values: dict[str, Value | Say | tuple[Say, ...]] = {"when": When(_at_ms(until)) if until else "none"}
        if one["what"] == GENERATORS_COPY:
            whose = "house" if where in routes() and routes()[where].objection.house else "company"
            values = {**values, "where": route_name(where), "whose": whose}
        place = where if one["what"] == GENERATORS_COPY else ""
        named.setdefault((one["what"], until, place), Say(begins + one["what"], values))
    return [Say(sentence, {"what": tuple(named.values())})] if named else []


def file_of(shown: Shown) -> str:
    """Write a receipt as `hushreel receipt verify` reads it: the newest version, and those before it."""
    content: dict[str, Any] = {"body": shown.newest.body, "signature": shown.newest.signature}
    if earlier := shown.versions[:-1]:
        content["versions"] = [{"body": one.body, "signature": one.signature} for one in earlier]
    if shown.salt:
        content["salt"] = shown.salt
    return json.dumps(content, indent=1)


async def receipt_file(video: VideoId, asker: Asker, services: Services) -> str | None:
    """Give the receipt of a video that the asker erased, as a file; None for a miss."""
    async with services.store.read() as reads:
        shown = await reads.receipt_versions(asker.viewer, video)
    return None if shown is None else file_of(shown)


async def receipt_held(number: str, secret: str, services: Services) -> Shown | None:
    """Give a receipt to whoever brings its number and secret; None for a miss and a wrong secret alike."""
    async with services.store.read() as reads:
        return await reads.receipt_held(number.strip().upper(), secret.strip())


def _at_ms(iso: str) -> int:
    return int(datetime.fromisoformat(iso).timestamp() * 1000)
