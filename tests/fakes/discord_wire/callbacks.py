"""First responses and everything that goes by an interaction's token."""

from collections.abc import Callable

from tests.fakes.discord_wire import limits
from tests.fakes.discord_wire.bodies import Body
from tests.fakes.discord_wire.interactions import (
    AUTOCOMPLETE,
    CHOICES,
    COMMAND,
    COMPONENT,
    DEFER,
    DEFER_UPDATE,
    FIRST_WITHIN_MS,
    FOLLOWUPS_OUTSIDE,
    MODAL,
    SEND,
    SUBMIT,
    TOKEN_LASTS_MS,
    UPDATE,
    Interaction,
)
from tests.fakes.discord_wire.messages import CHAT_INPUT, CONTEXT_MENU, EPHEMERAL, REPLY, Message
from tests.fakes.discord_wire.posting import erase, rewrite, write
from tests.fakes.discord_wire.refusals import (
    ACKNOWLEDGED,
    TOKEN_EXPIRED,
    TOO_MANY_FOLLOWUPS,
    UNKNOWN_INTERACTION,
    UNKNOWN_MESSAGE,
    UNKNOWN_WEBHOOK,
    Json,
    malformed,
)
from tests.fakes.discord_wire.world import World

_MAY = {
    COMMAND: {SEND, DEFER, MODAL},
    COMPONENT: {SEND, DEFER, DEFER_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    SUBMIT: {SEND, DEFER, DEFER_UPDATE, UPDATE},
}


class Callbacks:
    """Answers to interactions, on this world."""

    def __init__(self, world: World) -> None:
        """Write into `world`."""
        self._world = world

    def first(self, identity: int, token: str, body: Body) -> Interaction:
        """Take a first response. Raises Refused."""
        asked = self._world.interactions.get(token)
        if asked is None or asked.id != identity:
            raise UNKNOWN_INTERACTION
        if asked.response is not None:
            raise ACKNOWLEDGED
        if self._world.clock.now_ms - asked.created_ms > FIRST_WITHIN_MS:
            raise UNKNOWN_INTERACTION
        kind, data = body.json["type"], Body(body.json.get("data") or {}, body.files)
        if kind not in _MAY[asked.kind] or (kind in {UPDATE, DEFER_UPDATE} and asked.source is None):
            raise malformed(f"type {kind} doesn't answer an interaction of type {asked.kind}")
        body.check_sizes(asked.upload_bytes)
        take: Callable[[Interaction, Body], None] = {
            SEND: self._send,
            DEFER: self._defer,
            DEFER_UPDATE: lambda *_: None,
            UPDATE: self._update,
            CHOICES: self._choices,
            MODAL: self._modal,
        }[kind]
        take(asked, data)
        asked.response, asked.responded_ms = kind, self._world.clock.now_ms
        self._world.changed()
        return asked

    def _send(self, asked: Interaction, data: Body) -> None:
        asked.original = self._write(asked, data, ephemeral=bool((data.json.get("flags") or 0) & EPHEMERAL))

    def _defer(self, asked: Interaction, data: Body) -> None:
        hidden = bool((data.json.get("flags") or 0) & EPHEMERAL)
        asked.original = self._write(asked, data, ephemeral=hidden, loading=True)
        asked.waiting_first_followup = True

    def _update(self, asked: Interaction, data: Body) -> None:
        assert asked.source is not None
        rewrite(self._world, asked.source, data)
        asked.updates += 1

    def _choices(self, asked: Interaction, data: Body) -> None:
        limits.choices(data.json.get("choices") or [])
        asked.choices = data.json.get("choices") or []

    def _modal(self, asked: Interaction, data: Body) -> None:
        limits.modal(data.json)
        asked.modal = data.json

    def _write(self, asked: Interaction, data: Body, *, ephemeral: bool, loading: bool = False) -> Message:
        slash = asked.kind == COMMAND
        kind = (CHAT_INPUT if asked.data.get("type", 1) == 1 else CONTEXT_MENU) if slash else REPLY
        made = write(
            self._world,
            asked.channel,
            data,
            only_for=asked.user.id if ephemeral or asked.forced_ephemeral else None,
            kind=kind,
            about=asked.metadata(self._world.me),
            loading=loading,
        )
        made.asked_by = asked.user.id
        return made

    def by_token(self, application: int, token: str) -> Interaction:
        """Find the interaction of a token that is still good. Raises Refused."""
        asked = self._world.interactions.get(token)
        if asked is None or application != self._world.me.id or asked.response is None:
            raise UNKNOWN_WEBHOOK
        if self._world.clock.now_ms - asked.created_ms > TOKEN_LASTS_MS:
            raise TOKEN_EXPIRED
        return asked

    def follow(self, asked: Interaction, body: Body) -> Message:
        """Take a follow-up; the first one after a deferral takes the deferral's place. Raises Refused."""
        body.check_sizes(asked.upload_bytes)
        if asked.response in {CHOICES, MODAL}:
            raise UNKNOWN_WEBHOOK
        if asked.waiting_first_followup and asked.original is not None and asked.original.loading:
            limits.message(body.json, len(body.files))
            asked.waiting_first_followup = False
            return rewrite(self._world, asked.original, body)
        outside = asked.guild is not None and not asked.bot_here
        if outside and len(asked.followups) >= FOLLOWUPS_OUTSIDE:
            raise TOO_MANY_FOLLOWUPS
        hidden = bool((body.json.get("flags") or 0) & EPHEMERAL)
        made = self._write(asked, body, ephemeral=hidden)
        asked.followups.append(made)
        self._world.changed()
        return made

    def message(self, asked: Interaction, which: str) -> Message:
        """Find a message of an interaction: "@original", or one by id. Raises Refused."""
        if which == "@original":
            found = asked.source if asked.response in {UPDATE, DEFER_UPDATE} else asked.original
        else:
            known = [asked.original, asked.source, *asked.followups]
            found = next((one for one in known if one is not None and str(one.id) == which), None)
        if found is None or found.deleted_ms is not None:
            raise UNKNOWN_MESSAGE
        return found

    def edit(self, asked: Interaction, message: Message, body: Body) -> Message:
        """Change a message by an interaction's token. Raises Refused."""
        body.check_sizes(asked.upload_bytes)
        if message is asked.original:
            asked.waiting_first_followup = False
        rewrite(self._world, message, body)
        asked.updates += message is asked.source
        self._world.changed()
        return message

    def delete(self, message: Message) -> None:
        """Delete a message by an interaction's token."""
        erase(self._world, message)

    def told(self, asked: Interaction) -> Json:
        """Answer a first response that wants one."""
        assert asked.response is not None
        shown = asked.source if asked.response in {UPDATE, DEFER_UPDATE} else asked.original
        about: Json = {"id": str(asked.id), "type": asked.kind}
        told: Json = {"interaction": about}
        if asked.response in {SEND, DEFER, UPDATE, DEFER_UPDATE}:
            told["resource"] = {"type": asked.response}
        if shown is not None and asked.response != MODAL:
            about |= {
                "response_message_id": str(shown.id),
                "response_message_loading": shown.loading,
                "response_message_ephemeral": shown.ephemeral,
            }
            if asked.response in {SEND, UPDATE, DEFER}:
                told["resource"]["message"] = self._world.told(shown)
        return told
