"""What was finished while its owner couldn't be written to: told at their next word."""

from collections.abc import Sequence

from bots.chat.command import Asker
from bots.chat.presses import Presses
from bots.chat.reply import Button, Buttons, Reply, Style, Text
from bots.texts.say import Say, VideoName
from core.ports import Store
from core.videos import Making, VideoId

BUTTONS_MOST = 5
_RESULTS = frozenset({Making.READY, Making.FAILED})


async def finished(videos: Sequence[VideoId], asker: Asker, *, store: Store, presses: Presses) -> Reply | None:
    """Tell somebody which of these are finished, with a button to each; None where none is, or all are gone."""
    buttons = []
    for video in videos:
        async with store.read() as reads:
            view = await reads.video(asker.viewer, video, asker.surface)
        if view is not None and view.video.state in _RESULTS:
            label = Say("button-show-me", {"video": VideoName(view.video.number, view.title)})
            buttons.append(Button(label, "videos", presses.show("videos", video, asker), Style.MAIN))
    if not buttons:
        return None
    told = Text(Say("chat-late", {"count": len(buttons)}))
    return Reply((told, Buttons(tuple(buttons[:BUTTONS_MOST]))))
