"""Builds what an interaction carries, as Discord's own apps do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.fakes.discord_wire.answers import Modal
from tests.fakes.discord_wire.limits import FILE_UPLOAD, LABEL, ROW, TEXT_SELECT, how_many
from tests.fakes.discord_wire.messages import Attachment
from tests.fakes.discord_wire.places import Channel, Guild, Role, User
from tests.fakes.discord_wire.refusals import Json
from tests.fakes.discord_wire.world import World

USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT = 6, 7, 8, 9, 11
_KINDS = {3: str, 4: int, 5: bool, 10: float}


@dataclass(frozen=True)
class Upload:
    """A file that somebody gives."""

    filename: str
    content: bytes
    content_type: str | None = None


Given = str | int | float | bool | Upload | User | Channel | Role


@dataclass
class Resolving:
    """Gathers what values stand for."""

    world: World
    channel: Channel
    guild: Guild | None

    def __post_init__(self) -> None:
        """Begin empty."""
        self.resolved: dict[str, Json] = {}

    def id_of(self, value: Any) -> str:
        """Note a thing in `resolved` and give its id."""
        if isinstance(value, Upload):
            value = self.uploaded(value)
        told = self._told(value)
        for part, payload in told.items():
            self.resolved.setdefault(part, {})[str(value.id)] = payload
        return str(value.id)

    def uploaded(self, given: Upload) -> Attachment:
        """Keep a file of a person, where only the bot gets its address."""
        folder = f"ephemeral-attachments/{self.channel.id}"
        identity = self.world.clock.snowflake()
        kept = Attachment(identity, given.filename, given.content, folder, content_type=given.content_type)
        self.world.hold([kept])
        return kept

    def _told(self, value: Attachment | User | Channel | Role) -> dict[str, Json]:
        if isinstance(value, Attachment):
            return {"attachments": value.payload(self.world.base, self.world.clock.now_ms)}
        if isinstance(value, User):
            told = {"users": value.payload}
            if self.guild is not None and value.id in self.guild.members:
                member = self.guild.member(value, self.guild.permissions(value.id, self.channel))
                told["members"] = {key: one for key, one in member.items() if key not in {"user", "deaf", "mute"}}
            return told
        if isinstance(value, Channel):
            return {"channels": value.payload(self.world.me.id) | {"permissions": "0"}}
        return {"roles": value.payload}


def options(command: Json, given: Mapping[str, Given], resolving: Resolving) -> list[Json]:
    """Write typed options. Raises LookupError and TypeError for what the command doesn't take."""
    known = {one["name"]: one for one in command.get("options") or []}
    missing = [name for name, one in known.items() if one.get("required") and name not in given]
    if missing:
        raise LookupError(f"/{command['name']} needs {missing}")
    found: list[Json] = []
    for name, value in given.items():
        if name not in known:
            raise LookupError(f"/{command['name']} has no option {name!r}, but {list(known)}")
        kind = known[name]["type"]
        if kind in _KINDS:
            if not isinstance(value, (_KINDS[kind], int)):
                raise TypeError(f"{name} is of type {kind}")
            picked = [one["value"] for one in known[name].get("choices") or [] if value in (one["name"], one["value"])]
            if known[name].get("choices") and not picked:
                raise LookupError(f"{name}: {value!r} is no choice")
            found.append({"name": name, "type": kind, "value": picked[0] if picked else value})
        else:
            found.append({"name": name, "type": kind, "value": resolving.id_of(value)})
    return found


def pressed(part: Json, values: Sequence[Any], resolving: Resolving) -> Json:
    """Write a press on a component, with what was picked."""
    data: Json = {"custom_id": part["custom_id"], "component_type": part["type"], "id": part.get("id", 1)}
    if part["type"] != 2:
        data["values"] = _picked(part, values, resolving)
        if resolving.resolved:
            data["resolved"] = resolving.resolved
    return data


def _picked(part: Json, values: Sequence[Any], resolving: Resolving) -> list[str]:
    if part["type"] != TEXT_SELECT:
        return [resolving.id_of(one) for one in values]
    found: list[str] = []
    for value in values:
        named = [one["value"] for one in part["options"] if value in (one["label"], one["value"])]
        if not named:
            raise LookupError(f"{value!r} is none of {[one['label'] for one in part['options']]}")
        found.append(named[0])
    return found


def submitted(modal: Modal, given: Mapping[str, Any], resolving: Resolving, *, forged: bool = False) -> Json:
    """Write a filled form; what isn't given stays as it was drawn. Raises LookupError for fields that aren't there."""
    filled = {modal.field(name)["custom_id"]: value for name, value in given.items()}
    parts: list[Json] = []
    for part in modal.data["components"]:
        if part["type"] == ROW:
            inner = [_filled(one, filled, resolving, forged=forged) for one in part["components"]]
            parts.append({"type": ROW, "id": part.get("id", 1), "components": inner})
        elif part["type"] == LABEL:
            one = _filled(part["component"], filled, resolving, forged=forged)
            parts.append({"type": LABEL, "id": part.get("id", 1), "component": one})
    data: Json = {"custom_id": modal.data["custom_id"], "components": parts}
    if resolving.resolved:
        data["resolved"] = resolving.resolved
    return data


def _filled(part: Json, filled: Mapping[str, Any], resolving: Resolving, *, forged: bool) -> Json:
    told: Json = {"type": part["type"], "id": part.get("id", 1), "custom_id": part["custom_id"]}
    value = filled.get(part["custom_id"])
    if part["type"] == FILE_UPLOAD:
        files = value or []
        least, most = how_many(part)
        least = least if part.get("required", True) else 0
        if not forged and not least <= len(files) <= most:
            raise ValueError(f"{part['custom_id']}: {len(files)} files")
        return told | {"values": [resolving.id_of(one) for one in files]}
    if part["type"] in {3, 5, 6, 7, 8}:
        drawn = [one["value"] for one in part.get("options") or [] if one.get("default")]
        if value is None:
            return told | {"values": drawn}
        picked = [value] if isinstance(value, str) or not isinstance(value, Sequence) else value
        return told | {"values": list(picked) if forged else _picked(part, picked, resolving)}
    text = str(part.get("value") or "") if value is None else str(value)
    if not forged and not (part.get("min_length") or 0) <= len(text) <= (part.get("max_length") or 4000):
        raise ValueError(f"{part['custom_id']}: {len(text)} characters")
    if not forged and part.get("required", True) and not text:
        raise ValueError(f"{part['custom_id']} is required")
    return told | {"value": text}
