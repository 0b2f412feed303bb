"""What goes wrong with an agent, as the exceptions that ssh2-python has for each step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .. import _abi
from ..errors import SSHError
from .exceptions import SSH2Error

# A call that was ended from outside is no failure of the agent's.
_KEPT = frozenset((_abi.SWIFTSSH_ERROR_CANCELLED, _abi.SWIFTSSH_ERROR_CLOSED, _abi.SWIFTSSH_ERROR_REENTERED))


def raised_as(error: SSH2Error, wanted: type[SSHError], message: str = "") -> SSHError:
    """Returns the exception of class `wanted` that says what `error` does, or `message`; `error` itself when the
    session was closed.
    """
    if error.code in _KEPT or isinstance(error, wanted):
        return error
    return wanted(
        message or str(error),
        code=error.code,
        phase=error.phase,
        host=error.host,
        port=error.port,
        path=error.path,
        errno=error.errno,
        server_text=error.server_text,
    )


@contextmanager
def translated(wanted: type[SSHError]) -> Iterator[None]:
    """Raises exceptions of the class `wanted` in place of those that the body raises."""
    try:
        yield
    except SSH2Error as error:
        raise raised_as(error, wanted) from None
