"""Reads the credentials of a video or picture as anybody's reader of C2PA does."""

import json
from io import BytesIO
from typing import Any

import c2pa

from core.generation.origin import Origin


def read(content: bytes, media_type: str = "video/mp4", anchor: str = "") -> dict[str, Any]:
    """Read credentials, trusting the certificate `anchor` (PEM); {} where none can be read. Asks nobody."""
    trusted = {"trust": {"trust_anchors": anchor}} if anchor else {}
    settings = {"verify": {"remote_manifest_fetch": False, "verify_trust": True}, **trusted}
    try:
        with c2pa.Reader(media_type, BytesIO(content), context=c2pa.Context.from_dict(settings)) as reader:
            found: dict[str, Any] = json.loads(reader.json())
    except c2pa.C2paError:
        return {}
    return found


def origin_told(content: bytes, media_type: str = "video/mp4") -> Origin | None:
    """Give what intact credentials say that a video is made of; None where they are broken or missing."""
    found = read(content, media_type)
    if found.get("validation_state") not in {"Valid", "Trusted"}:
        return None
    assertions = found["manifests"][found["active_manifest"]]["assertions"]
    (created,) = [action for one in assertions for action in one["data"].get("actions", ())]
    return next(one for one in Origin if one.uri == created["digitalSourceType"])


def flipped(content: bytes, at: int) -> bytes:
    """Change one bit of one byte."""
    changed = bytearray(content)
    changed[at] ^= 1
    return bytes(changed)
