"""Files on their way, in a real browser: seen, resumed after a broken connection, taken back, gone with the page."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.browser.test_story import PHOTO, READY_MS, type_and_send
from tests.service import Service, eventually

pytestmark = pytest.mark.timeout(180)

PIECES = "**/uploads/*"
SLOW_BYTES_A_SECOND = 500_000
SEEN_MS = 30_000
SOME = re.compile(r"0\.(0[3-9]|[1-9])")


def sealed(service: Service) -> list[Path]:
    """The files of sealed bytes, drafts included."""
    return [path for path in (service.data_dir / "blobs").rglob("*") if path.is_file()]


@pytest.fixture
async def page(service: Service, browser: Browser) -> AsyncIterator[Page]:
    """The owner's page."""
    context = await browser.new_context(permissions=["microphone"])
    opened = await context.new_page()
    await opened.goto(service.demo)
    await opened.goto(f"{service.base}/demo/owner/")
    await expect(opened.locator(".theirs")).to_have_count(1)
    yield opened
    await context.close()


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that takes a while."""
    file = tmp_path / "long.mov"
    file.write_bytes(b"\0\0\0\x14ftypqt  " + bytes(20_000_000))
    return file


async def slow(page: Page) -> None:
    """Let the page send no faster than over a bad mobile connection."""
    session = await page.context.new_cdp_session(page)
    await session.send("Network.enable")
    conditions = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": SLOW_BYTES_A_SECOND}
    await session.send("Network.emulateNetworkConditions", conditions)


async def test_a_broken_connection_is_gone_on_from_by_itself(page: Page) -> None:
    """The first pieces break three times over: the page says so, asks how far it is, and the video is made."""
    methods: list[str] = []

    async def breaking(route: Route) -> None:
        methods.append(route.request.method)
        if methods.count("PATCH") <= 3 and route.request.method == "PATCH":
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await page.route(PIECES, breaking)
    await page.locator("#picker").set_input_files(PHOTO)
    await expect(page.locator("#files").get_by_text("goes on by itself")).to_be_visible()
    await type_and_send(page, "/create seconds: 1")
    await expect(page.locator(".theirs video")).to_be_visible(timeout=READY_MS)
    assert methods[:6] == ["PATCH", "HEAD", "PATCH", "HEAD", "PATCH", "HEAD"]
    await expect(page.locator(".mine li button")).to_be_hidden()


async def test_what_the_server_forgot_is_begun_anew(page: Page) -> None:
    """An upload that is gone over there, as after a restart, is sent from its first byte again."""
    gone: list[str] = []

    async def forgetting(route: Route) -> None:
        if route.request.method == "PATCH" and not gone:
            gone.append(route.request.url)
            await page.evaluate("address => fetch(address, { method: 'DELETE' })", route.request.url)
        await route.continue_()

    await page.route(PIECES, forgetting)
    await page.locator("#picker").set_input_files(PHOTO)
    await expect(page.locator("#files li[data-state=whole]")).to_have_count(1)
    await type_and_send(page, "/create seconds: 1")
    await expect(page.locator(".theirs video")).to_be_visible(timeout=READY_MS)


async def test_a_cross_takes_a_file_back(service: Service, page: Page, large: Path) -> None:
    """While it uploads its bar grows; a press on the cross ends it, and no byte of it stays."""
    await slow(page)
    await page.locator("#picker").set_input_files(large)
    chip = page.locator("#files li")
    await expect(chip.locator("progress")).to_be_visible()
    await expect(page.locator("#files progress")).to_have_attribute("value", SOME, timeout=SEEN_MS)
    eventually(lambda: sealed(service), within_s=60)
    await chip.get_by_role("button", name="Remove long.mov").click()
    await expect(chip).to_have_count(0)
    eventually(lambda: sealed(service) == [], within_s=60)


async def test_a_file_can_be_taken_back_after_it_was_sent(service: Service, page: Page, large: Path) -> None:
    """What waits for its file waits with a cross beside it: pressed, the rest is sent without that file."""
    await slow(page)
    await page.locator("#picker").set_input_files(large)
    await type_and_send(page, "is my video private?")
    await expect(page.locator(".theirs.waiting")).to_have_count(1)
    await page.locator(".mine").get_by_role("button", name="Remove long.mov").click()
    await expect(page.locator(".theirs").last).to_contain_text("Who sees it", timeout=SEEN_MS)
    eventually(lambda: sealed(service) == [], within_s=60)


async def test_closing_the_page_ends_its_uploads(service: Service, page: Page, large: Path) -> None:
    """Somebody closes the tab in mid-upload: nothing of the file is left."""
    await slow(page)
    await page.locator("#picker").set_input_files(large)
    await expect(page.locator("#files progress")).to_have_attribute("value", SOME, timeout=SEEN_MS)
    await page.close()
    eventually(lambda: sealed(service) == [], within_s=60)


async def test_a_refused_file_gives_the_words_back(page: Page, tmp_path: Path) -> None:
    """A file that is too large is refused in a sentence, and what was typed with it stands in the field again."""
    huge = tmp_path / "huge.mov"
    with huge.open("wb") as file:
        file.truncate(500_000_001)
    await page.locator("#picker").set_input_files([PHOTO, huge])
    await expect(page.get_by_text(re.compile("500 MB"))).to_be_visible()
    await expect(page.locator("#files li")).to_have_count(1)


async def test_files_are_dropped_pasted_and_chosen_by_option(page: Page) -> None:
    """A picture that is dropped or pasted is attached; in a command's options each file stands by its option."""
    await page.evaluate("""() => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(10)], "dropped.png", { type: "image/png" }));
      document.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true }));
    }""")
    await expect(page.locator("#files li")).to_have_count(2)
    for _ in range(2):
        await page.locator("#files li button").first.click()
    await expect(page.locator("#files li")).to_have_count(0)
    await page.locator("#words").fill("/create")
    await page.keyboard.press("Enter")
    await page.locator("#panel input[name=end_image]").set_input_files(PHOTO)
    await page.locator("#panel input[name=image]").set_input_files(PHOTO)
    await page.locator("#panel input[name=seconds]").fill("1")
    async with page.expect_request("**/ask") as asking:
        await page.locator("#panel .main").click()
    asked = (await asking.value).post_data_json
    assert asked
    assert {name: len(ids) for name, ids in asked["files"].items()} == {"image": 1, "end_image": 1}
    await expect(page.locator(".mine li img")).to_have_count(2)
