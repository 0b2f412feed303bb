"""Commands, shells and subsystems on a channel."""

from __future__ import annotations

import gc
import os
import pathlib
import select
import weakref
from collections.abc import Callable

import pytest
from servers import Fixture, Peer, finish, opened, read_all, started

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.exceptions import (
    BadUseError,
    ChannelClosedError,
    ChannelEOFSentError,
    ChannelError,
    ChannelFailure,
    ChannelRequestDenied,
    InvalidRequestError,
    SSH2Error,
    Timeout,
)
from swiftssh.ssh2.session import Session


@pytest.mark.behaviour("channel.exec")
def test_a_command_writes_to_the_channel(server: Fixture) -> None:
    session = server.logged_in()
    channel = opened(session)
    assert channel.session is session
    assert not channel.eof()
    assert channel.execute("echo hello") == 0
    assert channel.read() == (6, b"hello\n")
    assert channel.read() == (0, b"")
    assert channel.eof() is True
    finish(channel)


@pytest.mark.behaviour("channel.exit-status")
@pytest.mark.parametrize("status", [0, 1, 7, 255])
def test_an_exit_status_is_told(server: Fixture, status: int) -> None:
    channel = started(server.logged_in(), f"exit {status}")
    assert read_all(channel) == b""
    finish(channel)
    assert channel.get_exit_status() == status
    assert channel.get_exit_signal() == (0, None, None, None)


@pytest.mark.behaviour("channel.exit-signal")
@pytest.mark.parametrize("signal", ["KILL", "TERM"])
def test_a_signal_that_ended_the_command_is_told(server: Fixture, signal: str) -> None:
    channel = started(server.logged_in(), f"kill -{signal} $$")
    assert read_all(channel) == b""
    finish(channel)
    assert channel.get_exit_signal() == (0, signal.encode(), None, None)
    assert channel.get_exit_status() == -1


@pytest.mark.parametrize("blocking", [True, False])
def test_a_command_that_runs_has_the_status_0(server: Fixture, blocking: bool) -> None:
    session = server.logged_in()
    channel = started(session, "cat")
    session.set_blocking(blocking)
    assert channel.get_exit_status() == 0
    session.set_blocking(True)
    channel.send_eof()
    finish(channel)
    assert channel.get_exit_status() == 0


def test_a_connection_that_is_cut_leaves_no_status_that_looks_like_success(server: Fixture) -> None:
    channel = started(server.logged_in(), "echo out; exec cat")
    assert channel.read() == (4, b"out\n")
    server.end_servers()
    with pytest.raises(SSH2Error):
        channel.read()
    assert channel.get_exit_status() == -1


@pytest.mark.behaviour("channel.exit-signal-details")
def test_what_the_server_says_of_a_signal_is_told(server: Fixture) -> None:
    options = ["--exit-signal", "ABRT", "--message", "gave up", "--language", "en", server["directory"]]
    with Peer(*options, program="asyncssh_server") as near:
        session = Session()
        session.handshake(near)
        session.userauth_password(server["user"], server["password"])
        channel = started(session, "true")
        finish(channel)
        assert channel.get_exit_signal() == (0, b"ABRT", b"gave up", b"en")


@pytest.mark.behaviour("channel.both-streams")
def test_both_streams_are_read_apart(server: Fixture) -> None:
    channel = started(server.logged_in(), "echo out; echo err >&2")
    assert channel.read_stderr() == (4, b"err\n")
    assert channel.read_ex(100, 1) == (0, b"")
    assert channel.read_ex() == (4, b"out\n")
    assert channel.read_ex(size=100, stream_id=0) == (0, b"")


@pytest.mark.behaviour("channel.write")
def test_what_is_written_reaches_the_command(server: Fixture) -> None:
    channel = started(server.logged_in(), "cat")
    assert channel.write("hällo\n") == (7, 7)
    assert channel.write_ex(0, b"\0\xff") == (2, 2)
    assert channel.write(b"") == (0, 0)
    assert channel.send_eof() == 0
    assert channel.send_eof() == 0
    assert read_all(channel) == "hällo\n".encode() + b"\0\xff"
    finish(channel)
    assert channel.get_exit_status() == 0


@pytest.mark.behaviour("channel.write")
def test_writing_after_the_end_is_refused(server: Fixture) -> None:
    channel = started(server.logged_in(), "cat")
    channel.send_eof()
    with pytest.raises(ChannelEOFSentError):
        channel.write("late")
    channel.close()
    with pytest.raises((ChannelClosedError, ChannelEOFSentError)):
        channel.write("later")


def test_writing_after_closing_is_refused(server: Fixture) -> None:
    channel = started(server.logged_in(), "cat")
    assert channel.close() == 0
    assert channel.close() == 0
    with pytest.raises(ChannelClosedError):
        channel.write("late")


def test_standard_error_may_be_written_to(server: Fixture) -> None:
    count, written = started(server.logged_in(), "cat").write_stderr("ignored")
    assert count > 0 and written == 7


@pytest.mark.behaviour("channel.shell")
def test_a_shell_takes_commands(server: Fixture) -> None:
    channel = opened(server.logged_in())
    assert channel.shell() == 0
    channel.write("echo $((6 * 7)); exit 3\n")
    channel.send_eof()
    assert b"42" in read_all(channel)
    finish(channel)
    assert channel.get_exit_status() == 3


@pytest.mark.behaviour("channel.subsystem")
def test_a_subsystem_answers(server: Fixture) -> None:
    channel = opened(server.logged_in())
    assert channel.subsystem("sftp") == 0
    channel.write(b"\0\0\0\x05\x01\0\0\0\x03")
    assert channel.read()[1][4:9] == b"\x02\0\0\0\x03"


def test_an_unknown_subsystem_is_refused(server: Fixture) -> None:
    with pytest.raises(ChannelRequestDenied):
        opened(server.logged_in()).subsystem("nothing")


@pytest.mark.behaviour("channel.process-startup")
def test_a_request_may_be_made_by_its_name(server: Fixture) -> None:
    session = server.logged_in()
    channel = opened(session)
    with pytest.raises(InvalidRequestError):
        channel.execute("true\0; false")
    assert channel.process_startup("exec", b"echo \xff") == 0
    assert read_all(channel) == b"\xff\n"
    channel = opened(session)
    assert channel.process_startup("shell") == 0
    with pytest.raises(ChannelError):
        opened(session).process_startup(b"no-such-request", None)


def test_a_command_may_be_any_bytes(server: Fixture) -> None:
    assert read_all(started(server.logged_in(), b"printf %s '\xfe\xff'")) == b"\xfe\xff"


@pytest.mark.behaviour("channel.runs-one-thing")
def test_a_second_command_is_refused(server: Fixture) -> None:
    channel = started(server.logged_in(), "cat")
    calls: list[Callable[[], int]] = [lambda: channel.execute("id"), channel.shell, lambda: channel.subsystem("sftp")]
    for again in calls:
        with pytest.raises(BadUseError):
            again()


@pytest.mark.behaviour("channel.setenv")
def test_a_variable_that_the_server_takes_is_set(server: Fixture) -> None:
    channel = opened(server.logged_in())
    assert channel.setenv("SWIFTSSH_TEST", "value") == 0
    with pytest.raises(ChannelRequestDenied):
        channel.setenv("FORBIDDEN", "value")
    channel.execute("echo $SWIFTSSH_TEST$FORBIDDEN")
    assert read_all(channel) == b"value\n"


@pytest.mark.behaviour("channel.close")
def test_waiting_for_the_close_waits_for_the_end_of_the_command(server: Fixture) -> None:
    session = server.logged_in()
    channel = started(session, "sleep 0.3; exit 4")
    assert channel.wait_closed() == 0
    assert channel.get_exit_status() == 4
    channel = started(session, "cat")
    session.set_timeout(200)
    with pytest.raises(Timeout):
        channel.wait_closed()


@pytest.mark.behaviour("channel.windows")
def test_the_windows_are_told(server: Fixture) -> None:
    channel = started(server.logged_in(), "cat")
    assert channel.window_read() > 0 and channel.window_read_ex(0, 0) > 0
    before = channel.window_write()
    channel.write(b"x" * 1000)
    assert channel.window_write() <= before
    assert channel.window_write_ex(0) == channel.window_write()


def test_sizes_are_converted(server: Fixture) -> None:
    channel = started(server.logged_in(), "printf abcdef")
    assert channel.read(0) == (0, b"")
    assert channel.read(2.9) == (2, b"ab")
    assert channel.read(1 << 40) == (4, b"cdef")
    with pytest.raises(OverflowError):
        channel.read(-1)
    for wrong in (None, "1"):
        with pytest.raises(TypeError):
            channel.read(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        channel.write(None)  # type: ignore[arg-type]


@pytest.mark.behaviour("ssh2.channel-made-by-hand")
def test_a_channel_made_by_hand_is_not_open(loaded: None) -> None:
    session = Session()
    channel = Channel(session)
    assert channel.session is session and channel.eof() is True
    assert (channel.get_exit_status(), channel.window_read(), channel.window_write()) == (0, 0, 0)
    assert channel.get_exit_signal() == (0, None, None, None)
    calls: list[Callable[[], object]] = [channel.read, channel.shell, channel.close, lambda: channel.write("x")]
    for call in calls:
        with pytest.raises(BadUseError):
            call()
    for wrong in (None, 3):
        with pytest.raises(TypeError):
            Channel(wrong)  # type: ignore[arg-type]


@pytest.mark.behaviour("channel.needs-login")
def test_a_channel_before_the_login_is_refused(server: Fixture) -> None:
    with pytest.raises(SSH2Error):
        server.session().open_session()
    with pytest.raises(SSH2Error):
        Session().open_session()


@pytest.mark.behaviour("channel.opening-is-refused")
def test_a_channel_that_the_server_refuses_is_told(server: Fixture) -> None:
    session = server.logged_in("-o", "MaxSessions 1")
    first = started(session, "cat")
    with pytest.raises(ChannelFailure):
        session.open_session()
    assert first.write("one")[1] == 3 and first.send_eof() == 0
    assert read_all(first) == b"one"


@pytest.mark.behaviour("channel.exec")
def test_many_channels_run_side_by_side(server: Fixture) -> None:
    session = server.logged_in()
    channels = [started(session, f"echo {number}") for number in range(20)]
    for number, channel in reversed(list(enumerate(channels))):
        assert read_all(channel) == f"{number}\n".encode()


@pytest.mark.behaviour("channel.cut-gives-what-came")
@pytest.mark.parametrize("fault", ["cut-fin", "cut-reset"])
def test_a_lost_connection_never_looks_like_the_end(server: Fixture, fault: str) -> None:
    with Peer(fault, "300000", "--", server["sshd_inetd"]) as sock:
        session = Session()
        session.set_timeout(20_000)
        session.handshake(sock)
        session.userauth_password(server["user"], server["password"])
        channel = started(session, "head -c 5000000 /dev/zero")
        with pytest.raises(SSH2Error) as raised:
            read_all(channel)
        assert isinstance(raised.value, ConnectionError)


def test_a_channel_is_weakly_referable_and_keeps_its_session(server: Fixture) -> None:
    session = server.logged_in()
    channel, watched = started(session, "echo kept"), weakref.ref(session)
    del session
    gc.collect()
    assert watched() is not None
    assert read_all(channel) == b"kept\n"
    del channel
    gc.collect()
    assert watched() is None


@pytest.mark.behaviour("ssh2.written-bytes-need-no-further-call")
def test_what_was_written_arrives_without_a_further_call(server: Fixture, tmp_path: pathlib.Path) -> None:
    size = 8_000_000
    os.mkfifo(tmp_path / "done")
    done = os.open(tmp_path / "done", os.O_RDONLY | os.O_NONBLOCK)
    channel = server.logged_in().open_session()
    assert isinstance(channel, Channel)
    channel.execute(f"cd {tmp_path}; head -c {size} >file; echo >done")
    assert channel.write(bytes(size))[1] == size
    assert select.select([done], [], [], 60)[0]
    os.close(done)
    assert (tmp_path / "file").stat().st_size == size
