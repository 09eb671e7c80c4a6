"""How service and worker talk: one message is a small JSON object, with memory passed by descriptor."""

import json
import socket
from collections.abc import Mapping, Sequence

from core.work import Json, Memory

MOST_BYTES = 64 * 1024
MOST_MEMORIES = 16


class Broken(Exception):
    """The other side left, or sent what is no message."""


def pair() -> tuple[socket.socket, socket.socket]:
    """Make two ends that keep messages whole (AF_UNIX, SOCK_SEQPACKET)."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def send(end: socket.socket, message: Mapping[str, Json], memories: Sequence[Memory] = ()) -> None:
    """Send a message. Raises Broken when the other side left, ValueError for a message that is too large."""
    content = json.dumps(message).encode()
    if len(content) > MOST_BYTES or len(memories) > MOST_MEMORIES:
        raise ValueError("message_too_large")
    try:
        socket.send_fds(end, [content], [memory.fd for memory in memories])
    except ConnectionError as error:
        raise Broken("hung up") from error


def receive(end: socket.socket) -> tuple[dict[str, Json], list[Memory]]:
    """Take the next message; its memories are the caller's to close. Raises Broken."""
    try:
        content, fds, flags, _ = socket.recv_fds(end, MOST_BYTES, MOST_MEMORIES, socket.MSG_CMSG_CLOEXEC)
    except ConnectionError as error:
        raise Broken("hung up") from error
    memories = [Memory(fd) for fd in fds]
    try:
        return _message(content, whole=not flags & (socket.MSG_TRUNC | socket.MSG_CTRUNC)), memories
    except Broken:
        close_all(memories)
        raise


def _message(content: bytes, *, whole: bool) -> dict[str, Json]:
    if not content or not whole:
        raise Broken("message is cut" if content else "hung up")
    try:
        message = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Broken("message is no JSON") from error
    if not isinstance(message, dict):
        raise Broken("message is no object")
    return message


def close_all(memories: Sequence[Memory]) -> None:
    """Give memories back."""
    for memory in memories:
        memory.close()
