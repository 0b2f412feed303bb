"""What a session hands out stands on: its handle and its session."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from .._handle import Handle
from . import error_codes
from ._errors import error

if TYPE_CHECKING:
    from .session import Session

_Self = TypeVar("_Self", bound="SessionObject")


class SessionObject:
    """Something of a session, which it keeps alive; made by the session's own methods."""

    __slots__ = ("_handle", "_session", "__weakref__")

    _UNUSABLE: ClassVar[str]
    """What is wrong with an object that was made by hand."""

    _handle: Handle | None
    _session: Session

    def __new__(cls: type[_Self], session: Session) -> _Self:
        """Makes an object that stands for nothing: using it raises BadUseError."""
        from .session import Session as SessionClass

        if not isinstance(session, SessionClass):
            raise TypeError(
                f"Argument 'session' has incorrect type (expected Session, got {type(session).__name__})"
            )
        self = object.__new__(cls)
        self._session, self._handle = session, None
        return self

    @classmethod
    def _adopted(cls: type[_Self], session: Session, handle: Handle) -> _Self:
        self = object.__new__(cls)
        self._session, self._handle = session, handle
        return self

    @property
    def session(self) -> Session:
        """The session that this belongs to."""
        return self._session

    def _pointer(self) -> object:
        if self._handle is None:
            raise error(error_codes.LIBSSH2_ERROR_BAD_USE, self._UNUSABLE)
        return self._handle.pointer
