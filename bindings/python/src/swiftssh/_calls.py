"""Calls of functions that can fail: the one place where the library's error objects become exceptions."""

from __future__ import annotations

import ctypes
import errno as _errno
import sys
from collections.abc import Callable
from typing import TypeVar

from . import _abi
from ._handle import Handle
from . import _signals
from ._library import bound, function, text
from .errors import CLASSES, Classes, CommandTimedOut, ConnectionLost, HostKeyError, OutputLimitExceeded, SSHError, class_for

_Value = TypeVar("_Value")

_ErrorPointer = ctypes.POINTER(_abi.swiftssh_error)

# What the SFTP statuses are called that have a name of their own in POSIX.
_SFTP_ERRNO = {
    _abi.SWIFTSSH_FX_NO_SUCH_FILE: _errno.ENOENT,
    _abi.SWIFTSSH_FX_PERMISSION_DENIED: _errno.EACCES,
    _abi.SWIFTSSH_FX_OP_UNSUPPORTED: _errno.EOPNOTSUPP,
    # SSH_FX_FILE_ALREADY_EXISTS of later versions, which some servers say in version 3 too.
    11: _errno.EEXIST,
}


class Caller:
    """Calls the library and raises the exceptions of one table."""

    def __init__(
        self,
        classes: Classes,
        otherwise: type[SSHError],
        returned: frozenset[int] = frozenset(),
        *,
        lets_greenlets_run: bool = False,
    ) -> None:
        """`otherwise` is raised for statuses that are not in `classes`; those in `returned` are returned instead.

        lets_greenlets_run: whether a program of gevent's has its other greenlets run while a call waits.
        """
        self._classes = classes
        self._otherwise = otherwise
        self._returned = returned
        self._lets_greenlets_run = lets_greenlets_run

    def __call__(self, name: str, *arguments: object) -> int:
        """Calls a function whose last parameter is the error, which is not given here.

        Returns the function's status or count; raises for a negative one, and what handlers of signals have raised meanwhile. Blocks as
        long as the function does.
        """
        if self._lets_greenlets_run and "gevent.monkey" in sys.modules:
            from . import _greenlets

            if (made := _greenlets.called(name, arguments)) is not None:
                return made
        error = _ErrorPointer()
        if not _signals.listens:
            _signals.listen()
        result = function(name)(*arguments, ctypes.byref(error))
        return result if result >= 0 and not _signals.kept else self._outcome(result, error)

    def repeated(self, name: str, *arguments: object) -> Callable[[], int]:
        """Returns what makes one call with the same arguments again and again, in one thread at a time, and costs less."""
        error = _ErrorPointer()
        made = bound(name, *arguments, ctypes.byref(error))

        def again() -> int:
            if not _signals.listens:
                _signals.listen()
            result = made()
            if result >= 0 and not _signals.kept:
                return result
            try:
                return self._outcome(result, error)
            finally:
                ctypes.memset(ctypes.byref(error), 0, ctypes.sizeof(error))

        return again

    def _outcome(self, result: int, error: ctypes._Pointer[_abi.swiftssh_error]) -> int:
        """Returns what a function returned, or raises what that means."""
        if _signals.kept and _signals.is_main():
            function("swiftssh_error_free")(error)
            raise _signals.kept.pop(0)
        if result >= 0:
            return result
        if result in self._returned:
            function("swiftssh_error_free")(error)
            return result
        raise self._taken(result, error)

    def value(
        self, name: str, *inputs: object, outputs: tuple[object, ...] = (), capacity: int = 512
    ) -> bytes:
        """Calls a function that copies a value into a buffer and returns the value.

        inputs, outputs: the arguments before the buffer, and those between its capacity and the error.
        capacity: bytes to offer at first; a longer value costs a second call.
        """
        while True:
            buffer = ctypes.create_string_buffer(capacity)
            arguments = (*inputs, buffer, capacity, *outputs)
            length = self(name, *arguments) if name in _abi.FALLIBLE else function(name)(*arguments)
            if length < 0:
                return b""
            if length <= capacity:
                return ctypes.string_at(buffer, length)
            capacity = length

    def make(self, name: str, kind: type[ctypes.Structure], *inputs: object) -> object:
        """Calls a function that makes an object, and returns it; None when it returned a status instead."""
        made = ctypes.POINTER(kind)()
        try:
            status = self(name, *inputs, ctypes.byref(made))
        except BaseException:
            # What came out of a wait may do so behind a call that had its result.
            if made:
                function(kind.__name__ + "_free")(made)
            raise
        return None if status < 0 else made

    def _taken(self, status: int, error: ctypes._Pointer[_abi.swiftssh_error]) -> SSHError:
        """Makes the exception of an error object and frees that object."""
        if not error:
            return class_for(status, 0, self._classes, self._otherwise)(
                text("swiftssh_status_name", status), code=status
            )
        try:
            sftp_status = function("swiftssh_error_sftp_status")(error)
            errno = function("swiftssh_error_errno")(error) or _SFTP_ERRNO.get(sftp_status, 0)
            raised = class_for(status, errno, self._classes, self._otherwise)(
                text("swiftssh_error_message", error),
                code=status,
                phase=text("swiftssh_error_phase", error),
                host=text("swiftssh_error_host", error),
                port=function("swiftssh_error_port")(error) or None,
                path=text("swiftssh_error_path", error),
                errno=errno,
                server_text=text("swiftssh_error_server_text", error),
                sftp_status=sftp_status,
            )
            if isinstance(raised, HostKeyError):
                raised.fingerprint = text("swiftssh_error_host_key_fingerprint", error)
                raised.key_type = text("swiftssh_error_host_key_type", error)
                raised.expected_fingerprint = text("swiftssh_error_expected_fingerprint", error)
                raised.line = function("swiftssh_error_line")(error)
            if isinstance(raised, (CommandTimedOut, ConnectionLost, OutputLimitExceeded)):
                raised.stdout = self.value("swiftssh_error_output", error, 0)
                raised.stderr = self.value("swiftssh_error_output", error, 1)
            return raised
        finally:
            function("swiftssh_error_free")(error)


def owned(pointer: object, free: str, parent: Handle | None = None) -> Handle:
    """Returns a handle that frees `pointer` with the function named `free`."""
    release: Callable[[object], object] = function(free)
    return Handle(pointer, release, parent)


def asked(ask: Callable[..., _Value], *arguments: object) -> _Value:
    """Calls a function of the program's that a call of the library's asks, where the program waits for that call."""
    if "gevent.monkey" in sys.modules:
        from . import _greenlets

        return _greenlets.asked(ask, *arguments)
    return ask(*arguments)


call = Caller(CLASSES, SSHError, lets_greenlets_run=True)
"""Raises the exceptions of swiftssh itself."""

trying = Caller(CLASSES, SSHError, frozenset([_abi.SWIFTSSH_ERROR_EAGAIN]))
"""The same, but returns that a call would block instead of raising it."""
