"""Every button about a video, pressed by everybody, in every state of the video: what comes back, what changed.

A stranger presses a button of their own about somebody else's video, which we would never offer: the signature is good,
and the gate alone stands between them and the video.
"""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest
import pytest_asyncio

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.chat.told import sorry
from core.errors import NotAllowed
from core.videos import Making, VideoId
from tests.authorization.house import NOT_THERE, House, house_in, is_refusal, subject_of
from tests.authorization.table import Way, about, ways
from tests.test_create import Photo, png

pytestmark = pytest.mark.asyncio(loop_scope="module")
VIDEOS = about("presses", "video")
OTHERS = about("presses", "library", "wish", "pairing", "community")
NOT_YOURS = sorry(NotAllowed("press_strange"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """Everybody in one house."""
    async with house_in(tmp_path_factory.mktemp("house")) as opened:
        yield opened


async def pressed(house: House, way: Way, subject: UUID, asker: Asker) -> Reply:
    """Press a button of one's own."""
    value = await house.value(way.name, subject, asker, changes=PRESSES[way.name].changes)
    return await house.chat.press(value, asker, way.form or None, [Photo(png())] if way.needs == "picture" else ())


@pytest.mark.parametrize("action", VIDEOS)
async def test_a_button_about_a_private_video_is_its_owners_alone(house: House, action: str) -> None:
    """Everybody else hears what they hear of a video that isn't there, in every state of it, and no row changes."""
    way = ways("presses")[action]
    videos = [await house.add(state, needs=way.needs) for state in Making]
    missing = VideoId(house.connecting.talk.parts.ids.new())
    before = house.rows()
    for who, asker in {**house.strangers, "a friend": house.friend}.items():
        assert await pressed(house, way, missing, asker) == NOT_THERE
        for video, state in zip(videos, Making, strict=True):
            assert await pressed(house, way, video, asker) == NOT_THERE, (who, state)
            assert not house.may(way, asker, subject_of(house, video, state))
    assert house.rows() == before


@pytest.mark.parametrize("action", VIDEOS)
async def test_the_owners_button_is_nobody_elses(house: House, action: str) -> None:
    """Pressed by anybody else, in a forwarded or shared message, it says whose it is, and nothing else."""
    video = await house.add(Making.READY)
    value = await house.value(action, video, house.owner, changes=PRESSES[action].changes)
    before = house.rows()
    for who, asker in house.strangers.items():
        if asker.person != house.owner.person:
            assert await house.chat.press(value, asker) == NOT_YOURS, who
    assert house.rows() == before


@pytest.mark.parametrize("action", VIDEOS)
async def test_the_owner_is_answered_by_either_account(house: House, action: str) -> None:
    """In each state the press changes a row if the table says so, and shows something in any case."""
    way = ways("presses")[action]
    for asker in (house.owner, house.other):
        for state in Making:
            video = await house.add(state, needs=way.needs if state is Making.ASKED else "")
            before = house.rows()
            reply = await pressed(house, way, video, asker)
            changed = {name for name, rows in house.rows().items() if rows != before[name]}
            assert house.may(way, asker, subject_of(house, video, state)) == (state is not Making.ERASING)
            assert is_refusal(reply) == (state is Making.ERASING), (state, reply)
            assert bool(changed) == (state in way.acts), (state, changed, reply)


@pytest.mark.parametrize("action", VIDEOS)
async def test_whom_it_was_given_or_shown_to_gets_what_the_gate_says(house: House, action: str) -> None:
    """A friend with a grant, and members of a community that shows it: what the row asks of the gate, and no row."""
    way = ways("presses")[action]
    given, shown = await house.add(Making.READY), await house.add(Making.READY)
    house.give(given)
    await house.show(shown)
    async with house.connecting.talk.parts.store.read() as reads:
        view = await reads.video(house.owner.viewer, shown, house.owner.surface)
    assert view is not None
    (publication,) = view.publications
    before = house.rows()
    for who, asker in {**house.strangers, "a friend": house.friend}.items():
        subjects = {
            given: subject_of(house, given, Making.READY, granted=frozenset({house.friend.person})),
            shown: subject_of(house, shown, Making.READY, publication=publication),
        }
        for video, subject in subjects.items():
            reply = await pressed(house, way, video, asker)
            assert is_refusal(reply) != house.may(way, asker, subject), (who, video == given, reply)
    assert house.rows() == before
