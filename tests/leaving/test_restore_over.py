"""Restoring what is over by then: archives of people's own data, and whatever grew too old since the backup."""

from pathlib import Path

from tests.backing_up import backed_up, files_in, found_in, put_back, rows
from tests.departing import BEN, village_in
from tests.erasing import house_of
from tests.exporting import Exporting
from tests.keeping import ask_file
from tests.parts import Parts

DAY_MS = 86_400_000
ORPHAN = "00112233445566778899aabbccddeeff"


async def test_an_archive_does_not_come_back(parts: Parts, tmp_path: Path) -> None:
    """Neither its row and key nor one of its bytes is in what is put back, though it was ready then."""
    house, exporting = house_of(parts), Exporting(await village_in(parts))
    owner = await exporting.village.meet(BEN)
    await house.made(owner)
    await exporting.make(BEN)
    ((person, wrapped_key, _),) = exporting.rows()
    assert person
    (named,) = [name for (name,) in rows(parts.folder, "SELECT id FROM exports")]
    (sealed,) = [one for one in parts.sealed_files if one.name.replace("-", "") == named]
    marks = [wrapped_key, sealed.read_bytes()[:64], sealed.name.encode()]
    await put_back(house, backed_up(house, tmp_path / "shelf"))
    restored = tmp_path / "new"
    assert rows(restored, "SELECT id FROM exports") == []
    assert found_in(restored, marks) == set()
    assert sealed.name not in files_in(restored / "blobs")
    assert len(files_in(restored / "blobs")) == len(parts.sealed_files) - 1


async def test_what_grew_too_old_meanwhile_is_gone_before_anything_is_served(parts: Parts, tmp_path: Path) -> None:
    """A ban that ended since, and lines of history about nothing that is there, are in no file that is put back."""
    house, village = house_of(parts), await village_in(parts)
    ben = await village.meet(BEN)
    assert ben.person
    async with parts.store.write() as writes:
        await writes.ban(village.community, ben.person, parts.clock.now_ms() + DAY_MS, actor=ben.person)
    (token,) = [one for (one,) in rows(parts.folder, "SELECT token FROM bans")]
    about = f"'{ORPHAN}', 'erase', '', {parts.clock.now_ms()}"
    ask_file(parts, f"INSERT INTO events (subject, verb, reason, at_ms) VALUES ({about})")  # noqa: S608
    made = backed_up(house, tmp_path / "shelf")
    parts.clock.advance(2 * DAY_MS)
    await put_back(house, made)
    restored = tmp_path / "new"
    assert rows(restored, "SELECT token FROM bans") == []
    assert rows(restored, f"SELECT sequence FROM events WHERE subject = '{ORPHAN}'") == []  # noqa: S608
    assert found_in(restored, [token if isinstance(token, bytes) else token.encode(), ORPHAN.encode()]) == set()
