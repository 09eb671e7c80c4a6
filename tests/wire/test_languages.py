"""Which language a browser is answered in."""

import pytest

from tests.service import Service
from tests.wire.visitor import Visitor, visiting

PRIVATE = {
    "en": "A video is private from the moment you ask for it.",
    "es": "Un video es privado desde el momento en que lo pides.",
    "pt": "Um vídeo é privado desde o momento em que você o pede.",
    "zh": "从你要求制作的那一刻起",
    "ru": "Видео приватное с той",  # noqa: RUF001 - a Russian word
}


@pytest.mark.parametrize("language", PRIVATE)
async def test_a_paper_is_read_in_the_language_that_the_browser_accepts(
    service: Service, owner: Visitor, language: str
) -> None:
    """Every word of the page, other people's papers included; without one of ours it is English."""
    page = f"{service.base}/policy/hushreel-privacy"
    answer = await owner.get(page, {"Accept-Language": f"de;q=0.9, {language}-XX;q=0.8"})
    text = answer.body.decode()
    assert f'<html lang="{language}">' in text
    assert PRIVATE[language] in text
    assert answer.headers["Vary"] == "Accept-Language"
    assert '<html lang="en">' in (await owner.get(page, {"Accept-Language": "de"})).body.decode()


@pytest.mark.parametrize("document", ["hushreel-terms", "kling-app-terms"])
async def test_a_reader_may_choose_another_language(service: Service, owner: Visitor, document: str) -> None:
    """?lang= counts more than the browser; each page leads to the same paper in every other language."""
    page = f"{service.base}/policy/{document}"
    text = (await owner.get(f"{page}?lang=pt", {"Accept-Language": "es"})).body.decode()
    assert '<html lang="pt">' in text
    assert "Versão" in text
    assert "Version" not in text
    for language in PRIVATE:
        assert f'href="/policy/{document}?lang={language}"' in text
    asked = await owner.get(f"{service.base}/policy?lang=es")
    assert asked.headers["Location"] == "/policy/hushreel-privacy?lang=es"


async def test_the_demo_speaks_the_browsers_language(service: Service) -> None:
    """Page, commands and answers, until a language is chosen in /settings."""
    spanish = {"Accept-Language": "es-AR,es;q=0.9"}
    async with visiting(service.demo) as visitor:
        page = (await visitor.get("", spanish)).body.decode()
        assert '<html lang="es">' in page
        assert "Mensaje" in page
        catalogue = (await visitor.get("catalogue", spanish)).json()
        assert catalogue["name"] == "Tú"
        reply = (await visitor.send("say", {"text": "¿es privado mi vídeo?"}, headers=spanish)).json()
        assert "ningún otro miembro puede encontrarlo" in reply["parts"][0]["text"]
        chosen = await visitor.send("ask", {"command": "settings", "options": {"language": "pt"}}, headers=spanish)
        assert chosen.json()["parts"][0]["text"].startswith("Salvo.")
        assert (await visitor.get("catalogue", spanish)).json()["name"] == "Você"
