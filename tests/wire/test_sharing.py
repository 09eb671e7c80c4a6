"""Sharing in the demo, over the wire: chosen from a list, seen live on the other page, gone again at once."""

import pytest

from tests.service import Service
from tests.wire.visitor import Visitor, buttons, made, parts, said, visiting

pytestmark = pytest.mark.timeout(240)

MARKER = "zyxomma"


def press_of(reply: dict[str, object], label: str) -> str:
    """Give the press of the button that reads like this."""
    (found,) = [one["press"] for one in buttons(reply) if one["label"] == label]
    return str(found)


async def test_another_member_sees_what_is_shared_until_it_is_not(
    service: Service, owner: Visitor, member: Visitor
) -> None:
    """The page of who is chosen shows the video by itself, and loses it by itself; a third page gets nothing."""
    video, media = await made(owner, prompt=f"a calm sea at sunset {MARKER}")
    output = media["video"].rsplit("/", 1)[1]
    assert (await member.get(f"assets/{output}")).status == 404
    card = await owner.ask("videos", video="#1")
    sharing = await owner.press(press_of(card, "Share"))
    (form,) = parts(sharing, "form")
    (field,) = form["fields"]
    assert [label for _, label in field["choices"]] == ["Another member", "A moderator"]
    picked = {"press": form["press"], "form": {field["name"]: "member"}}
    assert "Another member** can see it now" in said((await owner.send("press", picked)).json())
    shown = await member.until(f"video:{video}", lambda one: parts(one, "media"))
    assert MARKER not in str(shown)
    assert "#1" not in said(shown)
    (theirs,) = parts(shown, "media")
    assert (await member.get(f"{member.base}{theirs['video']}")).status == 200
    async with visiting(service.demo, "moderator") as third:
        assert (await third.get(f"assets/{output}")).status == 404
        assert "no video here" in said(await third.ask("videos"))
    assert "Another member" in str(await owner.ask("whosaw", video="#1"))
    assert "Stopped." in said(await owner.ask("unshare", video="#1", person="member"))
    gone = await member.until(f"video:{video}", lambda one: not parts(one, "media"))
    assert "isn't open to you any more" in said(gone)
    assert (await member.get(f"assets/{output}")).status == 404


async def test_only_the_demos_other_people_can_be_chosen(owner: Visitor) -> None:
    """An id that isn't one of theirs shares with nobody, by the form and by the option."""
    await made(owner, prompt="a forest in the rain")
    sharing = await owner.press(press_of(await owner.ask("videos", video="last"), "Share"))
    (form,) = parts(sharing, "form")
    for nobody in ("owner", "stranger", ""):
        answer = (await owner.send("press", {"press": form["press"], "form": {"picked": nobody}})).json()
        assert "Choose at least one person" in said(answer)
        (form,) = parts(answer, "form")
    assert "is shared" not in said(await owner.ask("share", video="last", person="stranger"))
