"""ssh2.listener: a port of the server's whose connections are handed over."""

from __future__ import annotations

from .. import _abi
from .._calls import owned
from ._convert import MaybeEAGAIN
from ._errors import EAGAIN, call
from ._session_object import SessionObject
from .channel import Channel

__all__ = ["Listener"]


class Listener(SessionObject):
    """A port that the server listens on for a session, which this keeps alive. Made by Session.forward_listen().

    Letting go of it makes the server stop listening, without waiting for that; connections that were accepted go on.
    """

    __slots__ = ()
    _UNUSABLE = "the listener has no port"

    def forward_accept(self) -> Channel | MaybeEAGAIN:
        """Waits for the next connection. Returns it as a channel, or EAGAIN.

        Raises BadUseError after forward_cancel(), also in a thread that waits meanwhile.
        """
        made = call.make("swiftssh_listener_accept", _abi.swiftssh_channel, self._pointer())
        if made is None:
            return EAGAIN
        return Channel._adopted(self._session, owned(made, "swiftssh_channel_free", self._session._handle))

    def forward_cancel(self) -> int:
        """Makes the server stop listening. Returns 0 or EAGAIN; once it has returned 0, further calls do nothing.

        Connections that wait are closed, those that were accepted go on. From the first call on nothing is accepted, whether or not the
        server answers.
        """
        return call("swiftssh_listener_cancel", self._pointer())
