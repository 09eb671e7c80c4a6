"""Settings of Telegram: an address that a token may travel to, a way in that can't be guessed; else one line."""

from pathlib import Path

import pytest

from bots.settings import Settings
from bots.texts.operator import sentence
from tests.test_settings import read, refused

WHO = {"TELEGRAM_TOKEN": "x", "OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org"}
HOOK = "https://videos.example.org/hooks/telegram"


def given(folder: Path, **more: str) -> Settings:
    """Read settings with a token."""
    return read(folder, **WHO, **more)


def test_nothing_but_a_token_and_who_runs_it_is_needed(tmp_path: Path) -> None:
    """Without more, updates are fetched from Telegram's own address, and there is no demo."""
    found = given(tmp_path)
    assert (found.telegram_api_base, found.telegram_webhook_url, found.telegram_webhook_secret) == (None, None, None)
    assert not found.telegram_local_server
    assert not found.demo
    assert "x" not in repr(found.telegram_token)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_API_BASE", "https://api.telegram.org"),
        ("TELEGRAM_API_BASE", "https://bots.example.org/telegram"),
        ("TELEGRAM_API_BASE", "http://127.0.0.1:8081"),
        ("TELEGRAM_API_BASE", "http://[::1]:8081"),
        ("TELEGRAM_WEBHOOK_URL", HOOK),
        ("TELEGRAM_WEBHOOK_URL", "https://example.org:8443/bots/hooks/telegram"),
        ("TELEGRAM_WEBHOOK_URL", "http://127.0.0.1:8080/hooks/telegram"),
    ],
)
def test_other_addresses(tmp_path: Path, name: str, value: str) -> None:
    """The interface may be elsewhere, unencrypted on this machine alone; updates may be posted to us."""
    assert getattr(given(tmp_path, **{name: value}), name.lower()) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_API_BASE", "https://api.telegram.org/"),
        ("TELEGRAM_API_BASE", "http://api.telegram.org"),
        ("TELEGRAM_API_BASE", "http://127.0.0.1.example.org"),
        ("TELEGRAM_API_BASE", "https://somebody@api.telegram.org"),
        ("TELEGRAM_API_BASE", "api.telegram.org"),
        ("TELEGRAM_API_BASE", "https://api.telegram.org\n"),
        ("TELEGRAM_WEBHOOK_URL", "https://videos.example.org/"),
        ("TELEGRAM_WEBHOOK_URL", "http://videos.example.org/hooks/telegram"),
        ("TELEGRAM_WEBHOOK_URL", "https://videos.example.org/hooks/telegram?x=1"),
        ("TELEGRAM_WEBHOOK_SECRET", "short"),
        ("TELEGRAM_WEBHOOK_SECRET", "with a space in it, and long"),
        ("TELEGRAM_LOCAL_SERVER", "maybe"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_form(tmp_path: Path, name: str, value: str) -> None:
    """A token never travels to an address that was mistyped, and the line shows what one looks like."""
    error = refused(tmp_path, **WHO, **{name: value})
    assert (error.code, error.data["setting"]) == ("setting_malformed", f"HUSHREEL_{name}")
    assert error.data["form"] != "text"
    assert error.data["form"] in sentence(error)
    assert value not in sentence(error) or value in error.data["form"]


@pytest.mark.parametrize(
    ("name", "value", "other"),
    [
        ("TELEGRAM_LOCAL_SERVER", "true", "TELEGRAM_API_BASE"),
        ("TELEGRAM_WEBHOOK_SECRET", "s" * 32, "TELEGRAM_WEBHOOK_URL"),
    ],
)
def test_what_does_nothing_alone_is_named(tmp_path: Path, name: str, value: str, other: str) -> None:
    """A server of one's own has an address, and a secret has something to keep."""
    error = refused(tmp_path, **WHO, **{name: value})
    assert (error.code, error.data["other"]) == ("setting_lacks", f"HUSHREEL_{other}")


def test_a_secret_comes_from_a_file_too_and_never_shows(tmp_path: Path) -> None:
    """What Telegram sends along can lie in a file; the settings don't print it."""
    (tmp_path / "secret").write_text("s" * 32 + "\n")
    found = given(tmp_path, TELEGRAM_WEBHOOK_URL=HOOK, TELEGRAM_WEBHOOK_SECRET_FILE=str(tmp_path / "secret"))
    assert found.telegram_webhook_secret is not None
    assert found.telegram_webhook_secret.get_secret_value() == "s" * 32
    assert "sss" not in repr(found)


def test_a_server_of_ones_own(tmp_path: Path) -> None:
    """A self-hosted server lifts Telegram's limits of size."""
    assert given(
        tmp_path, TELEGRAM_API_BASE="http://127.0.0.1:8081", TELEGRAM_LOCAL_SERVER="true"
    ).telegram_local_server
