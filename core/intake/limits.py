"""What may be handed in, and what it is afterwards."""

PICTURE_LARGEST_BYTES = 25_000_000
SOUND_LARGEST_BYTES = 50_000_000
CLIP_LARGEST_BYTES = 500_000_000

PICTURE_MOST_PIXELS = 50_000_000
LEAST_SIDE = 64
"""Pixels of the shorter side of a picture or a clip."""

PICTURE_LONGEST_SIDE = 4096
"""Pixels of the longer side after it was taken in; a larger picture is made smaller."""

PICTURE_MOST_RATIO = PICTURE_LONGEST_SIDE // LEAST_SIDE
"""Longer to shorter side, so that a picture that is made smaller keeps its least side."""

CLIP_MOST_PIXELS = 4096 * 2304
"""Of a frame: what cameras call 4K, in whatever shape."""

CLIP_LONGEST_SIDE = 1920
CLIP_MOST_RATIO = CLIP_LONGEST_SIDE // LEAST_SIDE

GIVEN_MOST_S = 600
KEPT_S = 60
"""How much of a sound or a clip is taken in, and how much of it is kept: its beginning."""

CLIP_MOST_FPS = 240
CLIP_MOST_FRAMES = KEPT_S * CLIP_MOST_FPS

MOVING_MOST_FRAMES = GIVEN_MOST_S * 50
"""Of a picture that moves: 50 a second are the most that a GIF can show."""

SOUND_RATE_HZ = 48_000
SOUND_LEAST_RATE_HZ = 4_000
SOUND_MOST_RATE_HZ = 192_000
SOUND_MOST_CHANNELS = 8
