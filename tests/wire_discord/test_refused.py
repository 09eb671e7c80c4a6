"""What only the operator mends ends the program with one line; everything else is waited for."""

import asyncio
from pathlib import Path

import aiohttp

from tests.fakes.discord_wire.server import DiscordWire
from tests.service import Service
from tests.wire_discord.living import living


def mend(service: Service) -> str:
    """Give what a service that ended wrote last."""
    return service.log.strip().splitlines()[-1]


async def test_a_refused_token_ends_the_start(fake: DiscordWire, tmp_path: Path) -> None:
    """With a token that Discord doesn't know, nothing is served, and the line says where a new one is."""
    service = Service(tmp_path / "house", settings={**fake.settings, "DISCORD_TOKEN": "other"})
    ended = await asyncio.to_thread(service.run, "run")
    assert ended.returncode == 2
    (line,) = ended.stderr.strip().splitlines()
    assert "HUSHREEL_DISCORD_TOKEN" in line
    assert "Reset Token" in line
    assert "Traceback" not in ended.stderr


async def test_refused_intents_end_it_with_one_line(fake: DiscordWire, tmp_path: Path) -> None:
    """When the gateway refuses what the bot listens to, the program ends and says where to look."""
    async with living(tmp_path / "house", fake) as service:
        await fake.gateway.drop(4014)
        assert service.process is not None
        assert await asyncio.to_thread(service.process.wait, 30) == 2
        assert await asyncio.to_thread(service.kill) == 2
        assert "Privileged Gateway Intents" in mend(service)
        assert "Traceback" not in service.log


async def test_the_banner_names_the_bot_and_its_invitation(fake: DiscordWire, tmp_path: Path) -> None:
    """Who starts it reads as whom it is connected and how it is added; no demo is there."""
    async with living(tmp_path / "house", fake) as service:
        assert f"connected as {fake.me.name}" in service.printed
        assert service.printed.count("https://discord.com/oauth2/authorize?client_id=") == 2
        assert "/demo?t=" not in service.printed
        assert await asyncio.to_thread(service.stop) == 0
    assert "Traceback" not in service.log
    assert fake.gateway.connected == []


async def test_the_web_answers_while_discord_is_away(fake: DiscordWire, tmp_path: Path) -> None:
    """With Discord away at the start the rest is there, and Discord comes when it comes."""
    fake.trouble.plan(500, path="/users/@me", times=5)
    service = Service(tmp_path / "house", settings=fake.settings)
    await asyncio.to_thread(service.start)
    try:
        assert "on its way" in service.printed
        async with aiohttp.ClientSession() as session, session.get(f"{service.base}/healthz") as answer:
            assert answer.status == 200
        await fake.gateway.until_connected(within_s=60)
    finally:
        assert await asyncio.to_thread(service.stop) == 0
    assert f"connected as {fake.me.name}" in service.log
