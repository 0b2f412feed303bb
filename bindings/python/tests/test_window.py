"""Standard error, what is dropped, and windows."""

from __future__ import annotations

import os
import pathlib
import select
from collections.abc import Callable

import pytest
from servers import Fixture, opened, read_all, started
from test_non_blocking import wait

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.exceptions import BadUseError, InvalidRequestError
from swiftssh.ssh2.session import Session

NORMAL, IGNORE, MERGE = range(3)
ONE_BY_ONE = "echo 1; read line; echo 2 >&2; read line; echo 3; read line; echo 4 >&2; read line"


def await_output(session: Session, channel: Channel, stream: int) -> None:
    """Returns when something can be read from a stream, without reading it."""
    session.set_blocking(False)
    while not channel.poll_channel_read(stream):
        wait(session)
    session.set_blocking(True)


@pytest.mark.behaviour("channel.extended-data")
def test_standard_error_is_merged_in_its_order(server: Fixture) -> None:
    channel = opened(server.logged_in())
    assert channel.handle_extended_data2(MERGE) == 0
    channel.execute(ONE_BY_ONE)
    for number in range(1, 5):
        assert channel.read() == (2, f"{number}\n".encode())
        channel.write("\n")
    assert read_all(channel) == b"" and channel.read_stderr() == (0, b"")


@pytest.mark.behaviour("channel.extended-data")
def test_standard_error_is_merged_while_nobody_reads(server: Fixture) -> None:
    session = server.logged_in()
    channel = opened(session)
    channel.handle_extended_data2(MERGE)
    channel.execute("head -c 1300000 /dev/zero; read line; echo end >&2; echo $$ >&2; read line")
    await_output(session, channel, 0)
    channel.write("\n")
    for _ in range(20):
        assert read_all(started(session, "head -c 50000 /dev/zero")) == bytes(50000)
        channel.poll_channel_read(0)
    channel.send_eof()
    output = read_all(channel)
    assert output.count(b"\0") == 1300000 and b"end\n" in output
    assert channel.read_stderr() == (0, b"")


@pytest.mark.behaviour("channel.extended-data")
def test_standard_error_is_ignored_from_here_on(server: Fixture) -> None:
    session = server.logged_in()
    channel = started(session, "echo before >&2; read line; echo ignored >&2; echo out; read line; echo after >&2")
    await_output(session, channel, 1)
    assert channel.handle_extended_data2(IGNORE) == 0
    channel.write("\n")
    assert channel.read() == (4, b"out\n")
    assert channel.handle_extended_data2(NORMAL) == 0
    channel.write("\n")
    errors = b""
    while (result := channel.read_stderr())[0]:
        errors += result[1]
    # Whether "ignored" came before "out", and so while it was ignored, is the server's choice.
    assert errors in (b"before\nafter\n", b"before\nignored\nafter\n")


@pytest.mark.behaviour("channel.extended-data")
def test_ignored_standard_error_may_be_endless(server: Fixture) -> None:
    channel = opened(server.logged_in())
    channel.ignore_extended_data(True)
    channel.execute("head -c 6000000 /dev/zero >&2; echo out")
    assert read_all(channel) == b"out\n"
    assert channel.read_stderr() == (0, b"")
    channel.ignore_extended_data(False)
    channel.handle_extended_data(IGNORE)
    with pytest.raises(InvalidRequestError):
        channel.handle_extended_data2(3)


@pytest.mark.behaviour("channel.flush")
def test_what_has_come_is_dropped_and_counted(server: Fixture) -> None:
    session = server.logged_in()
    channel = started(session, "printf 12345; printf 123 >&2; read line; printf rest; printf more >&2")
    await_output(session, channel, 0)
    assert channel.flush() == 5
    while not channel.poll_channel_read(1):
        pass
    assert (channel.flush(), channel.flush_stderr(), channel.flush_stderr()) == (0, 3, 0)
    channel.write("\n")
    assert channel.wait_eof() == 0
    assert channel.flush_ex(-1) == 4
    assert channel.flush_ex(-2) == 4
    assert channel.read() == (0, b"")
    assert channel.eof()
    with pytest.raises(InvalidRequestError):
        channel.flush_ex(-3)


@pytest.mark.behaviour("channel.flush")
def test_what_arrives_meanwhile_stays(server: Fixture, tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    session = server.logged_in()
    channel = started(session, f"cat {tmp_path}/pipe")
    (tmp_path / "pipe").write_text("an answer")
    assert select.select([session.sock], [], [], 60)[0]
    assert channel.flush() == 0
    assert read_all(channel) == b"an answer"


@pytest.mark.behaviour("channel.flush")
def test_all_that_has_come_is_dropped_however_much_it_is(server: Fixture) -> None:
    session = server.logged_in()
    channel = started(session, "head -c 1800000 /dev/zero; read line; printf end")
    dropped = 0
    session.set_blocking(False)
    while dropped < 1800000:
        while channel.poll_channel_read(0):
            dropped += channel.flush()
        if dropped < 1800000:
            wait(session)
    session.set_blocking(True)
    assert dropped == 1800000
    channel.write("\n")
    assert read_all(channel) == b"end"


@pytest.mark.behaviour("channel.available")
def test_what_can_be_read_is_told(server: Fixture) -> None:
    session = server.logged_in()
    channel = started(session, "echo err >&2; read line; echo out")
    await_output(session, channel, 1)
    assert channel.poll_channel_read(0) == 0
    assert channel.read_stderr() == (4, b"err\n")
    assert channel.poll_channel_read(1) == 0
    channel.write("\n")
    await_output(session, channel, 0)
    assert read_all(channel) == b"out\n"
    assert channel.poll_channel_read(0) == 0


@pytest.mark.behaviour("channel.window-adjust")
def test_the_server_is_granted_more(server: Fixture) -> None:
    channel = opened(server.logged_in())
    before = channel.window_read()
    assert before == channel.window_read_ex(0, 0) > 0
    assert channel.receive_window_adjust2(100, 0) == 0
    assert channel.window_read() == before
    assert channel.receive_window_adjust2(1 << 20, 1) == 0
    assert channel.window_read() >= before + (1 << 20)
    assert channel.receive_window_adjust(1 << 20, 1) == channel.window_read()
    with pytest.raises(OverflowError):
        channel.receive_window_adjust2(1 << 32, 0)


def test_a_channel_made_by_hand_has_nothing_to_drop(loaded: None) -> None:
    channel = Channel(Session())
    assert (channel.window_read(), channel.window_write(), channel.window_write_ex(0)) == (0, 0, 0)
    calls: list[Callable[[], int]] = [channel.flush, channel.pty, lambda: channel.poll_channel_read(0)]
    for call in calls:
        with pytest.raises(BadUseError):
            call()
