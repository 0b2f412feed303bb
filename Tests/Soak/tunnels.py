"""Connections through a session: much data both ways at once, and a session within a session."""

from __future__ import annotations

import hashlib
import random
import select
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from crowd import Crowd, one_command
from servers import TOOLS, Fixture
from sockets import connected, echo, noise, serving

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.listener import Listener
from swiftssh.ssh2.session import Session

MEBIBYTE = 1 << 20
GLANCE = 0.05
Work = Callable[[random.Random], None]
Result = TypeVar("Result")


def pieces(megabytes: int, seed: int) -> Iterator[bytes]:
    """Gives a text of so many pieces of 1 MiB, no two of which are the same."""
    tail = noise(MEBIBYTE - 8, seed)
    for number in range(megabytes):
        yield number.to_bytes(8, "big") + tail


def whole(megabytes: int, seed: int) -> str:
    """Returns the digest of all pieces."""
    state = hashlib.sha256()
    for piece in pieces(megabytes, seed):
        state.update(piece)
    return state.hexdigest()


def digest_of(read: Callable[[int], bytes], count: int) -> str:
    """Reads so many bytes, or to the end, and returns their digest."""
    state = hashlib.sha256()
    while count and (data := read(min(count, MEBIBYTE))):
        state.update(data)
        count -= len(data)
    return state.hexdigest()


def measured(crowd: Crowd, name: str, megabytes: int, works: list[Work], got: dict[str, str], wanted: dict[str, str]) -> None:
    """Runs the works, compares the digests and prints the figures."""
    took = crowd.run(*works)
    if got != wanted:
        crowd.wrong.append(f"{name}: digests differ")
    rate = 4 * megabytes / took
    print(f"{name}: {megabytes} MiB each way at once on two channels, {len(crowd.wrong)} wrong, {took:.1f} s, {rate:.0f} MiB/s in all")


def local(fixture: Fixture, megabytes: int) -> list[str]:
    """Two connections that the server makes to what echoes: each way carries so much at once; returns what was wrong."""
    crowd = Crowd(fixture)
    got: dict[str, str] = {}
    with serving(echo) as port:
        works: list[Work] = []
        for seed in (1, 2):
            channel = crowd.session.direct_tcpip("127.0.0.1", port)
            assert isinstance(channel, Channel)

            def write(_: random.Random, channel: Channel = channel, seed: int = seed) -> None:
                for piece in pieces(megabytes, seed):
                    channel.write(piece)
                channel.send_eof()

            def read(_: random.Random, channel: Channel = channel, seed: int = seed) -> None:
                got[f"echo {seed}"] = digest_of(lambda size: channel.read(size)[1], megabytes * MEBIBYTE)

            works += [write, read]
        wanted = {f"echo {seed}": whole(megabytes, seed) for seed in (1, 2)}
        measured(crowd, "local forwarding", megabytes, works, got, wanted)
    return crowd.wrong


def remote(fixture: Fixture, megabytes: int) -> list[str]:
    """Two connections that come to a listener: each way carries so much at once; returns what was wrong."""
    crowd = Crowd(fixture)
    got: dict[str, str] = {}
    works: list[Work] = []
    listener, port = crowd.session.forward_listen_ex(2, "127.0.0.1", 0)
    assert isinstance(listener, Listener)
    for number in (3, 4):
        there = connected(port)
        here = listener.forward_accept()
        assert isinstance(here, Channel)

        def write(_: random.Random, here: Channel = here, number: int = number) -> None:
            for piece in pieces(megabytes, number):
                here.write(piece)

        def send(_: random.Random, there: socket.socket = there, number: int = number) -> None:
            for piece in pieces(megabytes, number + 2):
                there.sendall(piece)

        def receive(_: random.Random, there: socket.socket = there, number: int = number) -> None:
            got[f"out {number}"] = digest_of(there.recv, megabytes * MEBIBYTE)

        def read(_: random.Random, here: Channel = here, number: int = number) -> None:
            got[f"back {number}"] = digest_of(lambda size: here.read(size)[1], megabytes * MEBIBYTE)

        works += [write, send, receive, read]
    wanted = {f"out {n}": whole(megabytes, n) for n in (3, 4)} | {f"back {n}": whole(megabytes, n + 2) for n in (3, 4)}
    measured(crowd, "remote forwarding", megabytes, works, got, wanted)
    return crowd.wrong


def driven(session: Session, call: Callable[[], Result]) -> Result:
    """Calls until the result is not EAGAIN, beside another thread that may take in what this one waits for."""
    while True:
        result = call()
        if (result[0] if isinstance(result, tuple) else result) != LIBSSH2_ERROR_EAGAIN:
            return result
        select.select([session.sock], [], [], GLANCE)


def shuttle(proxy: Session, channel: Channel, near: socket.socket) -> None:
    """Carries bytes between a channel and a socket until either ends, with the session in non-blocking mode."""
    pending = b""
    while True:
        count, data = channel.read(65536)
        if count == 0:
            return
        near.sendall(data)
        if not pending and select.select([near], [], [], 0)[0]:
            pending = near.recv(65536)
            if not pending:
                return
        written = channel.write(pending)[1] if pending else 0
        pending = pending[written:]
        if count == LIBSSH2_ERROR_EAGAIN and not written:
            assert proxy.sock is not None
            select.select([proxy.sock, near], [], [], GLANCE)


def within(fixture: Fixture, seconds: float) -> list[str]:
    """A session through a channel of another, which two threads drive without blocking; returns what was wrong."""
    crowd = Crowd(fixture)
    proxy = crowd.session
    command = [str(TOOLS / "serve"), "--", fixture["sshd_inetd"]]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdout and server.stdin
        channel = proxy.direct_tcpip("127.0.0.1", int(server.stdout.readline().split()[1]))
        assert isinstance(channel, Channel)
        proxy.keepalive_config(False, 1)
        proxy.set_blocking(False)
        near, far = socket.socketpair()
        end = time.monotonic() + seconds

        def inner(chance: random.Random) -> None:
            session = Session()
            session.set_timeout(30_000)
            try:
                session.handshake(far)
                session.userauth_publickey_fromfile(fixture["user"], fixture["client_key"])
                while time.monotonic() < end:
                    crowd.note("inner", one_command(session, chance))
            finally:
                far.shutdown(socket.SHUT_WR)

        def outer(_: random.Random) -> None:
            while time.monotonic() < end:
                proxy.keepalive_send()
                beside = driven(proxy, proxy.open_session)
                assert isinstance(beside, Channel)
                assert driven(proxy, lambda: beside.execute("echo beside")) == 0
                found = driven(proxy, beside.read)
                crowd.note("beside", "" if found == (7, b"beside\n") else f"beside: {found}")

        took = crowd.run(inner, outer, lambda _: shuttle(proxy, channel, near))
        server.stdin.close()
    counts = crowd.counts
    print(f"a session within: {counts['inner']} commands inside, {counts['beside']} beside, {len(crowd.wrong)} wrong, {took:.1f} s")
    return crowd.wrong
