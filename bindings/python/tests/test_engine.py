"""The engines that connections can run on."""

from __future__ import annotations

import asyncio
import importlib
from typing import cast, get_args

import pytest
from clients import connected, port_of
from servers import Fixture, read_all, started

import swiftssh
from swiftssh import fleet
from swiftssh._options import Engine
from swiftssh.ssh2.session import LIBSSH2_METHOD_CRYPT_CS, Session

ENGINES: tuple[Engine, ...] = get_args(Engine)


@pytest.mark.behaviour("client.chooses-its-engine")
def test_a_client_runs_on_the_engine_that_it_is_given(server: Fixture) -> None:
    with port_of(server) as port:
        for engine in ENGINES:
            with connected(server, port, engine=engine) as client:
                assert client.engine == engine
                assert client.run("echo in").text == "in\n"
        with connected(server, port) as client:
            assert client.engine == swiftssh.engine_name()
        with pytest.raises(swiftssh.Closed):
            _ = client.engine
        with pytest.raises(ValueError, match="'telnet' is none of libssh2, native"):
            connected(server, port, engine="telnet")


@pytest.mark.behaviour("client.chooses-its-engine")
def test_so_does_whatever_else_connects(server: Fixture) -> None:
    async def engine_of(port: int, engine: Engine) -> str:
        connecting = swiftssh.aio.connect(
            "127.0.0.1",
            port=port,
            user=server["user"],
            known_hosts=server["known_hosts"],
            agent=False,
            key_files=server["client_key"],
            engine=engine,
        )
        async with connecting as client:
            assert (await client.run("echo in")).text == "in\n"
            return client.engine

    with port_of(server) as port:
        for engine in ENGINES:
            assert asyncio.run(engine_of(port, engine)) == engine
            options = swiftssh.ConnectOptions(
                known_hosts=server["known_hosts"], agent=False, key_files=server["client_key"], engine=engine
            )
            (done,) = fleet.run([fleet.Host("127.0.0.1", port, server["user"])], "echo in", options=options)
            assert done.result is not None and done.result.text == "in\n"
    with pytest.raises(ValueError, match="engine"):
        fleet.run(["host"], "true", options=swiftssh.ConnectOptions(engine=cast(Engine, "telnet")))


@pytest.mark.behaviour("client.chooses-its-engine")
def test_file_systems_hand_the_engine_on(server: Fixture) -> None:
    pytest.importorskip("fsspec")
    files = importlib.import_module("swiftssh.fsspec")
    with port_of(server) as port:
        for engine in ENGINES:
            system = files.SwiftSSHFileSystem(
                "127.0.0.1",
                port,
                server["user"],
                known_hosts=server["known_hosts"],
                agent=False,
                key_files=server["client_key"],
                engine=engine,
                skip_instance_cache=True,
            )
            assert system.exists("/")
            assert system._client.engine == engine
            system.close()


@pytest.mark.behaviour("session.chooses-its-engine")
def test_a_session_of_ssh2_takes_a_keyword_that_ssh2_has_not(server: Fixture) -> None:
    for engine in ENGINES:
        session = Session(engine=engine)
        session.handshake(server.sshd())
        session.userauth_publickey_fromfile(server["user"], server["client_key"])
        assert read_all(started(session, "echo in")) == b"in\n"
        names = session.supported_algs(LIBSSH2_METHOD_CRYPT_CS)
        assert ("aes256-gcm@openssh.com" in names and "aes256-cbc" not in names) == (engine == "native")
    with pytest.raises(ValueError, match="telnet"):
        Session(engine="telnet")
