"""Checks a graph as ComfyUI's validate_prompt does: the error, and the errors of each node, or nothing."""

from pathlib import Path
from typing import Any

from tests.fakes.comfyui_wire.classes import NodeClass

Refused = tuple[dict[str, Any], dict[str, Any]]
_LINK = 2


def refused(graph: Any, classes: dict[str, NodeClass], inputs: Path) -> Refused | None:
    """Say what is wrong with a graph: an error and node_errors."""
    for node_id, node in graph.items():
        name = node.get("class_type")
        if name is None or name not in classes:
            extra = {"node_id": node_id, "class_type": name, "node_title": name}
            message = f"Node '{name}' not found. The custom node may not be installed."
            return _error("missing_node_type", message, f"Node ID '#{node_id}'", extra), {}
    outputs = [node_id for node_id, node in graph.items() if classes[node["class_type"]].is_output]
    if not outputs:
        return _error("prompt_no_outputs", "Prompt has no outputs", "", {}), {}
    found = {node_id: _node_errors(graph, node, classes, inputs) for node_id, node in graph.items()}
    wrong = {
        node_id: {"errors": errors, "dependent_outputs": outputs, "class_type": graph[node_id]["class_type"]}
        for node_id, errors in found.items()
        if errors
    }
    if wrong:
        return _error("prompt_outputs_failed_validation", "Prompt outputs failed validation", "", {}), wrong
    return None


def _node_errors(
    graph: dict[str, Any], node: dict[str, Any], classes: dict[str, NodeClass], inputs: Path
) -> list[dict[str, Any]]:
    known = classes[node["class_type"]]
    given = node.get("inputs", {})
    errors = []
    for name, (kind, limits) in {**known.required, **known.optional}.items():
        if name not in given:
            if name in known.required:
                errors.append(_error("required_input_missing", "Required input is missing", name, {"input_name": name}))
        else:
            errors += (
                _wrong_link(name, given[name], kind, graph, classes)
                if isinstance(given[name], list)
                else _wrong(name, given[name], kind, limits)
            )
    if node["class_type"] == "LoadImage" and not errors and not (inputs / str(given["image"])).is_file():
        details = f"image - Invalid image file: {given['image']}"
        extra = {"input_name": "image"}
        errors.append(_error("custom_validation_failed", "Custom validation failed for node", details, extra))
    return errors


def _wrong(name: str, value: Any, kind: Any, limits: dict[str, Any]) -> list[dict[str, Any]]:
    extra = {"input_name": name, "received_value": value}
    choices = limits.get("options") if kind == "COMBO" else kind if isinstance(kind, list) else None
    if choices is not None:
        lacks = value not in choices
        return [_error("value_not_in_list", "Value not in list", f"{name}: '{value}' not in list", extra)] * lacks
    if kind in {"INT", "FLOAT"} and (isinstance(value, bool) or not isinstance(value, int | float)):
        return [_error("invalid_input_type", "Failed to convert an input value", name, extra)]
    if "min" in limits and value < limits["min"]:
        return [_error("value_smaller_than_min", f"Value {value} smaller than min", name, extra)]
    if "max" in limits and value > limits["max"]:
        return [_error("value_bigger_than_max", f"Value {value} bigger than max", name, extra)]
    return []


def _wrong_link(
    name: str, value: list[Any], kind: Any, graph: dict[str, Any], classes: dict[str, NodeClass]
) -> list[dict[str, Any]]:
    extra = {"input_name": name}
    if len(value) != _LINK or value[0] not in graph:
        return [_error("bad_linked_input", "Bad linked input, must be a length-2 list", name, extra)]
    gives = classes[graph[value[0]]["class_type"]].gives
    if value[1] >= len(gives) or gives[value[1]] != kind:
        return [_error("return_type_mismatch", "Return type mismatch between linked nodes", name, extra)]
    return []


def _error(kind: str, message: str, details: str, extra: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "message": message, "details": details, "extra_info": extra}
