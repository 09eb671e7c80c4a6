"""Receipts: what they say, and that nothing changed or invented passes for one."""

import base64
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.erasure.receipts import STATEMENT, issue, new_number
from core.erasure.verify import BadReceipt, verify
from core.receipts import Item, ItemState, ReceiptMoved, committed, salt_of
from core.storage.keys import ReceiptKey
from tests.receipting import (
    ASIDE,
    KEY,
    OPENED_AT_MS,
    SECRET,
    STRANGERS_KEY,
    VIDEO,
    file_of,
    first,
    gone,
    old_file,
    versions,
)


def test_a_receipt_says_what_it_states() -> None:
    """Which video, when, what became of each thing and where, and what a signature means."""
    until_ms = OPENED_AT_MS + 30 * 86_400_000
    backups = Item("backups", "backups", ItemState.EXPIRES, until_ms, "hushreel-privacy/4.5")
    told: dict[str, Any] = json.loads(issue(first(ASIDE, backups), 1, OPENED_AT_MS + 1_000, KEY).body)
    items = told.pop("items")
    assert told == {
        "format": 2,
        "receipt": "R-7F3K-ABCD",
        "version": 1,
        "state": "open",
        "video": "#3",
        "closed_to_everybody_at": "2026-11-30T13:05:00Z",
        "issued_at": "2026-11-30T13:05:01Z",
        "files": ["output", "poster"],
        "commitments": [committed(salt_of(SECRET), VIDEO)],
        "journal": {"lines": 3, "head": "c" * 64},
        "previous": "",
        "statement": STATEMENT,
        "public_key": KEY.public_key(),
    }
    assert {one["what"] for one in items if one["state"] == "waiting"} == {
        *("video", "poster", "preview", "inputs", "prompt", "title", "file_names", "keys", "history", "chat_files")
    }
    assert items[9:] == [
        {"what": "chat_files", "where": "discord", "state": "waiting"},
        {
            "what": "backups",
            "where": "backups",
            "state": "expires",
            "until": "2026-12-30T13:05:00Z",
            "paper": "hushreel-privacy/4.5",
        },
        {"what": "saved_by_people", "where": "people", "state": "cannot_recall", "why": "theirs"},
        {
            "what": "spare_cells_and_snapshots_hold_sealed_bytes_only",
            "where": "disk",
            "state": "cannot_recall",
            "why": "keys_are_gone",
        },
    ]


def test_a_receipt_names_nobody() -> None:
    """Neither the video's id nor that of a message is in what the owner may pass on, and the salt only opens it."""
    text = file_of(versions())
    for name in (VIDEO, ASIDE.copy):
        assert str(name) not in text
        assert name is not None
        assert name.hex not in text
    assert SECRET not in text
    assert salt_of(SECRET).hex() not in text
    assert committed(salt_of(SECRET), VIDEO) in text
    assert committed(salt_of(SECRET + "x"), VIDEO) not in text


def test_a_receipt_of_a_person_names_no_video() -> None:
    """It says that it is for an account."""
    assert json.loads(issue(first(video=None), 1, OPENED_AT_MS, KEY).body)["video"] == "account"


def test_a_receipt_is_verified() -> None:
    """Its number, video, time and signer come back, which version is the newest, and whether that is open."""
    signed = versions()
    found = [verify(file_of(signed[: count + 1])) for count in range(3)]
    assert [(one.version, one.is_open) for one in found] == [(1, True), (2, True), (3, False)]
    assert {(one.number, one.video, one.erased_at, one.public_key) for one in found} == {
        ("R-7F3K-ABCD", "#3", "2026-11-30T13:05:00Z", KEY.public_key())
    }
    assert [json.loads(one.body)["state"] for one in signed] == ["open", "open", "closed"]


def test_a_receipt_of_the_first_format_is_verified() -> None:
    """As it was signed before receipts had versions."""
    found = verify(old_file())
    assert (found.number, found.video, found.erased_at) == ("R-7F3K-ABCD", "#3", "2026-11-30T13:05:00Z")
    assert (found.version, found.is_open) == (1, False)


def test_versions_that_do_not_belong_together_are_no_receipt() -> None:
    """One left out, another order, another receipt's, another key's, or an item that waits again."""
    signed = versions()
    other = issue(replace(first(ASIDE), id="R-2222-2222"), 1, OPENED_AT_MS, KEY)
    again = issue(replace(first(ASIDE), body=signed[-1].body), 4, OPENED_AT_MS + 9_000, KEY)
    for wrong in (
        [signed[0], signed[2]],
        [signed[1], signed[0], signed[2]],
        [other, *signed[1:]],
        [versions(STRANGERS_KEY)[0], *signed[1:]],
        [*signed, again],
    ):
        with pytest.raises(BadReceipt, match="receipt_changed"):
            verify(file_of(wrong))


def test_a_receipt_goes_on_after_its_key_was_lost() -> None:
    """A version by a new key names the one before by its hash: the file counts as what the newest key signed."""
    old = versions(STRANGERS_KEY)[:2]
    newest = issue(replace(gone(first(ASIDE)), body=old[-1].body), 3, OPENED_AT_MS + 2_000, KEY)
    found = verify(file_of([*old, newest]))
    assert (found.public_key, found.version) == (KEY.public_key(), 3)
    ours = versions()
    with pytest.raises(BadReceipt, match="receipt_changed"):
        verify(file_of([*old, ours[-1]]))


def test_an_item_is_settled_once() -> None:
    """What is done, expires or can't be recalled never changes again, and no item becomes another one."""
    receipt = gone(first(ASIDE))
    for place, item in enumerate(receipt.items):
        for state in ItemState:
            with pytest.raises(ReceiptMoved, match="item_settled"):
                receipt.settled({place: replace(item, state=state)})
    with pytest.raises(ReceiptMoved, match="item_settled"):
        first(ASIDE).settled({0: replace(ASIDE, state=ItemState.DONE)})


def test_whoever_signs_anew_shows_another_key() -> None:
    """A receipt made up by somebody else verifies as theirs, never as ours."""
    assert verify(file_of(versions(STRANGERS_KEY))).public_key == STRANGERS_KEY.public_key()


def test_another_signature_is_no_receipt() -> None:
    """Neither a stranger's signature nor that of another receipt holds."""
    signed = versions()
    body = signed[-1].body
    for signature in (STRANGERS_KEY.sign(body), KEY.sign(body + " "), signed[0].signature):
        with pytest.raises(BadReceipt, match="receipt_changed"):
            verify(file_of(signed, signature=signature))


@given(st.data())
def test_any_changed_letter_is_noticed(data: st.DataObject) -> None:
    """One other letter anywhere in the body of any version is refused."""
    signed = versions()
    which = data.draw(st.integers(0, len(signed) - 1))
    body = signed[which].body
    at = data.draw(st.integers(0, len(body) - 1))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda drawn: drawn != body[at]))
    signed[which] = replace(signed[which], body=body[:at] + letter + body[at + 1 :])
    with pytest.raises(BadReceipt):
        verify(file_of(signed))


@given(st.integers(0, 63), st.integers(1, 255))
def test_any_changed_byte_of_the_signature_is_noticed(at: int, by: int) -> None:
    """All 64 bytes count."""
    signed = versions()
    signature = bytearray(base64.urlsafe_b64decode(signed[-1].signature + "=="))
    signature[at] ^= by
    with pytest.raises(BadReceipt, match="receipt_changed"):
        verify(file_of(signed, signature=base64.urlsafe_b64encode(signature).decode().rstrip("=")))


@given(st.integers(0, 10_000))
def test_any_cut_is_unreadable(cut: int) -> None:
    """A file that ends early is no receipt."""
    text = file_of(versions())
    with pytest.raises(BadReceipt, match="receipt_unreadable"):
        verify(text[: cut % len(text)])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(JSON, JSON)
def test_anything_else_is_unreadable(body: Any, signature: Any) -> None:
    """Whatever stands where body and signature should be, the answer is a refusal and never a crash."""
    whole = json.loads(file_of(versions()))
    for content in (
        body,
        {"body": body, "signature": signature},
        {"body": json.dumps(body), "signature": signature},
        whole | {"versions": [{"body": json.dumps(body), "signature": signature}]},
    ):
        with pytest.raises(BadReceipt):
            verify(json.dumps(content))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\ud800", json.dumps({"body": "[" * 100_000}), "\x00"])
def test_hostile_text_is_unreadable(text: str) -> None:
    """Also text that is nested beyond all measure."""
    with pytest.raises(BadReceipt, match="receipt_unreadable"):
        verify(text)


def test_numbers_can_be_read_aloud() -> None:
    """R- and twice four letters, without those that are mixed up, and never the same twice."""
    drawn = [new_number() for _ in range(1_000)]
    assert all(re.fullmatch(r"R-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", number) for number in drawn)
    assert len(set(drawn)) == 1_000


def test_the_same_key_after_a_restart(tmp_path: Path) -> None:
    """A receipt of before is verified against the key that was read again."""
    signed = versions(ReceiptKey.load(tmp_path / "receipt.key"))
    assert verify(file_of(signed)).public_key == ReceiptKey.load(tmp_path / "receipt.key").public_key()
