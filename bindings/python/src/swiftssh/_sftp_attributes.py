"""The attributes of files as the library writes them."""

from __future__ import annotations

import ctypes

from . import _abi
from ._calls import call, owned
from ._library import function


class Received:
    """An object of the library that calls write attributes into; for one thread at a time."""

    __slots__ = ("_owned", "pointer", "_size", "_numbers", "_outputs", "_get")

    def __init__(self) -> None:
        made = call.make("swiftssh_sftp_attributes_new", _abi.swiftssh_sftp_attributes)
        self._owned = owned(made, "swiftssh_sftp_attributes_free")
        self.pointer = self._owned.pointer
        self._size = ctypes.c_uint64()
        self._numbers = [ctypes.c_uint32() for _ in range(5)]
        self._outputs = [ctypes.byref(self._size), *map(ctypes.byref, self._numbers)]
        self._get = function("swiftssh_sftp_attributes_get")

    def values(self) -> tuple[int, ...]:
        """Returns the flags that say what is known, the size, uid, gid, permissions, atime and mtime; 0 for what is not."""
        flags = self._get(self.pointer, *self._outputs)
        return (flags, self._size.value, *(number.value for number in self._numbers))
