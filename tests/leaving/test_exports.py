"""Everything of one person in one archive: all of theirs, nothing of others, and not a moment longer than its parts."""

import json
import re
from asyncio import create_task
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from core.departures import Then
from core.erasure.enddate import set_end
from core.erasure.erase import request as erase
from core.erasure.holdings import HOLDINGS
from core.errors import LostRace, NotAllowed
from core.exporting.export import close
from core.exports import LASTS_MS, ExportId
from core.gate import Surface
from core.generation.progress import Board
from core.people import Identity, Role, Viewer
from core.sharing.unshare import unshare
from core.videos import AssetId, AssetRole, VideoId
from tests.departing import ANN, ANNS_OTHER, BEN, CY, NOTE, Life, Village
from tests.erasing import Killed, MortalSteps
from tests.exporting import Exporting, Files, data_of
from tests.parts import HERE, RETENTION_MS
from tests.publishing import WORDS

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "mydata.schema.json").read_text("utf-8"))
GIVEN_NAMES = re.compile(r"name of \d+")
"""What those are called with whom something is shared: their owners know that."""


@pytest.fixture
async def exporting(village: Village, request: pytest.FixtureRequest) -> Exporting:
    """A village whose people can ask for archives, and whose files have bytes of their own."""
    exporting = Exporting(village)
    if "life" in request.fixturenames:
        life: Life = request.getfixturevalue("life")
        assert await close(life.ann, HERE, store=exporting.parts.store)
        await exporting.sweep.sweep()
        for owner in (life.ann, life.ben):
            await exporting.fill(owner)
    return exporting


async def test_every_file_is_what_the_vault_holds(exporting: Exporting, life: Life) -> None:
    """Inputs, outputs, posters and previews of both videos, byte by byte, and nothing beside what is told of them."""
    files = await exporting.make(BEN)
    told = [one for video in data_of(files)["videos"] for one in video["files"]]
    assert set(files) == {"index.html", "mydata.json", *(one["file"] for one in told)}
    for number, video in ((1, life.bens), (2, life.other_of_ben)):
        view = await exporting.parts.seen(life.ben, video)
        assert view.assets
        for place, asset in enumerate(view.assets):
            (name,) = [one for one in files if one.startswith(f"videos/{number:04}/{place + 1}-{asset.role.value}.")]
            assert files[name] == await exporting.parts.opened(life.ben, view, place)


@pytest.mark.parametrize("whose", [ANN, ANNS_OTHER, BEN, CY])
@pytest.mark.usefixtures("life")
async def test_its_data_is_as_the_schema_says(exporting: Exporting, whose: Identity) -> None:
    """By JSON Schema 2020-12, whoever asks."""
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(data_of(await exporting.make(whose)))


@pytest.mark.usefixtures("life")
async def test_it_tells_what_somebody_did(exporting: Exporting) -> None:
    """Words, shares, who opened what, publications, reports, decisions, receipts, accounts, bans."""
    data = data_of(await exporting.make(ANNS_OTHER))
    (video,) = [one for one in data["videos"] if one["number"] == 1]
    assert (video["prompt"], video["title"], video["file_names"]) == (WORDS.prompt, WORDS.title, list(WORDS.file_names))
    assert {one["id"] for one in data["you"]["accounts"]} == {ANN.external_id, ANNS_OTHER.external_id}
    assert {one["waits"] for one in video["shared_with"]} == {True, False}
    assert [one["name"] for one in video["seen"]["opened"]] == [f"name of {BEN.external_id}"]
    assert [one["state"] for one in video["publications"]] == ["shown"]
    assert [one["note"] for one in data["decisions_as_moderator"] if one["note"]] == [NOTE]
    assert len(data["reports"]) == 1
    assert len(data["rows"]["receipts"]["receipts"]) == 1
    assert data["you"]["bans"]["count"] > 0


@pytest.mark.parametrize("language", ["en", "es", "pt", "zh", "ru"])
@pytest.mark.usefixtures("life")
async def test_it_has_a_page_to_read(exporting: Exporting, language: str) -> None:
    """In the language that they speak, without scripts, with what they wrote escaped and each file by its name."""
    files = await exporting.make(ANN, language)
    page = files["index.html"].decode()
    assert f'<html lang="{language}">' in page
    assert WORDS.prompt in page
    assert "<script" not in page
    assert re.findall(r"https?://", page) == []
    assert all(name in page for name in files if name.startswith("videos/"))


async def test_nothing_of_anybody_else_is_in_it(exporting: Exporting, life: Life) -> None:
    """No id of another person or account, no word of theirs, beyond the names that are told to an owner anyway."""
    everybody = {ANN: life.ann, BEN: life.ben, CY: life.cy}
    for whose, viewer in everybody.items():
        mine = {ANN.external_id, ANNS_OTHER.external_id} if whose is ANN else {whose.external_id}
        content = b"".join(content for name, content in (await exporting.make(whose)).items() if "/" not in name)
        told = GIVEN_NAMES.sub("", content.decode())
        for one in (ANN, ANNS_OTHER, BEN, CY):
            assert (one.external_id in told) == (one.external_id in mine and one.external_id in told), (whose, one)
        for other in everybody.values():
            assert other.person
            assert str(other.person) not in told or other.person == viewer.person
            assert other.person.hex not in told or other.person == viewer.person
        assert (NOTE in told) == (whose is ANN)
        assert await close(viewer, HERE, store=exporting.parts.store)


@pytest.mark.usefixtures("life")
async def test_an_owner_is_not_told_who_decided_or_looks_or_that_something_is_reported(exporting: Exporting) -> None:
    """What a moderator does, and a report that nobody decided, are in no row of the owner's."""
    rows = data_of(await exporting.make(BEN))["rows"]
    (publications, decisions) = (rows["publications"]["publications"], rows["decisions"]["revisions"])
    assert all("claimed_by" not in one and "claimed_until_ms" not in one for one in publications)
    assert all("reported" not in one for one in publications)
    assert all("decided_by" not in one for one in decisions)
    assert all(one["closed_at_ms"] and "decided_by" not in one for one in rows["reports"]["cases"])


@pytest.mark.usefixtures("life")
async def test_a_person_is_not_told_who_mutes_them(exporting: Exporting) -> None:
    """Ann and Ben each mute the other: each finds one row, of their own muting."""
    for whose in (ANN, BEN):
        assert len(data_of(await exporting.make(whose))["rows"]["sharing"]["muted"]) == 1


@pytest.mark.usefixtures("life")
@pytest.mark.parametrize("whose", [ANN, BEN, CY])
async def test_every_row_that_names_somebody_is_in_it(exporting: Exporting, whose: Identity) -> None:
    """Each table, by each column that names people: as many rows as the database has of theirs."""
    assert await exporting.make_checked(whose)


async def test_only_they_themselves_have_it(exporting: Exporting, life: Life) -> None:
    """By any account of theirs, in private: no other person, no moderator, no operator, no stranger."""
    await exporting.make(ANN)
    assert await exporting.bytes(await exporting.village.meet(ANNS_OTHER)) is not None
    assert await exporting.bytes(life.ann, Surface.WEB_MEMBER) is not None
    for surface in set(Surface) - {HERE, Surface.WEB_MEMBER, Surface.EXPORT}:
        assert await exporting.bytes(life.ann, surface) is None
    others = (life.ben, life.cy, Viewer(), Viewer(operator=True), await exporting.village.meet(BEN, Role.ADMIN))
    for other in others:
        for surface in Surface:
            assert await exporting.bytes(other, surface) is None


async def test_there_is_one_at_a_time_and_another_one_afterwards(exporting: Exporting, life: Life) -> None:
    """While one is asked for or there, a second is refused; after it is erased, it isn't."""
    await exporting.ask(ANN)
    with pytest.raises(LostRace, match="export_there"):
        await exporting.ask(ANNS_OTHER)
    assert await close(life.ann, HERE, store=exporting.parts.store)
    assert not await close(life.ann, HERE, store=exporting.parts.store)
    await exporting.make(ANN)
    with pytest.raises(LostRace, match="export_there"):
        await exporting.ask(ANN)


async def test_the_gate_is_asked(exporting: Exporting) -> None:
    """In a shared place nobody begins one or ends one, and a stranger has none."""
    ann, parts = await exporting.village.meet(ANN), exporting.parts
    for viewer, surface in ((ann, Surface.CHAT_SHARED), (Viewer(), HERE)):
        with pytest.raises(NotAllowed, match="unrelated"):
            await close(viewer, surface, store=parts.store)


async def test_it_ends_after_a_day(exporting: Exporting, life: Life) -> None:
    """Then nobody opens it, its bytes are gone after a sweep, and another one can be had."""
    exporting.parts.clock.advance(1)
    await exporting.make(CY)
    exporting.parts.clock.advance(LASTS_MS)
    assert await exporting.bytes(life.cy) is None
    assert await exporting.sweep.sweep() == 1
    assert exporting.rows() == []
    assert await exporting.strays() == []
    await exporting.make(CY)


async def test_it_does_not_outlive_its_first_video(exporting: Exporting, life: Life) -> None:
    """A video that ends within the day ends the archive: its card says that moment."""
    ends_at_ms = exporting.parts.clock.now_ms() + 3_600_000
    parts = exporting.parts
    await set_end(
        life.ben, life.bens, HERE, ends_at_ms, store=parts.store, clock=parts.clock, retention_max_ms=RETENTION_MS
    )
    await exporting.make(BEN)
    async with parts.store.read() as reads:
        export = await reads.export(life.ben)
    assert export is not None
    assert export.ends_at_ms == ends_at_ms


async def _erase(exporting: Exporting, life: Life) -> None:
    await erase(life.ann, life.hers, HERE, exporting.village.shutting)


async def _unshare(exporting: Exporting, life: Life) -> None:
    await unshare(life.ann, life.hers, HERE, store=exporting.parts.store)


async def _receiver_leaves(exporting: Exporting, _: Life) -> None:
    await exporting.village.leave(BEN)


async def _leave(exporting: Exporting, _: Life) -> None:
    await exporting.village.leave(ANN)


async def _press(exporting: Exporting, life: Life) -> None:
    assert await close(life.ann, HERE, store=exporting.parts.store)


@pytest.mark.parametrize("what", [_erase, _unshare, _receiver_leaves, _leave, _press])
async def test_it_is_closed_with_whatever_is_erased(exporting: Exporting, life: Life, what: Any) -> None:
    """A video, a share, a receiver, its own person, or by a press: no key is left at once, no byte after a sweep."""
    await exporting.make(ANN)
    ((_, key, _),) = exporting.rows()
    await what(exporting, life)
    assert await exporting.bytes(life.ann) is None
    assert [(person, kept) for person, kept, _ in exporting.rows()] == [(None, None)]
    assert await exporting.sweep.sweep() == 1
    assert exporting.rows() == []
    assert await exporting.strays() == []
    assert not [one for one in exporting.parts.folder.rglob("*") if one.is_file() and key in one.read_bytes()]


async def test_what_others_erase_of_their_own_leaves_it(exporting: Exporting, life: Life) -> None:
    """An archive holds nothing of another's video, so that its end is none of its business."""
    await exporting.make(ANN)
    await erase(life.ben, life.bens, HERE, exporting.village.shutting)
    assert await exporting.bytes(life.ann) is not None


async def test_connecting_and_parting_close_it(exporting: Exporting, life: Life) -> None:
    """It would be half of somebody's, or somebody else's by half."""
    await exporting.make(CY)
    await exporting.village.connect(CY, Identity(ANNS_OTHER.platform, "9900000077"))
    assert await exporting.bytes(life.cy) is None
    await exporting.sweep.sweep()
    await exporting.make(CY)
    async with exporting.parts.store.write() as writes:
        await writes.part(life.cy)
    assert await exporting.bytes(life.cy) is None


async def test_one_that_was_read_before_something_was_erased_is_not_kept(exporting: Exporting, life: Life) -> None:
    """Reading and keeping are two transactions; what happened between them counts."""
    export, parts = await exporting.ask(ANN), exporting.parts
    asked = await parts.store.ledger.export_asked(export)
    assert asked is not None
    await exporting.village.run()
    await erase(life.ann, life.hers, HERE, exporting.village.shutting)
    sealed = await parts.vault.seal(AssetId(export), _nothing(), 0)
    async with parts.store.write() as writes:
        assert not await writes.keep_export(asked, sealed, parts.clock.now_ms() + LASTS_MS, 1)
    await exporting.exporter().export(MortalSteps(), str(export))
    assert 1 not in [one["number"] for one in data_of(await exporting.read(life.ann))["videos"]]


async def _nothing() -> Any:
    yield b""


class Meanwhile(Board):
    """A board that has something done when the first bytes of an archive are written."""

    def __init__(self, do: Any) -> None:
        """Keep what is to be done once."""
        super().__init__()
        self.do = do
        self.task: Any = None

    def report(self, video: VideoId, share: float) -> None:
        """Do it, at the first word of progress."""
        super().report(video, share)
        if self.task is None:
            self.task = create_task(self.do())


async def test_a_video_that_is_erased_while_it_is_made_is_not_in_it(exporting: Exporting, life: Life) -> None:
    """Whatever comes first: no archive that can be opened holds it."""
    board = Meanwhile(lambda: erase(life.ben, life.bens, HERE, exporting.village.shutting))
    export = await exporting.ask(BEN)
    await exporting.exporter(board).export(MortalSteps(), str(export))
    await board.task
    opened = await exporting.bytes(life.ben)
    if opened is not None:
        assert 1 not in [one["number"] for one in data_of(await exporting.read(life.ben))["videos"]]
    await exporting.sweep.sweep()
    assert await exporting.strays() == []


@pytest.mark.usefixtures("life")
async def test_whoever_leaves_while_theirs_is_made_leaves_nothing(exporting: Exporting) -> None:
    """The flow ends without an archive."""
    board = Meanwhile(lambda: exporting.village.leave(BEN))
    export = await exporting.ask(BEN)
    await exporting.exporter(board).export(MortalSteps(), str(export))
    await board.task
    await exporting.sweep.sweep()
    assert exporting.rows() == []
    assert await exporting.strays() == []


class Dying(Board):
    """A board whose process dies at some share."""

    def __init__(self, at: float) -> None:
        """Say when."""
        super().__init__()
        self.at = at

    def report(self, video: VideoId, share: float) -> None:
        """Die."""
        super().report(video, share)
        if share >= self.at:
            raise Killed


@pytest.mark.parametrize("at", [0.0, 0.3, 0.6, 1.0])
async def test_a_crash_while_it_is_made_leaves_nothing_and_the_next_life_makes_it(
    exporting: Exporting, life: Life, at: float
) -> None:
    """At the first byte, half-way, at the last one."""
    export = await exporting.ask(BEN)
    with pytest.raises(Killed):
        await exporting.exporter(Dying(at)).export(MortalSteps(), str(export))
    assert await exporting.bytes(life.ben) is None
    assert await exporting.parts.store.ledger.exports_asked() == [export]
    await exporting.exporter().export(MortalSteps(), str(export))
    assert len(await exporting.read(life.ben)) > 2
    assert await exporting.strays() == []


@pytest.mark.parametrize("remembered", [False, True])
async def test_a_crash_after_it_is_made_changes_nothing(exporting: Exporting, life: Life, *, remembered: bool) -> None:
    """The flow begins anew, and finds it there."""
    export, steps = await exporting.ask(BEN), MortalSteps("make", remembered)
    with pytest.raises(Killed):
        await exporting.exporter().export(steps, str(export))
    before = await exporting.bytes(life.ben)
    await exporting.exporter().export(steps, str(export))
    assert await exporting.bytes(life.ben) == before is not None


async def test_files_that_are_damaged_or_lost_are_told_and_left_out(exporting: Exporting, life: Life) -> None:
    """The rest comes, and its data say which ones can't be read any more."""
    view = await exporting.parts.seen(life.ben, life.bens)
    blobs = {asset.role: exporting.parts.folder / "blobs" / str(asset.id) for asset in view.assets}
    content = bytearray(blobs[AssetRole.OUTPUT].read_bytes())
    content[0] ^= 1
    blobs[AssetRole.OUTPUT].write_bytes(content)
    blobs[AssetRole.INPUT].unlink()
    files = await exporting.make(BEN)
    told = [one for video in data_of(files)["videos"] for one in video["files"]]
    assert {one["role"] for one in told if one["damaged"]} == {"input", "output"}
    assert {one["file"] for one in told if not one["damaged"]} == {one for one in files if "/" in one}


async def test_an_archive_that_nobody_asked_for_is_not_made(exporting: Exporting) -> None:
    """Unknown, closed or finished: the flow ends."""
    await exporting.exporter().export(MortalSteps(), str(ExportId(UUID(int=7))))
    assert await exporting.strays() == []


async def test_somebody_who_did_nothing_gets_one_too(exporting: Exporting) -> None:
    """With their account in it, and nothing else."""
    files: Files = await exporting.make(Identity(ANN.platform, "990000000000000555"))
    assert set(files) == {"index.html", "mydata.json"}
    assert data_of(files)["videos"] == []


def test_an_export_is_emptied_when_its_person_is_forgotten() -> None:
    """With the confirmation, and not by the flow behind it: key and name go at once."""
    (holding,) = [one for one in HOLDINGS if one.name == "exports"]
    (part,) = holding.parts
    assert holding.at_once
    assert part.names == {"person": Then.NAME}
    assert set(part.emptied) == {"wrapped_key", "nonce_prefix"}
