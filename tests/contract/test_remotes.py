"""What every generator that somebody else runs keeps to. A new one is one line in REMOTES."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from uuid import UUID

import pytest
import pytest_asyncio

from core.errors import Busy, Declined, LostSubmit, RemoteError, Spoiled
from core.generation.declined import DECLINED
from core.records import Cost, Material, Outcome, Stage, Trains
from core.videos import Extras, Media
from core.work import Memory
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.contract.comfyui_elsewhere import ComfyUIElsewhere
from tests.contract.elsewhere import Elsewhere, Gives, Loses, Refuses
from tests.contract.kling_elsewhere import LARGEST_BYTES, KlingElsewhere
from tests.fakes.pictures import MARK, traced
from tests.fakes.time import SeededIds

REMOTES: dict[str, Callable[[Workers], AbstractAsyncContextManager[Elsewhere]]] = {
    "kling legacy": lambda workers: KlingElsewhere("legacy", workers),
    "kling newer": lambda workers: KlingElsewhere("newer", workers),
    "comfyui": ComfyUIElsewhere,
}
IDS = SeededIds(9)
TRACES = (MARK, b"Exif", b"xmpmeta", b"ICC_PROFILE", b"8BIM", b"c2pa", b"discord", b"telegram")
"""What stands in a picture's metadata, and where the platforms are."""

HEADERS = {"host", "authorization", "user-agent", "accept", "accept-encoding", "connection", "content-type"} | {
    "content-length",
    "transfer-encoding",
}
"""All that a request needs to say of itself."""


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    """Real worker processes."""
    pool = Workers(TASKS)
    yield pool
    await pool.close()


@pytest_asyncio.fixture(params=REMOTES)
async def there(request: pytest.FixtureRequest, workers: Workers) -> AsyncIterator[Elsewhere]:
    """One of the generators, with the fake of whoever runs it."""
    async with REMOTES[request.param](workers) as elsewhere:
        yield elsewhere


def our_id() -> UUID:
    """Draw an id for a submit."""
    return IDS.new()


def photo() -> Material:
    """Give a photo with all traces that a camera leaves, as intake would never give it."""
    return Material("image/jpeg", Memory.of(traced("JPEG")))


async def begun(there: Elsewhere) -> str:
    """Submit an order."""
    return await there.remote.submit(there.order, [], our_id())


async def ready(there: Elsewhere) -> str:
    """Submit an order and let it come to its end."""
    task = await begun(there)
    there.finish()
    return task


async def test_a_video_is_ordered_followed_and_fetched(there: Elsewhere) -> None:
    """It waits, is worked on, is ready; the video is one, and has a size and a length. It was paid once."""
    task = await begun(there)
    assert (await there.remote.follow(task)).state is Stage.WAITING
    there.work()
    assert (await there.remote.follow(task)).state is Stage.WORKING
    there.finish()
    assert (await there.remote.follow(task)).state is Stage.READY
    product = await there.remote.fetch(task)
    with product.parts["video"] as video, product.parts["poster"] as poster:
        assert video.read(4, 4) == b"ftyp"
        assert poster.read(0, 3) == b"\xff\xd8\xff"
    assert (product.facts["width"], product.facts["height"]) == (160, 90)
    assert product.facts["duration_ms"] == pytest.approx(1_000, abs=70)
    assert there.begun == 1


async def test_a_picture_goes_with_the_order(there: Elsewhere) -> None:
    """With one picture and with two it makes a video, whatever the sides of the picture were."""
    for pictures in ([photo()], [photo(), photo()]):
        await there.remote.submit(there.order, pictures, our_id())
    assert there.begun == 2


async def test_what_leaves_this_machine_is_pixels_and_words(there: Elsewhere) -> None:
    """Nothing that left holds metadata, a name, an address of a platform, or a key; results are fetched without one."""
    task = await there.remote.submit(there.order, [photo()], our_id())
    there.finish()
    (await there.remote.fetch(task)).parts["video"].close()
    assert there.left()
    for address, headers, body in there.left():
        everything = " ".join((address, *headers.values())).encode() + body
        assert [one for one in TRACES if one in everything] == []
        assert {name.lower() for name in headers} <= HEADERS
        assert headers["User-Agent"] == "hushreel"
        assert [one for one in there.secrets if one.encode() in address.encode() + body] == []
    assert [
        headers for address, headers, _ in there.left() if "/results/" in address and "Authorization" in headers
    ] == []


@pytest.mark.parametrize("why", Refuses)
async def test_a_refusal_says_why_and_nothing_was_begun(there: Elsewhere, why: Refuses) -> None:
    """Content, bad input, quota, access, model: each has its code, with a sentence; nothing was begun."""
    there.refuse(why)
    with pytest.raises(Declined) as refused:
        await begun(there)
    assert refused.value.code == why.value
    assert refused.value.code in DECLINED
    assert there.begun == 0


async def test_a_refusal_holds_no_words(there: Elsewhere) -> None:
    """What goes to the log is codes: neither the prompt nor a key nor an address."""
    there.refuse(Refuses.CONTENT)
    with pytest.raises(RemoteError) as refused:
        await begun(there)
    told = f"{refused.value} {refused.value.__cause__!r}"
    assert [one for one in ("heron", "http", *there.secrets) if one in told] == []


async def test_it_waits_for_its_turn(there: Elsewhere) -> None:
    """Over a limit of rate nothing is begun, and it says when to ask again; then it goes."""
    there.wait()
    with pytest.raises(Busy) as busy:
        await begun(there)
    assert busy.value.after_s >= 1
    assert there.begun == 0
    await begun(there)
    assert there.begun == 1


@pytest.mark.parametrize("how", Loses)
async def test_a_lost_submit_is_said_to_be_lost_and_found_where_it_can_be(there: Elsewhere, how: Loses) -> None:
    """Nobody knows: LostSubmit. Looked up by our id, it is found if it was begun, and goes on from there; paid once."""
    ours = our_id()
    there.lose(how)
    with pytest.raises(LostSubmit):
        await there.remote.submit(there.order, [], ours)
    was_begun = how is not Loses.CUT_BEFORE
    assert there.begun == was_begun
    if not there.remote.finds:
        return
    found = await there.remote.find(ours)
    assert (found is not None) == (was_begun and how is not Loses.RESTART)
    assert await there.remote.find(our_id()) is None
    if found is not None:
        there.finish()
        (await there.remote.fetch(found)).parts["video"].close()
        assert there.begun == 1


async def test_nobody_there_means_nothing_was_begun(there: Elsewhere) -> None:
    """Where no connection comes about, nothing has left: it is our turn again later."""
    task = await begun(there)
    await there.vanish()
    with pytest.raises(Busy):
        await begun(there)
    with pytest.raises(Busy):
        await there.remote.follow(task)


async def test_a_task_that_fails_says_why(there: Elsewhere) -> None:
    """What was refused while it was made has the same code as what was refused before."""
    there.fail()
    task = await ready(there)
    standing = await there.remote.follow(task)
    assert (standing.state, standing.code) == (Stage.FAILED, "content_declined")
    with pytest.raises(Spoiled):
        await there.remote.fetch(task)


async def test_a_breakdown_while_following_changes_nothing(there: Elsewhere) -> None:
    """A question that breaks is asked again."""
    task = await begun(there)
    there.stop_answering()
    with pytest.raises(Busy):
        await there.remote.follow(task)
    assert (await there.remote.follow(task)).state is Stage.WAITING


@pytest.mark.parametrize("what", Gives)
async def test_a_result_that_is_no_video_is_not_kept(there: Elsewhere, what: Gives) -> None:
    """Words, a picture, half a video, 2 GB, another address: none comes in, and it says which."""
    there.give(what)
    task = await ready(there)
    with pytest.raises(Spoiled if what.value else Busy) as spoiled:
        await there.remote.fetch(task)
    assert spoiled.value.code == (what.value.strip() or "generator_busy")
    assert there.sent_bytes < LARGEST_BYTES + 32 * 2**20


async def test_a_result_may_not_be_in_our_own_network(there: Elsewhere) -> None:
    """An address that only we can reach is not fetched, whoever names it."""
    task = await ready(there)
    for inside in ("http://127.0.0.1:9", "https://127.0.0.1:9", "https://localhost", "file:///etc", "https://[::1]"):
        there.point_to(inside)
        with pytest.raises(Spoiled, match="result_gone"):
            await there.remote.fetch(task)


async def test_a_results_address_that_ended_is_asked_for_anew(there: Elsewhere) -> None:
    """Two days later the first address is dead; the video still comes."""
    task = await ready(there)
    there.pass_time(2 * 24 * 3_600_000)
    (await there.remote.fetch(task)).parts["video"].close()


async def test_a_result_that_was_cleared_is_gone(there: Elsewhere) -> None:
    """After its time the generator knows nothing of it, and we say so."""
    task = await ready(there)
    if there.forgets_ms is None:
        return
    there.pass_time(there.forgets_ms)
    assert (await there.remote.follow(task)).state is Stage.GONE
    with pytest.raises(Spoiled, match="result_gone"):
        await there.remote.fetch(task)


async def test_cancelling_says_whether_it_stopped(there: Elsewhere) -> None:
    """In each state, and for a task that nobody knows: True only where it really stopped."""
    task = await begun(there)
    for go_on in (None, there.work, there.finish):
        if go_on is not None:
            go_on()
        stopped = await there.remote.cancel(task)
        state = (await there.remote.follow(task)).state
        assert not stopped or state in {Stage.GONE, Stage.FAILED}


async def test_erasing_says_what_becomes_of_the_copies(there: Elsewhere) -> None:
    """Deleted is gone at once; what expires has a date, which isn't later when it is asked again; then it is over."""
    task = await ready(there)
    erased = await there.remote.erase(task)
    if erased.outcome is Outcome.DELETED:
        assert (await there.remote.follow(task)).state is Stage.GONE
    if erased.outcome is Outcome.EXPIRES:
        assert erased.until_ms is not None
        assert there.forgets_ms is not None
        there.pass_time(there.forgets_ms)
        assert (await there.remote.follow(task)).state is Stage.GONE
        assert (await there.remote.erase(task)).outcome is Outcome.EXPIRES


async def test_erasing_waits_where_nobody_answers(there: Elsewhere) -> None:
    """A breakdown is no answer: nothing is said to be erased."""
    task = await ready(there)
    there.stop_answering()
    with pytest.raises(Busy):
        await there.remote.erase(task)


async def test_a_task_that_nobody_knows_is_gone(there: Elsewhere) -> None:
    """Also where its name is no name: none becomes part of an address."""
    for task in ("text2video/8299999999", "8299999999", "../account/costs", "text2video/../../tasks", ""):
        assert (await there.remote.follow(task)).state is Stage.GONE


async def test_its_health_is_asked_for_free(there: Elsewhere) -> None:
    """It answers, and nothing is begun; one that doesn't let us in is told."""
    await there.remote.health()
    assert there.begun == 0


def test_it_says_before_the_order_what_it_is(there: Elsewhere) -> None:
    """Its label cites a clause for each thing that it says; a price that nobody set is unknown, never 0."""
    label = there.remote.label()
    assert label.host
    if label.leaves_the_house:
        assert label.clauses
        assert label.trains in Trains
    assert there.remote.check(there.order, media=()).possible
    assert there.remote.check(there.order, media=(Media.PICTURE,)).possible
    cost = there.remote.estimate(there.order, media=())
    assert cost.amount_micro is None or (cost.amount_micro > 0 and cost.currency)
    dearer = replace(there.order, extras=Extras(quality="unpriced"))
    assert there.remote.estimate(dearer, media=()) == Cost() or not label.leaves_the_house
