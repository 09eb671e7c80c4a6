"""/mydata: one archive of all that is here of whoever asks, for a day, for them alone."""

from dataclasses import dataclass, replace
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.command import Asker, Command
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Link, Part, Progress, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import CommandName, Say, Value, When
from core.errors import LostRace, NotFound
from core.exporting.export import close, request, send
from core.exports import LASTS_MS, Export, ExportId
from core.people import Viewer
from core.videos import VideoId

ACTION = "mydata"
"""What a link to an archive is for."""

PAGE = "/mydata"
FILE = f"{PAGE}/file?download"
CARD = "mydata"
FILE_NAME = "hushreel.zip"

IN_CHAT_MOST_BYTES = 10_000_000
"""How large an archive is at most that is sent into a chat: every platform takes that."""


@dataclass(frozen=True)
class MyData:
    """Get all that is here of oneself."""


async def answer_my_data(request_: MyData, asker: Asker, services: Services) -> Reply:
    """Say what an archive would hold, how far one is, or where it is."""
    del request_
    return await _standing(asker, services)


async def _standing(asker: Asker, services: Services) -> Reply:
    async with services.store.read() as reads:
        export = await reads.export(asker.viewer)
    if export is None:
        return await _offered(asker, services)
    return await (_ready if export.is_ready else _making)(export, asker, services)


async def _offered(asker: Asker, services: Services) -> Reply:
    """Say what would be in it, how large that is now, and ask once."""
    async with services.store.read() as reads:
        extent = await reads.extent(asker.viewer)
    panel = Panel(asker.person, asker, services)
    make = await panel.offer(Say("button-mydata-make"), "mydata", "mdmake", Style.MAIN)
    size = {"videos": extent.videos, "files": extent.files, "size_bytes": extent.size_bytes}
    said = (
        Text(Say("mydata-lead", size)),
        Text(Say("mydata-holds")),
        Text(Say("mydata-lacks")),
        Text(Say("mydata-keeps", {"hours_ms": LASTS_MS})),
    )
    return Reply((*said, *panel.row(make)), card=CARD)


async def _making(export: Export, asker: Asker, services: Services) -> Reply:
    panel = Panel(export.id, asker, services)
    share = services.progress.share(VideoId(export.id))
    percent = 0 if share is None else round(share * 100)
    stop = await panel.offer(Say("button-mydata-stop"), "mydata", "mderase")
    look = panel.show(Say("button-mydata-look"), "mydata", "mdlook")
    return Reply((Progress(Say("mydata-making", {"percent": percent}), share), *panel.row(look, stop)), card=CARD)


async def _ready(export: Export, asker: Asker, services: Services) -> Reply:
    panel = Panel(export.id, asker, services)
    erase = await panel.offer(Say("button-mydata-erase"), "mydata", "mderase", Style.DANGER)
    told: dict[str, Value] = {
        "files": export.files,
        "size_bytes": export.size_bytes or 0,
        "until": When(export.ends_at_ms),
    }
    ways = await _ways(export, asker, services)
    return Reply((Text(Say("mydata-ready", told)), Text(Say("mydata-sooner")), *ways, *panel.row(erase)), card=CARD)


async def _ways(export: Export, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer the ways to the archive; where there is none, say what is missing."""
    if services.policy.demo:
        return (Link(Say("button-mydata-get"), FILE),)
    ways = (*await _linked(export, asker, services), *await _here(export, asker, services))
    return ways or (Text(Say("mydata-no-way", {"command": CommandName("about")})),)


async def _here(export: Export, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer to send it into the chat, where that takes it, and say whose copy that becomes."""
    if export.size_bytes is None or export.size_bytes > IN_CHAT_MOST_BYTES:
        return ()
    panel = Panel(export.id, asker, services)
    send_it = await panel.offer(Say("button-mydata-send"), "mydata", "mdsend")
    platform = Say(f"platform-{asker.identity.platform.value}")
    return (Text(Say("mydata-here", {"platform": platform})), *panel.row(send_it))


async def _linked(export: Export, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer a link that opens once, where there is a web address."""
    if not services.policy.links:
        return ()
    for_ms = max(0, export.ends_at_ms - services.clock.now_ms())
    token = await services.presses.link(ACTION, export.id, asker, for_ms)
    return (Text(Say("mydata-link")), Link(Say("button-mydata-get"), f"{PAGE}/{token}"))


async def press_make(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Begin an archive. Raises LostRace("export_there") while there is one."""
    await request(asker.viewer, asker.language, asker.surface, store=services.store, ids=services.ids)
    return await _standing(asker, services)


async def press_look(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show how far it is."""
    return await _standing(asker, services)


async def press_send(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Have it sent into the private chat. Raises LostRace for one that is gone, or another one by now."""
    export, platform = ExportId(pressed.subject), asker.identity.platform
    await send(asker.viewer, export, platform, asker.surface, store=services.store)
    standing = await _standing(asker, services)
    return replace(standing, parts=(Text(Say("mydata-sending")), *standing.parts))


async def press_erase(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the archive away at once. Raises LostRace where it is gone, or another one by now."""
    async with services.store.read() as reads:
        export = await reads.export(asker.viewer)
    if export is None or export.id != pressed.subject:
        raise LostRace("press_used")
    await close(asker.viewer, asker.surface, store=services.store)
    services.presses.forget(ACTION, export.id, asker.person)
    return _erased()


def _erased() -> Reply:
    return Reply((Text(Say("mydata-erased", {"command": CommandName("mydata")})),), card=CARD)


async def _as_it_is(_subject: UUID, asker: Asker, services: Services) -> Reply:
    return await _standing(asker, services)


async def card(asker: Asker, services: Services) -> Reply:
    """Draw the card of an archive as it is now, under the key "mydata", for who has it open."""
    async with services.store.read() as reads:
        export = await reads.export(asker.viewer)
    return await _standing(asker, services) if export is not None else _erased()


async def notice(asker: Asker, services: Services) -> Reply | None:
    """Tell somebody that their archive is ready; None where it isn't, or not any more."""
    async with services.store.read() as reads:
        export = await reads.export(asker.viewer)
    return await _ready(export, asker, services) if export is not None and export.is_ready else None


async def file_of(export: UUID, asker: Asker, services: Services) -> bytes | None:
    """Give an archive that was asked to be sent here, whole; None for one that is gone, or too large for a chat."""
    async with services.store.read() as reads:
        found = await reads.export_bytes(asker.viewer, asker.surface)
    if found is None or found[0].id != export or found[0].size_bytes > IN_CHAT_MOST_BYTES:
        return None
    asset, decision = found
    try:
        stream = await services.vault.open(asset.id, decision)
        return b"".join([chunk async for chunk in stream.read(0, asset.size_bytes)])
    except NotFound:
        return None


async def open_my_data(token: str, services: Services) -> Viewer:
    """Spend a link for whoever has it, and give whose archive it is for.

    Raises NotFound("link_not_found") for a link that is spent, too old or unknown, and for an archive that is gone.
    """
    async with services.store.write() as writes:
        bound = await writes.redeem(token, ACTION)
        if bound is None:
            raise NotFound("link_not_found")
        services.presses.forget(ACTION, bound.subject, bound.person)
        export = await writes.export(Viewer(bound.person))
    if export is None or export.id != bound.subject or not export.is_ready:
        raise NotFound("link_not_found")
    return Viewer(bound.person)


COMMANDS = (Command("mydata", MyData, answer_my_data),)
PRESSES = (
    Press("mdmake", press_make, changes=True, as_it_is=_as_it_is),
    Press("mdlook", press_look),
    Press("mdsend", press_send, changes=True, as_it_is=_as_it_is),
    Press("mderase", press_erase, changes=True, as_it_is=_as_it_is),
)
