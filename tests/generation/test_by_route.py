"""The five questions and the receipt of a video by motion, Kling's API and ComfyUI: in each state, as time goes by."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bots.chat.command import VideoRef
from bots.chat.dispatch import Chat
from bots.chat.receipts import stated_lines
from bots.chat.reply import Sources
from bots.texts.lookup import Texts, shown_as_text
from core.erasure.elsewhere import RemoteCopies
from core.erasure.follow import Follower
from core.generation.ask import ask
from core.generation.origin import Origin as Marked
from core.generators.kling.route import LABEL
from core.records import Erased, Order, Outcome, PrivacyLabel
from core.submissions import Submission
from core.videos import Shape, VideoId, Words
from knowledge.answers import five_answers
from knowledge.facts import Origin, State, VideoFacts
from knowledge.languages import LANGUAGES
from knowledge.routes import routes
from tests.chatting import Chatting, chatting_in
from tests.parts import RETENTION_MS
from tests.questions.situations import NOW_MS, POLICY
from tests.talk import spoken

DAY_MS = 86_400_000
TASK = "8200000001"
ALL = replace(POLICY, routes=("motion", "kling", "comfyui"))
CLEARS = replace(ALL, comfyui_host="gpu.lan", comfyui_clears=True)
ROUTES = {"motion": "", "kling": "Kling", "comfyui": "ComfyUI"}
"""Routes, and what people call whoever gets something; "" for nobody."""

NOTHING, NEVER = "Nothing has gone to {} yet.", "Nothing of it went to {}."
PERHAPS, SURELY = "{} may have received your words on {}.", "{} received your words on {}."


@dataclass(frozen=True)
class Life:
    """A talk, and a video in it that goes its way without its generator."""

    talk: Chatting
    route: str
    video: VideoId

    async def move(self, *verbs: str) -> None:
        """Move it from state to state."""
        async with self.talk.parts.store.write() as writes:
            for verb in verbs:
                await writes.move_video(self.video, verb)

    async def begin(self, *, leaves: bool = True, named: bool = True) -> None:
        """Begin it, write down that its order leaves, and the task's name once that is known; motion sends none."""
        parts = self.talk.parts
        await self.move("queue", "start")
        if self.route == "motion":
            return
        async with parts.store.write() as writes:
            await writes.intend(Submission(self.video, self.route, parts.ids.new(), parts.clock.now_ms() + DAY_MS))
            if leaves:
                await writes.send(self.video)
            if leaves and named:
                await writes.name_task(self.video, TASK)


async def _draft(life: Life) -> None:
    del life


async def _queued(life: Life) -> None:
    await life.move("queue")


async def _waits_its_turn(life: Life) -> None:
    await life.begin(leaves=False)


async def _leaves(life: Life) -> None:
    await life.begin(named=False)


async def _made(life: Life) -> None:
    await life.begin()


async def _unsure(life: Life) -> None:
    await life.begin(named=False)
    await life.move("lose_sight")


async def _ready(life: Life) -> None:
    await life.begin()
    await life.move("finish")


async def _refused(life: Life) -> None:
    await life.begin(leaves=False)
    await life.move("fail")


async def _failed(life: Life) -> None:
    await life.begin()
    await life.move("fail")


async def _lost(life: Life) -> None:
    await life.begin(named=False)
    await life.move("lose_sight", "fail")


STATES: dict[str, tuple[Callable[[Life], Awaitable[None]], str]] = {
    "a draft": (_draft, NOTHING),
    "queued": (_queued, NOTHING),
    "waits for its turn there": (_waits_its_turn, NOTHING),
    "leaves, without an answer yet": (_leaves, PERHAPS),
    "being made": (_made, SURELY),
    "unsure": (_unsure, PERHAPS),
    "ready": (_ready, SURELY),
    "refused before anything was begun": (_refused, NEVER),
    "failed there": (_failed, SURELY),
    "lost": (_lost, PERHAPS),
}
"""How a video comes into each state, and what is then told of whether its generator got anything."""

PATHS = [
    (route, name)
    for route in ROUTES
    for name in STATES
    if route != "motion" or name in {"a draft", "queued", "being made", "ready", "failed there"}
]


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation where three routes are set up."""
    async with chatting_in(tmp_path) as opened:
        services = replace(opened.services, policy=ALL)
        yield replace(opened, services=services, chat=Chat(services))


async def lived(talk: Chatting, route: str, name: str) -> Life:
    """Have a video of a route in a state."""
    parts, owner = talk.parts, await talk.arrive()
    order = Order("a calm sea at sunset", Shape.WIDE, 5, 1, route)
    video = await ask(
        owner.viewer.person,  # type: ignore[arg-type]  # whoever arrived is somebody
        order,
        Words(order.prompt, "", ()),
        [],
        draft=True,
        store=parts.store,
        vault=parts.vault,
        clock=parts.clock,
        ids=parts.ids,
        retention_ms=RETENTION_MS,
    )
    life = Life(talk, route, video)
    await STATES[name][0](life)
    return life


async def five(talk: Chatting, life: Life) -> tuple[list[str], set[str]]:
    """Ask for the five answers; gives headline and lines, and the documents that they cite."""
    del life
    reply = await talk.chat.ask("privacy", {"video": VideoRef("#1")}, await talk.arrive())
    lines = spoken(reply).split("\n")
    start = next((place for place, line in enumerate(lines) if line.startswith("1 ")), 0) - 1
    assert start >= 0, lines
    (sources,) = [one for one in reply.parts if isinstance(one, Sources)]
    return lines[start : start + 6], {one.document for one in sources.sources}


@pytest.mark.parametrize(("route", "name"), PATHS)
async def test_each_state_of_each_route_is_told_as_it_is(talk: Chatting, route: str, name: str) -> None:
    """Whether and when its generator got it, where it is, until when, by the papers of that route and of no other."""
    life = await lived(talk, route, name)
    (headline, sees, uses, copies, until, undone), cited = await five(talk, life)
    who, sentence = ROUTES[route], STATES[name][1]
    got = bool(who) and sentence in {PERHAPS, SURELY}
    assert "Ada" in sees
    assert cited <= {"hushreel-privacy", *(routes()[route].documents if who else ())}
    if not who:
        assert headline.endswith("Nothing was sent to a generator.")
        assert "no generator g" in uses
    else:
        assert sentence.split("{}")[0] in headline
        assert f"{who} received" in headline or f"{who} may have" in headline or not got
        assert ("ComfyUI is run by the operator" if who == "ComfyUI" else "reports conflict on training") in uses
        assert ("2026" in headline) == got
    there = {"Kling": "Kling (Singapore, second-hand)", "ComfyUI": "The folders of the operator's ComfyUI"}
    assert (there.get(who, "Kling") in copies) == got
    assert ("(If it got that far.)" in copies) == (got and sentence is PERHAPS)
    assert (bool(who) and who in until) == got
    assert (bool(who) and f"What {who} already did" in undone) == got


async def test_of_kling_one_is_told_a_day_and_after_it_that_nobody_can_check(talk: Chatting) -> None:
    """30 days from when it left, by its documentation, which was read; what is longer is second-hand."""
    life = await lived(talk, "kling", "ready")
    sent_ms, owner = talk.parts.clock.now_ms(), await talk.arrive()
    async with talk.parts.store.write() as writes:
        await writes.set_end(life.video, sent_ms + 60 * DAY_MS, actor=owner.person)
    day = day_of(sent_ms + 30 * DAY_MS)
    for days, said in ((1, f"until about {day}, as it says of results"), (29, f"until about {day}")):
        talk.parts.clock.at_ms = sent_ms + days * DAY_MS
        assert said in (await five(talk, life))[0][4]
    talk.parts.clock.at_ms = sent_ms + 30 * DAY_MS
    _, _, _, copies, until, _ = (await five(talk, life))[0]
    assert f"Kling says that it clears results after 30 days: since about {day} no copy should be there." in until
    assert "I can't check that." in until
    assert "if it wasn't cleared there" in copies


def day_of(at_ms: int) -> str:
    """Write a day as answers do."""
    return (
        five_answers(VideoFacts(generator="kling", sent_at_ms=at_ms - 30 * DAY_MS), policy=ALL, now_ms=at_ms - DAY_MS)
        .text.split("until about ")[1]
        .split(",")[0]
    )


def test_certainty_is_that_of_each_paper() -> None:
    """Kling's documentation was read; what its terms of 2026 say is second-hand; so is where it is."""
    said = five_answers(VideoFacts(generator="kling", sent_at_ms=NOW_MS - DAY_MS), policy=ALL, now_ms=NOW_MS)
    sure = {one.clause: one.certainty for one in said.citations}
    assert sure["kling-api-docs/results"] == "read"
    assert sure["kling-api-docs/deletion"] == "read"
    assert {sure[f"kling-api-terms/2026-{one}"] for one in ("logs", "place", "no-training", "improvement")} == {
        "reported"
    }


def test_comfyui_on_another_machine_is_named_and_cleared_by_us() -> None:
    """Its machine by its name, and that we delete its files, by our own promise; else that the operator clears them."""
    video = VideoFacts(generator="comfyui", sent_at_ms=NOW_MS - DAY_MS, has_picture=True)
    ours, theirs = (five_answers(video, policy=one, now_ms=NOW_MS) for one in (CLEARS, ALL))
    assert "For some minutes, the folders of the operator's ComfyUI at gpu.lan." in ours.text
    assert "we delete its files about 10 minutes after it is made" in ours.text
    assert "hushreel-privacy/3.3" in {one.clause for one in ours.citations}
    assert "gpu.lan" not in theirs.text
    assert "ComfyUI keeps its files until the operator clears them." in theirs.text
    assert "comfyui-docs/files" in {one.clause for one in theirs.citations}


FACTS = [
    VideoFacts(generator=route, state=state, sent=sent, sent_at_ms=at_ms, ends_at_ms=NOW_MS + DAY_MS, has_picture=True)
    for route in ROUTES
    for state in (State.ASKED, State.MAKING, State.UNSURE, State.READY, State.FAILED)
    for sent, at_ms in ((False, None), (None, NOW_MS - DAY_MS), (True, NOW_MS - 31 * DAY_MS))
]


@pytest.mark.parametrize("policy", [ALL, CLEARS], ids=["operator clears", "we clear"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_facts(language: str, policy: object) -> None:
    """The same verdict on the same clauses, in five lines of at most 900 characters."""
    for video in FACTS:
        english, other = (five_answers(video, policy=policy, now_ms=NOW_MS, lang=one) for one in ("en", language))  # type: ignore[arg-type]
        assert other.verdict == english.verdict
        assert {one.clause for one in other.citations} == {one.clause for one in english.citations}, video
        assert other.text.count("\n") == 5
        assert len(other.text) <= 900


@dataclass
class Says:
    """A generator at the edge: it says what became of a copy."""

    outcome: Erased
    finds: bool = False
    asked: int = 0

    def label(self) -> PrivacyLabel:
        """Cite as Kling does."""
        return LABEL

    async def erase(self, task: str) -> Erased:
        """Answer."""
        assert task == TASK
        self.asked += 1
        return self.outcome


async def receipted(talk: Chatting, life: Life, outcome: Erased, language: str = "en", after_ms: int = 0) -> list[str]:
    """Erase a video, ask its generator, and give the receipt's lines in words as they are later."""
    owner = await talk.arrive()
    question = await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner)
    await talk.press(question, "erase", owner)
    await talk.erase(life.video)
    copies = {life.route: RemoteCopies(Says(outcome))}  # type: ignore[arg-type]  # it is only asked to erase
    await Follower(talk.parts.store, talk.services.shutting.issuer, copies).look()
    async with talk.parts.store.read() as reads:
        receipt = await reads.receipt(owner.viewer, life.video)
    assert receipt is not None
    lines = stated_lines(json.loads(receipt.body), talk.parts.clock.now_ms() + after_ms)
    texts = Texts()
    return [texts.say(language, one, lambda value: shown_as_text(value, "UTC", language)) for one in lines]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_receipt_says_what_stays_at_kling_and_later_that_nobody_can_check(
    talk: Chatting, language: str
) -> None:
    """Until the day: by its own word, and that we can't delete it there. After it: it should be gone, unchecked."""
    life = await lived(talk, "kling", "ready")
    until_ms = talk.parts.clock.now_ms() + 30 * DAY_MS
    lines = await receipted(talk, life, Erased(Outcome.EXPIRES, until_ms), language)
    (kling,) = [one for one in lines if "Kling" in one]
    later = await as_of(talk, life, until_ms, language)
    (over,) = [one for one in later if "Kling" in one]
    if language == "en":
        assert kling.startswith("Goes by itself: the copy at Kling, about ")
        assert kling.endswith("as it says; I can't delete it there.")
        assert over.startswith("Should be gone, and I can't check that: the copy at Kling, which says that it cleared")
    assert kling != over
    assert "generators_copy" not in "".join(lines + later)


async def as_of(talk: Chatting, life: Life, now_ms: int, language: str) -> list[str]:
    """Give the receipt's lines as they are at another time."""
    async with talk.parts.store.read() as reads:
        receipt = await reads.receipt((await talk.arrive()).viewer, life.video)
    assert receipt is not None
    texts = Texts()
    lines = stated_lines(json.loads(receipt.body), now_ms)
    return [texts.say(language, one, lambda value: shown_as_text(value, "UTC", language)) for one in lines]


@pytest.mark.parametrize(
    ("outcome", "begins", "says"),
    [
        (Outcome.DELETED, "Done: ", "the copy at ComfyUI, deleted there "),
        (Outcome.NEVER, "Can't recall: ", "the copy at ComfyUI, which the operator has to clear"),
    ],
)
async def test_a_receipt_says_what_became_of_it_at_comfyui(
    talk: Chatting, outcome: Outcome, begins: str, says: str
) -> None:
    """Deleted there, and when; or that its files are the operator's to clear."""
    lines = await receipted(talk, await lived(talk, "comfyui", "ready"), Erased(outcome))
    (line,) = [one for one in lines if "ComfyUI" in one]
    assert line.startswith(begins)
    assert says in line


async def test_a_receipt_names_no_generator_that_got_nothing(talk: Chatting) -> None:
    """A draft for Kling was never sent."""
    lines = await receipted(talk, await lived(talk, "kling", "a draft"), Erased(Outcome.NEVER))
    assert not [one for one in lines if "Kling" in one]


@pytest.mark.parametrize(("route", "made"), [("motion", "by an algorithm"), ("kling", "by a trained model")])
async def test_how_it_was_made_is_answered_with_the_clause_on_marks(talk: Chatting, route: str, made: str) -> None:
    """What it is made of, and that it says so itself, without anything of its owner."""
    await lived(talk, route, "ready")
    reply = await talk.chat.ask("ask", {"question": "how was this made?"}, await talk.arrive())
    assert f"It was made {made}" in spoken(reply)
    (sources,) = [one for one in reply.parts if isinstance(one, Sources)]
    assert "3.5" in {one.section for one in sources.sources if one.document == "hushreel-privacy"}


def test_what_a_video_is_made_of_is_called_as_its_mark_calls_it() -> None:
    """Knowledge's origins are those that marks hold."""
    assert {one.value for one in Origin} == {one.value for one in Marked}
