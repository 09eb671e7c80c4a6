"""The doctor asks generators elsewhere how they are, and has one make a video where it is told to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.wiring.doctor import for_real
from bots.wiring.doctor.checkup import for_real as look_for_real
from bots.wiring.doctor.generators import comfyui, kling
from tests.doctoring import codes, mend, patient, run
from tests.fakes.aside import aside
from tests.fakes.comfyui_wire.server import ComfyUIWire
from tests.fakes.kling_wire.account import ACCESS_KEY, API_KEY, SECRET_KEY
from tests.fakes.kling_wire.passing import kling as kling_there
from tests.fakes.kling_wire.server import KlingWire
from tests.fakes.kling_wire.trouble import Bad, Lie

SUBMITS = "/v1/videos/text2video|/text-to-video/.*"


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[KlingWire]:
    """Kling."""
    monkeypatch.setattr(for_real, "LOOKS_EVERY_S", 0.1)
    with kling_there() as wire:
        yield wire


def older(wire: KlingWire) -> dict[str, str]:
    """Give the settings of the older contract."""
    keys = {"KLING_ACCESS_KEY": ACCESS_KEY, "KLING_SECRET_KEY": SECRET_KEY}
    return keys | {"KLING_BASE_URL": wire.base_url}


def newer(wire: KlingWire) -> dict[str, str]:
    """Give those of the newer one."""
    return {"KLING_API_KEY": API_KEY, "KLING_BASE_URL": wire.base_url}


def test_what_is_not_set_up_is_fine(tmp_path: Path) -> None:
    """Nobody has to have Kling or ComfyUI; what isn't there can't make a video for real."""
    assert codes(kling, patient(tmp_path)) == codes(comfyui, patient(tmp_path)) == []
    assert codes(look_for_real("kling"), patient(tmp_path)) == ["for_real_off"]


def test_keys_that_kling_takes_are_fine(tmp_path: Path, there: KlingWire) -> None:
    """By either contract; asking costs nothing."""
    for settings in (older(there), newer(there)):
        assert codes(kling, patient(tmp_path, **settings)) == []
    assert there.tasks.made == 0


def test_keys_that_kling_refuses_are_told(tmp_path: Path, there: KlingWire) -> None:
    """A wrong secret, a wrong key, a model of the other contract; no secret is printed."""
    for settings in (older(there) | {"KLING_SECRET_KEY": "hush"}, newer(there) | {"KLING_API_KEY": "hush"}):
        told = patient(tmp_path, **settings)
        assert codes(kling, told) == ["kling_refused"]
        assert "hush" not in mend(kling, told).replace("hushreel", "")
    assert codes(kling, patient(tmp_path, **newer(there), KLING_MODEL="kling-v1")) == ["setting_malformed"]


def test_a_kling_out_of_reach_is_told(tmp_path: Path, there: KlingWire) -> None:
    """Nobody listens there, or it breaks down."""
    assert codes(kling, patient(tmp_path, **older(there) | {"KLING_BASE_URL": "http://127.0.0.1:9"})) == [
        "kling_unreachable"
    ]
    there.trouble.plan(5001)
    assert codes(kling, patient(tmp_path, **older(there))) == ["kling_unreachable"]


def test_a_video_is_made_for_real(tmp_path: Path, there: KlingWire) -> None:
    """One, the shortest that the contract takes, and looked at; then there is nothing to mend."""
    for number, settings in enumerate((older(there), newer(there)), 1):
        assert codes(look_for_real("kling"), patient(tmp_path, **settings)) == []
        assert there.tasks.made == number
    lengths = [str(one.body.get("duration") or one.body["settings"]["duration"]) for one in there.tasks.known.values()]
    assert lengths == ["5", "3"]


def test_a_video_that_does_not_come_is_told_as_it_is(tmp_path: Path, there: KlingWire) -> None:
    """Refused before it was begun, lost on its way, and made and not to be had."""
    look, told = look_for_real("kling"), patient(tmp_path, **newer(there))
    there.trouble.plan(1102, SUBMITS)
    assert codes(look, told) == ["for_real_refused"]
    assert there.tasks.made == 0
    there.trouble.plan(Bad.CUT_AFTER, SUBMITS)
    assert codes(look, told) == ["for_real_unsure"]
    there.trouble.lie = Lie.WORDS
    assert codes(look, told) == ["for_real_spoiled"]
    assert there.tasks.made == 2


def test_the_command_looks_at_one_generator_alone(tmp_path: Path, there: KlingWire) -> None:
    """`hushreel doctor --generator kling`; for real only where a generator is named."""
    (tmp_path / ".env").write_text("".join(f"HUSHREEL_{name}={value}\n" for name, value in older(there).items()))
    done = run(tmp_path, "--generator", "kling")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)
    assert done.stdout.startswith("ok       kling")
    refused = run(tmp_path, "--for-real")
    assert refused.returncode == 2
    assert "--generator" in refused.stderr
    made = run(tmp_path, "--generator", "kling", "--for-real")
    assert made.returncode == 0, made.stdout
    assert "160 by 90" in made.stdout
    assert there.tasks.made == 1


def test_a_comfyui_of_ones_own_is_looked_at(tmp_path: Path) -> None:
    """One that doesn't answer, one without its folders, one whose folders are on a disk; and what its models lack."""
    away = {"COMFYUI_URL": "http://127.0.0.1:9"}
    assert codes(comfyui, patient(tmp_path, **away)) == ["comfyui_unreachable"]
    with aside(ComfyUIWire(tmp_path)) as wire:
        there = {"COMFYUI_URL": wire.url}
        assert codes(comfyui, patient(tmp_path, **there)) == ["comfyui_folders_unknown"]
        folders = {"COMFYUI_INPUT": str(wire.input), "COMFYUI_OUTPUT": str(wire.output)}
        assert set(codes(comfyui, patient(tmp_path, **there, **folders))) <= {"comfyui_on_disk"}
        gone = folders | {"COMFYUI_OUTPUT": str(tmp_path / "nowhere")}
        assert codes(comfyui, patient(tmp_path, **there, **gone)) == ["comfyui_folder_unusable"]
        del wire.models["vae_name"][:]
        assert codes(comfyui, patient(tmp_path, **there)) == ["comfyui_model_missing"]
