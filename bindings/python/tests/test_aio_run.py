"""Commands and shells with asyncio."""

from __future__ import annotations

import asyncio
import pathlib
import threading

import pytest
from aio_clients import cancelled, connecting, in_loop, threads, with_client
from clients import port_of
from servers import Fixture

import swiftssh
from swiftssh.aio import Client

MANY = 200


@pytest.mark.behaviour("python.aio-run")
def test_commands_are_those_of_the_other_package(server: Fixture) -> None:
    async def work(client: Client) -> None:
        result = await client.run("echo out; echo err >&2; exit 3")
        assert result == swiftssh.CommandResult("echo out; echo err >&2; exit 3", 3, None, b"out\n", b"err\n")
        large = await client.run("head -c 3000000 /dev/zero & head -c 2000000 /dev/zero >&2; wait")
        assert (len(large.stdout), len(large.stderr), large.ok) == (3_000_000, 2_000_000, True)
        assert (await client.run("kill -TERM $$")).exit_signal == "TERM"
        named = await client.run(b"printf %s \xff")
        assert (named.stdout, named.command) == (b"\xff", "printf %s \udcff")
        async with client.start("printf %s \udcff") as process:
            assert (await process.communicate()).stdout == b"\xff"
        with pytest.raises(ValueError, match="a command ends at a NUL"):
            await client.run(b"true\0; false")
        data = bytes(range(256)) * 20_000
        assert (await client.run("cat", input=data)).stdout == data
        assert (await client.run("exit 4", input=data)).exit_status == 4
        assert (await client.run("echo $SWIFTSSH_A", env={"SWIFTSSH_A": "x y"})).text == "x y\n"
        with pytest.raises(swiftssh.ChannelError, match="PATH"):
            await client.run("true", env={"PATH": "/nowhere"})
        with pytest.raises(swiftssh.CommandFailed) as failed:
            await client.run("echo out; echo bad >&2; exit 9", check=True)
        assert (failed.value.exit_status, failed.value.stdout, failed.value.stderr) == (9, b"out\n", b"bad\n")
        with pytest.raises(swiftssh.OutputLimitExceeded) as exceeded:
            await client.run("yes", limit=100_000)
        assert len(exceeded.value.stdout) == 100_000
        assert (await client.run("echo on")).text == "on\n"

    with_client(server, work)


@pytest.mark.behaviour("python.aio-timeout")
def test_a_client_has_a_time_for_calls_that_have_none(server: Fixture) -> None:
    async def work(client: Client) -> None:
        assert client.timeout is None
        with pytest.raises(ValueError):
            client.timeout = -1
        client.timeout = 0.2
        assert client.timeout == 0.2
        with pytest.raises(swiftssh.CommandTimedOut):
            await client.run("sleep 600")
        async with client.start("read line; echo $line", timeout=60) as process:
            with pytest.raises(swiftssh.TimedOut):
                await process.wait()
            client.timeout = None
            assert client.timeout is None
            await process.stdin.write(b"on\n")
            assert await process.stdout.readline() == b"on\n"
        await client.close()
        with pytest.raises(swiftssh.Closed):
            client.timeout = 1

    with_client(server, work)


@pytest.mark.behaviour("python.aio-timeout")
def test_what_takes_too_long_is_ended(server: Fixture) -> None:
    async def work(client: Client) -> None:
        timeout = 0.25
        while True:
            with pytest.raises(swiftssh.CommandTimedOut) as raised:
                await client.run("echo early; echo warned >&2; exec sleep 600", timeout=timeout)
            # A server that is slow may not have started it by then.
            if (raised.value.stdout and raised.value.stderr) or timeout > 60:
                break
            timeout *= 2
        assert (raised.value.stdout, raised.value.stderr) == (b"early\n", b"warned\n")
        with pytest.raises(swiftssh.CommandTimedOut, match="sleep 600"):
            await client.run("sleep 600", timeout=0)
        async with client.start("read line; echo $line; read line; echo $line") as process:
            process.timeout = 0.1
            with pytest.raises(swiftssh.TimedOut):
                await process.stdout.readline()
            await process.stdin.write(b"one\n")
            process.timeout = None
            assert await process.stdout.readline() == b"one\n"
            with pytest.raises(swiftssh.TimedOut):
                await process.wait(timeout=0)
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(process.stdout.readline(), 0.1)
            await process.stdin.write(b"two\n")
            assert await process.stdout.readline() == b"two\n"
            assert (await process.wait()).ok

    with_client(server, work)


@pytest.mark.behaviour("python.aio-many")
def test_many_commands_need_no_threads(server: Fixture) -> None:
    async def work(client: Client) -> None:
        before = threads()
        command = "read line; echo \"<$line>\""
        processes = await asyncio.gather(*[client.start(command) for _ in range(MANY)])
        reads = [asyncio.ensure_future(process.stdout.readline()) for process in processes]
        waits = [asyncio.ensure_future(process.wait()) for process in processes]
        assert (await client.run("echo beside")).text == "beside\n"
        assert not any(task.done() for task in reads + waits)  # type: ignore[operator]
        assert threads() == before
        for number, process in reversed(list(enumerate(processes))):
            await process.stdin.write(b"%d\n" % number)
        assert await asyncio.gather(*reads) == [b"<%d>\n" % number for number in range(MANY)]
        assert all(result.ok for result in await asyncio.gather(*waits))
        for process in processes:
            await process.close()
        results = await asyncio.gather(*[client.run(f"cat; exit {number}", input=b"x") for number in range(MANY)])
        assert [result.exit_status for result in results] == list(range(MANY))
        assert threads() == before

    with_client(server, work, "MaxSessions=300")


@pytest.mark.behaviour("python.aio-streams")
def test_streams_come_while_it_runs(server: Fixture) -> None:
    async def work(client: Client) -> None:
        command = "while read line; do echo \"<$line>\"; done; printf 'no end'; echo bad >&2"
        async with client.start(command) as process:
            await process.stdin.write(b"one\n")
            assert await process.stdout.readline() == b"<one>\n"
            await process.stdin.write(b"two\nthree\n")
            lines = process.lines()
            assert await lines.__anext__() == "<two>"
            with pytest.raises(ValueError, match="without SIG: 'TERM'"):
                await process.send_signal("SIGTERM")
            with pytest.raises(swiftssh.TimedOut, match="the command .* has not ended in time"):
                await process.wait(timeout=0)
            await process.stdin.close()
            with pytest.raises(ValueError, match="closed"):
                await process.stdin.write(b"late")
            assert [line async for line in lines] == ["<three>", "no end"]
            assert await process.stderr.read() == b"bad\n"
            assert await process.stdout.read() == b""
            assert (await process.wait()).ok
        with pytest.raises(swiftssh.Closed):
            await process.wait()
        async with client.start("head -c 1000000 /dev/zero; printf 'a\\nb\\n' >&2") as process:
            assert sum([len(piece) async for piece in process.stdout.chunks()]) == 1_000_000
            assert [line async for line in process.stderr] == [b"a\n", b"b\n"]
        async with client.start("cat") as process:
            data = bytes(range(256)) * 20_000
            writing = asyncio.ensure_future(process.stdin.write(data))
            echoed = b""
            while len(echoed) < len(data):
                echoed += await process.stdout.read(100_000)
            await writing
            assert echoed == data

    with_client(server, work)


@pytest.mark.behaviour("python.aio-shell")
def test_a_shell_has_its_terminal(server: Fixture) -> None:
    async def work(client: Client) -> None:
        terminal = swiftssh.Terminal("vt220", columns=71, rows=13)
        assert (await client.run("stty size; echo $TERM", terminal=terminal)).text == "13 71\r\nvt220\r\n"
        async with client.shell(terminal=terminal) as shell:
            await shell.stdin.write(b"stty -echo; echo ready-$((6*7))\n")
            lines = shell.lines()
            async for line in lines:
                if line.endswith("ready-42"):
                    break
            await shell.resize(99, 33)
            await shell.stdin.write(b"stty size; exit 5\n")
            assert any([line.endswith("33 99") async for line in lines])
            assert (await shell.wait()).exit_status == 5

    with_client(server, work)


@pytest.mark.behaviour("python.aio-cancel")
def test_cancelling_ends_a_wait_and_leaves_the_rest(server: Fixture, tmp_path: pathlib.Path) -> None:
    tmp_path.chmod(0o777)
    begun = tmp_path / "begun"

    async def work(client: Client) -> None:
        running = asyncio.ensure_future(client.run(f"touch {begun}; sleep 600"))
        assert (await client.run(f"until [ -e {begun} ]; do sleep 0.01; done")).ok
        assert await cancelled(running)
        async with client.start("cat") as process:
            reading = asyncio.ensure_future(process.stdout.readline())
            waiting = asyncio.ensure_future(process.wait())
            assert (await client.run("echo on")).text == "on\n"
            assert await cancelled(reading)
            assert await cancelled(waiting)
            await process.stdin.write(b"kept\n")
            assert await process.stdout.readline() == b"kept\n"
        starts = [asyncio.ensure_future(client.start("echo never")) for _ in range(5)]
        await asyncio.sleep(0)
        for start in starts:
            start.cancel()
        for start in starts:
            # One whose answers came at once has started by then.
            if not await cancelled(start):  # type: ignore[arg-type]
                await start.result().close()
        # No session of the server's is left behind: it has ten.
        results = await asyncio.gather(*[client.run("cat") for _ in range(8)])
        assert all(result.ok for result in results)

    with_client(server, work)


@pytest.mark.behaviour("python.aio-kill")
def test_killing_ends_the_waits(server: Fixture) -> None:
    async def work(client: Client) -> None:
        process = await client.start("echo up; sleep 600")
        assert await process.stdout.readline() == b"up\n"
        waits = [asyncio.ensure_future(process.wait()), asyncio.ensure_future(process.stdout.read())]
        await asyncio.sleep(0)
        process.kill()
        for wait in waits:
            with pytest.raises(swiftssh.Cancelled):
                await wait  # type: ignore[misc]
        assert (await client.run("echo on")).text == "on\n"

    with_client(server, work)


@pytest.mark.behaviour("python.aio-lost-connection")
def test_a_lost_connection_is_told_to_every_task(server: Fixture) -> None:
    async def work(client: Client) -> None:
        process = await client.start("echo up; cat")
        assert await process.stdout.readline() == b"up\n"
        sftp = await client.sftp()
        waits = [
            client.run("sleep 600"),
            client.run("kill -9 $PPID"),
            process.stdout.read(),
            process.stderr.readline(),
            process.wait(),
        ]
        errors = await asyncio.gather(*waits, return_exceptions=True)
        assert [type(error) for error in errors] == [swiftssh.ConnectionLost] * len(waits)
        assert not client.connected
        for call in (client.run("true"), sftp.stat("."), process.stdin.write(b"x")):
            with pytest.raises(swiftssh.ConnectionLost):
                await call  # type: ignore[misc]

    with_client(server, work)


@pytest.mark.behaviour("python.aio-close")
def test_closing_ends_every_wait(server: Fixture) -> None:
    async def work(port: int) -> None:
        client = await connecting(server, port)
        process = await client.start("cat")
        waits = [asyncio.ensure_future(process.stdout.read()) for _ in range(1)]
        running = asyncio.ensure_future(client.run("sleep 600"))
        await asyncio.sleep(0)
        await client.close()
        for wait in (*waits, running):
            with pytest.raises(swiftssh.Cancelled):
                await wait  # type: ignore[misc]
        await client.close()
        await process.close()
        with pytest.raises(swiftssh.Closed):
            await client.run("true")
        assert client.closed and not client.connected

    with port_of(server) as port:
        in_loop(work(port))


@pytest.mark.behaviour("python.aio-one-loop")
def test_another_event_loop_is_refused(server: Fixture) -> None:
    async def work(client: Client) -> None:
        raised: list[BaseException] = []

        def elsewhere() -> None:
            try:
                asyncio.run(client.run("true"))
            except RuntimeError as error:
                raised.append(error)

        thread = threading.Thread(target=elsewhere)
        thread.start()
        await asyncio.to_thread(thread.join)
        assert "another event loop" in str(raised[0])
        process = await client.start("cat")
        first = asyncio.ensure_future(process.stdout.read())
        await asyncio.sleep(0)
        with pytest.raises(RuntimeError, match="another task"):
            await process.stdout.read()
        assert await cancelled(first)
        await process.close()

    with_client(server, work)
