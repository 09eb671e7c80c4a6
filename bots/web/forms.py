"""Forms of pages that work without JavaScript: what was sent, and the headers that let it be sent."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from aiohttp import web

from bots.web.app import HEADERS

BODY_MOST_BYTES = 16_384
FORM = "application/x-www-form-urlencoded"
FIELDS_MOST = 10

SENDS_HERE = {
    "Content-Security-Policy": HEADERS["Content-Security-Policy"].replace("form-action 'none'", "form-action 'self'"),
    "Referrer-Policy": "same-origin",
}
"""The form may be sent to where it comes from; without a referrer, browsers send no Origin that could be checked."""


async def sent(request: web.Request) -> Mapping[str, str]:
    """Read a form. Raises HTTPRequestEntityTooLarge, HTTPBadRequest for what our pages don't send."""
    if (request.content_length or 0) > BODY_MOST_BYTES:
        raise web.HTTPRequestEntityTooLarge(BODY_MOST_BYTES, request.content_length or 0)
    if request.content_type != FORM:
        raise web.HTTPBadRequest
    body = b""
    async for piece in request.content.iter_any():
        body += piece
        if len(body) > BODY_MOST_BYTES:
            raise web.HTTPRequestEntityTooLarge(BODY_MOST_BYTES, len(body))
    try:
        found = parse_qs(body.decode("ascii"), max_num_fields=FIELDS_MOST, errors="strict")
    except ValueError:
        raise web.HTTPBadRequest from None
    return {name: values[-1] for name, values in found.items()}


def about(response: web.Response) -> web.Response:
    """Say that a page is for whoever asked: in their language, and for no index."""
    response.headers["Vary"] = "Accept-Language"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
