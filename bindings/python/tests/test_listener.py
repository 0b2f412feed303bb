"""Ports that the server listens on for its client."""

from __future__ import annotations

import contextlib
import gc
import itertools
import socket
import threading
from collections.abc import Callable

import pytest
from servers import Fixture, read_all, started
from sockets import connected, digest, noise, read_exactly, received, write_all
from test_non_blocking import begun, repeated
from test_threads import together, until_asleep

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.exceptions import (
    BadUseError,
    RequestDeniedError,
    SessionCancelledError,
    SessionClosedError,
    SSH2Error,
    Timeout,
)
from swiftssh.ssh2.listener import Listener
from swiftssh.ssh2.session import Session

TWENTY_MEGABYTES = 20_000_000


def listening(session: Session, most: int = 16) -> tuple[Listener, int]:
    """Returns a listener on a port that the server chose, and the port."""
    listener, port = session.forward_listen_ex(most, "127.0.0.1", 0)
    assert isinstance(listener, Listener) and port > 0
    return listener, port


def accepted(listener: Listener) -> Channel:
    """Returns the next connection, in blocking mode."""
    channel = listener.forward_accept()
    assert isinstance(channel, Channel)
    return channel


def has_ended(sock: socket.socket) -> bool:
    """Tells whether the other side has ended a non-blocking socket."""
    try:
        return sock.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


@pytest.mark.behaviour("session.forward-listen")
def test_the_server_listens_on_a_port(server: Fixture) -> None:
    session = server.logged_in()
    assert Listener(session).session is session
    listener, port = session.forward_listen_ex(4)
    assert isinstance(listener, Listener) and listener.session is session
    with connected(port) as there:
        channel = accepted(listener)
        assert channel.session is session
        channel.write("from here")
        assert received(there, 9) == b"from here"
    # The port is free for as long as nobody else takes it.
    assert listener.forward_cancel() == 0
    again = session.forward_listen(port)
    assert isinstance(again, Listener)
    with connected(port) as there:
        there.sendall(b"again")
        assert read_exactly(accepted(again), 5) == b"again"


@pytest.mark.behaviour("session.forward-listen-is-refused")
def test_a_port_that_the_server_refuses_is_told(server: Fixture) -> None:
    session = server.logged_in("-o", "AllowTcpForwarding no")
    with pytest.raises(RequestDeniedError):
        session.forward_listen(0)
    session = server.logged_in()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(RequestDeniedError):
            session.forward_listen_ex(1, "127.0.0.1", taken.getsockname()[1])
    with pytest.raises(OverflowError):
        session.forward_listen(65536)
    with pytest.raises(SSH2Error):
        Session().forward_listen(0)


@pytest.mark.behaviour("listener.accept")
def test_connections_that_wait_are_accepted_in_turn(server: Fixture) -> None:
    session = server.logged_in()
    listener, port = listening(session)
    there = []
    for number in range(8):
        there.append(connected(port))
        there[number].sendall(bytes([number]))
    channels = [accepted(listener) for _ in there]
    for number, channel in enumerate(channels):
        assert read_exactly(channel, 1) == bytes([number])
        channel.write(f"to {number}")
        assert received(there[number], 4) == f"to {number}".encode()
        there[number].close()
        assert read_all(channel) == b""
        assert channel.close() == 0
    session.set_timeout(200)
    with pytest.raises(Timeout):
        listener.forward_accept()


@pytest.mark.behaviour("listener.two-at-once")
def test_two_listeners_tell_their_connections_apart(server: Fixture) -> None:
    session = server.logged_in()
    (first, first_port), (second, second_port) = listening(session), listening(session)
    with connected(second_port) as to_second, connected(first_port) as to_first:
        to_first.sendall(b"1")
        to_second.sendall(b"2")
        assert read_exactly(accepted(first), 1) == b"1"
        assert read_exactly(accepted(second), 1) == b"2"


@pytest.mark.behaviour("listener.queue-overflow-is-refused")
def test_more_than_may_wait_are_refused(server: Fixture) -> None:
    session = server.logged_in()
    listener, port = listening(session, 2)
    there = [connected(port) for _ in range(5)]
    for number, sock in enumerate(there):
        sock.sendall(bytes([number]))
        sock.setblocking(False)
    refused: set[int] = set()
    while len(refused) < 3:
        # Opens and closes a channel, which takes in what has come.
        assert read_all(started(session, "echo")) == b"\n"
        refused |= {number for number, sock in enumerate(there) if has_ended(sock)}
    numbers = {read_exactly(accepted(listener), 1)[0] for _ in range(2)}
    assert numbers == set(range(5)) - refused
    session.set_blocking(False)
    assert listener.forward_accept() == LIBSSH2_ERROR_EAGAIN


@pytest.mark.behaviour("listener.cancel")
def test_a_cancelled_listener_listens_no_more(server: Fixture) -> None:
    session = server.logged_in()
    listener, port = listening(session)
    there = connected(port)
    channel = accepted(listener)
    waiting = connected(port)
    assert listener.forward_cancel() == 0
    assert listener.forward_cancel() == 0
    with pytest.raises(BadUseError):
        listener.forward_accept()
    # The server has done what it was asked before this when it answers.
    assert read_all(started(session, "echo on")) == b"on\n"
    with pytest.raises(ConnectionError):
        connected(port)
    there.sendall(b"goes on")
    assert read_exactly(channel, 7) == b"goes on"
    with contextlib.suppress(ConnectionResetError):
        assert waiting.recv(1) == b""
    unused = Listener(session)
    for call in (unused.forward_accept, unused.forward_cancel):
        with pytest.raises(BadUseError):
            call()
    for wrong in (None, 3):
        with pytest.raises(TypeError):
            Listener(wrong)  # type: ignore[arg-type]


def waited(listener: Listener, end: Callable[[], object]) -> BaseException:
    """Lets a thread wait for a connection for as long as it takes, ends that, and returns what was raised."""
    raised: list[BaseException] = []
    begun = threading.Event()

    def wait() -> None:
        begun.set()
        try:
            listener.forward_accept()
        except SSH2Error as error:
            raised.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    begun.wait()
    # Whether the thread waits already or is about to makes little difference to what it must see.
    until_asleep(thread)
    end()
    thread.join(20)
    assert not thread.is_alive() and raised
    return raised[0]


@pytest.mark.behaviour("listener.cancel-wakes-accept")
def test_cancelling_from_another_thread_ends_a_wait_at_once(server: Fixture) -> None:
    session = server.logged_in()
    session.set_timeout(0)
    listener, _ = listening(session)
    assert isinstance(waited(listener, listener.forward_cancel), BadUseError)
    assert read_all(started(session, "echo on")) == b"on\n"


@pytest.mark.behaviour("listener.close-wakes-accept")
def test_closing_from_another_thread_ends_a_wait_at_once(server: Fixture) -> None:
    session = server.logged_in()
    session.set_timeout(0)
    listener, _ = listening(session)
    # The latter where it slept only until it got at the session.
    assert isinstance(waited(listener, session.close), (SessionCancelledError, SessionClosedError))
    with pytest.raises(SSH2Error):
        listener.forward_accept()
    with pytest.raises(SSH2Error):
        listener.forward_cancel()


@pytest.mark.behaviour("listener.freed-in-any-order")
@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_any_order_of_letting_go_is_right(server: Fixture, order: tuple[int, ...]) -> None:
    session = server.logged_in()
    listener, port = listening(session)
    there, waiting = connected(port), connected(port)
    kept: dict[int, object] = {0: session, 1: listener, 2: accepted(listener), 3: session.sock}
    del session, listener
    for number in order:
        del kept[number]
        gc.collect()
    there.close()
    waiting.close()


@pytest.mark.behaviour("listener.letting-go-stops-listening")
def test_letting_go_stops_listening_without_waiting(server: Fixture) -> None:
    session = server.logged_in()
    listener, port = listening(session)
    with connected(port) as there:
        channel = accepted(listener)
        del listener
        gc.collect()
        assert read_all(started(session, "echo on")) == b"on\n"
        with pytest.raises(ConnectionError):
            connected(port)
        channel.write("goes on")
        assert received(there, 7) == b"goes on"


@pytest.mark.behaviour("listener.after-a-keepalive")
def test_a_keepalive_that_asks_for_an_answer_is_not_taken_for_it(server: Fixture) -> None:
    session = server.logged_in()
    session.keepalive_config(True, 60)
    assert session.keepalive_send() > 0
    listener, port = listening(session)
    with connected(port) as there:
        accepted(listener).write("x")
        assert received(there, 1) == b"x"


@pytest.mark.behaviour("forwarding.large-both-ways")
def test_much_goes_both_ways_at_once_through_two_connections(server: Fixture) -> None:
    session = server.logged_in()
    session.set_timeout(60_000)
    listener, port = listening(session)
    there = [connected(port) for _ in range(2)]
    here = [accepted(listener) for _ in there]
    out = [noise(TWENTY_MEGABYTES, seed) for seed in (3, 4)]
    back = [noise(TWENTY_MEGABYTES, seed) for seed in (5, 6)]
    got: dict[str, str] = {}

    def work(number: int) -> list[Callable[[], None]]:
        def receive() -> None:
            got[f"out {number}"] = digest(received(there[number], TWENTY_MEGABYTES))

        def read() -> None:
            got[f"back {number}"] = digest(read_exactly(here[number], TWENTY_MEGABYTES))

        def write() -> None:
            assert here[number].write(out[number])[1] == TWENTY_MEGABYTES

        def send() -> None:
            there[number].sendall(back[number])

        return [receive, read, write, send]

    together(*work(0), *work(1))
    assert got == {f"out {n}": digest(out[n]) for n in (0, 1)} | {f"back {n}": digest(back[n]) for n in (0, 1)}


@pytest.mark.behaviour("listener.non-blocking")
def test_a_listener_is_driven_by_calling_again(server: Fixture) -> None:
    session = begun(server)
    with server.held():
        assert session.forward_listen_ex(2, "127.0.0.1", 0) == (LIBSSH2_ERROR_EAGAIN, 0)
    listener, port = repeated(session, lambda: session.forward_listen_ex(2, "127.0.0.1", 0))
    assert isinstance(listener, Listener) and port > 0
    assert listener.forward_accept() == LIBSSH2_ERROR_EAGAIN
    with connected(port) as there:
        channel = repeated(session, listener.forward_accept)
        assert isinstance(channel, Channel)
        there.sendall(b"ping")
        assert repeated(session, channel.read) == (4, b"ping")
        assert channel.write(b"pong")[1] == 4
        assert received(there, 4) == b"pong"
        assert repeated(session, listener.forward_cancel) == 0
        assert repeated(session, listener.forward_cancel) == 0
