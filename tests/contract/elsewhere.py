"""What the contract suite needs of a fake provider. A new remote generator writes one, and a line in REMOTES."""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

from core.records import Order
from core.routes import Remote


class Refuses(Enum):
    """Why a provider refuses the next submit; the value is the code that it must become."""

    CONTENT = "content_declined"
    INPUT = "request_declined"
    QUOTA = "account_unpaid"
    ACCESS = "access_refused"
    MODEL = "model_missing"


class Loses(Enum):
    """What becomes of the answer to the next submit."""

    CUT_BEFORE = "the connection breaks before anything is begun"
    CUT_AFTER = "the connection breaks after it was begun"
    TIME_OUT = "begun, and never answered"
    NONSENSE = "begun, and the answer can't be read"
    BROKEN = "begun, and answered with a breakdown"
    RESTART = "begun, and forgotten by a restart there"


class Gives(Enum):
    """What results give instead of a video; the value is the code that it must become, "" where asking again helps."""

    WORDS = "result_not_a_video"
    PICTURE = "result_not_a_video "
    CUT = "result_not_a_video  "
    ENDLESS = "result_too_large"
    MOVED = "result_gone"
    BROKEN = ""


class Elsewhere(Protocol):
    """A provider's fake with the generator that asks it. An async context manager, which may be left twice."""

    order: Order
    """Words that it can make a video of."""

    secrets: Sequence[str]
    """Keys, which may not be in any address or body."""

    forgets_ms: int | None
    """After how long it clears its results, None for never."""

    @property
    def remote(self) -> Remote:
        """The generator that asks it."""

    @property
    def begun(self) -> int:
        """How many tasks were begun there, and so paid."""

    @property
    def sent_bytes(self) -> int:
        """How many bytes of results it sent."""

    def left(self) -> Sequence[tuple[str, dict[str, str], bytes]]:
        """Give everything that came over the wire: address, headers, body with what is packed in it unpacked."""

    def work(self) -> None:
        """Let what was begun be worked on."""

    def finish(self) -> None:
        """Let what was begun come to its end."""

    def refuse(self, why: Refuses) -> None:
        """Refuse the next submit."""

    def wait(self) -> None:
        """Tell the next submit that it isn't its turn."""

    def fail(self) -> None:
        """Let the tasks that begin now fail for what they show."""

    def lose(self, how: Loses) -> None:
        """Lose the answer to the next submit."""

    def give(self, what: Gives) -> None:
        """Let results give something else."""

    def point_to(self, address: str) -> None:
        """Say that results are at another address."""

    async def vanish(self) -> None:
        """Listen no more, so that no connection comes about."""

    def stop_answering(self) -> None:
        """Break down at the next question."""

    def pass_time(self, by_ms: int) -> None:
        """Let time pass there and here."""
