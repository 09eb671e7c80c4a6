"""What becomes of servers, chosen places and our messages, in a simulated Discord over real tables."""

from pathlib import Path

import discord
from simcord.backend.models.channel import Overwrite
from simcord.builders import RoleHandle
from simcord.enums import OverwriteType

from core.communities import Choices, Loss, Spot
from core.people import Platform
from tests.discord_town import Town, set_up, town_in


async def test_a_server_that_adds_us_begins_and_nothing_is_said_there(tmp_path: Path) -> None:
    """The community is there as soon as we are; no channel gets a word, and nobody's list of members is kept."""
    async with town_in(tmp_path) as town:
        other = town.env.create_guild("Quiet place")
        channel = other.create_text_channel("general")
        await town.env.settle()
        await town.servers.joined(other.id)
        await town.servers.joined(other.id)
        known = [one.external_id for one in await town.parts.store.ledger.communities(Platform.DISCORD)]
        assert known == [str(town.guild.id), str(other.id)]
        assert town.said(channel) == []


async def test_a_server_that_we_leave_ends_with_all_that_was_chosen(tmp_path: Path) -> None:
    """After we were removed nothing is kept of it; an outage of another one ends nothing."""
    async with town_in(tmp_path) as town:
        town.env.backend.remove_guild(town.guild.id)
        await town.env.settle()
        assert await town.settled(lambda found: found is None) is None
        assert await town.deliver() is not None
        for file in town.parts.folder.rglob("*.db*"):
            assert str(town.showcase.id).encode() not in file.read_bytes()


async def test_an_outage_ends_nothing(tmp_path: Path) -> None:
    """A server that Discord can't reach keeps what was chosen, and its places aren't called lost."""
    async with town_in(tmp_path) as town:
        guild = town.client.get_guild(town.guild.id)
        assert guild is not None
        guild.unavailable = True
        before = await town.community()
        await town.servers.present(frozenset({guild.id}))
        await town.servers.look(guild.id)
        assert await town.community() == before


async def test_a_start_ends_what_was_left_while_we_were_away(tmp_path: Path) -> None:
    """The list of servers is complete when Discord is ready: one that isn't on it is gone."""
    async with town_in(tmp_path) as town:
        await town.servers.present(frozenset({town.guild.id}))
        assert await town.community() is not None
        await town.servers.present(frozenset())
        assert await town.community() is None


async def test_a_deleted_channel_is_told_once_in_the_other_place(tmp_path: Path) -> None:
    """The review place gets one notice that names server and command; what else was chosen stays."""
    async with town_in(tmp_path) as town:
        await town.deliver()
        before = await town.community()
        assert before
        town.env.backend.delete_channel(town.showcase.id)
        await town.env.settle()
        found = await town.settled(lambda found: bool(found and found.lost))
        assert found
        assert found.choices == Choices(None, str(town.review.id), ("5",))
        assert found.lost == ((Spot.SHOWCASE, Loss.DELETED),)
        (row,) = await town.deliver()
        (notice,) = town.said(town.review)
        assert r"Harbour \*club\*" in notice
        assert "deleted (Showcase place)" in notice
        assert "/setup" in notice
        await town.notices.deliver(row)
        await town.servers.look(town.guild.id)
        assert await town.deliver() == []
        assert len(town.said(town.review)) == 1
        after = await town.community()
        assert after
        assert after.lost == ()


async def test_without_another_place_the_admin_is_told_in_private(tmp_path: Path) -> None:
    """When the review place itself is lost, whoever chose last gets the notice as a direct message."""
    async with town_in(tmp_path) as town:
        await town.deliver()
        close(town)
        await town.env.settle()
        await town.settled(lambda found: bool(found and found.lost))
        await town.deliver()
        (notice,) = town.said(town.admin.dm_channel)
        assert "I can't post in a channel" in notice
        assert "(Review place)" in notice
        found = await town.community()
        assert found
        assert (found.choices.review, found.choices.showcase) == (None, str(town.showcase.id))


async def test_a_place_that_is_closed_to_us_when_it_is_chosen_is_told_at_once(tmp_path: Path) -> None:
    """Choosing leaves a row by which the place is looked at: what can't be written in isn't kept as chosen."""
    async with town_in(tmp_path) as town:
        await town.deliver()
        hidden = town.guild.create_text_channel(
            "hidden", overwrites={town.guild.default_role: discord.PermissionOverwrite(view_channel=False)}
        )
        town.review = hidden
        await town.env.settle()
        await set_up(town)
        await town.deliver()
        found = await town.community()
        assert found
        assert found.choices.review is None
        assert len(town.said(town.admin.dm_channel)) == 1


async def test_a_role_that_is_deleted_moderates_no_more(tmp_path: Path) -> None:
    """The person who was chosen beside it stays."""
    async with town_in(tmp_path) as town:
        await town.servers.role_deleted(town.guild.id, 5)
        found = await town.community()
        assert found
        assert found.choices.moderators == ()


async def test_messages_that_somebody_deletes_are_handed_on(tmp_path: Path) -> None:
    """Each by channel and message, whoever wrote it: what is ours is known where it was sent."""
    async with town_in(tmp_path) as town:
        admin = town.guild.add_member(town.env.create_user("moderator"), roles=[powers(town)])
        channel = town.client.get_partial_messageable(town.showcase.id)
        sent = await channel.send("a card")
        await admin.delete(sent)
        assert town.listener.gone == {(town.showcase.id, sent.id)}


def powers(town: Town) -> RoleHandle:
    """A role that may delete others' messages."""
    return town.guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))


def close(town: Town) -> None:
    """Take from everybody the right to write in the review place."""
    denied = discord.Permissions(send_messages=True).value
    overwrite = Overwrite(town.guild.default_role.id, OverwriteType.ROLE, deny=denied)
    town.env.backend.set_overwrite(town.review.id, overwrite)
