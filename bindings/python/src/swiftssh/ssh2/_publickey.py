"""The start of the publickey subsystem."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .. import _abi
from .._calls import owned
from ._errors import EAGAIN, call
from ._session_core import SessionCore
from .exceptions import PublicKeyInitError, SSH2Error
from .publickey import PublicKeySystem

if TYPE_CHECKING:
    from .session import Session


class PublicKeys(SessionCore):
    """The keys that a user logs in with, where the server lets its users change them."""

    __slots__ = ()

    def publickey_init(self) -> PublicKeySystem:
        """Starts the server's publickey subsystem, which few servers have and OpenSSH has not.

        Raises PublicKeyInitError for every failure; its `code` is EAGAIN in non-blocking mode when this is to be called
        again.
        """
        try:
            made = call.make("swiftssh_session_publickey_init", _abi.swiftssh_publickey, self._handle.pointer)
        except SSH2Error as failure:
            raise PublicKeyInitError(
                str(failure), code=failure.code, phase=failure.phase, server_text=failure.server_text
            ) from failure
        if made is None:
            raise PublicKeyInitError("the call would block; call it again when the socket is ready", code=EAGAIN)
        return PublicKeySystem._adopted(
            cast("Session", self), owned(made, "swiftssh_publickey_free", self._handle)
        )
