"""Security keys, as a user's and as a host's, whose private half an agent has."""

from __future__ import annotations

import base64
import hashlib
import pathlib

import pytest
from agents import Scripter, key_list, string
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from servers import Fixture, read_all, started

import swiftssh
from swiftssh.ssh2.exceptions import SSH2Error
from swiftssh.ssh2.session import LIBSSH2_HOSTKEY_TYPE_UNKNOWN

TYPE = b"sk-ssh-ed25519@openssh.com"
PRESENCE = b"\1\0\0\0\7"


class SecurityKey:
    """A security key of software (OpenSSH's PROTOCOL.u2f)."""

    def __init__(self) -> None:
        """Makes a key."""
        self._key = Ed25519PrivateKey.generate()
        raw = serialization.Encoding.Raw, serialization.PublicFormat.Raw
        self.blob = string(TYPE) + string(self._key.public_key().public_bytes(*raw)) + string(b"ssh:")

    def write(self, path: pathlib.Path) -> pathlib.Path:
        """Writes the public half as a `.pub` file has it."""
        path.write_text(f"{TYPE.decode()} {base64.b64encode(self.blob).decode()}\n")
        return path

    def answer(self, question: bytes) -> bytes:
        """What an agent that holds the key answers."""
        if question[0] == 11:
            return key_list(self.blob)
        rest = question[1 + 4 + len(self.blob):]
        data = rest[4:4 + int.from_bytes(rest[:4], "big")]
        signed = hashlib.sha256(b"ssh:").digest() + PRESENCE + hashlib.sha256(data).digest()
        return string(b"\x0e" + string(string(TYPE) + string(self._key.sign(signed)) + PRESENCE))


@pytest.mark.behaviour("session.security-key-login")
def test_a_security_key_in_an_agent_logs_in(server: Fixture, scripted: Scripter, tmp_path: pathlib.Path) -> None:
    key = SecurityKey()
    scripted(key.answer)
    session = server.session("-o", f"AuthorizedKeysFile {key.write(tmp_path / 'authorized_keys')}")
    if swiftssh.engine_name() == "native":
        assert session.agent_auth(server["user"]) is None
        assert read_all(started(session, "echo in")) == b"in\n"
    else:
        with pytest.raises(SSH2Error, match="security key"):
            session.agent_auth(server["user"])


@pytest.mark.behaviour("session.security-key-host")
def test_a_host_key_that_is_a_security_key(server: Fixture, scripted: Scripter, tmp_path: pathlib.Path) -> None:
    key = SecurityKey()
    agent = scripted(key.answer)
    options = f"HostKey {key.write(tmp_path / 'host.pub')}", f"HostKeyAgent {agent.path}", f"HostKeyAlgorithms {TYPE.decode()}"
    arguments = [word for option in options for word in ("-o", option)]
    if swiftssh.engine_name() == "native":
        session = server.session(*arguments)
        assert session.hostkey() == (key.blob, LIBSSH2_HOSTKEY_TYPE_UNKNOWN)
    else:
        with pytest.raises(SSH2Error):
            server.session(*arguments)
