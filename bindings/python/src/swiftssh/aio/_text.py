"""Files of text that are open on a server, for asyncio."""

from __future__ import annotations

import codecs
import io
import os
import re
from collections.abc import AsyncIterator

from ._closing import ClosingBehindErrors
from ._file import RemoteFile

_ENDS = {
    None: re.compile("\n"),
    "": re.compile("\r\n|\r|\n"),
    "\n": re.compile("\n"),
    "\r": re.compile("\r"),
    "\r\n": re.compile("\r\n"),
}
"""What ends a line, by what open() is told of it."""

_PIECE = 1 << 16


class Form:
    """How text is written as bytes: what open() is told of it.

    encoding, errors, newline: as the built-in open() has them.
    """

    def __init__(self, encoding: str | None, errors: str | None, newline: str | None) -> None:
        """None takes UTF-8, "strict" and universal newlines. Raises LookupError and ValueError for what there is not."""
        if newline not in _ENDS:
            raise ValueError(f"illegal newline value: {newline!r}")
        self.encoding, self.errors, self.newline = encoding or "utf-8", errors or "strict", newline
        codecs.lookup_error(self.errors)
        # Refuses those that are not of text.
        "".encode(self.encoding)

    def decoder(self) -> codecs.IncrementalDecoder | io.IncrementalNewlineDecoder:
        """Returns what makes text of bytes that come in pieces."""
        decoder = codecs.getincrementaldecoder(self.encoding)(self.errors)
        return decoder if self.newline else io.IncrementalNewlineDecoder(decoder, self.newline is None)

    def encoder(self) -> codecs.IncrementalEncoder:
        """Returns what makes bytes of text."""
        return codecs.getincrementalencoder(self.encoding)(self.errors)

    def written(self, text: str) -> str:
        """Returns text with the ends that its lines have in the file."""
        end = os.linesep if self.newline is None else self.newline
        return text if end in ("", "\n") else text.replace("\n", end)


class RemoteText(ClosingBehindErrors):
    """A file of text that is open on a server, as io.TextIOWrapper has it. Made by SFTP.open(). What is written is sent at once; a write that the server
    refuses is told by the next one, flush() or close().

    buffer: the file of bytes beneath, for everything else. name: its path. mode: as it was opened. encoding, errors: how text is written as bytes.
    As async context manager it is closed at the end; async iteration gives lines with their ends. For one task at a time.
    """

    def __init__(self, buffer: RemoteFile, mode: str, form: Form) -> None:
        """Takes over a file of bytes."""
        self.buffer = buffer
        self.name: str = buffer.name
        self.mode = mode
        self.encoding, self.errors = form.encoding, form.errors
        self._form = form
        self._decoder = form.decoder()
        self._encoder = form.encoder()
        self._text = ""
        self._given = 0
        self._begin_at(buffer.tell())

    def _begin_at(self, position: int) -> None:
        """Goes on somewhere else. Only at the beginning of a file is there a byte order mark."""
        self._forget()
        if position:
            self._encoder.setstate(0)
        else:
            self._encoder.reset()

    def _forget(self) -> None:
        """Forgets what was read ahead."""
        self._text, self._given = "", 0
        self._decoder.reset()

    async def _more(self) -> bool:
        """Decodes what comes next. Tells whether it was not the end."""
        data = await self.buffer.read(_PIECE)
        self._text = self._text[self._given :] + self._decoder.decode(data, final=not data)
        self._given = 0
        return bool(data)

    def _take(self, count: int) -> str:
        taken = self._text[self._given : self._given + count]
        self._given += len(taken)
        return taken

    @property
    def _held(self) -> int:
        return len(self._text) - self._given

    async def read(self, size: int | None = -1) -> str:
        """Returns so many characters, fewer only at the end of the file; with -1 or None all that is left. Raises UnicodeDecodeError, and what RemoteFile.read()
        raises."""
        if size is None or size < 0:
            data = await self.buffer.read()
            return self._take(self._held) + self._decoder.decode(data, final=True)
        while self._held < size and await self._more():
            pass
        return self._take(size)

    async def readline(self, size: int | None = -1) -> str:
        """Returns the next line with its end, or the first so many characters of it; without an end at the end of the file, and "" after that."""
        most = None if size is None or size < 0 else size
        end, searched, goes_on = _ENDS[self._form.newline], 0, True
        while True:
            found = end.search(self._text, self._given + searched)
            there = self._held if found is None else found.end() - self._given
            if most is not None and there >= most:
                return self._take(most)
            if found is not None or not goes_on:
                return self._take(there)
            # The first half of an end may be there.
            searched = max(0, there - 1)
            goes_on = await self._more()

    def __aiter__(self) -> AsyncIterator[str]:
        return self._lines()

    async def _lines(self) -> AsyncIterator[str]:
        while line := await self.readline():
            yield line

    async def write(self, text: str) -> int:
        """Writes all of it. Returns how many characters that are. What was read ahead is passed over, as by io.TextIOWrapper."""
        if not isinstance(text, str):
            raise TypeError(f"must be str, not {type(text).__name__}")
        self._forget()
        await self.buffer.write(self._encoder.encode(self._form.written(text)))
        return len(text)

    async def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Goes to the beginning of the file, or with SEEK_END to its end; offset is 0. Returns where that is in bytes.

        Raises io.UnsupportedOperation for anything else: where a character is in the file is known to `buffer` alone.
        """
        if offset != 0 or whence not in (os.SEEK_SET, os.SEEK_END):
            raise io.UnsupportedOperation("text is sought at the beginning and at the end of a file only")
        position = await self.buffer.seek(0, whence)
        self._begin_at(position)
        return position

    def readable(self) -> bool:
        """Whether it was opened to be read."""
        return self.buffer.readable()

    def writable(self) -> bool:
        """Whether it was opened to be written."""
        return self.buffer.writable()

    async def flush(self) -> None:
        """Waits until the server has acknowledged all that was written."""
        await self.buffer.flush()

    async def fsync(self) -> None:
        """Waits until all that was written is on the server's disk. Raises NotSupported where the server does not offer it."""
        await self.buffer.fsync()

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self.buffer.closed

    async def close(self) -> None:
        """Closes it as the file of bytes is closed."""
        await self.buffer.close()
