"""Several threads on one session."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable

import pytest
from servers import Fixture, finish, read_all, started

from swiftssh.ssh2.exceptions import SessionCancelledError, SessionClosedError


def together(*calls: Callable[[], None]) -> None:
    """Runs calls side by side, each in a thread of its own, and raises what one of them raised."""
    raised: list[BaseException] = []

    def guarded(call: Callable[[], None]) -> None:
        try:
            call()
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=guarded, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive(), "a thread hangs"
    if raised:
        raise raised[0]


@pytest.mark.behaviour("channel.threads-side-by-side")
def test_two_threads_run_commands_on_one_session(server: Fixture) -> None:
    session = server.logged_in()

    def work(name: str) -> None:
        for number in range(15):
            channel = started(session, f"echo {name} {number}; exit {number}")
            assert read_all(channel) == f"{name} {number}\n".encode()
            finish(channel)
            assert channel.get_exit_status() == number

    together(lambda: work("one"), lambda: work("two"), lambda: work("three"))


@pytest.mark.behaviour("channel.threads-side-by-side")
def test_two_threads_read_much_side_by_side(server: Fixture) -> None:
    session = server.logged_in()

    def work() -> None:
        data = read_all(started(session, "head -c 6000000 /dev/zero"))
        assert hashlib.sha256(data).digest() == hashlib.sha256(bytes(6_000_000)).digest()

    together(work, work)


@pytest.mark.behaviour("channel.slow-reader-holds-up-no-other")
def test_a_thread_that_waits_holds_up_no_other(server: Fixture) -> None:
    session = server.logged_in()
    slow, quick = started(session, "sleep 2; echo slow"), started(session, "cat")
    took: list[float] = []

    def work() -> None:
        time.sleep(0.2)
        begin = time.monotonic()
        for _ in range(10):
            quick.write("x")
            assert quick.read() == (1, b"x")
        took.append(time.monotonic() - begin)

    def wait() -> None:
        assert slow.read() == (5, b"slow\n")

    together(wait, work)
    assert took[0] < 1.5


@pytest.mark.behaviour("session.close-wakes-waiters")
def test_closing_from_another_thread_ends_a_wait_at_once(server: Fixture) -> None:
    session = server.logged_in()
    session.set_timeout(0)
    channel = started(session, "sleep 100")
    took: list[float] = []

    def wait() -> None:
        with pytest.raises((SessionCancelledError, SessionClosedError)):
            channel.read()
        took.append(time.monotonic())

    def close() -> None:
        time.sleep(0.3)
        took.append(time.monotonic())
        session.close()

    together(wait, close)
    assert took[1] - took[0] < 0.5


@pytest.mark.behaviour("python.waiting-lets-other-threads-run")
def test_other_python_threads_run_while_a_call_waits(server: Fixture) -> None:
    channel = started(server.logged_in(), "sleep 0.6; echo done")
    counted: list[int] = [0]
    stop = threading.Event()

    def count() -> None:
        while not stop.is_set():
            counted[0] += 1
            time.sleep(0.01)

    counter = threading.Thread(target=count)
    counter.start()
    assert channel.read() == (5, b"done\n")
    stop.set()
    counter.join()
    assert counted[0] > 20
