"""Threads that use one session hard, and what came of it."""

from __future__ import annotations

import collections
import random
import threading
import time
from collections.abc import Callable

from servers import Fixture, opened

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.session import Session

PATIENCE = 900
REKEYING = ("-o", "RekeyLimit 512K", "-o", "MaxSessions 250")


class Crowd:
    """Threads that do the same thing with one session until told to stop, and what came of it."""

    def __init__(self, fixture: Fixture) -> None:
        self.session = fixture.logged_in(*REKEYING)
        self.session.set_timeout(30_000)
        self.counts: collections.Counter[str] = collections.Counter()
        self.wrong: list[str] = []

    def run(self, *works: Callable[[random.Random], None]) -> float:
        """Runs each work in a thread, with a chance of its own; returns the seconds that all took."""
        begin = time.monotonic()

        def guarded(number: int, work: Callable[[random.Random], None]) -> None:
            try:
                work(random.Random(number))
            except Exception as error:
                self.wrong.append(f"{type(error).__name__}: {error}")

        running = [threading.Thread(target=guarded, args=item, daemon=True) for item in enumerate(works)]
        for thread in running:
            thread.start()
        for thread in running:
            thread.join(max(1.0, begin + PATIENCE - time.monotonic()))
        hanging = sum(thread.is_alive() for thread in running)
        if hanging:
            self.wrong.append(f"{hanging} threads hang")
        return time.monotonic() - begin

    def note(self, what: str, problem: str) -> None:
        """Counts something that was done, and keeps what was wrong with it."""
        self.counts[what] += 1
        if problem:
            self.wrong.append(problem)


def drained(channel: Channel) -> int:
    """Reads standard output to its end; returns its length."""
    total = 0
    while (count := channel.read(65536)[0]) > 0:
        total += count
    return total


def one_command(session: Session, chance: random.Random, length: int | None = None) -> str:
    """Runs one command to its end; returns "" when its output and its exit were right, and what was not otherwise."""
    code, length = chance.randrange(256), length or chance.randrange(1, 200_000)
    channel = opened(session)
    kind = chance.choice(("output", "echo", "signal"))
    signal = None
    if kind == "output":
        channel.execute(f"head -c {length} /dev/zero; exit {code}")
    elif kind == "echo":
        channel.execute(f"cat; exit {code}")
        channel.write(bytes(length))
        channel.send_eof()
    else:
        channel.execute(f"head -c {length} /dev/zero; kill -9 $$")
        code, signal = 0, b"KILL"
    count = drained(channel)
    channel.wait_closed()
    found = (count, channel.get_exit_status(), channel.get_exit_signal()[1])
    return "" if found == (length, code, signal) else f"{kind}: {found}, not {(length, code, signal)}"


def random_end(session: Session, chance: random.Random) -> str:
    """Opens a channel and leaves it in one of many ways; returns which."""
    channel = opened(session)
    way = chance.choice(("close", "close-unread", "drop", "drop-unopened", "write-drop"))
    if way == "drop-unopened":
        return way
    channel.execute("cat" if way == "write-drop" else f"head -c {chance.randrange(400_000)} /dev/zero; exec cat /dev/null")
    if way == "close":
        channel.read(1000)
        channel.close()
    elif way == "close-unread":
        channel.close()
    elif way == "write-drop":
        channel.write(bytes(chance.randrange(100_000)))
    return way
