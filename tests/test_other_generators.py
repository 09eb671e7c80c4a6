"""What is said of generators that a question names: those not set up here, and two that are compared."""

from dataclasses import replace

from tests.test_answers import BEACH, DEMO, asked, cited


def test_a_generator_that_is_not_set_up_here_is_promised_nothing() -> None:
    """Our promise of no training stands for ComfyUI only where the operator runs one."""
    found = asked("does comfyui train on my photos?", video=None, policy=replace(DEMO, routes=("motion",)))
    assert found.abstained


def test_two_generators_that_are_compared_are_both_answered() -> None:
    """The one that made the video comes first; one whose papers don't speak of what was asked is summed up."""
    question = "Would I have been better off with fal than with Kling? It's a client pitch."
    found = asked(question, video=replace(BEACH, generator="kling"))
    assert cited(found)[0].startswith("kling-")
    assert any(one.startswith("fal-") for one in cited(found))
