"""Which language a page is in: ?lang= where it names one, else what the browser accepts."""

from aiohttp import web

from knowledge.languages import LANGUAGES, ours, preferred


def language_of(request: web.Request) -> str:
    """Give the BCP 47 tag that a browser asks for: the best that we speak, else its first."""
    chosen = request.query.get("lang", "")
    return chosen if ours(chosen) else preferred(request.headers.get("Accept-Language", "")) or LANGUAGES[0]
