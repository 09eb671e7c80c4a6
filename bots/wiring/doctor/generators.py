"""Whether generators elsewhere can be used, where they are set up: each is asked, which costs nothing."""

import asyncio
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from bots.wiring.doctor.finding import Finding, fine, problem, refused, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.routes import comfyui_route, kling_route
from bots.wiring.system import SystemClock
from core.errors import BadSetting, Busy, RemoteError
from core.routes import Remote
from core.workers.pool import Workers


def kling(patient: Patient) -> Iterator[Finding]:
    """Kling takes the keys."""
    settings = patient.settings
    if "kling" not in settings.routes:
        yield fine("kling_none")
        return
    try:
        host = asyncio.run(_asked(lambda: kling_route(settings, Workers({}), SystemClock())))
    except BadSetting as error:
        yield refused(error)
    except Busy as error:
        yield problem("kling_unreachable", why=error.data.get("problem") or error.data.get("status") or "busy")
    except RemoteError as error:
        yield problem("kling_refused", why=error.code.replace("_", " "))
    else:
        yield fine("kling_good", host=urlsplit(settings.kling_base_url or "").hostname or host)


def comfyui(patient: Patient) -> Iterator[Finding]:
    """ComfyUI answers, has what the workflows need, and its folders are ours, in memory."""
    settings = patient.settings
    if "comfyui" not in settings.routes:
        yield fine("comfyui_none")
        return
    try:
        asyncio.run(_asked(lambda: comfyui_route(settings, Workers({}))))
    except BadSetting as error:
        yield refused(error)
        return
    if settings.comfyui_input is None or settings.comfyui_output is None:
        yield warning("comfyui_folders_unknown")
        return
    from core.generators.comfyui.folders import Folders  # noqa: PLC0415 - only whoever has a ComfyUI needs it

    on_disk = Folders(settings.comfyui_input, settings.comfyui_output).on_disk()
    for path in on_disk:
        yield warning("comfyui_on_disk", path=path)
    if not on_disk:
        yield fine("comfyui_good", address=settings.comfyui_url)


async def _asked(make: Callable[[], Remote]) -> str:
    """Ask a generator how it is, and give where it says that it is."""
    route = make()
    try:
        await route.health()
    finally:
        await route.close()
    return route.label().host
