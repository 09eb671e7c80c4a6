"""A video is published in a real browser: asked for and looked over in chat, decided by keyboard, seen, and gone again.

Pictures for the docs go to HUSHREEL_PICTURES if set.
"""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from core.publications import Caption
from tests.browser.test_story import READY_MS, picture, type_and_send
from tests.service import Service
from tests.wire.published import publishing_in

pytestmark = pytest.mark.timeout(300)

TITLE = "A calm sea"
LIVE_MS = 30_000
GOES_OUT_MS = 60_000
LOADED = """video => video.readyState > 1
    || new Promise(done => video.addEventListener("loadeddata", () => done(true), { once: true }))"""
"""Waits for a video's first picture. Polling would need the page's leave to evaluate text, which it doesn't give."""


async def make(owner: Page) -> None:
    """Make a video in the owner's chat."""
    await type_and_send(owner, "/create prompt: a calm sea at sunset seconds: 2")
    await expect(owner.locator(".theirs video")).to_be_visible(timeout=READY_MS)


async def ask_to_publish(owner: Page, tmp_path: Path) -> None:
    """Press Publish below the video, give it a title, say who is in it, read who will see it, and send it."""
    await owner.get_by_role("button", name="Publish", exact=True).click()
    await expect(owner.get_by_text("Before it can be sent, say who is in it.")).to_be_visible()
    await owner.get_by_role("button", name="Change the words").click()
    await owner.get_by_label("Title").fill(TITLE)
    await owner.get_by_label("Title").press("Enter")
    await expect(owner.locator(".theirs").last).to_contain_text(TITLE)
    await owner.get_by_role("button", name="No real person").last.click()
    send = owner.get_by_role("button", name="Send to moderators")
    await expect(send).to_be_visible()
    await expect(owner.locator(".theirs").last).to_contain_text("If approved: everyone in this community")
    await picture(owner, "publish", tmp_path)
    await send.click()
    await expect(owner.locator(".theirs").last).to_contain_text("Nobody else there sees this before they approve it.")


async def take_back(owner: Page) -> None:
    """Take it down by a command and one confirmation."""
    await owner.bring_to_front()
    await type_and_send(owner, "/unpublish #1")
    await owner.get_by_role("button", name="Take it back now").last.click()


async def decide_by_keyboard(moderator: Page, tmp_path: Path) -> None:
    """Choose the item, look at it, approve it, take that back, and approve it again."""
    status = moderator.locator("#status")
    rows = moderator.locator("#rows > li")
    await expect(rows).to_have_count(1, timeout=LIVE_MS)
    await moderator.keyboard.press("j")
    await expect(rows.first).to_be_focused()
    await moderator.keyboard.press("o")
    await expect(rows.first.locator("video")).to_be_visible()
    await rows.first.locator("video").evaluate(LOADED)
    await picture(moderator, "desk", tmp_path)
    await rows.first.focus()
    await moderator.keyboard.press("a")
    await expect(status).to_contain_text("30 seconds")
    await expect(rows).to_have_count(0)
    await moderator.keyboard.press("u")
    await expect(rows).to_have_count(1)
    await expect(status).to_contain_text("waits for a decision again")
    await rows.first.focus()
    await moderator.keyboard.press("a")
    await expect(rows).to_have_count(0)


async def see_it(member: Page, tmp_path: Path) -> str:
    """Wait until it comes by itself, play it by keyboard, and give the address of its bytes."""
    button = member.get_by_role("button", name=f"Play “{TITLE}”")
    await expect(button).to_be_visible(timeout=GOES_OUT_MS)
    assert await member.locator("video").count() == 0
    await button.focus()
    await picture(member, "showcase", tmp_path)
    await member.keyboard.press("Enter")
    player = member.locator("video")
    await expect(player).to_be_focused()
    plays = "async (video) => { video.muted = true; await video.play(); return video.videoWidth; }"
    assert await player.evaluate(plays) > 0
    return str(await player.get_attribute("src"))


async def look_in_chat(moderator: Page, tmp_path: Path) -> None:
    """Ask what waits: a card with a blurred poster; only who presses Look sees the video, which is noted."""
    await moderator.bring_to_front()
    await type_and_send(moderator, "/review")
    card = moderator.locator(".theirs").last
    await expect(card).to_contain_text("waits for a decision")
    await expect(card.locator("img")).to_be_visible()
    assert await moderator.locator("video").count() == 0
    await picture(moderator, "review", tmp_path)
    await moderator.get_by_role("button", name="Look").last.click()
    await expect(moderator.locator(".theirs video")).to_be_visible()
    await expect(moderator.get_by_text(re.compile("That you looked is noted"))).to_be_visible()


async def told_that_it_waits(moderator: Page) -> Page:
    """See the notice come by itself, and follow it to the desk."""
    notice = moderator.get_by_text("1 video waits for a decision.")
    await expect(notice).to_be_visible(timeout=LIVE_MS)
    async with moderator.context.expect_page() as opening:
        await moderator.get_by_role("link", name="Open the desk").click()
    desk = await opening.value
    await expect(desk.get_by_role("heading", name=TITLE)).to_be_visible()
    return desk


async def gone(member: Page, source: str) -> None:
    """See that the open page loses it by itself, and that nothing of it answers."""
    slug = source.rsplit("/", 2)[1]
    await expect(member.locator("#shown > li")).to_have_count(0, timeout=LIVE_MS)
    for path in (source, source.replace("/video", "/poster"), f"/demo/member/c/{slug}"):
        assert await member.evaluate("address => fetch(address).then(answer => answer.status)", path) == 404
    await expect(member.get_by_text("Nothing is shown here at the moment.")).to_be_visible()


async def test_published_decided_seen_and_gone(service: Service, browser: Browser, tmp_path: Path) -> None:
    """The moderator is told live, decides by keyboard; the other member sees it come, plays it, and sees it go."""
    context = await browser.new_context(viewport={"width": 900, "height": 1000})
    owner, member, moderator = [await context.new_page() for _ in range(3)]
    await owner.goto(service.demo)
    await owner.goto(f"{service.base}/demo/owner/")
    await member.goto(f"{service.base}/demo/member/c")
    await expect(member.get_by_text("Nothing is shown here at the moment.")).to_be_visible()
    await moderator.goto(f"{service.base}/demo/moderator/")
    await make(owner)
    await ask_to_publish(owner, tmp_path)
    await look_in_chat(moderator, tmp_path)
    desk = await told_that_it_waits(moderator)
    await decide_by_keyboard(desk, tmp_path)
    source = await see_it(member, tmp_path)
    await take_back(owner)
    await gone(member, source)


async def test_declined_in_chat_with_a_reason(service: Service, browser: Browser, tmp_path: Path) -> None:
    """A moderator declines it in chat by one form: the author reads why, and can appeal; no member ever saw it."""
    context = await browser.new_context(viewport={"width": 900, "height": 1000})
    owner, moderator = [await context.new_page() for _ in range(2)]
    await owner.goto(service.demo)
    await owner.goto(f"{service.base}/demo/owner/")
    await moderator.goto(f"{service.base}/demo/moderator/")
    await make(owner)
    await ask_to_publish(owner, tmp_path)
    await look_in_chat(moderator, tmp_path)
    await moderator.get_by_role("button", name="Decline").last.click()
    await moderator.get_by_label("In your own words").fill("Please say where it is.")
    await moderator.locator(".theirs").last.get_by_role("button", name="Send").click()
    told = owner.locator(".theirs").filter(has_text="did not publish")
    await expect(told.last).to_contain_text("Please say where it is.", timeout=LIVE_MS)
    await expect(told.last.get_by_role("button", name="Appeal")).to_be_visible()
    await owner.bring_to_front()
    await picture(owner, "declined", tmp_path)


async def test_several_at_once(service: Service, browser: Browser, tmp_path: Path) -> None:
    """What is selected is summed up before it happens; then each item is told what came of it by itself."""
    page = await browser.new_page()
    await page.goto(service.demo)
    async with publishing_in(service) as published:
        views = [await published.proposed(await published.ready(), Caption(f"Item {at}")) for at in range(3)]
        await page.goto(f"{service.base}/demo/moderator/desk")
        for _ in views:
            await page.keyboard.press("j")
            await page.keyboard.press("x")
        await expect(page.get_by_text("Selected: 3")).to_be_visible()
        await page.keyboard.press("d")
        await expect(page.locator("#summary li")).to_have_count(3)
        await expect(page.locator("#summary li").first).to_contain_text("To be shown to this community")
        await picture(page, "bulk", tmp_path)
        await published.unpublish(views[1].publication.video)
        await page.get_by_label("Reason, sent to the author").select_option("spam")
        await page.locator("#sure").click()
        lines = page.locator("#outcomes li")
        await expect(lines).to_have_count(3)
        assert ["Declined" in text for text in await lines.all_inner_texts()] == [True, False, True]
        await page.keyboard.press("Escape")
        await expect(page.locator("#rows > li")).to_have_count(0)
        states = [(await published.now(one.publication.id)).revision.why for one in views]
        assert states == ["spam", "owner", "spam"]


async def test_keys_can_be_turned_off(service: Service, browser: Browser) -> None:
    """Single keys are for who wants them: turned off, they do nothing, and the buttons do everything."""
    page = await browser.new_page()
    await page.goto(service.demo)
    async with publishing_in(service) as published:
        await published.proposed(await published.ready(), Caption(TITLE))
        await page.goto(f"{service.base}/demo/moderator/desk")
        await page.get_by_role("button", name="Keys and help").click()
        await page.get_by_label("Use single keys").uncheck()
        await page.keyboard.press("Escape")
        row = page.locator("#rows > li")
        await row.focus()
        for key in "adhsx":
            await page.keyboard.press(key)
        await expect(row).to_have_count(1)
        await row.get_by_role("button", name="Skip").click()
        await expect(page.locator("#status")).to_contain_text("Skipped")
        await row.get_by_role("button", name="Hold").click()
        await expect(row.get_by_role("button", name="End the hold")).to_be_visible()
