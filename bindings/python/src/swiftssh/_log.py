"""What happens in sessions, told to Python's own logging: its logger is "swiftssh"."""

from __future__ import annotations

import atexit
import ctypes
import sys
from typing import Union

from . import _abi, _signals
from ._library import function

LOGGER = "swiftssh"

_NO_CALLBACK = ctypes.cast(0, _abi.swiftssh_log_callback)
_NO_FINALIZER = ctypes.cast(0, _abi.swiftssh_finalizer)
# The library's levels are those of logging, in other numbers.
_DEBUG, _INFO = 10, 20
_PER_LEVEL = 10
_told = 0
"""The level that the library tells; 0 while it tells nothing."""


def enable_logging(level: Union[str, int] = "INFO") -> None:
    """Has what happens in connections logged by Python's logging, in those that are made from now on.

    level: that of the logger "swiftssh", "WARNING", "INFO" or "DEBUG": how much is logged.

    Handlers and formats are the program's, as with every logger. A program that sets the level of this logger, or of the root, to
    INFO or DEBUG before it connects need not call this. Records have the attributes ssh_host, ssh_phase, ssh_session (a number) and
    ssh_seconds (since the session was made). Nothing of what is logged is secret or goes through channels.
    """
    import logging

    logging.getLogger(LOGGER).setLevel(level)
    listen()


def listen() -> None:
    """Has the library tell as much as the logger wants by now. To be called when a session is made."""
    global _told
    logging = sys.modules.get("logging")
    # Who has not imported it has set no level.
    if logging is None:
        return
    level = logging.getLogger(LOGGER).getEffectiveLevel()
    wanted = _abi.SWIFTSSH_LOG_DEBUG if level <= _DEBUG else _abi.SWIFTSSH_LOG_INFO if level <= _INFO else 0
    if wanted == _told:
        return
    callback = _CALLBACK if wanted else _NO_CALLBACK
    function("swiftssh_set_log_callback")(wanted or _abi.SWIFTSSH_LOG_WARNING, callback, None, _NO_FINALIZER, None)
    _told = wanted


def _tell(
    _: object, session: int, microseconds: int, level: int, phase: bytes, host: bytes, message: bytes
) -> None:
    try:
        import logging

        what, where, name = message.decode("utf-8", "replace"), phase.decode(), host.decode("utf-8", "replace")
        details = {
            "ssh_host": name,
            "ssh_phase": where,
            "ssh_session": session,
            "ssh_seconds": microseconds / 1_000_000,
        }
        place = f"{name}: {where}" if name else where
        number = logging.WARNING - _PER_LEVEL * (level - _abi.SWIFTSSH_LOG_WARNING)
        logging.getLogger(LOGGER).log(number, "[%d] %s: %s", session, place, what, extra=details)
    except BaseException as raised:
        # It cannot come out of a callback; what a signal's handler raises comes out of the call that this thread is in.
        if not _signals.is_main():
            raise
        _signals.kept.append(raised)


def _end() -> None:
    if _told:
        function("swiftssh_set_log_callback")(_abi.SWIFTSSH_LOG_WARNING, _NO_CALLBACK, None, _NO_FINALIZER, None)


_CALLBACK = _abi.swiftssh_log_callback(_tell)
atexit.register(_end)
