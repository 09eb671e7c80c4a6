"""Looks at what a workflow needs before it is used: its nodes are there, its models too, and none sends anything out.

ComfyUI has nodes that call services on the internet ("API nodes", "partner nodes", folder comfy_api_nodes); a workflow
with one of them would leave the house, and is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.errors import BadSetting
from core.generators.comfyui.template import SETTING, Template
from core.generators.comfyui.wire import Wire

NODE_MISSING = "comfyui_node_missing"
NODE_LEAVES = "comfyui_node_leaves"
MODEL_MISSING = "comfyui_model_missing"


@dataclass(frozen=True)
class Lack:
    """What keeps a workflow from being used: a code, and the name of the node class or model file."""

    code: str
    name: str

    def told(self, workflow: str) -> BadSetting:
        """Make the error that the operator reads."""
        if self.code == NODE_LEAVES:
            return BadSetting("comfyui_node_leaves", setting=SETTING, workflow=workflow, name=self.name)
        if self.code == MODEL_MISSING:
            return BadSetting("comfyui_model_missing", setting=SETTING, workflow=workflow, name=self.name)
        return BadSetting("comfyui_node_missing", setting=SETTING, workflow=workflow, name=self.name)


async def lack_of(template: Template, wire: Wire) -> Lack | None:
    """Ask ComfyUI about each node of a workflow; None where all is well. Raises Busy where it doesn't answer."""
    told: dict[str, Mapping[str, Any]] = {}
    for name in template.classes():
        found = await wire.node(name)
        if found is None:
            return Lack(NODE_MISSING, name)
        if found.get("api_node") or str(found.get("python_module", "")).split(".")[0] == "comfy_api_nodes":
            return Lack(NODE_LEAVES, name)
        told[name] = found
    for name, put, file in template.wanted():
        files = _choices(told[name], put)
        if files is not None and file not in files:
            return Lack(MODEL_MISSING, file)
    return None


def _choices(node: Mapping[str, Any], put: str) -> list[Any] | None:
    """Give what an input can be set to: a list, or "COMBO" with its options (both are in use); None for any other."""
    try:
        kind, *more = node["input"]["required"][put]
    except (KeyError, TypeError, ValueError):
        return None
    if isinstance(kind, list):
        return kind
    options = more[0].get("options") if kind == "COMBO" and more and isinstance(more[0], dict) else None
    return options if isinstance(options, list) else None
