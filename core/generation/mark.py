"""The worker's side of marking: the source type into each part, then content credentials over all of it, last.

Credentials are a C2PA manifest, embedded (C2PA specification 2.2): the action "created" with its digital source type,
who made it ("Hushreel" and its version), a hash of everything else in the file, and a signature by a one-time key. They
hold no name, no words and no time; the file's own id in them is random. Of an MP4 the hash leaves out what nobody sees:
the box "ftyp", and the credentials themselves.
"""

import json
from collections.abc import Mapping
from typing import BinaryIO

import c2pa

from core.generation.iptc import with_source_type
from core.work import Json, Memory, Product, Progress, Refusal, Work

OFFLINE: Mapping[str, Json] = {
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False, "verify_after_sign": False},
    "builder": {"thumbnail": {"enabled": False}},
}
"""Settings of the library: it asks nobody, and puts no small picture beside the signature."""

_INTACT = frozenset({"Valid", "Trusted"})
_ACTIONS = ("c2pa.actions.v2", "c2pa.actions")


def mark(work: Work, progress: Progress) -> Product:
    """Mark the inputs, in their order, as the parts that `names` says; parts and inputs are as many.

    Parameters: names, media_types ("video/mp4" or "image/jpeg"), uri (the digital source type; None takes that of the
    video `files[0]`, and gives no part where that tells none), version (of Hushreel), chain and key (PEM). What was
    marked is read back before it is given. Raises Refusal("marking_failed").
    """
    asked = work.parameters
    try:
        uri = asked["uri"] or told_in(work.files[0])
        if uri is None:
            return Product()
        parts = {}
        for number, (name, media_type) in enumerate(zip(asked["names"], asked["media_types"], strict=True)):
            with with_source_type(work.inputs[number], media_type, uri) as described:
                parts[name] = _signed(described, media_type, _manifest(uri, asked["version"]), asked)
            progress((number + 1) / len(asked["names"]))
    except c2pa.C2paError:
        raise Refusal("marking_failed") from None
    return Product(parts)


def told_in(video: BinaryIO) -> str | None:
    """Read the digital source type out of an MP4's credentials; None where it has none, or they are broken."""
    try:
        with c2pa.Reader("video/mp4", video, context=_context()) as reader:
            manifest = reader.get_active_manifest() if reader.get_validation_state() in _INTACT else None
    except c2pa.C2paError:
        return None
    for assertion in (manifest or {}).get("assertions", ()):
        for action in assertion["data"].get("actions", ()) if assertion["label"] in _ACTIONS else ():
            if uri := action.get("digitalSourceType"):
                return str(uri)
    return None


def _manifest(uri: str, version: str) -> str:
    created = {
        "action": "c2pa.created",
        "digitalSourceType": uri,
        "softwareAgent": {"name": "Hushreel", "version": version},
    }
    return json.dumps(
        {
            "claim_generator_info": [{"name": "Hushreel", "version": version}],
            "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [created]}}],
        }
    )


def _signed(described: Memory, media_type: str, manifest: str, asked: Mapping[str, Json]) -> Memory:
    info = c2pa.C2paSignerInfo("es256", asked["chain"].encode(), asked["key"].encode(), None)
    made = Memory.empty("signed")
    try:
        with (
            open(described.path, "rb") as source,  # noqa: PTH123 - a descriptor's name, not a path
            open(made.path, "r+b") as target,  # noqa: PTH123
            c2pa.Signer.from_info(info) as signer,
            c2pa.Builder(manifest, context=_context()) as builder,
        ):
            builder.sign(signer, media_type, source, target)
        _look(made, media_type)
    except BaseException:
        made.close()
        raise
    return made


def _look(made: Memory, media_type: str) -> None:
    """See that what was signed is intact."""
    with (
        open(made.path, "rb") as signed,  # noqa: PTH123 - as above
        c2pa.Reader(media_type, signed, context=_context()) as reader,
    ):
        if reader.get_validation_state() not in _INTACT:
            raise Refusal("marking_failed")


def _context() -> c2pa.Context:
    return c2pa.Context.from_dict(dict(OFFLINE))
