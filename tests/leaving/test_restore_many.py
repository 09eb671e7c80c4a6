"""Half of many videos is erased after a backup: none of them comes back, and all others do."""

import random
from pathlib import Path

from tests.erasing import house_of
from tests.parts import Parts
from tests.restoring_many import check_restored

MANY = 200
SEED = 20261129


async def test_none_of_the_erased_comes_back_and_all_others_do(parts: Parts, tmp_path: Path) -> None:
    """No byte of an erased video is in the restored folder; rows and sealed files of all others are as they were."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable
    assert await check_restored(house_of(parts), tmp_path / "shelf", MANY, chance) > MANY // 3
