"""Connecting: host keys, jump hosts, and what a client tells of itself."""

from __future__ import annotations

import base64
import gc
import os
import pathlib
import socket
import stat
import threading
from collections.abc import Callable

import pytest
from clients import connected, port_of
from servers import Fixture, finish, read_all, started
from sftp_support import file_of, sftp_of

import swiftssh
from swiftssh import _abi
from swiftssh._calls import call
from swiftssh.ssh2.exceptions import SessionClosedError
from swiftssh.ssh2.session import LIBSSH2_METHOD_KEX, Session


@pytest.mark.behaviour("client.host-key-known")
def test_a_known_host_is_accepted(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    with connected(server, port) as client:
        assert client.connected
        assert f"{server['user']}@127.0.0.1:{port}" in repr(client)
    assert client.closed and not client.connected
    with pytest.raises(swiftssh.Closed):
        client.run("true")
    with port_of(server, "HostKeyAlgorithms ssh-ed25519,ecdsa-sha2-nistp256") as both:
        for name in ("host_ed25519", "host_ecdsa"):
            file = tmp_path / name
            file.write_text(f"[127.0.0.1]:{both} {pathlib.Path(server.key(name + '.pub')).read_text()}")
            connected(server, both, known_hosts=file).close()


def test_a_client_tells_its_host_key_and_algorithms(server: Fixture, port: int) -> None:
    client = connected(server, port, algorithms={"cipher": "aes256-ctr", "mac": "hmac-sha2-256"})
    key, agreed = client.host_key, client.algorithms
    assert (key.host, key.port, key.type) == ("127.0.0.1", port, "ssh-ed25519")
    assert key.fingerprint == server["host_key_ed25519_fingerprint"]
    assert base64.b64encode(key.blob).decode() == pathlib.Path(server.key("host_ed25519.pub")).read_text().split()[1]
    assert agreed["cipher_to_server"] == agreed["cipher_from_server"] == "aes256-ctr"
    assert (agreed["mac_from_server"], agreed["host_key"]) == ("hmac-sha2-256", "ssh-ed25519")
    assert agreed["kex"] and agreed["compression_to_server"] == "none"
    client.close()
    for name in ("host_key", "algorithms", "session"):
        with pytest.raises(swiftssh.Closed):
            getattr(client, name)


@pytest.mark.behaviour("session.userauth-banner")
def test_a_client_tells_the_servers_banner(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "banner").write_bytes(b"Only for those\r\nwho may.\n\x1b[2J")
    with port_of(server, f"Banner {tmp_path}/banner") as port, connected(server, port, engine="native") as client:
        # OpenSSH escapes what drives a terminal itself, before it is sent.
        assert client.banner.startswith("Only for those")
        assert "who may.\n" in client.banner and "\x1b" not in client.banner


def test_a_client_has_a_session_that_does_not_end_it(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"a file")
    with connected(server, port) as client:
        session = client.session
        assert isinstance(session, Session)
        assert session.hostkey()[0] == client.host_key.blob
        assert session.methods(LIBSSH2_METHOD_KEX) == client.algorithms["kex"]
        channel = started(session, "echo out; exit 3")
        assert read_all(channel) == b"out\n"
        finish(channel)
        assert channel.get_exit_status() == 3
        received, facts = session.scp_recv2(str(tmp_path / "file"))
        assert facts.st_size == 6 and read_all(received) == b"a file"
        assert file_of(sftp_of(session), tmp_path / "file").read() == (6, b"a file")
        assert session.disconnect() == 0
        session.close()
        assert client.run("echo on").text == "on\n"
    with pytest.raises(SessionClosedError):
        session.open_session()


def test_the_session_of_a_client_that_was_let_go_works(server: Fixture, port: int) -> None:
    session = connected(server, port).session
    gc.collect()
    assert read_all(started(session, "echo still")) == b"still\n"


@pytest.mark.behaviour("client.host-key-unknown")
def test_an_unknown_host_is_refused(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    with pytest.raises(swiftssh.HostKeyUnknown) as raised:
        connected(server, port, known_hosts=[tmp_path / "missing"])
    assert raised.value.fingerprint == server["host_key_ed25519_fingerprint"]
    assert raised.value.key_type == "ssh-ed25519"
    assert raised.value.expected_fingerprint == "" and raised.value.line == 0
    assert raised.value.phase == "host key" and raised.value.host == "127.0.0.1"
    assert f"ssh-keyscan -p {port} 127.0.0.1" in str(raised.value)


@pytest.mark.behaviour("errors.port")
def test_errors_have_the_port(server: Fixture, port: int) -> None:
    with pytest.raises(swiftssh.AuthenticationError) as refused:
        connected(server, port, key_files=[])
    client = connected(server, port)
    with pytest.raises(swiftssh.ChannelError) as denied:
        client.run("true", env={"PATH": "/nowhere"})
    with client.sftp() as sftp, pytest.raises(swiftssh.RemoteFileMissing) as missing:
        sftp.stat("/nowhere")
    with pytest.raises(swiftssh.TimedOut) as late:
        client.run("sleep 600", timeout=0)
    client.close()
    for error in (refused.value, denied.value, missing.value, late.value):
        assert (error.host, error.port) == ("127.0.0.1", port)
        assert str(error).startswith(f"127.0.0.1:{port}: ")


@pytest.mark.behaviour("client.host-key-mismatch")
@pytest.mark.parametrize("policy", ["strict", "accept-new"])
def test_a_changed_key_is_refused(server: Fixture, port: int, policy: str) -> None:
    with pytest.raises(swiftssh.HostKeyMismatch) as raised:
        connected(server, port, known_hosts=server["known_hosts_changed"], host_keys=policy)
    error = raised.value
    assert isinstance(error, swiftssh.HostKeyError)
    assert error.fingerprint == server["host_key_ed25519_fingerprint"]
    assert error.expected_fingerprint.startswith("SHA256:") and error.expected_fingerprint != error.fingerprint
    assert (error.path, error.line) == (server["known_hosts_changed"], 1)
    for part in (error.fingerprint, error.expected_fingerprint, f"{error.path}:1"):
        assert part in str(error)


@pytest.mark.behaviour("client.host-key-revoked")
def test_a_revoked_key_is_refused(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "revoked"
    file.write_text(f"@revoked * {pathlib.Path(server.key('host_ed25519.pub')).read_text()}")
    with pytest.raises(swiftssh.HostKeyRevoked):
        connected(server, port, known_hosts=[server["known_hosts"], file])


@pytest.mark.behaviour("client.host-key-accept-new")
def test_a_new_host_is_written_once(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "new" / "known_hosts"
    for _ in range(2):
        connected(server, port, known_hosts=file, host_keys="accept-new").close()
    assert len(file.read_text().splitlines()) == 1
    assert file.read_text().startswith(f"[127.0.0.1]:{port} ssh-ed25519 ")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    connected(server, port, known_hosts=file).close()


@pytest.mark.behaviour("client.host-key-pinned")
def test_a_pinned_key_is_accepted_and_no_other(server: Fixture, port: int) -> None:
    connected(server, port, known_hosts=None, host_keys=server["host_key_ed25519_fingerprint"]).close()
    with pytest.raises(swiftssh.HostKeyMismatch):
        connected(server, port, host_keys="SHA256:" + "A" * 43)
    with pytest.raises(ValueError, match="MD5"):
        connected(server, port, host_keys="MD5:00")


@pytest.mark.behaviour("client.host-key-callback")
def test_a_function_decides(server: Fixture, port: int) -> None:
    asked: list[swiftssh.PresentedHostKey] = []

    def accept(key: swiftssh.PresentedHostKey) -> bool:
        asked.append(key)
        return True

    connected(server, port, host_keys=accept).close()
    (key,) = asked
    assert (key.host, key.port, key.type) == ("127.0.0.1", port, "ssh-ed25519")
    assert key.fingerprint == server["host_key_ed25519_fingerprint"]
    assert key.blob[4:15] == b"ssh-ed25519"
    with pytest.raises(swiftssh.HostKeyRefused):
        connected(server, port, host_keys=lambda key: False)
    with pytest.raises(ZeroDivisionError):
        connected(server, port, host_keys=lambda key: 1 / 0 > 0)


@pytest.mark.behaviour("client.host-key-trouble-is-refusal")
def test_a_list_that_cannot_be_read_accepts_nobody(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    with pytest.raises(swiftssh.FileUnreadable) as raised:
        connected(server, port, known_hosts=[server["known_hosts"], tmp_path])
    assert raised.value.path == str(tmp_path)


@pytest.mark.behaviour("client.host-key-insecure")
def test_everything_is_accepted_by_the_name_that_says_so(server: Fixture, port: int) -> None:
    connected(server, port, known_hosts=None, host_keys="insecure-accept-anything").close()


@pytest.mark.behaviour("client.timeout")
def test_a_client_s_timeout_is_that_of_every_call(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with connected(server, port) as client:
        assert client.timeout is None
        # Started before: a server that is slow may take longer than that.
        with client.sftp() as sftp, client.start("sleep 600", timeout=None) as process:
            client.timeout = 0.25
            assert client.timeout == 0.25
            with pytest.raises(swiftssh.TimedOut):
                sftp.open(tmp_path / "fifo", "rb")
            with pytest.raises(swiftssh.TimedOut):
                process.stdout.read(1)
            with pytest.raises(swiftssh.CommandTimedOut):
                client.run("sleep 600")
        client.timeout = None
        assert client.timeout is None
        assert client.run("cat", input="on").text == "on"
    with pytest.raises(swiftssh.Closed):
        client.timeout = 1


@pytest.mark.behaviour("client.close-ends-waits")
@pytest.mark.parametrize(
    "wait", [lambda client: client.run("sleep 600"), lambda client: client.start("sleep 600").stdout.read()]
)
def test_closing_ends_what_waits(server: Fixture, port: int, wait: Callable[[swiftssh.Client], object]) -> None:
    client = connected(server, port)
    raised: list[BaseException] = []

    def work() -> None:
        try:
            wait(client)
        except swiftssh.SSHError as error:
            raised.append(error)

    waiting = threading.Thread(target=work)
    waiting.start()
    assert client.run("echo on").text == "on\n"
    client.close()
    waiting.join()
    assert type(raised[0]) in (swiftssh.Cancelled, swiftssh.Closed), raised
    client.close()
    with pytest.raises(swiftssh.Closed):
        client.run("true")


@pytest.mark.behaviour("client.close-ends-waits")
def test_a_call_that_another_thread_closes_as_it_begins_is_told_so(server: Fixture, port: int) -> None:
    client = connected(server, port)
    pointer = client._handle.pointer
    client.close()
    with pytest.raises(swiftssh.Closed):
        call.make("swiftssh_client_session", _abi.swiftssh_session, pointer)


@pytest.mark.behaviour("client.jump")
def test_a_client_goes_through_another_ones_host(server: Fixture, port: int, tmp_path: pathlib.Path) -> None:
    with port_of(server) as inner_port, connected(server, port) as outer:
        with connected(server, inner_port, via=outer) as inner:
            assert inner.run("head -c 3000000 /dev/zero").stdout == bytes(3_000_000)
        with pytest.raises(swiftssh.HostKeyUnknown):
            connected(server, inner_port, via=outer, known_hosts=tmp_path / "missing")
        assert outer.run("echo on").text == "on\n"


@pytest.mark.behaviour("python.clients-in-threads")
def test_threads_use_one_client(server: Fixture, port: int) -> None:
    with connected(server, port) as client:
        outputs: dict[int, str] = {}
        threads = [
            threading.Thread(target=lambda n=n: outputs.update({n: client.run(f"echo {n}").text})) for n in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert outputs == {n: f"{n}\n" for n in range(8)}


@pytest.mark.behaviour("session.algorithm-profile")
def test_a_profile_says_how_old_the_server_may_be(server: Fixture, tmp_path: pathlib.Path) -> None:
    old = ("KexAlgorithms diffie-hellman-group14-sha1", "Ciphers aes128-cbc", "MACs hmac-sha1", "HostKeyAlgorithms ssh-rsa")
    known = tmp_path / "known_hosts"
    with port_of(server, *old) as port:
        known.write_text(f"[127.0.0.1]:{port} {pathlib.Path(server.key('host_rsa.pub')).read_text()}")
        with connected(server, port, engine="libssh2", profile="legacy", known_hosts=known) as client:
            assert client.run("echo in").text == "in\n"
        with pytest.raises(swiftssh.ProtocolError, match='the profile "legacy" offers aes128-cbc'):
            connected(server, port, engine="libssh2", known_hosts=known)
        with pytest.raises(swiftssh.ProtocolError, match='libssh2 with the profile "legacy"'):
            connected(server, port, engine="native", profile="legacy", known_hosts=known)
        with pytest.raises(ValueError, match="ancient"):
            connected(server, port, profile="ancient")


@pytest.mark.behaviour("client.jump-refused")
def test_a_host_that_a_jump_host_does_not_reach_is_named(server: Fixture, port: int) -> None:
    with connected(server, port) as jump, pytest.raises(swiftssh.ConnectFailed) as raised:
        swiftssh.connect("no-such-host.invalid", via=jump)
    assert (raised.value.host, raised.value.port) == ("no-such-host.invalid", 22)
    assert "through 127.0.0.1: no connection to no-such-host.invalid:22: " in str(raised.value)


@pytest.mark.behaviour("client.refusals-explain")
@pytest.mark.parametrize("engine", ["libssh2", "native"])
def test_refusals_say_what_they_mostly_mean(server: Fixture, tmp_path: pathlib.Path, engine: swiftssh.Engine) -> None:
    with port_of(server, "MaxSessions 1", "PermitListen 1") as port, connected(server, port, engine=engine) as client:
        with client.start("sleep 600"), pytest.raises(swiftssh.ChannelError, match="MaxSessions"):
            client.run("true")
        with pytest.raises(swiftssh.SSHError, match="PermitListen"):
            client.forward_remote("127.0.0.1", 1)
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    with port_of(server) as port, connected(server, port, engine=engine) as client:
        with client.sftp() as sftp, pytest.raises(swiftssh.SFTPError, match="b is there already"):
            sftp.rename(tmp_path / "a", tmp_path / "b")


@pytest.mark.behaviour("client.refusals-explain")
def test_a_packet_of_an_impossible_length_is_told(server: Fixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.sendall(b"SSH-2.0-x\r\n\xff\xff\xff\xf0" + bytes(100))
                while connection.recv(65536):
                    pass

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(swiftssh.SSHError, match="4294967280 bytes long"):
            connected(server, listener.getsockname()[1], engine="libssh2")
        thread.join()
