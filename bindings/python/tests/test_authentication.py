"""Logging in by password and by key."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

import pytest
from servers import Fixture, Peer, read_all, started

from swiftssh.ssh2.exceptions import (
    AuthenticationError,
    BadUseError,
    FileError,
    KeyfileAuthFailedError,
    PasswordExpiredError,
    SSH2Error,
    Timeout,
)
from swiftssh.ssh2.session import Session

KINDS = ["ed25519", "ecdsa_256", "ecdsa_384", "ecdsa_521", "rsa"]
FILES = [kind + state for kind in KINDS for state in ("", "_encrypted")]
FILES += [
    kind + state + form for kind in KINDS[1:] for state in ("", "_encrypted") for form in (".pem", ".pkcs8")
]


def passphrase(server: Fixture, name: str) -> str:
    """Returns the passphrase of a key file, "" when it has none."""
    return server["passphrase"] if "_encrypted" in name else ""


@pytest.mark.behaviour("session.userauth-list")
def test_the_methods_that_the_server_offers_are_listed(server: Fixture) -> None:
    session = server.session()
    assert set(session.userauth_list(server["user"]) or ()) == {"publickey", "password"}
    assert session.userauth_authenticated() is False


@pytest.mark.behaviour("session.password-login")
def test_the_right_password_logs_in(server: Fixture) -> None:
    session = server.session()
    assert session.userauth_password(server["user"], server["password"]) == 0
    assert session.userauth_authenticated() is True
    assert read_all(started(session, "echo in")) == b"in\n"


def test_a_password_may_be_bytes(server: Fixture) -> None:
    session = server.session()
    assert session.userauth_password(server["user"].encode(), server["password"].encode()) == 0


@pytest.mark.behaviour("session.expired-password-is-changed")
def test_a_password_that_has_expired_is_changed(server: Fixture) -> None:
    with Peer("--expired", server["directory"], program="asyncssh_server") as near:
        session = Session()
        session.handshake(near)
        with pytest.raises(PasswordExpiredError):
            session.userauth_password(server["user"], server["password"])
        assert session.last_errno() == -15
        assert session.userauth_password(server["user"], server["password"], new_password="another") == 0
        assert session.userauth_authenticated()


@pytest.mark.behaviour("session.wrong-password-is-refused")
@pytest.mark.parametrize("wrong", ["wrong", "", "open sesame ", "ä" * 1000])
def test_a_wrong_password_is_refused_and_the_right_one_still_works(server: Fixture, wrong: str) -> None:
    session = server.session()
    with pytest.raises(AuthenticationError) as raised:
        session.userauth_password(server["user"], wrong)
    assert isinstance(raised.value, PermissionError)
    assert raised.value.code == session.last_errno() == -18
    assert str(raised.value) == session.last_error() != ""
    assert not session.userauth_authenticated()
    assert session.userauth_password(server["user"], server["password"]) == 0


def test_a_refusal_never_tells_the_password(server: Fixture) -> None:
    with pytest.raises(AuthenticationError) as raised:
        server.session().userauth_password(server["user"], "my-very-secret")
    assert "my-very-secret" not in str(raised.value) + repr(raised.value) + repr(vars(raised.value))


@pytest.mark.behaviour("session.key-file-login")
@pytest.mark.parametrize("name", FILES)
def test_a_key_file_logs_in(server: Fixture, name: str) -> None:
    session = server.session()
    path = server.key("client_" + name)
    assert session.userauth_publickey_fromfile(server["user"], path, passphrase(server, name)) == 0
    assert session.userauth_authenticated()


@pytest.mark.behaviour("session.key-in-memory-login")
@pytest.mark.parametrize("name", FILES)
def test_a_key_in_memory_logs_in(server: Fixture, name: str) -> None:
    session = server.session()
    data = pathlib.Path(server.key("client_" + name)).read_bytes()
    secret = passphrase(server, name).encode()
    assert session.userauth_publickey_frommemory(server["user"], data, passphrase=secret) == 0
    assert session.userauth_authenticated()


def test_a_public_key_may_be_given_along(server: Fixture) -> None:
    path = server["client_key"]
    session = server.session()
    assert session.userauth_publickey_fromfile(server["user"], path, "", path + ".pub") == 0
    session = server.session()
    private, public = pathlib.Path(path).read_bytes(), pathlib.Path(path + ".pub").read_bytes()
    assert session.userauth_publickey_frommemory(server["user"], private, publickeyfiledata=public) == 0


def test_a_passphrase_that_is_not_needed_is_ignored(server: Fixture) -> None:
    session = server.session()
    assert session.userauth_publickey_fromfile(server["user"], server["client_key"], "not needed") == 0
    session = server.session()
    data = pathlib.Path(server["client_key"]).read_bytes()
    assert session.userauth_publickey_frommemory(server["user"], data, "not needed") == 0


@pytest.mark.behaviour("session.unknown-key-is-refused")
def test_a_key_that_the_server_does_not_know_is_refused(server: Fixture) -> None:
    session = server.session()
    with pytest.raises(AuthenticationError):
        session.userauth_publickey_fromfile(server["user"], server["stranger_key"])
    with pytest.raises(AuthenticationError):
        session.userauth_publickey_frommemory(
            server["user"], pathlib.Path(server["stranger_key"]).read_bytes()
        )
    assert session.userauth_publickey_fromfile(server["user"], server["client_key"]) == 0


def test_an_unknown_user_is_refused(server: Fixture) -> None:
    with pytest.raises(AuthenticationError):
        server.session().userauth_publickey_fromfile("swiftssh-nobody", server["client_key"])


@pytest.mark.behaviour("session.wrong-passphrase-is-told")
@pytest.mark.parametrize("name", [name for name in FILES if "_encrypted" in name])
@pytest.mark.parametrize("secret", ["wrong", ""])
def test_a_wrong_passphrase_is_told_before_the_server_is_asked(server: Fixture, name: str, secret: str) -> None:
    session = server.session()
    path = server.key("client_" + name)
    with pytest.raises(KeyfileAuthFailedError) as raised:
        session.userauth_publickey_fromfile(server["user"], path, secret)
    assert isinstance(raised.value, PermissionError)
    with pytest.raises(KeyfileAuthFailedError):
        session.userauth_publickey_frommemory(server["user"], pathlib.Path(path).read_bytes(), secret)
    assert session.userauth_publickey_fromfile(server["user"], path, server["passphrase"]) == 0


@pytest.mark.behaviour("session.missing-key-file-is-told")
def test_a_missing_key_file_is_a_file_not_found_error(server: Fixture) -> None:
    session = server.session()
    with pytest.raises(FileError) as raised:
        session.userauth_publickey_fromfile(server["user"], "/nowhere/key")
    assert isinstance(raised.value, FileNotFoundError)
    assert raised.value.path == raised.value.filename == "/nowhere/key"
    assert raised.value.errno == 2
    assert str(raised.value)


@pytest.mark.behaviour("session.unusable-key-file-is-told")
def test_a_key_file_that_cannot_be_used_is_a_file_error(server: Fixture, tmp_path: pathlib.Path) -> None:
    session = server.session()
    (tmp_path / "junk").write_bytes(b"not a key\n" * 100)
    (tmp_path / "empty").write_bytes(b"")
    for path in (tmp_path, tmp_path / "junk", tmp_path / "empty", pathlib.Path("/dev/null")):
        with pytest.raises(FileError) as raised:
            session.userauth_publickey_fromfile(server["user"], str(path))
        assert isinstance(raised.value, OSError)
        assert raised.value.path == str(path)
    assert session.userauth_publickey_fromfile(server["user"], server["client_key"]) == 0


@pytest.mark.parametrize("junk", [b"", b"not a key", b"\0" * 10_000, b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"])
def test_junk_in_memory_is_refused(server: Fixture, junk: bytes) -> None:
    session = server.session()
    with pytest.raises(SSH2Error):
        session.userauth_publickey_frommemory(server["user"], junk)
    assert session.userauth_publickey_fromfile(server["user"], server["client_key"]) == 0


@pytest.mark.behaviour("session.partial-success")
def test_two_methods_that_are_both_needed_log_in_one_after_the_other(server: Fixture) -> None:
    session = server.session("-o", "AuthenticationMethods publickey,password")
    with pytest.raises(AuthenticationError):
        session.userauth_publickey_fromfile(server["user"], server["client_key"])
    assert not session.userauth_authenticated()
    assert session.userauth_password(server["user"], server["password"]) == 0
    assert session.userauth_authenticated()


def test_arguments_of_the_wrong_type_are_refused(server: Fixture) -> None:
    session = server.session()
    calls: list[Callable[[], int]] = [
        lambda: session.userauth_password(None, "x"),  # type: ignore[arg-type]
        lambda: session.userauth_password("x", None),  # type: ignore[arg-type]
        lambda: session.userauth_password("x", 3),  # type: ignore[arg-type]
        lambda: session.userauth_publickey_frommemory("x", "text"),  # type: ignore[arg-type]
        lambda: session.userauth_publickey_fromfile("x", None),  # type: ignore[arg-type]
    ]
    for call in calls:
        with pytest.raises(TypeError):
            call()


@pytest.mark.behaviour("session.abandoned-login")
def test_a_login_stands_behind_one_that_was_given_up(server: Fixture) -> None:
    for user in (server["user"], "somebody"):
        session = server.session()
        with server.held():
            session.set_timeout(20)
            with pytest.raises(Timeout):
                session.userauth_password(server["user"], server["password"])
        session.set_timeout(20_000)
        if user == server["user"]:
            assert session.userauth_publickey_fromfile(user, server["client_key"]) == 0
        else:
            with pytest.raises(BadUseError, match=server["user"]):
                session.userauth_password(user, "x")
        assert session.userauth_authenticated()
        assert read_all(started(session, "echo in")) == b"in\n"
