"""The start of SFTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .. import _abi
from .._calls import owned
from ._convert import Integer, MaybeEAGAIN, unsigned
from ._errors import EAGAIN, call
from ._session_core import SessionCore
from .sftp import SFTP

if TYPE_CHECKING:
    from .session import Session


class Files(SessionCore):
    """The files of the server."""

    __slots__ = ()

    def sftp_init(self, bytes_in_flight: Integer = 0) -> SFTP | MaybeEAGAIN:
        """Starts the server's SFTP subsystem. Returns it, or EAGAIN.

        bytes_in_flight: how many bytes each file may have under way, 32 KiB to 256 MiB; 0 for 8 MiB. Not in ssh2-python.
        Raises InvalidRequestError before authentication, ChannelRequestDenied where the server has no SFTP.
        """
        wanted = unsigned(bytes_in_flight, "uint64_t", 64)
        made = call.make("swiftssh_session_sftp_init_ex", _abi.swiftssh_sftp, self._handle.pointer, wanted)
        if made is None:
            return EAGAIN
        return SFTP._adopted(cast("Session", self), owned(made, "swiftssh_sftp_free", self._handle))
