"""What `hushreel run` prints once it is ready."""

from dataclasses import dataclass

from bots import VERSION
from bots.settings import Settings
from bots.texts.operator import line


@dataclass(frozen=True)
class Invited:
    """The bot as Discord knows it: its name, and the addresses by which a server or a person adds it."""

    name: str
    server: str
    person: str


@dataclass(frozen=True)
class Found:
    """The bot as Telegram knows it: its user name, and the address of a private chat with it."""

    name: str
    link: str


def banner(
    settings: Settings,
    port: int,
    demo_path: str | None,
    *,
    discord: Invited | None = None,
    telegram: Found | None = None,
) -> str:
    """Write the text of design section 14. `demo_path` holds the demo's secret; None says that there is no demo."""
    host = f"[{settings.listen[0]}]" if ":" in settings.listen[0] else settings.listen[0]
    address = f"http://{host}:{port}{demo_path}"
    return line(
        "banner",
        version=VERSION,
        demo=line("banner-demo", address=address) if demo_path else line("banner-no-demo"),
        port=str(port),
        data=settings.data_dir,
        retention_ms=settings.retention,
        key=settings.key_file,
        discord=_discord(settings, discord),
        telegram=_telegram(settings, telegram),
        links=_links(settings),
    )


def _discord(settings: Settings, invited: Invited | None) -> str:
    if settings.discord_token is None:
        return line("banner-no-token", setting="HUSHREEL_DISCORD_TOKEN")
    if invited is None:
        return line("banner-discord-away")
    return line("banner-discord", name=invited.name, server=invited.server, person=invited.person)


def _telegram(settings: Settings, found: Found | None) -> str:
    if settings.telegram_token is None:
        return line("banner-no-token", setting="HUSHREEL_TELEGRAM_TOKEN")
    return line("banner-telegram", name=found.name, link=found.link) if found else line("banner-telegram-away")


def _links(settings: Settings) -> str:
    return line("banner-links", url=settings.public_url) if settings.public_url else line("banner-links-off")
