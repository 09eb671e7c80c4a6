"""What is said in a video: written by its owner, approved with the rest, and shown as captions where it is shown."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.post import post_of
from bots.chat.reply import Form
from bots.web.captions import track
from core.errors import BadInput
from core.publications import SAID_LONGEST, Caption
from tests.keeping import ask_file
from tests.parts import HERE, Parts
from tests.publishing import Town, town_in
from tests.publishing_chat import Square, publication_of, square_in
from tests.talk import spoken

SAID = "Look, a quokka!\nWhere?"


@pytest.fixture
async def square(tmp_path: Path) -> AsyncIterator[Square]:
    """A community with its conversation."""
    async with square_in(tmp_path) as square:
        yield square


def test_lines_share_the_length_evenly() -> None:
    """One line stands over the whole length; several follow each other without a gap; no mark of the format is left."""
    assert track("Hello <b>you</b> & me --> now", 5_000) == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:05.000\nHello &lt;b&gt;you&lt;/b&gt; &amp; me --&gt; now\n"
    )
    three = track("one\n\n two \nthree", 3_723_005)
    assert [line for line in three.splitlines() if " --> " in line] == [
        "00:00:00.000 --> 00:20:41.001",
        "00:20:41.001 --> 00:41:22.003",
        "00:41:22.003 --> 01:02:03.005",
    ]
    assert three.count("two\n") == 1


async def test_it_is_sealed_and_belongs_to_its_revision(parts: Parts) -> None:
    """The file holds no word of it; another revision begins with it; a moderator's note leaves it as it was."""
    town: Town = await town_in(parts)
    drafted = await town.draft(await town.ready(), Caption("Quay", said=SAID))
    assert drafted.revision.proposal.caption.said == SAID
    named = drafted.publication.id
    await town.proposing.send(town.owner, named, 1, HERE)
    await town.reviewing.approve(town.moderator, named, 1, HERE)
    async with parts.store.write() as writes:
        await writes.move_publication(named, 1, "post")
        assert await writes.revise(named, 1, actor=await writes.author(named)) == 2
    assert (await town.now(named)).revision.proposal.caption.said == SAID
    assert "quokka!" not in str(ask_file(parts, "SELECT * FROM revisions"))
    with pytest.raises(BadInput, match="said_too_long"):
        await town.draft(await town.ready(), Caption("Quay", said="x" * (SAID_LONGEST + 1)))


async def test_author_moderators_and_readers_get_the_same_words(square: Square) -> None:
    """It is asked for among the words, stands in the preview and on the review's card, and below the post."""
    owner = await square.arrive()
    await square.ready(owner)
    form = await square.press(await square.drafted(owner), "button-words", owner)
    (asked,) = [part for part in form.parts if isinstance(part, Form)]
    assert [one.name for one in asked.fields][-1] == "said"
    draft = await square.chat.press(asked.press, owner, {"title": "Quay", "said": f" {SAID} "})
    assert "What is said: Look, a quokka! Where?" in " ".join(spoken(draft).replace("**", "").split())
    sent = await square.press(draft, "button-to-moderators", owner)
    review = await square.chat.review_card(publication_of(sent), "en")
    assert review is not None
    assert "quokka" in spoken(review)
    await square.approve(sent)
    feed = await square.talk.parts.store.ledger.feed(publication_of(sent))
    assert feed is not None
    assert "quokka" in spoken(post_of(feed))
