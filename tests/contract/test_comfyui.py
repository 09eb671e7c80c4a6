"""ComfyUI as a generator, against a ComfyUI of ours at the wire: each way in which a task can go."""

import asyncio
import json
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from uuid import uuid4

import av
import pytest
from PIL import Image

from core.errors import Busy, Declined, LostSubmit, RouteRefused, Spoiled
from core.generators.comfyui.folders import OURS
from core.generators.comfyui.progress import Listener
from core.generators.comfyui.route import ComfyUI
from core.records import Material, Outcome, Stage
from core.videos import Effect, Extras, Media
from core.work import Memory
from tests.contract.comfyui_orders import ORDER, PROMPT, SHORT, Make, ended, files, picture, until
from tests.fakes.comfyui_wire.server import ComfyUIWire

NOT_VIDEOS = ["text", "cut", "vp9", "nothing"]


async def test_words_become_a_video_and_nothing_of_it_stays(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """H.264 of the ordered shape and length, index first, without the workflow that ComfyUI wrote into it."""
    external_id = uuid4()
    task = await generator.submit(ORDER, [], external_id)
    assert (await ended(generator, task)).state is Stage.READY
    made = next(one for one in fake.output.rglob("*.mp4"))
    assert PROMPT.encode() in made.read_bytes()
    product = await generator.fetch(task)
    video, poster = (product.parts[part].read() for part in ("video", "poster"))
    assert poster.startswith(b"\xff\xd8\xff")
    assert video.index(b"moov") < video.index(b"mdat")
    with av.open(BytesIO(video), "r") as container:
        frames = container.streams.video[0]
        assert frames.codec_context.name == "h264"
        assert Fraction(frames.width, frames.height) == Fraction(1280, 704)
        assert len(list(container.decode(frames))) == 25
        assert set(container.metadata) <= {"major_brand", "minor_version", "compatible_brands", "encoder"}
        assert set(frames.metadata) <= {"language", "handler_name", "vendor_id", "encoder"}
    for word in (PROMPT, "class_type", "workflow", "heron", str(external_id), OURS):
        assert word.encode() not in video
    assert (product.facts["width"], product.facts["height"]) == (1280, 704)
    assert product.facts["duration_ms"] == pytest.approx(1_042, abs=5)
    assert (await generator.erase(task)).outcome is Outcome.DELETED
    assert files(fake) == []
    assert fake.queue.history == {}
    assert (await generator.follow(task)).state is Stage.GONE


async def test_a_picture_becomes_a_video(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """It is uploaded under the task's id, named in the graph, and deleted with the rest; seed and words arrive."""
    external_id = uuid4()
    order = replace(SHORT, extras=Extras(negative="rain"))
    task = await generator.submit(order, [picture()], external_id)
    await ended(generator, task)
    graph = fake.queue.history[task]["prompt"][2]
    assert graph["picture"]["inputs"]["image"] == f"{OURS}/{external_id}-0.jpg"
    assert graph["latent"]["inputs"]["start_image"] == ["picture", 0]
    assert (graph["prompt"]["inputs"]["text"], graph["negative"]["inputs"]["text"]) == (PROMPT, "rain")
    assert graph["sample"]["inputs"]["seed"] == 7
    with Image.open(BytesIO(fake.uploads[0])) as sent:
        assert (sent.format, sent.size, sent.info.keys() - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}) == (
            *("JPEG", (320, 240)),
            set(),
        )
    assert len(files(fake)) == 2
    await generator.erase(task)
    assert files(fake) == []


async def test_only_the_order_and_our_id_are_sent(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """What leaves for ComfyUI: the graph, the task's id and a random client id, and nothing beside."""
    external_id = uuid4()
    await generator.submit(SHORT, [], external_id)
    sent = [json.loads(one.body) for one in fake.asked if (one.method, one.path) == ("POST", "/prompt")]
    assert [set(one) for one in sent] == [{"prompt", "prompt_id", "client_id"}]
    assert sent[0]["prompt_id"] == str(external_id)


async def test_progress_and_place_are_told(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """The place counts what waits before; the share grows with the sampler's steps, heard over the WebSocket."""
    fake.queue.free.clear()
    tasks = [await generator.submit(SHORT, [], uuid4()) for _ in range(3)]
    await until(generator, tasks[0], Stage.WORKING)
    places = [(await generator.follow(task)).data["place"] for task in tasks[1:]]
    assert places == [1, 2]
    await until(generator, tasks[0], Stage.WORKING)
    await asyncio.sleep(0.3)
    fake.queue.free.set()
    shares = []
    while (standing := await generator.follow(tasks[0])).state is Stage.WORKING:
        shares.append(standing.share)
    told = [one for one in shares if one is not None]
    assert told == sorted(told)
    assert told
    assert told[-1] == pytest.approx(1.0)


async def test_steps_are_heard_one_by_one() -> None:
    """Two samplers of 20 steps each count half; the share never falls, and nonsense is passed over."""
    listener = Listener("http://127.0.0.1:1")
    listener.watch("task", ("a", "b"))
    for node, value, share in (("a", 10, 0.25), ("a", 5, 0.25), ("x", 20, 0.25), ("a", 20, 0.5), ("b", 10, 0.75)):
        step = {"prompt_id": "task", "node": node, "value": value, "max": 20}
        listener.hear(json.dumps({"type": "progress", "data": step}))
        assert listener.share("task") == share
    for nonsense in ("[]", "{", '{"type": "progress", "data": 4}', '{"type": "progress", "data": {"max": "x"}}', b"0"):
        listener.hear(nonsense)
    assert listener.share("task") == 0.75
    await listener.close()


async def test_steps_are_heard_again_after_a_broken_connection(
    generator: ComfyUI, fake: ComfyUIWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The WebSocket breaks while a task runs; the next steps are heard over a new one."""
    monkeypatch.setattr("core.generators.comfyui.progress.AGAIN_S", 0.05)
    fake.queue.free.clear()
    task = await generator.submit(SHORT, [], uuid4())
    await until(generator, task, Stage.WORKING)
    await fake.until_heard()
    await fake.hang_up()
    await fake.until_heard()
    await fake.tell_step(task, "sample", 10, 20)
    while (await generator.follow(task)).share is None:  # noqa: ASYNC110 - of what another program says
        await asyncio.sleep(0.02)
    assert (await generator.follow(task)).share == 0.5
    fake.queue.free.set()
    assert (await ended(generator, task)).state is Stage.READY


async def test_a_refused_graph_is_declined(make: Make, fake: ComfyUIWire) -> None:
    """A node or model that isn't there, or a node that sends things out: nothing is queued, nothing stays."""
    lacks = {}
    for name in ("missing", "leaves"):
        classes = dict(fake.classes)
        if name == "missing":
            del fake.classes["KSampler"]
        else:
            fake.classes["KSampler"] = replace(classes["KSampler"], is_api_node=True)
        with pytest.raises(Declined) as declined:
            await make().submit(SHORT, [picture()], uuid4())
        lacks[name] = (declined.value.code, declined.value.data["lack"])
        fake.classes.update(classes)
    with pytest.raises(Declined) as declined:
        await make(models={"vae": "other.safetensors"}).submit(SHORT, [], uuid4())
    assert declined.value.code == "model_missing"
    assert declined.value.data == {"lack": "comfyui_model_missing", "name": "other.safetensors"}
    assert lacks == {
        "missing": ("generator_unready", "comfyui_node_missing"),
        "leaves": ("generator_unready", "comfyui_node_leaves"),
    }
    assert fake.queue.runs == []
    assert files(fake) == []


async def test_what_comfyui_itself_refuses_is_declined(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """A refusal names node, input and ComfyUI's own code, and none of the person's words."""
    done = await generator.submit(SHORT, [], uuid4())
    await ended(generator, done)
    sampler = fake.classes["KSampler"]
    fake.classes["KSampler"] = replace(sampler, required={**sampler.required, "steps": ("INT", {"min": 30})})
    with pytest.raises(Declined) as declined:
        await generator.submit(SHORT, [picture()], uuid4())
    assert declined.value.code == "request_declined"
    assert declined.value.data == {
        "status": 400,
        "node": "KSampler",
        "error": "value_smaller_than_min",
        "input": "steps",
    }
    assert PROMPT not in str(declined.value)
    assert [one for one in files(fake) if done not in one] == []


async def test_inputs_that_no_workflow_takes_are_declined(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """A clip, three pictures, ten seconds: said before, and declined all the same; nothing is asked."""
    asked = len(fake.asked)
    clip = Material("video/mp4", Memory.of(b"clip"))
    for order, inputs in ((SHORT, [clip]), (SHORT, [picture()] * 3), (replace(SHORT, seconds=10), [])):
        with pytest.raises(Declined) as declined:
            await generator.submit(order, inputs, uuid4())
        assert declined.value.code == "request_declined"
    assert len(fake.asked) == asked


async def test_it_says_before_the_order_what_it_cannot_do(generator: ComfyUI) -> None:
    """Words and one picture are possible; what isn't says what is."""
    assert generator.check(SHORT, media=()).possible
    assert generator.check(replace(SHORT, prompt=""), media=(Media.PICTURE,)).possible
    assert generator.check(replace(SHORT, extras=Extras(negative="rain")), media=()).possible
    refused = {}
    for order, media in (
        (replace(SHORT, prompt=" "), ()),
        (SHORT, (Media.CLIP,)),
        (SHORT, (Media.PICTURE, Media.PICTURE)),
        (replace(SHORT, seconds=10), ()),
        (replace(SHORT, text="Hello"), ()),
        (replace(SHORT, effect=Effect.PENCIL), ()),
        (replace(SHORT, extras=Extras(camera="zoom:5")), ()),
    ):
        with pytest.raises(RouteRefused) as told:
            generator.check(order, media=media)
        refused[told.value.code, *told.value.data.values()] = told.value
    assert list(refused) == [
        ("route_words_needed",),
        ("route_one_picture",),
        ("route_seconds", 10, "1, 2, 3, 4, 5"),
        ("route_choice_unfit", "text"),
        ("route_choice_unfit", "effect"),
        ("route_choice_unfit", "camera"),
    ]
    assert generator.estimate(SHORT, media=()).amount_micro is None


@pytest.mark.parametrize("lose", ["before", "after"])
async def test_a_lost_submit_is_looked_up(generator: ComfyUI, fake: ComfyUIWire, lose: str) -> None:
    """The connection breaks around the queueing: nobody knows, and a look by our id tells. It runs at most once."""
    external_id = uuid4()
    fake.trouble.lose = lose
    with pytest.raises(LostSubmit):
        await generator.submit(SHORT, [], external_id)
    found = await generator.find(external_id)
    assert found == (str(external_id) if lose == "after" else None)
    if found:
        assert (await ended(generator, found)).state is Stage.READY
    assert fake.queue.runs == ([str(external_id)] if found else [])


@pytest.mark.parametrize("trouble", [{"status": 502}, {"garbage": True}, {"broken_after": True}])
async def test_an_unclear_answer_is_a_lost_submit(
    generator: ComfyUI, fake: ComfyUIWire, trouble: dict[str, object]
) -> None:
    """502, or 200 with something that isn't ComfyUI's: it may be queued."""
    for name, value in trouble.items():
        setattr(fake.trouble, name, value)
    with pytest.raises(LostSubmit):
        await generator.submit(SHORT, [], uuid4())


async def test_a_comfyui_with_ids_of_its_own_is_too_old(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """What it queued is stopped: a task that can't be found again could be made twice."""
    fake.trouble.old = True
    fake.queue.free.clear()
    with pytest.raises(Declined) as declined:
        await generator.submit(SHORT, [picture()], uuid4())
    assert (declined.value.code, declined.value.data["lack"]) == ("generator_unready", "comfyui_too_old")
    assert fake.queue.pending == []
    assert fake.queue.running is None
    assert files(fake) == []


async def test_nobody_answers(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """While ComfyUI is off each question says when to ask again; after its restart it has forgotten the task."""
    fake.queue.free.clear()
    external_id = uuid4()
    task = await generator.submit(SHORT, [], external_id)
    await fake.stop()
    for ask in (
        generator.follow(task),
        generator.find(external_id),
        generator.fetch(task),
        generator.cancel(task),
        generator.erase(task),
        generator.submit(SHORT, [], uuid4()),
    ):
        with pytest.raises(Busy) as busy:
            await ask
        assert busy.value.after_s > 0
    await fake.restart()
    assert (await generator.follow(task)).state is Stage.GONE
    assert await generator.find(external_id) is None
    with pytest.raises(Spoiled, match="result_gone"):
        await generator.fetch(task)
    assert await generator.cancel(task)


async def test_a_full_queue_is_waited_for(make: Make, fake: ComfyUIWire) -> None:
    """With as many waiting as the operator allows, ours isn't sent and no picture is uploaded."""
    generator = make(waiting_most=1)
    fake.queue.free.clear()
    first = await generator.submit(SHORT, [], uuid4())
    await until(generator, first, Stage.WORKING)
    await generator.submit(SHORT, [], uuid4())
    with pytest.raises(Busy):
        await generator.submit(SHORT, [picture()], uuid4())
    assert fake.uploads == []


async def test_cancel_in_each_state(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """Waiting and working: stopped, and no other one is. Ready: too late. Unknown: nothing runs."""
    fake.queue.free.clear()
    working, other, waiting = [await generator.submit(SHORT, [], uuid4()) for _ in range(3)]
    await until(generator, working, Stage.WORKING)
    assert await generator.cancel(waiting)
    assert (await generator.follow(waiting)).state is Stage.GONE
    assert await generator.cancel(working)
    assert (await generator.follow(working)).state is Stage.GONE
    fake.queue.free.set()
    assert (await ended(generator, other)).state is Stage.READY
    assert not await generator.cancel(other)
    assert await generator.cancel(str(uuid4()))
    assert fake.queue.runs == [working, other]


async def test_who_else_stops_it_is_told(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """The operator pressed stop in ComfyUI itself."""
    fake.queue.free.clear()
    task = await generator.submit(SHORT, [], uuid4())
    await until(generator, task, Stage.WORKING)
    fake.queue.interrupt(None)
    standing = await ended(generator, task)
    assert (standing.state, standing.code) == (Stage.FAILED, "generator_stopped")


async def test_what_does_not_heed_a_cancel_goes_on(
    generator: ComfyUI, fake: ComfyUIWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that takes longer than we wait: said so, and nothing is erased under it."""
    monkeypatch.setattr("core.generators.comfyui.cancelling.STOPS_WITHIN_S", 0.5)
    fake.trouble.deaf = True
    fake.queue.free.clear()
    task = await generator.submit(SHORT, [], uuid4())
    await until(generator, task, Stage.WORKING)
    assert not await generator.cancel(task)
    with pytest.raises(Busy):
        await generator.erase(task)
    fake.queue.free.set()
    assert (await ended(generator, task)).state is Stage.READY


@pytest.mark.parametrize(
    ("error", "code"),
    [("torch.OutOfMemoryError", "machine_too_small"), ("RuntimeError", "generator_failed")],
)
async def test_a_broken_run_says_why(generator: ComfyUI, fake: ComfyUIWire, error: str, code: str) -> None:
    """Its code and the names of error and node, without ComfyUI's message: that repeats the person's words."""
    fake.trouble.breaks = error
    task = await generator.submit(SHORT, [], uuid4())
    standing = await ended(generator, task)
    assert (standing.state, standing.code) == (Stage.FAILED, code)
    assert standing.data == {"error": error, "node": "KSampler"}


@pytest.mark.parametrize("result", NOT_VIDEOS)
async def test_a_result_that_is_no_video(generator: ComfyUI, fake: ComfyUIWire, result: str) -> None:
    """Text under a video's name, a cut file, another codec, no file at all: refused, and deleted all the same."""
    fake.trouble.result = result
    task = await generator.submit(SHORT, [], uuid4())
    standing = await ended(generator, task)
    if result == "nothing":
        assert (standing.state, standing.code) == (Stage.FAILED, "result_not_a_video")
    with pytest.raises(Spoiled, match="result_not_a_video"):
        await generator.fetch(task)
    await generator.erase(task)
    assert files(fake) == []


async def test_a_result_of_two_gigabytes(make: Make, fake: ComfyUIWire) -> None:
    """Reading stops at the limit."""
    generator = make(max_bytes=2**20)
    fake.trouble.result = "huge"
    task = await generator.submit(SHORT, [], uuid4())
    await ended(generator, task)
    with pytest.raises(Spoiled, match="result_too_large") as spoiled:
        await generator.fetch(task)
    assert spoiled.value.data == {"limit_bytes": 2**20}


async def test_a_result_that_is_gone(generator: ComfyUI, fake: ComfyUIWire) -> None:
    """Somebody emptied the folder."""
    task = await generator.submit(SHORT, [], uuid4())
    await ended(generator, task)
    for made in fake.output.rglob("*.mp4"):
        made.unlink()
    with pytest.raises(Spoiled, match="result_gone"):
        await generator.fetch(task)
