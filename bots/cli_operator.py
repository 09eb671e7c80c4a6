"""What the operator's own commands at the machine do: `hushreel operator`. Imports wait until a command needs them."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from bots.terminal import DONE, failed, moment, money, say, settings_here
from bots.texts.operator import line


async def operator_login() -> int:
    """Print a link that opens the operator's desk, once and for five minutes."""
    from bots.wiring.operator import desk_address  # noqa: PLC0415

    settings = settings_here()
    address = await desk_address(settings)
    say(line("desk-link", address=address))
    if settings.public_url is None:
        say(line("desk-here", port=str(settings.listen[1])))
    return DONE


async def operator_open(video: str, reason: str, target: Path, *, role: str, number: int) -> int:
    """Write a video's bytes into a new file, once it is kept that its owner is to be told so, and why."""
    from bots.wiring.operator import Wanted, open_video  # noqa: PLC0415
    from core.videos import AssetRole, VideoId  # noqa: PLC0415

    try:
        named = VideoId(UUID(video))
    except ValueError:
        return failed(line("opening-no-id", given=video))
    wanted = Wanted(named, AssetRole(role), number, reason, target)
    say(line("opening-told"))
    written = await open_video(settings_here(), wanted)
    say(line("opening-written", bytes=written, path=target))
    return DONE


async def operator_costs() -> int:
    """Show what videos made elsewhere came to, a line for each month, generator and community."""
    from bots.wiring.operator import books  # noqa: PLC0415
    from core.spending import Charge, Sum  # noqa: PLC0415

    entries = await books(settings_here())
    for one in entries:
        named = {"month": one.month, "route": one.route, "community": one.community or "none"}
        kinds = {charge.value: one.sums.get(charge, Sum(0, 0)) for charge in Charge}
        counted = {kind: found.videos for kind, found in kinds.items()}
        if one.currency is None:
            say(line("costs-unknown", **named, **counted))
        else:
            sums = {f"{kind}_sum": money(found.amount_micro, one.currency) for kind, found in kinds.items()}
            say(line("costs", **named, **counted, **sums))
    say(line("costs-by" if entries else "costs-none"))
    return DONE


async def operator_holds() -> int:
    """List the videos that a restore put on hold."""
    from bots.wiring.operator import holds  # noqa: PLC0415

    found = await holds(settings_here())
    for video, since_ms in found:
        say(line("held", video=video, since=moment(since_ms)))
    if not found:
        say(line("held-none"))
    return DONE


async def operator_lift(videos: Sequence[str]) -> int:
    """Lift the holds that a restore left behind: of some videos, or of all."""
    from bots.wiring.operator import lift_holds  # noqa: PLC0415
    from core.videos import VideoId  # noqa: PLC0415

    named = None
    if videos:
        try:
            named = [VideoId(UUID(one)) for one in videos]
        except ValueError:
            return failed(line("lifting-no-id"))
    lifted = await lift_holds(settings_here(), named)
    for video in lifted:
        say(line("lifted", video=video))
    missed = [one for one in named or () if one not in lifted]
    return failed(line("lifting-missed", videos=", ".join(map(str, missed)))) if missed else DONE
