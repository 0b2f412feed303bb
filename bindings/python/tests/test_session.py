"""What a session tells and lets be set."""

from __future__ import annotations

import base64
import hashlib
import pathlib
import pickle

import pytest
from servers import Fixture

from swiftssh.ssh2 import flags
from swiftssh.ssh2 import session as ssh2
from swiftssh.ssh2.exceptions import MethodNotSupported, SessionHostKeyError
from swiftssh.ssh2.session import FlagType, MethodType, Session

METHODS = ["KEX", "HOSTKEY", "CRYPT_CS", "CRYPT_SC", "MAC_CS", "MAC_SC", "COMP_CS", "COMP_SC", "LANG_CS", "LANG_SC"]


@pytest.mark.behaviour("session.host-key")
@pytest.mark.parametrize(
    ("kind", "algorithm", "number"),
    [
        ("ed25519", "ssh-ed25519", ssh2.LIBSSH2_HOSTKEY_TYPE_ED25519),
        ("ecdsa", "ecdsa-sha2-nistp256", ssh2.LIBSSH2_HOSTKEY_TYPE_ECDSA_256),
    ],
)
def test_the_host_key_and_its_digests_are_told(server: Fixture, kind: str, algorithm: str, number: int) -> None:
    session = server.session("-o", f"HostKeyAlgorithms {algorithm}")
    line = pathlib.Path(server[f"host_key_{kind}"] + ".pub").read_text()
    key = base64.b64decode(line.split()[1])
    assert session.hostkey() == (key, number)
    assert session.hostkey_hash(ssh2.LIBSSH2_HOSTKEY_HASH_MD5) == hashlib.md5(key).digest()
    assert session.hostkey_hash(ssh2.LIBSSH2_HOSTKEY_HASH_SHA1) == hashlib.sha1(key).digest()
    assert session.hostkey_hash(ssh2.LIBSSH2_HOSTKEY_HASH_SHA256) == hashlib.sha256(key).digest()
    assert session.hostkey_hash(99) is None


@pytest.mark.behaviour("session.facts-before-the-handshake")
def test_a_session_that_is_not_connected_knows_nothing(loaded: None) -> None:
    session = Session("ignored", also="ignored")
    with pytest.raises(SessionHostKeyError):
        session.hostkey()
    assert session.hostkey_hash(ssh2.LIBSSH2_HOSTKEY_HASH_SHA1) is None
    assert [session.methods(getattr(ssh2, "LIBSSH2_METHOD_" + name)) for name in METHODS] == [None] * 10
    assert session.userauth_list("x") is None
    assert session.userauth_authenticated() is False
    assert session.block_directions() == 0
    assert session.keepalive_send() == 0
    assert session.disconnect() == 0


@pytest.mark.behaviour("session.methods")
def test_the_algorithms_that_were_agreed_on_are_told(server: Fixture) -> None:
    session = server.session()
    found = [session.methods(getattr(ssh2, "LIBSSH2_METHOD_" + name)) for name in METHODS]
    assert found[1] == "ssh-ed25519"
    assert all(found[:8]) and found[8:] == ["", ""]
    with pytest.raises(TypeError):
        session.methods(0)  # type: ignore[arg-type]


@pytest.mark.behaviour("session.method-preference")
def test_a_preferred_cipher_is_agreed_on(server: Fixture) -> None:
    session = Session()
    for direction in (ssh2.LIBSSH2_METHOD_CRYPT_CS, ssh2.LIBSSH2_METHOD_CRYPT_SC):
        assert session.method_pref(direction, "aes192-ctr") == 0
    session.handshake(server.sshd())
    assert session.methods(ssh2.LIBSSH2_METHOD_CRYPT_CS) == "aes192-ctr"
    assert session.methods(ssh2.LIBSSH2_METHOD_CRYPT_SC) == "aes192-ctr"


@pytest.mark.behaviour("ssh2.preferences-after-the-handshake")
def test_a_preference_after_the_handshake_is_checked_and_has_no_effect(server: Fixture) -> None:
    session = server.session()
    agreed = session.methods(ssh2.LIBSSH2_METHOD_CRYPT_CS)
    assert agreed is not None and session.method_pref(ssh2.LIBSSH2_METHOD_CRYPT_CS, agreed) == 0
    assert session.method_pref(ssh2.LIBSSH2_METHOD_CRYPT_CS, "fake,aes192-ctr") == 0
    assert session.methods(ssh2.LIBSSH2_METHOD_CRYPT_CS) == agreed
    with pytest.raises(MethodNotSupported):
        session.method_pref(ssh2.LIBSSH2_METHOD_CRYPT_CS, "fake")


def test_an_unknown_cipher_is_refused(loaded: None) -> None:
    session = Session()
    with pytest.raises(MethodNotSupported) as raised:
        session.method_pref(ssh2.LIBSSH2_METHOD_CRYPT_CS, "fake")
    assert session.last_errno() == raised.value.code == -33
    with pytest.raises(TypeError):
        session.method_pref(0, "fake")  # type: ignore[arg-type]


@pytest.mark.behaviour("session.supported-algorithms")
def test_the_algorithms_that_could_be_agreed_on_are_listed(loaded: None) -> None:
    session = Session()
    for name in METHODS[:6]:
        algorithms = session.supported_algs(getattr(ssh2, "LIBSSH2_METHOD_" + name))
        assert algorithms and all(isinstance(item, str) and item for item in algorithms)
    assert session.supported_algs(ssh2.LIBSSH2_METHOD_COMP_SC) == ["none"]
    with pytest.raises(MethodNotSupported):
        session.supported_algs(ssh2.LIBSSH2_METHOD_LANG_CS)


@pytest.mark.behaviour("session.compression-flag")
def test_compression_is_offered_after_its_flag(server: Fixture) -> None:
    session = Session()
    assert session.flag(flags.FLAG_COMPRESS) == 0
    assert "zlib@openssh.com" in session.supported_algs(ssh2.LIBSSH2_METHOD_COMP_CS)
    session.handshake(server.sshd())
    assert session.methods(ssh2.LIBSSH2_METHOD_COMP_CS) == "zlib@openssh.com"
    assert session.flag(ssh2.LIBSSH2_FLAG_COMPRESS, False) == 0
    assert session.methods(ssh2.LIBSSH2_METHOD_COMP_CS) == "zlib@openssh.com"


def test_other_flags_are_refused(loaded: None) -> None:
    session = Session()
    session.flag(ssh2.LIBSSH2_FLAG_SIGPIPE, False)
    for flag in (ssh2.LIBSSH2_FLAG_QUOTE_PATHS, ssh2.LIBSSH2_FLAG_SK_PRESENCE_REQUIRED, FlagType(2)):
        with pytest.raises(ValueError):
            session.flag(flag)
    for wrong in (2, None, MethodType(2)):
        with pytest.raises(TypeError):
            session.flag(wrong)  # type: ignore[arg-type]


@pytest.mark.behaviour("session.last-error-can-be-set")
def test_the_last_error_is_what_was_set(loaded: None) -> None:
    session = Session()
    assert (session.last_errno(), session.last_error()) == (0, "")
    assert session.set_last_error(255, "m") == 255
    assert (session.last_errno(), session.last_error(), session.last_error(msg_size=3)) == (255, "m", "m")
    assert session.set_last_error(-1, b"\xc3\xa4" * 2000) == -1
    assert session.last_error() == "ä" * 2000


@pytest.mark.behaviour("session.timeout-is-kept")
def test_a_timeout_is_kept_in_milliseconds(loaded: None) -> None:
    session = Session()
    assert session.get_timeout() == 0
    for value, kept in ((1500, 1500), (2.5 * 1000, 2500), (1000.9, 1000), (0, 0)):
        session.set_timeout(value)
        assert session.get_timeout() == kept
    for wrong in ("1", None):
        with pytest.raises(TypeError):
            session.set_timeout(wrong)  # type: ignore[arg-type]
    with pytest.raises(OverflowError):
        session.set_timeout(1 << 70)


@pytest.mark.behaviour("session.blocking-mode")
def test_the_blocking_mode_is_kept(loaded: None) -> None:
    session = Session()
    assert session.get_blocking() == 1
    session.set_blocking(0)
    assert session.get_blocking() == 0
    session.set_blocking(object())
    assert session.get_blocking() is True


@pytest.mark.behaviour("session.keepalive")
def test_keepalive_tells_when_the_next_is_due(server: Fixture) -> None:
    session = server.logged_in()
    session.keepalive_config(False, 60)
    assert session.keepalive_send() >= 59
    session.keepalive_config(want_reply=False, interval=0)
    assert session.keepalive_send() == 0
    with pytest.raises(OverflowError):
        session.keepalive_config(False, -1)


def test_a_subclass_need_not_call_the_constructor(loaded: None) -> None:
    class Named(Session):
        def __init__(self, name: str) -> None:
            self.name = name

    assert Named("mine").get_blocking()


def test_a_session_has_no_other_attributes_and_is_not_pickled(loaded: None) -> None:
    session = Session()
    with pytest.raises(AttributeError):
        session.other = 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        session.sock = 1  # type: ignore[misc]
    with pytest.raises(TypeError):
        pickle.dumps(session)
    assert session == session and session != Session() and session != object()
