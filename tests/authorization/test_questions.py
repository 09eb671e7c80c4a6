"""Is this video private? asked by everybody who isn't its owner: the answer of a house in which there is no video."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from tests.authorization.house import TITLE, House
from tests.connecting import DISCORD, TELEGRAM, Connecting, connecting_in
from tests.talk import spoken
from tests.verdicts.paraphrasing import paraphrases

pytestmark = pytest.mark.asyncio(loop_scope="module")
EVERY = 23
"""Every so manyth paraphrase: each language, and each of the five questions."""

SOME = paraphrases()[::EVERY]
assert len({(one.language, one.asks) for one in SOME}) >= 25, "most of five languages times six things to ask"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def empty(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Connecting]:
    """A house in which nobody has anything."""
    async with connecting_in(tmp_path_factory.mktemp("empty")) as opened:
        yield opened


async def test_nobody_elses_question_is_answered_from_it(house: House, empty: Connecting) -> None:
    """Friend, member, moderators, admin, stranger, banned: word for word what is said where there is no video."""
    nobody = {platform: await empty.arrive(platform, "900") for platform in (DISCORD, TELEGRAM)}
    for who, asker in house.others.items():
        for one in SOME:
            said = spoken(await house.chat.say(one.words, replace(asker, language=one.language)))
            stranger = replace(nobody[asker.identity.platform], language=one.language)
            assert said == spoken(await empty.chat.say(one.words, stranger)), (who, one.words)
            assert TITLE not in said


async def test_the_owner_is_answered_from_it_by_either_account(house: House) -> None:
    """The same questions, and the newest video by its name in each answer."""
    for asker in (house.owner, house.other):
        for one in SOME:
            said = spoken(await house.chat.say(one.words, replace(asker, language=one.language)))
            assert TITLE in said, one.words
