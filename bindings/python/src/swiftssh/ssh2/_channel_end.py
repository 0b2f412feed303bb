"""How what ran in a channel ended."""

from __future__ import annotations

from .. import _abi
from ._channel_core import ChannelCore
from ._errors import call

_UNKNOWN = -1
# Of a command that has not ended, and in a callback of the session.
_UNTOLD = (0, _abi.SWIFTSSH_ERROR_REENTERED)


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
        kind = self._simple("exit_kind")
        if kind == _abi.SWIFTSSH_EXIT_EXITED:
            return self._simple("exit_status")
        return 0 if kind in _UNTOLD else _UNKNOWN

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
