"""Everything that can be asked, in each language, in a real browser: no sentence is missing, English, or cut off.

HUSHREEL_LANGUAGES="en ru" asks in these only.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import Say
from knowledge.languages import LANGUAGES
from tests.browser.reading import Reader
from tests.browser.test_story import PHOTO, READY_MS
from tests.service import Service

pytestmark = pytest.mark.timeout(600)

TEXTS = Texts()
COMMANDS = (
    "/create prompt: a quiet sea at dusk seconds: 1",
    "/create prompt: a quiet sea seconds: 1 more: yes",
    "/videos",
    "/videos #1",
    "/privacy",
    "/privacy #1",
    "/enddate #1",
    "/enddate #1 until: 3d",
    "/settings",
    "/help",
    "/about",
    "/delete #1",
)
MISTAKES = (
    "/nothing",
    "/create",
    "/create prompt: a dancing cat",
    "/create prompt: a sea seconds: 900",
    "/create prompt: a sea shape: round",
    "/videos #999",
    "/ask",
    "/enddate #1 until: whenever",
    "/enddate #1 until: 2020-01-01",
    "/enddate #1 until: 2099-01-01",
    "/settings time_zone: Mars",
)
PRESSES_MOST = 40


def say(language: str, key: str) -> str:
    """Write a sentence without values."""
    return TEXTS.say(language, Say(key), lambda value: shown_as_text(value, "UTC", language))


async def answered(page: Page) -> None:
    """Wait until nothing waits for its answer, and no card still moves."""
    await expect(page.locator(".theirs.waiting")).to_have_count(0, timeout=READY_MS)
    await expect(page.locator(".theirs progress")).to_have_count(0, timeout=READY_MS)


async def give(page: Page, words: str) -> None:
    """Type words, send them, and wait for the answer."""
    field = page.locator("#words")
    await field.fill(words)
    await page.keyboard.press("Escape")
    await field.press("Enter")
    await answered(page)


async def choose_language(page: Page, language: str) -> None:
    """Press the language in the settings; the page writes itself anew."""
    await give(page, "/settings")
    await page.locator(".theirs").last.get_by_role("button", name=say("en", f"language-{language}"), exact=True).click()
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await expect(page.locator(".theirs dd", has_text=say(language, f"language-{language}"))).to_be_visible()


async def press_all(page: Page, reader: Reader, leave: set[str]) -> None:
    """Press each button that appears, once by its words; those that delete, or that begin something, come later."""
    pressed: set[str] = set()
    for _ in range(PRESSES_MOST):
        left = [one for one in await _labels(page) if one not in pressed | leave]
        if not left:
            return
        pressed.add(left[0])
        await _button(page, left[0]).click()
        await answered(page)
        await reader.look(page, left[0])
    raise AssertionError(f"more than {PRESSES_MOST} buttons: {pressed}")


async def _labels(page: Page) -> list[str]:
    buttons = page.locator(".theirs .row button:enabled:not(.danger):not([type=submit]), .theirs summary")
    return [text.strip() for text in await buttons.all_inner_texts()]


def _button(page: Page, label: str) -> Locator:
    named = re.compile(rf"^\s*{re.escape(label)}\s*$")
    return page.locator(".theirs button:enabled, .theirs summary").filter(has_text=named).last


async def open_panels(page: Page, reader: Reader) -> None:
    """Open the options of each command, and the list of commands."""
    await page.locator("#words").fill("/")
    await reader.look(page, "palette")
    names = [text[1:] for text in await page.locator("#palette strong").all_inner_texts()]
    assert len(names) >= 9
    for name in names:
        await page.locator("#words").fill(f"/{name}")
        await page.locator(f"#command-{name}").click()
        await answered(page)
        await reader.look(page, f"options of /{name}")
        await page.keyboard.press("Escape")


async def send_files(page: Page, reader: Reader, folder: Path) -> None:
    """Send a file that is none, and a picture."""
    letter = folder / "letter.jpg"
    letter.write_text("Dear Sir or Madam, this is no picture.")
    for file in (letter, PHOTO):
        await page.locator("#picker").set_input_files(file)
        await reader.look(page, f"chosen {file.name}")
        await give(page, "/create seconds: 1")
        await reader.look(page, f"sent {file.name}")


async def open_once(context: BrowserContext, page: Page, reader: Reader, language: str) -> None:
    """Have videos delivered by link, and open one."""
    await give(page, "/settings delivery: link")
    await give(page, "/videos #1")
    async with context.expect_page() as opening:
        await page.get_by_role("link", name=say(language, "button-open-once")).last.click()
    once = await opening.value
    await reader.look(once, "once")
    await once.get_by_role("button").click()
    await expect(once.locator("video")).to_be_visible()
    await reader.look(once, "opened once")
    await once.close()
    await give(page, "/settings delivery: file")


async def read_papers(context: BrowserContext, page: Page, reader: Reader) -> None:
    """Open the showcase and both papers from /about."""
    await give(page, "/about")
    paths = [await link.get_attribute("href") for link in await page.locator(".theirs").last.get_by_role("link").all()]
    assert len(paths) == 3
    paper = await context.new_page()
    for path in paths:
        await paper.goto(f"{reader.base}{path}")
        await reader.look(paper, f"paper {path}")
    await paper.close()


@pytest.mark.parametrize("language", os.environ.get("HUSHREEL_LANGUAGES", " ".join(LANGUAGES)).split())
async def test_all_that_can_be_asked(service: Service, browser: Browser, language: str, tmp_path: Path) -> None:
    """Commands, buttons, forms, options, papers and errors: whole sentences of this language at both widths."""
    context = await browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    reader = Reader(language, service.base)
    reader.watch(context)
    page = await context.new_page()
    await page.goto(service.demo)
    await page.goto(f"{service.base}/demo/owner/")
    await choose_language(page, language)
    await reader.look(page, "welcome")
    for words in (*COMMANDS, say(language, "hint-private"), say(language, "hint-policy"), *MISTAKES):
        await give(page, words)
        await reader.look(page, words)
    later = {say(language, key) for key in ("button-start", "button-again", "button-abstract", "button-cancel")}
    others = {say(language, f"{key}") for key in ("delivery-link", "delivery-file", "language-automatic")}
    await press_all(page, reader, later | others | {say(language, f"language-{one}") for one in LANGUAGES})
    await open_panels(page, reader)
    await send_files(page, reader, tmp_path)
    await open_once(context, page, reader, language)
    await read_papers(context, page, reader)
    await give(page, "/delete #1")
    await page.locator(".theirs button.danger:enabled").last.click()
    await expect(page.get_by_role("link", name=say(language, "button-receipt")).last).to_be_visible()
    await reader.look(page, "deleted")
    assert reader.wrong == {}
    assert len(reader.read) > 150


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_door_speaks_the_browsers_language(service: Service, browser: Browser, language: str) -> None:
    """Before anybody chose, the page is in the best language that the browser accepts and that we speak."""
    context = await browser.new_context(locale=language, viewport={"width": 1280, "height": 900})
    reader = Reader(language, service.base)
    reader.watch(context)
    page = await context.new_page()
    await page.goto(service.demo)
    await reader.look(page, "door")
    await page.goto(f"{service.base}/demo/member/")
    await answered(page)
    await reader.look(page, "member")
    assert reader.wrong == {}
