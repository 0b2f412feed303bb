"""The publickey subsystem of a server."""

from __future__ import annotations

import gc
import pathlib
import select

import pytest
from servers import TOOLS, Fixture

from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.exceptions import BadUseError, PublicKeyInitError, PublicKeyProtocolError
from swiftssh.ssh2.publickey import PublicKeyAttribute, PublicKeyList, PublicKeySystem
from swiftssh.ssh2.session import Session

BLOB = b"\0\1\2\xff"


def session_with(server: Fixture, *arguments: str) -> Session:
    """Returns a session whose server has the subsystem."""
    return server.logged_in("-o", " ".join(["Subsystem publickey", str(TOOLS / "publickey_server"), *arguments]))


def keys_of(system: PublicKeySystem) -> list[PublicKeyList]:
    """Returns the keys of a session in blocking mode."""
    keys = system.list_fetch()
    assert not isinstance(keys, int)
    return keys


@pytest.mark.behaviour("publickey.add-list-remove")
def test_keys_are_added_listed_and_removed(server: Fixture, tmp_path: pathlib.Path) -> None:
    system = session_with(server, "honest", str(tmp_path / "store")).publickey_init()
    assert keys_of(system) == []
    comment = PublicKeyAttribute(b"comment", b"mine \0", 0)
    override = PublicKeyAttribute(name=b"command-override", value=b"", mandatory=True)
    assert system.add(b"ssh-ed25519", BLOB, 0, [comment, override]) == 0
    assert system.add(b"ssh-rsa", b"k" * 100_000, False, []) == 0
    first, second = keys_of(system)
    assert (first.name, first.name_len, first.blob, first.blob_len) == (b"ssh-ed25519", 11, BLOB, 4)
    assert first.num_attrs == 2
    found = [(attribute.name, attribute.value, attribute.mandatory) for attribute in first.attributes]
    assert found == [(b"comment", b"mine \0", 0), (b"command-override", b"", 0)]
    assert (second.blob_len, second.num_attrs, second.attributes) == (100_000, 0, [])
    assert system.remove(b"ssh-ed25519", BLOB) == 0
    assert [key.name for key in keys_of(system)] == [b"ssh-rsa"]
    assert system.list_free() is None  # type: ignore[func-returns-value]
    assert system.shutdown() == system.shutdown() == 0
    with pytest.raises(BadUseError):
        system.list_fetch()


@pytest.mark.behaviour("publickey.overwriting")
def test_a_key_is_replaced_only_when_asked(server: Fixture, tmp_path: pathlib.Path) -> None:
    system = session_with(server, "honest", str(tmp_path / "store")).publickey_init()
    assert system.add(b"ssh-rsa", BLOB, 0, []) == 0
    with pytest.raises(PublicKeyProtocolError):
        system.add(b"ssh-rsa", BLOB, 0, [])
    assert system.add(b"ssh-rsa", BLOB, 1, [PublicKeyAttribute(b"comment", b"new", 0)]) == 0
    assert [key.attributes[0].value for key in keys_of(system)] == [b"new"]


@pytest.mark.behaviour("publickey.refusals-are-told")
def test_refusals_are_told(server: Fixture, tmp_path: pathlib.Path) -> None:
    system = session_with(server, "honest", str(tmp_path / "store")).publickey_init()
    with pytest.raises(PublicKeyProtocolError) as raised:
        system.remove(b"ssh-rsa", BLOB)
    assert (raised.value.code, raised.value.server_text) == (-36, "not found")


@pytest.mark.behaviour("publickey.no-such-subsystem")
def test_a_server_without_the_subsystem_says_so(server: Fixture) -> None:
    session = server.logged_in()
    with pytest.raises(PublicKeyInitError) as raised:
        session.publickey_init()
    assert raised.value.code == -22
    with pytest.raises(PublicKeyInitError):
        Session().publickey_init()


@pytest.mark.behaviour("publickey.greeting-is-checked")
def test_another_version_is_refused(server: Fixture) -> None:
    with pytest.raises(PublicKeyInitError, match="version 1"):
        session_with(server, "old-version").publickey_init()


@pytest.mark.behaviour("publickey.lies-are-noticed")
@pytest.mark.parametrize("lie", ["many-attributes", "huge-packet", "unknown-packet", "cut"])
def test_lies_are_noticed(server: Fixture, lie: str) -> None:
    system = session_with(server, lie).publickey_init()
    with pytest.raises(PublicKeyProtocolError):
        system.list_fetch()


@pytest.mark.behaviour("publickey.non-blocking")
def test_a_poll_loop_drives_every_request(server: Fixture, tmp_path: pathlib.Path) -> None:
    session = session_with(server, "honest", str(tmp_path / "store"))
    session.set_blocking(False)
    while True:
        try:
            system = session.publickey_init()
            break
        except PublicKeyInitError as error:
            assert error.code == LIBSSH2_ERROR_EAGAIN
            select.select([session.sock], [], [], 60)
    while system.add(b"ssh-rsa", BLOB, 0, []) == LIBSSH2_ERROR_EAGAIN:
        select.select([session.sock], [], [], 60)
    keys = system.list_fetch()
    while isinstance(keys, int):
        assert keys == LIBSSH2_ERROR_EAGAIN
        select.select([session.sock], [], [], 60)
        keys = system.list_fetch()
    assert [key.blob for key in keys] == [BLOB]


@pytest.mark.behaviour("ssh2.scp-and-publickey-arguments-are-checked")
def test_arguments_of_keys_are_converted(server: Fixture) -> None:
    session = Session()
    system = PublicKeySystem(session)
    assert system.session is session
    with pytest.raises(BadUseError):
        system.list_fetch()
    with pytest.raises(BadUseError):
        system.remove(b"a", b"b")
    with pytest.raises(BadUseError):
        system.shutdown()
    with pytest.raises(TypeError):
        system.add("ssh-rsa", BLOB, 0, [])  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        PublicKeySystem(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        PublicKeyList(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        PublicKeyAttribute("comment", b"x", 0)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        PublicKeyAttribute(b"comment", b"x", 1).name = b"y"  # type: ignore[misc]
    del system
    gc.collect()
