"""The attributes of files as the library writes them."""

from __future__ import annotations

import ctypes
import struct
from collections import deque
from collections.abc import Callable

from . import _abi
from ._calls import call, owned
from ._library import bound

_NUMBERS = struct.Struct("=Q5I")
"""The size, uid, gid, permissions, atime and mtime, one behind the other."""


# As in _buffers: making one costs more than a call that writes into it.
_spare: deque[Received] = deque(maxlen=8)


class Received:
    """An object of the library that calls write attributes into; for one thread at a time."""

    __slots__ = ("_owned", "pointer", "_memory", "_get")

    def __init__(self) -> None:
        made = call.make("swiftssh_sftp_attributes_new", _abi.swiftssh_sftp_attributes)
        self._owned = owned(made, "swiftssh_sftp_attributes_free")
        self.pointer = self._owned.pointer
        self._memory = memory = bytearray(_NUMBERS.size)
        size = ctypes.c_uint64.from_buffer(memory)
        numbers = [ctypes.c_uint32.from_buffer(memory, 8 + 4 * index) for index in range(5)]
        self._get = bound("swiftssh_sftp_attributes_get", self.pointer, *map(ctypes.byref, (size, *numbers)))

    @staticmethod
    def by(ask: Callable[[object], int]) -> tuple[int, tuple[int, ...]]:
        """Calls `ask` with the pointer of an object to write into. Returns what it returned, and the values."""
        try:
            answer = _spare.pop()
        except IndexError:
            answer = Received()
        result = ask(answer.pointer)
        values = answer.values()
        _spare.append(answer)
        return result, values

    def values(self) -> tuple[int, ...]:
        """Returns the flags that say what is known, the size, uid, gid, permissions, atime and mtime; 0 for what is not."""
        return (self._get(), *_NUMBERS.unpack(self._memory))
