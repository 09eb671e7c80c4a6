"""The real service with a public address: no demo, and one-time links for whoever has one."""

from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.service import Service
from tests.wire.test_once import shown
from tests.wire.visitor import made, visiting

pytestmark = pytest.mark.timeout(500)
PUBLIC = {
    "PUBLIC_URL": "https://videos.example.org",
    "OPERATOR_NAME": "Ada Example",
    "OPERATOR_CONTACT": "ada@example.org",
}


async def test_a_link_given_in_a_chat_opens_at_the_public_address(folder: Path) -> None:
    """It is looked at for nothing, opens once for whoever has it, and then opens nothing; there is no demo any more.

    A link outlives a restart; the bytes come whole, by the page's POST alone.
    """
    with Service(folder) as service:
        async with visiting(service.demo) as owner:
            await made(owner, prompt="a calm sea at sunset", seconds=1)
            await owner.ask("settings", delivery="link")
            path = (await shown(owner)).removeprefix("/demo/owner")
    with Service(folder, PUBLIC) as service:
        assert "https://videos.example.org/v/..." in service.printed
        async with ClientSession(service.base) as session:
            for method in ("GET", "HEAD"):
                async with session.request(method, path) as page:
                    assert (page.status, page.headers["Cache-Control"]) == (200, "no-store")
            async with session.post(path) as opened:
                content = await opened.read()
                assert (opened.status, opened.content_type, content[4:8]) == (200, "video/mp4", b"ftyp")
                assert len(content) == opened.content_length
            for again in (path, f"/v/{'a' * 22}"):
                async with session.post(again) as nothing:
                    assert nothing.status == 404
            async with session.get("/demo") as demo:
                assert demo.status == 404
            async with session.get("/policy") as policy:
                assert policy.status == 200
        assert path.rsplit("/", 1)[1] not in service.log
