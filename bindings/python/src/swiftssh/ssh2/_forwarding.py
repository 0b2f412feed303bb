"""Connections that the server makes for its client, and ports on which it listens for it."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, cast

from .. import _abi
from .._calls import owned
from ._convert import Integer, MaybeEAGAIN, Text, c_int, optional_text, text, unsigned
from ._errors import EAGAIN, call
from ._session_core import SessionCore
from .channel import Channel
from .listener import Listener

if TYPE_CHECKING:
    from .session import Session

_ORIGIN_HOST = b"127.0.0.1"
_ORIGIN_PORT = 22
_QUEUED_CONNECTIONS = 16


def _port(value: Integer) -> int:
    """Returns the number of a port; raises TypeError, or OverflowError for what is not in 0 to 65535."""
    return unsigned(value, "port number", 16)


class Forwarding(SessionCore):
    """The opening of a session's channels, and its listeners.

    What opens a channel returns EAGAIN in non-blocking mode and is then to be called again with the same arguments. A
    refusal raises ChannelFailure.
    """

    __slots__ = ()

    def _channel(self, name: str, *inputs: object) -> Channel | MaybeEAGAIN:
        """Returns the channel that swiftssh_session_<name> opens, or EAGAIN; raises for an error."""
        made = call.make("swiftssh_session_" + name, _abi.swiftssh_channel, self._handle.pointer, *inputs)
        if made is None:
            return EAGAIN
        return Channel._adopted(cast("Session", self), owned(made, "swiftssh_channel_free", self._handle))

    def open_session(self) -> Channel | MaybeEAGAIN:
        """Opens a channel for a command, a shell or a subsystem. Returns it, or EAGAIN."""
        return self._channel("open_session")

    def direct_tcpip(self, host: Text, port: Integer) -> Channel | MaybeEAGAIN:
        """Has the server connect to a TCP port that it can reach. Returns the connection as a channel, or EAGAIN."""
        return self.direct_tcpip_ex(host, port, _ORIGIN_HOST, _ORIGIN_PORT)

    def direct_tcpip_ex(self, host: Text, port: Integer, shost: Text, sport: Integer) -> Channel | MaybeEAGAIN:
        """Does what direct_tcpip() does and tells the server that `shost` and `sport` are where the connection begins."""
        there, here = text(host, "host"), text(shost, "shost")
        return self._channel("direct_tcpip", there, _port(port), here, _port(sport))

    def direct_streamlocal_ex(self, socket_path: Text, shost: Text, sport: Integer) -> Channel | MaybeEAGAIN:
        """Has the server connect to a UNIX socket of its own. Returns the connection as a channel, or EAGAIN.

        shost, sport: where the connection begins, which servers do not look at.
        """
        path, here = text(socket_path, "socket_path"), text(shost, "shost")
        return self._channel("direct_streamlocal", path, here, _port(sport))

    def forward_listen(self, port: Integer) -> Listener | MaybeEAGAIN:
        """Has the server listen on a port at all its addresses, as far as it allows. Returns a Listener, or EAGAIN.

        Raises RequestDeniedError when the server refuses.
        """
        listener, _ = self.forward_listen_ex(_QUEUED_CONNECTIONS, None, port)
        return listener

    def forward_listen_streamlocal(
        self, socket_path: Text, queue_maxsize: Integer = _QUEUED_CONNECTIONS
    ) -> Listener | MaybeEAGAIN:
        """Has the server listen on a UNIX socket of its own. Returns a Listener, or EAGAIN. Not in ssh2-python.

        queue_maxsize: how many connections may wait to be accepted; more are refused. Raises RequestDeniedError when
        the server refuses, MethodNotSupported where the engine cannot.
        """
        path, most = text(socket_path, "socket_path"), c_int(queue_maxsize)
        made = ctypes.POINTER(_abi.swiftssh_listener)()
        if self._call("forward_listen_streamlocal", path, most, ctypes.byref(made)) == EAGAIN:
            return EAGAIN
        return Listener._adopted(cast("Session", self), owned(made, "swiftssh_listener_free", self._handle))

    def forward_listen_ex(
        self, queue_maxsize: Integer, host: Text | None = None, port: Integer = 0
    ) -> tuple[Listener | MaybeEAGAIN, int]:
        """Has the server listen on a port and hand over the connections that come.

        queue_maxsize: how many connections may wait to be accepted; more are refused.
        host: the address to listen on; None for all, as far as the server allows. port: 0 lets the server choose.
        Returns a Listener and the port that the server listens on, or (EAGAIN, 0). Raises RequestDeniedError when
        the server refuses.
        """
        most, address, wanted = c_int(queue_maxsize), optional_text(host, "host"), _port(port)
        made, bound = ctypes.POINTER(_abi.swiftssh_listener)(), ctypes.c_int32()
        outputs = (ctypes.byref(made), ctypes.byref(bound))
        status = self._call("forward_listen", address, wanted, most, *outputs)
        if status == EAGAIN:
            return EAGAIN, 0
        handle = owned(made, "swiftssh_listener_free", self._handle)
        return Listener._adopted(cast("Session", self), handle), bound.value
