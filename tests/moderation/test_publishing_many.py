"""Showcase, review and sweeps in a house of many videos: the same statements, from indexes, at the same cost."""

import pytest

from core.gate import Surface
from core.people import STRANGER, Role, Viewer
from tests.bench.bench_publishing import COUNTED, asks
from tests.bench.crowd import Crowd, crowd_in
from tests.parts import Parts, parts_in
from tests.test_library import listening, plan_of, steps_of

FEW, MANY = 1_000, 6_000
TABLES = ("publications", "videos", "revisions", "assets")


async def costs(parts: Parts, crowd: Crowd) -> dict[str, tuple[list[str], list[str], int]]:
    """Read everything once, and give the statements of each reading, SQLite's plan and its steps."""
    found = {}
    for name, do in asks(parts, crowd).items():
        with listening() as said:
            await do()
        found[name] = ([statement for statement, _ in said], plan_of(parts, said), steps_of(parts, said))
    return found


async def test_a_house_of_many_videos_is_read_like_a_small_one(
    parts: Parts, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Pages by key, links, counts and sweeps go through no table, and cost the database hardly more steps."""
    small = await costs(parts, await crowd_in(parts, FEW))
    async with parts_in(tmp_path_factory.mktemp("many") / "data") as larger:
        large = await costs(larger, await crowd_in(larger, MANY))
    for name, (statements, _, few) in small.items():
        again, plan, many = large[name]
        assert len(statements) == len(again), name
        for step in plan:
            assert not any(step == f"SCAN {table}" for table in TABLES), (name, step)
        assert many <= few * 1.2 or name == COUNTED, (name, few, many)


async def test_pages_are_found_by_their_keys(parts: Parts) -> None:
    """Queue and showcase, the world's too, each have an index that gives them in their order."""
    crowd = await crowd_in(parts, FEW)
    moderator = Viewer(crowd.asker, {crowd.community: Role.MODERATOR})
    async with parts.store.read() as reads:
        with listening() as queue:
            await reads.queue(moderator, crowd.community, Surface.DESK, after=crowd.middle_of_queue)
        with listening() as showcase:
            await reads.showcase(moderator, crowd.community, Surface.WEB_MEMBER, before=crowd.middle_of_showcase)
        with listening() as world:
            await reads.showcase(STRANGER, crowd.community, Surface.WEB_WORLD)
    assert "ix_publications_community_waiting_since_ms_id" in plan_of(parts, queue[:1])[0]
    assert "ix_publications_community_shown_at_ms_id" in plan_of(parts, showcase[:1])[0]
    assert "ix_publications_community_audience_shown_at_ms_id" in plan_of(parts, world[:1])[0]
    assert not any("TEMP B-TREE" in step for said in (queue, showcase, world) for step in plan_of(parts, said[:1]))
