"""What every part of a session stands on: its handle, its socket, and the calls that are made with both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar, Union

from .. import _abi, _log
from .._calls import owned
from .._handle import Handle
from .._library import function
from .._options import Engine, engine_number
from . import _greenlets
from ._errors import call


class HasFileno(Protocol):
    """A socket, or whatever else has a descriptor."""

    def fileno(self) -> int: ...


Socket = Union[int, HasFileno]
"""What is taken as a connected socket: a descriptor, or an object that has one."""

_Self = TypeVar("_Self", bound="SessionCore")


def descriptor_of(sock: Socket) -> int:
    """Returns the descriptor of a socket. Raises ValueError when it is closed, TypeError when it has none."""
    if isinstance(sock, int):
        descriptor = sock
    else:
        fileno = getattr(sock, "fileno", None)
        if fileno is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        descriptor = fileno()
        if not isinstance(descriptor, int):
            raise TypeError("fileno() returned a non-integer")
    if descriptor < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({descriptor})")
    return descriptor


class SessionCore:
    """A session's handle and socket."""

    __slots__ = ("_handle", "_sock", "_has_keys", "__weakref__")

    _handle: Handle
    _sock: Socket | None
    _has_keys: bool

    def __new__(
        cls: type[_Self], *ignored: object, engine: Engine | None = None, **also_ignored: object
    ) -> _Self:
        """Makes a session without a connection. Here rather than in __init__, so that a subclass need not call that.

        engine: "libssh2" or "native"; None takes what $SWIFTSSH_ENGINE names, or libssh2. Not in ssh2-python.

        Raises LibraryNotFound, AllocError, or ValueError for an engine that there is not.
        """
        _log.listen()
        self = object.__new__(cls)
        pointer = call.make("swiftssh_session_new_with_engine", _abi.swiftssh_session, engine_number(engine))
        self._handle = owned(pointer, "swiftssh_session_free")
        self._sock = None
        self._has_keys = False
        return self

    def __init__(self, *ignored: object, **also_ignored: object) -> None:
        """Does nothing; arguments are ignored."""

    @property
    def sock(self) -> Socket | None:
        """The very object that handshake() was given; None before."""
        return self._sock

    def _simple(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_session_<name>, one that cannot fail, and returns its result."""
        return function("swiftssh_session_" + name)(self._handle.pointer, *arguments)

    def _call(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_session_<name>, one that can fail; returns its result or EAGAIN, raises for an error."""
        return call("swiftssh_session_" + name, self._handle.pointer, *arguments)

    def _waiting(self, attempt: Callable[[], int], in_both_modes: bool = False) -> int:
        """Makes a call that may wait; over a socket of gevent's other greenlets run meanwhile."""
        waits = in_both_modes or self._simple("get_blocking") > 0
        if not waits or not _greenlets.may_wait(self._sock):
            return attempt()
        return _greenlets.wait(self._handle, attempt)

    def _value(self, name: str, *inputs: object, outputs: tuple[object, ...] = ()) -> bytes:
        """Returns the value of swiftssh_session_<name>; raises for an error."""
        return call.value("swiftssh_session_" + name, self._handle.pointer, *inputs, outputs=outputs)
