"""Giving a code on one side, and typing it on the other: nothing is joined by that, the first side is asked."""

from collections.abc import Sequence

from core.errors import BadInput, LimitReached, NotAllowed, NotFound, PersonError
from core.linking.codes import new_code, read_code
from core.pairings import NAME_LONGEST, Pairing, PairingId, PairingState, Side, Told, kind_of
from core.people import Platform, PlatformAccount, Viewer
from core.ports import Clock, Ids, Reads, Store, Writes

TYPED_WITHIN_MS = 600_000
"""How long a code can be typed. Wrong ones count as long, so five of them outlast every code that was open then."""

CONFIRMED_WITHIN_MS = 3_600_000
WRONG_MOST = 5


async def standing(viewer: Viewer, *, store: Store) -> tuple[Sequence[PlatformAccount], Pairing | None]:
    """Give the viewer's accounts, and the pairing of theirs that waits."""
    async with store.read() as reads:
        return await reads.accounts(viewer), await reads.pairing(viewer)


async def give_code(viewer: Viewer, platform: Platform, name: str, *, store: Store, clock: Clock, ids: Ids) -> str:
    """Open a pairing, and give its code: it is kept as a digest and told this once. An earlier open one is over.

    Raises BadInput("connected_already"), LostRace and NotFound as the store does.
    """
    code, now_ms = new_code(), clock.now_ms()
    async with store.write() as writes:
        first = await _side(viewer, platform, name, writes)
        if len(await writes.accounts(viewer)) > 1:
            raise BadInput("connected_already")
        until_ms = now_ms + TYPED_WITHIN_MS
        await writes.add_pairing(Pairing(PairingId(ids.new()), PairingState.OPEN, first, now_ms, until_ms), code)
    return code


async def type_code(
    viewer: Viewer, platform: Platform, name: str, typed: str, *, store: Store, clock: Clock
) -> Pairing:
    """Type the other side's code: it is asked now, and decides.

    Raises, each with both sides told: NotFound("code_over") for one that was used or came too late,
    NotAllowed("code_third") where another account typed it before, BadInput("code_taken") where both have an account
    on one platform. Raises BadInput: code_malformed, code_own; NotFound("code_unknown"), LimitReached("wrong_codes").
    """
    code = read_code(typed)
    async with store.write() as writes:
        second = await _side(viewer, platform, name, writes)
        found = await _typed(viewer, second, code, writes, clock.now_ms())
    if isinstance(found, PersonError):
        raise found
    return found


async def _side(viewer: Viewer, platform: Platform, name: str, reads: Reads) -> Side:
    """Give the account by which the viewer speaks. Raises NotFound("not_connected") for one that isn't theirs."""
    found = next((one for one in await reads.accounts(viewer) if one.identity.platform is platform), None)
    if viewer.person is None or found is None:
        raise NotFound("not_connected")
    return Side(viewer.person, platform, " ".join(name.split())[:NAME_LONGEST] or found.identity.external_id)


async def _typed(viewer: Viewer, second: Side, code: str, writes: Writes, now_ms: int) -> Pairing | PersonError:
    """Carry a typed code as far as it goes. A refusal is given back and not raised: what it changes is kept."""
    if await writes.wrong_codes(viewer, now_ms - TYPED_WITHIN_MS) >= WRONG_MOST:
        return LimitReached("wrong_codes", limit=WRONG_MOST, within_ms=TYPED_WITHIN_MS)
    found = await writes.pairing_by_code(code)
    if found is None:
        await writes.count_wrong_code(viewer)
        return NotFound("code_unknown")
    if not found.waits(now_ms):
        return await _over(viewer, second, found, writes)
    return await _known(viewer, second, found, writes, now_ms)


async def _known(viewer: Viewer, second: Side, found: Pairing, writes: Writes, now_ms: int) -> Pairing | PersonError:
    if found.first.person == viewer.person:
        return BadInput("code_own")
    if found.second is None:
        return await _ask(viewer, second, found, writes, now_ms + CONFIRMED_WITHIN_MS)
    if found.second.person != viewer.person:
        return await _third(viewer, second, found, writes)
    return found


async def _ask(viewer: Viewer, second: Side, found: Pairing, writes: Writes, until_ms: int) -> Pairing | PersonError:
    theirs = {one.identity.platform for one in await writes.accounts(Viewer(found.first.person))}
    if not theirs.isdisjoint(one.identity.platform for one in await writes.accounts(viewer)):
        await writes.close_pairing(found, PairingState.OVER)
        await writes.tell_side(found.first, kind_of(Told.TAKEN, second.platform), found.id)
        return BadInput("code_taken")
    await writes.ask_pairing(found, second, until_ms)
    await writes.tell_side(found.first, kind_of(Told.ASKED, second.platform), found.id)
    return Pairing(found.id, PairingState.ASKED, found.first, found.made_at_ms, until_ms, second)


async def _over(viewer: Viewer, typing: Side, found: Pairing, writes: Writes) -> PersonError:
    """Refuse a code that was used or is too old, and tell its sides; that is told once, then it is unknown."""
    await writes.count_wrong_code(viewer)
    for side in (found.first, found.second):
        is_typing = side and side.platform is typing.platform and viewer.person in (side.person, found.first.person)
        if side is not None and not is_typing:
            await writes.tell_side(side, kind_of(Told.OVER, typing.platform), found.id)
    await writes.drop_pairing(found.id)
    return NotFound("code_over")


async def _third(viewer: Viewer, third: Side, found: Pairing, writes: Writes) -> PersonError:
    """Void a code that a second account typed: one of the two got it from somebody."""
    await writes.count_wrong_code(viewer)
    await writes.close_pairing(found, PairingState.OVER)
    for side in (found.first, found.second):
        if side is not None:
            await writes.tell_side(side, kind_of(Told.THIRD, third.platform), found.id)
    return NotAllowed("code_third")
