"""Servers that break the protocol."""

from __future__ import annotations

import pytest
from servers import Fixture, Peer, opened, read_all, started
from sockets import connected

import swiftssh
from swiftssh.ssh2.exceptions import (
    AllocError,
    BufferTooSmallError,
    HostkeySignError,
    InvalidMACError,
    KeyExchangeError,
    OutOfBoundaryError,
    ProtocolError,
    SSH2Error,
    ZlibError,
)
from swiftssh.ssh2.listener import Listener
from swiftssh.ssh2.session import LIBSSH2_FLAG_COMPRESS, Session

# What the native engine says where libssh2 is less exact.
NATIVE: dict[str, type[SSH2Error]] = {"host-key": HostkeySignError, "signal-name": ProtocolError}


@pytest.mark.parametrize(
    "lie, expected",
    [
        pytest.param("host-key", KeyExchangeError, marks=pytest.mark.behaviour("errors.lying-host-key")),
        pytest.param("mac", InvalidMACError, marks=pytest.mark.behaviour("errors.wrong-mac")),
        pytest.param("length", OutOfBoundaryError, marks=pytest.mark.behaviour("errors.impossible-length")),
        pytest.param("compression", ZlibError, marks=pytest.mark.behaviour("errors.damaged-compression")),
        pytest.param("confirmation", ProtocolError, marks=pytest.mark.behaviour("errors.cut-confirmation")),
        pytest.param("signal-name", AllocError, marks=pytest.mark.behaviour("errors.greedy-server")),
    ],
)
def test_a_lie_is_an_error(server: Fixture, lie: str, expected: type[SSH2Error]) -> None:
    if swiftssh.engine_name() == "native":
        expected = NATIVE.get(lie, expected)
    with Peer("--lie", lie, server["directory"], program="asyncssh_server") as near:
        session = Session()
        if lie == "compression":
            session.flag(LIBSSH2_FLAG_COMPRESS)
        with pytest.raises(expected) as raised:
            session.handshake(near)
            session.userauth_password(server["user"], server["password"])
            read_all(started(session, "echo out"))
        assert type(raised.value) is expected and raised.value.code == session.last_errno()


@pytest.mark.behaviour("errors.nameless-forwarding")
@pytest.mark.parametrize("with_channel, expected", [(True, BufferTooSmallError), (False, ProtocolError)])
def test_a_connection_that_is_not_described(
    server: Fixture, with_channel: bool, expected: type[SSH2Error]
) -> None:
    if swiftssh.engine_name() == "native":
        expected = ProtocolError
    with Peer("--lie", "forwarded", server["directory"], program="asyncssh_server") as near:
        session = Session()
        session.handshake(near)
        session.userauth_password(server["user"], server["password"])
        kept = opened(session) if with_channel else None
        listener, port = session.forward_listen_ex(5, "127.0.0.1", 0)
        assert isinstance(listener, Listener)
        with connected(port), pytest.raises(expected):
            listener.forward_accept()
        with pytest.raises(expected):
            opened(session)
        del kept
