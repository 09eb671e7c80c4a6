"""What a community's moderators are reminded of: a case that waits. Nothing of the video, and nobody's words."""

from bots.chat.reply import Reply, Text
from bots.chat.services import Services
from bots.texts.say import CommandName, Say, Value, When
from core.cases import ALARMS_AFTER_MS, OPERATOR_AFTER_MS
from core.videos import PublicationId

_HOUR_MS = 3_600_000


async def alarm(publication: PublicationId, services: Services) -> Reply | None:
    """Say how long the case about it has waited, and until when it is to be decided; None where none waits so long."""
    filed = await services.store.ledger.filed_about(publication)
    if filed is None or not filed.rung:
        return None
    after_ms = ALARMS_AFTER_MS[filed.rung - 1]
    values: dict[str, Value | Say] = {
        "hours": after_ms // _HOUR_MS,
        "due": When(filed.due_at_ms),
        "command": CommandName("review"),
    }
    told = (Text(Say("case-alarm-operator")),) if after_ms >= OPERATOR_AFTER_MS else ()
    return Reply((Text(Say("case-alarm", values)), *told), whisper=False)
