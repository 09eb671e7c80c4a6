"""What ComfyUI says when it refuses a graph (execution.py, validate_prompt): an error, and errors by node."""

from typing import Any

from core.errors import Declined
from core.generation.declined import GENERATOR_UNREADY, INPUT_DECLINED, MODEL_MISSING, REQUEST_DECLINED
from core.generators.comfyui.wire import Answer

PICTURES = frozenset({"LoadImage", "LoadImageOutput", "LoadImageMask"})
CODES = {
    "value_not_in_list": MODEL_MISSING,
    "value_smaller_than_min": REQUEST_DECLINED,
    "value_bigger_than_max": REQUEST_DECLINED,
    "invalid_input_type": REQUEST_DECLINED,
}
"""What ComfyUI's codes mean to us; with any other one the workflow itself is wrong."""

_MOST_LETTERS = 80


def declined_by(answer: Answer) -> Declined:
    """Make the error of a refusal; its data names the node class, the input and ComfyUI's own code, never its words."""
    told = answer.json()
    node, error = _first(told)
    data = {"status": answer.status, "node": node, **error}
    code = INPUT_DECLINED if node in PICTURES else CODES.get(error["error"], GENERATOR_UNREADY)
    return Declined(code, **data)


def _first(told: Any) -> tuple[str, dict[str, str]]:
    """Find the first node that is told of, and what is wrong with it."""
    nodes = told.get("node_errors") if isinstance(told, dict) else None
    for one in nodes.values() if isinstance(nodes, dict) else ():
        if isinstance(one, dict) and isinstance(one.get("errors"), list) and one["errors"]:
            return _short(one.get("class_type")), _facts(one["errors"][0])
    error = told.get("error") if isinstance(told, dict) else None
    extra = error.get("extra_info") if isinstance(error, dict) else None
    return _short(extra.get("class_type") if isinstance(extra, dict) else ""), _facts(error)


def _facts(error: Any) -> dict[str, str]:
    if not isinstance(error, dict):
        return {"error": _short(error), "input": ""}
    extra = error.get("extra_info")
    put = extra.get("input_name") if isinstance(extra, dict) else ""
    return {"error": _short(error.get("type")), "input": _short(put)}


def _short(told: Any) -> str:
    return str(told or "")[:_MOST_LETTERS]
