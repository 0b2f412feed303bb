"""How what ran in a channel ended."""

from __future__ import annotations

import ctypes

from .. import _abi
from .._calls import owned
from .._library import function
from ._channel_core import ChannelCore
from ._errors import call
from .exceptions import SSH2Error

_UNKNOWN = -1


class ChannelEnd(ChannelCore):
    """A channel's exit status and exit signal."""

    __slots__ = ()

    def get_exit_status(self) -> int:
        """Returns the command's exit status; 0 also as long as it is not known.

        -1 when the channel has ended without one: a signal ended the command, the connection is over, or the server said nothing.
        ssh2-python returns 0 then, too.
        """
        if self._handle is None:
            return 0
        return self._simple("exit_status") or (_UNKNOWN if self._has_ended_without_status() else 0)

    def _has_ended_without_status(self) -> bool:
        """Whether the channel has ended, and not by an exit status. Waits in no mode of the session's: the call is made as a caller's."""
        if self.get_exit_signal()[1] is not None:
            return True
        kind = ctypes.c_int32()
        try:
            made = call.make("swiftssh_caller_new", _abi.swiftssh_caller, self._session._handle.pointer, 0)
            with owned(made, "swiftssh_caller_free") as caller:
                call("swiftssh_caller_enter", caller.pointer, 0)
                try:
                    ended = call("swiftssh_channel_wait_exit", self._pointer(), ctypes.byref(kind), None) == 0
                finally:
                    function("swiftssh_caller_leave")(caller.pointer, None)
        except SSH2Error as error:
            return error.code != _abi.SWIFTSSH_ERROR_REENTERED
        return ended and kind.value != _abi.SWIFTSSH_EXIT_EXITED

    def get_exit_signal(self) -> tuple[int, bytes | None, bytes | None, bytes | None]:
        """Returns 0, the name of the signal that ended the command, without SIG, the server's explanation, and its language.

        The name is None when no signal ended it or that is not known yet; the others are None where the server said
        nothing. ssh2-python never has an explanation or a language.
        """
        if self._handle is None:
            return 0, None, None, None
        pointer = self._handle.pointer
        name = call.value("swiftssh_channel_exit_signal", pointer) or None
        message = call.value("swiftssh_channel_exit_signal_message", pointer) or None
        language = call.value("swiftssh_channel_exit_signal_language", pointer) or None
        return 0, name, message, language
