"""A video by one's own ComfyUI through the real `hushreel run`: it comes back bare and marked; nothing stays there."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.generation.origin import Origin
from tests.contract.comfyui_elsewhere import write_workflows
from tests.contract.comfyui_orders import files
from tests.fakes.aside import aside
from tests.fakes.comfyui_wire.server import ComfyUIWire
from tests.faults.houses import decode
from tests.left import at_comfyui, found_in, ids_in, named, of_house, of_picture
from tests.marked import origin_told
from tests.service import Service, eventually
from tests.wire.pictures import taken_somewhere
from tests.wire.visitor import dangerous, made, visiting

pytestmark = pytest.mark.timeout(500)

PROMPT, CAMERA = "a heron stands in the shallows at dawn", "a camera that nobody else has"
FILE_NAME = "at-the-cove-with-niamh.jpg"
WHOM_IT_ASKS = ("COMFYUI_URL",)


async def test_it_goes_to_comfyui_and_comes_back(folder: Path, tmp_path: Path) -> None:
    """Nobody is asked to agree: it stays in the house. ComfyUI gets words and pixels, and keeps nothing of them."""
    there = tmp_path / "comfyui"
    there.mkdir()
    write_workflows(there / "workflows")
    picture = taken_somewhere(CAMERA)
    with aside(ComfyUIWire(there)) as wire, Service(folder, settings(wire, there / "workflows")) as service:
        async with visiting(service.demo) as owner:
            _, media = await made(owner, [(FILE_NAME, picture)], prompt=PROMPT, route="comfyui", seconds=1)
            film = (await owner.get(f"{owner.base}{media['video']}")).body
            decode(film)
            assert origin_told(film) is Origin.MODEL
            assert [one for one in (PROMPT, "class_type", "workflow") if one.encode() in film] == []
            assert wire.begun == 1
            assert len(files(wire)) == 2
            kept = {**named(file_name=FILE_NAME), **of_picture(picture), **of_house(service, but=WHOM_IT_ASKS)}
            assert found_in(at_comfyui(wire), {**kept, **ids_in(service.data_dir)}) == set()
            assert found_in(at_comfyui(wire), named(words=PROMPT))
            await owner.press(dangerous(await owner.ask("delete", video="last")))
            eventually(lambda: files(wire) == [] and wire.queue.history == {})
            eventually(lambda: at_comfyui_by_receipt(service) == "done")
        assert "Traceback" not in service.log
        assert PROMPT not in service.log


def settings(wire: ComfyUIWire, workflows: Path) -> dict[str, str]:
    """Give what an operator sets whose ComfyUI's folders are ours to empty."""
    return {
        "COMFYUI_URL": wire.url,
        "COMFYUI_INPUT": str(wire.input),
        "COMFYUI_OUTPUT": str(wire.output),
        "COMFYUI_WORKFLOWS": str(workflows),
    }


def at_comfyui_by_receipt(service: Service) -> str:
    """Give what the receipt says of the copy at ComfyUI; "" where it says nothing."""
    with closing(sqlite3.connect(f"file:{service.data_dir / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as database:
        (body,) = database.execute("select body from receipts").fetchone() or ("{}",)
    return next((str(one["state"]) for one in json.loads(body).get("items", ()) if one["where"] == "comfyui"), "")
