"""What comes about while a video is encoded, frame by frame: its poster, its preview, and word of how far it is."""

from collections.abc import Callable

from core.generators.motion.images import Pixels
from core.generators.motion.poster import BestFrame
from core.generators.motion.preview import Preview
from core.work import Memory


class Alongside:
    """Sees each frame once, in order, and then has the other parts of the product ready."""

    def __init__(
        self,
        frames: int,
        size: tuple[int, int],
        on_share: Callable[[float], None],
        mixed: Callable[[int], bool] | None = None,
    ) -> None:
        """Take the video's length in frames and its (width, height). `mixed` says which frames are blends of two."""
        self._frames = frames
        self._best = BestFrame(frames)
        self._preview = Preview(frames, size)
        self._on_share = on_share
        self._mixed = mixed or (lambda _number: False)

    def on_frame(self, number: int, pixels: Pixels) -> None:
        """See a frame."""
        self._best.see(number, pixels, mixed=self._mixed(number))
        self._preview.see(number, pixels)
        self._on_share((number + 1) / self._frames)

    def parts(self) -> dict[str, Memory]:
        """Give "poster" (JPEG) and "preview" (MP4), once all frames were seen."""
        return {"poster": self._best.jpeg(), "preview": self._preview.finish()}


def shares(progress: Callable[[float], None], begin: float, end: float) -> Callable[[float], None]:
    """Give a part of the way to be told of by itself: its 0 is `begin` of the whole, its 1 is `end`."""
    return lambda share: progress(min(1.0, begin + (end - begin) * share))
