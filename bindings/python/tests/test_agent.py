"""The agent."""

from __future__ import annotations

import base64
import pathlib
import pickle
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from agents import Answer, OpenSSHAgent, ScriptedAgent, ask, key_list, string
from servers import Fixture, read_all, started

from swiftssh.ssh2.agent import Agent
from swiftssh.ssh2.exceptions import (
    AgentAuthenticationError,
    AgentConnectionError,
    AgentListIdentitiesError,
    SessionCancelledError,
)
from swiftssh.ssh2.pkey import PublicKey
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.utils import wait_socket

KINDS = ["client_ed25519", "client_ecdsa_256", "client_ecdsa_384", "client_ecdsa_521", "client_rsa"]
EAGAIN = -37

Starter = Callable[..., OpenSSHAgent]
Scripter = Callable[[Answer], ScriptedAgent]


@pytest.fixture
def ssh_agent(
    server: Fixture, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Starter]:
    """Starts ssh-agent with keys of the fixture, and makes it the user's."""
    running: list[OpenSSHAgent] = []

    def start(*keys: str) -> OpenSSHAgent:
        running.append(OpenSSHAgent(tmp_path, *[server.key(key) for key in keys]))
        monkeypatch.setenv("SSH_AUTH_SOCK", running[-1].path)
        return running[-1]

    yield start
    for agent in running:
        agent.end()


@pytest.fixture
def scripted(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scripter]:
    """Starts a scripted agent, and makes it the user's."""
    running: list[ScriptedAgent] = []

    def start(answer: Answer) -> ScriptedAgent:
        running.append(ScriptedAgent(tmp_path, answer))
        monkeypatch.setenv("SSH_AUTH_SOCK", running[-1].path)
        return running[-1]

    yield start
    for agent in running:
        agent.end()


def connected(session: Session) -> Agent:
    """Returns an agent of a session that has connected to the user's."""
    agent = session.agent_init()
    assert agent.connect() == 0
    return agent


def wait(session: Session) -> None:
    """Waits until the session's socket is ready for what the session waits for."""
    assert session.sock is not None
    wait_socket(session.sock, session)


def public_blob(server: Fixture, name: str) -> bytes:
    """Returns what a public key's file says."""
    return base64.b64decode(pathlib.Path(server.key(name + ".pub")).read_text().split()[1])


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


LIES: dict[str, bytes | None] = {
    "closes": None,
    "no length": bytes(4),
    "huge length": b"\xff" * 4,
    "another type": string(b"\x63"),
    "refusal": string(b"\x05"),
    "huge count": string(b"\x0c" + b"\xff" * 4),
    "count too small": key_list(b"1", b"2", count=1),
    "key too long": string(b"\x0c\0\0\0\1" + b"\xff" * 4),
}


@pytest.mark.behaviour("agent.lies-are-errors")
@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_an_error(server: Fixture, scripted: Scripter, lie: str) -> None:
    scripted(lambda question: LIES[lie])
    session = server.session()
    agent = connected(session)
    calls: list[Callable[[], object]] = [agent.get_identities, lambda: session.agent_auth(server["user"])]
    for call in calls:
        with pytest.raises(AgentListIdentitiesError) as raised:
            call()
        assert raised.value.code == -42
        assert str(raised.value)


@pytest.mark.behaviour("agent.lying-one-does-not-spoil-the-session")
@pytest.mark.parametrize(
    "lie", [None, bytes(4), b"\xff" * 4, string(b"\x05"), string(b"\x0e"), string(b"\x0e" + b"\xff" * 4)]
)
@pytest.mark.behaviour("agent.signing-costs-no-attempt")
def test_a_lie_in_a_login_leaves_the_session(
    server: Fixture, scripted: Scripter, lie: bytes | None
) -> None:
    blob = public_blob(server, "client_ed25519")
    scripted(lambda question: key_list(blob) if question[0] == 11 else lie)
    session = server.session("-o", "MaxAuthTries 1")
    agent = connected(session)
    with pytest.raises(AgentAuthenticationError) as raised:
        agent.userauth(server["user"], agent.get_identities()[0])
    assert raised.value.code == -42
    with pytest.raises(AgentAuthenticationError):
        session.agent_auth(server["user"])
    assert session.userauth_password(server["user"], server["password"]) == 0


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
    results = [session.agent_auth(server["user"])]
    while results[-1] == EAGAIN:
        wait(session)
        results.append(session.agent_auth(server["user"]))
    assert results[0] == EAGAIN and results[-1] is None
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


@pytest.mark.behaviour("agent.partial-success")
def test_a_key_where_a_password_is_wanted_too(server: Fixture, ssh_agent: Starter) -> None:
    ssh_agent("client_ed25519", "client_ecdsa_256", "client_ecdsa_384")
    session = server.session("-o", "AuthenticationMethods publickey,password", "-o", "MaxAuthTries 2")
    with pytest.raises(AgentAuthenticationError) as raised:
        session.agent_auth(server["user"])
    assert raised.value.code == -19
    assert session.userauth_password(server["user"], server["password"]) == 0


def test_an_agent_keeps_its_session(server: Fixture, ssh_agent: Starter) -> None:
    ssh_agent("client_ed25519")
    near: socket.socket = server.sshd()
    session = Session()
    session.handshake(near)
    agent = connected(session)
    del session
    assert agent.userauth(server["user"], agent.get_identities()[0]) == 0


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
