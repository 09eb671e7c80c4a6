"""Reporting without an account in a real browser that runs no script, and deciding the case by keyboard."""

import pytest
from playwright.async_api import Browser, expect

from core.publications import Caption
from core.videos import Showing
from tests.service import Service
from tests.wire.published import publishing_in

pytestmark = pytest.mark.timeout(300)


async def test_a_report_is_sent_without_a_script_and_decided_by_keyboard(service: Service, browser: Browser) -> None:
    """From the showcase to a form that says what is missing, to a page of its own; the desk has it first.

    The moderator looks, takes it down with a reason, and takes that back, without a mouse; the page tells each.
    """
    async with publishing_in(service) as published:
        view = await published.shown(await published.ready(), Caption("Two faces"))
        plain = await browser.new_context(java_script_enabled=False)
        page = await plain.new_page()
        await page.goto(service.demo)
        await page.goto(f"{service.base}/demo/member/c/{view.slug}")
        await page.get_by_role("link", name="Report Two faces").click()
        await expect(page.get_by_label("The address of the video's page")).to_have_value(f"/demo/member/c/{view.slug}")
        await page.get_by_role("button", name="Send the report").click()
        await expect(page.get_by_role("alert")).to_contain_text("Choose what is wrong.")
        await page.get_by_label("Somebody's work or rights").check()
        await page.get_by_label("What should be known about it?").fill("It is my film.")
        await page.get_by_label("I believe in good faith").check()
        await page.get_by_role("button", name="Send the report").click()
        await expect(page.locator(".state")).to_contain_text("It isn't decided yet")

        scripted = await browser.new_context()
        desk = await scripted.new_page()
        await desk.goto(service.demo)
        await desk.goto(f"{service.base}/demo/moderator/desk")
        await expect(desk.locator("#cases-count")).to_have_text("1 case is open. It comes first.")
        await desk.keyboard.press("j")
        await expect(desk.locator("#rows > li:focus h2")).to_have_text("Two faces")
        await expect(desk.locator("#rows > li:focus")).to_contain_text("It is my film.")
        await desk.keyboard.press("o")
        await expect(desk.locator("#rows video")).to_be_visible()
        await desk.keyboard.press("d")
        await expect(desk.locator("#confirm-title")).to_have_text("Take it down")
        await desk.locator("#confirm select").select_option("consent")
        await desk.locator("#sure").press("Enter")
        await expect(desk.locator("#status")).to_contain_text("Taken down.")
        assert (await published.now(view.publication.id)).publication.state is Showing.REMOVED
        await page.reload()
        await expect(page.locator(".state")).to_contain_text("it was taken down")
        await desk.keyboard.press("u")
        await expect(desk.locator("#rows > li")).to_have_count(1)
        await desk.keyboard.press("j")
        await desk.keyboard.press("a")
        await expect(desk.locator("#status")).to_contain_text("Left as it is")
        assert (await published.now(view.publication.id)).publication.state is Showing.SHOWN
        await page.reload()
        await expect(page.locator(".state")).to_contain_text("found no reason to take it down")
        await plain.close()
        await scripted.close()
