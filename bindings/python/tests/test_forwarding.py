"""Connections that the server makes for its client."""

from __future__ import annotations

import socket

import pytest
from servers import Fixture, read_all, started
from sockets import (
    closed_port,
    digest,
    echo,
    noise,
    read_exactly,
    serving,
    write_all,
)
from test_non_blocking import begun, repeated
from test_threads import together

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.exceptions import ChannelFailure, SocketSendError, SSH2Error
from swiftssh.ssh2.session import Session

TWENTY_MEGABYTES = 20_000_000


def tunnel(channel: object) -> Channel:
    """Returns what opening gave, which must be a channel."""
    assert isinstance(channel, Channel)
    return channel


@pytest.mark.behaviour("session.direct-tcpip")
def test_the_server_connects_to_a_port(server: Fixture) -> None:
    session = server.logged_in()
    with serving(echo) as port:
        for channel in (
            tunnel(session.direct_tcpip("127.0.0.1", port)),
            tunnel(session.direct_tcpip_ex(b"localhost", port, "10.0.0.1", 4321)),
        ):
            assert channel.session is session
            write_all(channel, b"there and back")
            assert read_all(channel) == b"there and back"
            assert channel.eof() and channel.close() == 0


@pytest.mark.behaviour("session.direct-tcpip")
def test_the_other_end_ends_the_connection(server: Fixture) -> None:
    session = server.logged_in()
    with serving(lambda connection: connection.sendall(b"hello")) as port:
        channel = tunnel(session.direct_tcpip("127.0.0.1", port))
        assert read_all(channel) == b"hello"
    assert read_all(started(session, "echo on")) == b"on\n"


@pytest.mark.behaviour("session.direct-tcpip-is-refused")
def test_a_port_that_nobody_listens_on_is_told(server: Fixture) -> None:
    session = server.logged_in()
    with pytest.raises(ChannelFailure) as raised:
        session.direct_tcpip("127.0.0.1", closed_port())
    assert "onnect" in str(raised.value)
    with pytest.raises(OverflowError):
        session.direct_tcpip("127.0.0.1", 65536)
    refusing = server.logged_in("-o", "AllowTcpForwarding no")
    with pytest.raises(ChannelFailure, match="prohibited|administratively|denied"):
        refusing.direct_tcpip("127.0.0.1", 22)
    with pytest.raises(SSH2Error):
        Session().direct_tcpip("127.0.0.1", 22)
    assert read_all(started(session, "echo on")) == b"on\n"


def test_a_socket_that_python_closed_is_told(server: Fixture) -> None:
    session = server.logged_in()
    assert isinstance(session.sock, socket.socket)
    session.sock.close()
    with pytest.raises(SocketSendError):
        session.direct_tcpip("127.0.0.1", 22)


@pytest.mark.behaviour("session.direct-streamlocal")
def test_the_server_connects_to_a_unix_socket(server: Fixture) -> None:
    session = server.logged_in()
    path = f"{server.directory}/echo.socket"
    with serving(echo, path):
        channel = tunnel(session.direct_streamlocal_ex(path, "localhost", 0))
        write_all(channel, b"through a path")
        assert read_all(channel) == b"through a path"
    with pytest.raises(ChannelFailure):
        session.direct_streamlocal_ex(path + ".missing", "localhost", 0)


@pytest.mark.behaviour("forwarding.large-both-ways")
def test_much_goes_both_ways_at_once_through_two_channels(server: Fixture) -> None:
    session = server.logged_in()
    session.set_timeout(60_000)
    sent = [noise(TWENTY_MEGABYTES, seed) for seed in (1, 2)]
    with serving(echo) as port:
        channels = [tunnel(session.direct_tcpip("127.0.0.1", port)) for _ in sent]
        got: dict[int, str] = {}

        def read(number: int) -> None:
            got[number] = digest(read_exactly(channels[number], TWENTY_MEGABYTES))

        together(
            lambda: write_all(channels[0], sent[0]),
            lambda: write_all(channels[1], sent[1]),
            lambda: read(0),
            lambda: read(1),
        )
    assert [got[0], got[1]] == [digest(data) for data in sent]


@pytest.mark.behaviour("session.direct-non-blocking")
def test_connections_run_by_calling_again(server: Fixture) -> None:
    session = begun(server)
    path = f"{server.directory}/again.socket"
    with serving(echo) as port, serving(echo, path):
        for opening in (
            lambda: session.direct_tcpip("127.0.0.1", port),
            lambda: session.direct_streamlocal_ex(path, "localhost", 0),
        ):
            channel = tunnel(repeated(session, opening))
            assert repeated(session, lambda: channel.write(b"again"))[1] == 5
            assert repeated(session, channel.read) == (5, b"again")
            assert repeated(session, channel.send_eof) == 0
            assert repeated(session, channel.read) == (0, b"")
            assert repeated(session, channel.close) == 0
        with pytest.raises(ChannelFailure):
            repeated(session, lambda: session.direct_tcpip("127.0.0.1", 1))
