"""What every part of a channel stands on: its handle, its session, and the calls that are made with both."""

from __future__ import annotations

from .._library import function
from ._errors import call
from ._session_object import SessionObject


class ChannelCore(SessionObject):
    """A channel's handle and session."""

    __slots__ = ()
    _UNUSABLE = "the channel is not open"

    def _call(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_channel_<name>; returns its result or EAGAIN, raises for an error."""
        return call("swiftssh_channel_" + name, self._pointer(), *arguments)

    def _simple(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_channel_<name>, one that cannot fail, and returns its result."""
        return function("swiftssh_channel_" + name)(self._pointer(), *arguments)
