"""Every error that Hushreel raises on purpose.

HushreelError               a stable code, data for its sentence, and who reads it
├── PersonError             the person in the chat reads it and can mend it
│   ├── NotFound            no such video for this viewer (also: somebody else's)
│   ├── NotAllowed          seen, but the gate says no
│   ├── LostRace            somebody or something was quicker; the present state is told
│   ├── BadInput            the words or the file can't be used, and why
│   ├── LimitReached        too much at once; what to wait for or remove
│   ├── RouteRefused        no generator that is set up can do this, and what would
│   └── NotMarked           what it is made of could not be put into it, so it isn't delivered
├── OperatorError           the person who runs the machine reads it, in one line
│   ├── BadSetting          a setting is unknown, wrong or contradicts another
│   ├── KeyRefused          the master key is missing, in the wrong place, or not this data's
│   ├── StoreRefused        the data folder can't be used (read-only, newer schema, in use, full)
│   └── PromiseBroken       a clause of our own policy would not be true
├── RemoteError             what came of asking a generator elsewhere; a flow reads it, and its code says why it failed
│   ├── Declined            it refuses, and nothing was begun
│   ├── Busy                it is not our turn, and nothing was begun
│   ├── LostSubmit          nobody knows whether it was begun
│   └── Spoiled             it was made, and what was made can't be had
└── BytesDamaged            sealed bytes don't open: cut, changed or of another asset

Texts map codes to words (bots/texts); no sentence stands here.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any


class Reader(Enum):
    """Who reads an error."""

    PERSON = "person"
    OPERATOR = "operator"


class HushreelError(Exception):
    """A foreseen failure. `code` is stable, `data` fills its sentence and holds no private words."""

    reader: Reader = Reader.OPERATOR

    def __init__(self, code: str, **data: Any) -> None:
        """Name the failure; `data` holds numbers, names of settings and ids."""
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, Any] = data

    def __str__(self) -> str:
        """Show code and data, for logs."""
        facts = ", ".join(f"{name}={value!r}" for name, value in self.data.items())
        return f"{self.code}({facts})" if facts else self.code


class PersonError(HushreelError):
    """The person who asked reads it."""

    reader = Reader.PERSON


class NotFound(PersonError):
    """No such video for this viewer. Says the same of a miss and of somebody else's."""


class NotAllowed(PersonError):
    """The gate refuses an action on something that the viewer may find."""


class LostRace(PersonError):
    """The thing is no longer in the state that the change started from. data: state."""


class BadInput(PersonError):
    """Words or a file that can't be used. data: the limit and what was given."""


class LimitReached(PersonError):
    """More than is allowed at once. data: the limit."""


class RouteRefused(PersonError):
    """The generator can't do what was asked. data: what it can do."""


class NotMarked(PersonError):
    """What a video is made of could not be put into it, so it isn't delivered."""


class OperatorError(HushreelError):
    """Stops a start or a command with one line."""


class BadSetting(OperatorError):
    """A setting that is unknown, malformed or contradicts another. data: setting."""


class KeyRefused(OperatorError):
    """The master key is missing, readable by others, inside the data folder, or another data folder's."""


class StoreRefused(OperatorError):
    """The data folder can't be used. data: path."""


class PromiseBroken(OperatorError):
    """A clause of the policy isn't true of these settings. data: clause."""


class RemoteError(HushreelError):
    """What came of asking a generator elsewhere. Codes of failures are those of `core.generation.declined`."""


class Declined(RemoteError):
    """It refuses, and nothing was begun or paid. data: what the generator's own code was, never its words."""


class Busy(RemoteError):
    """It is not our turn: its limits of rate or concurrency, or it can't be reached. Nothing was begun."""

    def __init__(self, after_s: float, **data: Any) -> None:
        """Say after how many seconds it makes sense to ask again."""
        super().__init__("generator_busy", after_s=after_s, **data)
        self.after_s = after_s


class LostSubmit(RemoteError):
    """The order left this machine, and no answer says what became of it. It may have been begun and charged."""

    def __init__(self, **data: Any) -> None:
        """Say what was last known, in data."""
        super().__init__("submit_lost", **data)


class Spoiled(RemoteError):
    """It was made, and may have been charged, and what was made can't be had. data: limit_bytes."""


class BytesDamaged(HushreelError):
    """Sealed bytes that don't authenticate. data: asset."""
