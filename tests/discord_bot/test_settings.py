"""Settings of Discord: an address that a token may travel to, a number of connections; else one line with a form."""

from pathlib import Path

import pytest

from bots.settings import Settings
from bots.texts.operator import sentence
from tests.test_settings import read, refused

WHO = {"DISCORD_TOKEN": "x", "OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org"}


def given(folder: Path, **more: str) -> Settings:
    """Read settings with a token."""
    return read(folder, **WHO, **more)


def test_nothing_but_a_token_and_who_runs_it_is_needed(tmp_path: Path) -> None:
    """Without more, the library's own addresses and one connection are used, and there is no demo."""
    found = given(tmp_path)
    assert (found.discord_api_base, found.discord_gateway, found.discord_shards) == (None, None, None)
    assert not found.demo
    assert "x" not in repr(found.discord_token)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCORD_API_BASE", "https://discord.com/api/v10"),
        ("DISCORD_API_BASE", "https://proxy.example.org/discord/api/v10"),
        ("DISCORD_API_BASE", "http://127.0.0.1:4000/api/v10"),
        ("DISCORD_API_BASE", "http://[::1]:4000/api/v10"),
        ("DISCORD_GATEWAY", "wss://gateway.discord.gg"),
        ("DISCORD_GATEWAY", "wss://gateway.discord.gg/"),
        ("DISCORD_GATEWAY", "ws://localhost:4000/gateway/"),
    ],
)
def test_other_addresses_of_discord(tmp_path: Path, name: str, value: str) -> None:
    """An interface and a gateway may be elsewhere, unencrypted on this machine alone."""
    assert getattr(given(tmp_path, **{name: value}), name.lower()) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCORD_API_BASE", "https://discord.com/api"),
        ("DISCORD_API_BASE", "https://discord.com/api/v9"),
        ("DISCORD_API_BASE", "https://discord.com/api/v10/"),
        ("DISCORD_API_BASE", "https://discord.com/api/v10\n"),
        ("DISCORD_API_BASE", "http://discord.com/api/v10"),
        ("DISCORD_API_BASE", "http://127.0.0.1.example.org/api/v10"),
        ("DISCORD_API_BASE", "https://somebody@discord.com/api/v10"),
        ("DISCORD_API_BASE", "discord.com/api/v10"),
        ("DISCORD_GATEWAY", "ws://gateway.discord.gg"),
        ("DISCORD_GATEWAY", "https://gateway.discord.gg"),
        ("DISCORD_GATEWAY", "wss://gateway.discord.gg/?v=9"),
        ("DISCORD_SHARDS", "0"),
        ("DISCORD_SHARDS", "-1"),
        ("DISCORD_SHARDS", "two"),
        ("DISCORD_SHARDS", "1.5"),
        ("DISCORD_SHARDS", ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_form(tmp_path: Path, name: str, value: str) -> None:
    """A token never travels to an address that was mistyped, and the line shows what one looks like."""
    error = refused(tmp_path, **WHO, **{name: value})
    assert (error.code, error.data["setting"]) == ("setting_malformed", f"HUSHREEL_{name}")
    assert error.data["form"] != "text"
    assert error.data["form"] in sentence(error)


@pytest.mark.parametrize(("value", "shards"), [("auto", "auto"), ("1", 1), ("16", 16)])
def test_numbers_of_connections(tmp_path: Path, value: str, shards: int | str) -> None:
    """A number, or what Discord advises."""
    assert given(tmp_path, DISCORD_SHARDS=value).discord_shards == shards
