"""ssh2.extras: loops around calls in non-blocking mode."""

from __future__ import annotations

import pytest
from servers import Fixture

from swiftssh.ssh2.exceptions import ChannelClosedError
from swiftssh.ssh2.extras import eagain_errcode, eagain_write_errcode
from swiftssh.ssh2.utils import wait_socket


@pytest.mark.behaviour("ssh2.non-blocking-helpers")
def test_calls_and_writes_go_on_until_they_are_done(server: Fixture) -> None:
    session = server.logged_in()
    session.set_blocking(False)
    waits = 0

    def poll() -> None:
        nonlocal waits
        waits += 1
        assert session.sock is not None
        wait_socket(session.sock, session)

    channel = eagain_errcode(session.open_session, poll)
    eagain_errcode(channel.execute, poll, command="wc -c")
    # More than the window holds.
    eagain_write_errcode(channel.write, poll, b"x" * 5_000_000)
    eagain_errcode(channel.send_eof, poll)
    eagain_errcode(channel.wait_eof, poll)
    assert channel.read() == (8, b"5000000\n")
    assert waits
    eagain_errcode(channel.close, poll)
    with pytest.raises(ChannelClosedError):
        eagain_write_errcode(channel.write, poll, b"x")
    with pytest.raises(TypeError):
        eagain_write_errcode(channel.write, poll, "text")  # type: ignore[arg-type]
