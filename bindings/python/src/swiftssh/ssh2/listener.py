"""ssh2.listener: a port of the server's whose connections are handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .. import _abi
from .._calls import owned
from .._handle import Handle
from . import error_codes
from ._errors import EAGAIN, call, error
from .channel import Channel

if TYPE_CHECKING:
    from .session import Session

__all__ = ["Listener"]

_Self = TypeVar("_Self", bound="Listener")


class Listener:
    """A port that the server listens on for a session, which this keeps alive. Made by Session.forward_listen().

    Letting go of it makes the server stop listening, without waiting for that; connections that were accepted go on.
    """

    __slots__ = ("_handle", "_session", "__weakref__")

    _handle: Handle | None
    _session: Session

    def __new__(cls: type[_Self], session: Session) -> _Self:
        """Makes a listener without a port: using it raises BadUseError."""
        from .session import Session as SessionClass

        if not isinstance(session, SessionClass):
            raise TypeError(
                f"Argument 'session' has incorrect type (expected Session, got {type(session).__name__})"
            )
        self = super().__new__(cls)
        self._session, self._handle = session, None
        return self

    @classmethod
    def _adopted(cls: type[_Self], session: Session, handle: Handle) -> _Self:
        self = cls.__new__(cls, session)
        self._handle = handle
        return self

    @property
    def session(self) -> Session:
        """The session that the listener belongs to."""
        return self._session

    def _pointer(self) -> object:
        if self._handle is None:
            raise error(error_codes.LIBSSH2_ERROR_BAD_USE, "the listener has no port")
        return self._handle.pointer

    def forward_accept(self) -> Channel | int:
        """Waits for the next connection. Returns it as a channel, or EAGAIN.

        Raises BadUseError after forward_cancel(), also in a thread that waits meanwhile.
        """
        made = call.make("swiftssh_listener_accept", _abi.swiftssh_channel, self._pointer())
        if made is None:
            return EAGAIN
        return Channel._adopted(self._session, owned(made, "swiftssh_channel_free", self._session._handle))

    def forward_cancel(self) -> int:
        """Makes the server stop listening. Returns 0 or EAGAIN; a second call does nothing and returns 0.

        Connections that wait are closed, those that were accepted go on.
        """
        return call("swiftssh_listener_cancel", self._pointer())
