"""What the web answers beside our papers: the public address, or the demo."""

from typing import Protocol

from aiohttp import web

from bots.chat.dispatch import Chat
from bots.texts.lookup import Texts
from bots.web.blurred import BlurServer
from bots.web.demo import Demo
from bots.web.demo_place import EXTERNAL_ID, DemoPlace
from bots.web.desk import DeskServer
from bots.web.desk_cases import Cases, Looked
from bots.web.desk_door import DeskDoor, same_site
from bots.web.guard import DemoGuard, check_here
from bots.web.links import PublicLinks
from bots.web.live import LivePages
from bots.web.media import MediaServer
from bots.web.members import MemberDoor, MemberSessions
from bots.web.misses import Misses
from bots.web.mydata import SESSION_MS, MyDataDoor
from bots.web.receipt import ReceiptDoor, ReceiptServer
from bots.web.sessions import Sessions
from bots.web.showcase import ShowcaseServer
from bots.web.takedown import TakedownServer
from bots.web.takedown_door import TakedownDoor
from bots.web.uploads import UploadServer
from bots.web.world import WorldShowcases
from core.intake.held import Held
from core.people import Platform
from core.ports import Clock, Ids, Store, Vault, WorkerPool


class Rooms(Protocol):
    """What the web needs of the house."""

    @property
    def store(self) -> Store:
        """Our tables."""

    @property
    def vault(self) -> Vault:
        """Sealed bytes."""

    @property
    def workers(self) -> WorkerPool:
        """Who blurs posters."""

    @property
    def clock(self) -> Clock:
        """The time."""

    @property
    def ids(self) -> Ids:
        """New names."""


def public_routes(house: Rooms, chat: Chat, public_url: str) -> list[web.RouteDef]:
    """Give one-time links, what communities show to anyone and the form to report it, and the desks."""
    texts, misses = Texts(), Misses(house.clock)
    media = MediaServer(house.store, house.vault)
    desk = _desk(house, media, texts)
    members = MemberDoor(chat, MemberSessions(chat, house.clock, house.ids), misses, texts, public_url)
    takedown = TakedownServer(house.store, house.clock, house.ids, texts, misses)
    archives = Sessions(house.clock, house.ids, SESSION_MS)
    return [
        *PublicLinks(chat, media, misses, texts).routes(),
        *WorldShowcases(ShowcaseServer(house.store, media, texts), members).routes(),
        *DeskDoor(chat, desk, Sessions(house.clock, house.ids), misses, same_site(public_url)).routes(),
        *TakedownDoor(takedown, same_site(public_url)).routes(),
        *MyDataDoor(chat, media, archives, misses, texts, public_url).routes(),
        *ReceiptDoor(ReceiptServer(chat, texts, misses, house.clock), same_site(public_url)).routes(),
    ]


def operator_routes(house: Rooms, chat: Chat, port: int) -> list[web.RouteDef]:
    """Give the operator's desk where there is no public address: to browsers of this machine alone, by this port."""
    media = MediaServer(house.store, house.vault)
    desk = _desk(house, media, Texts())
    sessions, misses = Sessions(house.clock, house.ids), Misses(house.clock)

    def check(request: web.Request) -> None:
        check_here(request, port, "The operator's desk")

    return DeskDoor(chat, desk, sessions, misses, check, secure=False).routes()


async def demo_routes(house: Rooms, chat: Chat, live: LivePages, held: Held, guard: DemoGuard) -> list[web.RouteDef]:
    """Give the demo, and begin the community that its three people are in."""
    async with house.store.write() as writes:
        await writes.begin_community(Platform.DEMO, EXTERNAL_ID)
    texts = Texts()
    media = MediaServer(house.store, house.vault)
    blurs = BlurServer(house.store, house.vault, house.workers)
    desk = _desk(house, media, texts)
    takedown = TakedownServer(house.store, house.clock, house.ids, texts, Misses(house.clock))
    receipt = ReceiptServer(chat, texts, Misses(house.clock), house.clock)
    place = DemoPlace(ShowcaseServer(house.store, media, texts), desk, takedown, receipt, live)
    return Demo(chat, texts, guard, media, live, UploadServer(held), blurs, place).routes()


def _desk(house: Rooms, media: MediaServer, texts: Texts) -> DeskServer:
    blurs = BlurServer(house.store, house.vault, house.workers)
    cases = Cases(house.store, house.clock, media, blurs, Looked(house.clock))
    return DeskServer(house.store, house.clock, media, blurs, texts, cases)
