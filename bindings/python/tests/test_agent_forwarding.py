"""The user's agent, forwarded to what runs on a host."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from collections.abc import Iterator

import pytest
from agents import Scripter, Starter, string
from aio_clients import connecting, in_loop
from clients import connected, port_of
from servers import Fixture

import swiftssh
from swiftssh import fleet

needs_forwarding = pytest.mark.skipif(
    "agent_forwarding" not in swiftssh.capabilities(), reason="libssh2 1.10 cannot"
)


@pytest.fixture
def port(server: Fixture) -> Iterator[int]:
    with port_of(server, "AllowAgentForwarding yes") as port:
        yield port


def hop(server: Fixture, port: int) -> str:
    """Returns the command that logs in on the same server with nothing but the agent."""
    options = f"-o IdentityFile=none -o StrictHostKeyChecking=yes -o UserKnownHostsFile={server['known_hosts']}"
    return f"ssh -F none -o BatchMode=yes {options} -p {port} {server['user']}@127.0.0.1"


@pytest.mark.behaviour("client.agent-forwarding")
def test_the_agent_is_used_on_the_host(server: Fixture, port: int, ssh_agent: Starter) -> None:
    agent = ssh_agent("client_ed25519", "client_ecdsa_256")
    if "agent_forwarding" not in swiftssh.capabilities():
        with pytest.raises(swiftssh.NotSupported, match="1.11 or newer can, and the native engine"):
            connected(server, port, forward_agent=True)
        return
    for forwarded in (True, agent.path):
        with connected(server, port, forward_agent=forwarded) as client:
            for _ in range(2):
                keys = client.run("ssh-add -l", check=True).text
                assert "client_ed25519" in keys and "client_ecdsa_256" in keys
            assert client.run(hop(server, port) + " echo there", check=True).text == "there\n"


@needs_forwarding
@pytest.mark.behaviour("client.agent-forwarding")
def test_the_agent_that_logs_in_is_the_one_that_is_forwarded(
    server: Fixture, port: int, ssh_agent: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = ssh_agent("client_ed25519")
    monkeypatch.delenv("SSH_AUTH_SOCK")
    with connected(server, port, agent=agent.path, key_files=[], forward_agent=True) as client:
        assert "client_ed25519" in client.run("ssh-add -l").text


@needs_forwarding
@pytest.mark.behaviour("client.agent-forwarding-bound")
def test_bound_keys_are_of_no_use_elsewhere(server: Fixture, port: int, ssh_agent: Starter) -> None:
    agent = ssh_agent()
    environment = {**os.environ, "SSH_AUTH_SOCK": agent.path}
    for key, hosts in (("client_ed25519", ["127.0.0.1"]), ("client_rsa", ["127.0.0.1", "127.0.0.1>127.0.0.1"])):
        words = [word for host in hosts for word in ("-h", host)]
        command = ["ssh-add", "-q", "-H", server["known_hosts"], *words, server.key(key)]
        subprocess.run(command, check=True, env=environment)
    with connected(server, port, forward_agent=True) as client:
        keys = client.run("ssh-add -l", check=True).text
        assert "client_rsa" in keys
        if swiftssh.engine_name() == "native":
            assert "client_ed25519" not in keys
            assert client.run(hop(server, port) + " echo there", check=True).text == "there\n"


@pytest.mark.behaviour("client.agent-forwarding-off")
def test_nothing_is_forwarded_unasked(server: Fixture, port: int, ssh_agent: Starter) -> None:
    ssh_agent("client_ed25519")
    with connected(server, port, agent=True) as client:
        assert client.run('echo "[$SSH_AUTH_SOCK]"').text == "[]\n"


@needs_forwarding
@pytest.mark.behaviour("client.agent-forwarding-refused")
def test_who_cannot_forward_is_told(
    server: Fixture, port: int, ssh_agent: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = ssh_agent()
    with pytest.raises(swiftssh.SSHError, match="no agent can be forwarded: "):
        connected(server, port, forward_agent=agent.path + "-none")
    monkeypatch.delenv("SSH_AUTH_SOCK")
    with pytest.raises(swiftssh.SSHError, match="no agent can be forwarded: .*SSH_AUTH_SOCK is not set"):
        connected(server, port, forward_agent=True)
    with port_of(server, "AllowAgentForwarding no") as other:
        with connected(server, other, forward_agent=agent.path) as client:
            with pytest.raises(swiftssh.ChannelError, match="AllowAgentForwarding"):
                client.run("true")
            assert client.connected


@needs_forwarding
@pytest.mark.behaviour("client.agent-forwarding-death")
def test_an_agent_that_dies_takes_its_connections_along(
    server: Fixture, port: int, scripted: Scripter, ssh_agent: Starter
) -> None:
    asked = scripted(lambda message: None)
    with connected(server, port, forward_agent=asked.path) as client:
        assert not client.run("ssh-add -l").ok
        assert client.run("echo on").text == "on\n"
    agent = ssh_agent("client_ed25519")
    with connected(server, port, forward_agent=True) as client:
        assert client.run("ssh-add -l").ok
        agent.end()
        assert not client.run("ssh-add -l").ok
        assert client.run("echo on").text == "on\n"


@needs_forwarding
@pytest.mark.behaviour("client.agent-forwarding-many")
def test_twenty_at_once(server: Fixture, port: int, ssh_agent: Starter) -> None:
    ssh_agent("client_ed25519")
    with connected(server, port, forward_agent=True) as client:
        keys = client.run("for i in $(seq 20); do ssh-add -l & done; wait", check=True).text
        assert len(keys.splitlines()) == 20


@needs_forwarding
@pytest.mark.behaviour("client.agent-forwarding-close")
def test_closing_ends_the_connections(server: Fixture, port: int, scripted: Scripter) -> None:
    asked, ended = threading.Event(), threading.Event()

    def answer(message: bytes) -> bytes:
        # Through which host it comes; an agent need not know that.
        if message[0] == 27:
            return string(b"\5")
        asked.set()
        return b""

    agent = scripted(answer)
    serve = agent._serve

    def served(connection: socket.socket) -> None:
        serve(connection)
        if asked.is_set():
            ended.set()

    agent._serve = served  # type: ignore[method-assign]
    client = connected(server, port, forward_agent=True)
    process = client.start("ssh-add -l")
    assert asked.wait(60)
    client.close()
    assert ended.wait(60)
    process.close()


@needs_forwarding
@pytest.mark.behaviour("client.agent-forwarding")
def test_asyncio_and_fleets_forward_it_too(server: Fixture, port: int, ssh_agent: Starter) -> None:
    ssh_agent("client_ed25519")

    async def work() -> list[str]:
        async with connecting(server, port, forward_agent=True) as client:
            return [(await client.run("ssh-add -l", check=True)).text for _ in range(3)]

    assert all("client_ed25519" in text for text in in_loop(work()))
    options = swiftssh.ConnectOptions(
        known_hosts=server["known_hosts"], agent=False, key_files=server["client_key"], forward_agent=True
    )
    hosts = [fleet.Host("127.0.0.1", port, server["user"])] * 3
    for each in fleet.run(hosts, "ssh-add -l", options=options):
        assert each.result is not None and "client_ed25519" in each.result.text
