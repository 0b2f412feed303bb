"""The copying of single files, which a channel carries."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, TypeVar, cast

from .. import _abi
from .._calls import owned
from .._handle import Handle
from ._convert import Integer, MaybeEAGAIN, Text, integer, unsigned
from ._convert import path as path_bytes
from ._errors import EAGAIN
from ._scp_sink import Sink
from ._session_core import SessionCore
from ._stat import Stat
from .channel import Channel
from .fileinfo import FileInfo
from .statinfo import StatInfo

if TYPE_CHECKING:
    from .session import Session

_Facts = TypeVar("_Facts", bound=Stat)


class Copying(SessionCore):
    """The files that a session receives and sends by SCP.

    Its methods return EAGAIN in non-blocking mode and are then to be called again with the same arguments. A server that
    has no such file, does not take one or breaks the protocol raises SCPProtocolError.
    """

    __slots__ = ()

    def scp_recv2(self, path: Text) -> tuple[Channel, FileInfo] | MaybeEAGAIN:
        """Has the server send a file. Returns a channel and the facts about the file, or EAGAIN.

        The channel reads st_size bytes and then (0, b""). When the server cannot send all of them a read raises
        SCPProtocolError: a file is never short. Only the file that was asked for is accepted. No shell looks into the
        path; a relative one begins at the user's home.
        """
        return self._receive(path, FileInfo)

    def scp_recv(self, path: Text) -> tuple[Channel, StatInfo] | MaybeEAGAIN:
        """Does what scp_recv2() does, with facts of an older class."""
        return self._receive(path, StatInfo)

    def scp_send64(
        self, path: Text, mode: Integer, size: Integer, mtime: Integer, atime: Integer
    ) -> Channel | MaybeEAGAIN:
        """Has the server take a file. Returns the channel that its bytes are to be written to, or EAGAIN.

        mode: the permission bits. size: how many bytes will be written. mtime, atime: seconds since 1970, their
            fractions cut off; when both are 0 the server chooses, and its umask takes permissions away.
        Whether the server has kept the file shows when wait_eof(), after send_eof(), or close() does not raise.
        """
        bits, count = integer(mode) & 0o7777, unsigned(size, "uint64_t", 64)
        made = ctypes.POINTER(_abi.swiftssh_channel)()
        status = self._call(
            "scp_send", path_bytes(path, "path"), bits, count, integer(mtime), integer(atime), ctypes.byref(made)
        )
        if status == EAGAIN:
            return EAGAIN
        return Sink._expecting(cast("Session", self), self._owned(made), count)

    def scp_send(self, path: Text, mode: Integer, size: Integer) -> Channel | MaybeEAGAIN:
        """Does what scp_send64() does and leaves the times to the server."""
        return self.scp_send64(path, mode, size, 0, 0)

    def _receive(self, path: Text, kind: type[_Facts]) -> tuple[Channel, _Facts] | MaybeEAGAIN:
        made = ctypes.POINTER(_abi.swiftssh_channel)()
        size, mode, mtime, atime = ctypes.c_int64(), ctypes.c_uint32(), ctypes.c_int64(), ctypes.c_int64()
        outputs = [ctypes.byref(output) for output in (made, size, mode, mtime, atime)]
        if self._call("scp_recv", path_bytes(path, "path"), *outputs) == EAGAIN:
            return EAGAIN
        channel = Channel._adopted(cast("Session", self), self._owned(made))
        return channel, kind._known(size.value, mode.value, atime.value, mtime.value)

    def _owned(self, made: object) -> Handle:
        return owned(made, "swiftssh_channel_free", self._handle)
