"""Lists of known hosts, without files and with them."""

from __future__ import annotations

import asyncio
import base64
import pathlib
import pickle

import pytest
from clients import connected, port_of
from servers import Fixture

import swiftssh
import swiftssh.aio
from swiftssh import KnownHosts


def key_of(server: Fixture, name: str) -> bytes:
    return base64.b64decode(pathlib.Path(server.key(name + ".pub")).read_text().split()[1])


@pytest.mark.behaviour("client.host-keys-listed")
def test_a_list_stands_in_the_place_of_files(server: Fixture) -> None:
    with port_of(server) as port:
        hosts = KnownHosts()
        entry = hosts.add("127.0.0.1", key_of(server, "host_ed25519"), port=port, comment="a host")
        assert (entry.names, entry.key_type, entry.comment) == (f"[127.0.0.1]:{port}", "ssh-ed25519", "a host")
        assert entry.fingerprint == server["host_key_ed25519_fingerprint"] and entry.fingerprint in repr(entry)
        connected(server, port, known_hosts=hosts).close()

        async def work() -> None:
            client = await swiftssh.aio.connect(
                "127.0.0.1", port=port, user=server["user"], known_hosts=hosts, key_files=server["client_key"], agent=False
            )
            await client.close()

        asyncio.run(work())
        hosts.remove(entry)
        assert list(hosts) == []
        with pytest.raises(swiftssh.HostKeyUnknown, match="add the key to the list"):
            connected(server, port, known_hosts=hosts)
        hosts.add("127.0.0.1", key_of(server, "other_host_ed25519"), port=port)
        with pytest.raises(swiftssh.HostKeyMismatch) as raised:
            connected(server, port, known_hosts=hosts)
        assert raised.value.fingerprint == server["host_key_ed25519_fingerprint"] != raised.value.expected_fingerprint
        for policy in ("accept-new", "insecure-accept-anything"):
            with pytest.raises(ValueError, match="strict"):
                connected(server, port, known_hosts=hosts, host_keys=policy)


@pytest.mark.behaviour("client.host-keys-listed")
def test_it_is_read_asked_and_written(server: Fixture, tmp_path: pathlib.Path) -> None:
    key, other = key_of(server, "host_ed25519"), key_of(server, "host_ecdsa")
    encoded = base64.b64encode(key).decode()
    path = tmp_path / "known"
    path.write_text(f"# a comment\n*.example,!odd.example ssh-ed25519 {encoded}\nthis is no line\n")
    hosts = KnownHosts(path)
    [entry] = hosts
    assert (entry.file, entry.line, entry.key, entry.marker) == (str(path), 2, key, "")
    assert hosts.not_understood == 1
    assert hosts.check("a.example", key).line == 2
    with pytest.raises(swiftssh.HostKeyUnknown):
        hosts.check("odd.example", key)
    with pytest.raises(swiftssh.HostKeyMismatch) as raised:
        hosts.check("a.example", other)
    assert (raised.value.path, raised.value.line, raised.value.host) == (str(path), 2, "a.example")
    hosts.add_line(f"@revoked * ssh-ed25519 {encoded}")
    with pytest.raises(swiftssh.HostKeyRevoked):
        hosts.check("a.example", key)
    assert [each.marker for each in hosts] == ["", "@revoked"]
    hosts.append(hosts.add("new", other), path)
    assert path.read_text().splitlines()[-1].startswith("new ecdsa-sha2-nistp256 ")
    hosts.write(tmp_path / "all")
    assert (tmp_path / "all").read_text().startswith(path.read_text().splitlines()[0])
    assert len(list(KnownHosts(tmp_path / "all"))) == 3
    with pytest.raises(swiftssh.FileMissing):
        KnownHosts(tmp_path / "nowhere")
    with pytest.raises(swiftssh.SSHError):
        hosts.add_line("no line")
    for each in (hosts, entry):
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(each)
