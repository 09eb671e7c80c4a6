"""The ways to make a video that are set up here: opened with the house, closed with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from aiohttp import web
from pydantic import SecretStr

from bots.settings import Settings
from core.errors import BadSetting
from core.generators.motion.route import Motion
from core.ports import Clock, Store, WorkerPool
from core.routes import MADE_HERE, Generator, Local, Remote

KLING_MODEL, KLING_MODEL_NEWER = "kling-v1", "kling-3.0"
"""The model of each of Kling's contracts that is used where none is set."""


@dataclass(frozen=True)
class Routes:
    """Those that are set up, by their names."""

    local: Mapping[str, Local]
    remote: Mapping[str, Remote]

    @property
    def every(self) -> Mapping[str, Generator]:
        """All of them, those of this machine first."""
        return {**self.local, **self.remote}

    async def close(self) -> None:
        """Hang up at all of them."""
        for one in self.remote.values():
            await one.close()


def open_routes(settings: Settings, workers: WorkerPool, clock: Clock) -> Routes:
    """Make what is set up; nobody is asked anything yet.

    Raises BadSetting: setting_malformed for a model that Kling's contract doesn't have, comfyui_template_broken,
    comfyui_not_in_the_house, comfyui_folder_unusable.
    """
    makers: Mapping[str, Callable[[], Remote]] = {
        "kling": lambda: kling_route(settings, workers, clock),
        "comfyui": lambda: comfyui_route(settings, workers),
    }
    return Routes(
        local={"motion": Motion(workers)},
        remote={name: makers[name]() for name in settings.routes if name not in MADE_HERE},
    )


def hook_routes(store: Store, remote: Mapping[str, Remote]) -> list[web.RouteDef]:
    """Give the ways in for what generators elsewhere post to a public address of ours."""
    kling = remote.get("kling")
    if kling is None:
        return []
    from bots.wiring.kling_hook import KlingHook, KnowsOrders  # noqa: PLC0415 - as below

    return KlingHook(store, cast("KnowsOrders", kling)).routes()


def kling_route(settings: Settings, workers: WorkerPool, clock: Clock) -> Remote:
    """Make Kling by the contract whose keys are set. Raises BadSetting for a model that the contract doesn't have.

    Importing it costs a start a tenth of a second.
    """
    from core.generators.kling.legacy import Legacy  # noqa: PLC0415
    from core.generators.kling.models import LEGACY, NEWER  # noqa: PLC0415
    from core.generators.kling.newer import Newer  # noqa: PLC0415
    from core.generators.kling.route import SINGAPORE, KlingSettings  # noqa: PLC0415

    is_newer = settings.kling_api_key is not None
    models = NEWER if is_newer else LEGACY
    model = settings.kling_model or (KLING_MODEL_NEWER if is_newer else KLING_MODEL)
    if model not in models:
        raise BadSetting("setting_malformed", setting="HUSHREEL_KLING_MODEL", form=", ".join(models))
    chosen = KlingSettings(model=model, base_url=settings.kling_base_url or SINGAPORE, prices=settings.price_list)
    if is_newer:
        return Newer(chosen, _secret(settings.kling_api_key), workers, clock)
    access_key, secret_key = _secret(settings.kling_access_key), _secret(settings.kling_secret_key)
    return Legacy(chosen, access_key, secret_key, workers, clock)


def _secret(key: SecretStr | None) -> str:
    return key.get_secret_value() if key else ""


def comfyui_route(settings: Settings, workers: WorkerPool) -> Remote:
    """Make ComfyUI. Raises BadSetting as `open_routes` does. Importing it costs as much."""
    from core.generators.comfyui.folders import Folders  # noqa: PLC0415
    from core.generators.comfyui.route import ComfyUI, Setup  # noqa: PLC0415
    from core.generators.comfyui.template import SHIPPED  # noqa: PLC0415

    folders = None
    if settings.comfyui_input and settings.comfyui_output:
        folders = Folders(settings.comfyui_input, settings.comfyui_output)
        folders.check()
    workflows: Path = settings.comfyui_workflows or SHIPPED
    url = settings.comfyui_url or ""
    return ComfyUI(Setup(url=url, folders=folders, workflows=workflows, models=settings.comfyui_models), workers)
