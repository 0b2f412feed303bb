"""What every part of a channel stands on: its handle, its session, and the calls that are made with both."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .._handle import Handle
from .._library import function
from . import error_codes
from ._errors import call, error

if TYPE_CHECKING:
    from .session import Session

_Self = TypeVar("_Self", bound="ChannelCore")


class ChannelCore:
    """A channel's handle and session."""

    __slots__ = ("_handle", "_session", "__weakref__")

    _handle: Handle | None
    _session: Session

    def __new__(cls: type[_Self], session: Session) -> _Self:
        """Makes a channel that is not open: it has no stream, and using it raises BadUseError."""
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
        """The session that the channel belongs to."""
        return self._session

    def _pointer(self) -> object:
        if self._handle is None:
            raise error(error_codes.LIBSSH2_ERROR_BAD_USE, "the channel is not open")
        return self._handle.pointer

    def _call(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_channel_<name>; returns its result or EAGAIN, raises for an error."""
        return call("swiftssh_channel_" + name, self._pointer(), *arguments)

    def _simple(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_channel_<name>, one that cannot fail, and returns its result."""
        return function("swiftssh_channel_" + name)(self._pointer(), *arguments)
