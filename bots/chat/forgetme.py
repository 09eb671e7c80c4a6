"""/forgetme: what would go and what would stay, then a typed word, then nobody is they any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bots.chat.buttons import Panel
from bots.chat.command import Asker, Command, Opens
from bots.chat.presses import Press, Pressed
from bots.chat.publications import called, named
from bots.chat.receipts import page_link
from bots.chat.reply import Field, Fields, Form, FormField, Part, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.lookup import Texts
from bots.texts.say import CommandName, Say, When
from core.departures import Leaving
from core.erasure.person import Leave, check, request
from core.errors import BadInput
from core.people import CommunityId, PlatformAccount
from knowledge.languages import LANGUAGES

CARD = "forgetme"
WORD_LONGEST = 20
CONFIRM_WITHIN_MS = 3_600_000


@dataclass(frozen=True)
class ForgetMe:
    """Erase everything of the asker's."""


async def answer_forget(request: ForgetMe, asker: Asker, services: Services) -> Reply:
    """Say what goes and what stays, and ask. Raises NotAllowed("forget_too_soon", until_ms)."""
    del request
    async with services.store.read() as reads:
        await check(_leave(asker), reads, services.clock.now_ms())
        leaving, accounts = await reads.leaving(asker.viewer), await reads.accounts(asker.viewer)
    panel = Panel(asker.person, asker, services)
    return Reply(
        (
            Text(Say("forget-lead")),
            *_connected(accounts),
            Fields(_goes(leaving)),
            *(Text(one) for one in _stays(leaving)),
            *await _communities(leaving, asker, services),
            *panel.row(
                panel.show(Say("button-mydata-first"), "mydata", "mdlook"),
                panel.show(Say("button-forget"), "forgetme", "forget", Style.DANGER),
                panel.show(Say("button-keep"), "forgetme", "forgetno"),
            ),
        ),
        card=CARD,
    )


def _leave(asker: Asker) -> Leave:
    return Leave(asker.viewer, asker.identity, asker.surface)


def _connected(accounts: Sequence[PlatformAccount]) -> tuple[Part, ...]:
    """Say that more than one account goes."""
    names = tuple(Say(f"platform-{one.identity.platform.value}") for one in accounts)
    return (Text(Say("forget-connected", {"platforms": names})),) if len(names) > 1 else ()


def _goes(leaving: Leaving) -> tuple[Field, ...]:
    return (
        Field(Say("forget-field-videos"), Say("forget-videos", {"videos": leaving.videos})),
        Field(Say("forget-field-account"), Say("forget-account", {"given": leaving.given})),
        Field(Say("forget-field-names"), Say("forget-names", {"reports": leaving.reports})),
    )


def _stays(leaving: Leaving) -> tuple[Say, ...]:
    """Say what else is to be known: what ends for others, and what outlives the account."""
    opened = (Say("forget-open", {"open": leaving.others_open}),) if leaving.others_open else ()
    until_ms = leaving.banned_until_ms
    banned = (Say("forget-bans", {"count": leaving.bans, "until": When(until_ms)}),) if until_ms is not None else ()
    return (*opened, *banned, Say("forget-receipts"), Say("forget-outside"), Say("forget-chat"))


async def _communities(leaving: Leaving, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Say what leaving means for those whom they look after."""
    told = [Text(await _about("forget-alone", one, asker, services)) for one in leaving.alone]
    others = [one for one in leaving.chose if one not in leaving.alone]
    return (*told, *[Text(await _about("forget-chose", one, asker, services)) for one in others])


async def _about(key: str, community: CommunityId, asker: Asker, services: Services) -> Say:
    name = named(await called(community, asker, services))
    return Say(key, {"community": name, "command": CommandName("setup")})


async def press_forget(_pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for the word."""
    press = await services.presses.offer("forgets", asker.person, asker, CONFIRM_WITHIN_MS)
    field = FormField("word", Say("forget-type", {"word": Say("forget-word")}), WORD_LONGEST)
    return Reply((Form(Say("forget-form"), press, (field,)),))


async def press_forget_all(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Forget whoever typed the word. Raises BadInput("forget_word")."""
    if (pressed.form or {}).get("word", "").strip().casefold() not in words():
        raise BadInput("forget_word")
    opened = await request(_leave(asker), services.shutting)
    services.presses.forget_all(asker.person)
    services.wishes.forget_all(asker.person)
    services.talks.forget_all(asker.person)
    page = page_link(opened.number, opened.secret, services)
    done = Text(Say("forget-done", {"receipt": opened.number}))
    return Reply((done, Text(Say("forget-secret", {"secret": opened.secret})), *page))


async def press_keep(_pressed: Pressed, _asker: Asker, _services: Services) -> Reply:
    """Leave everything as it is."""
    return Reply((Text(Say("forget-kept")),), card=CARD)


@cache
def words() -> frozenset[str]:
    """Give the word that confirms, in every language: who typed one of them meant it."""
    texts = Texts()
    return frozenset(texts.say(one, Say("forget-word"), str).casefold() for one in LANGUAGES)


COMMANDS = (Command("forgetme", ForgetMe, answer_forget),)
PRESSES = (
    Press("forget", press_forget, opens=Opens.FORM),
    Press("forgets", press_forget_all, changes=True),
    Press("forgetno", press_keep),
)
