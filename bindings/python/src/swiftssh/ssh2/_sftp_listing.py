"""The listing of directories."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from .._sftp_attributes import Received
from ..errors import SSHError
from . import _greenlets, error_codes
from ._convert import Integer, byte_count
from ._errors import EAGAIN, call, error
from ._sftp_attributes import SFTPAttributes, known
from ._sftp_handle_core import SFTPHandleCore
from .utils import wait_socket

# No name is longer than a reply; more is not set aside, whatever a caller would take.
_LARGEST = 1 << 20

_ASKED_AGAIN = 0.1
"""Seconds for the other greenlets."""

Row = tuple[int, bytes, bytes, SFTPAttributes]


class _Rows:
    """Reads names one by one, into the same memory."""

    def __init__(self, handle: SFTPHandleCore, name_room: int, line_room: int | None) -> None:
        """line_room: the room for the line of `ls -l`, None where that is not wanted. Each has room for a NUL."""
        self._name_room = max(0, min(name_room, _LARGEST) - 1)
        self._name = ctypes.create_string_buffer(self._name_room + 1)
        self._line_room = 0 if line_room is None else max(0, min(line_room, _LARGEST) - 1)
        self._line = None if line_room is None else ctypes.create_string_buffer(self._line_room + 1)
        self._line_length = ctypes.c_uint64()
        self._received = Received()
        self._handle = handle._handle
        self._read = call.repeated(
            "swiftssh_sftp_handle_readdir", handle._pointer(), self._received.pointer, self._name, self._name_room,
            self._line, self._line_room, ctypes.byref(self._line_length),
        )  # fmt: skip

    def next(self) -> Row:
        """Returns the length of the name or 0 at the end or EAGAIN; the name, the line and the attributes."""
        count = self._read()
        if count <= 0:
            return count, b"", b"", SFTPAttributes()
        line = b""
        if self._line is not None:
            length = self._line_length.value
            if length > self._line_room:
                raise _too_long()
            line = ctypes.string_at(self._line, length)
        if count > self._name_room:
            raise _too_long()
        return count, ctypes.string_at(self._name, count), line, known(self._received.values())


def _too_long() -> SSHError:
    return error(error_codes.LIBSSH2_ERROR_BUFFER_TOO_SMALL, "the name or its line is longer than was allowed for")


class Listing(SFTPHandleCore):
    """The names of an open directory, in the server's order, `.` and `..` among them."""

    __slots__ = ()

    def readdir(self, buffer_maxlen: Integer = 1024) -> Iterator[tuple[int, bytes, SFTPAttributes]]:
        """Yields the length of each name, the name and what is known of the file; the generator ends after the last name.

        In non-blocking mode also yields (EAGAIN, b"", attributes of which none is known), and goes on when it is asked again.
        Raises BufferTooSmallError for a name of buffer_maxlen bytes or more, and when the connection was lost: that never
        looks like the end of the directory.
        """
        for count, name, _, attributes in self._all(_Rows(self, byte_count(buffer_maxlen), None)):
            yield count, name, attributes

    def readdir_ex(
        self, longentry_maxlen: Integer = 1024, buffer_maxlen: Integer = 1024
    ) -> Iterator[tuple[int, bytes, bytes, SFTPAttributes]]:
        """Does what readdir() does, and yields the line that `ls -l` would print after each name."""
        yield from self._all(_Rows(self, byte_count(buffer_maxlen), byte_count(longentry_maxlen)))

    def _all(self, rows: _Rows) -> Iterator[Row]:
        is_told = False
        while (row := rows.next())[0] != 0:
            if row[0] != EAGAIN:
                is_told = False
            elif is_told:
                self._let_others_run()
            else:
                is_told = True
            yield row

    def _let_others_run(self) -> None:
        """Waits a moment: who asks again without having waited, as parallel-ssh does, would hold up the other greenlets."""
        session = self._sftp.session
        if session.sock is not None and _greenlets.may_wait(session.sock):
            wait_socket(session.sock, session, _ASKED_AGAIN)

    def _readdir(self, buffer_maxlen: Integer = 1024) -> tuple[int, bytes, SFTPAttributes]:
        """Returns the next of what readdir() yields, its number 0 after the last one."""
        count, name, _, attributes = _Rows(self, byte_count(buffer_maxlen), None).next()
        return count, name, attributes

    def _readdir_ex(
        self, longentry_maxlen: Integer = 1024, buffer_maxlen: Integer = 1024
    ) -> tuple[int, bytes, bytes, SFTPAttributes]:
        """Returns the next of what readdir_ex() yields, its number 0 after the last one."""
        return _Rows(self, byte_count(buffer_maxlen), byte_count(longentry_maxlen)).next()
