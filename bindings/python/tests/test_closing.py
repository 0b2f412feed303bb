"""Ending sessions, in every order, and using what has ended."""

from __future__ import annotations

import gc
import itertools
import os
import socket
import time
from collections.abc import Callable

import pytest
from servers import Fixture, finish, opened, read_all, started
from test_install import run

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.exceptions import SessionClosedError, SocketSendError, SSH2Error
from swiftssh.ssh2.session import Session


@pytest.mark.behaviour("session.disconnect")
def test_disconnecting_tells_the_server_and_leaves_the_socket_open(server: Fixture) -> None:
    session = server.logged_in()
    assert session.disconnect() == 0
    assert session.disconnect() == 0
    assert isinstance(session.sock, socket.socket) and session.sock.fileno() >= 0
    with pytest.raises(SSH2Error):
        session.open_session()


@pytest.mark.behaviour("session.use-after-close")
def test_a_closed_session_refuses_everything(server: Fixture) -> None:
    session = server.logged_in()
    channel = started(session, "cat")
    session.close()
    session.close()
    calls: list[Callable[[], object]] = [
        session.open_session,
        channel.read,
        lambda: channel.write("x"),
        channel.send_eof,
        lambda: session.userauth_password("x", "y"),
    ]
    for call in calls:
        with pytest.raises(SessionClosedError) as raised:
            call()
        assert isinstance(raised.value, ValueError)
    assert session.disconnect() == 0
    assert channel.get_exit_status() == -1
    assert isinstance(session.sock, socket.socket) and session.sock.fileno() >= 0


@pytest.mark.behaviour("session.closed-socket-is-noticed")
def test_a_socket_that_python_closed_is_not_written_to(server: Fixture) -> None:
    session = server.logged_in()
    channel, other = started(session, "cat"), opened(session)
    sock = session.sock
    assert isinstance(sock, socket.socket)
    number = sock.fileno()
    ours, theirs = socket.socketpair()
    sock.close()
    reused = os.dup2(theirs.fileno(), number)
    try:
        calls: list[Callable[[], object]] = [session.open_session, other.shell, lambda: channel.write("x")]
        for call in calls:
            with pytest.raises(SocketSendError):
                call()
        assert session.last_errno() == -7
        with pytest.raises(SSH2Error):
            channel.read()
        assert session.disconnect() == 0
        del session, channel, other
        gc.collect()
        ours.setblocking(False)
        with pytest.raises(BlockingIOError):
            ours.recv(1)
        assert os.fstat(reused)
    finally:
        os.close(reused)
        ours.close()
        theirs.close()


@pytest.mark.behaviour("python.letting-go-spares-a-reused-descriptor")
@pytest.mark.parametrize("command", ["cat", "echo over"])
def test_letting_go_of_a_channel_writes_to_nobody_elses_socket(server: Fixture, command: str) -> None:
    session = server.logged_in()
    channel = started(session, command)
    sock = session.sock
    assert isinstance(sock, socket.socket)
    number = sock.fileno()
    ours, theirs = socket.socketpair()
    sock.close()
    reused = os.dup2(theirs.fileno(), number)
    try:
        del session, channel
        gc.collect()
        ours.setblocking(False)
        with pytest.raises(BlockingIOError):
            ours.recv(1)
    finally:
        os.close(reused)
        ours.close()
        theirs.close()


@pytest.mark.behaviour("abi.freed-in-any-order")
@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_any_order_of_letting_go_is_right(server: Fixture, order: tuple[int, ...]) -> None:
    session = server.logged_in()
    kept: dict[int, object] = {0: session, 1: started(session, "cat"), 2: opened(session), 3: session.sock}
    del session
    for number in order:
        del kept[number]
        gc.collect()


@pytest.mark.behaviour("abi.freed-in-any-order")
def test_letting_go_of_a_running_command_does_not_wait(server: Fixture) -> None:
    session = server.logged_in()
    session.set_timeout(0)
    channel = started(session, "sleep 60")
    begin = time.monotonic()
    del channel
    gc.collect()
    assert time.monotonic() - begin < 30
    assert read_all(started(session, "echo still here")) == b"still here\n"


def test_many_sessions_and_channels_leave_no_descriptors(server: Fixture) -> None:
    def descriptors() -> int:
        return len(os.listdir("/proc/self/fd"))

    def once() -> None:
        session = server.logged_in()
        channel = started(session, "echo x")
        read_all(channel)
        finish(channel)
        server.end_servers()

    once()
    gc.collect()
    before = descriptors()
    for _ in range(5):
        once()
    gc.collect()
    assert descriptors() <= before


def test_a_cycle_of_garbage_is_collected(server: Fixture) -> None:
    class Node(Session):
        children: list[object]

    session = Node()
    session.handshake(server.sshd())
    session.userauth_password(server["user"], server["password"])
    session.children = [session, started(session, "cat"), Channel(session)]
    del session
    gc.collect()


@pytest.mark.behaviour("python.interpreter-may-end-at-any-time")
@pytest.mark.parametrize("ending", ["", "raise SystemExit(0)", "threading.Thread(target=c.read, daemon=True).start()"])
def test_the_interpreter_may_end_with_everything_open(server: Fixture, ending: str) -> None:
    done = run(
        "import socket, subprocess, sys, threading\n"
        "from swiftssh.ssh2.session import Session\n"
        f"near, far = socket.socketpair(); subprocess.Popen([{server['sshd_inetd']!r}], stdin=far, stdout=far)\n"
        "far.close(); s = Session(); s.handshake(near)\n"
        f"s.userauth_password({server['user']!r}, {server['password']!r})\n"
        "c = s.open_session(); c.execute('sleep 30')\n"
        f"{ending}\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
