"""Verdicts agree with an oracle that shares nothing with them, however one asks; HUSHREEL_PARAPHRASES=all asks all."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice, product

from knowledge.answers import answer
from knowledge.facts import State, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.routes import routes
from knowledge.statements import Fact, Moment
from knowledge.verdict import Verdict, verdict
from knowledge.wording import words_in
from tests.questions.situations import NOW_MS, POLICY
from tests.verdicts.oracle import TRAINING, Got, Open, There, Truth, truth
from tests.verdicts.paraphrasing import ALL, Paraphrase, paraphrases

IN_EACH_SITUATION = 3
"""How many of the paraphrases ask about each state and route by default; the next ones ask about the next."""

NAMED = {"selected": frozenset({"named"}), "community": frozenset({"community"}), "public": frozenset({"anyone"})}
AUDIENCES = {
    "private": frozenset(),
    **NAMED,
    "community-and": frozenset({"community", "named"}),
    "private-reviewed": frozenset({"moderators"}),
    "selected-reviewed": frozenset({"named", "moderators"}),
}
"""What the first sentence of a headline says of whom it is open to, by its key."""

AT_OTHER_TIMES = {
    "held": Open.UNTIL_DECIDED,
    "restored": Open.UNTIL_LOOKED_AT,
    "none": Open.NEVER,
    "erasing": Open.NO_MORE,
    "erased": Open.GONE,
}
GOT = {
    "sent-none": Got.NOTHING,
    "sent-not-yet": Got.NOT_YET,
    "sent-never": Got.NEVER,
    "sent-maybe": Got.PERHAPS,
    "sent-yes": Got.SURELY,
}
LEFT_AT_MS = (
    (None, None),
    (True, None),
    (False, None),
    (None, NOW_MS - 86_400_000),
    (True, NOW_MS - 30 * 86_400_000),
    (True, NOW_MS - 30 * 86_400_000 + 1),
)
"""What is known of sending, and of when."""


def told(found: Verdict) -> Truth:
    """Read a verdict as whoever is told it understands it: by its fields and by the sentences of its headline."""
    opens, sent = found.headline
    key = opens.key.removeprefix("opens-")
    later, audience = key.startswith("later-"), key.removeprefix("later-")
    return Truth(
        AT_OTHER_TIMES.get(key, Open.WHEN_READY if later else Open.NOW),
        frozenset() if key in AT_OTHER_TIMES else AUDIENCES[audience],
        GOT[sent.key.removesuffix("-since")],
        found.visibility,
        found.training,
        found.ends_at_ms,
        when.at_ms if isinstance(when := sent.values.get("when"), Moment) else None,
        _there(found),
    )


def _there(found: Verdict) -> There:
    """Read what is said of the copy at the generator, which is told last."""
    if not found.generator_received:
        return There.NOWHERE
    endings = {"dated": There.UNTIL, "over": There.SHOULD_BE_GONE}
    return endings.get(found.until[-1].key.rpartition("-")[2], There.UNDATED)


def shapes() -> Iterator[VideoFacts]:
    """Give every way in which a video can be open, closed, held and sent, without its state and route."""
    audiences = (
        *(VideoFacts(visibility=one) for one in Visibility),
        VideoFacts(shared_with=("Ana", "Bo")),
        VideoFacts(visibility=Visibility.COMMUNITY, shared_with=("Ana",)),
        VideoFacts(visibility=Visibility.PUBLIC, shared_with=("Ana",)),
    )
    holds = ((False, False), (True, False), (True, True))
    for video, (held, restored), decides, left in product(audiences, holds, (None, "", "Club"), LEFT_AT_MS):
        names = ("Ana", "Bo") if video.visibility is Visibility.SELECTED else video.shared_with
        yield replace(
            video,
            shared_with=names,
            community="Film Club",
            held=held,
            restored=restored,
            reviewers_of=decides,
            sent=left[0],
            sent_at_ms=left[1],
            ends_at_ms=NOW_MS + 86_400_000,
        )


def situations() -> Iterator[VideoFacts]:
    """Give each shape in each state by each route."""
    for shape, state, route in product(shapes(), State, routes()):
        yield replace(shape, state=state, generator=route)


def test_every_route_was_judged_by_hand() -> None:
    """A route that the oracle doesn't know fails here."""
    assert set(TRAINING) == set(routes())


def test_verdicts_agree_with_the_oracle_in_every_situation() -> None:
    """All states, routes, audiences, holds, reviews, and what is known of sending."""
    wrong = [video for video in situations() if told(verdict(video, routes(), POLICY, NOW_MS)) != truth(video, NOW_MS)]
    assert wrong == []


def test_the_moderators_who_decide_are_told_to_whoever_asks() -> None:
    """Also where a headline names a larger audience: the answer to who sees it names them, or says anyone."""
    for video in situations():
        decide = video.reviewers_of is not None and video.state is State.READY and not video.held
        keys = {fact.key for fact in verdict(video, routes(), POLICY, NOW_MS).who_sees}
        assert ("sees-reviewed" in keys) == (decide and video.visibility is not Visibility.PUBLIC), video


def test_a_thousand_paraphrases_are_answered_by_the_same_verdict() -> None:
    """However one asks in five languages, in each state and by each route: the oracle's verdict, and its own words."""
    asked, wrong = 0, []
    for one, video in _asked():
        asked += 1
        said = answer(
            one.words, policy=POLICY, now_ms=NOW_MS, video=video, lang=one.language, asked_in="", nearest=None
        )
        if (
            said.verdict is None
            or told(said.verdict) != truth(video, NOW_MS)
            or not _speaks(one, said.text, said.verdict)
        ):
            wrong.append((one.language, one.asks, one.words, said.text[:80]))
    assert sorted(set(wrong)) == []
    assert asked >= len(paraphrases()) == len(LANGUAGES) * 200


def _asked() -> Iterator[tuple[Paraphrase, VideoFacts]]:
    """Pair paraphrases with situations; each state and route has every audience in turn."""
    turns = cycle(shapes())
    is_all = os.environ.get("HUSHREEL_PARAPHRASES") == "all"
    turn = cycle(paraphrases())
    rounds = 1 if is_all else -(-len(paraphrases()) // (IN_EACH_SITUATION * len(State) * len(routes())))
    for state, route in list(product(State, routes())) * rounds:
        some = paraphrases() if is_all else islice(turn, IN_EACH_SITUATION)
        for one in some:
            yield one, replace(next(turns), state=state, generator=route)


def _speaks(one: Paraphrase, text: str, found: Verdict) -> bool:
    """Say whether an answer has the half of the headline that was asked about, or the line of the question."""
    words = words_in(one.language)
    opens, sent = found.headline

    def has(fact: Fact) -> bool:
        return any(shorter.state(fact).casefold() in text.casefold() for shorter in words.ever_shorter())

    if one.asks == ALL:
        return has(opens) and has(sent)
    return words.say(f"question-{one.asks}").casefold() in text.casefold()
