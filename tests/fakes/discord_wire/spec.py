"""Checks requests against Discord's own OpenAPI document, where that lies beside the project."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.fakes.discord_wire.refusals import Json

BESIDE = Path(__file__).parents[4] / "shared" / "specs" / "discord-openapi.json"
_ROOT = "urn:discord"
_CODED = {"/": "~1", "~": "~0"}


class Spec:
    """The document, ready to judge."""

    def __init__(self, document: Json) -> None:
        """Take the document; ids may be integers too, since discord.py sends some."""
        document["components"]["schemas"]["SnowflakeType"] = {"type": ["string", "integer"]}
        self._paths: Json = document["paths"]
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource(_ROOT, resource)
        self._routes = sorted(
            ((re.compile(re.sub(r"\\\{.+?\\\}", "[^/]+", re.escape(path))), path) for path in self._paths),
            key=lambda route: route[1].count("{"),
        )
        self._validators: dict[str, Draft202012Validator] = {}

    def wrong_with(self, method: str, path: str, query: Mapping[str, str], body: object | None) -> str | None:
        """Say what the document refuses about a request (`path` after /api/v10), or None."""
        template = next((path_ for route, path_ in self._routes if route.fullmatch(path)), None)
        if template is None or method.lower() not in self._paths[template]:
            return f"{method} {path} is not in the specification"
        operation = self._paths[template][method.lower()]
        for name, value in query.items():
            wrong = self._wrong_parameter(operation, name, value)
            if wrong:
                return wrong
        if "requestBody" not in operation:
            return None if body is None else f"{method} {template} takes no body"
        if body is None:
            return f"{method} {template} needs a body" if operation["requestBody"].get("required") else None
        error = best_match(self._validator(template, method.lower()).iter_errors(body))
        return None if error is None else f"{error.json_path}: {error.message[:300]}"

    def _validator(self, template: str, method: str) -> Draft202012Validator:
        coded = "".join(_CODED.get(letter, letter) for letter in template)
        pointer = f"{_ROOT}#/paths/{coded}/{method}/requestBody/content/application~1json/schema".replace(
            "{", "%7B"
        ).replace("}", "%7D")
        if pointer not in self._validators:
            self._validators[pointer] = Draft202012Validator({"$ref": pointer}, registry=self._registry)
        return self._validators[pointer]

    def _wrong_parameter(self, operation: Json, name: str, value: str) -> str | None:
        known = {one["name"]: one for one in operation.get("parameters", []) if one.get("in") == "query"}
        if name not in known:
            return f"query parameter {name} is not in the specification"
        schema = known[name].get("schema", {})
        if schema.get("type") == "boolean" and value.lower() not in {"0", "1", "true", "false"}:
            return f"query parameter {name} is no boolean: {value}"
        if schema.get("type") == "integer" and not value.lstrip("-").isdigit():
            return f"query parameter {name} is no integer: {value}"
        return None


@cache
def beside() -> Spec | None:
    """Read the document once, None where ../shared isn't beside the project."""
    return Spec(json.loads(BESIDE.read_text("utf-8"))) if BESIDE.is_file() else None
