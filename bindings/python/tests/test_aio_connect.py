"""Connecting and forwards with asyncio."""

from __future__ import annotations

import asyncio
import gc

import pytest
from aio_clients import cancelled, connecting, in_loop, threads, with_client
from clients import Echo, exchanged, port_of
from servers import Fixture
from sockets import closed_port

import swiftssh
import swiftssh.aio
from swiftssh.aio import Client


class Silent:
    """A server that says nothing. `ended` gives a connection after the other as they end."""

    def __init__(self) -> None:
        self.begun: asyncio.Queue[None] = asyncio.Queue()
        self.ended: asyncio.Queue[None] = asyncio.Queue()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.begun.put_nowait(None)
        await reader.read()
        writer.close()
        self.ended.put_nowait(None)

    async def __aenter__(self) -> int:
        """Returns its port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def __aexit__(self, *ignored: object) -> None:
        self._server.close()


@pytest.mark.behaviour("python.aio-connect")
def test_connecting_checks_the_key_and_logs_in(server: Fixture) -> None:
    async def work(port: int) -> None:
        client = await connecting(server, port)
        assert client.connected and "127.0.0.1" in repr(client)
        assert client.host_key.fingerprint == server["host_key_ed25519_fingerprint"]
        assert client.algorithms["host_key"] == "ssh-ed25519"
        await client.close()
        with pytest.raises(swiftssh.HostKeyUnknown):
            await connecting(server, port, known_hosts="/dev/null")
        with pytest.raises(swiftssh.AuthenticationError, match="id_ed25519|key"):
            await connecting(server, port, key_files=server["stranger_key"])
        seen: list[swiftssh.PresentedHostKey] = []

        def look(key: swiftssh.PresentedHostKey) -> bool:
            seen.append(key)
            return True

        async with connecting(server, port, host_keys=look):
            assert seen[0].port == port

        def fail(key: swiftssh.PresentedHostKey) -> bool:
            raise LookupError("nobody knows")

        with pytest.raises(LookupError, match="nobody knows"):
            await connecting(server, port, host_keys=fail)
        with pytest.raises(ConnectionRefusedError):
            await connecting(server, closed_port())
        clients = await asyncio.gather(*[asyncio.create_task(connecting(server, port)) for _ in range(10)])
        results = await asyncio.gather(*[client.run("echo on") for client in clients])
        assert [result.text for result in results] == ["on\n"] * 10
        await asyncio.gather(*[client.close() for client in clients])

    with port_of(server, "MaxStartups=100") as port:
        in_loop(work(port))


@pytest.mark.behaviour("python.aio-cancel-connect")
def test_cancelling_ends_connecting_at_once(server: Fixture) -> None:
    async def work() -> None:
        silent = Silent()
        async with silent as port:
            task = asyncio.ensure_future(connecting(server, port))
            await silent.begun.get()
            assert await cancelled(task)
            await silent.ended.get()
            with pytest.raises(swiftssh.TimedOut):
                await connecting(server, port, timeout=0.1)
            # More than there are threads: those that wait for one are ended too.
            before = threads()
            tasks = [asyncio.ensure_future(connecting(server, port)) for _ in range(200)]
            for _ in range(64):
                await silent.begun.get()
            assert threads() <= before + 64
            late = asyncio.ensure_future(connecting(server, port, timeout=0.01))
            with pytest.raises(swiftssh.TimedOut, match="other connections"):
                await late
            for task in tasks:
                task.cancel()
            assert all([await cancelled(task) for task in tasks])
            for _ in range(64):
                await silent.ended.get()

    in_loop(work())


@pytest.mark.behaviour("python.aio-forwards")
def test_forwards_carry_connections(server: Fixture) -> None:
    data = bytes(range(256)) * 1000

    async def work(client: Client) -> None:
        with Echo() as port:
            async with client.forward_local("127.0.0.1", port) as forward:
                assert await asyncio.to_thread(exchanged, forward.bound_port, data) == data
                assert (forward.counts.total, forward.is_open) == (1, True)
            assert not forward.is_open
            async with client.forward_remote("127.0.0.1", port) as forward:
                assert await asyncio.to_thread(exchanged, forward.bound_port, data) == data
                assert (await client.run("echo beside")).text == "beside\n"
            async with client.socks() as forward:
                reader, writer = await asyncio.open_connection("127.0.0.1", forward.bound_port)
                writer.write(b"\x05\x01\x00")
                assert await reader.readexactly(2) == b"\x05\x00"
                writer.write(b"\x05\x01\x00\x03\x09localhost" + port.to_bytes(2, "big"))
                assert (await reader.readexactly(10))[:2] == b"\x05\x00"
                writer.write(b"through")
                assert await reader.readexactly(7) == b"through"
                writer.close()
            with pytest.raises(swiftssh.SSHError):
                await client.forward_remote("127.0.0.1", port, bind_port=port)

    with_client(server, work)


@pytest.mark.behaviour("python.aio-jump")
def test_a_client_goes_through_another(server: Fixture) -> None:
    async def work(first: int, second: int) -> None:
        async with connecting(server, first) as jump:
            async with connecting(server, second, via=jump) as client:
                assert (await client.run("echo far")).text == "far\n"
                assert (await jump.run("echo near")).text == "near\n"

    with port_of(server) as first, port_of(server) as second:
        in_loop(work(first, second))


@pytest.mark.behaviour("python.aio-let-go")
@pytest.mark.filterwarnings("always::ResourceWarning")
def test_a_client_that_is_let_go_ends_its_connection(server: Fixture) -> None:
    async def work(port: int) -> None:
        client = await connecting(server, port)
        handle = client._driver.session
        with pytest.warns(ResourceWarning, match="unclosed"):
            del client
            gc.collect()
        while not handle.closed:
            await asyncio.sleep(0)

    with port_of(server) as port:
        in_loop(work(port))
        # One that its event loop leaves behind does no harm either.
        leaked: list[Client] = []

        async def leak() -> None:
            leaked.append(await connecting(server, port))

        in_loop(leak())
        with pytest.warns(ResourceWarning, match="unclosed"):
            leaked.clear()
            gc.collect()
