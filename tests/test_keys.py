"""The master key and the receipt key, in real files."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from core.erasure.verify import BadReceipt, verify
from core.errors import KeyRefused, StoreRefused
from core.storage.keys import FINGERPRINT, MasterKey, ReceiptKey


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty data folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """Where a key would lie."""
    return tmp_path / "keys" / "master.key"


def refused(code: str, key_file: Path, data: Path) -> Any:
    """Load a key that must be refused, and give the data of the refusal."""
    with pytest.raises(KeyRefused) as caught:
        MasterKey.load(key_file, data)
    assert caught.value.code == code
    return caught.value.data


def test_the_first_start_makes_a_key_that_only_its_account_opens(key_file: Path, data: Path) -> None:
    """Key, folder and fingerprint appear; the next start reads the same key whatever the umask was."""
    before = os.umask(0)
    try:
        first = MasterKey.load(key_file, data)
    finally:
        os.umask(before)
    assert key_file.stat().st_mode & 0o777 == 0o600
    assert key_file.parent.stat().st_mode & 0o777 == 0o700
    assert key_file.read_text().startswith("hushreel key 1\n")
    again = MasterKey.load(key_file, data)
    assert again.unwrap(first.wrap(b"k" * 32, b"here"), b"here") == b"k" * 32


def test_nothing_in_the_data_folder_holds_the_key(key_file: Path, data: Path) -> None:
    """The fingerprint tells neither the key nor its text."""
    MasterKey.load(key_file, data)
    value = key_file.read_text().splitlines()[1]
    (mark,) = data.iterdir()
    assert mark.name == FINGERPRINT
    assert value not in mark.read_text()


@pytest.mark.parametrize("sign", [FINGERPRINT, "hushreel.db"])
def test_no_new_key_is_made_over_data(sign: str, key_file: Path, data: Path) -> None:
    """A key that is gone is missed when there is data, and none is made in its place."""
    (data / sign).write_bytes(b"something")
    assert refused("key_missing", key_file, data) == {"path": str(key_file)}
    assert not key_file.exists()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o620])
def test_a_key_that_others_can_read_is_refused(mode: int, key_file: Path, data: Path) -> None:
    """Any right of others is one too many."""
    MasterKey.load(key_file, data)
    key_file.chmod(mode)
    assert refused("key_readable_by_others", key_file, data) == {"path": str(key_file)}


def test_a_key_inside_the_data_folder_is_refused(data: Path, tmp_path: Path) -> None:
    """Also by a roundabout path or behind a link; and no key is made there."""
    (data / "keys").mkdir()
    (tmp_path / "link").symlink_to(data / "keys")
    for place in (data / "master.key", data / "keys" / ".." / "master.key", tmp_path / "link" / "master.key"):
        refused("key_inside_data", place, data)
    assert [path.name for path in data.rglob("*")] == ["keys"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hushreel key 1\n",
        b"hushreel key 2\n" + b"A" * 43,
        b"hushreel key 1\n" + b"A" * 42,
        b"hushreel key 1\n" + b"A" * 20 + b"!" + b"A" * 23,
        b"\xff\xfe\x00",
    ],
    ids=["empty", "no key", "another version", "cut", "a stray sign", "not text"],
)
def test_a_damaged_key_file_is_refused_and_left_as_it_is(content: bytes, key_file: Path, data: Path) -> None:
    """It says that the file is damaged; a backup can still be put back."""
    MasterKey.load(key_file, data)
    key_file.write_bytes(content)
    assert refused("key_damaged", key_file, data) == {"path": str(key_file)}
    assert key_file.read_bytes() == content


def test_a_key_of_other_data_is_refused(key_file: Path, data: Path, tmp_path: Path) -> None:
    """Two folders, two keys: they can't be mixed up. The right one still fits afterwards."""
    MasterKey.load(key_file, data)
    other = tmp_path / "other"
    other.mkdir()
    MasterKey.load(tmp_path / "other.key", other)
    assert refused("key_of_other_data", tmp_path / "other.key", data)["path"] == str(tmp_path / "other.key")
    MasterKey.load(key_file, data)


def test_a_damaged_fingerprint_is_no_match(key_file: Path, data: Path) -> None:
    """Whatever stands in the file, the start ends with a refusal and not with a crash."""
    MasterKey.load(key_file, data)
    (data / FINGERPRINT).write_bytes(b"\xff\xfe")
    assert refused("key_of_other_data", key_file, data)["path"] == str(key_file)


def test_a_start_that_broke_between_key_and_fingerprint_goes_on(key_file: Path, data: Path) -> None:
    """A key without data is taken: nothing was sealed by it yet."""
    first = MasterKey.load(key_file, data)
    (data / FINGERPRINT).unlink()
    (key_file.parent / ".master.key.new").write_bytes(b"half")
    assert MasterKey.load(key_file, data).derive(b"x") == first.derive(b"x")


def test_a_place_that_can_not_be_written_is_named(tmp_path: Path, data: Path) -> None:
    """A file where the folder should be gives a refusal with path and problem."""
    (tmp_path / "keys").write_bytes(b"")
    with pytest.raises(StoreRefused) as caught:
        MasterKey.load(tmp_path / "keys" / "master.key", data)
    assert caught.value.code == "folder_refused"
    assert caught.value.data["problem"]


def test_a_wrapped_key_opens_in_its_place_only(key_file: Path, data: Path) -> None:
    """Another context, another master key, or one changed bit anywhere opens nothing."""
    key = MasterKey.load(key_file, data)
    wrapped = key.wrap(b"k" * 32, b"asset:1")
    assert b"k" * 8 not in wrapped
    changed = [bytes(byte ^ (at == place) for place, byte in enumerate(wrapped)) for at in range(len(wrapped))]
    for tried in [*changed, wrapped[:-1], wrapped[:12], b""]:
        with pytest.raises(KeyRefused, match="key_does_not_open"):
            key.unwrap(tried, b"asset:1")
    for other, context in ((key, b"asset:2"), (MasterKey(b"o" * 32), b"asset:1")):
        with pytest.raises(KeyRefused, match="key_does_not_open"):
            other.unwrap(wrapped, context)
    assert key.wrap(b"k" * 32, b"asset:1") != wrapped


def test_keys_for_purposes_differ(key_file: Path, data: Path) -> None:
    """A derived key is always the same for one purpose, and another for another."""
    key = MasterKey.load(key_file, data)
    assert key.derive(b"presses") == key.derive(b"presses")
    assert key.derive(b"presses") != key.derive(b"fingerprint")


def test_a_receipt_key_is_made_once(tmp_path: Path) -> None:
    """It is made, kept closed, and the same at the next start; its name is short."""
    file = tmp_path / "keys" / "receipt.key"
    first = ReceiptKey.load(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert ReceiptKey.load(file).public_key() == first.public_key()
    assert first.fingerprint() == ReceiptKey.load(file).fingerprint()
    assert len(first.fingerprint()) == 16
    file.chmod(0o644)
    with pytest.raises(KeyRefused, match="key_readable_by_others"):
        ReceiptKey.load(file)


def test_a_signature_needs_the_key(tmp_path: Path) -> None:
    """Text under another key's signature is no receipt of that key."""
    ours, theirs = ReceiptKey.load(tmp_path / "ours.key"), ReceiptKey.load(tmp_path / "theirs.key")
    body = f'{{"public_key":"{ours.public_key()}","receipt":"R","video":"#1","erased_at":"now"}}'
    whole = {"body": body, "signature": ours.sign(body)}
    assert verify(json.dumps(whole)).public_key == ours.public_key()
    with pytest.raises(BadReceipt, match="receipt_changed"):
        verify(json.dumps(whole | {"signature": theirs.sign(body)}))
