"""What a look at something found: fine, a warning, or a problem, each with its words."""

from dataclasses import dataclass
from enum import Enum

from bots.texts.operator import line, sentence
from core.errors import OperatorError


class Level(Enum):
    """How bad it is. A warning can wait; with a problem, people lose something or nothing starts."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """One line of the doctor's: `code` is stable, `says` names the mend and holds no secret and nobody's words."""

    level: Level
    code: str
    says: str


def fine(code: str, /, **values: object) -> Finding:
    """Say that something is as it should be."""
    return Finding(Level.OK, code, line(f"doctor-{code}", **values))


def warning(code: str, /, **values: object) -> Finding:
    """Say what can go wrong."""
    return Finding(Level.WARNING, code, line(f"doctor-{code}", **values))


def problem(code: str, /, **values: object) -> Finding:
    """Say what is wrong."""
    return Finding(Level.PROBLEM, code, line(f"doctor-{code}", **values))


def refused(error: OperatorError) -> Finding:
    """Say what a start would be refused with."""
    return Finding(Level.PROBLEM, error.code, sentence(error))
