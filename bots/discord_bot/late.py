"""Results that come after the 15 minutes in which a private answer can be changed."""

import logging
from collections import defaultdict
from dataclasses import dataclass, field, replace

from bots.chat.command import Asker
from bots.chat.presses import Presses
from bots.chat.reply import Button, Buttons, Reply, Style, Text
from bots.discord_bot.messages import Messages
from bots.discord_bot.posted import HERE, Rows
from bots.discord_bot.showing import Showing
from bots.discord_bot.turn import TurnOver
from bots.texts.say import Say, VideoName
from core.chats import CopyKind, Posted
from core.people import PersonId, Platform
from core.ports import Clock, Ids, Store
from core.records import VideoView
from core.videos import Making, VideoId

NONCE_LONGEST = 25
SPARE_MS = 60_000
"""A result that was there this long before the end of its message's token was seen."""

FRESH_MS = 10 * 60_000
"""How long after its end a result that no message shows is still brought: a crash may have come between."""

_RESULTS = frozenset({Making.READY, Making.FAILED})

log = logging.getLogger("hushreel.discord")


@dataclass
class Late:
    """Brings them to a private chat, or, where that is closed, tells of them at their owner's next word."""

    store: Store
    rows: Rows
    messages: Messages
    showing: Showing
    presses: Presses
    clock: Clock
    ids: Ids
    _waiting: defaultdict[PersonId, list[Posted]] = field(default_factory=lambda: defaultdict(list))

    async def bring(self, video: VideoId, reply: Reply, asker: Asker) -> None:
        """Bring a result that no message shows; the video's lock is held. Raises Trouble."""
        async with self.store.read() as reads:
            view = await reads.video(asker.viewer, video, asker.surface)
        if view is None or not await self._is_owed(view):
            return
        row = self._row(video, asker)
        try:
            channel = await self.messages.open_chat(asker.identity.external_id)
            row = await self.rows.keep(replace(row, channel=channel))
            drawn = self.showing.speaking.draw(reply, asker)
            content = await self.showing.content(drawn, asker)
            message = await self.messages.send(channel, row.id.hex[:NONCE_LONGEST], **content)
        except TurnOver:
            log.info("video %s waits for its owner's next word", video)
            self.wait(await self.rows.keep(replace(row, channel="")))
            return
        row = await self.rows.keep(replace(row, message=message))
        await self.showing.redraw(row, reply, asker)

    async def _is_owed(self, view: VideoView) -> bool:
        """Say whether its owner asked for it here and could not see what became of it."""
        video = view.video
        if video.state not in _RESULTS or video.asked_on is not Platform.DISCORD:
            return False
        rows = await self.rows.about(video.id)
        finished_at_ms = video.finished_at_ms or 0
        if not rows:
            return self.clock.now_ms() - finished_at_ms < FRESH_MS
        return all(row.channel and row.kind is CopyKind.EPHEMERAL and row.media is None for row in rows) and all(
            row.token_until_ms < finished_at_ms + SPARE_MS for row in rows
        )

    def _row(self, video: VideoId, asker: Asker) -> Posted:
        return Posted(self.ids.new(), HERE, asker.person, video, CopyKind.DIRECT, "", posted_at_ms=self.clock.now_ms())

    def wait(self, row: Posted) -> None:
        """Tell of a result at its owner's next word."""
        self._waiting[row.person].append(row)

    async def told(self, asker: Asker) -> Reply | None:
        """Give what to tell somebody who speaks again, once; None for most."""
        if asker.person not in self._waiting:
            return None
        buttons = []
        for row in self._waiting.pop(asker.person):
            async with self.store.read() as reads:
                view = await reads.video(asker.viewer, row.video, asker.surface)
            await self.rows.drop(row)
            if view is not None:
                label = Say("button-show-me", {"video": VideoName(view.video.number, view.title)})
                press = self.presses.show("videos", row.video, asker)
                buttons.append(Button(label, "videos", press, Style.MAIN))
        if not buttons:
            return None
        return Reply((Text(Say("discord-late", {"count": len(buttons)})), Buttons(tuple(buttons[:5]))))
