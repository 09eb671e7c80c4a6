"""The worker's side of a sound for Kling: what is heard and nothing else, in a form that its lip sync takes."""

import io
from fractions import Fraction

import av

from core.intake.containers import damage_told, open_container
from core.work import Memory, Product, Progress, Refusal, Work

TASK = "kling_sound"
RATE_HZ, BITS_PER_S = 44_100, 128_000
"""A minute, the longest sound that we keep, takes 1 MB; Kling takes 5 MB."""


def speak(work: Work, progress: Progress) -> Product:
    """Make an M4A (part "sound") of the FLAC `inputs[0]`, one channel, without metadata. Refuses sound_unreadable."""
    made = io.BytesIO()
    with damage_told("sound_unreadable"), open_container(io.BytesIO(work.inputs[0].read()), "flac") as source:
        if not source.streams.audio:
            raise Refusal("sound_unreadable")
        _encode(source, made)
    progress(1.0)
    return Product({"sound": Memory.of(made.getvalue())})


def _encode(source: "av.container.InputContainer", made: io.BytesIO) -> None:
    resampler, samples = av.AudioResampler("fltp", "mono", RATE_HZ), 0
    with av.open(made, "w", format="mp4", options={"fflags": "+bitexact"}) as target:
        stream = target.add_stream("aac", rate=RATE_HZ, layout="mono")
        stream.bit_rate = BITS_PER_S
        for decoded in (*source.decode(audio=0), None):
            for frame in resampler.resample(decoded):
                frame.pts, frame.time_base = samples, Fraction(1, RATE_HZ)
                samples += frame.samples
                target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
