"""Settings: read in one place, refused in one line."""

from pathlib import Path

import pytest

from bots.settings import LATER, Settings, load
from bots.texts.operator import sentence
from core.errors import BadSetting

DAY_MS = 86_400_000


def read(folder: Path, **given: str) -> Settings:
    """Read settings as a start in `folder` would."""
    return load({"XDG_DATA_HOME": str(folder), **{f"HUSHREEL_{name}": value for name, value in given.items()}}, folder)


def refused(folder: Path, **given: str) -> BadSetting:
    """Give the error that settings are refused with."""
    with pytest.raises(BadSetting) as refusal:
        read(folder, **given)
    return refusal.value


def test_nothing_has_to_be_set(tmp_path: Path) -> None:
    """Without any setting, data, key and journal get a home of their own, videos a week, and there is a demo."""
    found = read(tmp_path)
    assert found.data_dir == tmp_path / "hushreel" / "data"
    assert found.key_file == tmp_path / "hushreel" / "master.key"
    assert found.data_dir not in found.key_file.parents
    assert found.data_dir not in found.erasure_journal.parents
    assert found.retention == 7 * DAY_MS
    assert found.demo


@pytest.mark.parametrize(
    ("text", "duration_ms"), [("7d", 7 * DAY_MS), ("36h", 129_600_000), ("90m", 5_400_000), ("20s", 20_000)]
)
def test_durations_have_units(tmp_path: Path, text: str, duration_ms: int) -> None:
    """A duration is a number with s, m, h or d."""
    assert read(tmp_path, RETENTION=text).retention == duration_ms


@pytest.mark.parametrize("text", ["7", "0d", "-1d", "1w", "", "d", "1.5d", "99999999999d"])
def test_other_durations_are_refused_with_an_example(tmp_path: Path, text: str) -> None:
    """What is no duration is refused, and the mend shows what one looks like."""
    error = refused(tmp_path, RETENTION=text)
    assert (error.code, error.data["setting"]) == ("setting_malformed", "HUSHREEL_RETENTION")
    assert "7d" in error.data["form"]


def test_an_unknown_setting_is_named(tmp_path: Path) -> None:
    """A misspelt setting stops the start, and the one that is likely meant is named; for nonsense there is none."""
    error = refused(tmp_path, RETENTON="7d")
    assert (error.code, error.data["setting"]) == ("setting_unknown", "HUSHREEL_RETENTON")
    assert sentence(error).endswith("Did you mean HUSHREEL_RETENTION?")
    assert "Remove it" in sentence(refused(tmp_path, QUX="1"))


@pytest.mark.parametrize("name", sorted(LATER))
def test_a_setting_of_a_later_version_is_refused_and_not_ignored(tmp_path: Path, name: str) -> None:
    """Nothing that an operator sets is silently without effect."""
    assert refused(tmp_path, **{name.upper(): "x"}).code == "setting_later"


def test_retention_stays_within_its_limit(tmp_path: Path) -> None:
    """Videos can't be kept longer by default than anybody may choose."""
    error = refused(tmp_path, RETENTION="31d")
    assert (error.code, error.data["other"]) == ("retention_above_max", "HUSHREEL_RETENTION_MAX")


@pytest.mark.parametrize("missing", ["OPERATOR_NAME", "OPERATOR_CONTACT"])
def test_a_bot_says_who_runs_it(tmp_path: Path, missing: str) -> None:
    """With a platform's token, the operator's name and contact are needed."""
    given = {"OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org", "DISCORD_TOKEN": "x"}
    del given[missing]
    error = refused(tmp_path, **given)
    assert (error.code, error.data["setting"]) == ("operator_missing", f"HUSHREEL_{missing}")


@pytest.mark.parametrize(
    "given",
    [
        {"LISTEN": "0.0.0.0:8080"},
        {"LISTEN": "192.168.1.5:8080"},
        {"PUBLIC_URL": "https://videos.example.org"},
        {"TELEGRAM_TOKEN": "x", "OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org"},
        {"DISCORD_TOKEN": "x", "OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org"},
    ],
)
def test_no_demo_for_the_outside(tmp_path: Path, given: dict[str, str]) -> None:
    """The demo closes with a token, a public address, or a listener that others can reach."""
    assert not read(tmp_path, **given).demo


@pytest.mark.parametrize(("text", "address"), [("127.0.0.1:0", ("127.0.0.1", 0)), ("[::1]:8080", ("::1", 8080))])
def test_addresses(tmp_path: Path, text: str, address: tuple[str, int]) -> None:
    """An address is a host and a port; IPv6 stands in brackets."""
    assert read(tmp_path, LISTEN=text).listen == address


@pytest.mark.parametrize("text", ["8080", "127.0.0.1", "127.0.0.1:70000", "a b:80"])
def test_other_addresses_are_refused(tmp_path: Path, text: str) -> None:
    """What is no address is refused by the setting's name."""
    assert refused(tmp_path, LISTEN=text).data["setting"] == "HUSHREEL_LISTEN"


def test_the_environment_wins_over_dotenv_and_dotenv_over_toml(tmp_path: Path) -> None:
    """Three places are read, the nearest wins."""
    (tmp_path / "hushreel.toml").write_text('retention = "1d"\nretention_max = "2d"\nlog_format = "json"\n')
    (tmp_path / ".env").write_text("HUSHREEL_RETENTION=3h\nHUSHREEL_LOG_FORMAT=text\nOTHER=1\n")
    found = read(tmp_path, RETENTION="4h")
    assert (found.retention, found.retention_max, found.log_format) == (14_400_000, 2 * DAY_MS, "text")


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    """A file that isn't TOML stops the start."""
    (tmp_path / "hushreel.toml").write_text("retention =")
    assert refused(tmp_path).code == "settings_file_broken"


def test_secrets_come_from_files_too_and_never_show(tmp_path: Path) -> None:
    """A token can lie in a file; neither settings nor their errors print it."""
    secret = tmp_path / "token"
    secret.write_text("hush-hush\n")
    who = {"OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org"}
    found = read(tmp_path, DISCORD_TOKEN_FILE=str(secret), **who)
    assert found.discord_token is not None
    assert found.discord_token.get_secret_value() == "hush-hush"
    assert "hush-hush" not in repr(found)
    assert refused(tmp_path, DISCORD_TOKEN="y", DISCORD_TOKEN_FILE=str(secret), **who).code == "setting_twice"
    assert refused(tmp_path, DISCORD_TOKEN_FILE=str(tmp_path / "no"), **who).code == "secret_unreadable"


@pytest.mark.parametrize(
    ("given", "setting", "code"),
    [
        ({"KLING_ACCESS_KEY": "a"}, "KLING_ACCESS_KEY", "setting_lacks"),
        ({"KLING_SECRET_KEY": "s"}, "KLING_SECRET_KEY", "setting_lacks"),
        (
            {"KLING_ACCESS_KEY": "a", "KLING_SECRET_KEY": "s", "KLING_API_KEY": "k"},
            "KLING_API_KEY",
            "kling_keys_of_both",
        ),
        ({"KLING_MODEL": "kling-v1"}, "KLING_MODEL", "setting_lacks"),
        ({"KLING_API_KEY": "k", "KLING_BASE_URL": "http://api.example.org"}, "KLING_BASE_URL", "setting_malformed"),
        ({"COMFYUI_MODELS": "vae=a.safetensors"}, "COMFYUI_MODELS", "setting_lacks"),
        ({"COMFYUI_URL": "http://127.0.0.1:8188", "COMFYUI_INPUT": "/in"}, "COMFYUI_INPUT", "setting_lacks"),
        ({"COMFYUI_URL": "http://127.0.0.1:8188", "COMFYUI_MODELS": "vae"}, "COMFYUI_MODELS", "setting_malformed"),
        ({"COMFYUI_URL": "127.0.0.1:8188"}, "COMFYUI_URL", "setting_malformed"),
    ],
)
def test_half_a_generator_is_refused_in_a_sentence(
    tmp_path: Path, given: dict[str, str], setting: str, code: str
) -> None:
    """A key without its other half, keys of both contracts, and what is said of a generator that isn't set up."""
    error = refused(tmp_path, **given)
    assert (error.code, error.data["setting"]) == (code, f"HUSHREEL_{setting}")
    assert f"HUSHREEL_{setting}" in sentence(error)


def test_generators_are_set_up_by_what_they_need(tmp_path: Path) -> None:
    """Motion always is; Kling by the keys of one contract, ComfyUI by its address; a key may stand in a file."""
    (tmp_path / "key").write_text("a secret\n")
    old = {"KLING_ACCESS_KEY": "a", "KLING_SECRET_KEY_FILE": str(tmp_path / "key")}
    assert read(tmp_path).routes == ("motion",)
    found = read(tmp_path, **old, COMFYUI_URL="http://127.0.0.1:8188", COMFYUI_MODELS="vae=a.safetensors, text=b.pt")
    assert found.routes == ("motion", "kling", "comfyui")
    assert found.kling_secret_key is not None
    assert found.kling_secret_key.get_secret_value() == "a secret"
    assert found.comfyui_models == {"vae": "a.safetensors", "text": "b.pt"}
    assert read(tmp_path, KLING_API_KEY="k").routes == ("motion", "kling")


SAID = (Path(__file__).parents[1] / "docs" / "operating.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_told_to_the_operator(name: str) -> None:
    """docs/operating.md has a row for each."""
    assert f"`HUSHREEL_{name.upper()}`" in SAID
