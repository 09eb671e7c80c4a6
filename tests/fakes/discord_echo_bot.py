"""A bare discord.py bot with one command, /echo: the yardstick of what the library alone reaches.

Started as `python -m tests.fakes.discord_echo_bot API_BASE GATEWAY TOKEN`; prints "ready" once it answers.
"""

import sys

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route


class Echo(discord.Client):
    """Answers /echo with what was said, seen by the asker alone."""

    def __init__(self) -> None:
        """Ask for servers alone."""
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(app_commands.Command(name="echo", description="Say it again", callback=_echo))

    async def setup_hook(self) -> None:
        """Tell Discord the command."""
        await self.tree.sync()

    async def on_ready(self) -> None:
        """Say that it answers now."""
        sys.stdout.write("ready\n")
        sys.stdout.flush()


async def _echo(interaction: discord.Interaction, text: str) -> None:
    await interaction.response.send_message(text, ephemeral=True)


def main() -> None:
    """Run until ended."""
    api_base, gateway, token = sys.argv[1:]
    Route.BASE = api_base
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    Echo().run(token, log_handler=None)


if __name__ == "__main__":
    main()
