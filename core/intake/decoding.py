"""Decodes the beginning of a file, and measures how long the whole is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import av
import av.error
from av.container import InputContainer

from core.intake.containers import decoder_of, forget_others, seconds
from core.intake.limits import GIVEN_MOST_S, KEPT_S
from core.work import Refusal

Frame = av.VideoFrame | av.AudioFrame
_BAD_SHARE = Fraction(1, 20)
_BAD_ALWAYS = 2
"""Packets that may be broken: a few at the start of many a recording are."""

_MOST_TICKS = 2**31
"""FFmpeg writes a duration below 0, which ends an Ogg stream early, as one beyond this."""


@dataclass
class Decoded:
    """The frames of one or two streams, in the order of the file. The leading stream says when time begins.

    After the frames were read, `length_s` is how long the leading stream is, kept or not.
    """

    container: InputContainer
    lead: Any
    other: Any = None
    is_clip: bool = True
    strict: bool = False
    """Whether no packet may be broken: those of FLAC never are in a file that is whole."""

    begin_s: Fraction = field(default=Fraction(0), init=False)
    length_s: Fraction = field(default=Fraction(0), init=False)
    _begun: bool = field(default=False, init=False)
    _packets: int = field(default=0, init=False)
    _bad: int = field(default=0, init=False)

    def frames(self) -> Iterator[tuple[Frame, Fraction | None]]:
        """Give frames with their time in seconds since the beginning, None for one that tells none.

        Raises Refusal: clip_too_long or sound_too_long(limit_ms, given_ms), clip_damaged or sound_damaged.
        """
        streams = [stream for stream in (self.lead, self.other) if stream is not None]
        forget_others(self.container, *streams)
        decoders = {stream.index: (decoder_of(stream), stream.time_base) for stream in streams}
        for packet in self._demuxed(streams):
            if not packet.size:
                continue
            self._measure(packet)
            index = packet.stream_index
            if index in decoders:
                yield from self._decode(*decoders[index], packet)
                if self._is_past(packet):
                    yield from self._decode(*decoders.pop(index), None)
        for decoder, time_base in decoders.values():
            if decoder.is_open:
                yield from self._decode(decoder, time_base, None)

    def _demuxed(self, streams: list[Any]) -> Iterator[Any]:
        """Give the packets of streams. A header in their midst may ask for more memory than any true one."""
        try:
            yield from self.container.demux(*streams)
        except MemoryError:
            raise self._damaged() from None

    def _damaged(self) -> Refusal:
        return Refusal("clip_damaged" if self.is_clip else "sound_damaged")

    def _decode(self, decoder: Any, time_base: Fraction, packet: Any) -> Iterator[tuple[Frame, Fraction | None]]:
        try:
            decoded = decoder.decode(packet)
        except MemoryError:
            raise
        except av.error.FFmpegError:
            self._bad += 1
            if self.strict or self._bad > _BAD_ALWAYS + self._packets * _BAD_SHARE:
                raise self._damaged() from None
            return
        for frame in decoded:
            frame.time_base = time_base
            at_s = seconds(frame.pts, time_base)
            yield frame, None if at_s is None else at_s - self.begin_s

    def _measure(self, packet: Any) -> None:
        self._packets += 1
        at_s = seconds(packet.dts if packet.pts is None else packet.pts, packet.time_base)
        if packet.stream_index != self.lead.index or at_s is None:
            return
        if not self._begun:
            self._begun, self.begin_s = True, at_s
        lasts = packet.duration if 0 < packet.duration < _MOST_TICKS else 0
        end_s = at_s - self.begin_s + lasts * packet.time_base
        self.length_s = max(self.length_s, end_s)
        check_length(self.length_s, is_clip=self.is_clip)

    def _is_past(self, packet: Any) -> bool:
        """Whether all that follows in this stream lies behind what is kept."""
        at_s = seconds(packet.pts if packet.dts is None else packet.dts, packet.time_base)
        return self._begun and at_s is not None and at_s - self.begin_s >= KEPT_S


def check_length(given_s: Fraction | float, *, is_clip: bool) -> None:
    """Raise Refusal clip_too_long or sound_too_long(limit_ms, given_ms), the latter at least."""
    if given_s <= GIVEN_MOST_S:
        return
    limit_ms, length_ms = GIVEN_MOST_S * 1000, int(given_s * 1000)
    if is_clip:
        raise Refusal("clip_too_long", limit_ms=limit_ms, given_ms=length_ms)
    raise Refusal("sound_too_long", limit_ms=limit_ms, given_ms=length_ms)


def given_ms(length_s: Fraction | float) -> int | None:
    """Tell how long the whole was when more was given than is kept; less than a frame isn't worth a word."""
    return int(length_s * 1000) if length_s > KEPT_S + Fraction(1, 10) else None
