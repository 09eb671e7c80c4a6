"""`hushreel doctor` as a whole: the command, its exit codes, beside a running service, and without a trace."""

import ast
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bots.settings import examine
from bots.wiring.doctor import checkup
from bots.wiring.doctor.checkup import CHECKS
from bots.wiring.doctor.clock import time_zones
from bots.wiring.doctor.finding import Finding
from bots.wiring.doctor.patient import Patient
from bots.wiring.doctor.unit import FORBIDDEN, NEEDED, read
from tests.doctoring import HOUSE, patient, run
from tests.service import Service
from tests.texts_read import TEXTS, Use, code, messages

LEVELS = frozenset({"fine", "warning", "problem"})
DOCTOR = "bots/wiring/doctor"


def told(folder: Path, *before: str, **settings: str) -> dict[str, Any]:
    """Run the doctor for machines, and read what it says."""
    done = run(folder, "--json", before=before, **settings)
    found: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == (1 if found["problems"] else 0), done.stderr
    return found


def wrong(found: dict[str, Any]) -> set[str]:
    """Give the codes of what is wrong, without what depends on who runs the tests."""
    return {one["code"] for one in found["checks"] if one["level"] != "ok"} - {
        "account_root",
        "memory_tight",
        "one_core",
    }


def traces(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Give every file and folder with its time and content."""
    paths = [folder, *sorted(folder.rglob("*"))]
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"") for path in paths}


def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(tmp_path: Path) -> None:
    """On an empty folder every check is told once, the exit code is 0, and the folder is still empty."""
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout
    assert {line[:8].strip() for line in done.stdout.splitlines()[:-1]} <= {"ok", "warning"}
    assert len(done.stdout.splitlines()) == len(CHECKS) + 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.timeout(180)
def test_it_looks_while_the_service_runs_and_after(tmp_path: Path) -> None:
    """Beside a running service it says since when, disturbs nothing, and finds the same after a stop and a kill -9."""
    service = Service(tmp_path)
    with service:
        beside = told(tmp_path, LISTEN=f"127.0.0.1:{service.port}")
        (serving,) = [one for one in beside["checks"] if one["check"] == "serving"]
        assert serving["code"] == "serving_since"
        assert service.process
        assert str(service.process.pid) in serving["says"]
        assert wrong(beside) == {"key_backup_unsaid", "backups_none"}
    before = traces(tmp_path)
    assert wrong(told(tmp_path)) == {"key_backup_unsaid", "backups_none"}
    assert traces(tmp_path) == before
    service.start()
    service.kill()
    before = traces(tmp_path)
    assert wrong(told(tmp_path)) == {"key_backup_unsaid", "backups_none"}
    assert traces(tmp_path) == before
    service.start()
    assert service.stop() == 0


def test_a_problem_ends_with_1_and_a_warning_with_0(tmp_path: Path) -> None:
    """Machines can tell; people read the line that mends it; no secret is in either."""
    token = "s3cret-t0ken"
    assert wrong(told(tmp_path, RETENTION="20s")) == {"retention_short"}
    done = run(tmp_path, COLOUR="red", DISCORD_TOKEN=token)
    assert done.returncode == 1
    assert "problem  settings      There is no setting HUSHREEL_COLOUR. Remove it" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("5 problems, ")
    assert token not in done.stdout + done.stderr


def test_a_broken_installation_is_told_to_the_end(tmp_path: Path) -> None:
    """With a file for a data folder, a folder for a key and broken settings, every check still says something."""
    (tmp_path / "data").write_text("")
    (tmp_path / "keys" / "master.key").mkdir(parents=True)
    (tmp_path / ".env").write_bytes(b"\xff\xfe")
    found = told(tmp_path)
    assert [one["check"] for one in found["checks"] if one["code"] == "look_broke"] == []
    assert {one["check"] for one in found["checks"]} == {check.__name__.replace("_", " ") for check in CHECKS}
    assert {"settings_unreadable", "folder_closed"} <= wrong(found)


def test_a_look_that_breaks_doesnt_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is told by its kind alone, and the next look is taken."""

    def unforeseen(_: Patient) -> Iterator[Finding]:
        raise ZeroDivisionError("private words")

    monkeypatch.setattr(checkup, "CHECKS", (unforeseen, time_zones))
    found = list(checkup.examine(patient(tmp_path)))
    assert [one.finding.code for one in found] == ["look_broke", "zones_good"]
    assert "private words" not in checkup.as_json(found)


def test_it_needs_no_network_and_no_rights(tmp_path: Path) -> None:
    """Confined like the service, without rights, core dumps and network, everything works, a real rendering too."""
    root = os.geteuid() == 0
    network = ("unshare", "--net") if root else ()
    rights = ("setpriv", "--no-new-privs", *(("--bounding-set=-all", "--inh-caps=-all") if root else ()))
    limits = ("prlimit", "--core=0", "--nofile=16384")
    found = told(tmp_path, *network, *limits, *rights)
    assert wrong(found) == set()
    assert [one["code"] for one in found["checks"] if one["check"] == "rendering"] == ["rendering_good"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze isn't installed here")
def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    """Nothing in it is a mistake to systemd, and it leaves little open."""
    file = tmp_path / "hushreel.service"
    text = (HOUSE / "deploy" / "hushreel.service").read_text()
    file.write_text(re.sub(r"^ExecStart=.*$", "ExecStart=/bin/true", text, flags=re.MULTILINE))
    verify = ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(file)]
    assert subprocess.run(verify, capture_output=True, text=True, check=True).stderr == ""
    open_to = ["systemd-analyze", "security", "--offline=yes", "--threshold=20", str(file)]
    subprocess.run(open_to, capture_output=True, check=True)


def test_the_unit_says_what_the_doctor_asks_for() -> None:
    """Each line that the doctor holds a unit against stands in ours, which hinders no worker and stops in time."""
    said = read(HOUSE / "deploy" / "hushreel.service")
    assert {name: said.get(name) for name in NEEDED if said.get(name) not in NEEDED[name]} == {}
    assert not FORBIDDEN.keys() & said.keys() - {"KillMode"}
    assert said["KillMode"] == "mixed"
    assert int(said["TimeoutStopSec"]) >= 10
    assert said["RestartPreventExitStatus"] == "2"


def test_the_settings_beside_the_unit_are_good_and_fit_it() -> None:
    """The example is taken as it is, and its paths lie in folders that systemd makes."""
    found, refused = examine({}, HOUSE / "deploy")
    assert list(refused) == []
    made = [Path("/var/lib", name) for name in read(HOUSE / "deploy" / "hushreel.service")["StateDirectory"].split()]
    assert found.data_dir in made
    assert {found.key_file.parent, found.erasure_journal.parent} <= set(made)
    assert not found.key_file.is_relative_to("/var/lib/hushreel")


def uses() -> list[Use]:
    """Give each place where the doctor says something."""
    return code(DOCTOR, names=LEVELS, prefix="doctor-").uses


def test_everything_that_the_doctor_says_has_words_and_values() -> None:
    """Each code has its line, each line its code, and each value is given; what is wrong says what mends it."""
    lines = {key: one for key, one in messages(TEXTS / "operator.ftl").items() if key.startswith("doctor-")}
    named = {use.key: use for use in uses()}
    named["doctor-key_synced"] = named["doctor-data_synced"] = Use("", frozenset({"path", "by"}), "")
    assert set(lines) - named.keys() == {"doctor-summary"}
    assert named.keys() - set(lines) == set()
    assert [use for use in uses() if use.given is not None and lines[use.key].variables - use.given] == []


def test_what_is_wrong_comes_with_what_mends_it() -> None:
    """Each warning and problem of the doctor's own has a line to type or to set, but for a few that say why not."""
    lines = dict(
        re.findall(r"^doctor-(\w+) =(.*(?:\n +.*)*)", (TEXTS / "operator.ftl").read_text("utf-8"), re.MULTILINE)
    )
    wrongs = {use.key for use in code(DOCTOR, names=LEVELS - {"fine"}).uses}
    without = {key for key in wrongs if "Mend" not in lines[key]}
    assert without == {"no_linux", "look_broke", "journal_torn", "one_core", "blobs_stray"}


def test_every_mistake_is_made_in_a_test() -> None:
    """Each code of a warning or a problem stands in a test of the doctor's, that makes the mistake."""
    tests = {
        node.value
        for file in (HOUSE / "tests" / "doctor").glob("test_doctor*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    wrongs = code(DOCTOR, names=LEVELS - {"fine"}).uses
    assert len({use.key for use in wrongs}) > 40
    assert sorted({use.key for use in wrongs} - tests) == []


def test_the_page_for_operators_lists_the_checks() -> None:
    """docs/operating.md describes each check by its name, in the order in which they are told, and no other one."""
    section = (HOUSE / "docs" / "operating.md").read_text("utf-8").split("\n## The doctor\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([a-z ]+)` \| \S", section, re.MULTILINE)
    assert rows == [check.__name__.replace("_", " ") for check in CHECKS]
