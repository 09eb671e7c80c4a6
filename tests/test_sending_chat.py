"""A video by Kling: the label before anything is sent, the papers agreed to, who is in it, and Send; nothing before."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.command import Asker, VideoRef
from bots.chat.dispatch import Chat
from bots.chat.label import Route
from bots.chat.reply import Form, Link, Reply, Sources
from core.agreements import Versions
from core.generators.kling.legacy import Legacy
from core.generators.kling.route import KlingSettings
from core.routes import Generator
from core.submissions import Submission
from core.videos import Extras, Making, Portrayed, VideoId
from knowledge.languages import LANGUAGES
from knowledge.routes import papers_of
from tests.chatting import SEA, Chatting, chatting_in, video_of
from tests.spending import PRICES
from tests.talk import buttons, spoken
from tests.test_create import Photo, png

UNDRAWABLE = "two marmosets sign a contract"
PRICED = KlingSettings("kling-v1", prices=PRICES)
KLING = papers_of("kling")


def with_kling(talk: Chatting, settings: KlingSettings = PRICED) -> Chatting:
    """Set Kling up beside motion; nothing of what is asked here needs its network."""
    kling = Legacy(settings, "access", "secret", talk.parts.workers, talk.parts.clock)
    generators: dict[str, Generator] = {**talk.parts.generators, "kling": kling}
    services = replace(talk.services, generators=generators, remote={"kling": kling})
    return replace(talk, chat=Chat(services), services=services)


def under(talk: Chatting, papers: Versions) -> Chatting:
    """The same conversation after Kling's papers have changed."""
    services = replace(talk.services, papers=lambda route: papers if route == "kling" else papers_of(route))
    return replace(talk, chat=Chat(services), services=services)


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation where motion and Kling are set up."""
    async with chatting_in(tmp_path) as opened:
        yield with_kling(opened)


def labels(reply: Reply) -> list[str]:
    """Give the buttons of a reply by their keys."""
    return [one.label.key.removeprefix("button-") for one in buttons(reply)]


async def asked(talk: Chatting, owner: Asker, **given: object) -> Reply:
    """Ask Kling for a video."""
    return await talk.chat.ask("create", {"prompt": SEA, "route": Route.KLING, **given}, owner)


async def agreed(talk: Chatting, owner: Asker, **given: object) -> Reply:
    """Ask Kling for a video, and agree to its papers; gives the draft's card with Send."""
    papers = await talk.press(await asked(talk, owner, **given), "papers", owner)
    return await talk.press(papers, "agree", owner)


async def state(talk: Chatting, video: VideoId) -> Making:
    """Say how far a video is."""
    return (await talk.parts.seen((await talk.arrive()).viewer, video)).video.state


def form(reply: Reply) -> Form:
    """Give the form of a reply."""
    (found,) = [one for one in reply.parts if isinstance(one, Form)]
    return found


async def rerouted(talk: Chatting, card: Reply, owner: Asker, route: str) -> Reply:
    """Choose another way on a draft's card."""
    return await talk.chat.press(form(await talk.press(card, "route", owner)).press, owner, {"route": route})


async def test_what_would_leave_the_house_waits_as_a_draft_with_its_label(talk: Chatting) -> None:
    """Where, how long, training, deletion, passing on and the price stand on one card with their clauses."""
    owner = await talk.arrive()
    card = await asked(talk, owner)
    assert await state(talk, video_of(card)) is Making.ASKED
    said = spoken(card)
    for words in (
        "This leaves the house.",
        "api-singapore.klingai.com",
        "Where: The servers of Kling's paid API are in Singapore. [1]",
        "Kept there: Kling keeps what goes through its paid API for 30 days",
        "Training: the papers contradict each other.",
        "no way to delete",
        "Passed on: the papers that I know don't say",
        "Cost for whoever runs me: US$0.45",
    ):
        assert words in said, words
    assert len(next(one for one in card.parts if isinstance(one, Sources)).sources) == 6
    assert labels(card)[0] == "papers"
    assert "send" not in labels(card)
    assert "start" not in labels(card)


async def test_the_first_use_asks_to_agree_and_then_one_press_sends(talk: Chatting) -> None:
    """Papers, I agree, Send to Kling: three presses the first time, one from then on."""
    owner = await talk.arrive()
    card = await asked(talk, owner)
    papers = await talk.press(card, "papers", owner)
    assert [one.path for one in papers.parts if isinstance(one, Link)] == [f"/policy/{one}?lang=en" for one in KLING]
    ready = await talk.press(papers, "agree", owner)
    assert labels(ready)[0] == "send"
    assert "[Send to Kling]" in spoken(ready)
    assert await state(talk, video_of(card)) is Making.ASKED
    sent = await talk.press(ready, "send", owner)
    assert await state(talk, video_of(sent)) is Making.QUEUED
    assert labels(await asked(talk, owner))[0] == "send"
    async with talk.parts.store.read() as reads:
        assert (await reads.agreements(owner.viewer)).items() >= KLING.items()


async def test_papers_that_change_are_agreed_to_again_before_send(talk: Chatting) -> None:
    """A Send from before sends nothing; the screen says that the papers changed, and asks about the new ones alone."""
    owner = await talk.arrive()
    card = await agreed(talk, owner)
    later = under(talk, {**KLING, "kling-api-terms": KLING["kling-api-terms"] + 1})
    late = await later.press(card, "send", owner)
    assert await state(later, video_of(card)) is Making.ASKED
    assert labels(late)[0] == "papers"
    papers = await later.press(late, "papers", owner)
    assert "have changed" in spoken(papers)
    assert len([one for one in papers.parts if isinstance(one, Link)]) == 1
    ready = await later.press(papers, "agree", owner)
    await later.press(ready, "send", owner)
    assert await state(later, video_of(card)) is Making.QUEUED


async def test_i_agree_below_papers_that_changed_keeps_nothing(talk: Chatting) -> None:
    """Only what was shown can be agreed to."""
    owner = await talk.arrive()
    papers = await talk.press(await asked(talk, owner), "papers", owner)
    later = under(talk, {**KLING, "kling-api-terms": KLING["kling-api-terms"] + 1})
    assert labels(await later.press(papers, "agree", owner))[0] == "papers"
    async with talk.parts.store.read() as reads:
        assert not KLING.keys() & (await reads.agreements(owner.viewer)).keys()


async def test_who_is_in_a_picture_is_said_before_it_leaves(talk: Chatting) -> None:
    """One's own picture too: without an answer there is no Send, and a draft of motion isn't asked about."""
    owner = await talk.arrive()
    card = await asked(talk, owner, image=Photo(png()))
    assert "Who is in it?" in spoken(card)
    assert not {"papers", "send"} & set(labels(card))
    (nobody,) = [one for one in buttons(card) if one.label.key == "portrayed-nobody"]
    said = await talk.chat.press(nobody.press, owner)
    assert labels(said)[0] == "papers"
    assert (await talk.parts.seen(owner.viewer, video_of(card))).video.portrayed is Portrayed.NOBODY
    home = await talk.chat.ask("create", {"prompt": SEA, "image": Photo(png()), "more": True}, owner)
    assert "Who is in it?" not in spoken(home)


async def test_a_start_pressed_on_an_old_card_never_sends(talk: Chatting) -> None:
    """A draft that goes to Kling by now isn't begun by the Make it of a card from before, nor by that of its label."""
    owner = await talk.arrive()
    await talk.press(await agreed(talk, owner), "send", owner)
    home = await talk.chat.ask("create", {"prompt": SEA, "more": True}, owner)
    away = await rerouted(talk, home, owner, "kling")
    assert "[Send to Kling]" in spoken(away)
    await talk.press(home, "start", owner)
    assert await state(talk, video_of(home)) is Making.ASKED
    back = await rerouted(talk, away, owner, "motion")
    assert "This leaves the house." not in spoken(back)
    await talk.press(away, "send", owner)
    assert await state(talk, video_of(home)) is Making.ASKED


async def test_words_that_change_stay_on_their_way(talk: Chatting) -> None:
    """Change on a draft for Kling leaves it Kling's; a length that Kling doesn't make is refused with those it does."""
    owner = await talk.arrive()
    card = await asked(talk, owner)
    change = form(await talk.press(card, "change", owner))
    answers = {field.name: field.value for field in change.fields}
    refused = await talk.chat.press(change.press, owner, answers | {"part": "8"})
    assert "5, 10" in spoken(refused)
    await talk.chat.press(change.press, owner, answers | {"prompt": "a heron", "part": "10"})
    view = await talk.parts.seen(owner.viewer, video_of(card))
    assert (view.prompt, view.video.seconds, view.video.route) == ("a heron", 10, "kling")


async def test_where_motion_cannot_draw_kling_is_offered_beside_the_abstract_scene(talk: Chatting) -> None:
    """Use Kling keeps the same words as a draft, with its label; by a rule that nothing leaves it isn't offered."""
    owner = await talk.arrive()
    refused = await talk.chat.ask("create", {"prompt": UNDRAWABLE}, owner)
    assert labels(refused) == ["abstract", "use"]
    assert "[Use Kling]" in spoken(refused)
    card = await talk.press(refused, "use", owner)
    view = await talk.parts.seen(owner.viewer, video_of(card))
    assert (view.video.route, view.video.state, view.prompt) == ("kling", Making.ASKED, UNDRAWABLE)
    await stays(talk, owner)
    assert labels(await talk.chat.ask("create", {"prompt": UNDRAWABLE}, owner)) == ["abstract"]


async def stays(talk: Chatting, owner: Asker) -> Reply:
    """Choose in the settings that nothing leaves the house."""
    ways = await talk.press(await talk.chat.ask("settings", {}, owner), "ways", owner)
    (never,) = [one for one in buttons(ways) if one.label.key == "ways-stays-on"]
    return await talk.chat.press(never.press, owner)


async def test_a_rule_of_ones_own_is_kept_and_told(talk: Chatting) -> None:
    """With "nothing leaves" Kling is refused with the reason and what fits, also for a draft that waits for Send."""
    owner = await talk.arrive()
    waiting = await agreed(talk, owner)
    await stays(talk, owner)
    refused = spoken(await asked(talk, owner))
    assert "by your own rule nothing leaves this house" in refused
    assert "What fits: built-in motion" in refused
    assert "by your own rule" in spoken(await talk.press(waiting, "send", owner))
    assert await state(talk, video_of(waiting)) is Making.ASKED
    await talk.ready(owner)
    assert "Another" not in spoken(await talk.chat.ask("create", {"prompt": SEA}, await talk.arrive("member")))


async def test_which_ways_may_be_used_is_chosen_in_a_form(talk: Chatting) -> None:
    """One at least is left; without motion a plain wish becomes a draft for Kling, and waits there."""
    owner = await talk.arrive()
    ways = await talk.press(await talk.chat.ask("settings", {}, owner), "ways", owner)
    fields = form(await talk.press(ways, "allow", owner))
    assert [(one.name, one.value) for one in fields.fields] == [("motion", "yes"), ("kling", "yes")]
    none = await talk.chat.press(fields.press, owner, {"motion": "no", "kling": "no"})
    assert "At least one way" in spoken(none)
    await talk.chat.press(fields.press, owner, {"motion": "no", "kling": "yes"})
    card = await talk.chat.ask("create", {"prompt": SEA}, owner)
    assert "This leaves the house." in spoken(card)
    assert await state(talk, video_of(card)) is Making.ASKED
    refused = spoken(await stays(talk, owner)) and spoken(await talk.chat.ask("create", {"prompt": SEA}, owner))
    assert "No way of making videos fits here." in refused


async def test_an_agreement_is_taken_back_where_the_rule_is_told(talk: Chatting) -> None:
    """After that the next card asks for the papers again, and a Send from before sends nothing."""
    owner = await talk.arrive()
    card = await agreed(talk, owner)
    ways = await talk.press(await talk.chat.ask("settings", {}, owner), "ways", owner)
    assert "You agreed to these papers" in spoken(ways)
    assert "Taken back." in spoken(await talk.press(ways, "disagree", owner))
    assert labels(await talk.press(card, "send", owner))[0] == "agree"
    assert await state(talk, video_of(card)) is Making.ASKED


async def test_again_of_a_video_that_left_is_a_draft(talk: Chatting) -> None:
    """Nothing leaves a second time by itself: Again shows the label and waits; after a lost one it says the price."""
    owner = await talk.arrive()
    sent = await talk.press(await agreed(talk, owner), "send", owner)
    video = video_of(sent)
    async with talk.parts.store.write() as writes:
        await writes.move_video(video, "start")
        await writes.move_video(video, "lose_sight")
    unsure = await talk.card(video, owner)
    assert labels(unsure) == ["look-again"]
    assert "I don't send it again by myself" in spoken(unsure)
    assert spoken(await talk.press(unsure, "look-again", owner)) == spoken(unsure)
    async with talk.parts.store.write() as writes:
        await writes.move_video(video, "fail", failure="submit_lost")
    failed = await talk.card(video, owner)
    assert "may have been charged" in spoken(failed)
    copy = await talk.press(failed, "again-paid", owner)
    assert await state(talk, video_of(copy)) is Making.ASKED
    assert labels(copy)[0] == "send"


async def test_with_one_way_alone_nobody_is_asked_for_it(tmp_path: Path) -> None:
    """Where motion is all there is, neither option nor buttons speak of ways; Kling says that it isn't set up."""
    async with chatting_in(tmp_path) as plain:
        owner = await plain.arrive()
        create = next(one for one in plain.chat.offered if one.name == "create")
        assert "route" not in {one.name for one in create.options()}
        assert not {"route", "ways"} & set(labels(await plain.chat.ask("create", {"prompt": SEA, "more": True}, owner)))
        assert "ways" not in labels(await plain.chat.ask("settings", {}, owner))
        assert "it isn't set up here" in spoken(await asked(plain, owner))
        both = next(one for one in with_kling(plain).chat.offered if one.name == "create")
        (route,) = [one for one in both.options() if one.name == "route"]
        assert route.choices == (Route.MOTION, Route.KLING)


async def test_another_person_can_neither_agree_nor_send(talk: Chatting) -> None:
    """The buttons of a draft are its owner's."""
    owner, other = await talk.arrive(), await talk.arrive("member")
    card = await asked(talk, owner)
    papers = await talk.press(card, "papers", owner)
    ready = await talk.press(papers, "agree", owner)
    for one in (*buttons(card), *buttons(papers), *buttons(ready)):
        assert "somebody else's" in spoken(await talk.chat.press(one.press, other))
    assert await state(talk, video_of(card)) is Making.ASKED


async def test_another_address_is_named_and_no_country_is_claimed_for_it(talk: Chatting) -> None:
    """Where the operator's requests go elsewhere, the label says so; Kling's words about Singapore don't hold there."""
    moved = with_kling(talk, KlingSettings("kling-v1", base_url="https://kling.example.org"))
    said = spoken(await asked(moved, await moved.arrive()))
    assert "kling.example.org" in said
    assert "Where: the papers that I know don't say" in said
    assert "ingapore" not in said


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_label_is_read_in_every_language(talk: Chatting, language: str) -> None:
    """The card has the clauses' words in the reader's language, and an unknown price is unknown, never nothing."""
    unpriced = with_kling(talk, KlingSettings("kling-v1"))
    owner = replace(await unpriced.arrive(), language=language)
    said = spoken(await asked(unpriced, owner), language=language)
    assert "api-singapore.klingai.com" in said
    assert "0.00" not in said
    assert ("The servers of" in said) == (language == "en")
    assert ("unknown" in said) == (language == "en")


async def test_more_wishes_are_those_that_the_model_takes(talk: Chatting) -> None:
    """Of kling-v1 things not to be seen, camera, mode: they stand on the card, and sealed in the order to be sent."""
    owner = await talk.arrive()
    card = await asked(talk, owner)
    fields = form(await talk.press(card, "extras", owner))
    assert [one.name for one in fields.fields] == ["negative", "camera", "quality"]
    wanted = Extras("people", "forward_up", "pro")
    chosen = {"negative": "people", "camera": "forward_up", "quality": "pro"}
    kept = spoken(await talk.chat.press(fields.press, owner, chosen))
    assert "What shall not be seen: people" in kept
    assert "Camera: forward and up" in kept
    job = await talk.parts.store.ledger.job(video_of(card))
    assert job is not None
    assert job.order.extras == wanted
    change = form(await talk.press(await talk.card(video_of(card), owner), "change", owner))
    await talk.chat.press(change.press, owner, {field.name: field.value for field in change.fields})
    assert (await talk.parts.seen(owner.viewer, video_of(card))).extras == wanted
    home = await rerouted(talk, await talk.card(video_of(card), owner), owner, "motion")
    assert "people" not in spoken(home)
    assert "extras" not in labels(home)


async def test_a_wish_that_the_model_does_not_take_is_refused(talk: Chatting) -> None:
    """A form that was tampered with changes nothing."""
    owner = await talk.arrive()
    card = await asked(talk, owner)
    fields = form(await talk.press(card, "extras", owner))
    assert "can't do what you chose" in spoken(await talk.chat.press(fields.press, owner, {"quality": "8k"}))
    assert "can't do what you chose" in spoken(await talk.chat.press(fields.press, owner, {"sound": "on"}))
    assert "doesn't fit" in spoken(await talk.chat.press(fields.press, owner, {"sound": "loud"}))
    assert (await talk.parts.seen(owner.viewer, video_of(card))).extras == Extras()


async def test_before_it_is_deleted_one_is_told_what_stays_at_kling(talk: Chatting) -> None:
    """Of a draft nothing went there; of a sent one it says until when; once Kling says it is cleared, nothing stays."""
    owner = await talk.arrive()
    video, store = video_of(await asked(talk, owner)), talk.parts.store
    told = "What went to Kling stays there until about"
    assert told not in spoken(await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner))
    now_ms = talk.parts.clock.now_ms()
    async with store.write() as writes:
        await writes.move_video(video, "queue")
        await writes.move_video(video, "start")
        await writes.intend(Submission(video, "kling", talk.parts.ids.new(), now_ms + 1_000))
        assert await writes.send(video)
    assert told in spoken(await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner))
    talk.parts.clock.advance(31 * 86_400_000)
    assert told not in spoken(await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner))
