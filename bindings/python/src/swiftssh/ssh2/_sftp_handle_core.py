"""What every part of an open file stands on: its handle, its SFTP session, and the calls that are made with both."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .._handle import Handle
from . import error_codes
from ._errors import call, error

if TYPE_CHECKING:
    from .sftp import SFTP

_Self = TypeVar("_Self", bound="SFTPHandleCore")


class SFTPHandleCore:
    """The handle of an open file or directory, and the SFTP session that it keeps alive."""

    __slots__ = ("_handle", "_sftp", "_closed", "_has_written", "__weakref__")

    _handle: Handle | None
    _sftp: SFTP
    _closed: bool
    _has_written: bool

    def __new__(cls: type[_Self], sftp: SFTP) -> _Self:
        """Makes a handle that stands for nothing: using it raises BadUseError."""
        from .sftp import SFTP as SFTPClass

        if not isinstance(sftp, SFTPClass):
            raise TypeError(f"Argument 'sftp' has incorrect type (expected SFTP, got {type(sftp).__name__})")
        self = object.__new__(cls)
        self._sftp, self._handle = sftp, None
        self._closed = self._has_written = False
        return self

    @classmethod
    def _adopted(cls: type[_Self], sftp: SFTP, handle: Handle) -> _Self:
        self = object.__new__(cls)
        self._sftp, self._handle = sftp, handle
        self._closed = self._has_written = False
        return self

    def _pointer(self) -> object:
        if self._handle is None:
            raise error(error_codes.LIBSSH2_ERROR_BAD_USE, "the file is not open")
        return self._handle.pointer

    def _call(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_sftp_handle_<name>; returns its result or EAGAIN, raises for an error."""
        return call("swiftssh_sftp_handle_" + name, self._pointer(), *arguments)
