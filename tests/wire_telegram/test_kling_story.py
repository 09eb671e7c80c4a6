"""A video by Kling on Telegram, by its newer contract: what it does is said, agreed to, sent; it comes, and it goes."""

from pathlib import Path

import pytest

from tests.fakes.kling_wire.account import API_KEY
from tests.fakes.kling_wire.passing import kling
from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.given import document
from tests.fakes.telegram_wire.groups import Group
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import SECRET, TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.kling_story import (
    AGREE,
    ASKED,
    CITED,
    CLUB,
    FILE_NAME,
    GIVEN,
    LABEL,
    OWNER,
    PAPERS,
    PICTURE,
    PROMPT,
    SEND,
    WHO,
    WHOM_IT_ASKS,
    check_film,
    check_five,
    check_order,
    stays_at_kling,
)
from tests.left import Kept, at_kling, found_in, ids_in, number, of_house, of_picture, words
from tests.wire_telegram.living import MADE_WITHIN_S, MAKE_IT, living

pytestmark = pytest.mark.timeout(400)

ORDER = {
    "contents": [{"type": "prompt", "text": PROMPT}, {"type": "first_frame", "url": "..."}],
    "settings": {"multi_shot": False, "audio": "off", "resolution": "720p", "duration": 5},
    "options": {"external_task_id": "...", "watermark_info": {"enabled": False}},
}
"""All that is sent by the newer contract; "..." are the picture, and the order's own random id."""


async def test_it_is_told_agreed_to_sent_and_erased(fake: TelegramWire, town: Town, tmp_path: Path) -> None:
    """Nothing is sent before Send, and once then; of whoever gave it Kling gets words and pixels, and nothing else."""
    owner, other = town.person(OWNER), town.person("bob")
    club = town.group(CLUB, town.person("chief"), owner, other)
    with kling() as wire:
        async with living(tmp_path / "house", fake, **wire.settings("newer")) as house:
            draft = await drafted(owner)
            ready = await agreed(owner, draft)
            assert wire.seen == []
            film = (await (await owner.presses(ready, SEND)).shows_film(MADE_WITHIN_S)).content
            (card,) = holding(owner, film)
            assert "I have it" in "".join(one.words for one in card.versions if one.media is None)
            check_film(film)
            task = check_order(wire, ORDER)
            check_five(await five(owner, fake), task)
            for name in ("privacy", "videos"):
                assert "I find no such video of yours" in (await other.command(f"{name} #1")).text
            kept = {**kept_here(fake, club, owner), **of_house(house, but=WHOM_IT_ASKS), **ids_in(house.data_dir)}
            await erased(owner, fake)
            await fake.world.until(lambda: stays_at_kling(receipts(fake), task), 60, "what stays at Kling")
            await fake.world.until(lambda: holding(owner, film) == [], 30, "the film's leaving")
            assert found_in(at_kling(wire), {**kept, **ids_in(house.data_dir)}) == set()
            assert [one for one in wire.seen if API_KEY.encode() in one.path.encode() + one.body] == []
        assert "Traceback" not in house.log
        assert PROMPT not in house.log
    assert fake.seen.who_saw(film) == fake.seen.who_saw("Kling") == fake.seen.who_saw(PROMPT) == {OWNER}
    assert all(version.viewers == {one.chat.id} for one in fake.seen.by_bot for version in one.versions)
    assert club.messages() == []
    assert fake.refused == []


async def drafted(owner: Person) -> Message:
    """Ask for a video by Kling: its label stands on the draft, and who is in the picture is asked before all else."""
    card = await owner.sends(document(PICTURE, FILE_NAME), f"/create {PROMPT} route=kling")
    message = await card.offers(WHO[2])
    assert [one for one in LABEL if one not in message.words] == []
    assert set(WHO) <= set(message.labels)
    assert not {PAPERS, SEND, MAKE_IT} & set(message.labels)
    return message


async def agreed(owner: Person, draft: Message) -> Message:
    """Say who is in it, read what is agreed to, and agree; gives the draft with its Send."""
    said = await (await owner.presses(draft, WHO[2])).offers(PAPERS)
    assert SEND not in said.labels
    papers = await (await owner.presses(said, PAPERS)).offers(AGREE)
    assert [one for one in ASKED if one not in papers.words] == []
    return await (await owner.presses(papers, AGREE)).offers(SEND)


async def five(owner: Person, fake: TelegramWire) -> str:
    """Ask the five questions, and for the papers behind the answers; gives the answers."""
    told = Answer(fake.world, owner.private)
    await owner.command("privacy last", waits=None)
    message = (await told.says("5 Can't be undone")).message
    pages = [one for one in message.labels if one.startswith("Sources")]
    sources = "".join([(await (await owner.presses(message, one)).says(one)).text for one in pages])
    assert [one for one in CITED if one not in sources] == []
    return told.text


async def erased(owner: Person, fake: TelegramWire) -> None:
    """Delete it: the receipt says in words what stays at Kling."""
    sure = Answer(fake.world, owner.private)
    await owner.command("delete last", waits=None)
    gone = await owner.presses(await sure.offers("Delete for good"), "Delete for good")
    await gone.says("Receipt R-", within_s=60)
    await gone.says("the copy at Kling, about", within_s=60)
    await gone.says("as it says; I can't delete it there", within_s=1)


def kept_here(fake: TelegramWire, club: Group, owner: Person) -> Kept:
    """Give what is the person's, the picture's, the group's and Telegram's."""
    return {
        **GIVEN,
        **of_picture(PICTURE),
        **{f"account {one}": number(one) for one in (owner.id, club.id, fake.me.id)},
        **{f"file {one}": words(one) for one in (*fake.world.files, *fake.world.paths)},
        "half a token": words(SECRET),
        "Telegram's address": words(fake.api_base.removeprefix("http://")),
    }


def holding(owner: Person, film: bytes) -> list[Message]:
    """Give the messages that hold the film now."""
    return [one for one in owner.inbox() if one.media is not None and one.media.content == film]


def receipts(fake: TelegramWire) -> list[bytes]:
    """Give all receipts that came as files."""
    media = [version.media for one in fake.seen.by_bot for version in one.versions if version.media is not None]
    return [one.content for one in media if one.file.filename.endswith(".json")]
