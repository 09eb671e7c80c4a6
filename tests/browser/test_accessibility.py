"""What axe-core finds on every kind of page, in both colour schemes and at two widths: nothing serious."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from core.publications import Caption
from tests.service import Service
from tests.wire.published import publishing_in

SERIOUS = frozenset({"serious", "critical"})
LOOKS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1280), ("dark", 1280), ("light", 360))

pytestmark = pytest.mark.timeout(300)


@dataclass(frozen=True)
class Checked:
    """Pages as they are looked at, and what was found on them."""

    page: Page
    base: str
    found: dict[str, list[str]]

    async def look(self, name: str) -> None:
        """Have axe look at the page as it is now."""
        response: dict[str, Any] = (await Axe().run(self.page)).response
        wrong = [
            f"{one['id']} ({one['impact']}): {node['html'][:200]}"
            for one in response["violations"]
            if one["impact"] in SERIOUS
            for node in one["nodes"]
        ]
        if wrong:
            self.found[name] = wrong

    async def visit(self, path: str) -> None:
        """Go to a page and look at it."""
        await self.page.goto(f"{self.base}{path}")
        await self.page.wait_for_load_state("networkidle" if "/demo/" not in path else "load")
        await self.look(path)


@asynccontextmanager
async def checking(
    browser: Browser, service: Service, scheme: Literal["light", "dark"], width: int
) -> AsyncIterator[Checked]:
    """Sit down in the demo."""
    context = await browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = await context.new_page()
    await page.goto(service.demo)
    yield Checked(page, service.base, {})
    await context.close()


async def the_chat(checked: Checked) -> None:
    """The door, the three chats, an answer with its sources, and a list of commands."""
    await checked.look("door")
    for who in ("owner", "member", "moderator"):
        await checked.visit(f"/demo/{who}/")
    await checked.visit("/demo/owner/")
    await expect(checked.page.locator(".theirs")).not_to_have_count(0)
    await checked.page.get_by_label("Message").fill("is my video private?")
    await checked.page.get_by_label("Message").press("Enter")
    await expect(checked.page.locator("details.sources").last).to_be_visible()
    await checked.look("answer")
    await checked.page.get_by_label("Message").fill("/")
    await expect(checked.page.locator("#palette")).to_be_visible()
    await checked.look("commands")


async def the_showcase(checked: Checked, slug: str) -> None:
    """The list, a video that plays, a page of its own, and an address at which nothing is shown."""
    await checked.visit("/demo/member/c")
    await checked.page.locator(".play").first.click()
    await expect(checked.page.locator("video").first).to_be_visible()
    await checked.look("playing")
    await checked.visit(f"/demo/member/c/{slug}")
    await checked.visit(f"/demo/member/c/{'a' * 22}")


async def the_desk(checked: Checked) -> None:
    """The list, its dialogs, several at once, and what was decided."""
    await checked.visit("/demo/moderator/desk")
    page = checked.page
    await page.keyboard.press("?")
    await expect(page.locator("#help")).to_be_visible()
    await checked.look("help")
    await page.keyboard.press("Escape")
    await page.keyboard.press("j")
    await checked.look("chosen")
    await page.keyboard.press("x")
    await page.keyboard.press("j")
    await page.keyboard.press("x")
    await page.keyboard.press("d")
    await expect(page.locator("#confirm")).to_be_visible()
    await checked.look("declining")
    await page.keyboard.press("Escape")
    await page.keyboard.press("a")
    await expect(page.locator("#summary li")).to_have_count(2)
    await checked.look("approving")
    await page.keyboard.press("Escape")
    await checked.visit("/demo/moderator/desk/history")


async def a_report(checked: Checked, slug: str) -> None:
    """The form, what it says is missing, the page of a report, and the case at the desk."""
    page = checked.page
    await checked.visit(f"/demo/member/takedown?about=/demo/member/c/{slug}")
    await page.get_by_role("button", name="Send the report").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await checked.look("missing")
    await page.get_by_label("Something else").check()
    await page.get_by_label("What should be known").fill("It is mine.")
    await page.get_by_label("I believe in good faith").check()
    await page.get_by_role("button", name="Send the report").click()
    await expect(page.locator(".state")).to_be_visible()
    await checked.look("report")
    await checked.visit("/demo/moderator/desk")
    await expect(page.locator("[data-case]")).to_have_count(1)


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
async def test_nothing_serious(
    service: Service, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    """Demo, showcase, desk, reports and policy have no finding that axe calls serious or critical."""
    async with publishing_in(service) as published, checking(browser, service, scheme, width) as checked:
        tagged = Caption("A lighthouse", "A tower at noon, and the sea", ("sea", "light"), "Ada")
        slug = (await published.shown(await published.ready(), tagged)).slug
        await published.shown(await published.ready(), Caption())
        for title in ("First", "Second", ""):
            await published.proposed(await published.ready(), Caption(title, "Some words", ("tag",)))
        await the_chat(checked)
        await the_showcase(checked, slug)
        await the_desk(checked)
        await a_report(checked, slug)
        for path in ("/policy/hushreel-privacy", "/policy/history", "/demo/owner/v/token"):
            await checked.visit(path)
        assert not checked.found, "\n".join(f"{name}: {one}" for name, many in checked.found.items() for one in many)
