"""A question is answered and kept nowhere."""

from pathlib import Path

import pytest

from tests.service import Service
from tests.wire.kept import files_with
from tests.wire.visitor import said, visiting

pytestmark = pytest.mark.timeout(120)

MARKER = "axolotlery"
QUESTIONS = (
    f"is my video private from my {MARKER}?",
    f"can the {MARKER} police get my video?",
    f"{MARKER} {MARKER}",
)


async def test_a_question_is_written_nowhere(folder: Path) -> None:
    """Words of questions, covered or not, by command or in plain words: in no file, on no output, in no answer."""
    with Service(folder) as service:
        async with visiting(service.demo) as owner:
            for question in QUESTIONS:
                for reply in (
                    await owner.ask("ask", question=question),
                    (await owner.send("say", {"text": question})).json(),
                ):
                    assert said(reply)
                    assert MARKER not in str(reply)
        service.stop()
    assert files_with(MARKER.encode(), folder) == []
    assert MARKER not in service.printed + service.log
