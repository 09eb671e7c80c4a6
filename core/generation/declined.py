"""Why a generator elsewhere makes no video: codes that it is stored with, told to its owner as `failure-CODE`."""

CONTENT_DECLINED = "content_declined"
"""Its safety check doesn't like words or picture."""

RULES_DECLINED = "rules_declined"
"""Its rules for this account or place forbid it."""

REQUEST_DECLINED = "request_declined"
"""It can't use a value that it was given."""

INPUT_DECLINED = "input_declined"
"""It can't use a picture, sound or video that it was given."""

SOURCE_GONE = "source_gone"
"""It doesn't have the video any more that this one goes on from; nothing was begun."""

MODEL_MISSING = "model_missing"
ACCOUNT_UNPAID = "account_unpaid"
ACCESS_REFUSED = "access_refused"
GENERATOR_FAILED = "generator_failed"
"""It broke, on its own side."""

GENERATOR_UNREADY = "generator_unready"
"""The operator's own generator isn't set up for this: a node or a model is missing, or it would leave the house."""

MACHINE_TOO_SMALL = "machine_too_small"
"""The operator's own machine had too little memory for it."""

GENERATOR_STOPPED = "generator_stopped"
"""Somebody else stopped it there."""

GENERATOR_UNREACHABLE = "generator_unreachable"
"""It could not be reached, or was busy, for as long as a video may take; nothing was begun."""

TOOK_TOO_LONG = "took_too_long"
"""It was begun, and wasn't there when the time that a video may take was over; it may have been charged."""

SUBMIT_LOST = "submit_lost"
"""Nobody knows whether it was begun; it may have been charged."""

RESULT_GONE = "result_gone"
RESULT_NOT_A_VIDEO = "result_not_a_video"
RESULT_TOO_LARGE = "result_too_large"

MENDED_BY_WORDS = frozenset({CONTENT_DECLINED, RULES_DECLINED, REQUEST_DECLINED, INPUT_DECLINED})
"""What another wording, picture, length or shape mends."""

MAY_BE_CHARGED = frozenset({TOOK_TOO_LONG, SUBMIT_LOST, RESULT_GONE, RESULT_NOT_A_VIDEO, RESULT_TOO_LARGE})
"""After these another try may be paid twice: nobody begins it by itself."""

DECLINED = MENDED_BY_WORDS | {
    SOURCE_GONE,
    MODEL_MISSING,
    ACCOUNT_UNPAID,
    ACCESS_REFUSED,
    GENERATOR_FAILED,
    GENERATOR_UNREADY,
    MACHINE_TOO_SMALL,
    GENERATOR_STOPPED,
    GENERATOR_UNREACHABLE,
    TOOK_TOO_LONG,
    SUBMIT_LOST,
    RESULT_GONE,
    RESULT_NOT_A_VIDEO,
    RESULT_TOO_LARGE,
}
"""All of them; each has its sentence in every language."""
