"""What ssh2.fileinfo and ssh2.statinfo have in common."""

from __future__ import annotations

from typing import TypeVar

from ._number import Number

_Self = TypeVar("_Self", bound="Stat")

_UNKNOWN = Number(lambda self: 0, doc="Not told by the server: 0.")


class Stat:
    """Facts about a file, named as in `struct stat`; those that are not known are 0. They cannot be set.

    st_size in bytes; st_mode: the permission bits; st_atime and st_mtime: seconds since 1970.
    """

    __slots__ = ("_size", "_mode", "_atime", "_mtime", "__weakref__")

    _size: int
    _mode: int
    _atime: int
    _mtime: int

    def __init__(self) -> None:
        self._size = self._mode = self._atime = self._mtime = 0

    @classmethod
    def _known(cls: type[_Self], size: int, mode: int, atime: int, mtime: int) -> _Self:
        self = cls()
        self._size, self._mode, self._atime, self._mtime = size, mode, atime, mtime
        return self

    @property
    def st_size(self) -> int:
        """The size in bytes."""
        return self._size

    @property
    def st_mode(self) -> int:
        """The permission bits."""
        return self._mode

    @property
    def st_atime(self) -> int:
        """When the file was last read: seconds since 1970."""
        return self._atime

    @property
    def st_mtime(self) -> int:
        """When the file was last written: seconds since 1970."""
        return self._mtime

    st_ino: Number = _UNKNOWN
    st_nlink: Number = _UNKNOWN
    st_uid: Number = _UNKNOWN
    st_gid: Number = _UNKNOWN
    st_rdev: Number = _UNKNOWN
    st_blksize: Number = _UNKNOWN
    st_blocks: Number = _UNKNOWN
    st_ctime: Number = _UNKNOWN
