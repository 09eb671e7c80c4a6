"""Papers that promise less than somebody agreed to: shown clause by clause, and asked about before the next upload."""

from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.command import Asker
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Link, Part, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import Say
from core.agreements import Versions
from knowledge.differences import Weakened, newest, weakened

HISTORY = "/policy/history"
SHOWN = 3
"""So many clauses fit into a message with both their sides; the page shows all."""


async def under_papers(take: Callable[[], Awaitable[Reply]], asker: Asker, services: Services) -> Reply:
    """Have something taken in; where a paper promises less than they agreed to, ask instead.

    Whoever gives something for the first time does so under the papers as they are, and that is kept.
    """
    async with services.store.read() as reads:
        agreed = await reads.agreements(asker.viewer)
    if found := _weakened(agreed, asker, services):
        return await _asking(found, asker, services)
    reply = await take()
    if not newest().keys() & agreed.keys():
        async with services.store.write() as writes:
            await writes.agree(asker.person, newest())
    return reply


def _weakened(agreed: Versions, asker: Asker, services: Services) -> list[Weakened]:
    return list(weakened(agreed, services.policy, asker.language, services.clauses))


async def _asking(found: Sequence[Weakened], asker: Asker, services: Services) -> Reply:
    panel = Panel(asker.person, asker, services)
    agree = await panel.offer(Say("button-agree"), "create", "agree", Style.MAIN)
    clauses = [part for one in found[:SHOWN] for part in _clause(one)]
    if len(found) > SHOWN:
        clauses.append(Text(Say("agree-more", {"count": len(found) - SHOWN})))
    history = Link(Say("agree-history"), HISTORY)
    return Reply((Text(Say("agree-lead", {"count": len(found)})), *clauses, *panel.row(agree), history))


def _clause(one: Weakened) -> tuple[Part, ...]:
    """Write one clause as it was, and as it is."""
    head = Text(Say("agree-clause", {"section": one.now.section, "title": one.now.title}))
    was = (Text(Say("agree-before", {"text": one.before.text})),) if one.before else ()
    return (head, *was, Text(Say("agree-now", {"text": one.now.text})))


async def press_agree(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Keep that they agree to the papers of now."""
    async with services.store.write() as writes:
        await writes.agree(asker.person, newest())
    return Reply((Text(Say("agree-done")),))


async def _as_it_is(_subject: UUID, asker: Asker, services: Services) -> Reply | None:
    async with services.store.read() as reads:
        found = _weakened(await reads.agreements(asker.viewer), asker, services)
    return await _asking(found, asker, services) if found else None


COMMANDS = ()
PRESSES = (Press("agree", press_agree, changes=True, as_it_is=_as_it_is),)
"""Its subject is who is asked."""
