"""Bytes that come piece by piece, as lines and otherwise."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

from .._buffers import LARGEST_READ


class Lines:
    """Reads bytes for one task at a time. Async iteration gives lines with their ends."""

    def __init__(self, receive: Callable[[int], Awaitable[bytes]]) -> None:
        """receive: reads at most so many bytes, waiting for at least one; none at the end."""
        self._receive = receive
        self._held = bytearray()
        self._is_reading = False

    @property
    def held(self) -> int:
        """How many bytes have been received and not yet given."""
        return len(self._held)

    def drop(self) -> None:
        """Forgets them."""
        self._held.clear()

    async def _more(self, size: int = LARGEST_READ) -> bytes:
        if self._is_reading:
            raise RuntimeError("another task reads this already")
        self._is_reading = True
        try:
            return await self._receive(size)
        finally:
            self._is_reading = False

    def _take(self, count: int) -> bytes:
        taken = bytes(self._held[:count])
        del self._held[:count]
        return taken

    async def read(self, size: int = -1) -> bytes:
        """Returns what there is, at most `size` bytes, waiting for at least one; b"" at the end. With -1 all that comes until the end."""
        if size == 0:
            return b""
        if size > 0:
            return self._take(size) if self._held else await self._more(size)
        while piece := await self._more():
            self._held += piece
        return self._take(len(self._held))

    async def readline(self) -> bytes:
        """Returns the next line with its end; without one at the end of all, and b"" after that."""
        searched = 0
        while True:
            end = self._held.find(b"\n", searched)
            if end >= 0:
                return self._take(end + 1)
            searched = len(self._held)
            piece = await self._more()
            if not piece:
                return self._take(searched)
            self._held += piece

    async def chunks(self) -> AsyncIterator[bytes]:
        """Gives the bytes as they come, until the end."""
        while piece := await self.read(LARGEST_READ):
            yield piece

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._lines()

    async def _lines(self) -> AsyncIterator[bytes]:
        while line := await self.readline():
            yield line
