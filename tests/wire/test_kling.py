"""A video by Kling through the real `hushreel run`: it goes there, comes back marked, and is erased with a receipt."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.generation.origin import Origin
from tests.fakes.kling_wire.account import API_KEY, KEYS, SECRET_KEY
from tests.fakes.kling_wire.passing import kling
from tests.fakes.kling_wire.server import made_video
from tests.fakes.kling_wire.tasks import CLEARED_MS
from tests.faults.houses import decode, read_books
from tests.faults.killing import ended, started
from tests.faults.kling_life import ASKING, Place, live
from tests.marked import origin_told
from tests.service import Service, eventually
from tests.wire.visitor import dangerous, visiting

pytestmark = pytest.mark.timeout(500)

READY_WITHIN_S = 90.0
SECRETS = (SECRET_KEY.encode(), API_KEY.encode())


@pytest.mark.parametrize("contract", KEYS)
async def test_it_goes_to_kling_and_comes_back(contract: str, folder: Path) -> None:
    """Sent once; what is delivered plays and says that a model made it; the receipt names the day that Kling clears it.

    No file of the service, its log least of all, holds a key of Kling's.
    """
    with kling() as wire:
        place = Place(folder, wire.base_url, contract)
        assert ended(started(live, ASKING, place, folder.with_suffix(".said"), None)) == 0
        with Service(folder, wire.settings(contract)) as service:
            eventually(lambda: list(read_books(service.data_dir).states.values()) == ["ready"], READY_WITHIN_S)
            (output,) = read_books(service.data_dir).outputs
            async with visiting(service.demo) as owner:
                video = (await owner.get(f"assets/{output}")).body
                decode(video)
                assert origin_told(video) is Origin.MODEL
                assert len(video) > len(made_video())
                await owner.press(dangerous(await owner.ask("delete", video="last")))
                eventually(lambda: _at_kling(service.data_dir).get("state") == "expires")
        (task,) = wire.tasks.known.values()
        day = datetime.fromtimestamp((task.began_ms + CLEARED_MS) / 1000, UTC).date().isoformat()
        assert wire.tasks.made == 1
        # the newer contract doesn't tell when a task began: no later than now
        assert _at_kling(service.data_dir)["until"][:10] >= day
        assert "Traceback" not in service.log
    assert not [secret for secret in SECRETS for content in _files(folder) if secret in content]


def _files(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def _at_kling(data_dir: Path) -> dict[str, Any]:
    """Give what the receipt says of the copy at Kling."""
    with closing(sqlite3.connect(f"file:{data_dir / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as database:
        (body,) = database.execute("select body from receipts").fetchone() or ("{}",)
    return next((one for one in json.loads(body).get("items", ()) if one["where"] == "kling"), {})
