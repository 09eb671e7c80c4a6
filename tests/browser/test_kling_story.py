"""A video by Kling in a real browser: what happens to it is said, then agreed to, then sent, and told ever after."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.test_story import PHOTO, READY_MS, picture, type_and_send
from tests.fakes.kling_wire.account import ACCESS_KEY, SECRET_KEY
from tests.fakes.kling_wire.passing import kling
from tests.kling_story import AGREE, PAPERS, PROMPT, SEND, check_film, check_five
from tests.service import Service

KEYS = {"KLING_ACCESS_KEY": ACCESS_KEY, "KLING_SECRET_KEY": SECRET_KEY}
PRICES = {"PRICES": "kling std = 0.056 USD a second since 2026-11-01"}
SINGAPORE = ("This leaves the house.", "api-singapore.klingai.com", "Singapore", "30 days", "US$0.28")


async def drafted(page: Page, service: Service) -> None:
    """Give a photo and words, and say that nobody real is in it."""
    await page.goto(service.demo)
    await page.goto(f"{service.base}/demo/owner/")
    await page.locator("#picker").set_input_files(PHOTO)
    await type_and_send(page, f"/create {PROMPT} route: kling")
    await page.get_by_role("button", name="No real person").click()


@pytest.mark.timeout(300)
async def test_what_happens_to_it_is_said_before(browser: Browser, tmp_path: Path) -> None:
    """With nobody asked, the card says where it would go, for how long, what is known of training, and the price."""
    page = await browser.new_page(viewport={"width": 900, "height": 1100})
    with Service(tmp_path / "house", KEYS | PRICES) as service:
        await drafted(page, service)
        card = page.locator(".theirs").last
        await expect(card.get_by_role("button", name=PAPERS)).to_be_visible()
        for said in SINGAPORE:
            await expect(card).to_contain_text(said)
        await card.scroll_into_view_if_needed()
        await picture(page, "label", tmp_path)


@pytest.mark.timeout(300)
async def test_it_is_sent_with_one_press_and_told_ever_after(browser: Browser, tmp_path: Path) -> None:
    """Its papers first, then Send; it plays, says what made it, and the five answers have Kling's part."""
    page = await browser.new_page(viewport={"width": 900, "height": 1100})
    with kling() as wire, Service(tmp_path / "house", KEYS | {"KLING_BASE_URL": wire.base_url}) as service:
        await drafted(page, service)
        await page.get_by_role("button", name=PAPERS).last.click()
        await page.get_by_role("button", name=AGREE).last.click()
        await expect(page.get_by_role("button", name=SEND).last).to_be_visible()
        assert wire.seen == []
        await page.get_by_role("button", name=SEND).last.click()
        player = page.locator("video")
        await expect(player).to_be_visible(timeout=READY_MS)
        await expect(page.get_by_text("Kling made it with AI.").last).to_be_visible()
        (task,) = wire.tasks.known.values()
        film = await page.request.get(f"{service.base}{await player.get_attribute('src')}")
        check_film(await film.body())
        await type_and_send(page, "is my video private?")
        answer = page.locator(".theirs").last
        await expect(answer).to_contain_text(re.compile("Kling received"))
        check_five(await answer.inner_text(), task)
