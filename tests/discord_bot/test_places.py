"""From where somebody speaks on Discord: what they may there, and nothing where we are no member."""

from pathlib import Path
from uuid import uuid4

import discord
import pytest
from simcord.builders import ChannelHandle, RoleHandle, UserHandle

from bots.discord_bot.places import place_of
from bots.discord_bot.readers import Readers
from core.communities import Community, Place
from core.people import CommunityId, Identity, Platform
from tests.discord_said import Said
from tests.discord_town import Town, town_in
from tests.parts import Parts


async def spoken_from(
    town: Town, user: UserHandle, roles: tuple[RoleHandle, ...], channel: ChannelHandle
) -> Place | None:
    """Have a member press a button of ours, and give the place that was told."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Press", custom_id="any"))
    message = await town.client.get_partial_messageable(channel.id).send("a card", view=view)
    await town.guild.add_member(user, roles=roles).click(message, custom_id="any")
    return town.listener.places[-1]


@pytest.mark.parametrize(
    ("permissions", "is_admin"),
    [
        (discord.Permissions(manage_guild=True), True),
        (discord.Permissions(administrator=True), True),
        (discord.Permissions(manage_messages=True, kick_members=True), False),
        (discord.Permissions(), False),
    ],
)
async def test_who_may_manage_the_server_is_its_admin(
    tmp_path: Path,
    permissions: discord.Permissions,
    is_admin: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """A press brings the server, whether Discord lets the person manage it, and their roles there but everyone's."""
    async with town_in(tmp_path) as town:
        role = town.guild.create_role("role", permissions=permissions)
        place = await spoken_from(town, town.env.create_user("member"), (role,), town.showcase)
        assert place == Place(Platform.DISCORD, str(town.guild.id), is_admin, frozenset({str(role.id)}))


async def test_a_right_in_one_channel_makes_no_admin(tmp_path: Path) -> None:
    """Somebody without the right is none, whatever they may do with messages; a message tells the same."""
    async with town_in(tmp_path) as town:
        member = town.guild.add_member(town.env.create_user("member"))
        await member.send(town.showcase, f"<@{town.client.user.id if town.client.user else 0}> hello")
        assert town.listener.places == [Place(Platform.DISCORD, str(town.guild.id))]


async def test_a_private_chat_is_no_place(tmp_path: Path) -> None:
    """Words in a direct message come from nowhere in particular."""
    async with town_in(tmp_path) as town:
        await town.env.create_user("friend").send_dm("is my video private?")
        assert town.listener.places == [None]


def test_a_server_that_we_are_no_member_of_is_no_place() -> None:
    """A person's own install brings commands there, and they are answered as in private."""
    interaction = Said().interaction(2, {"id": "1", "name": "help", "type": 1})
    interaction.guild_id = 4242
    assert place_of(interaction) is None


async def test_whether_somebody_is_a_member_is_asked_of_discord(tmp_path: Path, parts: Parts) -> None:
    """With their roles as they are now; nobody for a stranger, for whoever left, and in a server that isn't ours."""
    async with town_in(tmp_path) as town:
        role, user = town.guild.create_role("role"), town.env.create_user("member")
        member, stranger = town.guild.add_member(user, roles=(role,)), town.env.create_user("stranger")
        here = Community(CommunityId(uuid4()), Platform.DISCORD, str(town.guild.id), 0)
        away = Community(CommunityId(uuid4()), Platform.DISCORD, "4242", 0)
        ask = Readers(parts.store, town.client.get_guild).place_of
        known = Identity(Platform.DISCORD, str(member.id))
        assert await ask(here, known) == Place(Platform.DISCORD, here.external_id, roles=frozenset({str(role.id)}))
        assert await ask(here, Identity(Platform.DISCORD, str(stranger.id))) is None
        assert await ask(away, known) is None
