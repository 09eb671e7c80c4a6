"""/settings: where a person's clock is, which language I speak, and how long videos are kept."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from zoneinfo import available_timezones

from bots.chat.buttons import Panel
from bots.chat.command import Asker, Command, asked
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Field, Fields, Form, FormField, Reply, Text
from bots.chat.services import Services
from bots.texts.lookup import shown_as_text, spoken
from bots.texts.say import CommandName, Say, Value, When
from core.errors import BadInput
from core.people import Preferences

ZONE_LONGEST = 64


class Language(Enum):
    """The languages that I speak."""

    EN = "en"


@dataclass(frozen=True)
class Settings:
    """Show the settings, or change what is given."""

    time_zone: str | None = asked(longest=ZONE_LONGEST, default=None)
    language: Language | None = asked(default=None)


async def answer_settings(request: Settings, asker: Asker, services: Services) -> Reply:
    """Show how things are set, changed first where something is given. Raises BadInput("time_zone_unknown")."""
    chosen = asker.preferences
    if request.time_zone is not None:
        chosen = replace(chosen, time_zone=time_zone(request.time_zone))
    if request.language is not None:
        chosen = replace(chosen, language=request.language.value)
    if request == Settings():
        return _shown(Text(Say("settings-lead")), chosen, asker, services)
    if chosen == asker.preferences:
        return _shown(Text(Say("settings-same")), chosen, asker, services)
    async with services.store.write() as writes:
        await writes.prefer(asker.viewer, chosen)
    return _shown(Text(Say("settings-saved")), chosen, asker, services)


def _shown(lead: Text, chosen: Preferences, asker: Asker, services: Services) -> Reply:
    now = shown_as_text(When(services.clock.now_ms()), chosen.time_zone)
    kept: dict[str, Value | Say] = {
        "retention": services.retention_ms,
        "most": services.retention_max_ms,
        "command": CommandName("enddate"),
    }
    fields = (
        Field(Say("settings-zone"), chosen.time_zone),
        Field(Say("settings-now"), now),
        Field(Say("settings-language"), Say(f"language-{spoken(chosen.language or asker.language)}")),
        Field(Say("settings-kept"), Say("settings-kept-value", kept)),
    )
    panel = Panel(asker.person, asker, services)
    change = panel.show(Say("settings-change"), "settings", "zone")
    return Reply((lead, Fields(fields), *panel.row(change)), card="settings")


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


COMMANDS = (Command("settings", Settings, answer_settings),)
PRESSES = (Press("zone", press_change),)
