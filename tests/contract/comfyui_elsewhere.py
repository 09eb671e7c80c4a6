"""ComfyUI's fake with our generator, for the contract suite. Nothing moves there but by hand."""

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import pytest

from core.generators.comfyui.folders import Folders
from core.generators.comfyui.route import ComfyUI, Setup
from core.generators.comfyui.template import SHIPPED
from core.ports import WorkerPool
from core.records import Order
from core.routes import Remote
from core.videos import Shape
from tests.contract.elsewhere import Gives, Loses, Refuses
from tests.fakes.comfyui_wire.server import ComfyUIWire

LARGEST_BYTES = 3_000_000
ANSWER_S = 0.6
_SIZES = '[sizes]\n"16:9" = [160, 90]\n"9:16" = [90, 160]\n"1:1" = [96, 96]\n\n'
_LOSES = {
    Loses.CUT_BEFORE: "before",
    Loses.CUT_AFTER: "after",
    Loses.TIME_OUT: "silent",
    Loses.RESTART: "restart",
}
_GIVES = {Gives.WORDS: "text", Gives.PICTURE: "picture", Gives.CUT: "cut", Gives.ENDLESS: "huge"}


class ComfyUIElsewhere:
    """A ComfyUI on this machine, with the shipped workflows made small, and one that goes from picture to picture."""

    remote: Remote
    secrets: Sequence[str] = ()
    forgets_ms: int | None = None

    def __init__(self, workers: WorkerPool) -> None:
        """Keep its files in a folder of its own."""
        self._folder = TemporaryDirectory(prefix="comfyui-")
        folder = Path(self._folder.name)
        self.wire = ComfyUIWire(folder, by_hand=True)
        self._workers, self._workflows = workers, folder / "workflows"
        write_workflows(self._workflows)
        self.order = Order("a heron lifts off a pond", Shape.WIDE, 1, seed=7, route="comfyui")

    async def __aenter__(self) -> Self:
        """Start the fake."""
        await self.wire.start()
        self._generator = ComfyUI(
            Setup(
                url=self.wire.url,
                folders=Folders(self.wire.input, self.wire.output),
                workflows=self._workflows,
                max_bytes=LARGEST_BYTES,
                answer_s=ANSWER_S,
            ),
            self._workers,
        )
        self.remote = self._generator
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop both."""
        await self._generator.close()
        await self.wire.stop()
        self._folder.cleanup()

    def elsewhere(self) -> Remote:
        """Give the generator of somebody whose ComfyUI's folders aren't theirs."""
        return ComfyUI(Setup(url=self.wire.url, workflows=self._workflows), self._workers)

    @property
    def begun(self) -> int:
        """How many tasks were queued."""
        return self.wire.begun

    @property
    def sent_bytes(self) -> int:
        """How many bytes of files were sent."""
        return self.wire.sent_bytes

    def left(self) -> Sequence[tuple[str, dict[str, str], bytes]]:
        """Give every request, and each file that came; without the headers that begin a WebSocket (RFC 6455, 4.1)."""
        return [(one.path, _without_handshake(one.headers), one.body) for one in self.wire.asked]

    async def sweep(self, live: Sequence[str]) -> int:
        """Do what a start does: delete the files of all tasks but these."""
        return await self._generator.sweep(0.0, live=live)

    def work(self) -> None:
        """Begin with the next task."""
        self.wire.queue.begin()

    def finish(self) -> None:
        """Finish all of them."""
        self.wire.queue.finish()

    def refuse(self, why: Refuses) -> None:
        """Refuse the next graph; ComfyUI itself judges nobody's words and knows no accounts."""
        if why in {Refuses.CONTENT, Refuses.QUOTA}:
            pytest.skip("ComfyUI judges no words and knows no accounts")
        if why is Refuses.ACCESS:
            self.wire.trouble.status = 401
        elif why is Refuses.MODEL:
            del self.wire.models["vae_name"][:]
        else:
            self.wire.narrow("KSampler", "steps", least=30)

    def wait(self) -> None:
        """Have many tasks of other people wait there."""
        self.wire.trouble.crowded = 20

    def fail(self) -> None:
        """Fail for what it shows: that doesn't happen there (test_comfyui.py has the failures that do)."""
        pytest.skip("ComfyUI judges no words")

    def lose(self, how: Loses) -> None:
        """Lose the answer of /prompt."""
        self.wire.trouble.lose = _LOSES.get(how, "")
        self.wire.trouble.garbage = how is Loses.NONSENSE
        self.wire.trouble.broken_after = how is Loses.BROKEN

    def give(self, what: Gives) -> None:
        """Leave something else than a video."""
        self.wire.trouble.result = _GIVES.get(what, "video")
        self.wire.trouble.view = {Gives.MOVED: 302, Gives.BROKEN: 500}.get(what, 0)

    def point_to(self, address: str) -> None:
        """Results have no addresses: they are asked for by name, at ComfyUI's own."""
        del address
        pytest.skip("ComfyUI names no addresses")

    async def vanish(self) -> None:
        """Stop listening."""
        await self.wire.stop()

    def stop_answering(self) -> None:
        """Answer the next request with 500."""
        self.wire.trouble.broken = True

    def pass_time(self, by_ms: int) -> None:
        """Nothing there depends on the time."""


def write_workflows(folder: Path) -> None:
    """Write the shipped workflows with small sizes, and one that takes a start and an end picture."""
    folder.mkdir()
    for path in SHIPPED.glob("*.toml"):
        text = path.read_text("utf-8")
        before, rest = text.split("[sizes]", 1)
        (folder / path.name).write_text(before + _SIZES + rest[rest.index("[models") :], "utf-8")
        graph: dict[str, Any] = json.loads((SHIPPED / tomllib.loads(text)["workflow"]).read_text("utf-8"))
        (folder / f"{path.stem}.json").write_text(json.dumps(graph), "utf-8")
    told = (folder / "wan_picture.toml").read_text("utf-8").replace("wan_picture.json", "wan_between.json")
    told = told.replace('["picture"]', '["picture", "picture"]')
    told = told.replace('picture = "picture.image"', 'picture = "picture.image"\nend_picture = "end.image"')
    (folder / "wan_between.toml").write_text(told, "utf-8")
    graph = json.loads((folder / "wan_picture.json").read_text("utf-8"))
    graph["end"] = {"class_type": "LoadImage", "inputs": {"image": ""}}
    latent, sample = graph["latent"], graph["sample"]["inputs"]
    latent["class_type"] = "WanFirstLastFrameToVideo"
    latent["inputs"] |= {"end_image": ["end", 0], "positive": ["prompt", 0], "negative": ["negative", 0]}
    sample |= {"positive": ["latent", 0], "negative": ["latent", 1], "latent_image": ["latent", 2]}
    (folder / "wan_between.json").write_text(json.dumps(graph), "utf-8")


def _without_handshake(headers: dict[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in headers.items()
        if name.lower() != "upgrade" and not name.lower().startswith("sec-websocket-")
    }
