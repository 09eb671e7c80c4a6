"""Where sealed bytes lie: settings, what a store that refuses is told as, and what people are told of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bots.settings import Settings, keep_out, load
from bots.texts.lookup import Texts
from bots.texts.operator import sentence
from bots.texts.say import Say
from bots.wiring.doctor.storage import storage
from bots.wiring.promises import policy_facts
from bots.wiring.storing import opened, place_of
from core.erasure.closed import BEYOND_US, OLDER_VERSIONS, beyond_us
from core.erasure.receipts import Issuer
from core.errors import BadSetting, KeyRefused, StoreRefused
from core.storage.keys import MasterKey, ReceiptKey
from core.storage.places import BucketPlace, FolderPlace, Habits
from core.storage.probing import probe
from knowledge.answers import answer
from knowledge.clauses import render_paper
from knowledge.facts import PolicyFacts, VideoFacts
from tests.doctoring import codes, patient
from tests.fakes.time import FakeClock, SeededIds

BUCKET = {
    "STORAGE_URL": "s3://videos/house",
    "STORAGE_ENDPOINT": "https://s3.example.org",
    "STORAGE_KEY": "the-key-id",
    "STORAGE_SECRET": "hush-hush",
}
LANGUAGES = ("en", "es", "pt", "zh", "ru")


def read(folder: Path, **given: str) -> Settings:
    """Read settings as a start in `folder` would."""
    return load({"XDG_DATA_HOME": str(folder), **{f"HUSHREEL_{name}": value for name, value in given.items()}}, folder)


def refused(folder: Path, **given: str) -> BadSetting:
    """Give the error that settings are refused with."""
    with pytest.raises(BadSetting) as refusal:
        read(folder, **given)
    return refusal.value


def test_without_an_address_they_lie_in_the_data_folder(tmp_path: Path) -> None:
    """As ever; and a folder can be named, with what its name needs."""
    assert place_of(read(tmp_path)) == FolderPlace(tmp_path / "hushreel" / "data" / "blobs")
    assert place_of(read(tmp_path, STORAGE_URL="file:///mnt/my%20videos")) == FolderPlace(Path("/mnt/my videos"))


def test_a_bucket_has_a_prefix_a_host_and_keys_that_never_show(tmp_path: Path) -> None:
    """What is printed of a place names neither key nor secret; Amazon's own address follows from the region."""
    place = place_of(read(tmp_path, **BUCKET))
    assert isinstance(place, BucketPlace)
    assert (str(place), place.bucket, place.prefix, place.host) == (
        "s3://videos/house",
        "videos",
        "house",
        "s3.example.org",
    )
    for text in (repr(place), str(place), repr(read(tmp_path, **BUCKET))):
        assert "hush-hush" not in text
        assert "the-key-id" not in text
    amazon = {name: value for name, value in BUCKET.items() if name != "STORAGE_ENDPOINT"}
    there = place_of(read(tmp_path, **amazon, STORAGE_REGION="eu-central-1"))
    assert isinstance(there, BucketPlace)
    assert (there.endpoint, there.region) == ("https://s3.eu-central-1.amazonaws.com", "eu-central-1")


@pytest.mark.parametrize("url", ["s3://", "s3:///prefix", "s3://Up_per", "file://host/folder", "ftp://x", "/folder"])
def test_an_address_that_is_none_is_refused_with_an_example(tmp_path: Path, url: str) -> None:
    """The mend shows both forms."""
    error = refused(tmp_path, **{**BUCKET, "STORAGE_URL": url})
    assert (error.code, error.data["setting"]) == ("setting_malformed", "HUSHREEL_STORAGE_URL")
    assert "s3://bucket" in sentence(error)


@pytest.mark.parametrize("endpoint", ["http://s3.example.org", "s3.example.org", "https://key:secret@s3.example.org"])
def test_sealed_bytes_travel_in_the_open_on_this_machine_alone(tmp_path: Path, endpoint: str) -> None:
    """Elsewhere it is https, and no secret stands in an address."""
    assert refused(tmp_path, **{**BUCKET, "STORAGE_ENDPOINT": endpoint}).code == "setting_malformed"
    assert read(tmp_path, **{**BUCKET, "STORAGE_ENDPOINT": "http://127.0.0.1:9000"}).storage_host == "127.0.0.1"


@pytest.mark.parametrize(
    ("without", "setting", "other"),
    [
        ("STORAGE_URL", "HUSHREEL_STORAGE_ENDPOINT", "HUSHREEL_STORAGE_URL"),
        ("STORAGE_KEY", "HUSHREEL_STORAGE_URL", "HUSHREEL_STORAGE_KEY"),
        ("STORAGE_SECRET", "HUSHREEL_STORAGE_URL", "HUSHREEL_STORAGE_SECRET"),
        ("STORAGE_ENDPOINT", "HUSHREEL_STORAGE_URL", "HUSHREEL_STORAGE_ENDPOINT"),
    ],
)
def test_half_a_bucket_is_refused(tmp_path: Path, without: str, setting: str, other: str) -> None:
    """What one needs of the other is named."""
    error = refused(tmp_path, **{name: value for name, value in BUCKET.items() if name != without})
    assert (error.code, error.data["setting"], error.data["other"]) == ("setting_lacks", setting, other)


def test_a_key_never_lies_with_what_it_opens(tmp_path: Path) -> None:
    """A folder of sealed bytes that holds the master key is refused."""
    with pytest.raises(KeyRefused, match="key_inside_data"):
        place_of(read(tmp_path, STORAGE_URL=f"file://{tmp_path}/hushreel"))


def test_settings_of_others_are_taken_out_of_the_environment() -> None:
    """AWS_* go, and nothing else does."""
    environ = {"AWS_ENDPOINT_URL": "x", "AWS_SESSION_TOKEN": "y", "PATH": "z"}
    keep_out(environ)
    assert environ == {"PATH": "z"}


async def test_a_folder_needs_no_trying(tmp_path: Path) -> None:
    """It is opened as ever, and keeps no versions."""
    folder = tmp_path / "blobs"
    folder.mkdir()
    settings = read(tmp_path, STORAGE_URL=f"file://{folder}")
    stored = await opened(settings, key_in(tmp_path), FakeClock())
    assert not stored.habits.keeps_versions
    assert codes(storage, patient(tmp_path, STORAGE_URL=f"file://{folder}")) == []


def key_in(folder: Path) -> MasterKey:
    """Make a key of the test's own."""
    (folder / "data").mkdir()
    return MasterKey.load(folder / "keys" / "master.key", folder / "data")


@contextmanager
def answering(status: int, code: str) -> Iterator[str]:
    """A store that refuses everything alike; gives its address."""

    class Refuses(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<Error><Code>{code}</Code><Message>hush-hush</Message></Error>".encode() if code else b""
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_PUT = do_GET  # noqa: N815 - as the library wants it

        def log_message(self, *_: object) -> None:
            """Nothing to tell."""

    server = HTTPServer(("127.0.0.1", 0), Refuses)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "code", "told", "mend"),
    [
        (404, "NoSuchBucket", "bucket_missing", "HUSHREEL_STORAGE_URL"),
        (403, "InvalidAccessKeyId", "bucket_key_refused", "HUSHREEL_STORAGE_KEY"),
        (403, "SignatureDoesNotMatch", "bucket_key_refused", "HUSHREEL_STORAGE_SECRET"),
        (403, "AccessDenied", "bucket_rights_missing", "Allow it"),
        (403, "RequestTimeTooSkewed", "bucket_clock_off", "timedatectl"),
        (301, "PermanentRedirect", "bucket_region_other", "HUSHREEL_STORAGE_REGION"),
        (403, "", "bucket_key_refused", "HUSHREEL_STORAGE_KEY"),
        (400, "SomethingNew", "bucket_refused", "SomethingNew"),
    ],
)
def test_each_refusal_has_its_own_mend(tmp_path: Path, status: int, code: str, told: str, mend: str) -> None:
    """By the store's own code, at a start and by the doctor; nothing else of its answer is repeated, and no secret."""
    with answering(status, code) as address:
        given = {**BUCKET, "STORAGE_ENDPOINT": address}
        place = place_of(read(tmp_path, **given))
        assert isinstance(place, BucketPlace)
        with pytest.raises(StoreRefused) as refusal:
            probe(place, key_in(tmp_path), FakeClock(), claim=True)
        assert refusal.value.code == told
        assert mend in sentence(refusal.value)
        assert "hush-hush" not in sentence(refusal.value) + repr(refusal.value.data)
        assert codes(storage, patient(tmp_path, **given)) == [told]


def test_a_receipt_tells_of_older_versions_where_they_are_kept(tmp_path: Path) -> None:
    """And only there; the item has words in every language."""
    key = ReceiptKey.load(tmp_path / "receipt.key")
    for kept in (False, True):
        issuer = Issuer(key, FakeClock(), SeededIds(), habits=Habits(keeps_versions=kept))
        assert list(beyond_us(issuer)) == [*BEYOND_US, *([OLDER_VERSIONS] if kept else [])]
    for language in LANGUAGES:
        assert Texts().say(language, Say(f"recall-{OLDER_VERSIONS.what}"), str)


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_are_told_where_the_sealed_bytes_lie(tmp_path: Path, language: str) -> None:
    """With a bucket the policy and the answers name its host, and don't say that nothing else leaves the machine."""
    here = PolicyFacts("Ada", "ada@example.org")
    there = policy_facts(read(tmp_path, **BUCKET, OPERATOR_NAME="Ada", OPERATOR_CONTACT="ada@example.org"))
    assert (here.storage, there.storage) == ("", "s3.example.org")
    texts = {
        name: {one.section: one.text for one in render_paper("hushreel-privacy", policy, language)}
        for name, policy in (("here", here), ("there", there))
    }
    assert "4.7" not in texts["here"]
    assert "s3.example.org" in texts["there"]["4.7"]
    assert "4.7" in texts["there"]["3.2"]
    assert "4.7" not in texts["here"]["3.2"]
    asked = dict(
        zip(LANGUAGES, ("is it private?", "¿es privado?", "é privado?", "这是私密的吗", "это приватно?"), strict=True)
    )
    for policy, named in ((there, True), (here, False)):
        said = answer(asked[language], video=VideoFacts(1, "Beach"), policy=policy, now_ms=0, lang=language)
        assert ("s3.example.org" in said.text) is named
