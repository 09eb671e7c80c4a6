"""Rules about ways to make a video, as columns of people and of communities."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.gate import Surface
from core.people import PersonId, Viewer
from core.rules import Rule
from core.storage.convening import CommunityReads
from core.storage.rows import columns_of, rule_of
from core.storage.tables import communities, people, videos
from core.storage.telling import Telling
from core.videos import VideoId


class RuleReads(CommunityReads):
    """The reading door's part that is about rules: everybody finds their own, and what holds where they speak."""

    async def rule(self, viewer: Viewer) -> Rule:
        """Give the viewer's own rule."""
        return Rule() if viewer.person is None else await _kept(self._connection, viewer.person)

    async def rule_here(self, viewer: Viewer, surface: Surface) -> Rule:
        """Give the rules of the communities that the viewer has a role in, all of them at once."""
        rule = Rule()
        for community in viewer.roles:
            rule = rule.with_that((await self.customs(viewer, community, surface)).rule)
        return rule

    async def rule_begun(self, viewer: Viewer, video: VideoId) -> Rule:
        """Give the rule of the community that the viewer's own video was begun in; none where they speak in that one.

        Whether they are in it still doesn't matter: what was begun there was begun under its rule.
        """
        own = sa.and_(videos.c.id == video, videos.c.owner == viewer.person)
        rule = (communities.c.stays, communities.c.untrained, communities.c.allowed)
        query = sa.select(communities.c.id, *rule).join(videos, videos.c.begun_in == communities.c.id).where(own)
        row = (await self._connection.execute(query)).one_or_none()
        return Rule() if row is None or row.id in viewer.roles else rule_of(row)


class RuleWrites(RuleReads):
    """The writing door's part that is about rules."""

    _telling: Telling

    async def keep_rule(self, viewer: Viewer, rule: Rule) -> None:
        """Keep the viewer's own rule. Raises NotAllowed("account_erased") for who is gone."""
        if viewer.person is not None:
            self._telling.check_there(viewer.person)
            await _keep(self._connection, viewer.person, rule)


async def join_rules(connection: AsyncConnection, stays: PersonId, goes: PersonId) -> None:
    """Let the one person that two become have the rule that breaks neither's."""
    rule = (await _kept(connection, stays)).with_that(await _kept(connection, goes))
    await _keep(connection, stays, rule)


async def part_rules(connection: AsyncConnection, stays: PersonId, home: PersonId) -> None:
    """Let whoever goes home have the rule that the one person had."""
    await _keep(connection, home, await _kept(connection, stays))


async def _kept(connection: AsyncConnection, person: PersonId) -> Rule:
    query = sa.select(people.c.stays, people.c.untrained, people.c.allowed).where(people.c.id == person)
    row = (await connection.execute(query)).one_or_none()
    return Rule() if row is None else rule_of(row)


async def _keep(connection: AsyncConnection, person: PersonId, rule: Rule) -> None:
    await connection.execute(sa.update(people).where(people.c.id == person).values(columns_of(rule)))
