"""Results that come after the 15 minutes in which a private answer can be changed."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bots.chat.command import Asker
from bots.chat.posting.finished import finished
from bots.chat.presses import Presses
from bots.chat.reply import Reply
from bots.discord_bot.messages import Messages
from bots.discord_bot.posted import HERE, Rows
from bots.discord_bot.showing import Showing
from bots.discord_bot.turn import TurnOver
from core.chats import CopyKind, Posted, decision_of
from core.people import PersonId, Platform
from core.ports import Clock, Ids, Store
from core.records import VideoView
from core.videos import Making, PublicationId, VideoId

SPARE_MS = 60_000
"""A result that was there this long before the end of its message's token was seen."""

FRESH_MS = 10 * 60_000
"""How long after its end a result that no message shows is still brought: a crash may have come between."""

DECISION = "decision"
"""The kind of outbox rows that say: somebody else decided about a publication."""

_NAMED = 5
"""The version of ids that are made of a name: decisions that wait to be told have such, and nothing else that waits."""

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
    _taken_back: set[VideoId] = field(default_factory=set)

    async def is_owed(self, video: VideoId, asker: Asker) -> bool:
        """Say whether the asker is to be brought a result: it was asked for here, and no message could show it."""
        async with self.store.read() as reads:
            view = await reads.video(asker.viewer, video, asker.surface)
        is_own = view is not None and view.video.owner == asker.person
        return view is not None and is_own and video not in self._taken_back and await self._is_unseen(view)

    async def bring(self, video: VideoId, reply: Reply, asker: Asker) -> None:
        """Bring a result that no message shows; the video's lock is held. Raises Trouble."""
        row = self._row(video, asker)
        try:
            channel = await self.messages.open_chat(asker.identity.external_id)
            row = await self.rows.keep(replace(row, channel=channel))
            await self.showing.redraw(row, reply, asker)
        except TurnOver:
            log.info("video %s waits for its owner's next word", video)
            self.wait(await self.rows.keep(replace(row, channel="")))

    async def _is_unseen(self, view: VideoView) -> bool:
        video = view.video
        if video.state not in _RESULTS or video.asked_on is not Platform.DISCORD:
            return False
        rows = await self.rows.of(video.id, video.owner)
        finished_at_ms = video.finished_at_ms or 0
        if not rows:
            return self.clock.now_ms() - finished_at_ms < FRESH_MS
        return all(row.channel and row.kind is CopyKind.EPHEMERAL and row.media is None for row in rows) and all(
            row.token_until_ms < finished_at_ms + SPARE_MS for row in rows
        )

    def _row(self, video: VideoId, asker: Asker) -> Posted:
        return Posted(self.ids.new(), HERE, asker.person, video, CopyKind.DIRECT, "", posted_at_ms=self.clock.now_ms())

    def taken_back(self, video: VideoId) -> None:
        """Bring nothing of a video any more whose message somebody deleted."""
        self._taken_back.add(video)

    def wait(self, row: Posted) -> None:
        """Tell of a result at its owner's next word."""
        if row.id not in {one.id for one in self._waiting[row.person]}:
            self._waiting[row.person].append(row)

    def waiting(self, person: PersonId) -> Sequence[Posted]:
        """Give what somebody hasn't been told yet."""
        return tuple(self._waiting.get(person, ()))

    async def keep_decision(self, publication: PublicationId, asker: Asker) -> None:
        """Keep that somebody is to be told of a decision at their next word; nothing where it is gone by now."""
        async with self.store.read() as reads:
            view = await reads.publication(asker.viewer, publication, asker.surface)
        if view is not None:
            row = replace(self._row(view.publication.video, asker), id=decision_of(publication))
            self.wait(await self.rows.keep(row))

    async def told(self, rows: Sequence[Posted], asker: Asker) -> Sequence[Reply]:
        """Give what to tell somebody who speaks again; nothing of videos that are gone."""
        decisions = [row for row in rows if row.id.version == _NAMED]
        decided = [said for row in decisions for said in await self._decisions(row, asker)]
        videos = [row.video for row in rows if row not in decisions]
        results = await finished(videos, asker, store=self.store, presses=self.presses)
        return [*decided, *([results] if results else [])]

    async def _decisions(self, row: Posted, asker: Asker) -> Sequence[Reply]:
        """Give what was decided where a row waits for that, as it is now."""
        async with self.store.read() as reads:
            found = await reads.publications(asker.viewer, row.video)
        named = [one.publication.id for one in found if decision_of(one.publication.id) == row.id]
        told = [await self.showing.placing.chat.notice(DECISION, one, asker) for one in named]
        return [one for one in told if one is not None]

    async def heard(self, rows: Sequence[Posted]) -> None:
        """Tell of these no more."""
        for row in rows:
            self._waiting[row.person].remove(row)
            await self.rows.drop(row)
