"""The constants of ssh2's modules have the numbers that its programs know."""

from __future__ import annotations

import stat

import pytest

from swiftssh.ssh2 import knownhost, session, sftp

FILE_FLAGS = {"READ": 1, "WRITE": 2, "APPEND": 4, "CREAT": 8, "TRUNC": 16, "EXCL": 32}
ATTRIBUTES = {"SIZE": 1, "UIDGID": 2, "PERMISSIONS": 4, "ACMODTIME": 8, "EXTENDED": 0x80000000}
HOST_KEY_TYPES = ("UNKNOWN", "RSA", "DSS", "ECDSA_256", "ECDSA_384", "ECDSA_521", "ED25519")
METHODS = ("KEX", "HOSTKEY", "CRYPT_CS", "CRYPT_SC", "MAC_CS", "MAC_SC", "COMP_CS", "COMP_SC", "LANG_CS", "LANG_SC")
FLAGS = {"SIGPIPE": 1, "COMPRESS": 2, "QUOTE_PATHS": 3, "SK_PRESENCE_REQUIRED": 1, "SK_VERIFICATION_REQUIRED": 4}
LINE_KEYS = {"RSA1": 1, "SSHRSA": 2, "SSHDSS": 3, "ECDSA_256": 4, "ECDSA_384": 5, "ECDSA_521": 6, "ED25519": 7}


@pytest.mark.behaviour("ssh2.constants")
def test_sftp() -> None:
    assert {name: getattr(sftp, "LIBSSH2_FXF_" + name) for name in FILE_FLAGS} == FILE_FLAGS
    assert {name: getattr(sftp, "LIBSSH2_SFTP_ATTR_" + name) for name in ATTRIBUTES} == ATTRIBUTES
    modes = [name for name in vars(sftp) if name.startswith("LIBSSH2_SFTP_S_I") and name != "LIBSSH2_SFTP_S_IFMT"]
    assert len(modes) == 19
    for name in modes:
        assert getattr(sftp, name) == getattr(stat, name.removeprefix("LIBSSH2_SFTP_"))
    assert sftp.LIBSSH2_SFTP_S_IFMT == 0o170000
    assert (sftp.LIBSSH2_SFTP_ST_RDONLY, sftp.LIBSSH2_SFTP_ST_NOSUID) == (1, 2)


@pytest.mark.behaviour("ssh2.constants")
def test_session() -> None:
    assert (session.LIBSSH2_SESSION_BLOCK_INBOUND, session.LIBSSH2_SESSION_BLOCK_OUTBOUND) == (1, 2)
    hashes = ("MD5", "SHA1", "SHA256")
    assert [getattr(session, "LIBSSH2_HOSTKEY_HASH_" + name) for name in hashes] == [1, 2, 3]
    assert [getattr(session, "LIBSSH2_HOSTKEY_TYPE_" + name) for name in HOST_KEY_TYPES] == list(range(7))
    for number, name in enumerate(METHODS):
        assert repr(getattr(session, "LIBSSH2_METHOD_" + name)) == f"MethodType({number})"
    for name, number in FLAGS.items():
        assert repr(getattr(session, "LIBSSH2_FLAG_" + name)) == f"FlagType({number})"


@pytest.mark.behaviour("ssh2.constants")
def test_known_hosts() -> None:
    types = {"MASK": 0xFFFF, "PLAIN": 1, "SHA1": 2, "CUSTOM": 3}
    assert {name: getattr(knownhost, "LIBSSH2_KNOWNHOST_TYPE_" + name) for name in types} == types
    encodings = {"MASK": 3 << 16, "RAW": 1 << 16, "BASE64": 2 << 16}
    assert {name: getattr(knownhost, "LIBSSH2_KNOWNHOST_KEYENC_" + name) for name in encodings} == encodings
    keys = {name: number << 18 for name, number in {**LINE_KEYS, "MASK": 15, "UNKNOWN": 15}.items()}
    assert {name: getattr(knownhost, "LIBSSH2_KNOWNHOST_KEY_" + name) for name in keys} == keys
    assert knownhost.LIBSSH2_KNOWNHOST_KEY_SHIFT == 18
