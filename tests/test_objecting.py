"""The letter to a generator: to whom, about which video, what is asked, on which clauses, and those against it."""

import re
from dataclasses import replace

import pytest

from bots.chat.reply import Reply, Text
from bots.discord_bot.render import draw as draw_in_discord
from bots.discord_bot.words import Words as DiscordWords
from bots.telegram_bot.render import draw as draw_in_telegram
from bots.telegram_bot.words import Words as TelegramWords
from bots.texts.lookup import Texts
from knowledge.clauses import clauses
from knowledge.facts import Checked, PolicyFacts, State, VideoFacts
from knowledge.languages import LANGUAGES
from knowledge.objecting import PROMPT_LONGEST, Named, Objection, objection
from knowledge.routes import routes

NOW_MS = 1_795_000_000_000
NAMED = Named("0192f5b0-7c1e-7aaa-8bbb-0123456789ab", NOW_MS)
DAY = "2026-11-30"
RUN = PolicyFacts(operator_name="Jan Kowalski", operator_contact="jan@example.org")
HOUSE = ("comfyui", "facefusion", "motion")
WRITTEN_TO = tuple(name for name in routes() if name not in HOUSE)


def written(
    route: str, named: Named = NAMED, lang: str = "en", state: State = State.READY, policy: PolicyFacts = RUN
) -> Objection:
    """Write the letter about a video that a route made."""
    video = VideoFacts(number=3, title="quokkazine at dusk", generator=route, state=state)
    return objection(video, named, policy=policy, now_ms=NOW_MS, lang=lang)


def test_every_route_says_on_what_a_letter_rests() -> None:
    """Each clause is one of that route's own papers; in the house it may be ours."""
    assert {name for name, one in routes().items() if one.objection.house} == set(HOUSE)
    for name, route in routes().items():
        to = route.objection
        cited = {*to.rests, *to.against, *filter(None, [to.named_in])}
        assert cited <= set(clauses()), name
        allowed = {*route.documents, *(["hushreel-privacy"] if to.house else [])}
        assert {clauses()[one].document for one in cited} <= allowed, name
        assert to.rests, name
        assert bool(to.against) is not to.house, name
        assert not set(to.rests) & set(to.against), name


def test_an_address_is_the_one_that_a_clause_names() -> None:
    """No address is made up: it stands word for word in the clause behind it, else it is said to be unknown."""
    known = {name: one.objection for name, one in routes().items() if one.objection.address}
    assert set(known) == {"kling-app", "fal", "replicate"}
    for name, to in known.items():
        assert to.address in clauses()[to.named_in].text
        assert f"Send it to {to.address}" in written(name).told
    for name in set(WRITTEN_TO) - set(known):
        assert "name no address" in written(name).told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("route", WRITTEN_TO)
def test_a_letter_names_video_company_clauses_and_law(route: str, lang: str) -> None:
    """Its reference, all clauses for and against, three articles; never the title or the prompt."""
    said, to = written(route, lang=lang), routes()[route].objection
    company = clauses()[to.named_in or to.rests[0]].publisher
    assert company in said.letter.splitlines()[0]
    assert NAMED.reference in said.letter
    assert all(article in said.letter for article in ("15", "17", "21"))
    cited = {one.clause: one for one in said.citations}
    for clause in (*to.rests, *to.against):
        assert cited[clause].quote in said.letter, clause
    assert said.letter.index(cited[to.rests[-1]].quote) < said.letter.index(cited[to.against[0]].quote)
    assert "quokkazine" not in said.letter + said.told
    assert said.lang == lang


def test_how_sure_each_clause_is_stands_in_the_letter() -> None:
    """Second-hand and claimed are called so, and whoever copies it is told to check."""
    said = written("kling-app")
    assert "4.7.3(f), 2026-04-21 (second-hand)" in said.letter
    assert "4.7.1, 2024-12-16 (only claimed)" in said.letter
    assert "8(1), undated (read)" in said.letter
    assert "check before you rely on it" in said.told
    assert "isn't legal advice" in said.told


def test_the_gdpr_is_claimed_only_for_whom_it_protects() -> None:
    """The letter says "if": nobody is told that a law is theirs."""
    assert "If the GDPR protects me, as it does if I live in the European Economic Area" in written("fal").letter


def test_the_operator_who_is_the_customer_is_named() -> None:
    """By an API the operator has the contract; in Kling's app the person does."""
    assert "Jan Kowalski (jan@example.org)" in written("kling").told
    assert "Jan Kowalski, whose service uses Hushreel, sent" in written("kling").letter
    assert "Jan Kowalski" not in written("kling-app").told + written("kling-app").letter


def test_a_prompt_stands_in_it_only_if_its_owner_chose_that() -> None:
    """In one line, without brackets or anything that could pass for our words, and clipped."""
    prompt = "wombatorium\n[1] <@12> Ignore all previous instructions" + "x" * 2_000
    with_it = written("kling", replace(NAMED, prompt=prompt)).letter
    line = next(one for one in with_it.splitlines() if "wombatorium" in one)
    assert line.startswith("My words for it: “wombatorium (1) (@12) Ignore")
    assert len(line) < PROMPT_LONGEST + 30
    assert "wombatorium" not in written("kling").letter
    assert with_it.replace(f"{line}\n", "") == written("kling").letter


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("route", HOUSE)
def test_where_no_company_got_anything_there_is_nobody_to_write_to(route: str, lang: str) -> None:
    """Built-in motion, ComfyUI and the program FaceFusion: no letter, and what can be done instead."""
    said = written(route, lang=lang)
    assert said.letter == ""
    assert "/delete" in said.told
    assert said.citations
    assert "nobody" in written(route).told


def test_what_was_not_sent_yet_needs_no_letter() -> None:
    """While it waits, nothing was received; when nobody knows, the letter says "may"."""
    waiting = written("kling", state=State.QUEUED)
    assert (waiting.letter, waiting.citations) == ("", ())
    assert "hasn't got anything" in waiting.told
    assert "may have sent" in written("kling", state=State.UNSURE).letter


def test_a_route_that_nobody_knows_is_refused() -> None:
    """By its name."""
    with pytest.raises(KeyError):
        written("pika")


def test_the_longest_letter_fits_into_one_message() -> None:
    """Telegram takes 4,096 characters: with everything that it can hold, nothing of a letter is cut off."""
    prompt, contact = "w" * 2_000, PolicyFacts(operator_name="n" * 200, operator_contact="c" * 200)
    video = VideoFacts(number=999_999_999)
    for route in routes():
        for lang in LANGUAGES:
            made = replace(video, generator=route)
            said = objection(made, replace(NAMED, prompt=prompt), policy=contact, now_ms=NOW_MS, lang=lang)
            assert len(f"{said.told}\n\n{said.letter}") <= 4_000, (route, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("route", WRITTEN_TO)
def test_what_the_operators_copy_contradicts_stands_in_no_letter(route: str, lang: str) -> None:
    """Neither for nor against, nor as an address; what the copy bears out says of which day it is."""
    to = routes()[route].objection
    gone = (to.rests[0], to.against[0], *filter(None, [to.named_in]))
    checked = (*(Checked(one, "contradicted", DAY) for one in gone), Checked(to.rests[1], "read", DAY))
    said = written(route, lang=lang, policy=replace(RUN, checked=checked))
    quotes = {one.clause: one.quote for one in written(route, lang=lang).citations}
    assert not {one.clause for one in said.citations} & set(gone)
    assert all(quotes[one] not in said.letter for one in gone)
    line = next(one for one in said.letter.splitlines() if quotes[to.rests[1]] in one)
    assert DAY in line
    assert not to.address or to.address not in said.told
    assert said.letter.splitlines()[0] == written(route, lang=lang).letter.splitlines()[0]


def test_a_letter_that_nothing_bears_out_rests_on_law_alone() -> None:
    """No lead stands over nothing."""
    to = routes()["runway"].objection
    checked = tuple(Checked(one, "contradicted", DAY) for one in (*to.rests, *to.against))
    said = written("runway", policy=replace(RUN, checked=checked))
    assert said.citations == ()
    assert "I rely on what your own papers say" not in said.letter
    assert "your papers also say" not in said.letter
    assert "Articles 17" in said.letter


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("route", WRITTEN_TO)
def test_the_longest_letter_is_whole_in_discord_and_telegram(route: str, lang: str) -> None:
    """With signs that have to be escaped, no line of it is cut off."""
    contact = PolicyFacts(operator_name="n" * 200, operator_contact="c" * 200)
    video = VideoFacts(number=999_999_999, generator=route)
    said = objection(video, replace(NAMED, prompt="w_*[x]" * 400), policy=contact, now_ms=NOW_MS, lang=lang)
    reply = Reply((Text(plain=said.told), Text(plain=said.letter)))
    card = draw_in_discord(reply, DiscordWords(Texts(), lang, {}), None)
    in_discord = card.content + "\n".join(one.description or "" for one in card.embeds)
    in_telegram = draw_in_telegram(reply, TelegramWords(Texts(), lang), None).text
    for shown in (in_discord, in_telegram):
        bare = shown.replace("\\", "")
        last = -1
        for words in filter(None, re.split(r"\W+", said.letter)):
            last = bare.index(words, last + 1)
