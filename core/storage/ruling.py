"""Rules about ways to make a video, as columns of people and of communities."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.gate import Surface
from core.people import PersonId, Viewer
from core.rules import Rule
from core.storage.convening import CommunityReads
from core.storage.rows import columns_of, rule_of
from core.storage.tables import people
from core.storage.telling import Telling


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
