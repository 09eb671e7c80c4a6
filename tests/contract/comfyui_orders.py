"""What tests of ComfyUI order, and how they follow it."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from PIL import Image

from core.generators.comfyui.route import ComfyUI
from core.records import Material, Order, Stage, Standing
from core.routes import Remote
from core.videos import Shape
from core.work import Memory
from tests.fakes.comfyui_wire.server import ComfyUIWire

PROMPT = "a heron stands in the shallows at dawn"
ORDER = Order(PROMPT, Shape.WIDE, 1, seed=7, route="comfyui")
SHORT = replace(ORDER, shape=Shape.SQUARE)

Make = Callable[..., ComfyUI]
"""Makes a generator as an operator sets it up; keywords are fields of `Setup`."""


def picture() -> Material:
    """Paint a photo as intake gives it."""
    out = BytesIO()
    Image.merge("RGB", [Image.radial_gradient("L").resize((320, 240))] * 3).save(out, "JPEG")
    return Material("image/jpeg", Memory.of(out.getvalue()))


async def until(generator: Remote, task: str, *stages: Stage) -> Standing:
    """Follow a task until it is in one of these stages."""
    for _ in range(600):
        standing = await generator.follow(task)
        if standing.state in stages:
            return standing
        await asyncio.sleep(0.02)
    raise AssertionError(standing)


async def ended(generator: Remote, task: str) -> Standing:
    """Follow a task to its end."""
    return await until(generator, task, Stage.READY, Stage.FAILED, Stage.GONE)


def files(fake: ComfyUIWire) -> list[str]:
    """Name all files that ComfyUI keeps."""
    return sorted(one.name for folder in (fake.input, fake.output) for one in folder.rglob("*") if one.is_file())
