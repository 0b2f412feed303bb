"""ssh_config: what it says of hosts, and clients that do what it says."""

from __future__ import annotations

import asyncio
import contextlib
import os
import pathlib
import signal
import subprocess
from collections.abc import Iterator

import pytest
import swiftssh
import swiftssh.aio
from clients import port_of
from servers import Fixture
from swiftssh import HostConfiguration, fleet


def written(folder: pathlib.Path, text: str, name: str = "config") -> pathlib.Path:
    """Writes a configuration."""
    path = folder / name
    path.write_text(text)
    return path


def alias(server: Fixture, name: str, port: int, *lines: str) -> str:
    """Returns the lines of an alias of a server."""
    own = (
        "HostName 127.0.0.1",
        f"Port {port}",
        f"User {server['user']}",
        f"IdentityFile {server['client_key']}",
        "IdentityAgent none",
    )
    return "\n    ".join([f"Host {name}", *own, *lines, f"UserKnownHostsFile {server['known_hosts']}"]) + "\n"


@contextlib.contextmanager
def home(folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Iterator[pathlib.Path]:
    """Gives the user a home directory with a configuration."""
    monkeypatch.setenv("HOME", str(folder))
    (folder / ".ssh").mkdir(mode=0o700)
    yield written(folder / ".ssh", text)


@pytest.mark.behaviour("configuration.alias")
def test_an_alias_is_connected_to(server: Fixture, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with port_of(server) as port, home(tmp_path, monkeypatch, alias(server, "work", port)):
        with swiftssh.connect("work") as client:
            assert client.run("echo here").text == "here\n"
            assert (client.name, client.host, client.port, client.user) == ("work", "127.0.0.1", port, server["user"])

        async def asynchronous() -> str:
            async with swiftssh.aio.connect("work") as client:
                assert (client.name, client.port) == ("work", port)
                return (await client.run("echo there")).text

        assert asyncio.run(asynchronous()) == "there\n"
        (done,) = fleet.run(["work"], "echo all")
        assert done.result is not None and done.result.text == "all\n"


@pytest.mark.behaviour("configuration.own-file-is-safe")
def test_a_file_that_others_may_write_to(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, loaded: None) -> None:
    with home(tmp_path, monkeypatch, "Port 1\n") as path:
        assert HostConfiguration.lookup("a").port == 1
        path.chmod(0o666)
        with pytest.raises(swiftssh.FileUnreadable, match="nobody else may be able to write") as raised:
            HostConfiguration.lookup("a")
        assert raised.value.path == str(path)
        assert HostConfiguration.lookup("a", config=False).port == 22


@pytest.mark.behaviour("configuration.caller-goes-first")
def test_the_caller_goes_first(server: Fixture, tmp_path: pathlib.Path) -> None:
    config = written(tmp_path, f"Port 1\nUser nobody\nUserKnownHostsFile {server['known_hosts_changed']}\nCompression yes\n")
    with port_of(server) as port:
        arguments = {"port": port, "user": server["user"], "known_hosts": server["known_hosts"]}
        with swiftssh.connect(
            "127.0.0.1", config=config, agent=False, key_files=server["client_key"], compression=False, **arguments
        ) as client:
            assert client.port == port
    with pytest.raises(ValueError, match="no port 0"):
        swiftssh.connect("a", port=0)


@pytest.mark.behaviour("configuration.first-value-counts")
@pytest.mark.behaviour("configuration.tokens")
@pytest.mark.behaviour("configuration.hops")
@pytest.mark.behaviour("configuration.unknown-is-ignored")
def test_values_are_looked_up(tmp_path: pathlib.Path, loaded: None) -> None:
    config = written(
        tmp_path,
        """
        FutureKeyword whatever
        Match tagged x
            Port 9
        Host work
            HostName %h.example.org
            Port 2022
            User bob
            IdentityFile ~/k/%r@%h
            ProxyJump me@a:23,ssh://b
            ConnectTimeout 1m30s
            Compression yes
            StrictHostKeyChecking accept-new
            UserKnownHostsFile /a /b
        Host *
            Port 1
            IdentityFile /two
        """,
    )
    found = HostConfiguration.lookup("work", config=config)
    assert (found.name, found.hostname, found.port, found.user) == ("work", "work.example.org", 2022, "bob")
    assert found.identity_files == (os.path.expanduser("~/k/bob@work.example.org"), "/two")
    assert found.proxy_jump == ("me@a:23", "b")
    assert found.connect_timeout == 90
    assert found.compression and found.strict_host_key_checking == "accept-new"
    assert found.user_known_hosts_files == ("/a", "/b") == found.values["userknownhostsfile"]
    other = HostConfiguration.lookup("other", config=[config], user="eve")
    assert (other.port, other.user, other.identity_files, other.proxy_jump) == (1, "eve", ("/two",), ())
    assert other.connect_timeout is None and other.proxy_command is None


@pytest.mark.behaviour("configuration.errors-name-the-line")
@pytest.mark.behaviour("configuration.errors-name-both")
def test_errors_say_where(server: Fixture, tmp_path: pathlib.Path) -> None:
    config = written(tmp_path, "User x\n\nPort y\n")
    for ask in (lambda: HostConfiguration.lookup("a", config=config), lambda: swiftssh.connect("a", config=config)):
        with pytest.raises(swiftssh.FileUnreadable, match='line 3: port: "y" is no port') as raised:
            ask()
        assert raised.value.path == str(config)
    with pytest.raises(FileNotFoundError):
        swiftssh.connect("a", config=tmp_path / "missing")
    with port_of(server) as port:
        config = written(tmp_path, alias(server, "work", port, f"UserKnownHostsFile {server['known_hosts_changed']}"))
        with pytest.raises(swiftssh.HostKeyMismatch, match=f"work: .*127.0.0.1, port {port}"):
            swiftssh.connect("work", config=config)


@pytest.mark.behaviour("configuration.match")
@pytest.mark.behaviour("configuration.exec-has-a-deadline")
def test_conditions(tmp_path: pathlib.Path, loaded: None) -> None:
    config = written(tmp_path, 'Match host a exec "test %n = a"\n Port 2\nMatch final\n User end\n')
    found = HostConfiguration.lookup("a", config=config)
    assert (found.port, found.user) == (2, "end")
    config = written(tmp_path, 'Match exec "exec cat /dev/zero"\n Port 2\n')
    with pytest.raises(swiftssh.TimedOut):
        HostConfiguration.lookup("a", config=config, timeout=0.05)


@pytest.mark.behaviour("configuration.include")
def test_files_are_included(tmp_path: pathlib.Path, loaded: None) -> None:
    written(tmp_path, "Host a\n Port 1\nHost b\n", "part")
    config = written(tmp_path, f"Include {tmp_path}/par*\nPort 2\n")
    assert HostConfiguration.lookup("a", config=config).port == 1
    assert HostConfiguration.lookup("c", config=config).port == 2
    written(tmp_path, f"Include {config}\n", "part")
    with pytest.raises(swiftssh.FileUnreadable, match="without an end"):
        HostConfiguration.lookup("a", config=config)


@pytest.mark.behaviour("configuration.known-hosts")
def test_known_hosts(server: Fixture, tmp_path: pathlib.Path) -> None:
    known = tmp_path / "known"
    with port_of(server) as port:
        new = ("StrictHostKeyChecking no", f"UserKnownHostsFile {known}", "HashKnownHosts yes", "HostKeyAlias Cluster")
        config = written(tmp_path, alias(server, "work", port, *new))
        for _ in range(2):
            swiftssh.connect("work", config=config).close()
        (line,) = known.read_text().splitlines()
        assert line.startswith("|1|")
        changed = (f"UserKnownHostsFile {server['known_hosts_changed']}", "StrictHostKeyChecking no")
        config = written(tmp_path, alias(server, "work", port, *changed))
        with pytest.raises(swiftssh.HostKeyMismatch):
            swiftssh.connect("work", config=config)


@pytest.mark.behaviour("configuration.revoked")
def test_revoked_keys(server: Fixture, tmp_path: pathlib.Path) -> None:
    revoked = tmp_path / "revoked"
    _, key = pathlib.Path(server["known_hosts"]).read_text().splitlines()[0].split(" ", 1)
    with port_of(server) as port:
        config = written(tmp_path, alias(server, "work", port, f"RevokedHostKeys {revoked}"))
        revoked.write_text("")
        swiftssh.connect("work", config=config).close()
        revoked.write_text(key)
        with pytest.raises(swiftssh.HostKeyRevoked, match="is revoked by"):
            swiftssh.connect("work", config=config, host_keys="insecure-accept-anything")
        revoked.write_text("SSHKRL")
        with pytest.raises(swiftssh.FileUnreadable, match="no public key"):
            swiftssh.connect("work", config=config)


@pytest.mark.behaviour("configuration.keepalive")
def test_a_server_that_stops_is_given_up(server: Fixture, tmp_path: pathlib.Path) -> None:
    with port_of(server) as port:
        config = written(tmp_path, alias(server, "work", port, "ServerAliveInterval 1", "ServerAliveCountMax 1"))
        with swiftssh.connect("work", config=config) as client:
            process = int(client.run("echo $PPID").text)
            os.kill(process, signal.SIGSTOP)
            try:
                with pytest.raises(swiftssh.ConnectionLost, match="the server has not answered for"):
                    client.run("echo never")
            finally:
                os.kill(process, signal.SIGKILL)


@pytest.mark.behaviour("configuration.jump")
@pytest.mark.behaviour("configuration.jump-circle")
def test_hosts_in_between(server: Fixture, tmp_path: pathlib.Path) -> None:
    with port_of(server) as outer, port_of(server) as middle, port_of(server) as inner:
        text = alias(server, "outer", outer) + alias(server, "middle", middle)
        config = written(tmp_path, text + alias(server, "inner", inner, "ProxyJump outer,middle"))
        with swiftssh.connect("inner", config=config) as client:
            assert client.run("cat", input=b"x" * 1_000_000).stdout == b"x" * 1_000_000
        trap = alias(server, "middle", middle, f"UserKnownHostsFile {server['known_hosts_changed']}")
        config = written(tmp_path, trap + text + alias(server, "inner", inner, "ProxyJump outer,middle"))
        with pytest.raises(swiftssh.HostKeyMismatch, match="middle: .*on the way to inner"):
            swiftssh.connect("inner", config=config)
    config = written(tmp_path, "Host a\n ProxyJump b\nHost b\n ProxyJump a\n")
    with pytest.raises(swiftssh.SSHError, match="in a circle: a, b, a"):
        swiftssh.connect("a", config=config)


@pytest.mark.behaviour("configuration.proxy-command")
@pytest.mark.behaviour("configuration.proxy-command-fails")
def test_commands_in_between(server: Fixture, tmp_path: pathlib.Path) -> None:
    config = written(tmp_path, alias(server, "swiftssh-fixture", 22, f"HostKeyAlias swiftssh-fixture\n ProxyCommand {server['sshd_inetd']}"))
    with swiftssh.connect("swiftssh-fixture", config=config) as client:
        assert client.run("echo through").text == "through\n"
    config = written(tmp_path, alias(server, "work", 22, "ProxyCommand sh -c 'echo no way >&2; exit 3'"))
    with pytest.raises(swiftssh.ConnectFailed, match="ended with the status 3: no way"):
        swiftssh.connect("work", config=config)


@pytest.mark.behaviour("configuration.identities")
@pytest.mark.behaviour("configuration.connecting")
@pytest.mark.behaviour("configuration.algorithms")
def test_what_is_offered(server: Fixture, tmp_path: pathlib.Path) -> None:
    with port_of(server, "Ciphers aes256-ctr", "MaxAuthTries 2") as port:
        lines = ("Ciphers -aes128*,aes192*", "BindAddress 127.0.0.2", "AddressFamily inet", "IdentitiesOnly yes")
        with swiftssh.connect("work", config=written(tmp_path, alias(server, "work", port, *lines))) as client:
            assert client.run("echo $SSH_CONNECTION").text.startswith("127.0.0.2 ")
        config = written(tmp_path, alias(server, "work", port, "PubkeyAuthentication no"))
        with pytest.raises(swiftssh.AuthenticationError, match="nothing to offer"):
            swiftssh.connect("work", config=config)
        config = written(tmp_path, alias(server, "work", port, "Ciphers no-such-cipher"))
        with pytest.raises(swiftssh.NotSupported, match="no-such-cipher"):
            swiftssh.connect("work", config=config)


@pytest.mark.behaviour("configuration.certificates")
def test_certificates(server: Fixture, tmp_path: pathlib.Path) -> None:
    authority, key = server.key("client_ecdsa_256"), str(tmp_path / "key")
    with port_of(server, "AuthorizedKeysFile none", f"TrustedUserCAKeys {authority}.pub") as port:
        config = written(tmp_path, alias(server, "work", port).replace(server["client_key"], key))
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        with pytest.raises(swiftssh.AuthenticationError):
            swiftssh.connect("work", config=config)
        subprocess.run(["ssh-keygen", "-q", "-s", authority, "-I", "me", "-n", server["user"], key + ".pub"], check=True)
        if swiftssh.engine_name() == "native":
            swiftssh.connect("work", config=config).close()
        else:
            with pytest.raises(swiftssh.AuthenticationError, match="cannot log in with certificates"):
                swiftssh.connect("work", config=config)


@pytest.mark.behaviour("configuration.agrees-with-openssh")
@pytest.mark.behaviour("configuration.same-hash")
def test_what_openssh_reads(tmp_path: pathlib.Path, loaded: None) -> None:
    mark = tmp_path / "mark"
    config = written(tmp_path, f'Host w*\n HostName %h.org\n User x\nMatch exec "echo %C > {mark}"\n Port 7\nHost *\n UserKnownHostsFile /a /b\n')
    shown = subprocess.run(["ssh", "-G", "-F", config, "work"], capture_output=True, text=True, check=True).stdout
    theirs, hashed = dict(line.split(" ", 1) for line in shown.splitlines()), mark.read_text()
    ours = HostConfiguration.lookup("work", config=config)
    assert mark.read_text() == hashed
    for keyword in ("hostname", "user", "port", "userknownhostsfile", "connectionattempts", "stricthostkeychecking"):
        assert " ".join(ours.values[keyword]) == theirs[keyword]
