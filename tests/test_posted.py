"""Messages of ours in chats: what is kept of them, who may read it, and that their tokens are sealed."""

from dataclasses import replace
from uuid import UUID

from core.chats import CopyKind, Posted
from core.people import Platform, Preferences, Viewer
from core.videos import AssetId
from tests.keeping import kept, owner_of
from tests.parts import Parts

TOKEN = "aW50ZXJhY3Rpb24.of-one-person"


async def test_only_its_owner_reads_where_a_video_was_posted(parts: Parts) -> None:
    """The owner gets the message with its token; another member gets none of it, as for a video that isn't there."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    sent = Posted(parts.ids.new(), Platform.DISCORD, owner, video, CopyKind.EPHEMERAL, "7", token=TOKEN)
    known = replace(sent, message="9", media=AssetId(UUID(int=4)), token_until_ms=900_000)
    async with parts.store.write() as writes:
        await writes.keep_posted(sent)
        await writes.keep_posted(known)
    async with parts.store.read() as reads:
        assert await reads.posted(Viewer(owner), video) == [known]
        assert await reads.posted(await parts.person("another"), video) == []
        assert await reads.posted(Viewer(), video) == []
    assert await parts.store.ledger.posted_about(Platform.DISCORD, video) == [known]
    assert await parts.store.ledger.posted_as(Platform.DISCORD, "7", "9") == known
    assert await parts.store.ledger.posted_as(Platform.DISCORD, "7", "8") is None
    await parts.store.scrub()
    assert not [path for path in parts.folder.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]


async def test_its_owner_learns_that_a_moderator_holds_a_copy_and_not_who(parts: Parts) -> None:
    """What a moderator looks at is told to the owner without person, place or token; to the moderator as it is."""
    owner, moderator = await owner_of(parts), await parts.person("moderator")
    assert moderator.person
    video = await kept(parts, owner)
    look = Posted(parts.ids.new(), Platform.DISCORD, moderator.person, video, CopyKind.REVIEW, "7", "9", token=TOKEN)
    look = replace(look, media=AssetId(UUID(int=4)), token_until_ms=900_000)
    async with parts.store.write() as writes:
        await writes.keep_posted(look)
    async with parts.store.read() as reads:
        assert await reads.posted(Viewer(owner), video) == [
            replace(look, person=owner, channel="", message=None, token="")
        ]
        assert await reads.posted(moderator, video) == [look]
        assert await reads.posted(await parts.person("another"), video) == []


async def test_a_message_outlives_its_video_until_it_is_dropped(parts: Parts) -> None:
    """After the video is forgotten its messages are still known, so that they can be emptied; then they go too."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    sent = Posted(parts.ids.new(), Platform.DISCORD, owner, video, CopyKind.DIRECT, "7", "9")
    async with parts.store.write() as writes:
        await writes.keep_posted(sent)
        await writes.move_video(video, "erase", actor=owner)
        await writes.forget_video(video)
    assert await parts.store.ledger.posted_about(Platform.DISCORD, video) == [sent]
    async with parts.store.write() as writes:
        await writes.drop_posted(sent.id)
    assert await parts.store.ledger.posted_about(Platform.DISCORD, video) == []


async def test_what_is_due_leaves_only_the_chats_of_those_who_want_theirs_tidy(parts: Parts) -> None:
    """Files of ours and theirs that are old enough, unless they left already or can't be reached."""
    owner, other = await owner_of(parts), (await parts.person("another")).person
    assert other
    video, file = await kept(parts, owner), AssetId(UUID(int=4))
    card = Posted(parts.ids.new(), Platform.TELEGRAM, owner, video, CopyKind.DIRECT, "7", "9", file, posted_at_ms=5)
    sent = replace(card, id=parts.ids.new(), kind=CopyKind.UPLOAD, message="8", media=None, posted_at_ms=4)
    others = [
        replace(card, id=parts.ids.new(), posted_at_ms=6),
        replace(card, id=parts.ids.new(), media=None),
        replace(card, id=parts.ids.new(), tidied=True),
        replace(card, id=parts.ids.new(), channel=""),
        replace(card, id=parts.ids.new(), person=other),
        replace(card, id=parts.ids.new(), platform=Platform.DISCORD),
    ]
    async with parts.store.write() as writes:
        for one in (card, sent, *others):
            await writes.keep_posted(one)
        await writes.prefer(Viewer(other), Preferences(tidy=False))
    ledger = parts.store.ledger
    assert await ledger.posted_due(Platform.TELEGRAM, 5, 10) == [sent, card]
    assert await ledger.posted_due(Platform.TELEGRAM, 5, 1) == [sent]
    assert await ledger.posted_named(sent.id) == sent
    assert await ledger.posted_named(parts.ids.new()) is None
    assert await ledger.posted_unsent(Platform.TELEGRAM) == [others[3]]
