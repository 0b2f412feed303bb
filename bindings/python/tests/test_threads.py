"""Several threads on one session."""

from __future__ import annotations

import hashlib
import pathlib
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


def until_asleep(thread: threading.Thread) -> None:
    """Returns when a thread sleeps in the system, or has ended."""
    stat = pathlib.Path(f"/proc/self/task/{thread.native_id}/stat")
    try:
        while stat.read_text().rpartition(") ")[2][0] != "S":
            time.sleep(0.001)
    except OSError:
        assert not thread.is_alive()


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
    slow, quick = started(session, "read line; echo slow"), started(session, "cat")
    waiter: list[threading.Thread] = []
    begun = threading.Event()

    def work() -> None:
        begun.wait()
        until_asleep(waiter[0])
        for _ in range(10):
            quick.write("x")
            assert quick.read() == (1, b"x")
        slow.write("\n")

    def wait() -> None:
        waiter.append(threading.current_thread())
        begun.set()
        assert slow.read() == (5, b"slow\n")

    together(wait, work)


@pytest.mark.behaviour("session.close-wakes-waiters")
def test_closing_from_another_thread_ends_a_wait_at_once(server: Fixture) -> None:
    session = server.logged_in()
    session.set_timeout(0)
    channel = started(session, "cat")
    waiter: list[threading.Thread] = []
    begun = threading.Event()

    def wait() -> None:
        waiter.append(threading.current_thread())
        begun.set()
        with pytest.raises((SessionCancelledError, SessionClosedError)):
            channel.read()

    def close() -> None:
        begun.wait()
        until_asleep(waiter[0])
        session.close()

    together(wait, close)


@pytest.mark.behaviour("python.waiting-lets-other-threads-run")
def test_other_python_threads_run_while_a_call_waits(server: Fixture) -> None:
    channel = started(server.logged_in(), "read line; echo done")
    waiter = threading.current_thread()

    def count() -> None:
        until_asleep(waiter)
        for _ in range(20):
            time.sleep(0.001)
        # Nothing comes before this.
        channel.write("\n")

    counter = threading.Thread(target=count)
    counter.start()
    assert channel.read() == (5, b"done\n")
    counter.join()
