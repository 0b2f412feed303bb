"""Non-blocking mode: every call returns EAGAIN until it is done."""

from __future__ import annotations

import hashlib
import select
from collections.abc import Callable
from typing import TypeVar

import pytest
from servers import Fixture

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.exceptions import AuthenticationError
from swiftssh.ssh2.session import LIBSSH2_SESSION_BLOCK_INBOUND, LIBSSH2_SESSION_BLOCK_OUTBOUND, Session
from swiftssh.ssh2.utils import wait_socket

Result = TypeVar("Result")


def wait(session: Session) -> None:
    """Waits until the session's socket is ready for what the session waits for."""
    directions, sock = session.block_directions(), session.sock
    assert sock is not None
    assert directions, "EAGAIN without a direction to wait for"
    readers = [sock] if directions & LIBSSH2_SESSION_BLOCK_INBOUND else []
    writers = [sock] if directions & LIBSSH2_SESSION_BLOCK_OUTBOUND else []
    assert any(select.select(readers, writers, [], 20)), "nothing happened in 20 seconds"


def repeated(session: Session, call: Callable[[], Result]) -> Result:
    """Calls until the result is not EAGAIN, as programs for non-blocking mode do."""
    while True:
        result = call()
        code = result[0] if isinstance(result, tuple) else result
        if code != LIBSSH2_ERROR_EAGAIN:
            return result
        wait(session)


def begun(server: Fixture) -> Session:
    """Returns a session in non-blocking mode that has logged in."""
    session, sock = Session(), server.sshd()
    session.set_blocking(False)
    assert repeated(session, lambda: session.handshake(sock)) == 0
    login = lambda: session.userauth_publickey_fromfile(server["user"], server["client_key"])  # noqa: E731
    assert repeated(session, login) == 0
    return session


def channel_of(session: Session) -> Channel:
    """Returns a new channel."""
    channel = repeated(session, session.open_session)
    assert isinstance(channel, Channel)
    return channel


@pytest.mark.behaviour("session.non-blocking-to-the-end")
def test_a_command_runs_by_calling_again(server: Fixture) -> None:
    session = begun(server)
    channel = channel_of(session)
    assert repeated(session, lambda: channel.execute("read line; echo out; echo err >&2; exit 7")) == 0
    assert channel.read() == (LIBSSH2_ERROR_EAGAIN, b"")
    assert channel.read_stderr() == (LIBSSH2_ERROR_EAGAIN, b"")
    assert repeated(session, lambda: channel.write("\n")) == (1, 1)
    assert repeated(session, channel.read) == (4, b"out\n")
    assert repeated(session, channel.read) == (0, b"")
    assert channel.read_stderr() == (4, b"err\n")
    for call in (channel.wait_eof, channel.close, channel.wait_closed):
        assert repeated(session, call) == 0
    assert channel.get_exit_status() == 7
    assert repeated(session, session.disconnect) == 0


@pytest.mark.behaviour("session.non-blocking-to-the-end")
def test_logins_run_by_calling_again(server: Fixture) -> None:
    session = Session()
    session.handshake(server.sshd())
    session.set_blocking(False)
    with pytest.raises(AuthenticationError):
        repeated(session, lambda: session.userauth_password(server["user"], "wrong"))
    assert repeated(session, lambda: session.userauth_password(server["user"], server["password"])) == 0
    assert session.userauth_authenticated()


@pytest.mark.behaviour("channel.eagain")
def test_eagain_is_not_kept_as_the_last_error(server: Fixture) -> None:
    session = begun(server)
    channel = channel_of(session)
    repeated(session, lambda: channel.execute("cat"))
    assert channel.read()[0] == LIBSSH2_ERROR_EAGAIN
    assert session.last_errno() in (0, LIBSSH2_ERROR_EAGAIN)


@pytest.mark.behaviour("session.non-blocking-to-the-end")
def test_a_large_output_arrives_whole_by_calling_again(server: Fixture) -> None:
    session = begun(server)
    channel = channel_of(session)
    repeated(session, lambda: channel.execute("head -c 8000000 /dev/zero"))
    digest = hashlib.sha256()
    while True:
        count, data = repeated(session, lambda: channel.read(65536))
        if count == 0:
            break
        digest.update(data)
    assert digest.digest() == hashlib.sha256(bytes(8_000_000)).digest()


@pytest.mark.behaviour("channel.eagain")
def test_a_write_that_did_not_fit_is_resumed(server: Fixture) -> None:
    session = begun(server)
    channel = channel_of(session)
    repeated(session, lambda: channel.execute("sha256sum"))
    data = bytes(range(256)) * 40_000
    code, total = 1, 0
    with server.held():
        while code > 0 and total < len(data):
            code, written = channel.write(data[total:])
            total += written
    assert code == LIBSSH2_ERROR_EAGAIN and total < len(data)
    while total < len(data):
        code, written = channel.write(data[total:])
        total += written
        if code == LIBSSH2_ERROR_EAGAIN:
            wait(session)
        else:
            assert code > 0
    assert total == len(data)
    assert repeated(session, channel.send_eof) == 0
    assert repeated(session, channel.read)[1].split()[0].decode() == hashlib.sha256(data).hexdigest()


@pytest.mark.behaviour("utils.wait-socket")
def test_wait_socket_waits_for_what_the_session_waits_for(server: Fixture) -> None:
    session = begun(server)
    channel = channel_of(session)
    repeated(session, lambda: channel.execute("read line; echo late"))
    assert channel.read()[0] == LIBSSH2_ERROR_EAGAIN
    assert wait_socket(session.sock or -1, session, timeout=0.05) == ([], [], [])
    with server.held():
        assert channel.write("\n") == (1, 1)
        assert channel.read()[0] == LIBSSH2_ERROR_EAGAIN
    assert wait_socket(session.sock or -1, session, 20) == ([session.sock], [], [])
    assert wait_socket(0, Session()) == 0
