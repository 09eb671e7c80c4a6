"""Agreement to a route's papers: before its first use, again when they change, and never for what stays here."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.agreements import Versions, not_agreed
from core.errors import LostRace, NotAllowed, RouteRefused
from core.generation.agreed import agree_to_papers, check_agreed, papers_to_agree, take_back
from core.generators.motion.route import LABEL
from core.people import Viewer
from core.records import PrivacyLabel, Trains
from knowledge.differences import newest
from knowledge.routes import papers_of, routes
from tests.chatting import Chatting, chatting_in
from tests.parts import Parts

AWAY = replace(LABEL, host="api-singapore.klingai.com", country="SG", leaves_the_house=True, trains=Trains.CONFLICT)
KLING = papers_of("kling")
NEWER = {**KLING, "kling-api-terms": KLING["kling-api-terms"] + 10_000}


@pytest.fixture
async def chatting(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A whole conversation."""
    async with chatting_in(tmp_path) as whole:
        yield whole


async def asked_to_agree(parts: Parts, viewer: Viewer, label: PrivacyLabel, papers: Versions) -> Versions:
    """Ask which papers somebody has to agree to."""
    async with parts.store.read() as reads:
        return await papers_to_agree(viewer, label, papers, reads)


async def checked(parts: Parts, viewer: Viewer, label: PrivacyLabel, papers: Versions) -> None:
    """Check that they did."""
    async with parts.store.read() as reads:
        await check_agreed(viewer, label, papers, reads)


async def test_the_first_use_of_a_route_that_leaves_the_house_asks(parts: Parts) -> None:
    """All its papers are to be agreed to, once; nothing may be sent before that, and afterwards nobody is asked."""
    owner = await parts.person()
    assert await asked_to_agree(parts, owner, AWAY, KLING) == KLING
    with pytest.raises(RouteRefused, match="route_not_agreed"):
        await checked(parts, owner, AWAY, KLING)
    await agree_to_papers(owner, KLING, KLING, store=parts.store)
    assert await asked_to_agree(parts, owner, AWAY, KLING) == {}
    await checked(parts, owner, AWAY, KLING)


async def test_a_paper_that_changes_asks_again_and_alone(parts: Parts) -> None:
    """Only the paper with another version is asked about; until then nothing more is sent."""
    owner = await parts.person()
    await agree_to_papers(owner, KLING, KLING, store=parts.store)
    asked = await asked_to_agree(parts, owner, AWAY, NEWER)
    assert asked == {"kling-api-terms": NEWER["kling-api-terms"]}
    with pytest.raises(RouteRefused):
        await checked(parts, owner, AWAY, NEWER)
    await agree_to_papers(owner, asked, NEWER, store=parts.store)
    await checked(parts, owner, AWAY, NEWER)


async def test_what_was_shown_is_what_is_agreed_to(parts: Parts) -> None:
    """A press below papers that have changed since keeps nothing."""
    owner = await parts.person()
    with pytest.raises(LostRace, match="papers_changed"):
        await agree_to_papers(owner, KLING, NEWER, store=parts.store)
    assert await asked_to_agree(parts, owner, AWAY, KLING) == KLING


async def test_what_stays_in_the_house_asks_nobody(parts: Parts) -> None:
    """Motion's papers are ours, which hold from the first upload on."""
    owner = await parts.person()
    assert await asked_to_agree(parts, owner, LABEL, papers_of("motion")) == {}
    await checked(parts, owner, LABEL, papers_of("motion"))


async def test_everybody_agrees_for_themselves(parts: Parts) -> None:
    """One person's agreement is nobody else's, and who is nobody here can't agree."""
    owner, member = await parts.person(), await parts.person("member")
    await agree_to_papers(owner, KLING, KLING, store=parts.store)
    assert await asked_to_agree(parts, member, AWAY, KLING) == KLING
    with pytest.raises(NotAllowed):
        await agree_to_papers(Viewer(None), KLING, KLING, store=parts.store)


async def test_agreeing_to_a_routes_papers_first_leaves_ours_as_they_were(chatting: Chatting) -> None:
    """Who agreed to Kling's papers first still gives their first upload under ours of that day, and that is kept."""
    owner = await chatting.arrive()
    await agree_to_papers(owner.viewer, KLING, KLING, store=chatting.parts.store)
    await chatting.ready(owner)
    async with chatting.parts.store.read() as reads:
        assert await reads.agreements(owner.viewer) == {**KLING, **newest()}


@pytest.mark.parametrize("route", routes())
def test_every_route_has_papers_with_versions(route: str) -> None:
    """Each paper that governs a route can be agreed to: it has a version, and ours the newest number."""
    found = papers_of(route)
    assert tuple(found) == routes()[route].documents
    assert all(version > 0 for version in found.values())
    assert not_agreed({paper: found[paper] for paper in found.keys() & newest().keys()}, newest()) == {}


def test_of_two_versions_of_a_paper_the_newer_counts() -> None:
    """Kling's API terms are known of 2024 and of 21 April 2026."""
    assert KLING["kling-api-terms"] == 20260421


async def test_an_agreement_is_taken_back(parts: Parts) -> None:
    """Whoever takes it back is asked again, and what others agreed to stays."""
    owner, member = await parts.person(), await parts.person("member")
    for one in (owner, member):
        await agree_to_papers(one, KLING, KLING, store=parts.store)
    await take_back(owner, KLING, store=parts.store)
    assert await asked_to_agree(parts, owner, AWAY, KLING) == KLING
    await checked(parts, member, AWAY, KLING)
