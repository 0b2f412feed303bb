"""Connections that are carried through a client, for asyncio."""

from __future__ import annotations

import asyncio
from .. import forward
from .._handle import Handle
from ..errors import SSHError
from ..forward import ForwardCounts
from ._closing import Closing
from ._threads import CLOSING

__all__ = ["Forward"]


class Forward(Closing):
    """A port whose connections are carried through a client, by threads of the library's own: at most 128 connections at once; others wait.

    As async context manager it is closed at the end. It ends with its client.
    """

    def __init__(self, handle: Handle, owner: object) -> None:
        """Takes over a handle; `owner` is kept alive."""
        self._forward = forward.Forward(handle)
        self._owner = owner

    def __repr__(self) -> str:
        return repr(self._forward).replace("swiftssh.", "swiftssh.aio.", 1)

    @property
    def bound_port(self) -> int:
        """The port that is listened on."""
        return self._forward.bound_port

    @property
    def is_open(self) -> bool:
        """Whether it still accepts connections."""
        return self._forward.is_open

    @property
    def counts(self) -> ForwardCounts:
        """What it has carried so far. Raises Closed after close()."""
        return self._forward.counts

    @property
    def last_error(self) -> SSHError | None:
        """The last failure of a connection, None for none. Raises Closed after close()."""
        return self._forward.last_error

    async def close(self) -> None:
        """Ends the forward, its connections and its threads. A second call does nothing."""
        await asyncio.wrap_future(CLOSING.start(self._forward.close))
