"""A language model of the operator's may rephrase a finished answer, and nothing else, however it behaves."""

import gzip
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from bots.chat.privacy import Ask, Privacy, answer_privacy, answer_question
from bots.settings import load
from bots.wiring.promises import policy_facts
from bots.wiring.rewording import Rewording
from core.errors import BadSetting
from knowledge.answers import Answer, answer
from knowledge.clauses import render_paper
from knowledge.differences import weakened
from knowledge.facts import PolicyFacts, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.rephraser import open_rephraser
from knowledge.rephrasing import lift, says_the_same, veil
from tests.doctoring import environment
from tests.fakes.chat_model import Behaving, ChatModel, Saying, chat_model, completion, endless, never
from tests.questions.asking import ask
from tests.questions.loading import questions
from tests.questions.situations import NOW_MS
from tests.talk import spoken, talk_in

POLICY = PolicyFacts(operator_name="Jan Kowalski", operator_contact="jan@example.org")
VIDEO = VideoFacts(
    title="Beach", generator="kling", visibility=Visibility.SELECTED, shared_with=("Ana", "Bo"), seen_by=("Ana",)
)
QUESTION = "who can see Beach, besides Ana?"
HEADLINE = "Ana and Bo can open it."
HOST = "127.0.0.1"
LITTLE = frozenset(
    " ".join(
        tomllib.loads((Path(__file__).parents[2] / "knowledge" / "little.toml").read_text("utf-8")).values()
    ).split()
)


def said(question: str = QUESTION, lang: str = "en") -> Answer:
    """Our own answer."""
    return answer(question, policy=POLICY, now_ms=NOW_MS, video=VIDEO, lang=lang)


async def reworded(model: ChatModel, ours: Answer | None = None, *, within_s: float = 5, key: str = "") -> str | None:
    """Let a model have a try at our answer."""
    rephraser = open_rephraser("openai:m", model.url, key, within_s)
    return await rephraser(QUESTION, ours or said(), (VIDEO.title, *VIDEO.shared_with))


def little(text: str) -> str:
    """Rephrase as a good model may: another start, other pauses, a line of its own."""
    return text.replace("Who sees it: you", "So, then, who sees it: you").replace(
        ". [1] The operator", ";\n[1] operator"
    )


async def test_a_good_models_words_are_shown_with_the_names_that_it_never_saw() -> None:
    """What it moved is moved, citations stand where they stood, and people read the names."""
    async with chat_model(little) as model:
        theirs = await reworded(model)
    assert theirs is not None
    assert theirs.startswith(f"{HEADLINE}\nSo, then, who sees it: you, and Ana and Bo")
    assert "[1] operator, Jan Kowalski" in theirs
    assert theirs != said().text


async def test_the_model_gets_question_answer_and_clauses_and_no_name() -> None:
    """What is sent is the question, our words and the clauses behind them, once, with names of people covered."""
    ours = said()
    async with chat_model() as model:
        await reworded(model, key="a-key")
    ((headers, body),) = model.heard
    assert headers["Authorization"] == "Bearer a-key"
    assert [one["role"] for one in body["messages"]] == ["system", "user"]
    (asked, veiled), under = veil((QUESTION, ours.text), (VIDEO.title, *VIDEO.shared_with))
    told = body["messages"][-1]["content"]
    assert told == f"Question: {asked}\n\nAnswer:\n{veiled}\n\nClauses:\n" + "\n".join(
        f"[{number}] {one.quote}" for number, one in enumerate(ours.citations, 1)
    )
    assert set(under.values()) == {"Ana", "Bo", "Beach"}
    assert not any(name in model.given for name in ("Ana", "Bo ", "Beach"))
    assert set(body) <= {"messages", "model", "temperature", "max_tokens", "max_completion_tokens", "stream"}


LIES: Mapping[str, Saying] = {
    "more people": lambda text: text.replace("NAME2 and NAME3 can open", "Anyone can open"),
    "a headline of its own": lambda text: f"Only you can open it.\n{text.split(chr(10), 1)[1]}",
    "words before the headline": lambda text: f"Hello\n{text}",
    "a negation more": lambda text: text.replace("could technically", "could not technically"),
    "a negation less": lambda text: text.replace("until", ""),
    "names changed about": lambda text: text.replace("NAME3", "_").replace("NAME2", "NAME3").replace("_", "NAME2"),
    "a name nobody gave": lambda text: text.replace("NAME2", "NAME7"),
    "a name left out": lambda text: text.replace("you, and NAME2 and NAME3", "you, and NAME2"),
    "a citation less": lambda text: text.replace(" [2]", ""),
    "a citation more": lambda text: f"{text} [3]",
    "citations changed about": lambda text: text.replace("[1]", "[0]").replace("[2]", "[1]").replace("[0]", "[2]"),
    "a promise more": lambda text: f"{text} Nobody will ever see it.",
    "a sentence less": lambda text: text.split(" [1]", maxsplit=1)[0] + " [1] [2]",
    "a question": lambda text: text.replace("open it. [2]", "open it? [2]"),
    "a joke": lambda text: text.replace("The operator", "The \u201coperator\u201d"),
    "other pauses": lambda text: text.replace("you, and", "you and"),
    "a link": lambda text: f"{text}\nhttps://example.org/login",
    "markup": lambda text: text.replace("technically", "**technically**"),
    "marks that nobody sees": lambda text: text.replace("technically", "techni\u200bcally"),
    "a direction turned round": lambda text: f"{text}\u202e",
    "too long": lambda text: text + " so" * 400,
    "nothing": lambda _: "",
    "something else": lambda _: "I can't help with that.",
}


@pytest.mark.parametrize("lie", LIES)
async def test_what_does_not_say_the_same_is_not_shown(lie: str) -> None:
    """A model that adds, drops, swaps or turns anything round is not believed."""
    async with chat_model(LIES[lie]) as model:
        assert await reworded(model) is None
    assert len(model.heard) == 1


async def json_of(content: object) -> web.StreamResponse:
    """Reply with a completion."""
    return web.json_response(completion(content))


async def gone_midway(request: web.Request) -> web.StreamResponse:
    """Begin a reply, and hang up."""
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"choices": [')
    assert request.transport
    request.transport.abort()
    return response


async def bomb(_: web.Request) -> web.StreamResponse:
    """Reply with what unpacks to 100 MB."""
    return web.Response(body=gzip.compress(bytes(100_000_000), 9), headers={"Content-Encoding": "gzip"})


def replying(response: Mapping[str, object] | list[object] | str, status: int = 200) -> Behaving:
    """Reply with this."""

    async def behave(_: web.Request) -> web.StreamResponse:
        body = response if isinstance(response, str) else json.dumps(response)
        return web.Response(text=body, status=status, content_type="application/json")

    return behave


HOSTILE: Mapping[str, Behaving] = {
    "an error": replying({"error": {"message": "no"}}, 500),
    "too many requests": replying({"error": {"message": "no"}}, 429),
    "not for you": replying({"error": {"message": "no"}}, 401),
    "no JSON": replying("<html>"),
    "a list": replying([1]),
    "no choice": replying({**completion("x"), "choices": []}),
    "no words": replying(completion(None)),
    "words that are none": replying(completion([{"type": "text", "text": 7}])),
    "deep JSON": replying("[" * 50_000),
    "hung up": gone_midway,
    "a bomb": bomb,
    "without an end": endless,
    "slow": never,
}


@pytest.mark.parametrize("trouble", HOSTILE)
async def test_whatever_its_server_does_there_is_an_answer(trouble: str) -> None:
    """Errors, nonsense, floods and silence end in our own words, in time and after one try."""
    async with chat_model(behaving=HOSTILE[trouble]) as model:
        assert await reworded(model, within_s=1.5) is None
    assert len(model.heard) == 1


async def test_nobody_else_is_told_where_the_model_is_gone_or_points_elsewhere() -> None:
    """A closed port is no answer, and a redirect is not followed."""
    async with chat_model() as other:
        elsewhere = f"{other.url}/chat/completions"

        async def redirect(_: web.Request) -> web.StreamResponse:
            raise web.HTTPTemporaryRedirect(elsewhere)

        async with chat_model(behaving=redirect) as model:
            assert await reworded(model) is None
        assert other.heard == []
        assert await reworded(model) is None


def test_our_own_words_say_the_same_and_with_a_word_less_they_do_not() -> None:
    """Of every answer to tests/questions, in every language: it holds, and without any one of its words it doesn't."""
    answers = {given.text: given for given in map(ask, questions()) if given.citations}
    assert {one.lang for one in answers.values()} == set(LANGUAGES)
    for text, given in answers.items():
        assert says_the_same(text, text, given.lang)
        words = text.split(" ")
        for place in range(0, len(words), 5):
            if words[place].strip(".,;:\n").lower() not in LITTLE:
                assert not says_the_same(" ".join(words[:place] + words[place + 1 :]), text, given.lang), words[place]


@pytest.mark.parametrize(
    ("lang", "ours", "theirs"),
    [
        ("es", "Lo ves solo tú. [1]", "Hola así también lo ves solo tú. [1]"),
        ("pt", "Só você o vê. [1]", "Então só você vê. [1]"),
        ("zh", "只有你能看到。[1]", "那只有你也能看到了。[1]"),
        ("ru", "Видите только вы. [1]", "Так вот, видите только вы. [1]"),
    ],
)
def test_little_words_may_change_in_every_language_and_no_others(lang: str, ours: str, theirs: str) -> None:
    """Each language has its own; a word of another list counts there."""
    assert says_the_same(theirs, ours, lang)
    assert not says_the_same(f"no {theirs}", ours, lang)
    assert not says_the_same(f"не {theirs}", ours, lang)
    assert not says_the_same(theirs.replace("[1]", "[2]"), ours, lang)


def test_names_are_covered_however_answers_write_them() -> None:
    """Whole, clipped, beside Chinese, inside other names; words that only look like them stay, and all comes back."""
    text = "Ana, Anabel Lee Mar\u2026 and Ana's 小明能看 analysis NAME1"
    (covered,), under = veil((text,), ("Ana", "Anabel Lee Martinez", "小明", "NAME1", "", "[]"))
    assert lift(covered, under) == text
    assert "analysis" in covered
    assert not any(name in covered.replace("analysis", "") for name in ("Ana", "Lee", "小明"))
    assert veil(("as it is",), ()) == (["as it is"], {})


@pytest.fixture
async def model() -> AsyncIterator[ChatModel]:
    """A model that rephrases well."""
    async with chat_model(lambda text: f"So {text}" if "\n" not in text else text) as serving:
        yield serving


async def test_a_chat_says_what_the_model_saw_and_did(tmp_path: Path, model: ChatModel) -> None:
    """Reworded or not, the answer names the host that saw the question."""
    async with talk_in(tmp_path) as talk:
        asker = await talk.asker()
        policy = replace(talk.services.policy, model=HOST)
        rephraser = open_rephraser("openai:m", model.url, "")

        async def by_model(question: str, ours: Answer, names: object) -> str | None:
            assert names == ()
            return await rephraser(question, ours, ()) or ours.text

        services = replace(talk.services, policy=policy, reworded=by_model)
        plain = spoken(await answer_question(Ask("do you keep logs?"), asker, talk.services))
        text = spoken(await answer_question(Ask("do you keep logs?"), asker, services))
    assert "language model" not in plain
    assert f"language model at {HOST}" in text
    assert len(model.heard) == 1


async def test_nothing_is_sent_where_the_texts_do_not_say(tmp_path: Path, model: ChatModel) -> None:
    """What isn't covered is no model's business, nor is anything but a question in words."""
    async with talk_in(tmp_path) as talk:
        asker = await talk.asker()
        rephraser = open_rephraser("openai:m", model.url, "")
        services = replace(talk.services, reworded=rephraser)
        for question in ("what's the weather?", "hello", "would you feed my goldfish?"):
            await answer_question(Ask(question), asker, services)
        await answer_privacy(Privacy(), asker, services)
    assert model.heard == []


async def test_the_setting_opens_it_and_without_it_nothing_is_asked(tmp_path: Path, model: ChatModel) -> None:
    """Until it is loaded, and where it isn't set, the words are ours and nothing is sent; the first answer wants it."""
    wanted: list[str] = []
    given = environment(tmp_path, CHAT_MODEL="openai:m", CHAT_MODEL_URL=model.url, CHAT_MODEL_KEY="k")
    rewording, without = Rewording(load(given, tmp_path)), Rewording(load(environment(tmp_path), tmp_path))
    rewording.wanted = without.wanted = lambda: wanted.append("now")
    without.load()
    assert await without(QUESTION, said(), ()) is None
    assert wanted == []
    assert await rewording(QUESTION, said(), ()) is None
    assert wanted == ["now"]
    assert model.heard == []
    rewording.load()
    assert await rewording(QUESTION, said(), ()) == said().text
    assert (len(model.heard), wanted) == (1, ["now"])


def test_without_the_package_the_words_are_ours(tmp_path: Path) -> None:
    """It is said in the log, and nothing else changes."""
    chosen = {"CHAT_MODEL": "openai:m", "CHAT_MODEL_URL": "http://127.0.0.1:9/v1"}
    code = "import os, sys, pathlib; from bots.settings import load; from bots.wiring.rewording import Rewording; "
    code += "sys.modules['langchain_openai'] = None; Rewording(load(os.environ, pathlib.Path())).load()"
    given = {**os.environ, **environment(tmp_path, **chosen)}
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=given)
    assert "chat_model_unusable reason=package_missing" in done.stderr


def test_a_start_without_it_imports_nothing_of_it() -> None:
    """Off, it costs nothing."""
    code = "import sys, bots.wiring.rewording; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"langchain", "langchain_openai", "openai", "httpx2"} & set(done.stdout.split())


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"CHAT_MODEL": "openai:m"}, "setting_lacks"),
        ({"CHAT_MODEL_URL": "https://models.example.org/v1"}, "setting_lacks"),
        ({"CHAT_MODEL_KEY": "k"}, "setting_lacks"),
        ({"CHAT_MODEL": "gpt", "CHAT_MODEL_URL": "https://models.example.org/v1"}, "setting_malformed"),
        ({"CHAT_MODEL": "openai:m", "CHAT_MODEL_URL": "http://models.example.org/v1"}, "setting_malformed"),
    ],
)
def test_a_model_without_an_address_or_in_the_clear_is_refused(
    tmp_path: Path, given: dict[str, str], code: str
) -> None:
    """Questions travel unencrypted on this machine alone."""
    with pytest.raises(BadSetting) as refused:
        load(environment(tmp_path, **given), tmp_path)
    assert refused.value.code == code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_policy_names_the_model_where_one_is_set(tmp_path: Path, lang: str) -> None:
    """3.1, 7.2 and 7.3 say that it takes part and 7.4 where it is; without one, 7.4 isn't there and none takes part."""
    given = {"CHAT_MODEL": "openai:m", "CHAT_MODEL_URL": "https://models.example.org/v1"}
    found = {}
    for chosen in (given, {}):
        policy = policy_facts(load(environment(tmp_path, **chosen), tmp_path))
        found[bool(chosen)] = {one.section: one.text for one in render_paper("hushreel-privacy", policy, lang)}
    assert "models.example.org" in found[True]["7.4"]
    assert "7.4" not in found[False]
    for section in ("3.1", "7.2"):
        assert "7.4" in found[True][section]
        assert "7.4" not in found[False][section]
    assert found[True]["7.3"] != found[False]["7.3"]


def test_whoever_agreed_before_is_asked_where_a_model_is_set() -> None:
    """The clause about it is shown before their next upload; without a model nobody is asked."""
    agreed = {"hushreel-privacy": 5, "hushreel-terms": 1}
    (one,) = weakened(agreed, replace(POLICY, model=HOST))
    assert (one.before, one.now.section) == (None, "7.4")
    assert list(weakened(agreed, POLICY)) == []
