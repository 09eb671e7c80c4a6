"""A community's showcase: posters that play when they are pressed, page by page, and a permanent link each.

Every page, poster and chunk of a video asks the gate anew: what is taken back answers 404 at once, like what never was.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import web

from bots.texts.lookup import Texts
from bots.texts.plain import plain
from bots.texts.say import PersonName, Say, When
from bots.web.captions import TYPE, track
from bots.web.media import Found, MediaServer
from bots.web.pages import NOT_SHOWN, SHOWCASE, Speak, speaker, worded
from core.gate import Surface
from core.people import CommunityId, Viewer
from core.ports import Reads, Store
from core.publications import Key, PublicationView
from core.sharing.seen import note_play
from core.videos import AssetRole, PublicationId
from knowledge.languages import spoken

PAGE = 24


@dataclass(frozen=True)
class Look:
    """Who looks at which community's showcase: as everybody of their kind does, their own videos included.

    `home` is the path that it stands under; `named` is the community's name in public addresses, "" in the demo;
    `takedown` is where anybody can report what is shown.
    """

    viewer: Viewer
    community: CommunityId
    surface: Surface
    home: str
    language: str
    zone: str = "UTC"
    named: str = ""
    back: str = ""
    events: str = ""
    takedown: str = ""


@dataclass(frozen=True)
class ShowcaseServer:
    """Pages of what a community shows."""

    store: Store
    media: MediaServer
    texts: Texts

    async def front(self, request: web.Request, look: Look) -> web.StreamResponse:
        """List what is shown, the newest first; `?before=` names the last one of the page before."""
        before = request.query.get("before")
        async with self.store.read() as reads:
            last = await self._at(before, look, reads) if before else None
            if before and last is None:
                raise web.HTTPFound(look.home)
            found = await reads.showcase(
                look.viewer, look.community, look.surface, before=_key(last) if last else None, limit=PAGE + 1
            )
        shown = found[:PAGE]
        older = f"{look.home}?before={shown[-1].slug}" if len(found) > PAGE else ""
        return self._page(look, shown, older=older, first=last is None)

    async def one(self, request: web.Request, look: Look) -> web.StreamResponse:
        """Show what a permanent link names, while it is shown."""
        async with self.store.read() as reads:
            found = await self._at(request.match_info["slug"], look, reads)
        if found is None:
            return gone(self.texts, look.language)
        return self._page(look, [found], alone=True)

    async def poster(self, request: web.Request, look: Look) -> web.StreamResponse:
        """Send the still picture of a video that is shown."""
        return await self._send(request, look, AssetRole.POSTER)

    async def video(self, request: web.Request, look: Look) -> web.StreamResponse:
        """Send a video that is shown, for as long as it is."""
        return await self._send(request, look, AssetRole.OUTPUT)

    async def captions(self, request: web.Request, look: Look) -> web.StreamResponse:
        """Send what is said in a video that is shown, to whom the gate lets have the video."""
        async with self.store.read() as reads:
            view = await self._at(request.match_info["slug"], look, reads)
            outputs = [one for one in view.assets if one.role is AssetRole.OUTPUT] if view else []
            found = await reads.asset(look.viewer, outputs[0].id, look.surface) if outputs else None
        said = view.revision.proposal.caption.said if view else ""
        if view is None or found is None or not said:
            raise web.HTTPNotFound
        return web.Response(text=track(said, outputs[0].duration_ms or view.seconds * 1_000), content_type=TYPE)

    async def _send(self, request: web.Request, look: Look, role: AssetRole) -> web.StreamResponse:
        slug, seen = request.match_info["slug"], list[PublicationId]()

        async def ask() -> Found | None:
            async with self.store.read() as reads:
                view = await self._at(slug, look, reads)
                seen[:] = [view.publication.id] if view else seen
                assets = [one.id for one in view.assets if one.role is role] if view else []
                return await reads.asset(look.viewer, assets[0], look.surface) if assets else None

        async def noted() -> None:
            await note_play(seen[0], store=self.store)

        return await self.media.send(request, look.viewer, ask, noted)

    async def _at(self, slug: str, look: Look, reads: Reads) -> PublicationView | None:
        """Give what a name stands for while it is shown, and its community still shows it here."""
        if look.named and not await self._is_there(look, reads):
            return None
        return await reads.publication_at(look.viewer, look.community, slug, look.surface)

    async def _is_there(self, look: Look, reads: Reads) -> bool:
        """Say whether a community is still at its address: for its members, or for the world."""
        if look.surface is Surface.WEB_MEMBER:
            return await reads.address_of(look.viewer, look.community, look.surface) == look.named
        return await reads.community_named(look.named) == look.community

    def _page(
        self,
        look: Look,
        shown: Sequence[PublicationView],
        *,
        older: str = "",
        first: bool = True,
        alone: bool = False,
    ) -> web.Response:
        speak = speaker(self.texts, look.language, look.zone)
        items = [_item(one, look.home, speak) for one in shown]
        response = worded(
            "showcase.html",
            SHOWCASE,
            speak,
            spoken(look.language),
            items=items,
            look=look,
            older=older,
            newest="" if first else look.home,
            alone=alone,
        )
        response.headers["Vary"] = "Accept-Language"
        response.headers["X-Robots-Tag"] = "noindex"
        return response


def gone(texts: Texts, language: str) -> web.Response:
    """Say that nothing is shown at an address, whether or not there ever was."""
    response = worded("said.html", NOT_SHOWN, speaker(texts, language), spoken(language))
    response.set_status(404)
    response.headers["Vary"] = "Accept-Language"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _key(view: PublicationView) -> Key:
    return Key(view.shown_at_ms or 0, view.publication.id)


def _item(view: PublicationView, home: str, speak: Speak) -> dict[str, object]:
    """Give what a showcase says of one video: nothing of it names its owner unless they chose to."""
    caption = view.revision.proposal.caption
    title = plain(caption.title) or speak(Say("showcase-untitled"))
    alt = plain(caption.description) or title
    output = next((one for one in view.assets if one.role is AssetRole.OUTPUT), None)
    return {
        "slug": view.slug,
        "href": f"{home}/{view.slug}",
        "title": title,
        "alt": alt,
        "description": plain(caption.description),
        "said": speak(Say("showcase-said", {"words": caption.said})) if caption.said else "",
        "tags": [plain(one) for one in caption.tags],
        "credit": speak(
            Say("showcase-by", {"name": PersonName(caption.credit)}) if caption.credit else Say("showcase-anonymous")
        ),
        "about": speak(
            Say("showcase-about", {"length_ms": view.seconds * 1_000, "shown": When(view.shown_at_ms or 0)})
        ),
        "play": speak(Say("showcase-play", {"title": title})),
        "width": output.width if output else 16,
        "height": output.height if output else 9,
    }
