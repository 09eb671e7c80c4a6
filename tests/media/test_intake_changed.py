"""Clips and sounds with changed bytes: refused or in normal form, never anything else."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.intake.kinds import SNIFF_BYTES, TAKEN, kind_of
from core.work import Refusal
from tests.fakes.clips import Shot, clip
from tests.fakes.sounds import Tone, sound, wav_of
from tests.taking import listened, pictured, taken_here, watched

MAKERS = {
    "mp4": lambda: clip(Shot(tone=Tone())),
    "mkv": lambda: clip(Shot("matroska", tone=Tone())),
    "webm": lambda: clip(Shot("webm", "libvpx")),
    "fragments": lambda: clip(Shot(muxing={"movflags": "+frag_keyframe+empty_moov"})),
    "wav": lambda: wav_of(bytes(8_000)),
    "ogg": lambda: sound("ogg", Tone("libopus")),
    "flac": lambda: sound("flac", Tone("flac")),
    "mp3": lambda: sound("mp3", Tone("libmp3lame")),
    "m4a": lambda: sound("ipod", Tone()),
}


@cache
def whole(name: str) -> bytes:
    """Make one of each."""
    return MAKERS[name]()


def test_a_header_in_the_midst_that_asks_for_too_much_memory_is_damage() -> None:
    """A sample of a fragment that says that it has 2 GB: the file is at fault, and its giver is told so."""
    content = bytearray(whole("fragments"))
    content[content.index(b"trun") + 84] = 127
    with pytest.raises(Refusal) as refused:
        taken_here(bytes(content))
    assert refused.value.code == "clip_damaged"


@given(name=st.sampled_from(sorted(MAKERS)), data=st.data())
def test_changed_bytes_break_nothing(name: str, data: st.DataObject) -> None:
    """Whatever the bytes say, what comes out decodes fully and is as long as it says."""
    content = bytearray(whole(name))
    for place in data.draw(st.lists(st.integers(24, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.sampled_from([0, 1, 127, 128, 255]))
    if kind_of(bytes(content[:SNIFF_BYTES])) not in TAKEN:
        return
    try:
        taken = taken_here(bytes(content))
    except Refusal:
        return
    if taken.media == "clip":
        assert abs(watched(taken.written).length_s * 1000 - (taken.duration_ms or 0)) <= 1
    elif taken.media == "sound":
        assert abs(listened(taken.written).shape[1] / 48 - (taken.duration_ms or 0)) <= 1
    else:
        assert pictured(taken.written).size == (taken.width, taken.height)
