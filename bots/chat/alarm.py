"""What a community's moderators are reminded of: a case that waits. Nothing of the video, and nobody's words."""

from bots.chat.reply import Reply, Text
from bots.chat.services import Services
from bots.texts.say import CommandName, Say, Value, When
from core.cases import ALARMS_AFTER_MS, OPERATOR_AFTER_MS, CaseId, CaseState

_HOUR_MS = 3_600_000


async def alarm(case: CaseId, services: Services) -> Reply | None:
    """Say how long a case has waited, and until when it is to be decided; None for one that doesn't wait any more."""
    filed, now_ms = await services.store.ledger.case_at(case), services.clock.now_ms()
    if filed is None or filed.state is not CaseState.OPEN:
        return None
    passed = [after_ms for after_ms in ALARMS_AFTER_MS if filed.opened_at_ms + after_ms <= now_ms]
    if not passed:
        return None
    values: dict[str, Value | Say] = {
        "hours": passed[-1] // _HOUR_MS,
        "due": When(filed.due_at_ms),
        "command": CommandName("review"),
    }
    told = (Text(Say("case-alarm-operator")),) if passed[-1] >= OPERATOR_AFTER_MS else ()
    return Reply((Text(Say("case-alarm", values)), *told), whisper=False)
