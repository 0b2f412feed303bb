"""What the tests of SFTP share."""

from __future__ import annotations

import select
from collections.abc import Callable
from typing import TypeVar

from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.sftp import LIBSSH2_FXF_CREAT, LIBSSH2_FXF_TRUNC, LIBSSH2_FXF_WRITE, SFTP
from swiftssh.ssh2.sftp_handle import SFTPHandle

MAKING = LIBSSH2_FXF_WRITE | LIBSSH2_FXF_CREAT | LIBSSH2_FXF_TRUNC
_Value = TypeVar("_Value")


def sftp_of(session: Session) -> SFTP:
    """Returns SFTP on a session in blocking mode."""
    sftp = session.sftp_init()
    assert isinstance(sftp, SFTP)
    return sftp


def file_of(sftp: SFTP, path: object, flags: int = 0, mode: int = 0o644) -> SFTPHandle:
    """Returns a file that is opened in blocking mode."""
    handle = sftp.open(str(path), flags, mode)
    assert isinstance(handle, SFTPHandle)
    return handle


def directory_of(sftp: SFTP, path: object) -> SFTPHandle:
    """Returns a directory that is opened in blocking mode."""
    handle = sftp.opendir(str(path))
    assert isinstance(handle, SFTPHandle)
    return handle


def driven(session: Session, call: Callable[[], _Value]) -> _Value:
    """Makes a call of a session in non-blocking mode until it is done."""
    while True:
        value = call()
        first = value[0] if isinstance(value, tuple) else value
        if first != LIBSSH2_ERROR_EAGAIN:
            return value
        wait(session)


def wait(session: Session) -> None:
    """Waits until the session's socket is ready for what the session waits for."""
    waited_for = [session.sock]
    assert select.select(waited_for, waited_for if session.block_directions() & 2 else [], [], 60)
