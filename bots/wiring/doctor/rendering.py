"""Whether a video can be made here: the libraries, and a tiny rendering through a real worker process."""

import asyncio
import io
import logging
import os
from collections.abc import Iterator

from bots.wiring.doctor.finding import Finding, fine, problem
from bots.wiring.doctor.patient import Patient
from bots.wiring.system import SystemClock
from core.errors import HushreelError
from core.records import Order
from core.videos import Shape

SHORT_SIDE_PX, SECONDS = 90, 1
ENCODERS = ("libx264", "aac")


def codecs(_: Patient) -> Iterator[Finding]:
    """The libraries that read and write videos load, with the encoders that are needed."""
    try:
        import av  # noqa: PLC0415 - takes a third of a second, and may be what is broken
        import cv2  # noqa: PLC0415
    except ImportError as error:
        yield problem("codec_library", name=error.name or "av")
        return
    lacking = [one for one in ENCODERS if one not in av.codecs_available]
    if lacking:
        yield problem("codec_missing", names=", ".join(lacking))
    else:
        yield fine("codecs_good", av=av.__version__, cv=cv2.__version__)


def rendering(_: Patient) -> Iterator[Finding]:
    """A worker process renders a second of sea, another one marks it; nothing is written to a disk."""
    logging.getLogger("hushreel.workers").addHandler(logging.NullHandler())
    try:
        frames = _frames(asyncio.run(_rendered()))
    except ImportError as error:
        yield problem("codec_library", name=error.name or "av")
    except (HushreelError, OSError) as error:
        yield problem("rendering_failed", why=_why(error))
    else:
        yield fine("rendering_good", frames=frames)


def _why(error: HushreelError | OSError) -> str:
    if isinstance(error, HushreelError):
        return error.code.replace("_", " ")
    return f"{os.strerror(error.errno or 0)}: {error.filename}"


async def _rendered() -> bytes:
    from core.generation.marking import Marking  # noqa: PLC0415 - as below
    from core.generators.motion.route import Motion  # noqa: PLC0415 - imports what may be broken
    from core.storage.certificate import HouseCertificate  # noqa: PLC0415
    from core.workers.pool import Workers  # noqa: PLC0415
    from core.workers.tasks import TASKS  # noqa: PLC0415

    workers = Workers(TASKS)
    try:
        order = Order("a calm sea", Shape.WIDE, SECONDS, seed=1)
        product = await Motion(workers, SHORT_SIDE_PX).make(order, (), lambda _share: None)
        marked = await Marking(workers, HouseCertificate.passing(SystemClock())).mark(product, Motion.name, ())
        made = marked.parts["video"].read()
        for part in marked.parts.values():
            part.close()
        return made
    finally:
        await workers.close()


def _frames(video: bytes) -> int:
    import av  # noqa: PLC0415

    with av.open(io.BytesIO(video), "r") as opened:
        return len(list(opened.decode(video=0)))
