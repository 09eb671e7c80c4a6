"""People who come, do much and are forgotten, one after the other: `python -m tests.departing_life DATA_DIR SEED`.

Each is told as a JSON line: "came" with ids and account before they leave, "left" once their leaving was confirmed.
"""

import asyncio
import json
import random
import sys
from pathlib import Path

from core.people import Identity, Platform, Role
from tests.departing import Village, village_in
from tests.parts import parts_in
from tests.publishing import ready
from tests.publishing_life import FastClock

PEOPLE = 1_000


def tell(what: str, account: Identity, person: str, receipt: str = "") -> None:
    """Write a line that whoever kills can read."""
    line = {"what": what, "account": account.external_id, "person": person, "receipt": receipt}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


async def come(village: Village, account: Identity) -> str:
    """Make two videos, share one, show one, and get what the one before shares."""
    ann, ben = await village.meet(account), await village.meet(Identity(Platform.DISCORD, "770000000000000077"))
    cy = await village.meet(Identity(Platform.DISCORD, "770000000000000078"), Role.MODERATOR)
    shared, shown = await ready(village.parts, ann), await ready(village.parts, ann)
    await village.share(ann, shared, Identity(Platform.DISCORD, "770000000000000077"))
    await village.share(ben, await ready(village.parts, ben), account)
    await village.publish(ann, cy, shown)
    assert ann.person
    return ann.person.hex


async def live(data: Path, seed: int) -> None:
    """Come and go until killed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    async with parts_in(data, seed, FastClock()) as parts:
        village = await village_in(parts)
        await village.run()
        for number in range(PEOPLE):
            account = Identity(Platform.DISCORD, f"99{seed:08}{number:08}")
            person = await come(village, account)
            tell("came", account, person)
            opened = await village.leave(account)
            tell("left", account, person, opened.number)
            if chance.random() < 2 / 3:
                await village.run(reached=chance.random() < 1 / 2)


if __name__ == "__main__":
    asyncio.run(live(Path(sys.argv[1]), int(sys.argv[2])))
