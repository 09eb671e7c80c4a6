"""One line of docs/benchmarks.md."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure measured now, beside the figure to reach (the design's section 13).

    `name` says what was measured, `value` what came out, in `unit` (`x` for a ratio of two times
    of the same run, else `ms`, `s`, `MiB`, `px`). `target` is the figure in words, as in
    "at most 1.5". A row without a target is a yardstick that others are compared with:
    `target` is empty and `reached` is true. `note` says how it was measured.
    """

    name: str
    value: float
    unit: str
    target: str
    reached: bool
    note: str = ""
