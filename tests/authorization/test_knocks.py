"""Who may read and answer that somebody asks to see a video: its owner, by either account, and nobody else."""

from collections.abc import Sequence

import pytest

from core.knocks import KnockId
from core.sharing.knock import ask_in, invite
from core.videos import Making
from tests.authorization.house import HERE, House
from tests.authorization.table import about, ways

pytestmark = pytest.mark.asyncio(loop_scope="module")
KNOCKS = about("presses", "knock")
PEOPLE = ("another member", "a moderator", "a stranger", "an admin")


async def asked(house: House, people: Sequence[str] = PEOPLE) -> list[KnockId]:
    """Let people ask to see a video of the owner's, one after the other; gives their knocks."""
    parts, video = house.connecting.talk.parts, await house.add(Making.READY)
    token, _ = await invite(house.owner.viewer, video, HERE, store=parts.store, ids=parts.ids)
    for who in people:
        await ask_in(token, house.others[who].identity, who, store=parts.store)
    async with parts.store.read() as reads:
        return [one.id for one in await reads.knocks(house.owner.viewer, video)]


@pytest.mark.parametrize("action", KNOCKS)
async def test_who_asks_is_the_owners_alone(house: House, action: str) -> None:
    """Everybody else, those who ask included, hears what they hear of a knock that isn't there; no row changes."""
    knock, *_ = await asked(house)
    nothing = house.connecting.talk.parts.ids.new()
    before = house.rows()
    for who, asker in house.others.items():
        said, answer = await house.press(ways("presses")[action], [nothing, knock], asker)
        assert answer == said, who
    assert house.rows() == before


@pytest.mark.parametrize("action", KNOCKS)
async def test_the_owner_answers_by_either_account(house: House, action: str) -> None:
    """Either account's press shows it, or answers it; an answer gives one grant, or none."""
    first, second, *_ = await asked(house)
    for knock, asker in ((first, house.owner), (second, house.other)):
        before = house.rows()
        (answer,) = await house.press(ways("presses")[action], [knock], asker)
        assert answer.card == f"knock:{knock}"
        changed = {name for name, rows in house.rows().items() if rows != before[name]}
        assert ("grants" in changed) == action.startswith("letin")
        assert bool(changed) == (action != "knock")
