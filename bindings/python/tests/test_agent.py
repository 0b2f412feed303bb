"""The agent: connecting to it, and the keys that it lists."""

from __future__ import annotations

import pathlib
import pickle
import socket
import subprocess
from collections.abc import Callable

import pytest
from agents import Starter, connected, public_blob
from servers import Fixture

import swiftssh
from swiftssh.ssh2.agent import Agent
from swiftssh.ssh2.exceptions import (
    AgentAuthenticationError,
    AgentConnectionError,
    AgentListIdentitiesError,
)
from swiftssh.ssh2.pkey import PublicKey
from swiftssh.ssh2.session import Session

KINDS = ["client_ed25519", "client_ecdsa_256", "client_ecdsa_384", "client_ecdsa_521", "client_rsa"]


@pytest.mark.behaviour("agent.lists-keys")
def test_keys_come_in_order_with_their_comments(server: Fixture, ssh_agent: Starter) -> None:
    ssh_agent(*KINDS)
    agent = connected(Session())
    assert agent.list_identities() is None  # type: ignore[func-returns-value]
    keys = agent.get_identities()
    assert [key.blob for key in keys] == [public_blob(server, kind) for kind in KINDS]
    for key in keys:
        assert isinstance(key, PublicKey) and isinstance(key.comment, bytes)
        assert key.blob is not None and key.blob_len == len(key.blob)
        assert key.magic == 0x3BDEFED2
    assert agent.disconnect() == 0
    assert keys[0].blob == public_blob(server, KINDS[0])


def test_a_key_made_by_hand_is_empty() -> None:
    key = PublicKey()
    assert (key.blob, key.blob_len, key.comment, key.magic) == (None, None, None, None)
    with pytest.raises(AttributeError):
        key.blob = b""  # type: ignore[misc]
    with pytest.raises(TypeError):
        pickle.dumps(key)


@pytest.mark.behaviour("agent.missing-is-told")
def test_without_an_agent_connecting_fails(
    server: Fixture, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = server.session()
    agent = session.agent_init()
    for path in (str(tmp_path / "nothing"), ""):
        monkeypatch.setenv("SSH_AUTH_SOCK", path)
        calls: list[Callable[[], object]] = [agent.connect, lambda: session.agent_auth(server["user"])]
        for call in calls:
            with pytest.raises(AgentConnectionError) as raised:
                call()
            assert raised.value.code == -42
            assert raised.value.path == path
            assert raised.value.errno == (2 if path else 0)
    monkeypatch.delenv("SSH_AUTH_SOCK")
    with pytest.raises(AgentConnectionError, match="SSH_AUTH_SOCK"):
        agent.connect()


@pytest.mark.behaviour("agent.needs-connecting")
def test_what_needs_a_connection_says_so(server: Fixture, ssh_agent: Starter) -> None:
    running = ssh_agent("client_ed25519")
    session = server.session()
    agent = Agent(session)
    with pytest.raises(AgentListIdentitiesError):
        agent.get_identities()
    assert agent.get_identity_path() is None
    agent.set_identity_path(running.path)
    assert agent.get_identity_path() == running.path.encode()
    assert agent.connect() == 0
    agent.set_identity_path(b"my_path")
    assert agent.get_identity_path() == b"my_path"
    assert len(agent.get_identities()) == 1
    key = agent.get_identities()[0]
    assert agent.disconnect() == agent.disconnect() == 0
    with pytest.raises(AgentListIdentitiesError):
        agent.get_identities()
    with pytest.raises(AgentAuthenticationError):
        agent.userauth(server["user"], key)


def test_arguments_of_the_wrong_type_are_refused(loaded: None) -> None:
    session = Session()
    agent = session.agent_init()
    calls: list[Callable[[], object]] = [
        lambda: Agent(None),  # type: ignore[arg-type]
        lambda: agent.userauth("user", None),  # type: ignore[arg-type]
        lambda: agent.userauth("user", PublicKey()),
        lambda: agent.userauth(None, PublicKey()),  # type: ignore[arg-type]
        lambda: agent.set_identity_path(None),  # type: ignore[arg-type]
        lambda: session.agent_auth(None),  # type: ignore[arg-type]
        lambda: pickle.dumps(agent),
    ]
    for call in calls:
        with pytest.raises(TypeError):
            call()


@pytest.mark.behaviour("agent.comes-back")
def test_an_agent_that_was_started_anew(server: Fixture, ssh_agent: Starter) -> None:
    first = ssh_agent("client_ed25519")
    agent = connected(Session())
    assert len(agent.get_identities()) == 1
    first.end()
    with pytest.raises(AgentListIdentitiesError):
        agent.get_identities()
    pathlib.Path(first.path).unlink()
    ssh_agent("client_ed25519", "client_rsa")
    assert len(agent.get_identities()) == 2


def test_an_agent_keeps_its_session(server: Fixture, ssh_agent: Starter) -> None:
    ssh_agent("client_ed25519")
    near: socket.socket = server.sshd()
    session = Session()
    session.handshake(near)
    agent = connected(session)
    del session
    assert agent.userauth(server["user"], agent.get_identities()[0]) == 0


@pytest.mark.behaviour("python.agent")
def test_a_new_program_lists_the_agents_keys_and_has_it_sign(server: Fixture, ssh_agent: Starter) -> None:
    started = ssh_agent("client_ed25519", "client_rsa")
    listed = subprocess.run(["ssh-add", "-l"], check=True, capture_output=True, text=True).stdout.splitlines()
    with swiftssh.Agent() as agent:
        keys = agent.keys()
        assert [f"{key.fingerprint} {key.comment}" in line for key, line in zip(keys, listed)] == [True, True]
        assert [key.type for key in agent] == ["ssh-ed25519", "ssh-rsa"]
        assert agent.sign(keys[1], b"data", algorithm="rsa-sha2-256").startswith(b"\0\0\0\x0crsa-sha2-256")
        with pytest.raises(swiftssh.NotSupported):
            agent.sign(keys[0], b"data", algorithm="rsa-sha2-256")
        started.end()
        with pytest.raises(swiftssh.SSHError):
            agent.keys()
    assert agent.closed and keys[0] == swiftssh.AgentKey(public_blob(server, "client_ed25519"), keys[0].comment)
    with pytest.raises(swiftssh.Closed):
        agent.keys()


def test_an_agent_that_is_not_there_is_told(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(swiftssh.SSHError) as raised:
        swiftssh.Agent(tmp_path / "nothing")
    assert (raised.value.path, raised.value.errno) == (str(tmp_path / "nothing"), 2)
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    with pytest.raises(swiftssh.SSHError, match="SSH_AUTH_SOCK"):
        swiftssh.Agent()
