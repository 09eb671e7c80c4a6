"""Several pictures one after the other: each with a move of its own, and crossings in rhythm between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.generators.motion import camera
from core.generators.motion.album import Album, Leaf
from core.generators.motion.camera import Move, Pose
from core.generators.motion.crossings import Crossing, View, aimed, crossed
from core.generators.motion.encode import FPS
from core.generators.motion.film import MOVE_SECONDS, Film
from core.generators.motion.hearing import Hearing
from core.generators.motion.images import Pixels
from core.generators.motion.wanted import Wanted

_MOVES = (Move.PUSH_IN, Move.PAN_RIGHT, Move.PULL_OUT, Move.ORBIT, Move.PAN_LEFT)
_ROUND = (Crossing.WIPE, Crossing.THROUGH, Crossing.WHIP)
_ON_BEATS = (Crossing.CUT, Crossing.WHIP, Crossing.CUT, Crossing.THROUGH)
_SECONDS = {Crossing.CUT: 0.0, Crossing.WHIP: 0.5, Crossing.WIPE: 0.9, Crossing.THROUGH: 0.8}
_SLOT_MOST = 0.45
"""Share of a picture's time that a crossing may take."""
_BEAT_REACH = 0.4
_REACH_LEAST, _REACH_MOST = 0.4, 1.3
_PACE = {"slow": 1.4, "normal": 1.0, "fast": 0.6}
"""How long crossings take, beside normal ones."""


@dataclass(frozen=True)
class Join:
    """A crossing from one picture to the next: `length` frames from `begin` on."""

    crossing: Crossing
    begin: int
    length: int

    @property
    def end(self) -> int:
        """The first frame of the next picture alone."""
        return self.begin + self.length


@dataclass(frozen=True)
class Plan:
    """`moves` and `reaches` have one entry per picture, `joins` one less."""

    frames: int
    moves: tuple[Move, ...]
    reaches: tuple[float, ...]
    joins: tuple[Join, ...]

    def slot(self, picture: int) -> tuple[int, int]:
        """Give the frames from and up to which a picture is seen, its crossings with it."""
        begin = self.joins[picture - 1].begin if picture else 0
        return begin, self.joins[picture].end if picture < len(self.joins) else self.frames


def sequence_film(wanted: Wanted, hearing: Hearing) -> Film:
    """Make a film of three pictures or more. Raises Refusal("picture_unreadable") when one of them is drawn."""
    plan = planned(wanted, hearing)
    return played("sequence", plan, wanted, hearing)


def planned(wanted: Wanted, hearing: Hearing) -> Plan:
    """Share the time out evenly, draw cuts to beats where there are any, and vary moves and crossings."""
    count = len(wanted.pictures)
    slot = wanted.frames / count
    middles = [hearing.beat_near(round(slot * number), round(slot * _BEAT_REACH)) for number in range(1, count)]
    kinds = _ON_BEATS if hearing.beats else _ROUND
    first = int(wanted.chance(1).integers(len(kinds)))
    joins = []
    for number, middle in enumerate(middles):
        crossing = kinds[(first + number) % len(kinds)]
        joins.append(join_at(middle, crossing, slot, wanted.story.pace))
    reach = min(max(slot / FPS / MOVE_SECONDS * 1.5, _REACH_LEAST), _REACH_MOST) * camera.PACES[wanted.story.pace]
    return Plan(wanted.frames, _varied(wanted, count), (reach,) * count, tuple(joins))


def join_at(middle: int, crossing: Crossing, slot_frames: float, pace: str) -> Join:
    """Lay a crossing around a frame, no longer than its pictures allow."""
    length = round(min(_SECONDS[crossing] * _PACE[pace] * FPS, slot_frames * _SLOT_MOST))
    return Join(crossing, middle - length // 2, length)


def played(scene: str, plan: Plan, wanted: Wanted, hearing: Hearing) -> Film:
    """Draw a plan with the pictures of an order."""
    rooms = [1 + 2.2 * camera.most_shift(*one) for one in zip(plan.moves, plan.reaches, strict=True)]
    album = Album(wanted.pictures, wanted.size, rooms, lambda number: wanted.chance(1, number))

    def view(picture: int, number: int) -> View:
        leaf = album.leaf(picture)
        return View(leaf.draw, _pose(plan, leaf, picture, number, hearing), leaf.focus)

    def frame_at(number: int) -> Pixels:
        picture = sum(join.end <= number for join in plan.joins)
        join = plan.joins[picture] if picture < len(plan.joins) else None
        if join is None or number < join.begin:
            return view(picture, number).plain()
        share = (number - join.begin + 1) / (join.length + 1)
        return crossed(join.crossing, view(picture, number), view(picture + 1, number), share)

    return Film(scene, plan.moves[0], frame_at, plan.frames)


def _pose(plan: Plan, leaf: Leaf, picture: int, number: int, hearing: Hearing) -> Pose:
    begin, end = plan.slot(picture)
    pose = camera.pose(plan.moves[picture], (number - begin) / max(1, end - 1 - begin), plan.reaches[picture])
    if plan.moves[picture] in {Move.PUSH_IN, Move.PULL_OUT}:
        pose = aimed(pose, leaf.focus, pose.zoom)
    beat = hearing.zoom_at(number)
    return aimed(replace(pose, zoom=pose.zoom + beat), leaf.focus, beat)


def _varied(wanted: Wanted, count: int) -> tuple[Move, ...]:
    """Choose moves so that no two alike follow each other. A move that was asked for opens; "static" holds for all."""
    asked = wanted.story.move
    if asked is Move.STILL:
        return (Move.STILL,) * count
    rng = wanted.chance(1, count)
    moves: list[Move] = [asked or _MOVES[int(rng.integers(len(_MOVES)))]]
    while len(moves) < count:
        others = _others(moves)
        moves.append(others[int(rng.integers(len(others)))])
    return tuple(moves)


def _others(moves: Sequence[Move]) -> list[Move]:
    """Leave out the last two moves."""
    return [move for move in _MOVES if move not in moves[-2:]]
