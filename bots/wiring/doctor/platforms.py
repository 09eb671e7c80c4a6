"""Whether what is set for Discord and Telegram can be right, as far as it can be seen without asking them."""

import re
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator

from bots.wiring.doctor.finding import Finding, fine, problem
from bots.wiring.doctor.patient import Patient

_TOKEN = re.compile(r"([A-Za-z0-9_-]{22,32})\.[A-Za-z0-9_-]{4,10}\.[A-Za-z0-9_-]{25,80}")
"""The bot's id in base64, a time, a signature."""

_TELEGRAM_TOKEN = re.compile(r"\d{6,16}:[A-Za-z0-9_-]{30,64}")
"""The bot's number, and a secret."""


def discord(patient: Patient) -> Iterator[Finding]:
    """The token has a token's form, and the policy that Discord wants linked has an address."""
    settings = patient.settings
    if settings.discord_token is None:
        yield fine("discord_off")
        return
    if not _is_token(settings.discord_token.get_secret_value()):
        yield problem("discord_token_strange")
    elif settings.public_url is None:
        yield fine("discord_paper_elsewhere")
    else:
        yield fine("discord_good", url=settings.public_url)


def _is_token(token: str) -> bool:
    found = _TOKEN.fullmatch(token)
    if found is None:
        return False
    try:
        return urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4)).isdigit()
    except NotBase64:
        return False


def telegram(patient: Patient) -> Iterator[Finding]:
    """The token has a token's form, and updates posted to us find a way in."""
    settings = patient.settings
    if settings.telegram_token is None:
        yield fine("telegram_off")
        return
    if not _TELEGRAM_TOKEN.fullmatch(settings.telegram_token.get_secret_value()):
        yield problem("telegram_token_strange")
    elif settings.telegram_webhook_url is not None:
        host, port = settings.listen
        yield fine("telegram_hook_elsewhere", url=settings.telegram_webhook_url, address=f"{host}:{port}")
    else:
        yield fine("telegram_good")
