"""A backup of a Hushreel that serves, a lost disk, and the Hushreel that is put back."""

import shutil
from pathlib import Path

import pytest

from tests.faults.houses import read_books
from tests.service import Service, eventually
from tests.wire.visitor import dangerous, made, visiting

pytestmark = pytest.mark.timeout(500)
WITHIN_S = 60


async def test_after_a_lost_disk_everything_is_back_but_what_was_erased(folder: Path) -> None:
    """Backed up while it runs; then one video is erased, and the data folder is gone: the other one plays again."""
    shelf = folder / "shelf"
    shelf.mkdir(parents=True)
    with Service(folder / "house") as service:
        async with visiting(service.demo) as owner:
            _, media = await made(owner, prompt="a calm sea")
            content = (await owner.get(f"{owner.base}{media['video']}")).body
            await made(owner, prompt="a quiet forest")
            done = service.run("backup", str(shelf))
            assert done.returncode == 0, done.stderr
            await owner.press(dangerous(await owner.ask("delete", video="last")))
            eventually(lambda: len(read_books(service.data_dir).states) == 1, WITHIN_S)
        service.stop()
        shutil.rmtree(service.data_dir)
        (backup,) = shelf.iterdir()
        put_back = service.run("restore", str(backup))
        assert put_back.returncode == 0, put_back.stderr
        assert "Erased again, by the erasure journal: 1." in put_back.stdout
        service.start()
        async with visiting(service.demo) as owner:
            assert (await owner.get(f"{owner.base}{media['video']}")).body == content
            library = str(await owner.ask("videos"))
            assert "#1" in library
            assert "#2" not in library
            await made(owner, prompt="a fire at night")
    assert "Traceback" not in service.log
