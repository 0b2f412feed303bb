"""What happens in sessions, told to Python's logging."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Iterator

import pytest
from aio_clients import with_client
from clients import connected, port_of
from servers import Fixture
from test_install import run
from test_listener import accepted, listening

import swiftssh
from swiftssh import fleet
from swiftssh.aio import Client
from swiftssh.ssh2.session import Session

LOGGER = logging.getLogger("swiftssh")


@pytest.fixture
def records() -> Iterator[list[logging.LogRecord]]:
    """Returns what is logged from here on; afterwards nothing is."""
    kept: list[logging.LogRecord] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            kept.append(record)

    handler = Keeper()
    LOGGER.addHandler(handler)
    yield kept
    LOGGER.removeHandler(handler)
    swiftssh.enable_logging("WARNING")


@pytest.mark.behaviour("log.tells-what-happens")
@pytest.mark.behaviour("log.no-secrets")
def test_a_client_tells_what_happens(server: Fixture, records: list[logging.LogRecord]) -> None:
    swiftssh.enable_logging("DEBUG")
    with port_of(server) as port:
        with connected(server, port, key_files=[], password=server["password"]) as client:
            client.run("cat", input=b"spoken")
    told = [record.getMessage() for record in records]
    for wanted in (
        f"connecting: connecting to 127.0.0.1 port {port}",
        "the server is SSH-2.0-OpenSSH",
        "this side offers key exchange algorithm",
        "the server offers key exchange algorithm",
        "agreed on key exchange algorithm",
        "known_hosts:1",
        f"login of {server['user']} by password: accepted",
        "exit status 0",
        "the connection is over",
    ):
        assert any(wanted in text for text in told), wanted
    assert not any(secret in text for text in told for secret in (server["password"], "spoken"))
    seconds = [vars(record)["ssh_seconds"] for record in records]
    assert seconds == sorted(seconds)
    assert len({vars(record)["ssh_session"] for record in records}) == 1
    assert {vars(record)["ssh_phase"] for record in records} >= {"connecting", "host key", "authenticating"}
    assert {vars(record)["ssh_host"] for record in records} <= {"127.0.0.1", ""}


@pytest.mark.behaviour("log.tells-what-happens")
def test_connections_that_come_are_told(server: Fixture, records: list[logging.LogRecord]) -> None:
    swiftssh.enable_logging("DEBUG")
    session = server.logged_in()
    listener, port = listening(session)
    with socket.create_connection(("127.0.0.1", port)):
        accepted(listener)
    told = [record.getMessage() for record in records]
    assert any(f"having the server listen: port {port}" in text for text in told)
    assert any("channel 1: a connection that came for a listener" in text for text in told)


@pytest.mark.behaviour("python.logging")
def test_levels_ask_for_it(server: Fixture, records: list[logging.LogRecord]) -> None:
    session = Session()
    session.handshake(server.sshd())
    assert records == []
    LOGGER.setLevel(logging.INFO)
    session = Session()
    session.handshake(server.sshd())
    session.userauth_publickey_fromfile(server["user"], server["client_key"])
    assert {record.levelname for record in records} == {"INFO"}
    records.clear()
    LOGGER.setLevel(logging.DEBUG)
    session.disconnect()
    assert {record.levelname for record in records} == {"INFO"}
    records.clear()
    with port_of(server) as port, pytest.raises(swiftssh.HostKeyMismatch):
        connected(server, port, known_hosts=server["known_hosts_changed"])
    assert "WARNING" in {record.levelname for record in records}


@pytest.mark.behaviour("log.every-session")
def test_fleets_are_logged_too(server: Fixture, records: list[logging.LogRecord]) -> None:
    swiftssh.enable_logging()
    options = swiftssh.ConnectOptions(known_hosts=server["known_hosts"], agent=False, key_files=server["client_key"])
    with port_of(server) as port:
        hosts = [fleet.Host("127.0.0.1", port, server["user"])] * 3
        assert all(done.ok for done in fleet.run(hosts, "true", options=options))
    assert len({vars(record)["ssh_session"] for record in records}) == 3


@pytest.mark.behaviour("python.logging")
def test_what_a_signal_raises_comes_out_of_the_call(server: Fixture, records: list[logging.LogRecord]) -> None:
    class Interrupting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "agreed on" in record.getMessage():
                os.kill(os.getpid(), signal.SIGINT)

    handler = Interrupting()
    LOGGER.addHandler(handler)
    swiftssh.enable_logging("DEBUG")
    # A shell that runs the tests in the background has them ignore it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with port_of(server) as port, pytest.raises(KeyboardInterrupt):
            connected(server, port)
    finally:
        signal.signal(signal.SIGINT, before)
        LOGGER.removeHandler(handler)


@pytest.mark.behaviour("python.logging")
def test_what_a_signal_raises_comes_out_of_an_event_loop_where_no_call_waits(
    server: Fixture, records: list[logging.LogRecord]
) -> None:
    class Interrupting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "the connection is over" in record.getMessage():
                os.kill(os.getpid(), signal.SIGUSR1)

    def ring(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    async def work(client: Client) -> None:
        process = int((await client.run("echo $PPID")).text)
        LOGGER.addHandler(handler)
        os.kill(process, signal.SIGKILL)
        await asyncio.Event().wait()

    handler = Interrupting()
    swiftssh.enable_logging("DEBUG")
    before = signal.signal(signal.SIGUSR1, ring)
    try:
        with pytest.raises(KeyboardInterrupt):
            with_client(server, work)
    finally:
        signal.signal(signal.SIGUSR1, before)
        LOGGER.removeHandler(handler)


@pytest.mark.behaviour("log.every-session")
def test_the_environment_has_it_written(server: Fixture) -> None:
    program = f"""
import swiftssh
with swiftssh.connect("127.0.0.1", port=PORT, user={server['user']!r}, known_hosts={server['known_hosts']!r},
                      agent=False, key_files={server['client_key']!r}) as client:
    client.run("true")
"""
    with port_of(server) as port:
        done = run(program.replace("PORT", str(port)), SWIFTSSH_LOG="debug")
        quiet = run(program.replace("PORT", str(port)))
        loud = run("import logging; logging.basicConfig(level='INFO')" + program.replace("PORT", str(port)))
    assert done.returncode == 0 and quiet.returncode == 0 and loud.returncode == 0
    assert "swiftssh debug [1] " in done.stderr and "channel 1: exec (4 bytes): done" in done.stderr
    assert quiet.stderr == ""
    assert "INFO:swiftssh:[1] 127.0.0.1: host key: the key is accepted" in loud.stderr
