"""What DBOS may write down: JSON of ids, numbers and codes. Its default is readable pickle, which runs when read."""

import json
from typing import Any

from dbos import Serializer

from core.errors import HushreelError

UNEXPECTED = "unexpected"
_FAILED = "hushreel_failed"


class JsonOfIds(Serializer):
    """Writes arguments and step results as JSON, and of an error its stable code alone, never its words."""

    def name(self) -> str:
        """Name the format, as DBOS stores it with each row."""
        return "hushreel_json"

    def serialize(self, data: Any) -> str:
        """Write plain JSON values. Raises TypeError for anything else."""
        if isinstance(data, BaseException):
            data = {_FAILED: data.code if isinstance(data, HushreelError) else UNEXPECTED}
        return json.dumps(data)

    def deserialize(self, serialized_data: str) -> Any:
        """Read what `serialize` wrote; an error comes back as HushreelError with its code."""
        data = json.loads(serialized_data)
        if isinstance(data, dict) and data.keys() == {_FAILED}:
            return HushreelError(data[_FAILED])
        return data
