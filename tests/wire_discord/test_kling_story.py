"""A video by Kling on Discord, by its older contract: what it does is said, agreed to, sent; it comes, and it goes."""

from pathlib import Path

import pytest

from tests.fakes.discord_wire.asking import Upload
from tests.fakes.discord_wire.messages import Attachment, Message
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.fakes.kling_wire.passing import kling
from tests.kling_story import (
    AGREE,
    ASKED,
    CITED,
    CLUB,
    FILE_NAME,
    GIVEN,
    GO_ON,
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
from tests.service import Service
from tests.wire_discord.living import MADE_WITHIN_S, living

pytestmark = pytest.mark.timeout(400)

ORDER = {
    "model_name": "kling-v1",
    "prompt": PROMPT,
    "mode": "std",
    "duration": "5",
    "image": "...",
    "external_task_id": "...",
}
"""All that is sent by the older contract; "..." are the picture, and the order's own random id."""


async def test_it_is_told_agreed_to_sent_and_erased(fake: DiscordWire, town: Town, tmp_path: Path) -> None:
    """Nothing is sent before Send, and once then; of whoever gave it Kling gets words and pixels, and nothing else."""
    owner, other = town.person(OWNER), town.person("bob")
    club = town.guild(CLUB, town.person("chief"), owner, other)
    with kling() as wire:
        async with living(tmp_path / "house", fake, 1, **wire.settings("legacy")) as house:
            draft = await drafted(owner, club)
            ready = await agreed(owner, draft)
            assert wire.seen == []
            await owner.press(ready, SEND)
            await fake.world.until(lambda: films(fake), MADE_WITHIN_S, "the video")
            (card, film) = films(fake)[0]
            assert card.ephemeral
            assert "I have it" in "".join(one.content for one in card.versions if not one.attachments)
            check_film(film.content)
            task = check_order(wire, ORDER)
            check_five(await five(owner, club), task)
            for name in ("privacy", "videos"):
                assert "I find no such video of yours" in (await other.command(club, name, video="#1")).text
            kept = {**kept_here(fake, club, owner), **of_house(house, but=WHOM_IT_ASKS), **ids_in(house.data_dir)}
            await erased(owner, club)
            await fake.world.until(lambda: stays_at_kling(receipts(fake), task), 60, "what stays at Kling")
            await fake.world.until(lambda: films(fake) == [], 30, "the film's leaving")
            assert found_in(at_kling(wire), {**kept, **ids_in(house.data_dir)}) == set()
            assert fake.seen.who_saw(film.content) == {OWNER}
            assert fake.seen.who_saw("Kling") == fake.seen.who_saw(PROMPT) == {OWNER}
            assert other.inbox() == []
            is_clean(fake, house)


async def test_it_goes_on_there(fake: DiscordWire, town: Town, tmp_path: Path) -> None:
    """Under More, Kling goes on from its own video: a draft with its label, Send again, and one more order."""
    owner = town.person(OWNER)
    club = town.guild(CLUB, town.person("chief"), owner)
    with kling() as wire:
        async with living(tmp_path / "house", fake, 1, **wire.settings("legacy")) as house:
            card = await owner.command(club, "create", prompt=PROMPT, route="kling")
            await card.says(PAPERS)
            papers = await owner.press(card.message, PAPERS)
            agreed = await owner.press(papers.message, AGREE)
            await agreed.says(SEND)
            await owner.press(agreed.message, SEND)
            await fake.world.until(lambda: films(fake), MADE_WITHIN_S, "the video")
            ready, first = films(fake)[0]
            await owner.press(ready, "More")
            draft = await owner.press(ready, GO_ON)
            await draft.says(LABEL[0])
            assert [one for one in LABEL if one not in draft.text] == []
            assert wire.tasks.made == 1
            await owner.press(draft.message, SEND)
            await fake.world.until(lambda: len(films(fake)) > 1, MADE_WITHIN_S, "the video that goes on")
            paths = [one.path for one in wire.seen if one.method == "POST"]
            assert paths == ["/v1/videos/text2video", "/v1/videos/video-extend"]
            assert wire.tasks.made == 2
            (second,) = [film for _, film in films(fake) if film.id != first.id]
            check_film(second.content)
            assert fake.seen.who_saw(second.content) == {OWNER}
            is_clean(fake, house)


async def drafted(owner: Person, club: Server) -> Message:
    """Ask for a video by Kling: its label stands on the draft, and who is in the picture is asked before all else."""
    picture = Upload(FILE_NAME, PICTURE, "image/jpeg")
    card = await owner.command(club, "create", prompt=PROMPT, image=picture, route="kling")
    await card.says(LABEL[0])
    assert [one for one in LABEL if one not in card.text] == []
    assert set(WHO) <= set(card.message.labels)
    assert not {PAPERS, SEND, "Make it"} & set(card.message.labels)
    return card.message


async def agreed(owner: Person, draft: Message) -> Message:
    """Say who is in it, read what is agreed to, and agree; gives the draft with its Send."""
    said = await owner.press(draft, WHO[2])
    await said.says(PAPERS)
    assert SEND not in said.message.labels
    papers = await owner.press(said.message, PAPERS)
    await papers.says(ASKED[0])
    assert [one for one in ASKED if one not in papers.text] == []
    ready = await owner.press(papers.message, AGREE)
    await ready.says(SEND)
    return ready.message


async def five(owner: Person, club: Server) -> str:
    """Ask the five questions, and for the papers behind the answers; gives the answers."""
    told = await owner.command(club, "privacy", video="last")
    label = next(one for one in told.message.labels if one.startswith("Sources"))
    sources = await owner.press(told.message, label)
    assert [one for one in CITED if one not in sources.text] == []
    return told.text


async def erased(owner: Person, club: Server) -> None:
    """Delete it: the receipt says in words what stays at Kling."""
    sure = await owner.command(club, "delete", video="last")
    gone = await owner.press(sure.message, "Delete for good")
    await gone.says("Receipt R-", within_s=60)
    await gone.says("the copy at Kling, about", within_s=60)
    await gone.says("as it says; I can't delete it there", within_s=1)


def kept_here(fake: DiscordWire, club: Server, owner: Person) -> Kept:
    """Give what is the person's, the picture's, the club's and Discord's."""
    accounts = (owner.id, owner.private.id, club.id, club.general.id, fake.me.id)
    return {
        **GIVEN,
        **of_picture(PICTURE),
        **{f"account {one}": number(one) for one in accounts},
        **{f"interaction {one}": words(one) for one in fake.world.interactions},
        "Discord's address": words(fake.world.base.removeprefix("http://")),
    }


def films(fake: DiscordWire) -> list[tuple[Message, Attachment]]:
    """Give the films that are in messages of the bot now."""
    sent = [one for one in fake.seen.messages if one.author.bot and one.deleted_ms is None]
    return [(one, file) for one in sent for file in one.files if file.filename.endswith(".mp4")]


def receipts(fake: DiscordWire) -> list[bytes]:
    """Give all receipts that came as files."""
    files = [file for one in fake.seen.messages for version in one.versions for file in version.attachments]
    return [one.content for one in files if one.filename == "hushreel-receipt.json"]


def is_clean(fake: DiscordWire, house: Service) -> None:
    """See that each answer was for its asker alone, that Discord refused nothing, and that the log has no words."""
    answers = [one for one in fake.seen.messages if one.author.bot]
    assert all(version.viewers == {one.only_for} for one in answers for version in one.versions)
    assert fake.refused == []
    assert PROMPT not in house.log
    assert "Traceback" not in house.log
