"""A real S3 of our own: SeaweedFS on a folder, with a bucket that may keep versions."""

import contextlib
import hmac
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import pytest

BUCKET, REGION = "videos", "us-east-1"
KEY, SECRET = "hushreel-tests", "not-a-secret-of-anybody"
READY_WITHIN_S = 60
_PROGRAM = "HUSHREEL_WEED"
_MISSING = "weed is missing: make dev brings it on x86-64, elsewhere HUSHREEL_WEED names a SeaweedFS 4.48"
_TMP = Path("/tmp")  # where the server puts them, whatever TMPDIR says
_PARTS = ("master", "volume", "filer", "s3")
_NAMESPACE = "{http://s3.amazonaws.com/doc/2006-03-01/}"


@dataclass(frozen=True)
class Version:
    """One thing that a versioned bucket keeps: older bytes, or the mark that something was deleted."""

    name: str
    id: str
    latest: bool
    marker: bool


@dataclass(frozen=True)
class ObjectStoreServer:
    """A running S3. `folder` holds all its files."""

    endpoint: str
    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def settings(self) -> dict[str, str]:
        """What a house is told to keep its sealed bytes here: HUSHREEL_* without the prefix."""
        return {
            "STORAGE_URL": f"s3://{BUCKET}",
            "STORAGE_ENDPOINT": self.endpoint,
            "STORAGE_REGION": REGION,
            "STORAGE_KEY": KEY,
            "STORAGE_SECRET": SECRET,
        }

    def files(self) -> Sequence[Path]:
        """Give every file of the server's own: all versions, deleted ones, metadata and its log are in them."""
        return [path for path in sorted(self.folder.rglob("*")) if path.is_file()]

    def make(self, bucket: str, *, versioned: bool) -> None:
        """Make a bucket."""
        self.ask("PUT", f"/{bucket}")
        if versioned:
            self.ask(
                "PUT",
                f"/{bucket}",
                {"versioning": ""},
                b"<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
            )

    def versions(self, bucket: str = BUCKET) -> Sequence[Version]:
        """List what a bucket keeps, current or not."""
        found: list[Version] = []
        more: dict[str, str] | None = {}
        while more is not None:
            page = ET.fromstring(self.ask("GET", f"/{bucket}", {"versions": "", **more}))  # noqa: S314 -- ours
            found += [_version(one) for kind in ("Version", "DeleteMarker") for one in page.findall(_NAMESPACE + kind)]
            more = {"key-marker": _text(page, "NextKeyMarker"), "version-id-marker": _text(page, "NextVersionIdMarker")}
            if _text(page, "IsTruncated") != "true":
                more = None
        return found

    def uploads(self, bucket: str = BUCKET) -> Sequence[str]:
        """List the names of which parts lie there that nobody completed."""
        page = ET.fromstring(self.ask("GET", f"/{bucket}", {"uploads": ""}))  # noqa: S314 -- ours
        return [_text(one, "Key") for one in page.findall(f"{_NAMESPACE}Upload")]

    def content(self, name: str, version: str, bucket: str = BUCKET) -> bytes:
        """Give the bytes of one version."""
        return self.ask("GET", f"/{bucket}/{name}", {"versionId": version})

    def ask(self, method: str, path: str, query: Mapping[str, str] | None = None, body: bytes = b"") -> bytes:
        """Send one signed request. Raises HTTPError for a refusal."""
        return _asked(self.endpoint, method, path, query or {}, body)


@contextmanager
def serving(folder: Path, *, versioned: bool = True) -> Iterator[ObjectStoreServer]:
    """Run an S3 on a folder, with the bucket BUCKET in it, for the length of a block."""
    with _running(folder) as server:
        server.make(BUCKET, versioned=versioned)
        yield server


@contextmanager
def _running(folder: Path) -> Iterator[ObjectStoreServer]:
    weed = Path(os.environ.get(_PROGRAM) or Path(sys.executable).with_name("weed"))
    if not weed.is_file():
        pytest.skip(_MISSING)
    data = folder / "data"
    data.mkdir(parents=True)
    people = folder / "people.json"
    people.write_text(json.dumps(_people()))
    ports = dict(zip(_PARTS, _free(len(_PARTS)), strict=True))
    inner = dict(zip(_PARTS, _free(len(_PARTS)), strict=True))
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [str(weed), "-logtostderr=true", "server", *_options(folder, ports, inner)],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        server = ObjectStoreServer(f"http://127.0.0.1:{ports['s3']}", folder, process)
        _wait(server)
        yield server
    finally:
        process.kill()
        process.wait()
        for part, port in inner.items():
            (_TMP / f"seaweedfs-{part}-grpc-{port}.sock").unlink(missing_ok=True)


def _options(folder: Path, ports: Mapping[str, int], inner: Mapping[str, int]) -> list[str]:
    return [
        f"-dir={folder / 'data'}",
        "-ip=127.0.0.1",
        "-ip.bind=127.0.0.1",
        "-filer",
        "-s3",
        *(f"-{part}.port={port}" for part, port in ports.items()),
        *(f"-{part}.port.grpc={port}" for part, port in inner.items()),
        "-master.telemetry=false",
        "-master.volumeSizeLimitMB=64",
        "-volume.max=40",
        "-volume.preStopSeconds=0",
        f"-filer.localSocket={folder / 'filer.sock'}",
        f"-s3.localSocket={folder / 's3.sock'}",
        f"-s3.config={folder / 'people.json'}",
        "-s3.port.iceberg=0",
        "-s3.port.lance=0",
    ]


def _people() -> dict[str, object]:
    rights = ["Admin", "Read", "Write", "List", "Tagging"]
    return {"identities": [{"name": KEY, "credentials": [{"accessKey": KEY, "secretKey": SECRET}], "actions": rights}]}


def _free(count: int) -> list[int]:
    with contextlib.ExitStack() as closing:
        found = [closing.enter_context(socket.socket()) for _ in range(count)]
        for one in found:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in found]


def _wait(server: ObjectStoreServer) -> None:
    until = time.monotonic() + READY_WITHIN_S
    while True:
        if server.process.poll() is not None:
            raise AssertionError((server.folder / "log.txt").read_text("utf-8")[-2000:])
        try:
            server.ask("GET", "/")
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < until, (server.folder / "log.txt").read_text("utf-8")[-2000:]
            time.sleep(0.05)
        else:
            return


def _asked(endpoint: str, method: str, path: str, query: Mapping[str, str], body: bytes) -> bytes:
    """Sign a request as AWS Signature Version 4 has it, and send it."""
    host, at = urlsplit(endpoint).netloc, f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    line = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in sorted(query.items()))
    digest = sha256(body).hexdigest()
    headers = {"host": host, "x-amz-content-sha256": digest, "x-amz-date": at}
    names = ";".join(headers)
    canonical = [method, quote(path), line, *(f"{name}:{value}" for name, value in headers.items()), "", names, digest]
    scope = f"{at[:8]}/{REGION}/s3/aws4_request"
    signed = "\n".join(["AWS4-HMAC-SHA256", at, scope, sha256("\n".join(canonical).encode()).hexdigest()])
    key = f"AWS4{SECRET}".encode()
    for part in (*scope.split("/"), signed):
        key = hmac.digest(key, part.encode(), "sha256")
    headers["Authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={KEY}/{scope}, SignedHeaders={names}, Signature={key.hex()}"
    )
    address = f"{endpoint}{quote(path)}?{line}"
    request = urllib.request.Request(address, body or None, headers, method=method)  # noqa: S310 -- ours, on loopback
    with urllib.request.urlopen(request) as answer:  # noqa: S310 -- as above
        return bytes(answer.read())


def _version(found: ET.Element) -> Version:
    marker = found.tag.endswith("DeleteMarker")
    return Version(_text(found, "Key"), _text(found, "VersionId"), _text(found, "IsLatest") == "true", marker)


def _text(found: ET.Element, name: str) -> str:
    return found.findtext(_NAMESPACE + name) or ""
