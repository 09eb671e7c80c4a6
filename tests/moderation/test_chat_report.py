"""Reporting in chat: by a link, a post or because somebody shared it; and moderators who decide cases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.reply import Media, Picture, Reply
from core.cases import DAY_MS, CaseId, Complaint, Reporter, Said
from core.grants import Receiver
from core.people import Identity, Platform
from core.publishing.report import Reporting
from core.publishing.review import Ruling
from core.sharing.share import share
from core.videos import PublicationId, Showing, VideoId
from tests.moderating import GONE, Moderating, actions, form_of, moderating_in, shared, value
from tests.parts import HERE
from tests.publishing import ready
from tests.talk import spoken


@pytest.fixture
async def moderating(tmp_path: Path) -> AsyncIterator[Moderating]:
    """A conversation in a community with its people."""
    async with moderating_in(tmp_path) as opened:
        yield opened


async def report(moderating: Moderating, who: str = "member", **given: object) -> Reply:
    """Give /report."""
    return await moderating.talk.chat.ask("report", given, await moderating.asker(who))


async def reported(
    moderating: Moderating, named: PublicationId, complaint: str = "spam", words: str = "an advert", who: str = "member"
) -> Reply:
    """Press the button of a post, and send the form."""
    asked = await moderating.press(shared(moderating, "report", named), who)
    return await moderating.press(form_of(asked).press, who, {"complaint": complaint, "words": words})


async def slug_of(moderating: Moderating, named: PublicationId) -> str:
    """Give the end of a permanent link."""
    return (await moderating.town.now(named)).slug


async def give(moderating: Moderating) -> VideoId:
    """Share a video of the owner's with the member."""
    town = moderating.town
    video = await ready(town.parts, town.owner)
    whom = [Receiver(Identity(Platform.DEMO, "member"), "Bo")]
    await share(town.owner, video, whom, None, HERE, giver="Ann", store=town.parts.store, clock=town.parts.clock)
    return video


async def test_a_report_says_what_happens_now_until_when_and_how_one_hears(moderating: Moderating) -> None:
    """The form has complaints to choose and words; what is grave is closed meanwhile, and the answer says so."""
    named = await moderating.shown()
    asked = await moderating.press(shared(moderating, "report", named), "member")
    assert [field.name for field in form_of(asked).fields] == ["complaint", "words"]
    assert {one for one, _ in form_of(asked).fields[0].choices} == {one.value for one in Complaint}
    answer = await moderating.press(form_of(asked).press, "member", {"complaint": "intimate", "words": "me"})
    said = spoken(answer)
    for words in ("Your report has arrived", "nobody but its owner and whoever decides", "due by", "I write to you"):
        assert words in said, words
    assert answer.whisper
    state = await moderating.press(value(answer, "rpstate"), "member")
    assert "It isn't decided yet" in spoken(state)


async def test_a_link_names_what_is_meant(moderating: Moderating) -> None:
    """Its whole address, its end, or the id that its post stands for; what isn't there is answered as what isn't."""
    named = await moderating.shown()
    slug = await slug_of(moderating, named)
    for reference in (f"https://videos.example.org/c/club/{slug}?x=1", slug, str(named)):
        card = await report(moderating, video=reference)
        assert "Lighthouse at noon" in spoken(card), reference
        assert actions(card) == ["report"]
    for reference in ("https://example.org/", "nothing", str(PublicationId(moderating.talk.parts.ids.new()))):
        assert GONE in spoken(await report(moderating, video=reference))
    assert GONE in spoken(await report(moderating, "nobody", video=slug))


async def test_without_a_link_what_is_shared_with_one_is_offered(moderating: Moderating) -> None:
    """A receiver picks it, or presses the button of its card; the operator's case then closes it to everybody."""
    assert actions(await report(moderating)) == []
    video = await give(moderating)
    listed = await report(moderating)
    assert actions(listed) == ["rpvideo"]
    card = await moderating.talk.chat.card(video, await moderating.asker("member"))
    form = form_of(await moderating.press(value(card, "rpvideo"), "member"))
    answer = await moderating.press(form.press, "member", {"complaint": "likeness", "words": "my face"})
    assert "Your report has arrived" in spoken(answer)
    assert await moderating.talk.chat.card(video, await moderating.asker("member")) is None
    owner = await moderating.asker("owner")
    own = await moderating.talk.chat.card(video, owner)
    assert own is not None
    assert "On hold after a report" in spoken(own)
    told = await moderating.talk.chat.notice("case", video, owner)
    assert told is not None
    assert "was reported, and is on hold" in spoken(told)
    assert await moderating.talk.chat.notice("case", video, await moderating.asker("moderator")) is None


async def test_an_owner_is_told_what_to_do_instead(moderating: Moderating) -> None:
    """Their own video is hidden or erased, not reported."""
    video = await moderating.town.ready()
    named = (await moderating.town.shown(video)).publication.id
    assert "/hide" in spoken(await reported(moderating, named, who="owner"))


async def test_a_press_that_makes_no_sense_keeps_nothing(moderating: Moderating) -> None:
    """A complaint that nobody offers, something else without words, and a form for what went meanwhile."""
    named = await moderating.shown()
    press = form_of(await moderating.press(shared(moderating, "report", named), "member")).press
    assert "Your report" not in spoken(await moderating.press(press, "member", {"complaint": "loud"}))
    assert "what is wrong" in spoken(await moderating.press(press, "member", {"complaint": "other", "words": " "}))
    await moderating.town.reviewing.remove(moderating.town.moderator, named, 1, Ruling(), HERE)
    assert GONE in spoken(await moderating.press(press, "member", {"complaint": "spam"}))


async def test_cases_come_first_and_name_nobody(moderating: Moderating) -> None:
    """Complaints with counts, age, time left and words; no reporter, no owner, no number; the poster is blurred."""
    named = await moderating.shown()
    await moderating.proposed()
    await reported(moderating, named)
    await reported(moderating, named, "harm", "threats", "second")
    moderating.talk.parts.clock.advance(6 * 3_600_000)
    card = await moderating.card()
    said = spoken(card)
    for words in (
        "**1** case is open",
        "was reported 2 times",
        "Spam or fraud (1) and Violence, threats or hate (1)",
        "for 6 hours",
        "Decision due: in 1 day",
        "an advert",
        "threats",
    ):
        assert words in said, words
    for who in ("owner", "member", "second"):
        assert str(getattr(moderating.town, who).person) not in repr(card)
    assert actions(card) == ["cslook", "csuphold", "csdismis", "csskip"]
    assert [type(part) for part in card.parts if isinstance(part, Picture | Media)] == [Picture]
    after = await moderating.press(value(card, "csskip"))
    assert "waits for a decision" in spoken(after)


async def test_the_review_place_has_the_case_without_anybodys_words(moderating: Moderating) -> None:
    """What is wrong and until when, for everybody who reads there; decided, the card goes."""
    named = await moderating.shown()
    assert await moderating.placed(named) is None
    await reported(moderating, named, "intimate", "that is my sister")
    placed = await moderating.placed(named)
    assert placed is not None
    assert (placed.card, placed.whisper) == (f"review:{named}", False)
    assert "sister" not in spoken(placed)
    assert "Intimate, without consent (1)" in spoken(placed)
    assert actions(placed) == ["cslook", "csuphold", "csdismis"]
    looked = await moderating.press(value(placed, "cslook"))
    assert [type(part) for part in looked.parts if isinstance(part, Picture | Media)] == [Media]
    assert "that is my sister" in spoken(looked)
    assert moderating.events(named)[-1] == "look"
    await moderating.press(value(placed, "csdismis"))
    assert await moderating.placed(named) is None


async def test_a_case_is_upheld_with_a_reason_and_undone(moderating: Moderating) -> None:
    """The author reads the reason; grave, it stays closed, and the card says so; taken back, it waits again."""
    named = await moderating.shown()
    await reported(moderating, named, "minor")
    card = await moderating.card()
    asked = await moderating.press(value(card, "csuphold"))
    done = await moderating.decided(asked, why="harm", note="Not here.")
    assert "is upheld" in spoken(done)
    assert "stays closed" in spoken(done)
    assert await moderating.state(named) is Showing.REMOVED
    assert (await moderating.town.now(named)).revision.note == "Not here."
    late = await moderating.press(value(card, "csdismis"), "second")
    assert spoken(late).startswith("Something else came first.")
    assert "is upheld" in spoken(late)
    undone = await moderating.press(value(done, "csundo"))
    assert "was reported once" in spoken(undone)
    dismissed = await moderating.press(value(undone, "csdismis"))
    assert "is dismissed" in spoken(dismissed)
    assert await moderating.state(named) is Showing.SHOWN


@pytest.mark.parametrize("state", ["upheld", "dismissed", "gone"])
async def test_a_reporter_is_told_the_outcome_and_nothing_of_the_video(moderating: Moderating, state: str) -> None:
    """As it stands when it is told; nobody else is told anything, and of an open case nothing."""
    town, chat = moderating.town, moderating.talk.chat
    named = await moderating.shown()
    video = (await town.now(named)).publication.video
    member = await moderating.asker("member")
    reporter = Reporter(town.member.person)
    reporting = Reporting(town.parts.store, town.parts.clock)
    received = await reporting.about_publication(town.member, named, Said(Complaint.SPAM), reporter, HERE)
    case = CaseId(received.case)
    assert await chat.notice("case", case, member) is None
    card = await moderating.card()
    if state == "upheld":
        await moderating.decided(await moderating.press(value(card, "csuphold")))
    elif state == "dismissed":
        await moderating.press(value(card, "csdismis"))
    else:
        async with town.parts.store.write() as writes:
            await writes.move_video(video, "erase")
        async with town.parts.store.write() as writes:
            await writes.forget_video(video)
    told = await chat.notice("case", case, member)
    assert told is not None
    words = {"upheld": "was taken down", "dismissed": "no reason to take it down", "gone": "isn't here any more"}
    assert words[state] in spoken(told)
    assert "Lighthouse" not in spoken(told)
    assert await chat.notice("case", case, await moderating.asker("second")) is None


async def test_a_late_case_says_so(moderating: Moderating) -> None:
    """After two days it is overdue, and still there to be decided."""
    named = await moderating.shown()
    await reported(moderating, named)
    moderating.talk.parts.clock.advance(3 * DAY_MS)
    assert "it is late" in spoken(await moderating.card())
