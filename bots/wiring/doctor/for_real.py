"""`hushreel doctor --generator NAME --for-real`: one cheap video, made elsewhere, looked at and thrown away."""

import asyncio
import time
from collections.abc import Iterator
from uuid import uuid4

from bots.settings import Settings
from bots.wiring.doctor.finding import Finding, fine, problem, refused
from bots.wiring.doctor.patient import Patient
from bots.wiring.routes import open_routes
from bots.wiring.system import SystemClock
from core.errors import BadSetting, Busy, Declined, LostSubmit, RemoteError, RouteRefused, Spoiled
from core.generation.declined import RESULT_GONE, TOOK_TOO_LONG
from core.records import Order, Stage
from core.routes import Remote
from core.videos import SECONDS_LONGEST, Shape
from core.work import Product
from core.workers.pool import Workers
from core.workers.tasks import TASKS

WORDS = "a calm sea at sunset"
LOOKS_EVERY_S = 5.0
WITHIN_S = 3_600.0


def made_for_real(patient: Patient, name: str) -> Iterator[Finding]:
    """Have a generator make the shortest video that it makes. It is paid for, if the generator takes money."""
    if name not in patient.settings.routes:
        yield problem("for_real_off", name=name)
        return
    try:
        yield asyncio.run(_made(patient.settings, name))
    except BadSetting as error:
        yield refused(error)
    except LostSubmit:
        yield problem("for_real_unsure", name=name)
    except Spoiled as error:
        yield problem("for_real_spoiled", name=name, why=error.code.replace("_", " "))
    except RemoteError as error:
        yield problem("for_real_refused", name=name, why=error.code.replace("_", " "))


async def _made(settings: Settings, name: str) -> Finding:
    workers = Workers(TASKS)
    routes = open_routes(settings, workers, SystemClock())
    try:
        order = _shortest(routes.remote[name], name)
        begun_s = time.monotonic()
        product = await _brought(routes.remote[name], order)
        took_s = round(time.monotonic() - begun_s)
        for memory in product.parts.values():
            memory.close()
        facts = product.facts
        return fine("for_real_good", name=name, width=facts["width"], height=facts["height"], took=took_s)
    finally:
        await routes.close()
        await workers.close()


def _shortest(route: Remote, name: str) -> Order:
    """Give the shortest order that a generator takes; others cost more. Raises Declined where it takes none."""
    for seconds in range(1, SECONDS_LONGEST + 1):
        order = Order(WORDS, Shape.WIDE, seconds, seed=1, route=name)
        try:
            route.check(order, media=())
        except RouteRefused:
            continue
        return order
    raise Declined("request_declined")


async def _brought(route: Remote, order: Order) -> Product:
    """Have it made, once: an order that may have left isn't sent again. Raises RemoteError."""
    task, until_s = await route.submit(order, [], uuid4()), time.monotonic() + WITHIN_S
    while time.monotonic() < until_s:
        try:
            standing = await route.follow(task)
            if standing.state is Stage.READY:
                product = await route.fetch(task)
                await route.erase(task)
                return product
        except Busy as busy:
            await asyncio.sleep(busy.after_s)
            continue
        if standing.state is Stage.FAILED:
            raise Declined(standing.code or RESULT_GONE)
        if standing.state is Stage.GONE:
            raise Spoiled(RESULT_GONE)
        await asyncio.sleep(LOOKS_EVERY_S)
    raise Spoiled(TOOK_TOO_LONG)
