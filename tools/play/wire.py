"""HTTP/1.1 as a phone speaks it, kept so small that six hundred phones leave the processor to the server.

One connection asks, one question after the other; another holds the events open. A connection
that breaks is made anew by the next request.
"""

import asyncio
import gzip
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

PATIENCE = 60.0
LARGEST_LINE = 2**20
# What a connection that broke raises, or one that never answers.
BROKEN = (OSError, EOFError, TimeoutError, asyncio.LimitOverrunError)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status, headers by lower-case name (cookies apart), and the body as it travelled."""

    status: int
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    body: bytes = b""

    @property
    def text(self) -> str:
        """Return the body as text."""
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()


@dataclass
class Wire:
    """One phone's connections to one server."""

    host: str
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def get(self, path: str, accept: str = "text/html") -> Reply:
        """Fetch a page."""
        return await self._ask(self._head("GET", path, accept))

    async def post(self, path: str, body: bytes, kind: str, accept: str = "text/html") -> Reply:
        """Send a body of this content type."""
        about = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        return await self._ask(self._head("POST", path, accept, about) + body)

    async def lines(self, path: str) -> AsyncIterator[str]:
        """Hold an event stream open on a connection of its own, and give its lines as they come."""
        reader, writer = await asyncio.open_connection(self.host, self.port, limit=LARGEST_LINE)
        try:
            writer.write(self._head("GET", path, "text/event-stream"))
            reply = await _reply(reader, with_body=False)
            if reply.status != 200:
                raise ConnectionError(f"the events were refused: {reply.status}")
            while chunk := await _chunk(reader):
                for line in chunk.decode().splitlines():
                    yield line
        finally:
            writer.close()

    async def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()
            with suppress(OSError):
                await self._writer.wait_closed()
        self._reader = self._writer = None

    async def _ask(self, request: bytes) -> Reply:
        """Send a request; once more where the connection had been closed since the last one, as browsers do."""
        was_open = self._writer is not None
        try:
            reply = await self._once(request)
        except BROKEN:
            await self.close()
            if not was_open:
                raise
            reply = await self._once(request)
        self.cookies.update(reply.cookies)
        return reply

    async def _once(self, request: bytes) -> Reply:
        async with asyncio.timeout(PATIENCE):
            if self._reader is None or self._writer is None:
                opened = await asyncio.open_connection(self.host, self.port, limit=LARGEST_LINE)
                self._reader, self._writer = opened
            self._writer.write(request)
            return await _reply(self._reader)

    def _head(self, method: str, path: str, accept: str, more: str = "") -> bytes:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = (
            f"{method} {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nAccept: {accept}\r\n"
            f"Accept-Encoding: gzip\r\nUser-Agent: balsis-bench\r\n{more}"
        )
        cookie_line = f"Cookie: {cookies}\r\n" if cookies else ""
        return f"{lines}{cookie_line}\r\n".encode()


async def _reply(reader: asyncio.StreamReader, *, with_body: bool = True) -> Reply:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers: dict[str, str] = {}
    cookies: dict[str, str] = {}
    for line in head[1:]:
        name, _colon, value = line.partition(":")
        if name.lower() == "set-cookie":
            cookie, _equals, content = value.strip().partition(";")[0].partition("=")
            cookies[cookie] = content
        elif name:
            headers[name.lower()] = value.strip()
    body = await _body(reader, headers) if with_body else b""
    return Reply(int(head[0].split(" ", 2)[1]), headers, cookies, body)


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    if headers.get("transfer-encoding") == "chunked":
        chunks = []
        while chunk := await _chunk(reader):
            chunks.append(chunk)
        return b"".join(chunks)
    return await reader.readexactly(int(headers.get("content-length", 0)))


async def _chunk(reader: asyncio.StreamReader) -> bytes:
    """Return the next chunk; b"" at the end."""
    size = int((await reader.readuntil(b"\r\n")).split(b";")[0], 16)
    return (await reader.readexactly(size + 2))[:size]
