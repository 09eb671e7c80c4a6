"""A picture as a film: the camera moves over it, and what stands in front moves more than what lies behind."""

from dataclasses import dataclass

import cv2
import numpy as np

from core.generators.motion import camera
from core.generators.motion.camera import Matrix, Move
from core.generators.motion.cutout import cut_out, filled, salience
from core.generators.motion.film import Film, reach_of
from core.generators.motion.hearing import SILENCE, Hearing
from core.generators.motion.images import Field, Pixels, blurred
from core.generators.motion.words import Story
from core.work import Refusal

STORED_SCALE = 1.5
"""Layers are kept larger than they are shown, so that they stay sharp and steady between whole pixels."""
_KEPT_WIDTH_LEAST, _KEPT_HEIGHT_LEAST = 0.5, 0.7
"""Share of a picture that a crop must keep; else it is shown whole before a blurred copy. Heads are at the top."""
_CLEAR, _SOLID = 0.04, 0.96
"""Alpha below which there is no foreground, and above which there is nothing else."""
FAR, NEAR = 0.5, 1.0
"""Depths of what lies behind a cut-out and of the cut-out: any farther apart, and what was hidden would show."""
_MOVES = (Move.PUSH_IN, Move.PUSH_IN, Move.PULL_OUT, Move.ORBIT, Move.PAN_RIGHT, Move.PAN_LEFT)


@dataclass(frozen=True)
class Layers:
    """What is behind, and what is in front or None: BGRA, colour multiplied by alpha; `STORED_SCALE` large."""

    behind: Pixels
    front: Pixels | None


def opened(content: bytes) -> Pixels:
    """Decode a picture (JPEG or PNG bytes). Raises Refusal("picture_unreadable")."""
    picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR) if content else None
    if picture is None:
        raise Refusal("picture_unreadable")
    return np.asarray(picture)


def picture_film(
    content: bytes,
    story: Story,
    size: tuple[int, int],
    frames: int,
    rng: np.random.Generator,
    *,
    hearing: Hearing = SILENCE,
) -> Film:
    """Make a film of a picture (JPEG or PNG bytes). Raises Refusal("picture_unreadable")."""
    picture = opened(content)
    move = story.move or _MOVES[int(rng.integers(len(_MOVES)))]
    reach = reach_of(story, frames)
    layers = layered(picture, size, 1 + 2.2 * camera.most_shift(move, reach), rng)
    last = max(1, frames - 1)

    def frame_at(number: int) -> Pixels:
        return shown(layers, camera.nudged(camera.pose(move, number / last, reach), hearing.zoom_at(number)), size)

    return Film("picture", move, frame_at, frames)


def shown(layers: Layers, pose: camera.Pose, size: tuple[int, int]) -> Pixels:
    """Draw the layers as the camera sees them."""
    whole = layers.behind.shape[1], layers.behind.shape[0]
    fit = 1 / STORED_SCALE
    alone = layers.front is None
    behind = _warped(layers.behind, pose.matrix(NEAR if alone else FAR, whole, size, fit), size)
    if layers.front is None:
        return np.asarray(cv2.cvtColor(behind, cv2.COLOR_BGRA2BGR))
    front = _warped(layers.front, pose.matrix(NEAR, whole, size, fit), size)
    through = 255 - front[..., 3]
    shaded = cv2.multiply(behind, cv2.merge([through] * 4), scale=1 / 255)
    return np.asarray(cv2.cvtColor(cv2.add(shaded, front), cv2.COLOR_BGRA2BGR))


def layered(picture: Pixels, size: tuple[int, int], room: float, rng: np.random.Generator) -> Layers:
    """Fit a picture to the frame (`room` times its size, for the camera to move in) and take it apart."""
    width, height = (round(side * room * STORED_SCALE) for side in size)
    aspect, wanted = picture.shape[1] / picture.shape[0], width / height
    if wanted / aspect < _KEPT_WIDTH_LEAST or aspect / wanted < _KEPT_HEIGHT_LEAST:
        return _before_blur(picture, width, height, room, rng)
    fitted = _fitted(_cropped(picture, wanted), width, height)
    small = cv2.resize(fitted, None, fx=1 / STORED_SCALE, fy=1 / STORED_SCALE, interpolation=cv2.INTER_AREA)
    alpha = cut_out(small)
    if alpha is None:
        return Layers(_solid(fitted), None)
    return _apart(fitted, alpha)


def _warped(layer: Pixels, matrix: Matrix, size: tuple[int, int]) -> Pixels:
    return np.asarray(cv2.warpAffine(layer, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _cropped(picture: Pixels, wanted: float) -> Pixels:
    """Cut to the wanted ratio of width to height, where most of what stands out is kept."""
    height, width = picture.shape[:2]
    shrink = 160 / max(height, width)
    small = salience(cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA))
    if width / height > wanted:
        kept = round(height * wanted)
        left = _best_start(small.sum(0), kept / width, 0.5) * width
        return picture[:, int(left) : int(left) + kept]
    kept = round(width / wanted)
    top = _best_start(small.sum(1), kept / height, 0.3) * height
    return picture[int(top) : int(top) + kept]


def _best_start(weights: Field, share: float, rather: float) -> float:
    """Find where a window of a share of the length holds most weight, `rather` at that share of the way it can go."""
    length = len(weights)
    window = max(1, round(share * length))
    sums = np.convolve(weights, np.ones(window), "valid")
    starts = np.arange(len(sums))
    sums = sums * (1 - 0.2 * np.abs(starts / max(1, len(sums) - 1) - rather))
    return min(float(starts[np.argmax(sums)]) / length, 1 - share)


def _fitted(picture: Pixels, width: int, height: int) -> Pixels:
    shrinks = picture.shape[1] > width
    return np.asarray(
        cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC), np.uint8
    )


def _apart(fitted: Pixels, alpha: Field) -> Layers:
    """Give the foreground colours of its own up to the soft edge, and fill the background behind it."""
    height, width = fitted.shape[:2]
    picture = fitted.astype(np.float32)
    quarter = (width // 4, height // 4)
    small = cv2.resize(picture, quarter, interpolation=cv2.INTER_AREA)
    small_alpha = cv2.resize(alpha, quarter, interpolation=cv2.INTER_AREA)
    hole = cv2.dilate((small_alpha > _CLEAR).astype(np.uint8), np.ones((5, 5), np.uint8))
    smooth = filled(small, 1 - hole.astype(np.float32))
    near = cv2.inpaint(small.astype(np.uint8), hole, 4, cv2.INPAINT_TELEA).astype(np.float32)
    inward = np.exp(-cv2.distanceTransform(hole, cv2.DIST_L2, 3) / 9)[..., None]
    behind = cv2.resize(near * inward + smooth * (1 - inward), (width, height), interpolation=cv2.INTER_CUBIC)
    wide = cv2.resize(cv2.GaussianBlur(hole.astype(np.float32), (0, 0), 1.2), (width, height))[..., None]
    behind = picture + (behind - picture) * np.clip(wide * 1.6, 0, 1)

    own = cv2.resize(filled(small, (small_alpha > _SOLID).astype(np.float32)), (width, height))
    alpha = cv2.resize(alpha, (width, height), interpolation=cv2.INTER_LINEAR)[..., None]
    colour = picture + (own - picture) * np.clip((0.97 - alpha) * 2.5, 0, 0.85)
    front = np.dstack([np.clip(colour, 0, 255) * alpha, alpha * 255])
    return Layers(_solid(_whole(behind)), _whole(front))


def _before_blur(picture: Pixels, width: int, height: int, room: float, rng: np.random.Generator) -> Layers:
    """Show a picture whole, before a dark, blurred copy of itself that fills the frame."""
    cover = _fitted(_cropped(picture, width / height), width, height)
    grain = rng.normal(0, 1.2, (height, width, 1)).astype(np.float32)
    behind = blurred(cover.astype(np.float32), max(width, height) / 34) * 0.62 + grain
    inner = min(width / room / picture.shape[1], height / room / picture.shape[0])
    inner_width, inner_height = round(picture.shape[1] * inner), round(picture.shape[0] * inner)
    left, top = (width - inner_width) // 2, (height - inner_height) // 2
    front = np.zeros((height, width, 4), np.float32)
    front[top : top + inner_height, left : left + inner_width, :3] = _fitted(picture, inner_width, inner_height)
    solid = np.zeros((height, width), np.float32)
    solid[top : top + inner_height, left : left + inner_width] = 1
    shadow = blurred(solid, 16 * STORED_SCALE)[..., None]
    behind *= 1 - 0.45 * shadow
    front[..., 3] = solid * 255
    return Layers(_solid(_whole(behind)), _whole(front))


def _whole(image: Field) -> Pixels:
    return np.asarray(np.clip(image + 0.5, 0, 255), np.uint8)


def _solid(pixels: Pixels) -> Pixels:
    # OpenCV moves pixels of 4 bytes more than twice as fast as those of 3.
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2BGRA))
