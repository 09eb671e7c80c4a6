"""The other methods of the Bot API that a bot like ours uses."""

import json
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.fakes.telegram_wire import limits
from tests.fakes.telegram_wire.bodies import Body
from tests.fakes.telegram_wire.entities import width
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.places import LEFT, PRIVATE, Member
from tests.fakes.telegram_wire.refusals import Json, Refused, bad
from tests.fakes.telegram_wire.sending import KINDS, Sending
from tests.fakes.telegram_wire.updates import Updates
from tests.fakes.telegram_wire.world import World

Answer = Json | list[Json] | bool
Handler = Callable[[Body], Awaitable[Answer]]
_ACTIONS = frozenset({"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"}) | {
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
_PROFILE = {"setMyName": ("name", 64), "setMyDescription": ("description", 512)} | {
    "setMyShortDescription": ("short_description", 120)
}


class Methods:
    """Knows each method by its name. `local_folder`: where a self-hosted server keeps its files."""

    def __init__(self, world: World, updates: Updates, local_folder: Path | None) -> None:
        """Answer from this world."""
        self._world = world
        self._updates = updates
        self._local_folder = local_folder
        sending = Sending(world, local_server=local_folder is not None)
        self.by_name: dict[str, Handler] = {
            "getMe": self._get_me,
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._webhook_info,
            "sendMessage": sending.send_message,
            **{name: partial(sending.send_media, kind) for name, kind in KINDS.items()},
            "sendChatAction": self._action,
            "editMessageText": sending.edit_text,
            "editMessageCaption": sending.edit_caption,
            "editMessageMedia": sending.edit_media,
            "editMessageReplyMarkup": sending.edit_markup,
            "deleteMessage": self._delete,
            "deleteMessages": self._delete_several,
            "answerCallbackQuery": self._answer_query,
            "getFile": self._get_file,
            "setMyCommands": self._set_commands,
            "getMyCommands": self._get_commands,
            "deleteMyCommands": self._delete_commands,
            **{name: partial(self._set_profile, name) for name in _PROFILE},
            "setChatMenuButton": self._menu_button,
            "getChat": self._get_chat,
            "getChatMember": self._member,
            "getChatAdministrators": self._administrators,
            "getChatMemberCount": self._member_count,
            "leaveChat": self._leave,
        }

    async def answer(self, method: str, body: Body, spec_says: str | None) -> Answer:
        """Answer a request, where the specification doesn't object. Raises Refused."""
        if spec_says is not None:
            raise bad(f"the specification says: {spec_says}")
        handler = self.by_name.get(method)
        if handler is None:
            raise Refused(404, "Not Found")
        return await handler(body)

    async def _get_me(self, _: Body) -> Json:
        me = self._world.me.payload
        return (
            me
            | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
            | {
                "can_connect_to_business": False,
                "has_main_web_app": False,
            }
        )

    async def _get_updates(self, body: Body) -> list[Json]:
        given = body.given
        self._allow(given)
        return await self._updates.poll(given.get("offset", 0), given.get("limit", 100), given.get("timeout", 0))

    def _allow(self, given: dict[str, Any]) -> None:
        if "allowed_updates" in given:
            self._updates.allowed = frozenset(given["allowed_updates"]) or None

    async def _set_webhook(self, body: Body) -> bool:
        self._allow(body.given)
        self._updates.set_webhook(body.given)
        self._world.changed()
        return True

    async def _delete_webhook(self, body: Body) -> bool:
        self._updates.set_webhook({"url": "", "drop_pending_updates": body.given.get("drop_pending_updates")})
        return True

    async def _webhook_info(self, _: Body) -> Json:
        hook = self._updates.webhook
        told: Json = {"url": hook.url if hook else "", "has_custom_certificate": False}
        told |= {"pending_update_count": len(self._updates.pending)}
        return told | ({"last_error_message": self._updates.last_error} if self._updates.last_error else {})

    async def _action(self, body: Body) -> bool:
        chat = self._world.chat(body.given.get("chat_id"))
        self._world.check_writable(chat, body.given.get("message_thread_id"))
        if body.given.get("action") not in _ACTIONS:
            raise bad("wrong parameter action in request")
        self._world.actions.append((chat.id, body.given["action"]))
        return True

    async def _delete(self, body: Body) -> bool:
        chat = self._world.chat(body.given.get("chat_id"))
        self._world.check_reachable(chat)
        found = self._world.messages.get((chat.id, int(body.given.get("message_id") or 0)))
        if found is None or found.deleted_ms is not None:
            raise bad("message to delete not found")
        self._check_deletable(found)
        found.deleted_ms = self._world.clock.now_ms
        self._world.changed()
        return True

    async def _delete_several(self, body: Body) -> bool:
        chat = self._world.chat(body.given.get("chat_id"))
        self._world.check_reachable(chat)
        found = [self._world.messages.get((chat.id, one)) for one in body.given.get("message_ids") or []]
        there = [one for one in found if one is not None and one.deleted_ms is None]
        for one in there:
            self._check_deletable(one)
        for one in there:
            one.deleted_ms = self._world.clock.now_ms
        self._world.changed()
        return True

    def _check_deletable(self, message: Message) -> None:
        rights = message.chat.standing(self._world.me).rights
        mine = message.author is self._world.me or message.chat.kind == PRIVATE
        if not mine and "can_delete_messages" not in rights:
            raise bad("message can't be deleted")
        if self._world.clock.now_ms - message.versions[0].at_ms >= limits.DELETABLE_MS:
            raise bad("message can't be deleted for everyone")

    async def _answer_query(self, body: Body) -> bool:
        query = self._world.queries.get(str(body.given.get("callback_query_id")))
        now_ms = self._world.clock.now_ms
        if query is None or query.too_old(now_ms):
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if width(str(body.given.get("text") or "")) > limits.TOAST:
            raise bad("MESSAGE_TOO_LONG")
        query.answered_ms = now_ms
        query.toast, query.alert = str(body.given.get("text") or ""), bool(body.given.get("show_alert"))
        query.url = body.given.get("url")
        self._world.changed()
        return True

    async def _get_file(self, body: Body) -> Json:
        kept = self._world.files.get(str(body.given.get("file_id")))
        if kept is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if self._local_folder is None and len(kept.content) > limits.DOWN_BYTES:
            raise bad("file is too big")
        path = self._world.path_of(kept)
        if self._local_folder is not None:
            there = self._local_folder / path
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(kept.content)
            path = str(there)
        return kept.payload | {"file_path": path}

    @staticmethod
    def _menu(body: Body) -> tuple[str, str]:
        scope = body.given.get("scope") or {"type": "default"}
        return json.dumps(scope, sort_keys=True), str(body.given.get("language_code") or "")

    async def _set_commands(self, body: Body) -> bool:
        limits.commands(body.given.get("commands") or [])
        self._world.menus[self._menu(body)] = list(body.given["commands"])
        self._world.changed()
        return True

    async def _get_commands(self, body: Body) -> list[Json]:
        return self._world.menus.get(self._menu(body), [])

    async def _delete_commands(self, body: Body) -> bool:
        self._world.menus.pop(self._menu(body), None)
        return True

    async def _set_profile(self, method: str, body: Body) -> bool:
        field, most = _PROFILE[method]
        said = str(body.given.get(field) or "")
        if width(said) > most:
            raise bad(f"{field} is too long")
        self._world.profile[field, str(body.given.get("language_code") or "")] = said
        return True

    async def _menu_button(self, _: Body) -> bool:
        return True

    async def _get_chat(self, body: Body) -> Json:
        chat = self._world.chat(body.given.get("chat_id"))
        if chat.user is None:
            self._world.check_reachable(chat)
        gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
        told: Json = {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(gifts, False),
        }
        if chat.user is None:
            told["permissions"] = {"can_send_messages": not chat.muted}
        return chat.payload | told

    async def _member(self, body: Body) -> Json:
        chat = self._world.chat(body.given.get("chat_id"))
        self._world.check_reachable(chat)
        user = self._world.users.get(int(body.given.get("user_id") or 0))
        if user is None:
            raise bad("PARTICIPANT_ID_INVALID")
        if chat.kind == "channel" and not chat.administers(self._world.me):
            raise bad("member list is inaccessible")
        return chat.standing(user).payload

    async def _administrators(self, body: Body) -> list[Json]:
        chat = self._world.chat(body.given.get("chat_id"))
        if chat.kind == PRIVATE:
            raise bad("there are no administrators in the private chat")
        self._world.check_reachable(chat)
        members = [one for one in chat.members.values() if chat.administers(one.user)]
        return [one.payload for one in members if not one.user.bot or one.user is self._world.me]

    async def _member_count(self, body: Body) -> Any:
        chat = self._world.chat(body.given.get("chat_id"))
        self._world.check_reachable(chat)
        return len(chat.viewers) + 1

    async def _leave(self, body: Body) -> bool:
        chat = self._world.chat(body.given.get("chat_id"))
        self._world.check_reachable(chat)
        chat.members[self._world.me.id] = Member(self._world.me, LEFT)
        return True
