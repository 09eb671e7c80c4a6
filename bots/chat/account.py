"""/settings: where a person's clock is, which language I speak, how videos come and stay, how long they are kept."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, partial
from zoneinfo import available_timezones

from bots.chat.buttons import Panel
from bots.chat.command import Asker, Command, Opens, asked
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Button, Choice, Field, Fields, Form, FormField, Part, Reply, Style, Text
from bots.chat.services import Services
from bots.chat.spent import spent
from bots.texts.lookup import shown_as_text
from bots.texts.say import CommandName, Say, Value, When
from core.chats import TIDYING
from core.errors import BadInput
from core.people import Delivery, Preferences
from knowledge.languages import spoken

ZONE_LONGEST = 64
SWITCHES = ("tidy", "protect")
"""What is on or off in a chat: files leave it after 47 hours; nobody can forward or save them there."""

EVERYWHERE = ("notices",)
"""What is on or off wherever somebody speaks: I tell them when somebody shares a video with them."""


class Language(Enum):
    """The languages that I speak, and whichever a person's platform names."""

    AUTOMATIC = "automatic"
    EN = "en"
    ES = "es"
    PT = "pt"
    ZH = "zh"
    RU = "ru"


@dataclass(frozen=True)
class Settings:
    """Show the settings, or change what is given. `tidy` and `protect` are chosen by buttons, where a chat has them."""

    time_zone: str | None = asked(longest=ZONE_LONGEST, default=None)
    language: Language | None = asked(default=None)
    delivery: Delivery | None = asked(default=None)
    tidy: bool | None = None
    protect: bool | None = None
    notices: bool | None = None


async def answer_settings(request: Settings, asker: Asker, services: Services) -> Reply:
    """Show how things are set, changed first where something is given.

    Raises BadInput: time_zone_unknown; links_off, where nobody could open one.
    """
    chosen = asker.preferences
    if request.time_zone is not None:
        chosen = replace(chosen, time_zone=time_zone(request.time_zone))
    if request.language is not None:
        chosen = replace(chosen, language=None if request.language is Language.AUTOMATIC else request.language.value)
    if request.delivery is Delivery.LINK and not services.links:
        raise BadInput("links_off")
    if request.delivery is not None:
        chosen = replace(chosen, delivery=request.delivery)
    if request.tidy is not None:
        chosen = replace(chosen, tidy=request.tidy)
    if request.protect is not None:
        chosen = replace(chosen, protect=request.protect)
    if request.notices is not None:
        chosen = replace(chosen, notices=request.notices)
    if request == Settings():
        return await _shown(Text(Say("settings-lead")), chosen, asker, services)
    if chosen == asker.preferences:
        return await _shown(Text(Say("settings-same")), chosen, asker, services)
    async with services.store.write() as writes:
        await writes.prefer(asker.viewer, chosen)
    return await _shown(Text(Say("settings-saved")), chosen, asker, services)


async def _shown(lead: Text, chosen: Preferences, asker: Asker, services: Services) -> Reply:
    now = shown_as_text(When(services.clock.now_ms()), chosen.time_zone, spoken(chosen.language or asker.language))
    kept: dict[str, Value | Say] = {
        "retention": services.retention_ms,
        "most": services.retention_max_ms,
        "command": CommandName("enddate"),
    }
    fields = (
        Field(Say("settings-zone"), chosen.time_zone),
        Field(Say("settings-now"), now),
        Field(Say("settings-language"), _language(chosen, asker)),
        Field(Say("settings-delivery"), Say(f"delivery-{chosen.delivery.value}")),
        *(Field(Say(f"settings-{name}"), Say(f"chat-{name}-{_switch(chosen, name)}")) for name in _switches(asker)),
        Field(Say("settings-kept"), Say("settings-kept-value", kept)),
        *await spent(asker, services),
    )
    panel = Panel(asker.person, asker, services)
    change = panel.show(Say("settings-change"), "settings", "zone")
    choices = (*_choices(chosen, panel, services), *_turned(chosen, asker, panel))
    ways = (panel.show(Say("button-ways"), "settings", "ways"),) if len(services.generators) > 1 else ()
    return Reply((lead, Fields(fields), *choices, *panel.row(change, *ways)), card="settings")


def _switches(asker: Asker) -> tuple[str, ...]:
    """Name what can be switched on and off where somebody speaks."""
    return (*(SWITCHES if asker.identity.platform in TIDYING else ()), *EVERYWHERE)


def _switch(chosen: Preferences, name: str) -> str:
    return "on" if getattr(chosen, name) else "off"


def _turned(chosen: Preferences, asker: Asker, panel: Panel) -> tuple[Part, ...]:
    """Offer to switch each over."""
    other = {name: "off" if getattr(chosen, name) else "on" for name in _switches(asker)}
    return panel.row(
        *(panel.show(Say(f"button-{name}-{to}"), "settings", f"{name}_{to}") for name, to in other.items())
    )


def _choices(chosen: Preferences, panel: Panel, services: Services) -> tuple[Choice, ...]:
    """Offer each language, and each way of delivery where there are two; the one that is set stands out."""
    now = chosen.language or Language.AUTOMATIC.value
    languages = Choice(
        Say("settings-speak"), tuple(_button("language", "speak", one.value, now, panel) for one in Language)
    )
    if not services.links and chosen.delivery is Delivery.FILE:
        return (languages,)
    deliveries = tuple(_button("delivery", "deliver", one.value, chosen.delivery.value, panel) for one in Delivery)
    return languages, Choice(Say("settings-deliver"), deliveries)


def _button(setting: str, action: str, value: str, chosen: str, panel: Panel) -> Button:
    style = Style.MAIN if value == chosen else Style.QUIET
    return panel.show(Say(f"{setting}-{value}"), "settings", f"{action}_{value}", style)


async def _press_setting(settings: Settings, _pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Change one setting to what the button says."""
    return await answer_settings(settings, asker, services)


def _language(chosen: Preferences, asker: Asker) -> Say:
    """Name the chosen language, or the platform's where that is known."""
    if chosen.language is not None:
        return Say(f"language-{spoken(chosen.language)}")
    if asker.preferences.language is not None:
        return Say("language-automatic")
    return Say("settings-language-automatic", {"language": Say(f"language-{spoken(asker.language)}")})


async def press_change(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for a time zone, or take the one that was typed."""
    if pressed.form is not None:
        return await answer_settings(Settings(pressed.form.get("time_zone", "")), asker, services)
    field = FormField("time_zone", Say("settings-form-zone"), ZONE_LONGEST, asker.preferences.time_zone)
    return Reply((Form(Say("settings-form"), services.presses.show("zone", asker.person, asker), (field,)),))


def time_zone(typed: str) -> str:
    """Give the IANA name of a place as people type it: Europe/Berlin, berlin, new york, utc.

    Raises BadInput("time_zone_unknown") for none, and for a city that stands in several regions.
    """
    found = _zones().get("_".join(typed.split()).casefold())
    if found is None:
        raise BadInput("time_zone_unknown")
    return found


@cache
def _zones() -> dict[str, str]:
    """Give every zone by its name, and by its city where only one region has it."""
    names = sorted(name for name in available_timezones() if name != "localtime")
    cities: dict[str, list[str]] = {}
    for name in names:
        if "/" in name and not name.startswith("Etc/"):
            cities.setdefault(name.rsplit("/", 1)[1].casefold(), []).append(name)
    alone = {city: found[0] for city, found in cities.items() if len(found) == 1}
    return {**alone, **{name.casefold(): name for name in names}}


_ON = {"on": True, "off": False}
COMMANDS = (Command("settings", Settings, answer_settings),)
PRESSES = (
    Press("zone", press_change, opens=Opens.FORM),
    *(Press(f"speak_{one.value}", partial(_press_setting, Settings(language=one))) for one in Language),
    *(Press(f"tidy_{name}", partial(_press_setting, Settings(tidy=on))) for name, on in _ON.items()),
    *(Press(f"notices_{name}", partial(_press_setting, Settings(notices=on))) for name, on in _ON.items()),
    *(Press(f"protect_{name}", partial(_press_setting, Settings(protect=on))) for name, on in _ON.items()),
    *(Press(f"deliver_{one.value}", partial(_press_setting, Settings(delivery=one))) for one in Delivery),
)
