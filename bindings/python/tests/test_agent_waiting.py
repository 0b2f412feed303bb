"""Agents that are slow or silent, and those who wait for them."""

from __future__ import annotations

import pathlib
import socket
import threading

import pytest
from agents import Scripter, Starter, ask, connected, key_list, public_blob
from servers import Fixture

from swiftssh.ssh2.exceptions import (
    AgentAuthenticationError,
    AgentConnectionError,
    AgentListIdentitiesError,
    SessionCancelledError,
)
from swiftssh.ssh2.pkey import PublicKey
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.utils import wait_socket

EAGAIN = -37


def wait(session: Session) -> None:
    """Waits until the session's socket is ready for what the session waits for."""
    assert session.sock is not None
    wait_socket(session.sock, session)


@pytest.mark.behaviour("agent.silent-one-times-out")
@pytest.mark.behaviour("agent.given-up-login-frees-the-session")
def test_a_silent_agent_ends_in_an_error(server: Fixture, scripted: Scripter) -> None:
    blob = public_blob(server, "client_ed25519")
    scripted(lambda question: b"")
    session = server.session()
    session.set_timeout(200)
    with pytest.raises(AgentListIdentitiesError) as listed:
        connected(session).get_identities()
    key = PublicKey._listed(blob, b"")
    with pytest.raises(AgentAuthenticationError) as refused:
        connected(session).userauth(server["user"], key)
    assert listed.value.code == refused.value.code == -9
    session.set_timeout(20_000)
    assert session.userauth_password(server["user"], server["password"]) == 0


@pytest.mark.behaviour("agent.non-blocking")
def test_a_login_in_non_blocking_mode(server: Fixture, ssh_agent: Starter, scripted: Scripter) -> None:
    real = ssh_agent("client_rsa").path
    asked, gate = threading.Event(), threading.Event()

    def answer(question: bytes) -> bytes:
        if question[0] == 13:
            asked.set()
            gate.wait(20)
        return ask(real, question)

    scripted(answer)
    session = server.session()
    agent = connected(session)
    key = agent.get_identities()[0]
    session.set_blocking(False)
    while not asked.is_set():
        assert agent.userauth(server["user"], key) == EAGAIN
    for _ in range(10):
        assert agent.userauth(server["user"], key) == EAGAIN
        assert session.block_directions() == 3
    gate.set()
    while agent.userauth(server["user"], key) == EAGAIN:
        wait(session)
    assert session.userauth_authenticated()


@pytest.mark.behaviour("agent.non-blocking-with-any-key")
def test_agent_auth_in_non_blocking_mode(server: Fixture, ssh_agent: Starter) -> None:
    ssh_agent("stranger_ed25519", "client_ed25519")
    session = server.session()
    session.set_blocking(False)
    with server.held():
        assert session.agent_auth(server["user"]) == EAGAIN
    while (result := session.agent_auth(server["user"])) == EAGAIN:
        wait(session)
    assert result is None
    assert session.userauth_authenticated()


@pytest.mark.behaviour("agent.close-wakes-waiters")
def test_closing_the_session_ends_a_login_that_waits(server: Fixture, scripted: Scripter) -> None:
    blob = public_blob(server, "client_ed25519")
    asked, raised = threading.Event(), []

    def answer(question: bytes) -> bytes:
        if question[0] == 11:
            return key_list(blob)
        asked.set()
        return b""

    scripted(answer)
    session = server.session()

    def login() -> None:
        try:
            session.agent_auth(server["user"])
        except SessionCancelledError as error:
            raised.append(error)

    thread = threading.Thread(target=login)
    thread.start()
    assert asked.wait(20)
    session.close()
    thread.join(20)
    assert len(raised) == 1


@pytest.mark.behaviour("agent.slow-one-holds-up-no-other")
@pytest.mark.behaviour("agent.threads-side-by-side")
@pytest.mark.behaviour("agent.dying-server-is-told")
def test_others_go_on_while_the_agent_thinks(server: Fixture, scripted: Scripter) -> None:
    blob = public_blob(server, "client_ed25519")
    asked, raised = threading.Event(), []

    def answer(question: bytes) -> bytes:
        if question[0] == 11:
            return key_list(blob)
        asked.set()
        return b""

    scripted(answer)
    near = server.sshd()
    session = Session()
    session.handshake(near)
    agent = connected(session)
    key = agent.get_identities()[0]

    def login() -> None:
        try:
            agent.userauth(server["user"], key)
        except AgentAuthenticationError as error:
            raised.append(error.code)

    thread = threading.Thread(target=login)
    thread.start()
    assert asked.wait(20)
    assert session.hostkey()[0]
    assert len(agent.get_identities()) == 1
    session.set_timeout(50)
    assert session.userauth_list(server["user"]) is None
    assert session.last_errno() == -9
    near.shutdown(socket.SHUT_RDWR)
    thread.join(20)
    assert raised and raised[0] in (-7, -13, -43)


@pytest.mark.behaviour("agent.disconnect-wakes-waiters")
def test_a_disconnect_ends_a_call_of_another_thread(loaded: None, scripted: Scripter) -> None:
    asked, raised = threading.Event(), []

    def answer(question: bytes) -> bytes:
        asked.set()
        return b""

    scripted(answer)
    agent = connected(Session())

    def ask_for_keys() -> None:
        try:
            agent.get_identities()
        except AgentListIdentitiesError as error:
            raised.append(error.code)

    thread = threading.Thread(target=ask_for_keys)
    thread.start()
    assert asked.wait(20)
    assert agent.disconnect() == 0
    thread.join(20)
    assert raised == [-42]


@pytest.mark.behaviour("agent.overrun-one-times-out")
def test_an_agent_that_takes_no_connection(loaded: None, tmp_path: pathlib.Path) -> None:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "agent"))
    listener.listen(0)
    session = Session()
    session.set_timeout(50)
    agents = []
    with pytest.raises(AgentConnectionError) as raised:
        while True:
            agents.append(session.agent_init())
            agents[-1].set_identity_path(str(tmp_path / "agent"))
            agents[-1].connect()
    assert raised.value.code == -9
    listener.close()
