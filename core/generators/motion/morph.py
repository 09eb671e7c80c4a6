"""From a start picture to an end picture: by optical flow where both show the same thing, else by a crossing.

Likeness: ORB features (Rublee, Rabaud, Konolige, Bradski, "ORB: an efficient alternative to SIFT or SURF", 2011)
that agree on one homography (RANSAC).
"""

import cv2
import numpy as np

from core.generators.motion.camera import Move, Pose
from core.generators.motion.crossings import Crossing
from core.generators.motion.encode import FPS
from core.generators.motion.film import Film
from core.generators.motion.flow import Between
from core.generators.motion.hearing import Hearing
from core.generators.motion.images import Pixels
from core.generators.motion.picture import layered, opened, shown
from core.generators.motion.sequence import Join, Plan, played
from core.generators.motion.wanted import Wanted

_CROSSING_SHARE, _FLOW_SHARE = 0.28, 0.5
"""Share of the film that is between the two pictures; the rest of it shows them."""
_CROSSING_LEAST_S, _CROSSING_MOST_S, _WHIP_MOST_S = 0.6, 1.8, 0.8
_REACH = 0.5
_SIDE_PX = 480
_FEATURES = 800
_CLOSE = 0.8
_AGREE_LEAST, _AGREE_SHARE = 24, 0.3
_STRAY_PX = 4.0
_BY_MOVE = {Move.PAN_LEFT: Crossing.WHIP, Move.PAN_RIGHT: Crossing.WHIP, Move.ORBIT: Crossing.WIPE}
_BY_CHANCE = (Crossing.THROUGH, Crossing.THROUGH, Crossing.WIPE)


def start_end_film(wanted: Wanted, hearing: Hearing) -> Film:
    """Make a film whose first frame is the first picture and whose last is the second, both held long enough to see.

    Raises Refusal("picture_unreadable").
    """
    first, second = (_fitted(wanted, number) for number in (0, 1))
    if alike(first, second):
        return _flowing(wanted, hearing, Between(first, second))
    crossing = _chosen(wanted)
    most_s = _WHIP_MOST_S if crossing is Crossing.WHIP else _CROSSING_MOST_S
    seconds = min(max(wanted.frames / FPS * _CROSSING_SHARE, _CROSSING_LEAST_S), most_s)
    length = min(round(seconds * FPS), wanted.frames // 2)
    middle = hearing.beat_near(wanted.frames // 2, wanted.frames // 6)
    still = wanted.story.move is Move.STILL
    moves = (Move.STILL, Move.STILL) if still else (Move.PUSH_IN, Move.PULL_OUT)
    plan = Plan(wanted.frames, moves, (_REACH, _REACH), (Join(crossing, middle - length // 2, length),))
    return played("sequence", plan, wanted, hearing)


def alike(first: Pixels, second: Pixels) -> bool:
    """Say whether two pictures of one size show the same thing from nearby."""
    orb = cv2.ORB.create(_FEATURES)
    shrink = _SIDE_PX / max(first.shape[:2])
    found = []
    for picture in (first, second):
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        points, signs = orb.detectAndCompute(cv2.resize(grey, None, fx=shrink, fy=shrink), None)
        if len(points) < _AGREE_LEAST:
            return False
        found.append((np.array([point.pt for point in points], np.float32), signs))
    (places, signs), (other_places, other_signs) = found
    pairs = [pair for pair in cv2.BFMatcher(cv2.NORM_HAMMING).knnMatch(signs, other_signs, k=2) if len(pair) > 1]
    close = [one for one, next_best in pairs if one.distance < _CLOSE * next_best.distance]
    if len(close) < _AGREE_LEAST:
        return False
    there = np.array([places[one.queryIdx] for one in close])
    here = np.array([other_places[one.trainIdx] for one in close])
    cv2.setRNGSeed(1)
    _, agree = cv2.findHomography(there, here, cv2.RANSAC, _STRAY_PX)
    return int(np.sum(agree)) >= max(_AGREE_LEAST, _AGREE_SHARE * len(close))


def _fitted(wanted: Wanted, number: int) -> Pixels:
    picture = opened(wanted.pictures[number].read())
    return shown(layered(picture, wanted.size, 1.0, wanted.chance(1, number)), Pose(), wanted.size)


def _chosen(wanted: Wanted) -> Crossing:
    move = wanted.story.move
    if wanted.story.pace == "fast":
        return Crossing.WHIP
    if move is not None:
        return _BY_MOVE.get(move, Crossing.THROUGH)
    return _BY_CHANCE[int(wanted.chance(1).integers(len(_BY_CHANCE)))]


def _flowing(wanted: Wanted, hearing: Hearing, between: Between) -> Film:
    """Let one picture flow into the other, while the camera only follows a sound."""
    width, height = wanted.size
    held = (1 - _FLOW_SHARE) / 2

    def frame_at(number: int) -> Pixels:
        share = min(max((number / max(1, wanted.frames - 1) - held) / _FLOW_SHARE, 0.0), 1.0)
        view = between.at(share * share * (3 - 2 * share))
        zoom = hearing.zoom_at(number)
        if not zoom:
            return view
        matrix = Pose(zoom=zoom).matrix(1.0, wanted.size, wanted.size)
        return np.asarray(cv2.warpAffine(view, matrix, (width, height), flags=cv2.INTER_LINEAR))

    return Film("sequence", Move.STILL, frame_at, wanted.frames)
