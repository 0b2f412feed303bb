"""Logging in by the key of the client's host."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator

import pytest
from servers import Fixture
from test_non_blocking import repeated

import swiftssh
from swiftssh.ssh2.exceptions import AlgoUnsupportedError, AuthenticationError, FileMissingError, KeyfileAuthFailedError
from swiftssh.ssh2.session import Session

HOST = "client.example"
SETTINGS = ("HostbasedAuthentication yes", "IgnoreRhosts no", "HostbasedUsesNameFromPacketOnly yes")
OPTIONS = tuple(word for setting in (*SETTINGS, "AuthenticationMethods hostbased") for word in ("-o", setting))
KEYS = ("client_ecdsa_256", "client_ecdsa_521", "client_ecdsa_384_encrypted")
# What signs with SHA-1, which servers take only when told to.
OLD_KEYS = ("client_rsa", "client_rsa.pem")
OLD_OPTIONS = (*OPTIONS, "-o", "HostbasedAcceptedAlgorithms +ssh-rsa")


@pytest.fixture
def trusting(server: Fixture) -> Iterator[Fixture]:
    """A server whose user trusts the same user at a host that has some of the client keys for its own."""
    if not server["guest"]:
        pytest.skip("libnss_wrapper is not installed: the user's home would be a real one")
    home = pathlib.Path(server["home"])
    trusted, known = home / ".shosts", home / ".ssh/known_hosts"
    trusted.write_text(f"{HOST} {server['user']}\n")
    known.write_text("".join(f"{HOST} {pathlib.Path(server.key(key) + '.pub').read_text()}" for key in (*KEYS, "client_rsa")))
    yield server
    trusted.unlink()
    known.unlink()


@pytest.mark.behaviour("session.hostbased-login")
@pytest.mark.parametrize("key", KEYS)
def test_the_hosts_key_logs_in(trusting: Fixture, key: str) -> None:
    session = trusting.session(*OPTIONS)
    secret = trusting["passphrase"] if key.endswith("encrypted") else ""
    login = session.userauth_hostbased_fromfile(trusting["user"], trusting.key(key), HOST, passphrase=secret)
    assert login == 0 and session.userauth_authenticated()


@pytest.mark.behaviour("session.hostbased-login")
@pytest.mark.parametrize("key", OLD_KEYS)
def test_an_rsa_key_logs_in_where_sha_1_is_taken(trusting: Fixture, key: str) -> None:
    user, private, public = trusting["user"], trusting.key(key), trusting.key("client_rsa.pub")
    if swiftssh.engine_name() == "libssh2":
        with pytest.raises(AuthenticationError):
            trusting.session(*OPTIONS).userauth_hostbased_fromfile(user, private, HOST, public)
    else:
        # The native engine signs with SHA-2.
        assert trusting.session(*OPTIONS).userauth_hostbased_fromfile(user, private, HOST, public) == 0
    session = trusting.session(*OLD_OPTIONS)
    assert session.userauth_hostbased_fromfile(user, private, HOST, public) == 0
    assert session.userauth_authenticated()


@pytest.mark.behaviour("session.hostbased-login")
def test_another_host_or_key_is_refused(trusting: Fixture) -> None:
    user, private = trusting["user"], trusting.key(KEYS[0])
    session = trusting.session(*OPTIONS)
    with pytest.raises(AuthenticationError):
        session.userauth_hostbased_fromfile(user, private, "other.example")
    has_ed25519 = swiftssh.engine_name() != "libssh2"
    with pytest.raises(AuthenticationError if has_ed25519 else AlgoUnsupportedError):
        session.userauth_hostbased_fromfile(user, trusting["stranger_key"], HOST)
    with pytest.raises(AuthenticationError):
        session.userauth_hostbased_fromfile(user, trusting.key("client_ecdsa_384"), "other.example")
    with pytest.raises(FileMissingError):
        session.userauth_hostbased_fromfile(user, private + ".missing", HOST)
    with pytest.raises(FileMissingError):
        session.userauth_hostbased_fromfile(user, private, HOST, private + ".missing")
    with pytest.raises(KeyfileAuthFailedError):
        session.userauth_hostbased_fromfile(user, trusting.key(KEYS[2]), HOST, passphrase="wrong")
    assert session.userauth_hostbased_fromfile(user, private, HOST, private + ".pub") == 0


@pytest.mark.behaviour("session.hostbased-login")
def test_it_is_driven_by_calling_again(trusting: Fixture) -> None:
    session = trusting.session(*OPTIONS)
    session.set_blocking(False)
    user, private = trusting["user"], trusting.key(KEYS[0])
    assert repeated(session, lambda: session.userauth_hostbased_fromfile(user, private, HOST)) == 0


def test_arguments_are_checked(loaded: None) -> None:
    for arguments in ((None, "key", HOST), ("user", None, HOST), ("user", "key", None)):
        with pytest.raises(TypeError):
            Session().userauth_hostbased_fromfile(*arguments)  # type: ignore[arg-type]
