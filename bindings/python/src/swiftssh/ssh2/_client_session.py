"""The session of a client that swiftssh.connect() has made."""

from __future__ import annotations

from typing import TypeVar

from .._handle import Handle
from .session import Session

_Self = TypeVar("_Self", bound="ClientSession")


class ClientSession(Session):
    """A session that has logged in and is its client's: it ends with that, and not by its own methods."""

    __slots__ = ()

    @classmethod
    def of(cls: type[_Self], handle: Handle) -> _Self:
        """Takes over a handle of a client's session."""
        self = object.__new__(cls)
        self._handle, self._sock, self._has_keys = handle, None, True
        return self

    def disconnect(self) -> int:
        """Does nothing and returns 0: the client goes on."""
        return 0

    def close(self) -> None:
        """Does nothing: the client goes on."""
