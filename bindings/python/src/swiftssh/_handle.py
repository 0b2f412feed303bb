"""The base of everything that owns an object of the library."""

from __future__ import annotations

import sys
from collections.abc import Callable

from ._closing import Closing
from .errors import Closed


class Handle(Closing):
    """Owns one object of libswiftssh and frees it once: by close(), or when nothing refers to this any more.

    Freeing never blocks and never needs the network. A handle keeps its parent alive, so that a channel's session
    outlives the channel in whatever order Python collects them. Any thread may use it and close it.
    """

    __slots__ = ("_pointer", "_free", "_parent", "__weakref__")

    def __init__(
        self, pointer: object, free: Callable[[object], object], parent: Handle | None = None
    ) -> None:
        """Takes over `pointer`, which `free` will be called with; `parent` is kept until this is closed."""
        self._pointer: object | None = pointer
        self._free = free
        self._parent = parent

    def __del__(self, _is_finalizing: Callable[[], bool] = sys.is_finalizing) -> None:
        # At the end of the program the process takes everything along, and daemon threads may still be in calls.
        if not _is_finalizing():
            self.close()

    @property
    def pointer(self) -> object:
        """What the library's functions take. Raises Closed after close()."""
        pointer = self._pointer
        if pointer is None:
            raise Closed("this object has been closed")
        return pointer

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._pointer is None

    def close(self) -> None:
        """Frees the object; a second call does nothing. Does not block."""
        # Two threads at once may both free it: to the library the second is one that is freed already.
        pointer, self._pointer = self._pointer, None
        if pointer is not None:
            self._free(pointer)
        self._parent = None
