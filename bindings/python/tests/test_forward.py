"""Forwards."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import pytest
from clients import Echo, connected, exchanged, port_of
from servers import Fixture

import swiftssh

DATA = bytes(range(256)) * 40_000


@pytest.fixture
def client(server: Fixture) -> Iterator[swiftssh.Client]:
    with port_of(server) as port, connected(server, port) as client:
        yield client


@pytest.mark.behaviour("client.forward-local")
def test_a_port_of_this_machine(client: swiftssh.Client) -> None:
    with Echo() as port, client.forward_local("127.0.0.1", port) as forward:
        assert exchanged(forward.bound_port, DATA) == DATA
        assert forward.is_open and str(forward.bound_port) in repr(forward)
        assert forward.counts.total == 1 and forward.counts.bytes_sent == len(DATA)
        assert forward.last_error is None
    assert not forward.is_open
    with pytest.raises(swiftssh.Closed):
        forward.counts


@pytest.mark.behaviour("client.forward-half-close")
def test_one_direction_may_end_first(client: swiftssh.Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        with client.forward_local("127.0.0.1", listener.getsockname()[1]) as forward:
            near = socket.create_connection(("127.0.0.1", forward.bound_port))
            far, _ = listener.accept()
            with near, far:
                near.sendall(b"ask")
                near.shutdown(socket.SHUT_WR)
                assert far.recv(100, socket.MSG_WAITALL) == b"ask"
                far.sendall(b"answer")
                far.close()
                assert near.recv(100, socket.MSG_WAITALL) == b"answer"


@pytest.mark.behaviour("client.forward-refused")
def test_a_refusal_is_reported(client: swiftssh.Client) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        with client.forward_local("127.0.0.1", holder.getsockname()[1]) as forward:
            assert exchanged(forward.bound_port, b"") == b""
            assert isinstance(forward.last_error, swiftssh.ChannelError)
            with pytest.raises(swiftssh.ConnectFailed):
                client.forward_local("127.0.0.1", 1, bind_port=forward.bound_port)


@pytest.mark.behaviour("client.forward-close")
def test_closing_ends_connections(client: swiftssh.Client) -> None:
    with Echo() as port:
        forward = client.forward_local("127.0.0.1", port)
        with socket.create_connection(("127.0.0.1", forward.bound_port)) as connection:
            connection.sendall(b"x")
            assert connection.recv(1) == b"x"
            forward.close()
            forward.close()
            assert connection.recv(1) == b""


@pytest.mark.behaviour("client.forward-waiting")
def test_connections_wait_for_their_turn(client: swiftssh.Client) -> None:
    with Echo() as port, client.forward_remote("127.0.0.1", port) as forward, contextlib.ExitStack() as carried:
        def connections(count: int, owner: contextlib.ExitStack) -> list[socket.socket]:
            made = [owner.enter_context(socket.create_connection(("127.0.0.1", forward.bound_port))) for _ in range(count)]
            for connection in made:
                connection.sendall(b"x")
            return made

        for connection in connections(128, carried):
            assert connection.recv(1) == b"x"
        with contextlib.ExitStack() as waiting:
            others = connections(40, waiting)
            # The server hands over what it has accepted before it does something else.
            assert client.run("echo on").stdout == b"on\n"
            carried.close()
            for connection in others:
                assert connection.recv(1) == b"x"


@pytest.mark.behaviour("client.forward-remote")
def test_a_port_of_the_servers(client: swiftssh.Client) -> None:
    with Echo() as port, client.forward_remote("127.0.0.1", port) as forward:
        assert exchanged(forward.bound_port, DATA) == DATA


@pytest.mark.behaviour("client.socks")
def test_socks(client: swiftssh.Client) -> None:
    with Echo() as port, client.socks() as forward:
        with socket.create_connection(("127.0.0.1", forward.bound_port)) as connection:
            connection.sendall(b"\x05\x01\x00")
            assert connection.recv(2, socket.MSG_WAITALL) == b"\x05\x00"
            connection.sendall(b"\x05\x01\x00\x03\x09localhost" + port.to_bytes(2, "big"))
            assert connection.recv(10, socket.MSG_WAITALL)[:2] == b"\x05\x00"
            connection.sendall(b"through")
            assert connection.recv(7, socket.MSG_WAITALL) == b"through"
