"""/start: who we are, three things to try, and what is private; a press of one tries it."""

from collections.abc import Awaitable, Callable, Mapping

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Button, Choice, Reply, Text
from bots.telegram_bot.words import Words
from bots.texts.say import CommandName, Say
from knowledge.facts import PolicyFacts

TRY = "try:"
"""How the callback_data of a thing to try begins."""


def welcome(policy: PolicyFacts) -> Reply:
    """Welcome somebody: what they can do here, and the truth about who could see it."""
    return Reply(
        (
            Text(Say("telegram-welcome")),
            Text(Say("telegram-welcome-private", {"operator": policy.operator_name})),
            Text(Say("telegram-welcome-more", {"privacy": CommandName("privacy"), "delete": CommandName("delete")})),
            Choice(
                Say("telegram-welcome-try"),
                (
                    Button(Say("telegram-try-words"), "create", f"{TRY}words"),
                    Button(Say("telegram-try-question"), "ask", f"{TRY}question"),
                    Button(Say("telegram-try-help"), "help", f"{TRY}help"),
                ),
            ),
        )
    )


async def tried(press: str, chat: Chat, asker: Asker, words: Words) -> Reply | None:
    """Do what a thing to try says, as if it had been typed; None for none of ours."""
    ways: Mapping[str, Callable[[], Awaitable[Reply]]] = {
        "words": lambda: chat.ask("create", {"prompt": words.label(Say("telegram-try-prompt"))}, asker),
        "question": lambda: chat.ask("ask", {"question": words.label(Say("telegram-try-question"))}, asker),
        "help": lambda: chat.ask("help", {}, asker),
    }
    way = ways.get(press.removeprefix(TRY))
    return await way() if way else None
