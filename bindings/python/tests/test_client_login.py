"""Logging in: credentials in order, in several steps, and what is said when none is taken."""

from __future__ import annotations

import pathlib

import pytest
from agents import OpenSSHAgent
from clients import connected, port_of
from servers import Fixture, Peer

import swiftssh


@pytest.mark.behaviour("client.login-order")
def test_credentials_are_tried_in_order(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    agent = OpenSSHAgent(tmp_path, server.key("client_ecdsa_256"))
    try:
        connected(server, port, agent=agent.path, key_files=[]).close()
    finally:
        agent.end()
    connected(server, port, key_files=[], password=server["password"]).close()
    connected(server, port, key_files=[server["stranger_key"], server["client_key"]]).close()


@pytest.mark.behaviour("client.login-steps")
@pytest.mark.parametrize("methods", ["publickey,password", "password,publickey"])
def test_several_credentials_are_given(server: Fixture, methods: str) -> None:
    with port_of(server, f"AuthenticationMethods {methods}") as port:
        connected(server, port, password=server["password"]).close()
        with pytest.raises(swiftssh.AuthenticationError, match="the server takes"):
            connected(server, port, password="not it")


@pytest.mark.behaviour("client.login-refused")
def test_the_error_says_what_was_offered(server: Fixture, port: int) -> None:
    with pytest.raises(swiftssh.AuthenticationError) as raised:
        connected(server, port, key_files=server["stranger_key"], password="not it")
    assert isinstance(raised.value, PermissionError)
    message = str(raised.value)
    for part in ("stranger_ed25519 was refused", "the password was refused", "the server takes publickey, password"):
        assert part in message
    assert "not it" not in message


@pytest.mark.behaviour("client.login-attempts")
def test_keys_leave_an_attempt_to_the_password(server: Fixture) -> None:
    keys = [server["stranger_key"], server.key("other_host_ed25519"), server.key("host_ecdsa"), server.key("host_rsa")]
    with port_of(server, "MaxAuthTries 3") as port:
        connected(server, port, key_files=keys, password=server["password"], attempts=3).close()


@pytest.mark.behaviour("client.login-asks-nothing-first")
def test_keys_are_offered_without_a_question(
    server: Fixture, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"
    monkeypatch.setenv("SWIFTSSH_FIXTURE_LOG", str(log))
    with port_of(server) as port:
        connected(server, port, key_files=[server["stranger_key"], server["client_key"]]).close()
        assert "method publickey" in log.read_text() and "method none" not in log.read_text()
        connected(server, port, password=server["password"]).close()
        assert "method none" in log.read_text()
        with pytest.raises(swiftssh.AuthenticationError, match="refused; the server takes publickey, password"):
            connected(server, port, key_files=server["stranger_key"])


@pytest.mark.behaviour("client.login-passphrase")
def test_a_passphrase_is_asked_for_when_the_server_takes_the_key(server: Fixture, port: int) -> None:
    encrypted = server["client_key_ed25519_encrypted"]
    asked: list[str] = []

    def passphrase(path: str) -> str:
        asked.append(path)
        return server["passphrase"]

    connected(server, port, key_files=[server["stranger_key"], encrypted], passphrase=passphrase).close()
    assert asked == [encrypted]
    connected(server, port, key_files=encrypted, passphrase=server["passphrase"]).close()
    with pytest.raises(swiftssh.PassphraseError) as raised:
        connected(server, port, key_files=encrypted, passphrase="wrong")
    assert raised.value.path == encrypted
    with pytest.raises(swiftssh.AuthenticationError, match="no passphrase"):
        connected(server, port, key_files=encrypted, passphrase=lambda path: None)
    with pytest.raises(ZeroDivisionError):
        connected(server, port, key_files=encrypted, passphrase=lambda path: str(1 / 0))


@pytest.mark.behaviour("client.login-questions")
def test_questions_are_answered(server: Fixture) -> None:
    if not server["pam_stacks"]:
        pytest.skip("pam_wrapper is not installed")
    only = "AuthenticationMethods keyboard-interactive"
    with port_of(server, only, script=("--pam", "password")) as port:
        connected(server, port, password=server["password"]).close()
    rounds: list[swiftssh.Questions] = []

    def answers(questions: swiftssh.Questions) -> list[str]:
        rounds.append(questions)
        return [server["token"] if prompt.echo else server["password"] for prompt in questions.prompts]

    with port_of(server, only, script=("--pam", "two")) as port:
        connected(server, port, answers=answers).close()
        assert [prompt.text for questions in rounds for prompt in questions.prompts] == ["Password: "] * 2
        with pytest.raises(ValueError, match="a sequence of"):
            connected(server, port, answers=lambda questions: ["too", "many"])


@pytest.mark.behaviour("client.login-deadline")
def test_one_deadline_holds(server: Fixture) -> None:
    with Peer("silent") as silent:
        with pytest.raises(swiftssh.TimedOut):
            connected(server, silent.getpeername()[1], timeout=0.3)


@pytest.mark.behaviour("client.login-key-in-memory")
def test_a_key_in_memory_logs_in(server: Fixture, port: int) -> None:
    plain = pathlib.Path(server["client_key"]).read_text()
    encrypted = pathlib.Path(server["client_key_ecdsa_256_encrypted"]).read_bytes()
    stranger = pathlib.Path(server.key("stranger_ed25519")).read_bytes()
    ways: list[dict[str, object]] = [
        {"keys": plain},
        {"keys": [stranger, plain]},
        {"keys": (encrypted, server["passphrase"])},
        {"keys": encrypted, "passphrase": server["passphrase"]},
    ]
    for way in ways:
        with connected(server, port, key_files=None, **way) as client:
            assert client.connected
    with pytest.raises(swiftssh.AuthenticationError, match="key 1 in memory was refused"):
        connected(server, port, key_files=None, keys=stranger)
    with pytest.raises(TypeError):
        connected(server, port, keys=[7])


@pytest.mark.behaviour("client.login-key-mode")
def test_a_key_file_that_others_may_use_is_refused(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(pathlib.Path(server["client_key"]).read_bytes())
    key.chmod(0o644)
    with pytest.raises(swiftssh.FileUnreadable, match="0644.*chmod 600"):
        connected(server, port, key_files=key)
    key.chmod(0o600)
    connected(server, port, key_files=key).close()
    # Not chmod for a file of which no key is to be had.
    for path, said in ((server["client_key"] + ".pub", "a public key"), ("/etc/passwd", "no private key"), ("/etc", "directory")):
        with pytest.raises(swiftssh.FileUnreadable, match=said) as refused:
            connected(server, port, key_files=path)
        assert "chmod" not in str(refused.value)
