"""Many channels of one session."""

from __future__ import annotations

import select
import socket

import pytest
from servers import Fixture, opened, started
from test_non_blocking import begun, channel_of, repeated, wait

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.session import LIBSSH2_SESSION_BLOCK_INBOUND, LIBSSH2_SESSION_BLOCK_OUTBOUND

MANY = 200
MOST = ("-o", "MaxSessions 250")


@pytest.mark.behaviour("channel.many-at-once")
def test_two_hundred_channels_are_read_in_one_loop(server: Fixture) -> None:
    session = server.logged_in(*MOST)
    channels = [opened(session) for _ in range(MANY)]
    for number, channel in enumerate(channels):
        assert channel.execute(f"echo {number}; read line; echo $line; exit {number}") == 0
    output: dict[Channel, bytes] = {channel: b"" for channel in channels}
    for number, channel in enumerate(reversed(channels)):
        channel.write(f"{MANY - 1 - number}\n")
    session.set_blocking(False)
    waiting = set(channels)
    while waiting:
        moved = False
        for channel in list(waiting):
            count, data = channel.read()
            output[channel] += data
            moved = moved or count != LIBSSH2_ERROR_EAGAIN
            if count == 0:
                waiting.remove(channel)
        if not moved:
            wait(session)
    for number, channel in enumerate(channels):
        assert output[channel] == f"{number}\n{number}\n".encode()
        assert repeated(session, channel.wait_closed) == 0
        assert channel.get_exit_status() == number


@pytest.mark.behaviour("session.poll-loop-comes-round")
def test_a_poll_loop_comes_round_for_what_another_call_took_in(server: Fixture) -> None:
    session = server.logged_in()
    channel, other = started(session, "read line; echo x; exec sleep 1000"), started(session, "exec sleep 1000")
    session.set_blocking(False)
    assert channel.read()[0] == LIBSSH2_ERROR_EAGAIN
    assert session.block_directions() == LIBSSH2_SESSION_BLOCK_INBOUND
    assert channel.read()[0] == LIBSSH2_ERROR_EAGAIN
    session.set_blocking(True)
    channel.write("\n")
    session.set_blocking(False)
    assert isinstance(session.sock, socket.socket)
    assert select.select([session.sock], [], [], 20)[0]
    assert other.read()[0] == LIBSSH2_ERROR_EAGAIN
    assert session.block_directions() == LIBSSH2_SESSION_BLOCK_INBOUND | LIBSSH2_SESSION_BLOCK_OUTBOUND
    assert session.block_directions() == LIBSSH2_SESSION_BLOCK_INBOUND
    assert repeated(session, channel.read) == (2, b"x\n")


@pytest.mark.behaviour("channel.many-at-once")
def test_many_channels_are_opened_by_calling_again(server: Fixture) -> None:
    session = begun(server)
    channels = [channel_of(session) for _ in range(50)]
    for number, channel in enumerate(channels):
        assert repeated(session, lambda: channel.execute(f"echo {number}")) == 0  # noqa: B023
    for number, channel in enumerate(channels):
        assert repeated(session, channel.read) == (len(str(number)) + 1, f"{number}\n".encode())
