"""Helpers of ssh2-python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from .. import _information
from . import _greenlets
from ._convert import ENCODING as ENCODING
from ._convert import Integer, c_int, exact_bytes, integer
from ._errors import EAGAIN, error_class
from .exceptions import UnknownError
from ._constants import LIBSSH2_SESSION_BLOCK_INBOUND, LIBSSH2_SESSION_BLOCK_OUTBOUND

if TYPE_CHECKING:
    from .session import Session

__all__ = ["ENCODING", "find_eol", "handle_error_codes", "ssh2_exit", "version", "wait_socket"]


class HasFileno(Protocol):
    """A socket, or whatever else has a descriptor."""

    def fileno(self) -> int: ...


def version(required_version: Integer = 0) -> bytes | None:
    """Returns the engine's version, as b"1.10.0", or None when it is a libssh2 older than required.

    required_version: as libssh2 writes it, 0x010a00 for 1.10.0. The native engine, whose numbers are its own, can do what any
    libssh2 can. Raises LibraryNotFound.
    """
    required = c_int(required_version)
    found = _information.engine_version()
    if _information.engine_name() != "libssh2":
        return found.encode()
    numbers = [int(part) for part in found.split("-")[0].split("_")[0].split(".")[:3] if part.isdigit()]
    number = 0
    for part in (numbers + [0, 0, 0])[:3]:
        number = number << 8 | part
    return found.encode() if number >= required else None


def ssh2_exit() -> None:
    """Does nothing: the library needs no leave-taking."""


def wait_socket(
    _socket: HasFileno | int, session: Session, timeout: float = 1
) -> int | tuple[list[object], list[object], list[object]]:
    """Waits until the session's socket is ready for what the session waits for, at most `timeout` seconds.

    Returns 0 at once when the session waits for nothing, else what select.select returns. Blocks; over a socket of gevent's other
    greenlets run meanwhile.
    """
    if _socket is None:
        raise TypeError("Argument '_socket' must not be None")
    directions = session.block_directions()
    if directions == 0:
        return 0
    readers: list[object] = [_socket] if directions & LIBSSH2_SESSION_BLOCK_INBOUND else []
    writers: list[object] = [_socket] if directions & LIBSSH2_SESSION_BLOCK_OUTBOUND else []
    return _greenlets.select(_socket, readers, writers, timeout)


def handle_error_codes(errcode: Integer) -> int:
    """Raises the exception of a negative number; returns EAGAIN, 0 and positive numbers as they are.

    Raises OverflowError where a C int could not hold it.
    """
    code = c_int(errcode)
    if code >= 0 or code == EAGAIN:
        return code
    found = error_class(code)
    if found is UnknownError:
        raise UnknownError("Error code %s not known", code, code=code)
    raise found(code=code)


def find_eol(buf: bytes, pos: Integer) -> tuple[int, int]:
    r"""Finds the end of the line that begins at `pos`.

    Returns the line's length without its end, and the length of that end: 1 for \n, 2 for \r\n. Returns (-1, 0) when
    there is none. The next line begins at pos + the sum of both.
    """
    data = buf if type(buf) is bytes else exact_bytes(buf, "buf")
    start = pos if type(pos) is int else integer(pos)
    if not data:
        return -1, start
    end = data.find(b"\n", start)
    if end < 0:
        return -1, 0
    if end > start and data[end - 1] == 0x0D:
        return end - 1 - start, 2
    return end - start, 1
