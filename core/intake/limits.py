"""What a picture may be when it is handed in, and what it is afterwards."""

PICTURE_LARGEST_BYTES = 25_000_000
PICTURE_MOST_PIXELS = 50_000_000
PICTURE_LEAST_SIDE = 64
"""Pixels of the shorter side."""

PICTURE_LONGEST_SIDE = 4096
"""Pixels of the longer side after it was taken in; a larger picture is made smaller."""

PICTURE_MOST_RATIO = PICTURE_LONGEST_SIDE // PICTURE_LEAST_SIDE
"""Longer to shorter side, so that a picture that is made smaller keeps its least side."""
