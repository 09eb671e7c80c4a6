"""A real Chromium, Debian's, driven by Playwright; and a real service."""

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.service import Service

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

expect.set_options(timeout=30_000)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A service on an empty folder."""
    with Service(tmp_path / "house") as running:
        yield running


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """An empty browser."""
    path = os.environ.get("HUSHREEL_CHROMIUM") or shutil.which("chromium")
    assert path, "Chromium is missing: apt-get install chromium, or set HUSHREEL_CHROMIUM"
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        await started.close()
