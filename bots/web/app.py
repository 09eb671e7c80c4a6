"""The web application: its routes, and the headers that every answer carries."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog
from aiohttp import web

log = structlog.get_logger()
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
STATIC = Path(__file__).parent / "static"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(self), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def application(routes: list[web.RouteDef], *, ready: Callable[[], bool]) -> web.Application:
    """Make the application. `ready` says whether work is taken on, for /readyz."""

    async def healthz(_: web.Request) -> web.StreamResponse:
        return web.Response(text="ok")

    async def readyz(_: web.Request) -> web.StreamResponse:
        return web.Response(text="ready") if ready() else web.Response(status=503, text="starting")

    app = web.Application(middlewares=[_plain_errors], client_max_size=2**20)
    app.on_response_prepare.append(_set_headers)
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.static("/static", STATIC), *routes])
    return app


async def _set_headers(_: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)


@web.middleware
async def _plain_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn an unforeseen error into a plain 500, and log where it was, not what was asked."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception as error:
        route = request.match_info.route.resource
        log.exception("request_failed", route=route.canonical if route else "", error=type(error).__name__)
        return web.Response(status=500, text="Something broke here. It is in the log; nothing of yours was shown.")
