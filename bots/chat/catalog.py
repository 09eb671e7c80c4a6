"""Everything that can be asked and pressed, joined from the modules of each subject."""

from collections.abc import Collection

from bots.chat import (
    about,
    account,
    again,
    agreeing,
    attach,
    budget,
    casing,
    community,
    connect,
    create,
    decided,
    drafts,
    erase,
    extras,
    forgetme,
    invite,
    library,
    mydata,
    objection,
    privacy,
    publish,
    report,
    review,
    rules,
    seen,
    sending,
    share,
    shared,
    terms,
    unpublish,
    ways,
)
from bots.chat.command import Command
from bots.chat.presses import Press

_ORDER = (
    *("create", "videos", "privacy", "ask", "share", "unshare", "whosaw", "publish", "unpublish", "hide", "report"),
    *("objection", "enddate", "delete", "mydata", "settings", "forgetme", "connect", "unlink", "review", "setup"),
    *("help", "about"),
)
MODULES = (
    *(create, agreeing, drafts, ways, extras, sending, attach, again, library, share, shared, seen, invite),
    *(privacy, objection, erase, account, rules, mydata, forgetme, connect, community, budget, about, publish),
    *(unpublish, decided, terms, review, casing, report),
)
"""The modules of each subject: no two of them name a command or a press alike."""

_COMMANDS = {command.name: command for module in MODULES for command in module.COMMANDS}

CATALOGUE: tuple[Command, ...] = tuple(_COMMANDS[name] for name in _ORDER)
"""The commands in the order in which people see them."""


def offered(*, connects: bool, routes: Collection[str] = ()) -> tuple[Command, ...]:
    """Give the commands that people are shown; `connects` says whether two accounts of one human can meet here.

    `routes` are the ways to make a video that are set up: with one alone nobody is asked for it.
    """
    shown = (command for command in CATALOGUE if connects or not command.for_accounts)
    return tuple(command.with_values({"route": tuple(routes)}) for command in shown)


PRESSES: dict[str, Press] = {press.action: press for module in MODULES for press in module.PRESSES}
"""What buttons mean, by action."""
