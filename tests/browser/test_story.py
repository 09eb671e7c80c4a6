"""The whole story in a real browser, as a newcomer lives it. Pictures for the README go to HUSHREEL_PICTURES if set."""

import os
import re
from pathlib import Path

import pytest
import sklearn.datasets
from playwright.async_api import Browser, Page, expect

from tests.service import Service

PHOTO = Path(sklearn.datasets.__file__).parent / "images" / "china.jpg"
READY_MS = 90_000


async def picture(page: Page, name: str, tmp_path: Path) -> None:
    """Keep a screenshot."""
    folder = Path(os.environ.get("HUSHREEL_PICTURES", tmp_path))
    await page.screenshot(path=folder / f"{name}.png")


async def type_and_send(page: Page, words: str) -> None:
    """Type into the composer and press Enter, as a keyboard user does."""
    await page.get_by_label("Message").fill(words)
    await page.get_by_label("Message").press("Enter")


async def ask_whether_it_is_private(owner: Page, tmp_path: Path) -> None:
    """Ask in plain words, read five answers, and follow a citation to its clause."""
    await type_and_send(owner, "is my video private?")
    answer = owner.locator(".theirs").last
    for number in "12345":
        await expect(answer.locator("p").get_by_text(re.compile(rf"(^|\s){number}\s"))).to_be_visible()
    await answer.get_by_role("button", name="Source 1").first.click()
    await expect(answer.locator("details li").first).to_be_visible()
    link = answer.locator("details a").first
    async with owner.context.expect_page() as opening:
        await link.click()
    clause = await opening.value
    await clause.wait_for_load_state()
    target = clause.locator(f"[id='{clause.url.split('#')[1]}']")
    await expect(target).to_be_visible()
    await owner.bring_to_front()
    await picture(owner, "private", tmp_path)


async def look_as_another_member(member: Page, base: str, paths: list[str], tmp_path: Path) -> None:
    """Search as somebody else, and try the addresses of the owner's bytes from every person's path."""
    await member.goto(f"{base}/demo/member/")
    await type_and_send(member, "/videos #1")
    await expect(member.locator(".theirs").last).not_to_contain_text("…")
    assert await member.locator("video").count() == 0
    for path in paths:
        for person in ("owner", "member", "moderator"):
            moved = path.replace("/demo/owner/", f"/demo/{person}/")
            found = await member.evaluate("address => fetch(address).then(answer => answer.status)", moved)
            assert found == (200 if person == "owner" else 404), moved
    await picture(member, "member", tmp_path)


@pytest.mark.timeout(300)
async def test_the_whole_story(service: Service, browser: Browser, tmp_path: Path) -> None:
    """A photo becomes a video that nobody else finds; its privacy is told in five answers; deleted, it is gone."""
    context = await browser.new_context(viewport={"width": 900, "height": 1100})
    foreign: list[str] = []
    context.on("request", lambda request: foreign.append(request.url) if service.base not in request.url else None)
    door = await context.new_page()
    await door.goto(service.demo)
    await expect(door.get_by_role("link", name=re.compile("Another member"))).to_be_visible()

    owner = await context.new_page()
    await owner.goto(f"{service.base}/demo/owner/")
    await owner.locator("#picker").set_input_files(PHOTO)
    await type_and_send(owner, "slow orbit around the temple")
    player = owner.locator("video")
    await expect(player).to_be_visible(timeout=READY_MS)
    source = await player.get_attribute("src")
    poster = await player.get_attribute("poster")
    assert source
    assert poster
    plays = "video => video.play().then(() => new Promise(done => setTimeout(() => done(video.currentTime), 700)))"
    assert await player.evaluate(plays) > 0
    await expect(owner.get_by_text(re.compile("Erased here"))).to_be_visible()
    await owner.wait_for_timeout(300)
    await picture(owner, "ready", tmp_path)

    await ask_whether_it_is_private(owner, tmp_path)
    await look_as_another_member(await context.new_page(), service.base, [source, poster], tmp_path)

    await owner.bring_to_front()
    await type_and_send(owner, "/delete #1")
    await owner.get_by_role("button", name="Delete for good").click()
    await expect(owner.get_by_role("link", name="Save the receipt").last).to_be_visible(timeout=30_000)
    await picture(owner, "deleted", tmp_path)
    for path in (source, poster):
        assert await owner.evaluate("address => fetch(address).then(answer => answer.status)", path) == 404
    await expect(owner.locator("video")).to_have_count(0)
    assert foreign == []
