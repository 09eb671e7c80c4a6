"""Receipts: what they say, and that nothing changed or invented passes for one."""

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.erasure.receipts import STATEMENT, BadReceipt, issue, new_number, verify
from core.people import PersonId
from core.records import Receipt
from core.storage.keys import ReceiptKey
from core.videos import VideoId
from tests.fakes.time import SeededIds

KEY, STRANGERS_KEY = ReceiptKey(b"r" * 32), ReceiptKey(b"s" * 32)
ISSUED_AT_MS = 1_796_043_900_000


def receipt(key: ReceiptKey = KEY) -> Receipt:
    """Issue one for video #3."""
    ids = SeededIds()
    return issue(
        VideoId(ids.new()), PersonId(ids.new()), 3, ["poster", "output"], issued_at_ms=ISSUED_AT_MS, signer=key
    )


def file_of(one: Receipt, **changed: str) -> str:
    """Write it as its owner saves it."""
    return json.dumps({"body": one.body, "signature": one.signature} | changed)


def test_a_receipt_says_what_it_states() -> None:
    """Which video, when, what, where, what waits, what can't be recalled, and what a signature means."""
    one = receipt()
    told: dict[str, Any] = json.loads(one.body)
    assert told.pop("public_key") == KEY.public_key()
    assert told.pop("receipt") == one.id
    assert told == {
        "format": 1,
        "video": "#3",
        "erased_at": "2026-11-30T13:05:00Z",
        "erased": ["video", "poster", "preview", "inputs", "prompt", "title", "file_names", "keys", "history"],
        "files": ["output", "poster"],
        "where": ["database", "sealed_store"],
        "chats": [],
        "waiting": [],
        "cannot_recall": ["saved_by_people", "spare_cells_and_snapshots_hold_sealed_bytes_only"],
        "statement": STATEMENT,
    }


def test_a_receipt_names_nobody() -> None:
    """Neither the owner's id nor the video's is in what the owner may pass on."""
    one = receipt()
    assert str(one.person) not in file_of(one)
    assert str(one.video) not in file_of(one)


def test_a_receipt_is_verified() -> None:
    """Its number, video, time and signer come back."""
    one = receipt()
    found = verify(file_of(one))
    assert (found.number, found.video, found.erased_at) == (one.id, "#3", "2026-11-30T13:05:00Z")
    assert found.public_key == KEY.public_key()


def test_whoever_signs_anew_shows_another_key() -> None:
    """A receipt made up by somebody else verifies as theirs, never as ours."""
    assert verify(file_of(receipt(STRANGERS_KEY))).public_key == STRANGERS_KEY.public_key()


def test_another_signature_is_no_receipt() -> None:
    """Neither a stranger's signature nor that of another receipt holds."""
    one = receipt()
    for signature in (STRANGERS_KEY.sign(one.body), KEY.sign(one.body + " "), receipt().signature):
        with pytest.raises(BadReceipt, match="receipt_changed"):
            verify(file_of(one, signature=signature))


@given(st.data())
def test_any_changed_letter_is_noticed(data: st.DataObject) -> None:
    """One other letter anywhere in the body is refused."""
    one = receipt()
    at = data.draw(st.integers(0, len(one.body) - 1))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda drawn: drawn != one.body[at]))
    with pytest.raises(BadReceipt):
        verify(file_of(one, body=one.body[:at] + letter + one.body[at + 1 :]))


@given(st.integers(0, 63), st.integers(1, 255))
def test_any_changed_byte_of_the_signature_is_noticed(at: int, by: int) -> None:
    """All 64 bytes count."""
    one = receipt()
    signature = bytearray(base64.urlsafe_b64decode(one.signature + "=="))
    signature[at] ^= by
    with pytest.raises(BadReceipt, match="receipt_changed"):
        verify(file_of(one, signature=base64.urlsafe_b64encode(signature).decode().rstrip("=")))


@given(st.integers(0, 10_000))
def test_any_cut_is_unreadable(cut: int) -> None:
    """A file that ends early is no receipt."""
    text = file_of(receipt())
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
    for content in (body, {"body": body, "signature": signature}, {"body": json.dumps(body), "signature": signature}):
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
    one = receipt(ReceiptKey.load(tmp_path / "receipt.key"))
    assert verify(file_of(one)).public_key == ReceiptKey.load(tmp_path / "receipt.key").public_key()
