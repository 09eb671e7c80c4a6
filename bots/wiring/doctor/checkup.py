"""All that the doctor looks at, in the order in which it is told. docs/operating.md lists the same."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bots.texts.operator import line
from bots.wiring.doctor.backups import backups
from bots.wiring.doctor.blobs import sealed_bytes
from bots.wiring.doctor.chat_model import chat_model
from bots.wiring.doctor.clock import clock, time_zones
from bots.wiring.doctor.embedding import embedding
from bots.wiring.doctor.finding import Finding, Level, problem
from bots.wiring.doctor.folders import data_folder, file_system, room, synced
from bots.wiring.doctor.for_real import made_for_real
from bots.wiring.doctor.generators import comfyui, kling
from bots.wiring.doctor.keys import journal, key, key_backup, receipt_key
from bots.wiring.doctor.machine import account, core_dumps, installed, memory, open_files, python, swap
from bots.wiring.doctor.patient import Patient
from bots.wiring.doctor.platforms import discord, telegram
from bots.wiring.doctor.rendering import codecs, rendering
from bots.wiring.doctor.service import address, papers, port, retention, secrets, serving, settings
from bots.wiring.doctor.storage import storage
from bots.wiring.doctor.tables import database, engine
from bots.wiring.doctor.undecided import undecided
from bots.wiring.doctor.unit import unit

CHECKS: Sequence[Callable[[Patient], Iterator[Finding]]] = (
    python,
    installed,
    account,
    settings,
    papers,
    embedding,
    chat_model,
    kling,
    comfyui,
    retention,
    secrets,
    discord,
    telegram,
    address,
    port,
    serving,
    unit,
    data_folder,
    file_system,
    synced,
    room,
    key,
    key_backup,
    receipt_key,
    journal,
    backups,
    database,
    engine,
    storage,
    sealed_bytes,
    undecided,
    clock,
    time_zones,
    memory,
    swap,
    core_dumps,
    open_files,
    codecs,
    rendering,
)


@dataclass(frozen=True)
class Told:
    """What one check found."""

    check: str
    finding: Finding


GENERATORS: Mapping[str, Callable[[Patient], Iterator[Finding]]] = {"kling": kling, "comfyui": comfyui}
"""The looks at generators elsewhere, by their names."""


def for_real(name: str) -> Callable[[Patient], Iterator[Finding]]:
    """Give the look that has a generator make a video."""

    def made(patient: Patient) -> Iterator[Finding]:
        return made_for_real(patient, name)

    return made


def examine(patient: Patient, checks: Sequence[Callable[[Patient], Iterator[Finding]]] = ()) -> Iterator[Told]:
    """Look at everything, or as `checks` do, one after the other.

    A look that breaks is a problem itself, and the next ones go on.
    """
    for check in checks or CHECKS:
        name = check.__name__.replace("_", " ")
        try:
            for finding in check(patient):
                yield Told(name, finding)
        except Exception as error:  # noqa: BLE001 - whatever is broken here, the rest is told
            yield Told(name, problem("look_broke", why=type(error).__name__))


def as_line(told: Told) -> str:
    """Write one line to read."""
    return f"{told.finding.level.value:8} {told.check:13} {told.finding.says}"


def as_json(found: Sequence[Told]) -> str:
    """Write all for a machine."""
    checks = [
        {"check": one.check, "level": one.finding.level.value, "code": one.finding.code, "says": one.finding.says}
        for one in found
    ]
    return json.dumps(
        {"problems": count(found, Level.PROBLEM), "warnings": count(found, Level.WARNING), "checks": checks}
    )


def summary(found: Sequence[Told]) -> str:
    """Say in one line how it is."""
    problems, warnings = count(found, Level.PROBLEM), count(found, Level.WARNING)
    return line("doctor-summary", problems=problems, warnings=warnings)


def count(found: Sequence[Told], level: Level) -> int:
    """Count the findings of a level."""
    return sum(one.finding.level is level for one in found)
