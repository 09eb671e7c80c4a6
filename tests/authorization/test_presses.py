"""Every button about a video, pressed by everybody, in every state of the video: what comes back, what changed.

A stranger presses a button of their own about somebody else's video, which we would never offer: the signature is good,
and the gate alone stands between them and the video.
"""

from itertools import cycle

import pytest

from bots.chat.reply import Reply
from bots.chat.told import sorry
from core.errors import NotAllowed
from core.videos import Making, VideoId
from tests.authorization.house import NOT_THERE, REFUSALS, USED, House
from tests.authorization.table import about, ways

pytestmark = pytest.mark.asyncio(loop_scope="module")
VIDEOS = about("presses", "video")
NOT_YOURS = sorry(NotAllowed("press_strange"))


@pytest.mark.parametrize("action", VIDEOS)
async def test_a_button_about_a_private_video_is_its_owners_alone(house: House, action: str) -> None:
    """Everybody else hears what they hear of a video that isn't there, in every state of it, and no row changes."""
    way = ways("presses")[action]
    missing = VideoId(house.connecting.talk.parts.ids.new())
    before = house.rows()
    for who, asker in house.others.items():
        nothing, *something = await house.press(way, [missing, *house.private.values()], asker)
        assert nothing in (NOT_THERE, USED)
        for state, reply in zip(house.private, something, strict=True):
            assert reply == nothing, (who, state)
            assert not house.may(way, asker, house.subject(house.private[state], state))
    assert house.rows() == before


@pytest.mark.parametrize("action", VIDEOS)
async def test_the_owners_button_is_nobody_elses(house: House, action: str) -> None:
    """Pressed by anybody else, in a forwarded or shared message, it says whose it is not, and nothing else."""
    (value,) = await house.values(action, [house.private[Making.READY]], house.owner)
    before = house.rows()
    for who, asker in house.others.items():
        if asker.person != house.owner.person:
            assert await house.chat.press(value, asker) == NOT_YOURS, who
    assert house.rows() == before


@pytest.mark.parametrize("action", VIDEOS)
async def test_the_owner_is_answered_by_either_account(house: House, action: str) -> None:
    """In each state the press changes a row if the table says so, and shows something in any case."""
    way = ways("presses")[action]
    for state, asker in zip(Making, cycle((house.owner, house.other))):
        video = await house.add(state, needs=way.needs) if state in way.acts else house.private[state]
        before = house.rows()
        (reply,) = await house.press(way, [video], asker)
        changed = [name for name, rows in house.rows().items() if rows != before[name]]
        is_there = state is not Making.ERASING
        assert house.may(way, asker, house.subject(video, state)) == is_there
        assert (reply not in REFUSALS) == is_there, (state, reply)
        assert bool(changed) == (state in way.acts), (state, changed, reply)
    house.settle()


@pytest.mark.parametrize("action", VIDEOS)
async def test_whom_it_was_given_or_shown_to_gets_what_the_gate_says(house: House, action: str) -> None:
    """A friend with a grant, and members of a community that shows it: what the row asks of the gate, and no row."""
    way = ways("presses")[action]
    before = house.rows()
    for who, asker in house.others.items():
        replies = await house.press(way, list(house.opened), asker)
        for subject, reply in zip(house.opened.values(), replies, strict=True):
            card = await house.chat.card(subject.video, asker)
            is_refused = reply in REFUSALS or (way.who == "owner" and is_their_card(reply, card))
            assert is_refused != house.may(way, asker, subject), (who, subject, reply)
    assert house.rows() == before


def is_their_card(reply: Reply, card: Reply | None) -> bool:
    """Say whether somebody just gets the card that they have of a video, alone or below what says that it is late."""
    return card is not None and reply.parts in (card.parts, (*USED.parts, *card.parts))
