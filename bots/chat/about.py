"""/help and /about: what one can do here, and who answers for it."""

from dataclasses import dataclass

from bots.chat import community, review
from bots.chat.command import Asker, Command
from bots.chat.papers import path_of
from bots.chat.reply import Field, Fields, Link, Reply, Text
from bots.chat.reviewing import moderated_by
from bots.chat.services import Services
from bots.chat.showcase import showcase_link
from bots.texts.say import CommandName, Say
from knowledge.clauses import OURS

_FOR_ADMINS = frozenset(command.name for command in community.COMMANDS)
_FOR_MODERATORS = frozenset(command.name for command in review.COMMANDS)


@dataclass(frozen=True)
class Help:
    """Ask what one can do."""


@dataclass(frozen=True)
class About:
    """Ask who runs this."""


async def answer_help(request: Help, asker: Asker, services: Services) -> Reply:
    """Say how to start, and name every command that they can give here."""
    del request
    is_admin = asker.place is not None and asker.place.is_admin
    hidden = (frozenset() if is_admin else _FOR_ADMINS) | (frozenset() if moderated_by(asker) else _FOR_MODERATORS)
    commands = tuple(
        Field(Say("help-command", {"command": CommandName(name)}), Say(f"command-{name}"))
        for name in services.commands
        if name not in hidden
    )
    return Reply(
        (
            Text(Say("help-lead")),
            Text(Say("help-start", {"command": CommandName("create")})),
            Text(Say("help-question")),
            Fields(commands),
            Text(Say("help-stop", {"command": CommandName("delete")})),
        )
    )


async def answer_about(request: About, asker: Asker, services: Services) -> Reply:
    """Name version, operator, contact, licence and papers."""
    del request
    operator, contact = services.policy.operator_name, services.policy.operator_contact
    fields = (
        Field(Say("about-version"), services.version),
        Field(Say("about-operator"), operator or Say("about-operator-unnamed")),
        Field(Say("about-contact"), contact or Say("about-contact-none")),
        Field(Say("about-licence"), Say("about-licence-value")),
        Field(Say("about-motion"), Say("about-motion-value")),
    )
    privacy, terms = (path_of(document, asker) for document in OURS)
    showcase = await showcase_link(asker, services)
    return Reply((Fields(fields), *showcase, Link(Say("about-policy"), privacy), Link(Say("about-terms"), terms)))


COMMANDS = (Command("help", Help, answer_help), Command("about", About, answer_about))
PRESSES = ()
