"""The fake of Discord keeps Discord's rules, and discord.py's own client gets on with it."""

import io
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest
import pytest_asyncio
from discord import app_commands

from tests.fakes.discord_wire.asking import Upload
from tests.fakes.discord_wire.client import connected
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import NotOffered, Person, Server, Town

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Bot(discord.Client):
    """Speaks as tests tell it."""

    def __init__(self) -> None:
        """Have three commands."""
        super().__init__(intents=INTENTS, max_messages=None, chunk_guilds_at_startup=False, guild_ready_timeout=0.1)
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(app_commands.Command(name="say", description="Say it", callback=_say))
        self.tree.add_command(app_commands.Command(name="form", description="Ask", callback=_form))
        self.tree.add_command(app_commands.ContextMenu(name="Read", callback=_read))
        self.read: list[discord.Message] = []
        self.pressed: list[discord.Interaction] = []

    async def setup_hook(self) -> None:
        """Tell Discord the commands."""
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        """Keep what was said."""
        self.read.append(message)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Redraw a message when its button is pressed, and thank for a form."""
        if interaction.type is discord.InteractionType.component:
            await interaction.response.defer()
            await interaction.edit_original_response(content="pressed", view=None)
        elif interaction.type is discord.InteractionType.modal_submit:
            await interaction.response.send_message(str(interaction.data), ephemeral=True)


async def _say(interaction: discord.Interaction, text: str, file: discord.Attachment | None = None) -> None:
    await interaction.response.defer(ephemeral=interaction.guild is not None)
    view = discord.ui.View()
    view.add_item(discord.ui.Button(label="Press", custom_id="press-me"))
    files = [discord.File(io.BytesIO(await file.read()), file.filename, description="alt")] if file else []
    await interaction.followup.send(text, view=view, files=files)


async def _form(interaction: discord.Interaction) -> None:
    modal = discord.ui.Modal(title="A form", custom_id="form-1")
    modal.add_item(discord.ui.Label(text="Name", component=discord.ui.TextInput(custom_id="name")))
    modal.add_item(discord.ui.Label(text="File", component=discord.ui.FileUpload(custom_id="file")))
    await interaction.response.send_modal(modal)


async def _read(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(message.content, ephemeral=True)


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[DiscordWire]:
    """A Discord with nobody in it."""
    async with DiscordWire() as running:
        yield running


@pytest.fixture
def town(fake: DiscordWire) -> Town:
    """People for it."""
    return Town(fake)


@pytest.fixture
def ada(town: Town) -> Person:
    """A person."""
    return town.person("ada")


@pytest.fixture
def bob(town: Town) -> Person:
    """Another."""
    return town.person("bob")


@pytest.fixture
def club(town: Town, ada: Person, bob: Person) -> Server:
    """A server with the bot, owned by neither."""
    return town.guild("club", town.person("owner"), ada, bob)


@pytest_asyncio.fixture
async def bot(fake: DiscordWire, club: Server) -> AsyncIterator[Bot]:
    """A connected discord.py client."""
    assert club.guild.members
    async with connected(Bot(), fake) as client:
        yield client
    assert fake.refusals == []


async def test_an_ephemeral_answer_is_seen_by_its_asker_alone(
    fake: DiscordWire, bot: Bot, club: Server, ada: Person, bob: Person
) -> None:
    """Words and bytes of an ephemeral answer are on one screen, and a public message on all."""
    answer = await ada.command(club, "say", text="my secret", file=Upload("a.bin", b"private bytes"))
    assert answer.message.ephemeral
    assert answer.files[0].description == "alt"
    assert fake.seen.who_saw("my secret") == fake.seen.who_saw(b"private bytes") == {"ada"}
    with pytest.raises(NotOffered):
        await bob.press(answer.message, "Press")
    bob.say(club, "hello all")
    assert fake.seen.who_saw("hello all") == {"ada", "bob", "owner"}
    assert bot.user is not None


async def test_a_press_redraws_the_message(bot: Bot, ada: Person) -> None:
    """A deferred update and an edit of the original change the message that the button stands on."""
    answer = await ada.command(None, "say", text="hi")
    assert not answer.message.ephemeral
    pressed = await ada.press(answer.message, "Press")
    assert pressed.redrawn
    assert pressed.message is answer.message
    assert answer.message.content == "pressed"
    assert answer.message.labels == []
    assert bot.read


async def test_a_form_opens_and_brings_words_and_files(bot: Bot, club: Server, ada: Person) -> None:
    """A modal is the first response, and what is typed and given comes back."""
    form = (await ada.command(club, "form")).modal
    assert form.title == "A form"
    sent = await ada.submit(form, {"Name": "my name", "File": [Upload("p.png", b"png")]})
    assert "my name" in sent.text
    assert "p.png" in sent.text
    assert bot.is_ready()


async def test_a_menu_brings_the_message(bot: Bot, club: Server, ada: Person, bob: Person) -> None:
    """A message's menu brings its words, which a bot without the privileged intent doesn't hear otherwise."""
    said = bob.say(club, "read me")
    answer = await ada.menu("Read", said)
    assert answer.text == "read me"
    assert [one.content for one in bot.read] == [""]


async def test_outside_its_servers_a_bot_gets_five_follow_ups(fake: DiscordWire, bot: Bot, town: Town) -> None:
    """A user install may follow up five times; the sixth is refused."""
    eve = town.person("eve", installed=True)
    den = town.guild("den", eve, bot=False)
    bot.tree.remove_command("say")
    bot.tree.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    bot.tree.add_command(app_commands.Command(name="say", description="Say it", callback=_six))
    await bot.tree.sync()
    answer = await eve.command(den, "say", waits=None)
    await answer.says("40094")
    assert len(answer.asked.followups) == 5
    assert answer.asked.owners == {"1": str(eve.id)}
    assert fake.refused[-1].code == 40094


async def _six(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("first", ephemeral=True)
    for number in range(6):
        try:
            await interaction.followup.send(str(number), ephemeral=True)
        except discord.HTTPException as refused:
            await interaction.edit_original_response(content=str(refused.code))


async def test_a_private_message_is_sent_once_for_a_nonce(fake: DiscordWire, bot: Bot, ada: Person) -> None:
    """The same enforced nonce gives the same message; an edit puts files in and takes them out."""
    user = bot.get_partial_messageable((await bot.create_dm(discord.Object(ada.id))).id)
    first = await user.send("card", nonce="one")
    again = await user.send("card", nonce="one")
    assert first.id == again.id
    assert [one.content for one in ada.inbox()] == ["card"]
    put = await first.edit(attachments=[discord.File(io.BytesIO(b"film"), "film.mp4")])
    assert [one.content for one in ada.inbox()[0].files] == [b"film"]
    kept = await put.edit(content="still", attachments=put.attachments)
    assert len(kept.attachments) == 1
    assert await kept.attachments[0].read() == b"film"
    await kept.edit(attachments=[])
    assert ada.inbox()[0].files == ()
    assert fake.seen.who_saw(b"film") == {"ada"}
    await first.delete()
    assert ada.inbox() == []


async def test_addresses_of_files_end(fake: DiscordWire, bot: Bot, ada: Person) -> None:
    """A file's address works for a day, and not with another signature."""
    answer = await ada.command(None, "say", text="x", file=Upload("a.bin", b"bytes"))
    url = answer.files[0].url(fake.world.base, fake.clock.now_ms)
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as found:
            assert await found.read() == b"bytes"
        async with session.get(url.replace("hm=", "hm=0")) as refused:
            assert refused.status == 404
        fake.clock.advance(25 * 3600)
        async with session.get(url) as ended:
            assert ended.status == 404
    assert bot.is_ready()


async def test_a_dropped_connection_resumes_with_what_was_missed(
    fake: DiscordWire, bot: Bot, ada: Person, club: Server
) -> None:
    """What happened meanwhile comes after the resume, once; replayed events come twice on request."""
    fake.gateway.repeated = 1
    (session,) = fake.gateway.connected
    await fake.gateway.drop()
    answer = await ada.command(club, "say", text="meanwhile", waits=30.0)
    assert "meanwhile" in answer.text
    assert [one["session_id"] for one in fake.gateway.resumed] == [session.id]
    assert bot.is_ready()


async def test_trouble_comes_as_planned(fake: DiscordWire, bot: Bot, ada: Person) -> None:
    """A 429, a 500 and a cut connection are gone over by discord.py, and nothing is sent twice."""
    fake.trouble.plan(429, path="/channels/", method="POST", retry_after_s=0.1)
    fake.trouble.plan(500, path="/channels/", method="POST")
    channel = bot.get_partial_messageable((await bot.create_dm(discord.Object(ada.id))).id)
    await channel.send("once")
    assert [one.content for one in ada.inbox()] == ["once"]
    assert [what for *_, what in fake.trouble.hits] == [500, 429] or [what for *_, what in fake.trouble.hits] == [
        429,
        500,
    ]
    assert fake.refused == []


async def test_a_channel_that_is_hidden_is_seen_by_who_may(fake: DiscordWire, town: Town, club: Server) -> None:
    """Who can see a message follows roles and overwrites."""
    mod, secret = town.person("mod"), club.channel("secret", hidden_from_everyone=True)
    club.join(mod)
    club.set_permissions(secret, club.moderators(mod), allow=1 << 10)
    said = mod.say(secret, "for moderators")
    assert fake.seen.who_saw("for moderators") == {"mod", "owner"}
    assert not fake.world.bot_sees(said.channel)


async def test_shards_get_their_own_servers(fake: DiscordWire, town: Town, ada: Person) -> None:
    """Each event goes to one shard alone."""
    for number in range(4):
        town.guild(f"g{number}", ada)
    fake.routes.shards = fake.gateway.shards_needed = 2
    client = discord.AutoShardedClient(intents=INTENTS, guild_ready_timeout=0.1)
    async with connected(client, fake, shards=2):
        assert len(client.guilds) == 4
        assert {one["shard"][0] for one in fake.gateway.identified} == {0, 1}


@pytest.mark.parametrize(("intents", "token", "code"), [(1 << 15, None, 4014), (0, "wrong", 4004)])
async def test_what_is_not_allowed_is_closed(fake: DiscordWire, intents: int, token: str | None, code: int) -> None:
    """Privileged intents that nobody allowed, and a wrong token, close the gateway."""
    identify = {"op": 2, "d": {"token": token or fake.token, "intents": intents, "properties": {}}}
    async with aiohttp.ClientSession() as session, session.ws_connect(fake.gateway_url) as socket:
        await socket.receive_json()
        await socket.send_json(identify)
        assert (await socket.receive()).data == code
