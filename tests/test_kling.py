"""What is Kling's own: its tokens, its codes, what its models take, and the pictures for it."""

from base64 import urlsafe_b64decode
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from core.errors import Busy, Declined, LostSubmit, RouteRefused
from core.generation.declined import DECLINED
from core.generators.kling.callbacks import named
from core.generators.kling.errors import DECLINES, WAITS_S, refusal
from core.generators.kling.models import LEGACY, NEWER, check
from core.generators.kling.pictures import LARGEST_BYTES, fit
from core.generators.kling.route import LABEL
from core.generators.kling.tokens import LASTS_S, Tokens, signed
from core.records import Order
from core.videos import Effect, Extras, Media, Shape
from core.work import Memory, Work
from knowledge.clauses import clauses
from tests.fakes.kling_wire.refusals import STATUSES
from tests.fakes.pictures import corners, encoded
from tests.fakes.time import FakeClock
from tests.texts_read import TEXTS, messages

ORDER = Order("a heron lifts off a pond", Shape.TALL, 5, seed=7, route="kling")


def test_a_signature_is_that_of_the_standard() -> None:
    """RFC 7515, appendix A.1: header, payload and key of its example give its token."""
    header = b'{"typ":"JWT",\r\n "alg":"HS256"}'
    payload = b'{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}'
    key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
    token = signed(payload, urlsafe_b64decode(key + "=="), header)
    assert token == (
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
        ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    )


def test_a_token_is_renewed_before_it_ends() -> None:
    """It is the same for 25 minutes, and another one well before Kling would refuse it."""
    clock = FakeClock()
    tokens = Tokens("access", "secret", clock)
    first = tokens.bearer()
    clock.advance((LASTS_S - 301) * 1000)
    assert tokens.bearer() == first
    clock.advance(2_000)
    assert tokens.bearer() != first
    assert "secret" not in repr(tokens)


def test_every_code_of_kling_means_something_here() -> None:
    """Each code of the table, with its own status: declined with a sentence, our turn later, or nobody knows."""
    for code, status in STATUSES.items():
        submitting, asking = (refusal(status, code, submitting=which) for which in (True, False))
        if code >= 5000:
            assert isinstance(submitting, LostSubmit)
            assert isinstance(asking, Busy)
        elif code in WAITS_S:
            assert isinstance(submitting, Busy)
        else:
            assert isinstance(submitting, Declined)
            assert submitting.code == DECLINES[code]
            assert submitting.code in DECLINED
    for status in (200, 302, 408, 502, 520):
        assert isinstance(refusal(status, 0, submitting=True), LostSubmit)
    assert isinstance(refusal(429, 0, submitting=True), Busy)


@pytest.mark.parametrize("language", ["en", "es", "pt", "ru", "zh"])
def test_every_reason_has_its_sentence(language: str) -> None:
    """In every language, and it needs no value."""
    sentences = messages(TEXTS / f"{language}.ftl")
    assert [code for code in sorted(DECLINED) if f"failure-{code}" not in sentences] == []
    assert [code for code in sorted(DECLINED) if sentences[f"failure-{code}"].variables] == []


@pytest.mark.parametrize("size", [(64, 64), (64, 4096), (4096, 64), (300, 751), (1920, 1080), (299, 300)])
def test_pictures_are_within_kling_s_limits(size: tuple[int, int]) -> None:
    """At least 300 px, 1:2.5 to 2.5:1, at most 10 MB; nothing of the picture is cut off."""
    given = encoded(corners(*size), "JPEG")
    made = fit(Work({}, (Memory.of(given),)), lambda _: None).parts["picture"].read()
    width, height = Image.open(BytesIO(made)).size
    assert min(width, height) >= 300
    assert max(width, height) <= 2.5 * min(width, height)
    assert len(made) <= LARGEST_BYTES


@pytest.mark.parametrize(
    "body",
    [
        *(
            b"",
            b"[]",
            b"{}",
            b'{"data": 7}',
            b'{"data": {"task_id": "../x"}}',
            b'{"data": {"task_id": 7}}',
            b"[" * 9000,
        ),
        b'{"data": {"task_id": "a"}}' + b" " * 70_000,
    ],
)
def test_what_is_no_callback_names_nothing(body: bytes) -> None:
    """Whatever anybody posts."""
    assert named(body) is None


CANNOT = [
    (replace(ORDER, seconds=7), (), "route_seconds"),
    (replace(ORDER, prompt="x" * 2501), (), "route_words_too_long"),
    (replace(ORDER, prompt=""), (), "route_words_needed"),
    (ORDER, (Media.CLIP,), "route_inputs_unfit"),
    (ORDER, (Media.PICTURE,) * 3, "route_inputs_unfit"),
    (ORDER, (Media.SOUND,), "route_inputs_unfit"),
    (replace(ORDER, text="words"), (), "route_choice_unfit"),
    (replace(ORDER, effect=Effect.CARTOON), (), "route_choice_unfit"),
    (replace(ORDER, extras=Extras(sound=True)), (), "route_choice_unfit"),
    (replace(ORDER, extras=Extras(camera="zoom:99")), (), "route_choice_unfit"),
    (replace(ORDER, extras=Extras(quality="4k")), (), "route_choice_unfit"),
    (replace(ORDER, extras=Extras(multi_shot=True)), (), "route_choice_unfit"),
]


@pytest.mark.parametrize(("order", "media", "code"), CANNOT)
def test_what_a_model_can_t_is_said_before_anything_is_sent(order: Order, media: tuple[Media, ...], code: str) -> None:
    """And what it can, where that is a choice."""
    with pytest.raises(RouteRefused) as refused:
        check(order, media, LEGACY["kling-v1"])
    assert refused.value.code == code


def test_a_model_that_moves_pictures_asks_for_one() -> None:
    """Words alone are not enough for kling-v2-1."""
    with pytest.raises(RouteRefused, match="route_picture_needed"):
        check(ORDER, (), LEGACY["kling-v2-1"])
    check(replace(ORDER, seconds=15, extras=Extras(multi_shot=True)), (), NEWER["kling-3.0"])


def test_the_label_cites_facts_that_there_are() -> None:
    """Each clause of the label stands in a digest."""
    cited = {one for ids in LABEL.clauses.values() for one in ids.split()}
    assert cited <= set(clauses())
    assert LABEL.leaves_the_house
