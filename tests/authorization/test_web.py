"""Every address of the web, by each person of the demo, by somebody without a seat, and by whoever has a link."""

import socket
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest
import pytest_asyncio
from aiohttp import ClientSession, DummyCookieJar, web

from bots.chat import desk
from bots.chat.once import ACTION, FOR_MS
from bots.web.app import application
from bots.web.demo_place import EXTERNAL_ID
from bots.web.guard import DemoGuard, Who
from bots.web.live import LivePages
from bots.web.uploads import PIECE_TYPE
from bots.wiring.web import demo_routes, public_routes
from core.communities import Place
from core.intake.held import Held
from core.people import Identity, Platform
from core.videos import Making
from tests.authorization.house import HERE, House, house_in
from tests.authorization.table import about, ways
from tests.fakes.tiny import VIDEO

pytestmark = pytest.mark.asyncio(loop_scope="module")

OWNER, *OTHERS = (one.value for one in Who)
NOBODY = "nobody"
PUBLIC = "https://videos.example.org"
SECRET = "the-secret-of-this-start"
BLURRED = "GET /demo/{who}/blurred/{asset}"
ASSET, RECEIPT = "GET /demo/{who}/assets/{asset}", "GET /demo/{who}/receipt/{video}"
ONCE, LINK = "POST /demo/{who}/v/{token}", "POST /v/{token}"
HELD = tuple(f"POST {below}/receipt{one}" for below in ("", "/demo/{who}") for one in ("", "/file"))
UPLOADS = tuple(f"{method} /demo/{{who}}/uploads/{{upload}}" for method in ("HEAD", "PATCH", "DELETE"))
_OF_ONE = ("", "/captions", "/poster", "/video")
DEMO_SHOWN = tuple(f"GET /demo/{{who}}/c/{{slug}}{one}" for one in _OF_ONE)
WORLD_SHOWN = tuple(f"GET /c/{{community}}/{{slug}}{one}" for one in _OF_ONE)
DEMO_DESK = tuple(f"GET /demo/{{who}}/desk/{{publication}}{one}" for one in _OF_ONE[2:])
DESK = tuple(f"GET /desk/{{publication}}{one}" for one in _OF_ONE[2:])
BELOW = [one for one, way in ways("routes").items() if "/{who}/" in one]
"""Addresses below one person's own."""


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, whole; the time of day left out."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Site:
    """The demo and the public addresses over one house, whose owner is the demo's."""

    house: House
    address: str
    session: ClientSession
    cookies: Mapping[str, str]
    """What a browser sends that sits in one person's seat; "nobody" sends none."""

    slugs: Mapping[str, str] = field(default_factory=dict)
    """Names in addresses: the demo's community, what it shows and what was taken back; ids of what waits or doesn't."""

    async def ask(
        self, route: str, who: str, *, seat: str | None = None, origin: str | None = None, **more: str
    ) -> Answer:
        """Ask an address as somebody, by default from their own seat; `more` fills its path."""
        method, path = route.split(" ", 1)
        headers = {
            "Origin": origin or self.address,
            "Upload-Length": "4",
            "Upload-Offset": "0",
            "Content-Type": PIECE_TYPE,
        }
        headers |= {"Cookie": self.cookies[seat or who]}
        url, body = self.address + path.format_map({"who": who} | more), b"abcd" if method == "PATCH" else None
        async with self.session.request(method, url, headers=headers, data=body, allow_redirects=False) as answer:
            kept = {name: value for name, value in answer.headers.items() if name != "Date"}
            return Answer(answer.status, kept, await answer.read())

    async def send(self, route: str, who: str, fields: Mapping[str, str], origin: str | None = None) -> Answer:
        """Send a form to an address as somebody, from their own seat."""
        path = route.split(" ", 1)[1].format_map({"who": who})
        headers = {"Origin": origin or self.address, "Cookie": self.cookies[who]}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        async with self.session.post(self.address + path, headers=headers, data=urlencode(fields)) as answer:
            kept = {name: value for name, value in answer.headers.items() if name != "Date"}
            return Answer(answer.status, kept, await answer.read())

    async def upload(self) -> str:
        """Begin an upload of the owner's."""
        begun = await self.ask("POST /demo/{who}/uploads", OWNER)
        assert begun.status == 201
        return begun.headers["Location"].rsplit("/", 1)[1]

    async def link(self, state: Making = Making.READY) -> str:
        """Give the token of a one-time link to a video of the owner's."""
        presses = self.house.connecting.talk.services.presses
        return await presses.link(ACTION, self.house.private[state], self.house.owner, FOR_MS)

    async def assets(self, state: Making = Making.READY) -> list[str]:
        """Name the bytes of the owner's video in a state."""
        found = await self.house.connecting.talk.parts.store.ledger.assets(self.house.private[state])
        return [str(one) for one in found]


@asynccontextmanager
async def demo_in(folder: Path) -> AsyncIterator[House]:
    """Open a house whose owner sits at the demo."""
    async with house_in(folder) as house:
        owner = await house.chat.arrive(Identity(Platform.DEMO, "owner"), HERE)
        place = Place(Platform.DEMO, EXTERNAL_ID, is_admin=True)
        moderator = await house.chat.arrive(Identity(Platform.DEMO, Who.MODERATOR.value), HERE, place=place)
        assert moderator.community is not None
        demo = replace(house, owner=owner, other=owner, private={}, opened={}, community=moderator.community)
        for state in Making:
            demo.private[state] = await demo.add(state)
        yield demo


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Site]:
    """Serve the demo, and the public addresses beside it."""
    folder = tmp_path_factory.mktemp("site")
    async with AsyncExitStack() as closing:
        house = await closing.enter_async_context(demo_in(folder))
        parts, listening = house.connecting.talk.parts, socket.create_server(("127.0.0.1", 0))
        held, port = Held(parts.vault, parts.ids), listening.getsockname()[1]
        closing.push_async_callback(held.close)
        guard = DemoGuard(SECRET, port)
        routes = await demo_routes(parts, house.chat, LivePages(), held, guard)
        routes += public_routes(parts, house.chat, PUBLIC)
        runner = web.AppRunner(application(routes, ready=lambda: True), shutdown_timeout=1)
        await runner.setup()
        closing.push_async_callback(runner.cleanup)
        await web.SockSite(runner, listening).start()
        address = f"http://127.0.0.1:{port}"
        session = await closing.enter_async_context(ClientSession(cookie_jar=DummyCookieJar()))
        async with session.get(f"{address}/demo?t={SECRET}") as door:
            cookies = {who.value: door.cookies[f"hushreel_{who.value}"].value for who in Who}
        sent = {who: f"hushreel_{who}={value}" for who, value in cookies.items()}
        yield Site(house, address, session, {**sent, NOBODY: ""}, await published(house))


VERBS = {"draft": (), "proposed": ("propose",), "shown": ("show",), "withdrawn": ("show", "withdraw")}


async def published(house: House) -> dict[str, str]:
    """Publish videos of the owner's in the demo's community, and give the names that addresses have."""
    added = {name: await house.show(await house.add(Making.READY), *verbs) for name, verbs in VERBS.items()}
    found = {name: str(one.id) for name, one in added.items()}
    with closing(sqlite3.connect(house.database)) as connection:
        for name in ("shown", "withdrawn"):
            query = "SELECT slug FROM publications WHERE id = ?"
            ((found[name],),) = connection.execute(query, (added[name].id.hex,))
        query = "SELECT slug FROM communities WHERE id = ?"
        ((found["community"],),) = connection.execute(query, (house.community.hex,))
    return found


async def test_every_address_about_a_thing_of_somebodys_is_tried() -> None:
    """Whoever adds one tries it below."""
    assert {ASSET, BLURRED, RECEIPT, ONCE, LINK, *HELD, *UPLOADS} == set(
        about("routes", "video", "asset", "receipt", "upload")
    )
    shown = (DEMO_SHOWN, WORLD_SHOWN, DEMO_DESK, DESK)
    assert {one for group in shown for one in group} == set(about("routes", "publication"))


@pytest.mark.parametrize("route", BELOW)
async def test_below_a_person_nothing_answers_without_that_persons_cookie(site: Site, route: str) -> None:
    """Neither to somebody without a seat nor from another's seat, whatever the address names; nothing changes."""
    token, (asset, *_), upload = await site.link(), await site.assets(), await site.upload()
    there = {"token": token, "asset": asset, "upload": upload, "video": str(site.house.private[Making.READY])}
    there |= {"community": site.slugs["community"], "slug": site.slugs["shown"], "publication": site.slugs["proposed"]}
    there |= {"secret": site.slugs["community"], "case": site.slugs["proposed"]}
    nothing = {name: uuid4().hex[:22] for name in there}
    before = site.house.rows()
    for seat in (*OTHERS, NOBODY):
        refused = await site.ask(route, OWNER, seat=seat, **there)
        assert refused.status == 403
        assert refused == await site.ask(route, OWNER, seat=seat, **nothing)
    assert site.house.rows() == before
    assert (await site.ask(ONCE, OWNER, token=token)).body == VIDEO
    assert (await site.ask(UPLOADS[0], OWNER, upload=upload)).status == 200
    await site.ask(UPLOADS[2], OWNER, upload=upload)


async def test_the_door_needs_its_secret(site: Site) -> None:
    """Without what was printed nobody gets a seat."""
    for path in ("GET /demo", "GET /demo?t=", "GET /demo?t=guess"):
        assert (await site.ask(path, NOBODY)).status == 403


@pytest.mark.parametrize("who", OTHERS)
async def test_others_get_no_byte_of_a_private_video(site: Site, who: str) -> None:
    """From their own seat: of each of its bytes, ready or being erased, they get what an unknown name gets."""
    unknown, before = await site.ask(ASSET, who, asset=str(uuid4())), site.house.rows()
    assert unknown.status == 404
    for state in site.house.private:
        for asset in await site.assets(state):
            assert await site.ask(ASSET, who, asset=asset) == unknown, state
            assert await site.ask(BLURRED, who, asset=asset) == await site.ask(BLURRED, who, asset=str(uuid4())), state
    assert site.house.rows() == before


async def test_the_owner_gets_what_is_there(site: Site) -> None:
    """The bytes of a ready video; of one that is being erased what an unknown name gets."""
    ready = [await site.ask(ASSET, OWNER, asset=one) for one in await site.assets()]
    assert {one.status for one in ready} == {200}
    assert VIDEO in [one.body for one in ready]
    unknown = await site.ask(ASSET, OWNER, asset=str(uuid4()))
    assert [await site.ask(ASSET, OWNER, asset=one) for one in await site.assets(Making.ERASING)] == [unknown] * 3


@pytest.mark.parametrize("who", OTHERS)
async def test_a_link_opens_for_its_receiver_alone(site: Site, who: str) -> None:
    """From their own seat others get what an unknown link gets, and don't spend it; its receiver opens it once."""
    token = await site.link()
    assert await site.ask(ONCE, who, token=token) == await site.ask(ONCE, who, token="a" * 22)
    assert [(await site.ask(ONCE, OWNER, token=token)).status for _ in range(2)] == [200, 404]


async def test_on_the_public_address_whoever_has_a_link_opens_it_once(site: Site) -> None:
    """It is a right by itself: 128 bits, spent by its first opening; for a video being erased it opens nothing."""
    token, gone = await site.link(), await site.link(Making.ERASING)
    opened = [await site.ask(LINK, NOBODY, token=one) for one in (token, token, gone, "a" * 22)]
    assert [one.status for one in opened] == [200, 404, 404, 404]
    assert opened[0].body == VIDEO
    assert opened[1] == opened[2] == opened[3]


async def test_a_receipt_is_given_to_its_owner(site: Site) -> None:
    """Others get what a video without one gets."""
    video = await site.house.add(Making.ERASING)
    await site.house.connecting.talk.erase(video)
    assert (await site.ask(RECEIPT, OWNER, video=str(video))).status == 200
    for who in OTHERS:
        assert await site.ask(RECEIPT, who, video=str(video)) == await site.ask(RECEIPT, who, video=str(uuid4()))


@pytest.mark.parametrize("route", HELD)
async def test_a_receipt_is_shown_to_whoever_brings_its_secret(site: Site, route: str) -> None:
    """From any seat, and from none on the public address; without the secret there is nothing, whatever the number."""
    video = await site.house.add(Making.ERASING)
    await site.house.connecting.talk.erase(video)
    async with site.house.connecting.talk.parts.store.read() as reads:
        receipt = await reads.receipt(site.house.owner.viewer, video)
    assert receipt is not None
    origin = None if "{who}" in route else PUBLIC
    for who in (OWNER, *OTHERS):
        told = await site.send(route, who, {"number": receipt.id, "secret": receipt.secret}, origin)
        assert told.status == 200
        assert receipt.id.encode() in told.body
        for wrong in ({"number": receipt.id, "secret": "a" * 22}, {"number": receipt.id}, {}):
            assert (await site.send(route, who, wrong, origin)).status == 404
        assert (await site.send(route, who, {}, "https://elsewhere.example.org")).status == 403


@pytest.mark.parametrize("route", UPLOADS)
async def test_an_upload_is_his_who_began_it(site: Site, route: str) -> None:
    """Others can't ask how far it is, put bytes into it or end it."""
    upload = await site.upload()
    for who in OTHERS:
        refused = await site.ask(route, who, upload=upload)
        assert refused.status == 404
        assert refused == await site.ask(route, who, upload=str(uuid4()))
    assert (await site.ask(UPLOADS[0], OWNER, upload=upload)).headers["Upload-Offset"] == "0"
    await site.ask(UPLOADS[2], OWNER, upload=upload)


@pytest.mark.parametrize("who", [OWNER, *OTHERS])
async def test_a_showcase_shows_what_is_shown(site: Site, who: str) -> None:
    """To everybody of the community; what was taken back is answered like what never was."""
    for route in DEMO_SHOWN:
        assert (await site.ask(route, who, slug=site.slugs["shown"])).status == 200
        unknown = await site.ask(route, who, slug="a" * 22)
        assert unknown.status == 404
        assert await site.ask(route, who, slug=site.slugs["withdrawn"]) == unknown


async def test_on_the_public_address_nothing_is_shown_that_is_for_members(site: Site) -> None:
    """A community that shows nothing to anyone answers like one that isn't there."""
    for route in WORLD_SHOWN:
        asked = {"community": site.slugs["community"], "slug": site.slugs["shown"]}
        here, nowhere = await site.ask(route, NOBODY, **asked), await site.ask(route, NOBODY, **asked | {"slug": "a"})
        assert here.status == 404
        assert here == nowhere


@pytest.mark.parametrize("route", DEMO_DESK)
async def test_a_desk_has_what_waits_for_its_moderators_alone(site: Site, route: str) -> None:
    """Others find no desk; its moderator gets nothing of a draft and of what was taken back."""
    for who in (OWNER, *OTHERS):
        unknown = await site.ask(route, who, publication=str(uuid4()))
        assert unknown.status == 404
        hidden = ["draft"] if who == Who.MODERATOR.value else ["draft", "proposed"]
        for name in hidden:
            assert await site.ask(route, who, publication=site.slugs[name]) == unknown, (who, name)
    found = await site.ask(route, Who.MODERATOR.value, publication=site.slugs["proposed"])
    assert found.status == 200 or route != DEMO_DESK[-1], "what stands for a poster here is no picture to be blurred"


async def test_the_public_desk_opens_by_a_link_and_once(site: Site) -> None:
    """Without a session every address of it says the same of what is there and of what isn't."""
    for route in DESK:
        shut = await site.ask(route, NOBODY, publication=str(uuid4()))
        assert shut.status == 403
        assert await site.ask(route, NOBODY, publication=site.slugs["proposed"]) == shut
    asker = await site.house.chat.arrive(Identity(Platform.DEMO, Who.MODERATOR.value), HERE)
    presses = site.house.connecting.talk.services.presses
    token = await presses.link(desk.ACTION, site.house.community, asker, desk.LINK_FOR_MS)
    assert await site.ask("GET /desk/{token}", NOBODY, token=token) == await site.ask(
        "GET /desk/{token}", NOBODY, token="a"
    )
    opened = [
        await site.ask("POST /desk/{token}", NOBODY, origin=PUBLIC, token=one) for one in ("a" * 22, token, token)
    ]
    assert [one.status for one in opened] == [404, 204, 404]
    assert (await site.ask("POST /desk/{token}", NOBODY, token=token)).status == 403
