"""SFTP in a poll loop of the caller's."""

from __future__ import annotations

import os
import pathlib
import threading

import pytest
from servers import Fixture
from sftp_support import MAKING, driven, file_of, sftp_of, wait

from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.exceptions import SFTPProtocolError
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.sftp import LIBSSH2_FXF_WRITE, SFTP
from swiftssh.ssh2.sftp_handle import SFTPAttributes, SFTPHandle

CONTENT = os.urandom(1 << 20) * 4


def driven_sftp(server: Fixture) -> tuple[Session, SFTP]:
    """Returns a session in non-blocking mode, and SFTP on it."""
    session = server.logged_in()
    session.set_blocking(False)
    sftp = driven(session, session.sftp_init)
    assert isinstance(sftp, SFTP)
    return session, sftp


def driven_file(session: Session, sftp: SFTP, path: object, flags: int) -> SFTPHandle:
    """Returns a file that is opened in non-blocking mode."""
    handle = driven(session, lambda: sftp.open(str(path), flags, 0o600))
    assert isinstance(handle, SFTPHandle)
    return handle


@pytest.mark.behaviour("sftp.non-blocking")
def test_files_are_written_and_read(server: Fixture, tmp_path: pathlib.Path) -> None:
    session, sftp = driven_sftp(server)
    handle = driven_file(session, sftp, tmp_path / "file", MAKING)
    rest = CONTENT
    while rest:
        rc, written = handle.write(rest)
        assert rc > 0 or rc == LIBSSH2_ERROR_EAGAIN
        rest = rest[written:]
        if rc == LIBSSH2_ERROR_EAGAIN:
            wait(session)
    assert driven(session, handle.close) == 0
    assert handle.closed
    assert (tmp_path / "file").read_bytes() == CONTENT
    handle = driven_file(session, sftp, tmp_path / "file", 0)
    data = b""
    for count, more in handle:
        if count == LIBSSH2_ERROR_EAGAIN:
            assert more == b""
            wait(session)
            continue
        data += more
    assert data == CONTENT


@pytest.mark.behaviour("sftp.eagain")
def test_what_would_wait_says_so(server: Fixture, tmp_path: pathlib.Path) -> None:
    session = server.logged_in()
    sftp = sftp_of(session)
    names = [f"{number:05}" for number in range(300)]
    for name in names:
        (tmp_path / name).write_bytes(b"")
    directory = sftp.opendir(str(tmp_path))
    assert isinstance(directory, SFTPHandle)
    session.set_blocking(False)
    entries = directory.readdir()
    with server.held():
        count, entry, attributes = next(entries)
        assert (count, entry, attributes.flags) == (LIBSSH2_ERROR_EAGAIN, b"", 0)
    found = []
    for count, entry, attributes in entries:
        if count == LIBSSH2_ERROR_EAGAIN:
            assert (entry, attributes.flags) == (b"", 0)
            wait(session)
            continue
        found.append(entry.decode())
    assert sorted(found) == sorted([*names, ".", ".."])
    with server.held():
        assert sftp.stat("/") == LIBSSH2_ERROR_EAGAIN
        assert sftp.realpath("/") == LIBSSH2_ERROR_EAGAIN
        assert sftp.mkdir(str(tmp_path / "new"), 0o700) == LIBSSH2_ERROR_EAGAIN
    assert driven(session, lambda: sftp.mkdir(str(tmp_path / "new"), 0o700)) == 0
    assert isinstance(driven(session, lambda: sftp.stat("/")), SFTPAttributes)
    assert driven(session, lambda: sftp.realpath("/")) == "/"
    with server.held():
        assert directory.close() == LIBSSH2_ERROR_EAGAIN
        assert not directory.closed
    assert driven(session, directory.close) == 0
    assert directory.closed


@pytest.mark.behaviour("ssh2.sftp-with-block")
def test_a_with_block_loses_nothing(server: Fixture, tmp_path: pathlib.Path) -> None:
    session, sftp = driven_sftp(server)
    with driven_file(session, sftp, tmp_path / "file", MAKING) as handle:
        assert handle.write(b"written")[1] == 7
    assert handle.closed
    assert (tmp_path / "file").read_bytes() == b"written"
    with pytest.raises(SFTPProtocolError):
        with driven_file(session, sftp, "/dev/full", LIBSSH2_FXF_WRITE) as handle:
            handle.write(b"lost")
    with driven_file(session, sftp, tmp_path / "file", 0) as handle:
        driven(session, handle.read)
    assert handle.closed
    assert handle.close() is None


@pytest.mark.behaviour("sftp.threads")
def test_eight_threads_have_eight_files(server: Fixture, tmp_path: pathlib.Path) -> None:
    sftp = sftp_of(server.logged_in())
    results: list[bool] = []

    def work(number: int) -> None:
        content = CONTENT[number:]
        with file_of(sftp, tmp_path / str(number), MAKING) as handle:
            for begin in range(0, len(content), 100_000):
                handle.write(content[begin : begin + 100_000])
        with file_of(sftp, tmp_path / str(number)) as handle:
            results.append(b"".join(data for _, data in handle) == content)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 8
