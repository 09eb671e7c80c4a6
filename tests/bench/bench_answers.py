"""One answer: a question in plain words about a video, embedded and warm."""

import statistics
import time

from knowledge.answers import answer
from knowledge.facts import PolicyFacts, VideoFacts, Visibility
from knowledge.nearby import Nearby
from tests.bench.row import Row

NOW_MS = 1_795_600_000_000
ROUNDS = 40
QUESTIONS = (
    "is my video private?",
    "who can see it?",
    "can moderatrs see my vidoe?",
    "does kling train on my face?",
    "how long do you keep my photo, and who else gets it?",
    "delete my account",
    "what's the weather?",
    "can the police get my video?",
)
STRANGE = " ".join(f"qwx{place:03}zvy" for place in range(200))
VIDEOS = (
    VideoFacts(title="Beach", ends_at_ms=NOW_MS),
    VideoFacts(generator="kling", visibility=Visibility.SELECTED, shared_with=("Ana", "Bo"), seen_by=("Ana",)),
)


def rows() -> list[Row]:
    """Measure the first answer, warm ones, and what loading the library costs in the background."""
    policy = PolicyFacts(demo=True)
    nearby = Nearby(policy)
    first_ms = _taken_ms(QUESTIONS[0], VIDEOS[0], nearby)
    begun = time.perf_counter()
    nearby.load()
    load_s = time.perf_counter() - begun
    for question in QUESTIONS:
        _taken_ms(question, VIDEOS[0], nearby)
    taken = [_taken_ms(question, video, nearby) for _ in range(ROUNDS) for question in QUESTIONS for video in VIDEOS]
    p95_ms = statistics.quantiles(taken, n=20)[-1]
    strange_ms = statistics.quantiles([_taken_ms(STRANGE, VIDEOS[0], nearby) for _ in range(ROUNDS)], n=20)[-1]
    note = f"of {len(taken)} answers to {len(QUESTIONS)} questions about {len(VIDEOS)} videos"
    return [
        Row("one answer, warm, p95", p95_ms, "ms", "at most 15", p95_ms <= 15, note),
        Row("one answer, warm, median", statistics.median(taken), "ms", "", reached=True, note=note),
        Row("a question of 2,000 letters that mean nothing, p95", strange_ms, "ms", "", reached=True),
        Row("the first answer of a process", first_ms, "ms", "", reached=True, note="reads papers and words"),
        Row("loading the library, in the background", load_s, "s", "", reached=True, note="LangChain, scikit-learn"),
    ]


def _taken_ms(question: str, video: VideoFacts, nearby: Nearby) -> float:
    begun = time.perf_counter()
    answer(question, policy=nearby.policy, now_ms=NOW_MS, video=video, nearest=nearby)
    return (time.perf_counter() - begun) * 1000
