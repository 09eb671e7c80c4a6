"""A clip, a voice and several pictures, given in a real browser as people give them."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.test_story import READY_MS
from tests.faults.handed import clip, photo, tune
from tests.service import Service
from tests.wire.visitor import File

pytestmark = pytest.mark.timeout(300)

GIVEN: dict[str, tuple[list[File], str, str]] = {
    "a clip, slowed down": ([clip()], "slow motion", "your own clip"),
    "a voice": ([tune()], "", "moves with your sound"),
    "three pictures and a tune": ([photo(1), photo(2), photo(3), tune()], "", "from one of your pictures to the next"),
}


async def sent(page: Page, files: list[File], words: str, folder: Path) -> None:
    """Choose files, type words, and send both."""
    for name, content in files:
        (folder / name).write_bytes(content)
    await page.set_input_files("#picker", [folder / name for name, _ in files])
    await page.fill("#words", words)
    await page.locator("#composer [type=submit]").click()


@pytest.mark.parametrize("what", GIVEN)
async def test_what_is_given_becomes_a_video(service: Service, browser: Browser, tmp_path: Path, what: str) -> None:
    """It plays, its card says truly what it was made of, and that nothing left the machine."""
    files, words, made_of = GIVEN[what]
    page = await browser.new_page()
    await page.goto(service.demo)
    await page.goto(f"{service.base}/demo/owner/")
    await sent(page, files, words, tmp_path)
    video = page.locator(".theirs video")
    await expect(video).to_be_visible(timeout=READY_MS)
    assert await video.evaluate("async (one) => { one.muted = true; await one.play(); return one.videoWidth; }") > 0
    card = page.locator(".theirs").last
    await expect(card).to_contain_text(made_of)
    await expect(card).to_contain_text("Nothing was sent to a generator.")
