"""The base of everything that owns an object of the library."""

from __future__ import annotations

import atexit
import functools
import sys
import weakref
from collections.abc import Callable

from ._closing import Closing
from .errors import Closed

nothing: Callable[[], None] = [].clear
"""A finalizer that does nothing, and is no function of Python's: Ctrl-C would be lost there."""


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
        self._free: Callable[[], object] = functools.partial(free, pointer)
        self._pointer: object | None = pointer
        self._parent = parent
        # Who waits as gevent does looks for the session. Nobody else does.
        if "gevent" in sys.modules:
            setattr(pointer, _HANDLE, weakref.ref(self))

    @property
    def root(self) -> Handle:
        """The parent's parent and so on; itself where it has none."""
        return self if self._parent is None else self._parent.root

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
        if self._pointer is None:
            return
        self._pointer = None
        # Where Ctrl-C comes before the next line, the finalizer frees it once more: to the library it is one that is freed already.
        self._free()
        self._free = nothing
        self._parent = None


# Python ignores what comes out of a finalizer: what a signal's handler raises there, Ctrl-C, would be lost. Handlers run between the interpreter's steps, so the
# finalizer has none of those. It is what `_free` holds: a function of the library with its argument.
setattr(Handle, "__del__", Handle.__dict__["_free"])
# At the end of the program the process takes everything along, and daemon threads may still be in calls.
atexit.register(delattr, Handle, "__del__")

_HANDLE = "swiftssh_handle"


def handle_of(pointer: object) -> Handle | None:
    """Returns the handle whose pointer this is, the very object; None for none that was made while gevent was there."""
    made: weakref.ref[Handle] | None = getattr(pointer, _HANDLE, None)
    found = None if made is None else made()
    return found if found is not None and found._pointer is pointer else None
