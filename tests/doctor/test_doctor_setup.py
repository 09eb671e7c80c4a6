"""The doctor finds what is set up wrong: settings, papers, address, secrets, unit, folders, keys, journal."""

import os
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.wiring.doctor.finding import Level
from bots.wiring.doctor.folders import data_folder, file_system, kind_of, room, synced
from bots.wiring.doctor.keys import journal, key
from bots.wiring.doctor.platforms import discord, telegram
from bots.wiring.doctor.service import address, papers, port, retention, secrets, settings
from bots.wiring.doctor.unit import unit
from tests.doctoring import as_root, codes, codes_elsewhere, mend, patient, unprivileged

__all__ = ("as_root", "unprivileged")
EVERYWHERE = "0.0.0.0"  # noqa: S104 - for a moment, in a test
DOT_ENV = """HUSHREEL_RETENTON=7d
DISCORD_TOKEN=abc
HUSHREEL_LISTEN=everywhere
HUSHREEL_CASE_COPY_DAYS=10
HUSHREEL_RETENTION=40d
"""


def test_all_wrong_settings_are_told_at_once(tmp_path: Path) -> None:
    """Unknown, later, malformed and contradictory ones, and a name without its prefix; none hides another."""
    (tmp_path / ".env").write_text(DOT_ENV)
    told = patient(tmp_path, TELEGRAM_TOKEN="t")
    assert sorted(codes(settings, told)) == [
        "operator_missing",
        "operator_missing",
        "prefix_missing",
        "retention_above_max",
        "setting_later",
        "setting_malformed",
        "setting_unknown",
    ]
    said = mend(settings, told)
    for name in ("RETENTON", "DISCORD_TOKEN", "LISTEN", "CASE_COPY_DAYS", "OPERATOR_NAME", "OPERATOR_CONTACT"):
        assert f"HUSHREEL_{name}" in said
    assert "abc" not in said


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        (".env", b"HUSHREEL_RETENTION=7d\n=broken line\n", "settings_line_broken"),
        (".env", b"HUSHREEL_OPERATOR_NAME=\xff\n", "settings_unreadable"),
        ("hushreel.toml", b"retention = 7d\n", "settings_file_broken"),
        ("hushreel.toml", b"\xff", "settings_unreadable"),
    ],
)
def test_a_settings_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    """A broken line, bytes that are no text and broken TOML are told with the file's name; nothing crashes."""
    (tmp_path / name).write_bytes(content)
    assert codes(settings, patient(tmp_path)) == [code]
    assert name in mend(settings, patient(tmp_path))


def test_secrets_that_cannot_be_read_or_stand_twice(tmp_path: Path) -> None:
    """A token file that isn't there, and a token given both ways."""
    told = patient(tmp_path, DISCORD_TOKEN_FILE="/nonexistent", TELEGRAM_TOKEN="t", TELEGRAM_TOKEN_FILE="/nonexistent")
    assert {"secret_unreadable", "setting_twice"} <= set(codes(settings, told))


def test_good_settings_are_fine(tmp_path: Path) -> None:
    """Without a mistake there is nothing to mend."""
    for check in (settings, papers, retention, secrets, address, port, unit, data_folder, synced, key, journal):
        assert codes(check, patient(tmp_path, LISTEN="127.0.0.1:0")) == []


def test_files_with_secrets_are_closed(tmp_path: Path) -> None:
    """A .env, a TOML file or a token's file that others can read; one without a secret may be open."""
    token = tmp_path / "token"
    token.write_text("abc")
    files = [tmp_path / ".env", tmp_path / "hushreel.toml", token]
    files[0].write_text("HUSHREEL_RETENTION=7d\n")
    files[1].write_text('retention_max = "30d"\n')
    given = {"DISCORD_TOKEN_FILE": str(token), "OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org"}
    for file in files:
        file.chmod(0o644)
    assert codes(secrets, patient(tmp_path, **given)) == ["secret_open"]
    files[0].write_text("HUSHREEL_TELEGRAM_TOKEN=t\n")
    files[1].write_text('telegram_token = "t"\n')
    assert codes(secrets, patient(tmp_path, **given)) == ["secret_open"] * 3
    assert f"chmod o= {token}" in mend(secrets, patient(tmp_path, **given))
    for file in files:
        file.chmod(0o640)
    assert codes(secrets, patient(tmp_path, **given)) == []


def test_a_clause_that_would_not_be_true_is_told(tmp_path: Path) -> None:
    """Without the demo, somebody has to answer for the service."""
    assert codes(papers, patient(tmp_path, PUBLIC_URL="https://videos.example.org")) == ["operator_missing"]


TOKEN = f"{'MTIzNDU2Nzg5MDEyMzQ1Njc4'}.Gabcde.{'x' * 38}"
"""Of the form of a bot's token; it opens nothing."""


@pytest.mark.parametrize(
    ("given", "level", "code"),
    [
        ({}, Level.OK, "discord_off"),
        ({"DISCORD_TOKEN": TOKEN}, Level.OK, "discord_paper_elsewhere"),
        ({"DISCORD_TOKEN": TOKEN, "PUBLIC_URL": "https://v.example.org"}, Level.OK, "discord_good"),
        ({"DISCORD_TOKEN": "123456789012345678"}, Level.PROBLEM, "discord_token_strange"),
        ({"DISCORD_TOKEN": f"Bot {TOKEN}"}, Level.PROBLEM, "discord_token_strange"),
        ({"DISCORD_TOKEN": f"x{TOKEN[1:]}"}, Level.PROBLEM, "discord_token_strange"),
    ],
)
def test_what_is_set_for_discord(tmp_path: Path, given: dict[str, str], level: Level, code: str) -> None:
    """An id, a token with a word before it and one that names no bot are told apart from a token, and never shown."""
    (found,) = discord(patient(tmp_path, **given))
    assert (found.level, found.code) == (level, code)
    assert given.get("DISCORD_TOKEN", "none of it") not in found.says


BOTS_TOKEN = f"{7_000_000_001}:{'y' * 35}"
HOOK = "https://v.example.org/hooks/telegram"


@pytest.mark.parametrize(
    ("given", "level", "code"),
    [
        ({}, Level.OK, "telegram_off"),
        ({"TELEGRAM_TOKEN": BOTS_TOKEN}, Level.OK, "telegram_good"),
        ({"TELEGRAM_TOKEN": BOTS_TOKEN, "TELEGRAM_WEBHOOK_URL": HOOK}, Level.OK, "telegram_hook_elsewhere"),
        ({"TELEGRAM_TOKEN": "7000000001"}, Level.PROBLEM, "telegram_token_strange"),
        ({"TELEGRAM_TOKEN": f"bot{BOTS_TOKEN}"}, Level.PROBLEM, "telegram_token_strange"),
    ],
)
def test_what_is_set_for_telegram(tmp_path: Path, given: dict[str, str], level: Level, code: str) -> None:
    """A number alone and a token with a word before it are told apart from a token, which is never shown."""
    (found,) = telegram(patient(tmp_path, **given))
    assert (found.level, found.code) == (level, code)
    assert given.get("TELEGRAM_TOKEN", "none of it") not in found.says


def test_a_retention_that_nobody_can_use(tmp_path: Path) -> None:
    """Twenty seconds are a warning, a week is none."""
    assert codes(retention, patient(tmp_path, RETENTION="20s")) == ["retention_short"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"LISTEN": "0.0.0.0:8080"}, ["address_open"]),
        ({"LISTEN": "[::]:8080", "PUBLIC_URL": "https://v.example.org"}, ["address_beside_proxy"]),
        ({"LISTEN": "192.0.2.1:8080"}, ["address_strange"]),
        ({"LISTEN": "127.0.0.1:8080", "PUBLIC_URL": "https://v.example.org"}, []),
    ],
)
def test_where_it_listens(tmp_path: Path, given: dict[str, str], code: list[str]) -> None:
    """To the world without https, to the world beside a proxy, to an address that isn't this machine's."""
    assert codes(address, patient(tmp_path, **given)) == code


@pytest.mark.parametrize(
    ("other", "own", "code"),
    [
        ("127.0.0.1", "127.0.0.1", ["port_taken"]),
        ("127.0.0.1", "localhost", ["port_taken"]),
        ("127.0.0.1", EVERYWHERE, ["port_taken"]),
        (EVERYWHERE, "127.0.0.1", ["port_taken"]),
        ("127.0.0.2", "127.0.0.1", []),
    ],
)
def test_a_port_that_another_program_has(tmp_path: Path, other: str, own: str, code: list[str]) -> None:
    """It is told where both addresses clash, and who has it isn't disturbed."""
    with socket.create_server((other, 0)) as listening:
        taken = listening.getsockname()[1]
        assert codes(port, patient(tmp_path, LISTEN=f"{own}:{taken}")) == code
    assert codes(port, patient(tmp_path, LISTEN=f"{own}:{taken}")) == []


def test_a_port_that_only_root_may_take(unprivileged: tuple[str, ...]) -> None:
    """Port 80 without the right to it."""
    lowest = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text())
    found = codes_elsewhere("service.port", *unprivileged, LISTEN="127.0.0.1:7")
    assert found == ["port_low" if lowest > 7 else "port_good"]


def test_a_unit_that_lacks_something(tmp_path: Path) -> None:
    """A bare unit as root, one that hinders workers, and a drop-in that mends."""
    file = tmp_path / "hushreel.service"
    given = replace(patient(tmp_path), environ={"SYSTEMD_UNIT_PATH": f"/nonexistent:{tmp_path}"})
    file.write_text("[Service]\nExecStart=/opt/hushreel/.venv/bin/hushreel run\nMemoryDenyWriteExecute=yes\n")
    assert codes(unit, given) == ["unit_lacks", "unit_hinders", "unit_root"]
    assert "Restart=" in mend(unit, given)
    file.write_text((Path(__file__).parents[2] / "deploy" / "hushreel.service").read_text())
    assert codes(unit, given) == []
    (tmp_path / "hushreel.service.d").mkdir()
    (tmp_path / "hushreel.service.d" / "own.conf").write_text("[Service]\nLimitCORE=infinity\n")
    assert codes(unit, given) == ["unit_lacks"]


def test_a_data_folder_that_cannot_be_used(tmp_path: Path, unprivileged: tuple[str, ...]) -> None:
    """A folder of another account, a file in its place; one that others can look into is a warning."""
    data = tmp_path / "data"
    data.mkdir(mode=0o555)
    assert codes_elsewhere("folders.data_folder", *unprivileged, DATA_DIR=str(data)) == ["folder_closed"]
    data.chmod(0o000)
    assert codes_elsewhere("folders.data_folder", *unprivileged, DATA_DIR=str(data)) == ["folder_closed"]
    data.chmod(0o755)
    assert codes(data_folder, patient(tmp_path)) == ["folder_open"]
    data.rmdir()
    data.write_text("")
    assert codes(data_folder, patient(tmp_path)) == ["folder_closed"]


@pytest.mark.usefixtures("as_root")
def test_a_folder_of_two_accounts(tmp_path: Path) -> None:
    """A file that root left in the data folder of another account is named with the mend."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "hushreel.db").touch()
    os.chown(data, 65_534, 65_534)
    assert codes(data_folder, patient(tmp_path)) == ["folder_mixed"]
    assert f"chown -R 65534 {data}" in mend(data_folder, patient(tmp_path))


def test_folders_that_go_away(tmp_path: Path) -> None:
    """Data or key on a tmpfs are gone after a restart of the machine."""
    assert codes(file_system, patient(tmp_path, DATA_DIR="/dev/shm/hushreel/data")) == ["file_system_memory"]
    assert codes(file_system, patient(tmp_path, KEY_FILE="/dev/shm/master.key")) == ["file_system_memory"]


@pytest.mark.parametrize(("kind", "code"), [("nfs4", "file_system_network"), ("overlay", "file_system_layer")])
def test_kinds_of_file_systems(tmp_path: Path, kind: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mount of a network, or a container's layer, is known by the kernel's own table, spaces in paths and all."""
    data = tmp_path / "my data"
    data.mkdir()
    table = tmp_path / "mountinfo"
    escaped = str(data).replace(" ", "\\040")
    table.write_text(f"1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 0:50 / {escaped} rw shared:1 - {kind} server:/x rw\n")
    assert kind_of(data / "blobs", table.read_text()) == kind
    assert kind_of(tmp_path, table.read_text()) == "ext4"
    monkeypatch.setattr("bots.wiring.doctor.folders.MOUNTS", table)
    assert codes(file_system, patient(tmp_path, DATA_DIR=str(data))) == [code]


@pytest.mark.parametrize("mark", [".git", ".stfolder", "Dropbox"])
def test_folders_that_something_copies(tmp_path: Path, mark: str) -> None:
    """A key in a git work tree or a synced folder is a problem, data there a warning."""
    folder = tmp_path / mark / "x" if mark == "Dropbox" else tmp_path / "x"
    folder.mkdir(parents=True)
    (tmp_path / mark).mkdir(exist_ok=True)
    assert codes(synced, patient(folder)) == ["key_synced", "data_synced"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 MiB with room for 500 names."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300m,nr_inodes=500", "tmpfs", str(disk)],  # noqa: S607
        check=False,
    )
    if mounted.returncode:
        pytest.skip("small disks are mounted, which this container or account may not")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)  # noqa: S607


def test_a_disk_without_room(tmp_path: Path, small_disk: Path) -> None:
    """Nearly full of names, and nearly full of bytes."""
    given = {"DATA_DIR": str(small_disk / "data")}
    assert codes(room, patient(tmp_path, **given)) == ["names_short"]
    remount = ["mount", "-o", "remount,size=300m,nr_inodes=5000", str(small_disk)]
    subprocess.run(remount, check=True)
    assert codes(room, patient(tmp_path, **given)) == ["room_tight"]
    subprocess.run([*remount[:2], "remount,size=3g,nr_inodes=5000", remount[3]], check=True)
    assert codes(room, patient(tmp_path, **given)) == ["names_tight"]
    subprocess.run([*remount[:2], "remount,size=3g,nr_inodes=90000", remount[3]], check=True)
    assert codes(room, patient(tmp_path, **given)) == []
    subprocess.run([*remount[:2], "remount,size=100m,nr_inodes=90000", remount[3]], check=True)
    assert codes(room, patient(tmp_path, **given)) == ["room_short"]
