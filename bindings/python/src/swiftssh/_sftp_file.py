"""Files that are open on a server, as Python's own file objects."""

from __future__ import annotations

import codecs
import ctypes
import io
import operator
import os
from typing import TYPE_CHECKING, NoReturn

from . import _abi, _buffers
from ._arguments import LARGEST_SIZE, number
from ._calls import call
from ._handle import Handle
from ._library import function
from ._sftp_paths import decoded
from ._sftp_server import FileSystemStat, file_system
from ._sftp_stat import FileStat, asked, changed

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer
else:
    ReadableBuffer = WriteableBuffer = object

BUFFER_SIZE = 256 * 1024
"""How many bytes the buffer of an open file holds where its caller does not say."""

_FLAGS = {
    "r": _abi.SWIFTSSH_FXF_READ,
    "w": _abi.SWIFTSSH_FXF_WRITE | _abi.SWIFTSSH_FXF_CREAT | _abi.SWIFTSSH_FXF_TRUNC,
    "x": _abi.SWIFTSSH_FXF_WRITE | _abi.SWIFTSSH_FXF_CREAT | _abi.SWIFTSSH_FXF_EXCL,
    "a": _abi.SWIFTSSH_FXF_WRITE | _abi.SWIFTSSH_FXF_CREAT | _abi.SWIFTSSH_FXF_APPEND,
}


def flags_of(mode: str) -> int:
    """Returns the flags of a mode as open() takes it. Raises ValueError for one that there is not."""
    kinds = [letter for letter in mode if letter in _FLAGS]
    if len(kinds) != 1 or len(set(mode)) != len(mode) or set(mode) - set("rwxabt+") or {"b", "t"} <= set(mode):
        raise ValueError(f"invalid mode: {mode!r}")
    flags = _FLAGS[kinds[0]]
    return flags | _abi.SWIFTSSH_FXF_READ | _abi.SWIFTSSH_FXF_WRITE if "+" in mode else flags


def require_fitting(mode: str, buffering: int, encoding: str | None, errors: str | None, newline: str | None) -> None:
    """Raises ValueError for what open() does not take together with a mode, and LookupError for an encoding that there is not."""
    if "b" not in mode:
        if buffering == 0:
            raise ValueError("can't have unbuffered text I/O")
        codecs.lookup(encoding or "utf-8")
        return
    for name, given in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if given is not None:
            raise ValueError(f"binary mode doesn't take an {name} argument")


class RemoteFile(io.RawIOBase):
    """An open file without a buffer. Reading asks ahead; a write that the server refuses is told by the next one, flush() or close().

    name: its path. mode: as it was opened.

    Memory of the caller's is read into and written from without a copy here.
    """

    def __init__(self, handle: Handle, path: bytes, mode: str) -> None:
        """Takes over a handle."""
        self._handle = handle
        self._flags = flags_of(mode)
        self._is_closing = False
        self.name: str = decoded(path)
        self.mode = mode
        if "a" in mode:
            self.seek(0, os.SEEK_END)

    def __reduce__(self) -> NoReturn:
        # Neither pickled nor copied: two would close the same.
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def __repr__(self) -> str:
        return f"<swiftssh.RemoteFile {self.name!r} {self.mode}{' closed' if self.closed else ''}>"

    def readable(self) -> bool:
        return bool(self._flags & _abi.SWIFTSSH_FXF_READ)

    def writable(self) -> bool:
        return bool(self._flags & _abi.SWIFTSSH_FXF_WRITE)

    def seekable(self) -> bool:
        return True

    def _call(self, name: str, *arguments: object) -> int:
        if self.closed:
            raise ValueError("I/O operation on closed file")
        return call("swiftssh_sftp_handle_" + name, self._handle.pointer, *arguments)

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Reads on, waiting for at least one byte. Returns how many; 0 at the end, which only the server's word makes."""
        if not self.readable():
            raise io.UnsupportedOperation("not readable")
        view = memoryview(buffer).cast("B")
        if len(view) == 0:
            return 0
        return self._call("read", ctypes.byref(ctypes.c_char.from_buffer(view)), len(view))

    def readall(self) -> bytes:
        """Reads what is left of the file."""
        left = max(0, (self.stat().st_size or 0) - self.tell())
        # A size is a word of the server's.
        memory = bytearray(min(left + 1, 64 << 20))
        done = 0
        while count := self.readinto(memoryview(memory)[done:]):
            done += count
            if done == len(memory):
                memory.extend(bytes(max(BUFFER_SIZE, done // 2)))
        return bytes(memoryview(memory)[:done])

    def write(self, buffer: ReadableBuffer) -> int:
        """Writes all of it. Returns how many bytes that are."""
        if not self.writable():
            raise io.UnsupportedOperation("not writable")
        view = memoryview(buffer).cast("B")
        if len(view) == 0:
            return 0
        if view.readonly:
            data = buffer if isinstance(buffer, bytes) else bytes(view)
            return _buffers.write(data, lambda start, count: self._call("write", start, count))[1]
        done = 0
        # Where other greenlets run meanwhile, a call may have taken only some of it.
        while done < len(view):
            done += self._call("write", ctypes.byref(ctypes.c_char.from_buffer(view, done)), len(view) - done)
        return done

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Sets where it is read and written on. Returns that, in bytes from the beginning."""
        if whence not in (os.SEEK_SET, os.SEEK_CUR, os.SEEK_END):
            raise ValueError(f"invalid whence: {whence}")
        begin = 0 if whence == os.SEEK_SET else self.tell() if whence == os.SEEK_CUR else self._size()
        position = begin + operator.index(offset)
        if position < 0:
            raise ValueError(f"negative seek position {position}")
        self._call("seek", number(position, LARGEST_SIZE, "offset"))
        return position

    def _size(self) -> int:
        self.flush()
        return self.stat().st_size or 0

    def tell(self) -> int:
        """Returns where it is read and written on, in bytes from the beginning."""
        if self.closed:
            raise ValueError("I/O operation on closed file")
        return function("swiftssh_sftp_handle_tell")(self._handle.pointer)

    def truncate(self, size: int | None = None) -> int:
        """Cuts the file, or fills it up with zeros, to a size; that of where it is read and written on for None."""
        wanted = self.tell() if size is None else size
        if not self.writable():
            raise io.UnsupportedOperation("not writable")
        attributes = changed("size", wanted)
        self.flush()
        self._call("fsetstat", attributes.pointer)
        return wanted

    def stat(self) -> FileStat:
        """Returns what the server knows of it."""
        return asked(lambda pointer: self._call("fstat", pointer))

    def flush(self) -> None:
        """Waits until the server has acknowledged all that was written."""
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if self.writable() and not self._is_closing:
            self._call("flush")

    def fsync(self) -> None:
        """Waits until all that was written is on the server's disk. Raises NotSupported where the server does not offer it."""
        self._call("fsync")

    def statvfs(self) -> FileSystemStat:
        """Returns what is known of the file system that it is on. Raises NotSupported where the server does not offer it."""
        if self.closed:
            raise ValueError("I/O operation on closed file")
        pointer = self._handle.pointer
        made = call.make("swiftssh_sftp_handle_fstatvfs", _abi.swiftssh_sftp_filesystem, pointer)
        return FileSystemStat(**file_system(made))

    def close(self) -> None:
        """Closes it, after the server has acknowledged all that was written. Raises what went wrong with that; it is closed all the same.

        Waits for nothing where nothing could be written.
        """
        if self.closed:
            return
        try:
            if self.writable():
                call("swiftssh_sftp_handle_close", self._handle.pointer)
        finally:
            self._handle.close()
            # Not its own flush, which has been done.
            self._flags &= ~_abi.SWIFTSSH_FXF_WRITE
            super().close()


def _begin_closing(buffered: object) -> None:
    """Has flush() wait for nothing from now on: close() waits for all at once."""
    raw = getattr(buffered, "raw", None)
    if isinstance(raw, RemoteFile):
        raw._is_closing = True


class _Writing:
    """What a file with a buffer that is written adds to Python's own, whose flush() ends where the raw file begins."""

    raw: RemoteFile

    def flush(self) -> None:
        """Waits until the server has acknowledged all that was written. Raises what it refused."""
        super().flush()  # type: ignore[misc]  # that of the class beside this one
        self.raw.flush()

    def fsync(self) -> None:
        """Waits until all that was written is on the server's disk. Raises NotSupported where the server does not offer it."""
        super().flush()  # type: ignore[misc]
        self.raw.fsync()

    def close(self) -> None:
        """Closes it, after the server has acknowledged all that was written. Raises what it refused; it is closed all the same."""
        _begin_closing(self)
        super().close()  # type: ignore[misc]


class RemoteWriter(_Writing, io.BufferedWriter):  # type: ignore[misc]  # as io.BufferedWriter itself is to mypy
    """A file with a buffer that is written."""

    raw: RemoteFile


class RemoteRandom(_Writing, io.BufferedRandom):  # type: ignore[misc]  # as io.BufferedRandom itself is to mypy
    """A file with a buffer that is read and written."""

    raw: RemoteFile


class RemoteText(io.TextIOWrapper):
    """A file of text."""

    _mode = ""

    @property
    def mode(self) -> str:
        """How it was opened."""
        return self._mode

    def fsync(self) -> None:
        """Waits until all that was written is on the server's disk. Raises NotSupported where the server does not offer it."""
        self.flush()
        self.buffer.raw.fsync()  # type: ignore[attr-defined]

    def close(self) -> None:
        """Closes it as the file of bytes is closed."""
        _begin_closing(self.buffer)
        super().close()


def wrapped(
    raw: RemoteFile, mode: str, buffering: int, encoding: str | None, errors: str | None, newline: str | None
) -> io.IOBase:
    """Returns a raw file with a buffer, and as text where the mode has no `b`, as open() does."""
    if buffering == 0:
        return raw
    size = BUFFER_SIZE if buffering < 2 else buffering
    buffered: io.BufferedRandom | io.BufferedWriter | io.BufferedReader
    if raw.readable() and raw.writable():
        buffered = RemoteRandom(raw, size)
    elif raw.writable():
        buffered = RemoteWriter(raw, size)
    else:
        buffered = io.BufferedReader(raw, size)
    if "b" in mode:
        return buffered
    text = RemoteText(buffered, encoding or "utf-8", errors, newline, line_buffering=buffering == 1)
    text._mode = mode
    return text
