"""Many commands of one session: by threads, and in one poll loop."""

from __future__ import annotations

import random
import time

from crowd import REKEYING, Crowd, one_command, random_end
from servers import Fixture
from test_non_blocking import channel_of, repeated, wait

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN

HUNDRED_KILOBYTES = 100_000
MANY = 200


def sixteen(fixture: Fixture, rounds: int) -> list[str]:
    """Sixteen commands at once, again and again, under new keys all the time; returns what was wrong."""
    crowd = Crowd(fixture)

    def work(chance: random.Random) -> None:
        for _ in range(rounds):
            crowd.note("commands", one_command(crowd.session, chance))

    took = crowd.run(*[work] * 16)
    print(f"sixteen at once: {crowd.counts['commands']} of {16 * rounds} commands, {len(crowd.wrong)} wrong, {took:.1f} s")
    return crowd.wrong


def eight(fixture: Fixture, seconds: float) -> list[str]:
    """Eight threads that run commands and read 100 kB, and leave some channels at random; returns what was wrong."""
    crowd = Crowd(fixture)
    end = time.monotonic() + seconds

    def work(chance: random.Random) -> None:
        while time.monotonic() < end:
            if chance.random() < 0.7:
                crowd.note("whole", one_command(crowd.session, chance, HUNDRED_KILOBYTES))
            else:
                crowd.note(random_end(crowd.session, chance), "")

    took = crowd.run(*[work] * 8)
    if not crowd.wrong:
        crowd.note("afterwards", one_command(crowd.session, random.Random(1)))
    whole = crowd.counts["whole"]
    left = crowd.counts.total() - whole - crowd.counts["afterwards"]
    print(f"eight threads: {whole} commands of 100 kB, {left} channels left at random, {len(crowd.wrong)} wrong, {took:.1f} s")
    return crowd.wrong


def one_loop(fixture: Fixture, rounds: int) -> list[str]:
    """Two hundred channels, each with a command of its own, opened and read in one poll loop; returns what was wrong."""
    session = fixture.logged_in(*REKEYING)
    session.set_blocking(False)
    wrong: list[str] = []
    begin = time.monotonic()
    for _ in range(rounds):
        channels = [channel_of(session) for _ in range(MANY)]
        for number, channel in enumerate(channels):
            assert repeated(session, lambda: channel.execute(f"echo {number}; seq {number}; exit {number}")) == 0  # noqa: B023
        output: dict[Channel, bytes] = dict.fromkeys(channels, b"")
        waiting = set(channels)
        while waiting:
            moved = False
            for channel in list(waiting):
                count, data = channel.read(65536)
                output[channel] += data
                moved = moved or count != LIBSSH2_ERROR_EAGAIN
                if count == 0:
                    waiting.remove(channel)
            if not moved:
                wait(session)
        for number, channel in enumerate(channels):
            assert repeated(session, channel.close) == repeated(session, channel.wait_closed) == 0
            found = (output[channel], channel.get_exit_status())
            if found != ("".join(f"{line}\n" for line in (number, *range(1, number + 1))).encode(), number):
                wrong.append(f"channel {number}: {len(found[0])} bytes, status {found[1]}")
    took = time.monotonic() - begin
    print(f"one loop: {rounds} times {MANY} channels, {len(wrong)} wrong, {took:.1f} s")
    return wrong
