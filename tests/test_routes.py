"""The routes that are set up, as the house opens them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bots.settings import load
from bots.texts.operator import sentence
from bots.wiring.promises import check_promises, policy_facts
from bots.wiring.routes import Routes, open_routes
from core.errors import BadSetting
from core.records import Lane
from core.routes import lane_of
from core.workers.pool import Workers
from knowledge.clauses import render_paper
from tests.fakes.time import FakeClock

OLDER = {"KLING_ACCESS_KEY": "access", "KLING_SECRET_KEY": "secret"}
NEWER = {"KLING_API_KEY": "key"}
COMFYUI = {"COMFYUI_URL": "http://127.0.0.1:8188"}


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    """Nobody who works: nothing is made here."""
    pool = Workers({})
    yield pool
    await pool.close()


def opened(folder: Path, workers: Workers, **given: str) -> Routes:
    """Open what settings set up."""
    environ = {"XDG_DATA_HOME": str(folder), **{f"HUSHREEL_{name}": value for name, value in given.items()}}
    return open_routes(load(environ, folder), workers, FakeClock())


@pytest.mark.parametrize(
    ("given", "names", "finds"),
    [
        ({}, ["motion"], {}),
        (OLDER, ["motion", "kling"], {"kling": True}),
        (NEWER, ["motion", "kling"], {"kling": False}),
        (COMFYUI | NEWER, ["motion", "kling", "comfyui"], {"kling": False, "comfyui": True}),
    ],
    ids=["none", "older", "newer", "both"],
)
async def test_what_is_set_up_is_there_motion_first(
    tmp_path: Path, workers: Workers, given: dict[str, str], names: list[str], finds: dict[str, bool]
) -> None:
    """Kling by the contract whose keys are set; each by its own name, in a lane of its own."""
    routes = opened(tmp_path, workers, **given)
    assert list(routes.every) == names
    assert {name: one.finds for name, one in routes.remote.items()} == finds
    assert [one.name for one in routes.every.values()] == names
    assert [lane_of(name) for name in names] == [Lane.RENDER, *[Lane.REMOTE] * (len(names) - 1)]
    await routes.close()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (NEWER | {"KLING_MODEL": "kling-v1"}, "setting_malformed"),
        ({"COMFYUI_URL": "https://comfy.example.org"}, "comfyui_not_in_the_house"),
        (COMFYUI | {"COMFYUI_INPUT": "/nowhere/in", "COMFYUI_OUTPUT": "/nowhere/out"}, "comfyui_folder_unusable"),
        (COMFYUI | {"COMFYUI_WORKFLOWS": "/nowhere/workflows"}, "comfyui_template_broken"),
    ],
    ids=["another contract's model", "not in the house", "no folder", "no workflows"],
)
async def test_one_that_cannot_be_set_up_so_stops_the_start(
    tmp_path: Path, workers: Workers, given: dict[str, str], code: str
) -> None:
    """In a sentence that names the setting."""
    with pytest.raises(BadSetting) as refused:
        opened(tmp_path, workers, **given)
    assert refused.value.code == code
    assert "HUSHREEL_" in sentence(refused.value)


def test_our_policy_says_what_kling_may_do(tmp_path: Path) -> None:
    """Where Kling is set up, the clause that says "no training" says what holds there; elsewhere it is as it was."""
    for given, told in ((OLDER, True), (COMFYUI, False), ({}, False)):
        settings = load({f"HUSHREEL_{name}": value for name, value in given.items()}, tmp_path)
        check_promises(settings)
        clause = next(one for one in render_paper("hushreel-privacy", policy_facts(settings)) if one.section == "3.1")
        assert ("Kling" in clause.text) is told
