"""/demo: chat in a browser, for three people to be, so that a newcomer sees what the others can't see."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from uuid import UUID

from aiohttp import web

from bots.chat.command import Asker
from bots.chat.desk import desk_path
from bots.chat.dispatch import Chat
from bots.chat.reply import PICKED, PICKED_NAMES, Reply
from bots.chat.shared import over
from bots.texts.lookup import Texts, shown_as_text
from bots.web.blurred import BlurServer
from bots.web.catalogue import catalogue_json
from bots.web.demo_place import DemoPlace, place_of
from bots.web.guard import DemoGuard, Who, named, others
from bots.web.languages import language_of
from bots.web.live import Changed, LivePages, redraws
from bots.web.media import MediaServer
from bots.web.news import News
from bots.web.once import OnceServer
from bots.web.pages import CHAT, DOOR, Speak, speaker, worded
from bots.web.render import Json, reply_json
from bots.web.requests import NAME_SHOWN, Sent, options_of, read
from bots.web.uploads import UploadServer, status_of
from core.errors import NotFound, PersonError
from core.gate import Surface
from core.intake.upload import Upload
from core.people import Identity, Platform
from core.videos import AssetId, VideoId
from knowledge.languages import spoken


@dataclass(frozen=True)
class Demo:
    """The demo's handlers."""

    chat: Chat
    texts: Texts
    guard: DemoGuard
    media: MediaServer
    live: LivePages
    uploads: UploadServer
    blurs: BlurServer
    place: DemoPlace

    @property
    def news(self) -> News:
        """What open pages are shown by themselves."""
        return News(self.chat, self.media.store)

    @property
    def once(self) -> OnceServer:
        """The pages behind one-time links."""
        return OnceServer(self.chat, self.media, self._speaker)

    def routes(self) -> list[web.RouteDef]:
        """Give every address of the demo: all pass the guard, and all below /demo/{who}/ need that person's cookie."""
        here = "/demo/{who}"
        return [
            web.get("/demo", self._guarded(self.door)),
            web.get(here, self._guarded(self.slash)),
            web.get(f"{here}/", self._seated(self.page)),
            web.get(f"{here}/catalogue", self._seated(self.catalogue)),
            web.get(f"{here}/events", self._seated(self.events)),
            web.get(f"{here}/complete", self._seated(self.complete)),
            web.get(f"{here}/assets/{{asset}}", self._seated(self.asset)),
            web.get(f"{here}/blurred/{{asset}}", self._seated(self.blurred)),
            web.get(f"{here}/v/{{token}}", self._seated(self.once.look)),
            web.post(f"{here}/v/{{token}}", self._seated(self.once.open)),
            web.get(f"{here}/receipt/{{video}}", self._seated(self.receipt)),
            web.post(f"{here}/uploads", self._upload(self.uploads.begin)),
            web.head(f"{here}/uploads/{{upload}}", self._upload(self.uploads.state)),
            web.patch(f"{here}/uploads/{{upload}}", self._upload(self.uploads.append)),
            web.delete(f"{here}/uploads/{{upload}}", self._upload(self.uploads.end)),
            web.post(f"{here}/ask", self._seated(self.ask)),
            web.post(f"{here}/say", self._seated(self.say)),
            web.post(f"{here}/press", self._seated(self.press)),
            *(web.route(method, f"{here}/{path}", self._seated(one)) for method, path, one in self.place.handlers()),
        ]

    async def door(self, request: web.Request) -> web.StreamResponse:
        """Exchange the printed secret for three cookies, and offer the three people."""
        self.guard.admit(request)
        response = worded("door.html", DOOR, self._speaker(language_of(request)), spoken(language_of(request)))
        self.guard.seat(response)
        return response

    async def slash(self, request: web.Request) -> web.StreamResponse:
        """Send /demo/owner to /demo/owner/, where relative addresses work."""
        raise web.HTTPFound(f"/demo/{named(request).value}/")

    async def page(self, _request: web.Request, asker: Asker) -> web.StreamResponse:
        """Give the chat page."""
        desk = desk_path(asker) is not None
        return worded("chat.html", CHAT, self._speaker(asker.language), spoken(asker.language), desk=desk)

    async def catalogue(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Say who one is here, what can be asked, and what to try first."""
        speak = self._speaker(asker.language, asker.preferences.time_zone)
        who = Who(request.match_info["who"])
        return web.json_response(catalogue_json(self.chat.offered, speak, who, spoken(asker.language)))

    async def ask(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Give a command with its options and files."""

        async def answer() -> Reply:
            sent = await read(request)
            name = sent.text("command")
            command = next((one for one in self.chat.catalogue if one.name == name), None)
            if command is None:
                raise NotFound("command_unknown", command=name[:NAME_SHOWN])
            async with self._files(sent, asker) as uploads:
                options = options_of(command, sent, uploads, self._people(asker))
                return await self.chat.ask(command.name, options, asker)

        return await self._reply(request, answer, asker)

    async def say(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Say something in plain words, with or without files."""

        async def answer() -> Reply:
            sent = await read(request)
            async with self._files(sent, asker) as uploads:
                return await self.chat.say(sent.text("text"), asker, list(uploads.values()))

        return await self._reply(request, answer, asker)

    async def press(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Press a button, or send the form behind one, with or without files."""

        async def answer() -> Reply:
            sent = await read(request)
            form = sent.words.get("form")
            typed = {str(name): str(value) for name, value in form.items()} if isinstance(form, dict) else None
            if typed and PICKED in typed:
                typed = self._picked(typed[PICKED], asker)
            async with self._files(sent, asker) as uploads:
                return await self.chat.press(sent.text("press"), asker, typed, list(uploads.values()))

        return await self._reply(request, answer, asker)

    def _people(self, asker: Asker) -> dict[str, str]:
        """Give the demo's other people, by id and name."""
        speak = self._speaker(asker.language)
        return {who.value: speak(say) for who, say in others(asker.identity.external_id)}

    def _picked(self, ids: str, asker: Asker) -> dict[str, str]:
        """Give whom somebody picked of the demo's other people, by id and name."""
        names = self._people(asker)
        known = [one for one in ids.split() if one in names]
        return {PICKED: " ".join(known), PICKED_NAMES: json.dumps([names[one] for one in known])}

    @asynccontextmanager
    async def _files(self, sent: Sent, asker: Asker) -> AsyncIterator[dict[str, Upload]]:
        """Give the files that a request names, by their ids; they are read once."""
        async with self.uploads.held.taken(asker.person, sent.all_files) as files:
            yield dict(zip(sent.all_files, files, strict=True))

    async def complete(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Suggest values for an option, out of the asker's own videos."""
        query = request.query
        found = await self.chat.complete(
            query.get("command", ""), query.get("option", ""), query.get("typed", "")[:100], asker
        )
        return web.json_response([{"value": value, "label": label} for value, label in found])

    async def asset(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Send the bytes of an asset to whom the gate lets have them."""
        return await self.media.serve(request, asker.viewer, asker.surface, AssetId(_uuid(request.match_info["asset"])))

    async def blurred(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Send a blurred poster to whom the gate lets have the poster."""
        return await self.blurs.serve(asker.viewer, asker.surface, AssetId(_uuid(request.match_info["asset"])))

    async def receipt(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Give the signed receipt as a file for `hushreel receipt verify`."""
        content = await self.chat.receipt_file(VideoId(_uuid(request.match_info["video"])), asker)
        if content is None:
            raise web.HTTPNotFound
        headers = {"Content-Disposition": 'attachment; filename="hushreel-receipt.json"'}
        return web.Response(text=content, content_type="application/json", headers=headers)

    async def events(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Stream redrawn cards (server-sent events) for as long as the page is open."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)

        with self.live.opened(asker.person) as page, suppress(ConnectionResetError):

            async def draw(change: Changed) -> Json | None:
                again, video = await self._arrive(request), VideoId(change.subject)
                reply = await self.news.draw(change, again)
                if reply is not None:
                    return self._json(reply, again)
                return self._json(over(video), again) | {"gone": True} if video in page.others else None

            for video in await self.chat.unfinished(asker):
                page.tell(Changed("video", video))
            if await self.news.count(asker):
                page.tell(Changed("review", asker.person))
            await response.write(b": open\n\n")
            async for card in redraws(page, draw):
                await response.write(b"data: " + json.dumps(card).encode() + b"\n\n")
        return response

    async def _reply(
        self, request: web.Request, answer: Callable[[], Awaitable[Reply]], asker: Asker
    ) -> web.StreamResponse:
        """Give the answer in the language that the person speaks after it."""
        try:
            reply = await answer()
        except PersonError as error:
            reply = self.chat.explain(error, asker)
        again = await self._arrive(request)
        self.live.follow(asker.person, again.person)
        return web.json_response(self._json(reply, again))

    def _json(self, reply: Reply, asker: Asker) -> Json:
        zone = asker.preferences.time_zone
        home = f"/demo/{asker.identity.external_id}"
        speak = self._speaker(asker.language, zone)
        people = [(who.value, say) for who, say in others(asker.identity.external_id)]
        drawn = reply_json(reply, speak, lambda value: shown_as_text(value, zone, asker.language), home, people)
        return {**drawn, "language": spoken(asker.language)}

    def _speaker(self, language: str, zone: str = "UTC") -> Speak:
        return speaker(self.texts, language, zone)

    def _guarded(self, handler: "Handler") -> "Handler":
        async def guarded(request: web.Request) -> web.StreamResponse:
            self.guard.check(request)
            return await handler(request)

        return guarded

    def _upload(self, handler: "SeatedHandler") -> "Handler":
        async def told(request: web.Request, asker: Asker) -> web.StreamResponse:
            try:
                return await handler(request, asker)
            except PersonError as error:
                return web.json_response(self._json(self.chat.explain(error, asker), asker), status=status_of(error))

        return self._seated(told)

    def _seated(self, handler: "SeatedHandler") -> "Handler":
        async def seated(request: web.Request) -> web.StreamResponse:
            self.guard.check(request)
            self.guard.person(request)
            return await handler(request, await self._arrive(request))

        return seated

    async def _arrive(self, request: web.Request) -> Asker:
        """Meet whose path this is, as they are set up now."""
        who, language = named(request), language_of(request)
        place = place_of(who, self.texts, language)
        return await self.chat.arrive(Identity(Platform.DEMO, who.value), Surface.CHAT_PRIVATE, language, place)


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SeatedHandler = Callable[[web.Request, Asker], Awaitable[web.StreamResponse]]


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise web.HTTPNotFound from None
