"""How far each video is, in memory: after a restart it is made again from the start anyway."""

from typing import Protocol

from core.videos import VideoId


class ProgressBoard(Protocol):
    """Progress of what is being made, in memory only."""

    def report(self, video: VideoId, share: float) -> None:
        """Note the finished share, 0.0 to 1.0."""

    def share(self, video: VideoId) -> float | None:
        """Give the last one noted; None before the start and after the end."""

    def forget(self, video: VideoId) -> None:
        """Drop what is noted of a video that is no longer made."""


class Board:
    """The `ProgressBoard` of one process."""

    def __init__(self) -> None:
        """Begin with nothing in the making."""
        self._shares: dict[VideoId, float] = {}

    def report(self, video: VideoId, share: float) -> None:
        """Note the finished share, 0.0 to 1.0."""
        self._shares[video] = min(1.0, max(0.0, share))

    def share(self, video: VideoId) -> float | None:
        """Give the last one noted; None before the start and after the end."""
        return self._shares.get(video)

    def forget(self, video: VideoId) -> None:
        """Drop what is noted of a video that is no longer made."""
        self._shares.pop(video, None)
