"""Servers that drop connections before they have said who they are, and how often they are tried."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
from collections.abc import Iterator

import pytest
from aio_clients import cancelled, connecting, in_loop
from clients import connected
from servers import Fixture

import swiftssh
from swiftssh import fleet


@contextlib.contextmanager
def dropping(server: Fixture, *mode: str, times: int = 1) -> Iterator[int]:
    """Serves OpenSSH on a port that treats the first connections as the scripted peer's mode does."""
    command = [server["scripted_peer"], *mode, "--faulty", str(times), "--", server["sshd_inetd"]]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdin
        yield int(process.stdout.readline().split()[1])
        process.stdin.close()


@pytest.mark.behaviour("client.tried-again")
@pytest.mark.parametrize("mode", [("refuse",), ("cut-reset", "0")])
def test_a_server_that_drops_is_tried_again(server: Fixture, mode: tuple[str, ...]) -> None:
    with dropping(server, *mode) as port, connected(server, port, connection_attempts=2) as client:
        assert client.run("echo in").text == "in\n"

    async def work(port: int) -> None:
        async with connecting(server, port, connection_attempts=2) as client:
            assert (await client.run("echo in")).text == "in\n"

    with dropping(server, *mode) as port:
        in_loop(work(port))


@pytest.mark.behaviour("client.tried-again-and-given-up")
def test_the_error_says_how_often_it_was_tried(server: Fixture) -> None:
    with dropping(server, "refuse", times=9) as port:
        with pytest.raises(swiftssh.ConnectionLost, match=r"Not allowed at this time.* \(tried 2 times in \d"):
            connected(server, port, connection_attempts=2)
        with pytest.raises(swiftssh.ConnectionLost) as raised:
            connected(server, port)
        assert "tried" not in str(raised.value)
        with pytest.raises(ValueError, match="connection_attempts"):
            connected(server, port, connection_attempts=0)


@pytest.mark.behaviour("client.tried-again-cancelled")
def test_a_task_that_is_cancelled_waits_for_no_other_attempt(server: Fixture) -> None:
    async def work() -> None:
        dropped: asyncio.Queue[None] = asyncio.Queue()

        async def drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.close()
            dropped.put_nowait(None)

        async with await asyncio.start_server(drop, "127.0.0.1", 0) as dropping:
            port = dropping.sockets[0].getsockname()[1]
            task = asyncio.ensure_future(connecting(server, port, connection_attempts=1_000_000, timeout=None))
            for _ in range(2):
                await dropped.get()
            assert await cancelled(task)

    in_loop(work())


@pytest.mark.behaviour("fleet.tried-again")
def test_a_fleet_tries_again_by_itself(server: Fixture) -> None:
    options = swiftssh.ConnectOptions(known_hosts=server["known_hosts"], agent=False, key_files=server["client_key"])
    with dropping(server, "refuse", times=2) as port:
        hosts = [fleet.Host("127.0.0.1", port, server["user"])] * 4
        assert [each.error for each in fleet.run(hosts, "true", options=options)] == [None] * 4
