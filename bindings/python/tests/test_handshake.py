"""The handshake, with a real server and with peers that are none."""

from __future__ import annotations

import os
import pathlib
import socket
import time

import pytest
from servers import Fixture, Peer
from sockets import closed_port

from swiftssh.ssh2 import error_codes, utils
from swiftssh.ssh2 import session as ssh2
from swiftssh.ssh2.exceptions import (
    SocketDisconnectError,
    SSH2Error,
    Timeout,
)
from swiftssh.ssh2.session import Session


@pytest.mark.behaviour("session.handshake")
def test_a_handshake_succeeds_and_keeps_the_socket(server: Fixture) -> None:
    session, sock = Session(), server.sshd()
    assert session.sock is None
    assert session.handshake(sock) == 0
    assert session.sock is sock
    assert sock.fileno() >= 0
    assert session.last_error() == "" and session.last_errno() == 0


def test_a_descriptor_is_a_socket_too(server: Fixture) -> None:
    session, sock = Session(), server.sshd()
    assert session.handshake(sock.fileno()) == 0
    assert session.sock == sock.fileno()


def test_startup_is_the_handshake(server: Fixture) -> None:
    assert Session().startup(server.sshd()) == 0


@pytest.mark.behaviour("session.second-handshake-is-refused")
def test_a_second_handshake_on_a_live_session_is_refused(server: Fixture) -> None:
    session = server.session()
    with pytest.raises(SocketDisconnectError):
        session.handshake(server.sshd())


@pytest.mark.parametrize(("wrong", "kind"), [("text", TypeError), (None, TypeError), (1.5, TypeError), (-1, ValueError)])
def test_what_is_no_socket_is_refused(loaded: None, wrong: object, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        Session().handshake(wrong)  # type: ignore[arg-type]


def test_a_closed_socket_is_refused(loaded: None) -> None:
    sock = socket.socket()
    sock.close()
    with pytest.raises(ValueError, match="-1"):
        Session().handshake(sock)


@pytest.mark.behaviour("session.handshake-needs-a-connection")
def test_an_unconnected_socket_raises_a_connection_error(loaded: None) -> None:
    with socket.socket() as sock, pytest.raises(SSH2Error) as raised:
        Session().handshake(sock)
    assert isinstance(raised.value, ConnectionError)
    assert str(raised.value)


def test_a_socket_whose_connection_was_refused_raises_a_connection_error(loaded: None) -> None:
    with socket.socket() as sock:
        assert sock.connect_ex(("127.0.0.1", closed_port())) != 0
        with pytest.raises(SSH2Error) as raised:
            Session().handshake(sock)
    assert isinstance(raised.value, ConnectionError)


def test_a_file_is_no_socket(loaded: None, tmp_path: pathlib.Path) -> None:
    descriptor = os.open(tmp_path / "file", os.O_RDWR | os.O_CREAT)
    try:
        with pytest.raises(SSH2Error):
            Session().handshake(descriptor)
    finally:
        os.close(descriptor)


@pytest.mark.behaviour("session.silent-server-times-out")
def test_a_silent_server_raises_a_timeout_in_time(loaded: None) -> None:
    with Peer("silent") as sock:
        session = Session()
        session.set_timeout(300)
        begin = time.monotonic()
        with pytest.raises(Timeout) as raised:
            session.handshake(sock)
        assert 0.25 < time.monotonic() - begin < 30
        assert isinstance(raised.value, TimeoutError)
        assert raised.value.code == -9
        assert session.last_errno() == -9
        assert session.sock is sock
        assert session.methods(ssh2.LIBSSH2_METHOD_KEX) is None


@pytest.mark.behaviour("session.peer-that-is-no-ssh-server")
@pytest.mark.parametrize(
    "mode",
    ["garbage", "http", "ssh1", "close", "reset", "endless-banner", "endless-line", "endless-lines"],
)
def test_a_peer_that_is_no_ssh_server_raises_soon(loaded: None, mode: str) -> None:
    with Peer(mode) as sock:
        session = Session()
        session.set_timeout(60_000)
        with pytest.raises(SSH2Error) as raised:
            session.handshake(sock)
        assert str(raised.value)
        assert not isinstance(raised.value, Timeout)


@pytest.mark.behaviour("session.peer-that-breaks-the-key-exchange")
@pytest.mark.parametrize("mode", ["banner-then-close", "banner-then-garbage", "huge-packet"])
def test_a_peer_that_breaks_the_key_exchange_raises_soon(loaded: None, mode: str) -> None:
    with Peer(mode) as sock:
        session = Session()
        session.set_timeout(3_000)
        with pytest.raises(SSH2Error):
            session.handshake(sock)


@pytest.mark.behaviour("session.handshake-non-blocking")
def test_a_handshake_that_does_not_block_is_called_until_done(server: Fixture) -> None:
    session, sock = Session(), server.sshd()
    session.set_blocking(False)
    with server.held():
        assert session.handshake(sock) == error_codes.LIBSSH2_ERROR_EAGAIN
    again = 0
    while session.handshake(sock) == error_codes.LIBSSH2_ERROR_EAGAIN:
        again += 1
        assert session.block_directions() in (1, 2, 3)
        utils.wait_socket(sock, session, 10)
        assert again < 10_000
    assert session.hostkey_hash(ssh2.LIBSSH2_HOSTKEY_HASH_SHA256)
