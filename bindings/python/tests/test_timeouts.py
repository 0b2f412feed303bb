"""Deadlines of blocking calls."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from servers import Fixture, Peer, opened, read_all, started

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.exceptions import Timeout
from swiftssh.ssh2.session import Session


@pytest.mark.behaviour("channel.read-times-out")
def test_a_read_times_out_and_the_channel_goes_on(server: Fixture) -> None:
    session = server.logged_in()
    channel = started(session, "read line; echo late")
    session.set_timeout(200)
    begin = time.monotonic()
    with pytest.raises(Timeout) as raised:
        channel.read()
    assert time.monotonic() - begin > 0.15
    assert isinstance(raised.value, TimeoutError) and session.last_errno() == -9
    session.set_timeout(20_000)
    channel.write("\n")
    assert channel.read() == (5, b"late\n")
    assert read_all(started(session, "echo again")) == b"again\n"


@pytest.mark.behaviour("channel.read-times-out")
@pytest.mark.parametrize("call", [Channel.wait_eof, Channel.read_stderr])
def test_waiting_for_the_end_times_out(server: Fixture, call: Callable[[Channel], object]) -> None:
    session = server.logged_in()
    channel = started(session, "sleep 20")
    session.set_timeout(200)
    with pytest.raises(Timeout):
        call(channel)


@pytest.mark.behaviour("session.slow-server-meets-the-deadline")
def test_a_timeout_is_that_of_the_whole_call(server: Fixture) -> None:
    with Peer("drip", "200", "--", server["sshd_inetd"]) as sock:
        session = Session()
        session.set_timeout(500)
        begin = time.monotonic()
        with pytest.raises(Timeout):
            session.handshake(sock)
        # A deadline for each piece of it would never pass.
        assert time.monotonic() - begin > 0.4


@pytest.mark.behaviour("channel.cut-gives-what-came")
def test_a_server_that_stalls_times_out(server: Fixture) -> None:
    peer = Peer("stall", "20000", "--", server["sshd_inetd"])
    with peer as sock:
        session = Session()
        session.set_timeout(20_000)
        session.handshake(sock)
        session.userauth_password(server["user"], server["password"])
        channel = started(session, "head -c 1000000 /dev/zero")
        peer.wait_for("STALLED")
        session.set_timeout(300)
        with pytest.raises(Timeout):
            read_all(channel)
        with pytest.raises(Timeout):
            session.open_session()


@pytest.mark.behaviour("channel.write-times-out")
def test_a_write_that_nobody_reads_times_out(server: Fixture) -> None:
    session = server.logged_in()
    channel = started(session, "sleep 20")
    session.set_timeout(300)
    with pytest.raises(Timeout):
        channel.write(bytes(10_000_000))


def test_no_timeout_waits_as_long_as_it_takes(server: Fixture) -> None:
    session = server.logged_in()
    session.set_timeout(0)
    channel = opened(session)
    channel.execute("sleep 0.5; echo done")
    assert channel.read() == (5, b"done\n")
