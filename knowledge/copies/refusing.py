"""Why a paper can't be taken."""

from collections.abc import Mapping
from typing import Any


class Refused(Exception):
    """A paper that can't be read. `code` is stable; `data` names limits, never what the paper says."""

    def __init__(self, code: str, **data: Any) -> None:
        """Name what is wrong."""
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, Any] = data
