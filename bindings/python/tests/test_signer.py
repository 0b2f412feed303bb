"""Logging in with a key whose private half the caller keeps."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest
from agents import Starter, ask, public_blob, string
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from servers import Fixture, read_all, started

from swiftssh.ssh2.exceptions import (
    AlgoUnsupportedError,
    AuthenticationError,
    PublickeyUnverifiedError,
)
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.utils import wait_socket

KINDS = ["client_ed25519", "client_ecdsa_256", "client_ecdsa_384", "client_ecdsa_521", "client_rsa"]
EAGAIN = -37


def mpint(number: int) -> bytes:
    """Returns a number that is not negative as the protocol writes it."""
    return string(number.to_bytes(number.bit_length() // 8 + 1, "big"))


class Signer:
    """Signs with a key file of the fixture, and keeps what it was asked."""

    def __init__(self, server: Fixture, name: str, named: bool = False) -> None:
        """named: whether the signature begins with the algorithm's name."""
        content = pathlib.Path(server.key(name)).read_bytes()
        self._key: Any = serialization.load_ssh_private_key(content, None)
        self._named = named
        self.algorithms: list[str] = []

    def __call__(self, data: bytes, algorithm: str) -> bytes:
        self.algorithms.append(algorithm)
        signature = self._signature(data, algorithm)
        return string(algorithm.encode()) + string(signature) if self._named else signature

    def _signature(self, data: bytes, algorithm: str) -> bytes:
        digests = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512(), "521": hashes.SHA512()}
        digest: Any = digests.get(algorithm[-3:])
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, padding.PKCS1v15(), digest)
        if isinstance(self._key, ec.EllipticCurvePrivateKey):
            return b"".join(map(mpint, utils.decode_dss_signature(self._key.sign(data, ec.ECDSA(digest)))))
        signature: bytes = self._key.sign(data)
        return signature


@pytest.mark.behaviour("session.signer-login")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("named", [False, True])
def test_each_kind_of_key_logs_in(server: Fixture, kind: str, named: bool) -> None:
    session, signer = server.session(), Signer(server, kind, named)
    assert session.userauth_publickey(server["user"], public_blob(server, kind), sign=signer) == 0
    assert session.userauth_authenticated()
    assert len(signer.algorithms) == 1
    assert read_all(started(session, "echo in")) == b"in\n"


@pytest.mark.behaviour("session.signer-is-not-asked-in-vain")
def test_a_key_that_the_server_does_not_know_is_not_signed_for(server: Fixture) -> None:
    session, signer = server.session(), Signer(server, "stranger_ed25519")
    blob = public_blob(server, "stranger_ed25519")
    for arguments in ({}, {"sign": signer}):
        with pytest.raises(AuthenticationError) as raised:
            session.userauth_publickey(server["user"], blob, **arguments)
        assert raised.value.code == -18
    assert not signer.algorithms
    with pytest.raises(AlgoUnsupportedError):
        session.userauth_publickey(server["user"], b"no key", sign=signer)
    for bad in (None, "text"):
        with pytest.raises(TypeError):
            session.userauth_publickey(server["user"], bad)  # type: ignore[arg-type]


@pytest.mark.behaviour("session.signer-gives-up")
def test_without_a_signer_a_key_that_the_server_takes_is_told(server: Fixture) -> None:
    session = server.session()
    with pytest.raises(PublickeyUnverifiedError, match="sign="):
        session.userauth_publickey(server["user"], public_blob(server, "client_ed25519"))
    assert not session.userauth_authenticated()
    assert session.userauth_password(server["user"], server["password"]) == 0


@pytest.mark.behaviour("session.signer-gives-up")
def test_what_the_signer_raises_is_raised(server: Fixture) -> None:
    session, blob = server.session(), public_blob(server, "client_ed25519")

    def unplugged(data: bytes, algorithm: str) -> bytes:
        raise OSError("the token was pulled out")

    with pytest.raises(OSError, match="pulled out"):
        session.userauth_publickey(server["user"], blob, sign=unplugged)
    with pytest.raises(TypeError):
        session.userauth_publickey(server["user"], blob, sign=lambda data, algorithm: None)  # type: ignore[arg-type, return-value]
    assert session.userauth_publickey(server["user"], blob, sign=Signer(server, "client_ed25519")) == 0


@pytest.mark.behaviour("session.signer-wrong-signature")
def test_a_wrong_signature_is_refused(server: Fixture) -> None:
    blob = public_blob(server, "client_ed25519")
    with pytest.raises(PublickeyUnverifiedError):
        server.session().userauth_publickey(server["user"], blob, sign=lambda data, algorithm: bytes(64))


@pytest.mark.behaviour("session.signer-non-blocking")
def test_the_callers_poll_loop_drives_it(server: Fixture) -> None:
    session, signer = server.session(), Signer(server, "client_rsa")
    blob = public_blob(server, "client_rsa")
    session.set_blocking(False)
    with server.held():
        assert session.userauth_publickey(server["user"], blob, sign=signer) == EAGAIN
    while (result := session.userauth_publickey(server["user"], blob, sign=signer)) == EAGAIN:
        assert session.sock is not None
        wait_socket(session.sock, session)
    assert result == 0
    assert signer.algorithms == ["rsa-sha2-512"]


@pytest.mark.behaviour("session.signer-login")
def test_an_agent_of_another_session_may_sign(server: Fixture, ssh_agent: Starter) -> None:
    path, blob = ssh_agent("client_rsa").path, public_blob(server, "client_rsa")

    def sign(data: bytes, algorithm: str) -> bytes:
        answer = ask(path, b"\x0d" + string(blob) + string(data) + (4).to_bytes(4, "big"))
        return answer[9:]

    session = Session()
    session.handshake(server.sshd())
    assert session.userauth_publickey(server["user"], blob, sign=sign) == 0
