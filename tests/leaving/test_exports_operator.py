"""What the operator opened at the machine is in the archive of the video's owner, with the reason."""

import json
from html import escape
from pathlib import Path

from jsonschema import Draft202012Validator

from core.exporting.export import close
from core.sharing.breakglass import break_glass
from core.videos import AssetRole
from tests.departing import ANN, BEN, Life, Village
from tests.exporting import Exporting, data_of
from tests.parts import HERE

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "mydata.schema.json").read_text("utf-8"))
REASON = "order 7 of the <HEDGEHOGGISH> court"


async def test_the_owner_has_when_what_and_why_and_nobody_else(village: Village, life: Life) -> None:
    """As data by the schema, and on the page, escaped; whoever it is shared with finds nothing of it."""
    exporting, parts = Exporting(village), village.parts
    await exporting.fill(life.ben)
    await break_glass(life.bens, AssetRole.OUTPUT, 1, REASON, store=parts.store, vault=parts.vault)
    at_ms = parts.clock.now_ms()
    async with parts.store.read() as reads:
        assert [one.at_ms for one in await reads.break_glass(life.ben, life.bens)] == [at_ms]
    files = await exporting.make(BEN)
    data = data_of(files)
    Draft202012Validator(SCHEMA).validate(data)
    (video,) = [one for one in data["videos"] if one["seen"]["opened_by_operator"]]
    assert [(one["what"], one["reason"]) for one in video["seen"]["opened_by_operator"]] == [("output", REASON)]
    assert escape(REASON) in files["index.html"].decode()
    assert await close(life.ann, HERE, store=parts.store)
    await exporting.sweep.sweep()
    assert not [content for content in (await exporting.make(ANN)).values() if b"HEDGEHOGGISH" in content]
