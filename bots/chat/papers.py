"""Where papers can be read whole, in the asker's language."""

from bots.chat.command import Asker
from knowledge.languages import spoken


def path_of(document: str, asker: Asker, section: str = "") -> str:
    """Give the address of a paper, or of one clause of it."""
    return f"/policy/{document}?lang={spoken(asker.language)}{f'#{section}' if section else ''}"
