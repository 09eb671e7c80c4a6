"""Which of Discord's locales reads which of our languages, and one sentence in all of them."""

from collections.abc import Mapping
from types import MappingProxyType

from bots.texts.lookup import Texts
from bots.texts.say import Say
from knowledge.languages import LANGUAGES

LOCALES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "es": ("es-ES", "es-419"),
        "pt": ("pt-BR",),
        "zh": ("zh-CN", "zh-TW"),
        "ru": ("ru",),
    }
)
"""By our language, all but the first: what isn't localised is read in the first (Discord's reference, Locales)."""


def in_first(texts: Texts, key: str) -> str:
    """Give a sentence in the language that everybody reads who has no other."""
    return texts.say(LANGUAGES[0], Say(key), str)


def localised(texts: Texts, key: str) -> dict[str, str]:
    """Give a sentence by Discord's locales, where it differs from the first language's."""
    first = in_first(texts, key)
    said = {language: texts.say(language, Say(key), str) for language in LOCALES}
    return {locale: said[language] for language, here in LOCALES.items() for locale in here if said[language] != first}
