"""The closing of files at the end of a `with` block."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from . import error_codes
from ._errors import EAGAIN, error
from .exceptions import SSH2Error
from .utils import wait_socket

if TYPE_CHECKING:
    from .sftp_handle import SFTPHandle


def close_in_the_end(handle: SFTPHandle, has_failed: bool) -> None:
    """Closes a file. What the block raised already is not hidden by what closing raises.

    In non-blocking mode waits at most for the session's timeout, and only where something was written.
    """
    try:
        if handle.close() == EAGAIN:
            if handle._has_written and not has_failed:
                _wait(handle)
            elif handle._handle is not None:
                handle._closed = True
                handle._handle.close()
    except SSH2Error:
        if not has_failed:
            raise


def _wait(handle: SFTPHandle) -> None:
    session = handle._sftp.session
    sock = session.sock if session.sock is not None else -1
    limit = session.get_timeout() / 1000
    begun = time.monotonic()
    while handle.close() == EAGAIN:
        if 0 < limit < time.monotonic() - begun:
            raise error(error_codes.LIBSSH2_ERROR_TIMEOUT, "the file was not closed in time")
        wait_socket(sock, session)
