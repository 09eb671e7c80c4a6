"""Kling over the wire: what a request to it holds, its turns and its debts, and its callbacks."""

import json
import re
from base64 import b64decode
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import av
import pytest
import pytest_asyncio

from core.errors import Busy, Declined, LostSubmit, RouteRefused
from core.generation.declined import SOURCE_GONE
from core.generators.kling.callbacks import named
from core.generators.kling.legacy import Legacy
from core.records import Material, Order, Stage
from core.videos import Extras, Shape
from core.work import Memory
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.contract.kling_elsewhere import KlingElsewhere
from tests.fakes.kling_wire.trouble import Bad
from tests.fakes.pictures import MARK, png, traced
from tests.fakes.sounds import flac_with_cover
from tests.fakes.time import SeededIds

IDS = SeededIds(11)
ORDER = Order("a heron lifts off a pond", Shape.TALL, 5, seed=7, route="kling")
PICTURE = Material("image/jpeg", Memory.of(traced("JPEG")))
BARE = {"major_brand", "minor_version", "compatible_brands", "language", "handler_name", "vendor_id"}
"""What an M4A says of itself, whatever was in it."""

DAY_MS = 24 * 3_600_000
SHORT_WORD = re.compile(r"[A-Za-z0-9_.:-]{1,24}")


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    """Real worker processes."""
    pool = Workers(TASKS)
    yield pool
    await pool.close()


@pytest_asyncio.fixture(params=["legacy", "newer"])
async def there(request: pytest.FixtureRequest, workers: Workers) -> AsyncIterator[KlingElsewhere]:
    """Kling, by either contract."""
    async with KlingElsewhere(request.param, workers) as elsewhere:
        yield elsewhere


@pytest_asyncio.fixture
async def legacy(workers: Workers) -> AsyncIterator[KlingElsewhere]:
    """Kling by the older contract."""
    async with KlingElsewhere("legacy", workers) as elsewhere:
        yield elsewhere


def body_of(there: KlingElsewhere) -> dict[str, Any]:
    """Give the last body that came."""
    body: dict[str, Any] = json.loads([one.body for one in there.wire.seen if one.body][-1])
    return body


def leaves(value: Any) -> list[str]:
    """Give every string and number of a body."""
    if isinstance(value, dict):
        return [one for part in value.values() for one in leaves(part)]
    if isinstance(value, list):
        return [one for part in value for one in leaves(part)]
    return [str(value)]


async def test_a_day_of_questions_needs_no_new_keys(legacy: KlingElsewhere) -> None:
    """Every ten minutes a question, for a day: each is let in."""
    task = await legacy.remote.submit(ORDER, [], IDS.new())
    for _ in range(144):
        legacy.pass_time(600_000)
        await legacy.remote.follow(task)


@pytest.mark.parametrize("code", [1003, 1004])
async def test_a_token_that_is_refused_for_its_time_is_made_anew_once(legacy: KlingElsewhere, code: int) -> None:
    """Clocks differ: another token is tried; where that doesn't help, access is refused, and nothing was begun."""
    legacy.wire.trouble.plan(code)
    await legacy.remote.submit(ORDER, [], IDS.new())
    legacy.wire.trouble.plan(code, times=2)
    with pytest.raises(Declined, match="access_refused"):
        await legacy.remote.submit(ORDER, [], IDS.new())
    assert legacy.begun == 1


async def test_wrong_keys_are_told_to_the_doctor(legacy: KlingElsewhere) -> None:
    """Health asks for nothing that costs, and says that the keys are refused."""
    wrong = legacy.route(access_key="somebody-else")
    with pytest.raises(Declined, match="access_refused"):
        await wrong.health()
    await wrong.close()


async def test_its_turn_comes_when_another_task_ends(there: KlingElsewhere) -> None:
    """Over the account's concurrency nothing is begun or paid; a task counts until it ends."""
    for _ in range(there.wire.account.at_once):
        await there.remote.submit(ORDER, [], IDS.new())
    with pytest.raises(Busy):
        await there.remote.submit(ORDER, [], IDS.new())
    there.finish()
    await there.remote.submit(ORDER, [], IDS.new())
    assert there.begun == there.wire.account.at_once + 1 == there.wire.account.spent


async def test_debts_and_an_empty_pack_are_no_matter_of_waiting(there: KlingElsewhere) -> None:
    """Both are 429 there, and told to whoever runs this."""
    there.wire.account.in_debt = True
    with pytest.raises(Declined, match="account_unpaid"):
        await there.remote.submit(ORDER, [], IDS.new())
    there.wire.account.in_debt, there.wire.account.credit = False, 0
    with pytest.raises(Declined, match="account_unpaid"):
        await there.remote.submit(ORDER, [], IDS.new())


@pytest.mark.parametrize("answer", [Bad.NO_TASK, Bad.ENDLESS])
async def test_an_answer_without_a_task_is_a_lost_submit(there: KlingElsewhere, answer: Bad) -> None:
    """It was begun, and nobody knows under which name."""
    there.wire.trouble.plan(answer)
    with pytest.raises(LostSubmit):
        await there.remote.submit(ORDER, [], IDS.new())


async def test_a_request_holds_the_order_and_nothing_else(there: KlingElsewhere) -> None:
    """Beside the words, our random id, pictures and Kling's own short words there is nothing in it; cuts are off."""
    ours = IDS.new()
    await there.remote.submit(ORDER, [PICTURE, PICTURE], ours)
    body = body_of(there)
    pictures = [b64decode(one, validate=True) for one in leaves(body) if len(one) > 1000]
    rest = {one for one in leaves(body) if len(one) <= 1000} - {ORDER.prompt, str(ours)}
    assert [one for one in rest if not SHORT_WORD.fullmatch(one)] == []
    assert len(pictures) == 2
    assert body.get("settings", {}).get("multi_shot", False) is False
    assert "callback_url" not in json.dumps(body)
    for one in pictures:
        assert MARK not in one
        assert segments(one) <= {0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


def segments(jpeg: bytes) -> set[int]:
    """Name the markers of a JPEG up to its pixels (ISO/IEC 10918-1, B.1.1)."""
    found, at = {jpeg[1]}, 2
    while jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    return found | {0xDA}


async def test_a_picture_that_is_none_is_refused_here(there: KlingElsewhere) -> None:
    """Nothing leaves for it."""
    for content in (b"no picture", png(8, 8)[:30]):
        with pytest.raises(Declined, match="input_declined"):
            await there.remote.submit(ORDER, [Material("image/jpeg", Memory.of(content))], IDS.new())
    assert there.wire.seen == []


async def test_what_shall_not_be_seen_a_camera_and_a_mode_are_passed_on(legacy: KlingElsewhere) -> None:
    """As the older contract names them."""
    order = replace(ORDER, seconds=10, extras=Extras(negative="people", camera="zoom:-4", quality="pro"))
    await legacy.remote.submit(order, [], IDS.new())
    body = body_of(legacy)
    assert body["camera_control"] == {"type": "simple", "config": {"zoom": -4}}
    assert (body["negative_prompt"], body["mode"], body["duration"], body["aspect_ratio"]) == (
        *("people", "pro"),
        *("10", "9:16"),
    )


async def test_a_sound_is_made_only_where_it_was_asked_for(there: KlingElsewhere) -> None:
    """Off is said too, because nobody knows what is usual there."""
    for sound, told in ((False, {"off"}), (True, {"on", "native"})):
        route = there.route("kling-v2-6" if isinstance(there.remote, Legacy) else "")
        await route.submit(replace(ORDER, extras=Extras(sound=sound)), [], IDS.new())
        body = body_of(there)
        assert {body.get("sound"), body.get("settings", {}).get("audio")} & told
        await route.close()


async def test_cuts_are_made_only_where_they_were_asked_for(there: KlingElsewhere) -> None:
    """Off is said too; a contract that has none refuses before anything is sent."""
    if isinstance(there.remote, Legacy):
        with pytest.raises(RouteRefused):
            there.remote.check(replace(ORDER, extras=Extras(multi_shot=True)), media=())
        return
    for wanted in (False, True):
        await there.remote.submit(replace(ORDER, extras=Extras(multi_shot=wanted)), [], IDS.new())
        assert body_of(there)["settings"]["multi_shot"] is wanted


async def test_a_video_is_gone_on_from_and_speaks(legacy: KlingElsewhere) -> None:
    """Extension and lip sync, to words and to a sound, of a video that Kling made; each is followed on its own path."""
    first = await legacy.remote.submit(ORDER, [], IDS.new())
    legacy.finish()
    sound = Material("audio/flac", Memory.of(flac_with_cover()))
    ways = [
        (Extras(continues=first), [], "video-extend/"),
        (Extras(continues=first, speech="good evening"), [], "lip-sync/"),
        (Extras(continues=first), [sound], "lip-sync/"),
    ]
    for extras, inputs, path in ways:
        ours = IDS.new()
        task = await legacy.remote.submit(replace(ORDER, extras=extras), inputs, ours)
        assert task.startswith(path)
        assert await legacy.remote.find(ours) == task
        legacy.finish()
        assert (await legacy.remote.follow(task)).state is Stage.READY
    heard = b64decode(body_of(legacy)["input"]["audio_file"])
    with av.open(BytesIO(heard)) as opened:
        assert [one.type for one in opened.streams] == ["audio"]
        assert {**opened.metadata, **opened.streams[0].metadata}.keys() <= BARE


async def test_what_kling_has_no_more_is_not_gone_on_from(legacy: KlingElsewhere) -> None:
    """A video that isn't done, was cleared, or was never there: nothing is begun, and it says so."""
    first = await legacy.remote.submit(ORDER, [], IDS.new())
    going = replace(ORDER, extras=Extras(continues=first))
    for task in (first, "text2video/unheard-of"):
        with pytest.raises(Declined) as refused:
            await legacy.remote.submit(replace(going, extras=Extras(continues=task)), [], IDS.new())
        assert refused.value.code == SOURCE_GONE
    legacy.finish()
    legacy.pass_time(31 * DAY_MS)
    with pytest.raises(Declined) as refused:
        await legacy.remote.submit(going, [], IDS.new())
    assert refused.value.code == SOURCE_GONE
    assert legacy.begun == 1


async def test_a_callback_is_only_a_hint(legacy: KlingElsewhere) -> None:
    """Forged, doubled or early: it names a task, what is true of that is asked for, and nothing is paid twice."""
    task = await legacy.remote.submit(ORDER, [], IDS.new())
    (known,) = legacy.wire.tasks.known.values()
    for forged in (legacy.wire.callback(known, "succeed"), legacy.wire.callback(known, "failed")):
        assert named(forged) == known.name == task.partition("/")[2]
        assert (await legacy.remote.follow(task)).state is Stage.WAITING
    legacy.finish()
    for _ in range(2):
        assert named(legacy.wire.callback(known)) == known.name
        assert (await legacy.remote.follow(task)).state is Stage.READY
    assert legacy.begun == 1
