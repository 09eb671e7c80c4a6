"""A workflow of the operator's: a graph in ComfyUI's API format, and a TOML beside it that names its inputs.

The TOML says which input of which node ("node.input") takes the words, the size, the seed and so on, so that any
workflow can be used that ComfyUI can export ("Export (API)"); docs/generators/comfyui.md lists what it may hold.
"""

import json
import tomllib
from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.errors import BadSetting
from core.records import Order
from core.videos import Media, Shape

Graph = dict[str, dict[str, Any]]
"""ComfyUI's API format: nodes by id, each with "class_type" and "inputs"."""

SETTING = "HUSHREEL_COMFYUI_WORKFLOWS"
SHIPPED = Path(__file__).parent / "workflows"
NEEDED = frozenset({"prompt", "name"})
"""Inputs that every template has: the words, and the name that its result is saved under."""

KNOWN = NEEDED | {"negative", "width", "height", "frames", "seconds", "frame_rate", "seed", "picture", "end_picture"}


@dataclass(frozen=True)
class Model:
    """A model file that a node loads; `input` is "node.input"."""

    input: str
    file: str


@dataclass(frozen=True)
class Template:
    """One workflow with named inputs.

    `takes` are the inputs' kinds, in order; `result` is the node whose file is the video; `steps` are the nodes that
    report their steps. A model makes 1 + n * `frames_step` frames; `seconds_most` is the longest that it makes well.
    """

    name: str
    graph: Graph
    takes: tuple[Media, ...]
    result: str
    steps: tuple[str, ...]
    inputs: Mapping[str, str]
    models: Mapping[str, Model]
    sizes: Mapping[Shape, tuple[int, int]]
    frames_per_s: int
    frames_step: int
    seconds_most: int
    files: Mapping[str, str] = field(default_factory=dict)

    def fits(self, media: Collection[Media]) -> bool:
        """Say whether it takes just these kinds of inputs."""
        return sorted(one.value for one in media) == sorted(one.value for one in self.takes)

    def classes(self) -> Sequence[str]:
        """Name the node classes that it needs, each once."""
        return tuple(dict.fromkeys(str(node["class_type"]) for node in self.graph.values()))

    def wanted(self) -> Sequence[tuple[str, str, str]]:
        """Give the class, input and file of each model that it loads."""
        found = []
        for name, model in self.models.items():
            node, _, put = model.input.partition(".")
            found.append((str(self.graph[node]["class_type"]), put, self.files.get(name, model.file)))
        return found

    def frames(self, seconds: int) -> int:
        """Give the number of frames that the model makes for a length."""
        return 1 + round(seconds * self.frames_per_s / self.frames_step) * self.frames_step

    def filled(self, order: Order, *, save_as: str, pictures: Sequence[str]) -> Graph:
        """Make the graph of an order, with the uploaded `pictures` and the name of what it saves."""
        width, height = self.sizes[order.shape]
        values: dict[str, Any] = {
            "prompt": order.prompt,
            "width": width,
            "height": height,
            "frames": self.frames(order.seconds),
            "seconds": order.seconds,
            "frame_rate": self.frames_per_s,
            "seed": order.seed,
            "name": save_as,
            **dict(zip(("picture", "end_picture"), pictures, strict=False)),
        }
        if order.extras.negative:
            values["negative"] = order.extras.negative
        graph = deepcopy(self.graph)
        for name, model in self.models.items():
            _put(graph, model.input, self.files.get(name, model.file))
        for name, value in values.items():
            if name in self.inputs:
                _put(graph, self.inputs[name], value)
        return graph


def load(folder: Path, files: Mapping[str, str]) -> Sequence[Template]:
    """Read every TOML of a folder; `files` are the operator's names for the models.

    Raises BadSetting("comfyui_template_broken") for one that can't be used, with its file and what is wrong.
    """
    found = [_read(path, files) for path in sorted(folder.glob("*.toml"))]
    if not found:
        raise BadSetting("comfyui_template_broken", setting=SETTING, file=folder.name, problem="no TOML files")
    return found


def _read(path: Path, files: Mapping[str, str]) -> Template:
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        graph: Graph = json.loads((path.parent / Path(str(told["workflow"])).name).read_text("utf-8"))
        template = Template(
            path.stem,
            graph,
            tuple(Media(one) for one in told["takes"]),
            str(told["result"]),
            tuple(told.get("steps", ())),
            dict(told["inputs"]),
            {name: Model(**one) for name, one in told.get("models", {}).items()},
            {shape: (int(told["sizes"][shape.value][0]), int(told["sizes"][shape.value][1])) for shape in Shape},
            int(told["frames_per_s"]),
            int(told.get("frames_step", 1)),
            int(told["seconds_most"]),
            files,
        )
        _examine(template)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        problem = f"{type(error).__name__}: {error}"
        raise BadSetting("comfyui_template_broken", setting=SETTING, file=path.name, problem=problem) from None
    return template


def _examine(template: Template) -> None:
    """Raise ValueError or KeyError for what doesn't fit together."""
    named = set(template.inputs)
    if not named >= NEEDED or not named <= KNOWN:
        raise ValueError(f"[inputs] needs {sorted(NEEDED)} and knows {sorted(KNOWN)}")
    if len(template.takes) > sum(one in named for one in ("picture", "end_picture")):
        raise ValueError("takes more pictures than it has inputs for")
    for node in template.graph.values():
        if not isinstance(node["class_type"], str) or not isinstance(node["inputs"], dict):
            raise TypeError("not in the API format")
    for place in (*template.inputs.values(), *(model.input for model in template.models.values())):
        _put(template.graph, place, _at(template.graph, place))
    for node_id in (template.result, *template.steps):
        template.graph[node_id]


def _at(graph: Graph, place: str) -> Any:
    node, _, put = place.partition(".")
    return graph[node]["inputs"][put]


def _put(graph: Graph, place: str, value: Any) -> None:
    node, _, put = place.partition(".")
    graph[node]["inputs"][put] = value
