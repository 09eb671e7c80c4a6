"""What words, pictures and sounds become. The pictures are moments of our own scenes, one with a balloon before it."""

from collections.abc import Callable, Sequence

import cv2

from core.generators.motion.beat import listen
from core.generators.motion.encode import FPS
from core.generators.motion.images import Pixels
from core.generators.motion.task import render
from core.work import Memory, Work
from tests.fakes.footage import decoded
from tests.fakes.tones import drum, flac
from tests.gallery.footage import balloon, laid_over, still
from tests.gallery.piece import Piece, spread

SHORT_SIDE_PX = 360
SECONDS = 5
SEED = 7
BEATS_PER_MINUTE = 110


def made(
    *pictures: Pixels,
    prompt: str = "",
    text: str = "",
    sound: Memory | None = None,
    seconds: int = SECONDS,
    at: Sequence[int] = (),
    shape: str = "16:9",
) -> list[Pixels]:
    """Make a video, and give six frames of it: those asked for, or at equal distances."""
    inputs = [Memory.of(cv2.imencode(".jpg", one, [cv2.IMWRITE_JPEG_QUALITY, 95])[1].tobytes()) for one in pictures]
    media = ["image/jpeg"] * len(inputs)
    if sound is not None:
        inputs.append(sound)
        media.append("audio/flac")
    order = {"prompt": prompt, "shape": shape, "seconds": seconds, "seed": SEED, "short_side": SHORT_SIDE_PX}
    work = Work({**order, "media": media, "text": text}, tuple(inputs))
    frames = decoded(render(work, lambda _share: None).parts["video"])
    return [frames[number] for number in at] if at else spread(frames, 6)


def ballooning() -> Pixels:
    """Hang a balloon before a landscape."""
    sprite = balloon(520, ((60, 70, 220), (235, 240, 245)))
    return laid_over(still("field day", 4), sprite, 900, 520, 4)


def two_views() -> tuple[Pixels, Pixels]:
    """Photograph one place twice: from a few steps nearer, and a little to the side."""
    whole = still("lake with mountains at dawn", 11)
    return whole[:972, :1728], cv2.resize(whole[90:955, 190:1728], (1728, 972), interpolation=cv2.INTER_CUBIC)


def on_the_beat() -> list[Pixels]:
    """Show a picture just before, on and after a beat."""
    sound = drum(BEATS_PER_MINUTE, SECONDS)
    beat = listen(sound, SECONDS * FPS).beats[4]
    return made(
        ballooning(), prompt="static", sound=flac(sound), at=[beat - 2, beat, beat + 2, beat + 5, beat + 9, beat + 14]
    )


def five() -> tuple[Pixels, ...]:
    """Give five pictures of five places."""
    places = ("sea at sunset", "forest at dawn in fog", "snowy mountains day", "city at night", "desert day")
    return tuple(still(prompt, 3) for prompt in places)


def worded(script: str, about: str, picture: Callable[[], Pixels], text: str) -> Piece:
    """Lay words in a script over a picture."""
    return Piece(f"words_over_it_{script}", about, lambda: made(picture(), prompt="zoom in", text=text))


PIECES: tuple[Piece, ...] = (
    Piece(
        "words_storm_at_sea",
        '"A stormy sea at night in the rain", from these words alone. Rain and waves move, the camera pans. '
        "The moon stays out, which a real storm would not allow.",
        lambda: made(prompt="a stormy sea at night in the rain"),
    ),
    Piece(
        "words_forest_in_fog",
        '"Misty forest at dawn". The fog lies between rows of trees, and near trees pass before far ones. The firs '
        "are silhouettes, as in a paper cut.",
        lambda: made(prompt="misty forest at dawn"),
    ),
    Piece(
        "words_snow_on_the_mountains",
        '"Snow falling on mountains, grey day", upright. Flakes fall at three distances. "Grey" clouds the sky but '
        "leaves some blue in it.",
        lambda: made(prompt="snow falling on mountains, grey day", shape="9:16"),
    ),
    Piece(
        "picture_push_in",
        "One picture without a subject that could be cut free: the whole of it comes closer, slowly and without "
        "a tremor. Nothing in it moves by itself.",
        lambda: made(still("sea at sunset", 3), prompt="zoom in"),
    ),
    Piece(
        "picture_orbit",
        "One picture with a subject in front: the balloon moves to the one side and the land behind it to the other. "
        "What was hidden behind it is filled in, softly.",
        lambda: made(ballooning(), prompt="orbit"),
    ),
    Piece(
        "start_and_end_unlike",
        "A start and an end picture that have nothing in common: an edge passes over, and both drift with it. At "
        "each moment a pixel belongs to one of them, so nothing shines through; the edge itself is soft.",
        lambda: made(ballooning(), still("city at night", 3), at=[0, 60, 68, 75, 82, 149]),
    ),
    Piece(
        "start_and_end_alike",
        "Two views of one place, a few steps apart: one flows into the other, as if the camera had walked. Where only "
        "one of them shows something, at the borders, it can smear for a moment.",
        lambda: made(*two_views(), at=[0, 52, 66, 75, 90, 149]),
    ),
    Piece(
        "sequence_of_five",
        "Five pictures in ten seconds, each with a move of its own, and three ways to pass on: a whip pan, an edge, "
        "an iris that opens on what stands out. The whip's seam can be seen when the frames are looked at one by one.",
        lambda: made(*five(), seconds=10, at=[20, 60, 90, 122, 178, 240]),
    ),
    Piece(
        "picture_on_the_beat",
        "A still picture with a drum, from just before a beat to half a second after: it jumps closer by some three "
        "hundredths and swings back. In single frames that is little; at full speed it is felt.",
        on_the_beat,
    ),
    worded(
        "latin",
        "Words over a picture, only because they were asked for. They fade in and out, and stand where less is to be "
        "seen.",
        lambda: still("lake at dawn", 5),
        "A quiet morning, and nobody knows that we are here",
    ),
    worded(
        "cyrillic",
        "The same in Russian. The words go where the balloon is not; over grass they need their soft shadow.",
        ballooning,
        "Над полем, тихо и далеко от всех",
    ),
    worded(
        "chinese",
        "The same in Chinese. A long line breaks between any two signs, but never before a comma.",
        lambda: still("aurora night", 5),
        "极光之夜\uff0c愿星光照亮你回家的路",
    ),
)
