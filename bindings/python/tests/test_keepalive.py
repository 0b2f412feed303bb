"""Servers that stop answering."""

from __future__ import annotations

import contextlib
import errno
import signal
import threading
from collections.abc import Iterator

import pytest
from clients import connected, port_of
from servers import Fixture, all_servers

import swiftssh


@contextlib.contextmanager
def stopped() -> Iterator[None]:
    """Stops the servers, none of which has to answer before that."""
    all_servers(signal.SIGSTOP)
    try:
        yield
    finally:
        all_servers(signal.SIGCONT)


@pytest.mark.behaviour("client.keepalive")
@pytest.mark.parametrize("engine", ["libssh2", "native"])
def test_a_server_that_stops_is_given_up(server: Fixture, engine: swiftssh.Engine) -> None:
    with port_of(server) as port, connected(server, port, engine=engine, keepalive=0.1, keepalive_count=2) as client:
        waiting: list[BaseException] = []

        def wait() -> None:
            try:
                client.run("echo early; sleep 600")
            except swiftssh.ConnectionLost as error:
                waiting.append(error)

        thread = threading.Thread(target=wait)
        with stopped():
            thread.start()
            with pytest.raises(swiftssh.ConnectionLost, match="the server has not answered for") as raised:
                client.run("echo never")
            thread.join()
        assert raised.value.errno == errno.ETIMEDOUT
        assert len(waiting) == 1
        assert not client.connected


@pytest.mark.behaviour("client.keepalive-healthy")
@pytest.mark.parametrize("engine", ["libssh2", "native"])
def test_a_server_that_is_silent_is_waited_for(server: Fixture, engine: swiftssh.Engine) -> None:
    with port_of(server) as port, connected(server, port, engine=engine, keepalive=0.25, keepalive_count=20) as client:
        assert client.run("sleep 6; echo on").text == "on\n"
    with port_of(server) as port, connected(server, port, engine=engine, keepalive=0) as client:
        assert client.run("echo on").text == "on\n"
