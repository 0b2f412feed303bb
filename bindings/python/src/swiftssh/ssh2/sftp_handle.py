"""ssh2.sftp_handle: a file or a directory that is open on a server."""

from __future__ import annotations

import ctypes
from types import TracebackType
from typing import TypeVar

from .. import _buffers
from .._library import function
from . import error_codes
from ._convert import Integer, MaybeEAGAIN, byte_count, exact_bytes, unsigned
from ._errors import EAGAIN, call
from ._sftp_attributes import SFTPAttributes, check, received, sent
from ._sftp_closing import close_in_the_end
from ._sftp_listing import Listing
from ._sftp_statvfs import SFTPStatVFS, asked

__all__ = ["SFTPAttributes", "SFTPHandle", "SFTPStatVFS"]

_BAD_USE = error_codes.LIBSSH2_ERROR_BAD_USE
_Self = TypeVar("_Self", bound="SFTPHandle")


class SFTPHandle(Listing):
    """An open file or directory, made by SFTP.open() and SFTP.opendir(); keeps its SFTP session alive.

    Methods that wait return EAGAIN in non-blocking mode and are then to be called again. Reading asks ahead, and what is written
    goes to the server behind the caller's back: a write that the server refuses is told by the next write(), flush(), fsync()
    or close(). Letting go of it closes it without waiting, and what could not be written is then not told.
    """

    __slots__ = ()

    @property
    def closed(self) -> bool:
        """Whether close() has closed it."""
        return self._closed

    def close(self) -> int | None:
        """Closes it, after the server has acknowledged all that was written. Returns 0 or EAGAIN, None when it is closed.

        -39 for a handle that was made by hand. Raises what went wrong with a write that no call has told yet, and when the
        connection was lost; it is closed all the same. ssh2-python returns a negative number then, and counts it as closed after EAGAIN.
        """
        if self._closed:
            return None
        if self._handle is None:
            self._closed = True
            return _BAD_USE
        try:
            result = self._call("close")
        finally:
            self._closed = function("swiftssh_sftp_handle_is_closed")(self._handle.pointer) != 0
        return result

    def __enter__(self: _Self) -> _Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes it. Waits in non-blocking mode too where something was written, so that it is not lost in silence."""
        close_in_the_end(self, kind is not None)

    def __iter__(self: _Self) -> _Self:
        return self

    def __next__(self) -> tuple[int, bytes]:
        """Returns what read() returns, (EAGAIN, b"") in non-blocking mode; ends at the end of the file and there alone."""
        count, data = self.read()
        if count == 0:
            raise StopIteration
        if count == _BAD_USE:
            self._pointer()
        return count, data

    def read(self, buffer_maxlen: Integer = 2097152) -> tuple[int, bytes]:
        """Reads on, at most buffer_maxlen bytes; a large number does not mean that so much is returned.

        Returns the count and the bytes; (0, b"") at the end of the file or for a length of 0; (EAGAIN, b"") in non-blocking mode
        when there is nothing yet; (-39, b"") for a handle that was made by hand. Raises for every error, where ssh2-python
        returns a negative number: a file that is cut never looks whole.
        """
        wanted = byte_count(buffer_maxlen)
        if self._handle is None:
            return _BAD_USE, b""
        pointer = self._handle.pointer
        if wanted == 0:
            return 0, b""
        return _buffers.read(
            wanted, lambda buffer, capacity: call("swiftssh_sftp_handle_read", pointer, buffer, capacity)
        )

    def readinto(self, buffer: bytearray | memoryview) -> int:
        """Reads on into memory of the caller's. Returns how many bytes, 0 at the end of the file, or EAGAIN. Not in ssh2-python."""
        view = memoryview(buffer).cast("B")
        if len(view) == 0:
            return 0
        return self._call("read", ctypes.byref(ctypes.c_char.from_buffer(view)), len(view))

    def write(self, buf: bytes) -> tuple[int, int]:
        """Writes all of `buf`, or as much as goes without waiting in non-blocking mode.

        Returns (a positive number, bytes written) when all is accepted, (EAGAIN, bytes written) when the rest has to be
        written later, (0, 0) for nothing. Raises also what went wrong with an earlier write.
        """
        data = exact_bytes(buf, "buf")
        pointer = self._pointer()
        self._has_written = self._has_written or len(data) > 0
        return _buffers.write(data, lambda rest, length: call("swiftssh_sftp_handle_write", pointer, rest, length))

    def flush(self) -> int:
        """Waits until the server has acknowledged all that was written. Returns 0 or EAGAIN. Not in ssh2-python."""
        return self._call("flush")

    def fsync(self) -> int:
        """Waits until all that was written is on the server's disk. Returns 0 or EAGAIN.

        Raises MethodNotSupported where the server does not offer it.
        """
        return self._call("fsync")

    def seek(self, offset: Integer) -> None:
        """Sets where it is read and written on, in bytes from the beginning. Does not wait."""
        self._call("seek", unsigned(offset, "uint64_t", 64))

    seek64 = seek

    def rewind(self) -> None:
        """Goes back to the beginning."""
        self._call("seek", 0)

    def tell(self) -> int:
        """Returns where it is read and written on, in bytes from the beginning."""
        return function("swiftssh_sftp_handle_tell")(self._pointer())

    tell64 = tell

    def fstat(self) -> SFTPAttributes | MaybeEAGAIN:
        """Returns what the server knows of it, or EAGAIN."""
        return received(lambda pointer: self._call("fstat", pointer))

    def fsetstat(self, attrs: SFTPAttributes) -> int:
        """Sets those attributes that attrs.flags names. Returns 0 or EAGAIN."""
        return sent(attrs, lambda pointer: self._call("fsetstat", pointer))

    def fstat_ex(self, attrs: SFTPAttributes, setstat: Integer) -> int:
        """Sets attributes as fsetstat() does, or puts what the server knows into `attrs` when setstat is 0. Returns 0 or EAGAIN."""
        check(attrs)
        if unsigned(setstat):
            return self.fsetstat(attrs)
        return EAGAIN if received(lambda pointer: self._call("fstat", pointer), attrs) == EAGAIN else 0

    def fstatvfs(self) -> SFTPStatVFS | MaybeEAGAIN:
        """Returns what is known of the file system that it is on, or EAGAIN."""
        return asked(self, "swiftssh_sftp_handle_fstatvfs", self._pointer())
