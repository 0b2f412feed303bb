"""Files that are open on a server, for asyncio."""

from __future__ import annotations

import io
import os
from collections.abc import AsyncIterator

from .. import _abi
from .._arguments import LARGEST_SIZE, number, octets
from .._calls import call
from .._handle import Handle
from .._library import function
from .._sftp_attributes import Received
from .._sftp_file import flags_of
from .._sftp_paths import decoded
from .._sftp_server import FileSystemStat, file_system
from .._sftp_stat import FileStat, changed, received
from ._closing import ClosingBehindErrors
from ._driver import Driver
from ._lines import Lines


class RemoteFile(ClosingBehindErrors):
    """A file that is open on a server, of bytes. Made by SFTP.open(). Reading asks ahead; a write that the server refuses is told by the next
    one, flush() or close().

    name: its path. mode: as it was opened. As async context manager it is closed at the end; async iteration gives lines, as bytes with
    their ends. For one task at a time.
    """

    def __init__(self, driver: Driver, handle: Handle, path: bytes, mode: str) -> None:
        """Takes over a handle."""
        self._driver = driver
        self._handle = handle
        self._flags = flags_of(mode)
        self._lines = Lines(self._receive)
        self.name: str = decoded(path)
        self.mode = mode

    async def _call(self, name: str, *arguments: object) -> int:
        if self.closed:
            raise ValueError("I/O operation on closed file")
        return await self._driver.call("swiftssh_sftp_handle_" + name, self._handle.pointer, *arguments)

    async def _receive(self, size: int) -> bytes:
        if not self._flags & _abi.SWIFTSSH_FXF_READ:
            raise io.UnsupportedOperation("not readable")
        if self.closed:
            raise ValueError("I/O operation on closed file")
        return await self._driver.read(size, "swiftssh_sftp_handle_read", self._handle.pointer)

    async def read(self, size: int = -1) -> bytes:
        """Returns what comes next, at most `size` bytes and at least one; b"" at the end. With -1 all that is left of the file."""
        return await self._lines.read(size)

    async def readall(self) -> bytes:
        """Returns all that is left of the file."""
        return await self.read()

    async def readinto(self, buffer: bytearray | memoryview) -> int:
        """Reads on into memory of the caller's, at least one byte. Returns how many; 0 at the end."""
        view = memoryview(buffer).cast("B")
        data = await self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def readable(self) -> bool:
        """Whether it was opened to be read."""
        return bool(self._flags & _abi.SWIFTSSH_FXF_READ)

    def writable(self) -> bool:
        """Whether it was opened to be written."""
        return bool(self._flags & _abi.SWIFTSSH_FXF_WRITE)

    def seekable(self) -> bool:
        """True: every file is."""
        return True

    async def readline(self) -> bytes:
        """Returns the next line with its end; without one at the end of the file, and b"" after that."""
        return await self._lines.readline()

    def chunks(self) -> AsyncIterator[bytes]:
        """Gives what is left of the file as it comes."""
        return self._lines.chunks()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._lines.__aiter__()

    async def write(self, data: bytes | bytearray | memoryview) -> int:
        """Writes all of it. Returns how many bytes that are. Of a write that was cancelled some may have been written."""
        if not self._flags & _abi.SWIFTSSH_FXF_WRITE:
            raise io.UnsupportedOperation("not writable")
        await self._settle()
        whole = octets(data)
        await self._driver.write(whole, "swiftssh_sftp_handle_write", self._handle.pointer)
        return len(whole)

    async def _settle(self) -> None:
        """Takes back what was read ahead of the lines that were given."""
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if self._lines.held:
            position = self.tell()
            self._lines.drop()
            await self._call("seek", position)

    async def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Sets where it is read and written on. Returns that, in bytes from the beginning."""
        if whence not in (os.SEEK_SET, os.SEEK_CUR, os.SEEK_END):
            raise ValueError(f"invalid whence: {whence}")
        begin = 0
        if whence == os.SEEK_CUR:
            begin = self.tell()
        elif whence == os.SEEK_END:
            await self.flush()
            begin = (await self.stat()).st_size or 0
        position = begin + offset
        if position < 0:
            raise ValueError(f"negative seek position {position}")
        await self._call("seek", number(position, LARGEST_SIZE, "offset"))
        self._lines.drop()
        return position

    def tell(self) -> int:
        """Returns where it is read and written on, in bytes from the beginning."""
        if self.closed:
            raise ValueError("I/O operation on closed file")
        return function("swiftssh_sftp_handle_tell")(self._handle.pointer) - self._lines.held

    async def truncate(self, size: int | None = None) -> int:
        """Cuts the file, or fills it up with zeros, to a size; that of where it is read and written on for None."""
        wanted = self.tell() if size is None else size
        if not self.writable():
            raise io.UnsupportedOperation("not writable")
        attributes = changed("size", wanted)
        await self.flush()
        await self._call("fsetstat", attributes.pointer)
        return wanted

    async def stat(self) -> FileStat:
        """Returns what the server knows of it."""
        answer = Received()
        await self._call("fstat", answer.pointer)
        return received(answer)

    async def flush(self) -> None:
        """Waits until the server has acknowledged all that was written."""
        if self._flags & _abi.SWIFTSSH_FXF_WRITE:
            await self._call("flush")

    async def fsync(self) -> None:
        """Waits until all that was written is on the server's disk. Raises NotSupported where the server does not offer it."""
        await self._call("fsync")

    async def statvfs(self) -> FileSystemStat:
        """Returns what is known of the file system that it is on. Raises NotSupported where the server does not offer it."""
        if self.closed:
            raise ValueError("I/O operation on closed file")
        name, kind = "swiftssh_sftp_handle_fstatvfs", _abi.swiftssh_sftp_filesystem
        return FileSystemStat(**file_system(await self._driver.make(name, kind, self._handle.pointer)))

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._handle.closed

    async def close(self) -> None:
        """Closes it, after the server has acknowledged all that was written. Raises what went wrong with that; it is closed all the same.

        Waits for nothing where nothing could be written.
        """
        if self.closed:
            return
        try:
            if self._flags & _abi.SWIFTSSH_FXF_WRITE:
                await self._call("close")
        finally:
            self._handle.close()
