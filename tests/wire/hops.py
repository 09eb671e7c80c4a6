"""What stands between a browser and us, for real: a tunnel that copies bytes, and a proxy that touches headers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

Touch = Callable[[bytes], bytes]
"""Changes the head of a request, up to and with its empty line."""


def unchanged(head: bytes) -> bytes:
    """Pass a head on as it came, Host included."""
    return head


def forwarding(port: int, header: str) -> Touch:
    """Set our own Host, as a reverse proxy does, and add one header that says for whom."""

    def touch(head: bytes) -> bytes:
        lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"host:")]
        return b"\r\n".join([lines[0], f"Host: 127.0.0.1:{port}".encode(), header.encode(), *lines[1:]])

    return touch


@asynccontextmanager
async def hop(to_port: int, touch: Touch, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[int]:
    """Listen on `host` and pass each connection on to 127.0.0.1:`to_port`; gives the port it listens on."""

    async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while chunk := await reader.read(65_536):
                writer.write(chunk)
                await writer.drain()
        finally:
            writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            writer.close()
            return
        there, back = await asyncio.open_connection("127.0.0.1", to_port)
        back.write(touch(head))
        await asyncio.gather(copy(reader, back), copy(there, writer), return_exceptions=True)

    server = await asyncio.start_server(serve, host, port)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
