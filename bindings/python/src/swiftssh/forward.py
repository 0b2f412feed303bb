"""Connections that are carried through a client."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from ._calls import call
from ._closing import Closing
from ._handle import Handle
from ._library import function
from .errors import SSHError

__all__ = ["Forward", "ForwardCounts"]


@dataclass(frozen=True)
class ForwardCounts:
    """What a forward has counted.

    active: connections that are carried now.
    total: connections that were accepted.
    failed: those that could not be carried on or did not end in order.
    bytes_sent, bytes_received: bytes that went to the server's side, and that came from there.
    """

    active: int
    total: int
    failed: int
    bytes_sent: int
    bytes_received: int


class Forward(Closing):
    """A port whose connections are carried through a client, by threads of the library's own.

    At most 128 connections are carried at once; others wait. As context manager it is closed at the end. Any thread may
    use it. It ends with its client.
    """

    def __init__(self, handle: Handle) -> None:
        """Takes over a handle."""
        self._handle = handle
        self._port = function("swiftssh_forward_bound_port")(handle.pointer)

    def __repr__(self) -> str:
        return f"<swiftssh.Forward port {self._port}{'' if self.is_open else ' closed'}>"

    @property
    def bound_port(self) -> int:
        """The port that is listened on."""
        return self._port

    @property
    def is_open(self) -> bool:
        """Whether it still accepts connections."""
        return not self._handle.closed and function("swiftssh_forward_is_open")(self._handle.pointer) == 1

    @property
    def counts(self) -> ForwardCounts:
        """What it has carried so far. Raises Closed after close()."""
        numbers = [ctypes.c_uint64() for _ in range(5)]
        call("swiftssh_forward_counts", self._handle.pointer, *map(ctypes.byref, numbers))
        return ForwardCounts(*(number.value for number in numbers))

    @property
    def last_error(self) -> SSHError | None:
        """The last failure of a connection, None for none. Raises Closed after close()."""
        pointer = self._handle.pointer
        try:
            call("swiftssh_forward_last_error", pointer)
        except SSHError as error:
            return error
        return None

    def close(self) -> None:
        """Ends the forward, its connections and its threads. A second call does nothing."""
        if self._handle.closed:
            return
        call("swiftssh_forward_close", self._handle.pointer)
        self._handle.close()
