"""The search through what left finds all that is planted there, however it is written; nothing in what may leave."""

import json
import zlib
from base64 import b64encode, urlsafe_b64encode
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image

from core.generators.kling.pictures import fit
from core.work import Memory, Work
from tests.fakes.kling_wire.account import KEYS, SECRET_KEY
from tests.fakes.kling_wire.server import KlingWire, Seen
from tests.fakes.time import FakeClock
from tests.left import LEAST_BYTES, Kept, at_kling, found_in, ids_in, named, number, of_house, of_picture, words
from tests.parts import Parts
from tests.service import Service
from tests.wire.pictures import GPS_IFD, taken_somewhere

CAMERA = "a camera that nobody else has"
ACCOUNT, NAME, VIDEO = 7_100_000_001, "wilhelmina_okonkwo", UUID("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")
PICTURE = taken_somewhere(CAMERA)
HEADERS = {"Authorization": "Bearer of.a.token", "User-Agent": "hushreel", "Host": "127.0.0.1:41234"}


def asked(body: bytes, path: str = "/v1/videos/image2video", **headers: str) -> KlingWire:
    """Give a Kling to which one request came."""
    wire = KlingWire(FakeClock())
    wire.seen.append(Seen("POST", path, {**HEADERS, **headers}, body))
    return wire


def order(picture: bytes, prompt: str = "a calm sea") -> bytes:
    """Write an order as Kling takes it."""
    return json.dumps({"prompt": prompt, "image": b64encode(picture).decode(), "external_task_id": str(VIDEO)}).encode()


def clean() -> bytes:
    """Give the pixels of the picture as they leave."""
    return fit(Work({}, (Memory.of(PICTURE),)), lambda _: None).parts["picture"].read()


def with_comment(said: bytes) -> bytes:
    """Write those pixels with words beside them."""
    out = BytesIO()
    with Image.open(BytesIO(clean())) as picture:
        picture.save(out, "JPEG", comment=said)
    return out.getvalue()


PLANTED = {
    "words": asked(order(clean(), f"for {NAME}")),
    "words in another case": asked(order(clean(), NAME.title())),
    "hexadecimal": asked(order(clean(), NAME.encode().hex())),
    "address": asked(b"{}", f"/v1/videos/{NAME}"),
    "escaped address": asked(b"{}", "/v1/videos/wilhelmina%5Fokonkwo"),
    "header": asked(b"{}", referer=NAME),
    "token": asked(b"{}", Authorization=f"Bearer x.{urlsafe_b64encode(NAME.encode()).decode().rstrip('=')}.z"),
    "picture": asked(order(with_comment(NAME.encode()))),
    "picture, wide letters": asked(order(with_comment(NAME.encode("utf-16-le")))),
    "picture, base64 again": asked(order(with_comment(b64encode(b"by " + NAME.encode())))),
    "deflated": asked(order(zlib.compress(b"by " + NAME.encode()))),
}
"""A name of somebody, where it could have got to."""


def house(folder: Path) -> Service:
    """Give a service that never started."""
    return Service(folder / "house", {**KEYS["legacy"], "OPERATOR_NAME": "Ada Operator"})


def everything(folder: Path) -> Kept:
    """Give all sorts of what must not leave."""
    kept = {**named(name=NAME), **of_picture(PICTURE), **of_house(house(folder)), "account": number(ACCOUNT)}
    return {**kept, "video": words(VIDEO.hex)}


def test_pixels_and_words_are_nothing_that_must_not_leave(tmp_path: Path) -> None:
    """An order with the picture as it leaves, under an id of its own, holds none of it; the words in it are found."""
    left = at_kling(asked(order(clean())))
    assert found_in(left, everything(tmp_path)) == set()
    assert {where for _, where in found_in(left, named(words="a calm sea"))} == {"POST /v1/videos/image2video"}


@pytest.mark.parametrize("where", PLANTED)
def test_a_name_is_found_wherever_it_stands(where: str, tmp_path: Path) -> None:
    """In words, addresses, headers and tokens, beside pixels and packed."""
    assert {what for what, _ in found_in(at_kling(PLANTED[where]), everything(tmp_path))} == {"name"}


def test_each_trace_of_a_photo_is_found(tmp_path: Path) -> None:
    """The whole file has all of them; one that only kept its place is found by its place."""
    whole = {what for what, _ in found_in(at_kling(asked(order(PICTURE))), of_picture(PICTURE))}
    assert whole == of_picture(PICTURE).keys()
    out = BytesIO()
    with Image.open(BytesIO(clean())) as picture, Image.open(BytesIO(PICTURE)) as first:
        traces = Image.Exif()
        traces[GPS_IFD] = {2: first.getexif().get_ifd(GPS_IFD)[2]}
        picture.save(out, "JPEG", exif=traces)
    found = {what for what, _ in found_in(at_kling(asked(order(out.getvalue()))), everything(tmp_path))}
    assert {"Exif", "Exif, 0x2"} <= found


def test_what_is_the_houses_is_found(tmp_path: Path) -> None:
    """Accounts in every form, keys and their names, folders, platforms."""
    for planted, what in (
        (str(ACCOUNT).encode(), "account"),
        (ACCOUNT.to_bytes(8, "little"), "account"),
        (SECRET_KEY.encode(), "setting KLING_SECRET_KEY"),
        (b"hushreel_kling_secret_key", "name of KLING_SECRET_KEY"),
        (str(tmp_path / "house" / "data").encode(), "folder"),
        (b"https://cdn.discordapp.com/", "discord"),
    ):
        assert what in {one for one, _ in found_in(at_kling(asked(planted)), everything(tmp_path))}


async def test_every_id_of_a_house_is_kept_but_those_of_orders(parts: Parts) -> None:
    """A person's own is among them, in each way in which ids are written."""
    viewer = await parts.person()
    assert viewer.person
    kept = ids_in(parts.folder)
    for written in (str(viewer.person), viewer.person.hex, viewer.person.bytes.hex().upper()):
        assert found_in(at_kling(asked(written.encode())), kept)
    assert not [one for one in kept if "external_id" in one]


def test_what_is_too_short_to_be_searched_for_is_refused() -> None:
    """It would be in any picture."""
    with pytest.raises(ValueError, match="ada"):
        words("ada")
    assert LEAST_BYTES > 3
