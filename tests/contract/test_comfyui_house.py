"""ComfyUI in the operator's house: its folders, its label, what the doctor asks, and what is refused at a start."""

import asyncio
import os
import time
from pathlib import Path
from uuid import uuid4

import pytest

from core.errors import BadSetting
from core.generators.comfyui.folders import OURS, Folders
from core.generators.comfyui.route import ComfyUI, Setup
from core.records import Outcome, Trains
from core.workers.pool import Workers
from tests.contract.comfyui_orders import SHORT, Make, ended, files, picture
from tests.fakes.comfyui_wire.server import ComfyUIWire


async def test_erase_touches_only_the_files_of_its_task(generator: ComfyUI, fake: ComfyUIWire, tmp_path: Path) -> None:
    """Another task's files, the operator's own, and what a link leads to stay."""
    mine, other = [await generator.submit(SHORT, [picture()], uuid4()) for _ in range(2)]
    for task in (mine, other):
        await ended(generator, task)
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    (fake.output / "video").mkdir()
    (fake.output / "video" / "operators.mp4").write_bytes(b"own")
    (fake.output / OURS / f"{mine}_link.mp4").symlink_to(outside)
    assert (await generator.erase(mine)).outcome is Outcome.DELETED
    left = files(fake)
    assert [one for one in left if mine in one] == []
    assert len([one for one in left if other in one]) == 2
    assert "operators.mp4" in left
    assert outside.read_text() == "mine"
    with pytest.raises(ValueError, match="UUID"):
        await Folders(fake.input, fake.output).forget("../video")


async def test_what_was_fetched_or_failed_or_stopped_goes_by_itself(make: Make, fake: ComfyUIWire) -> None:
    """Nobody need ask: fetched twice within the time, as after a crash, and then gone with picture, video and words."""
    generator = make(clears_after_s=1.5)
    done = await generator.submit(SHORT, [picture()], uuid4())
    await ended(generator, done)
    for _ in range(2):
        (await generator.fetch(done)).parts["video"].close()
    fake.trouble.breaks = "RuntimeError"
    failed = await generator.submit(SHORT, [picture()], uuid4())
    await ended(generator, failed)
    fake.queue.free.clear()
    stopped = await generator.submit(SHORT, [picture()], uuid4())
    assert await generator.cancel(stopped)
    assert [one for one in files(fake) if stopped in one] == []
    for _ in range(200):
        if not files(fake) and not fake.queue.history:
            break
        await asyncio.sleep(0.02)
    assert (files(fake), fake.queue.history) == ([], {})


async def test_a_start_removes_what_no_task_needs(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """Where it is known which tasks go on, all other files of ours go, however young; the operator's stay."""
    live, gone = [await generator.submit(SHORT, [picture()], uuid4()) for _ in range(2)]
    for task in (live, gone):
        await ended(generator, task)
    (fake.output / "operators.mp4").write_bytes(b"own")
    assert await generator.sweep(time.time(), live=[live]) == 2
    left = files(fake)
    assert (len(left), len([one for one in left if live in one])) == (3, 2)
    assert await generator.sweep(time.time(), live=[]) == 2
    assert files(fake) == ["operators.mp4"]


async def test_a_start_removes_what_is_old(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """A crash left files of ours behind: those older than a day go, younger ones and the operator's stay."""
    for name in (f"{OURS}/old.mp4", f"{OURS}/young.mp4", "operators.mp4"):
        path = fake.output / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"video")
        if "young" not in name:
            os.utime(path, (time.time() - 90_000,) * 2)
    assert await generator.sweep(time.time()) == 1
    assert files(fake) == ["operators.mp4", "young.mp4"]


async def test_without_its_folders_the_label_says_so(make: Make, fake: ComfyUIWire) -> None:
    """Nothing leaves the house either way; without the folders what ComfyUI keeps isn't ours to delete, nor deleted."""
    ours, theirs = make(), make(folders=None)
    label = ours.label()
    assert (label.leaves_the_house, label.trains, label.host) == (False, Trains.NO, "this server")
    assert (label.keeps_inputs, label.keeps_outputs, label.deletes) == ("nothing", "nothing", "deleted_when_fetched")
    label = theirs.label()
    assert not label.leaves_the_house
    assert (label.keeps_inputs, label.keeps_outputs, label.deletes) == (
        *("until_operator_deletes", "until_operator_deletes"),
        "never",
    )
    task = await theirs.submit(SHORT, [], uuid4())
    await ended(theirs, task)
    assert (await theirs.erase(task)).outcome is Outcome.NEVER
    assert len(files(fake)) == 1
    assert fake.queue.history == {}
    assert await theirs.sweep(time.time()) == 0


async def test_health_says_what_is_wrong(make: Make, fake: ComfyUIWire) -> None:
    """All well; then a model, a node, a folder that lack; then nobody answers."""
    await make().health()
    wrong = {
        "comfyui_model_missing": make(models={"diffusion": "none.safetensors"}),
        "comfyui_folder_unusable": make(folders=Folders(fake.input, fake.output / "none")),
    }
    for code, generator in wrong.items():
        with pytest.raises(BadSetting, match=code):
            await generator.health()
    await make(models={"diffusion": "mine.safetensors"}).health()
    del fake.classes["SaveVideo"]
    with pytest.raises(BadSetting, match="comfyui_node_missing"):
        await make().health()
    await fake.stop()
    with pytest.raises(BadSetting, match="comfyui_unreachable"):
        await make().health()


@pytest.mark.parametrize(
    "url",
    ["http://8.8.8.8:8188", "https://comfy.example.com", "http://0.0.0.0:8188", "ftp://127.0.0.1", "http://u:p@127.0.0.1",
     "http://[2606:4700::1111]:8188", "", "http://2130706433/"],
)  # fmt: skip
def test_an_address_outside_the_house_is_refused(workers: Workers, url: str) -> None:
    """A label that says that nothing leaves the house must be true."""
    with pytest.raises(BadSetting, match="comfyui_not_in_the_house"):
        ComfyUI(Setup(url=url), workers)


@pytest.mark.parametrize(
    "url", ["http://localhost:8188", "http://192.168.1.20:8188", "http://gpu:8188", "http://gpu.lan", "http://[::1]:1"]
)
async def test_an_address_in_the_house_is_taken(workers: Workers, url: str) -> None:
    """This machine and the operator's own network."""
    generator = ComfyUI(Setup(url=url), workers)
    is_here = url in {"http://localhost:8188", "http://[::1]:1"}
    assert generator.label().host == ("this server" if is_here else "a machine of whoever runs this")
    await generator.close()


@pytest.mark.parametrize(
    "broken",
    [
        {"text.toml": "workflow ="},
        {"text.toml": 'workflow = "none.json"\ntakes = []'},
        {"text.toml": "", "none.json": "{}"},
        {},
    ],
)
def test_a_template_that_cannot_be_used_is_named(workers: Workers, tmp_path: Path, broken: dict[str, str]) -> None:
    """The operator reads which file is wrong, at the start and not at the first order."""
    for name, content in broken.items():
        (tmp_path / name).write_text(content)
    with pytest.raises(BadSetting, match="comfyui_template_broken"):
        ComfyUI(Setup(workflows=tmp_path), workers)
