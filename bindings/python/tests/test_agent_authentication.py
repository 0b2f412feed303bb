"""Logins with the keys of an agent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from agents import Scripter, Starter, ask, connected, key_list, public_blob, string
from servers import Fixture, read_all, started

from swiftssh.ssh2.exceptions import AgentAuthenticationError
from swiftssh.ssh2.session import Session

KINDS = ["client_ed25519", "client_ecdsa_256", "client_ecdsa_384", "client_ecdsa_521", "client_rsa"]


@pytest.mark.behaviour("agent.login")
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_key_logs_in(server: Fixture, ssh_agent: Starter, kind: str) -> None:
    ssh_agent(kind)
    session = server.session()
    agent = connected(session)
    assert agent.userauth(server["user"], agent.get_identities()[0]) == 0
    assert session.userauth_authenticated()
    assert read_all(started(session, "echo in")) == b"in\n"


@pytest.mark.behaviour("agent.login-with-any-key")
def test_agent_auth_tries_key_after_key(server: Fixture, ssh_agent: Starter) -> None:
    ssh_agent("stranger_ed25519", "client_rsa")
    session = server.session()
    assert session.agent_auth(server["user"]) is None
    assert session.userauth_authenticated()


@pytest.mark.behaviour("agent.no-key-matches")
@pytest.mark.parametrize("keys", [(), ("stranger_ed25519",)])
def test_agent_auth_says_when_nothing_matches(
    server: Fixture, ssh_agent: Starter, keys: tuple[str, ...]
) -> None:
    ssh_agent(*keys)
    session = server.session()
    with pytest.raises(AgentAuthenticationError) as raised:
        session.agent_auth(server["user"])
    assert raised.value.code == session.last_errno() == -18
    assert "No identities match for user" in str(raised.value)
    assert not session.userauth_authenticated()
    for key in connected(session).get_identities():
        with pytest.raises(AgentAuthenticationError):
            connected(session).userauth(server["user"], key)
    assert session.userauth_password(server["user"], server["password"]) == 0


@pytest.mark.behaviour("agent.partial-success")
def test_a_key_where_a_password_is_wanted_too(server: Fixture, ssh_agent: Starter) -> None:
    ssh_agent("client_ed25519", "client_ecdsa_256", "client_ecdsa_384")
    session = server.session("-o", "AuthenticationMethods publickey,password", "-o", "MaxAuthTries 2")
    with pytest.raises(AgentAuthenticationError) as raised:
        session.agent_auth(server["user"])
    assert raised.value.code == -19
    assert session.userauth_password(server["user"], server["password"]) == 0


@pytest.mark.behaviour("agent.declined-key-is-passed-over")
@pytest.mark.behaviour("agent.unusable-types-are-told")
def test_keys_that_cannot_be_used_are_passed_over(
    server: Fixture, ssh_agent: Starter, scripted: Scripter
) -> None:
    real = ssh_agent("client_ed25519").path
    security_key = string(b"sk-ssh-ed25519@openssh.com")
    declined, good = public_blob(server, "client_ecdsa_256"), public_blob(server, "client_ed25519")

    def answer(question: bytes) -> bytes:
        if question[0] == 11:
            return key_list(security_key, declined, good)
        return string(b"\x05") if question[5:].startswith(declined) else ask(real, question)

    scripted(answer)
    session = server.session("-o", "MaxAuthTries 1")
    agent = connected(session)
    for key, code in zip(agent.get_identities(), (-51, -42)):
        with pytest.raises(AgentAuthenticationError) as raised:
            agent.userauth(server["user"], key)
        assert raised.value.code == code
    assert session.agent_auth(server["user"]) is None


@pytest.mark.behaviour("agent.wrong-signature-is-refused")
def test_a_wrong_signature_is_refused(server: Fixture, scripted: Scripter) -> None:
    blob = public_blob(server, "client_ed25519")
    signature = string(b"\x0e" + string(string(b"ssh-ed25519") + string(b"7" * 64)))
    scripted(lambda question: key_list(blob) if question[0] == 11 else signature)
    with pytest.raises(AgentAuthenticationError) as raised:
        server.session().agent_auth(server["user"])
    assert raised.value.code == -19


@pytest.mark.behaviour("agent.session-is-needed")
def test_without_a_handshake_there_is_nothing_to_log_in_to(loaded: None, ssh_agent: Starter) -> None:
    ssh_agent("client_ed25519")
    session = Session()
    agent = connected(session)
    key = agent.get_identities()[0]
    calls: list[Callable[[], object]] = [
        lambda: agent.userauth("user", key),
        lambda: session.agent_auth("user"),
    ]
    for call in calls:
        with pytest.raises(AgentAuthenticationError) as raised:
            call()
        assert raised.value.code == -39
