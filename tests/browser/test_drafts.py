"""Files for a draft in a real browser: chosen by keyboard or dropped on its form, and sent with it."""

from base64 import b64encode

import pytest
from playwright.async_api import Browser, expect

from tests.browser.test_story import PHOTO, type_and_send
from tests.service import Service
from tests.test_create import png

pytestmark = pytest.mark.timeout(180)

DROPPED = """(form, content) => {
  const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], "dropped.png", { type: "image/png" }));
  for (const kind of ["dragover", "drop"]) {
    form.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}"""


async def test_files_are_added_to_a_draft(service: Service, browser: Browser) -> None:
    """One is chosen, one dropped on the form and not on the next message; the card counts both. An empty form waits."""
    page = await browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    await page.goto(service.demo)
    await page.goto(f"{service.base}/demo/owner/")
    await type_and_send(page, "/create prompt: a calm sea more: yes")
    await page.get_by_role("button", name="Add files").press("Enter")
    form = page.locator("form.inline")
    await expect(form.get_by_role("group", name="What fits: up to 10 pictures, or a clip and a sound")).to_be_visible()
    await form.get_by_role("button", name="Send").click()
    await expect(form.get_by_role("button", name="Choose files")).to_be_focused()
    async with page.expect_file_chooser() as choosing:
        await page.keyboard.press("Enter")
    await (await choosing.value).set_files(PHOTO)
    await form.evaluate(DROPPED, b64encode(png()).decode())
    await expect(form.locator("li")).to_have_count(2)
    await expect(page.locator("#files li")).to_have_count(0)
    await expect(page.locator("#drop")).to_be_hidden()
    await form.get_by_role("button", name="Send").click()
    await expect(page.locator(".theirs").last).to_contain_text("2 pictures", timeout=30_000)
    await expect(page.locator(".mine").last.locator("li img")).to_have_count(2)
    assert refused == []
