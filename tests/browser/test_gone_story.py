"""Leaving, in a real browser: the archive of one's own data, a receipt that its secret opens, and being forgotten."""

import asyncio
import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.test_story import READY_MS, picture, type_and_send
from tests.service import Service

PROMPT = "a calm sea at sunset"


async def press(page: Page, name: str) -> None:
    """Press the newest button of a name."""
    await page.get_by_role("button", name=name).last.click()


async def archive_of(owner: Page, tmp_path: Path) -> None:
    """Ask for the archive, save it, and read its page without any connection."""
    await type_and_send(owner, "/mydata")
    await press(owner, "Make the archive")
    link = owner.get_by_role("link", name="Get the archive").last
    async with owner.expect_download() as saving:
        await link.click()
    saved = await (await saving.value).path()
    with zipfile.ZipFile(io.BytesIO(saved.read_bytes())) as archive:
        archive.extractall(tmp_path / "archive")
    page = await owner.context.new_page()
    await page.goto((tmp_path / "archive" / "index.html").as_uri())
    await expect(page.locator("body")).to_contain_text(PROMPT)
    await picture(page, "archive", tmp_path)
    await page.close()


async def forget(owner: Page, tmp_path: Path) -> None:
    """Ask to be forgotten: another word than the one asked for changes nothing."""
    await type_and_send(owner, "/forgetme")
    await press(owner, "Erase everything")
    field = owner.locator(".theirs").last.get_by_label("Type FORGET")
    await field.fill("yes")
    await field.press("Enter")
    await expect(owner.locator(".theirs").last).to_contain_text("nothing was erased")
    await press(owner, "Erase everything")
    await field.fill("forget")
    await field.press("Enter")
    await expect(owner.locator(".theirs").last).to_contain_text("I don't know you any more")
    await expect(owner.get_by_role("link", name="Receipt's page").last).to_be_in_viewport(ratio=1)
    await picture(owner, "forgotten", tmp_path)


async def closed_receipt(link: str, page: Page) -> None:
    """Open a receipt's page by its link, which shows the receipt by itself, until it is closed."""
    async with asyncio.timeout(60):
        while True:
            await page.goto("about:blank")
            await page.goto(link)
            await expect(page.get_by_role("button", name="Save the receipt")).to_be_visible()
            if "is closed" in await page.locator(".state").inner_text():
                return


@pytest.mark.timeout(300)
async def test_a_person_leaves(service: Service, browser: Browser, tmp_path: Path) -> None:
    """First the archive, then a deletion whose receipt anybody with the secret reads, then nobody is they any more."""
    context = await browser.new_context(viewport={"width": 900, "height": 1100}, accept_downloads=True)
    owner = await context.new_page()
    await owner.goto(service.demo)
    await owner.goto(f"{service.base}/demo/owner/")
    await type_and_send(owner, f"/create {PROMPT}")
    await expect(owner.locator("video")).to_be_visible(timeout=READY_MS)
    await archive_of(owner, tmp_path)
    await type_and_send(owner, "/delete #1")
    await press(owner, "Delete for good")
    link = owner.get_by_role("link", name="Receipt's page").last
    await expect(link).to_be_visible()
    address = f"{service.base}{await link.get_attribute('href')}"
    page = await context.new_page()
    await closed_receipt(address, page)
    await picture(page, "receipt", tmp_path)
    await forget(owner, tmp_path)
    shown = await owner.locator(".theirs").last.inner_text()
    (secret,) = re.findall(r"secret: (\S{22})", shown)
    forgotten = await owner.get_by_role("link", name="Receipt's page").last.get_attribute("href")
    assert str(forgotten).endswith(secret)
    for one in (address, f"{service.base}{forgotten}"):
        await closed_receipt(one, page)
    await type_and_send(owner, "/videos")
    await expect(owner.locator(".theirs").last).to_contain_text("no video here")
