"""What the native engine has and the other one has not: Python chooses by the environment, so each says what it has here."""

from __future__ import annotations

import pathlib
import shutil
import subprocess

import pytest
from clients import connected, port_of
from servers import Fixture, read_all, started

import swiftssh
from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.exceptions import ChannelRequestDenied, MethodNotSupported
from swiftssh.ssh2.listener import Listener


def is_native() -> bool:
    """Whether sessions run on the native engine."""
    return swiftssh.engine_name() == "native"


@pytest.mark.behaviour("session.rekey")
def test_keys_are_exchanged_anew_when_asked_for(server: Fixture) -> None:
    session = server.logged_in()
    if is_native():
        assert [session.rekey() for _ in range(3)] == [0, 0, 0]
    else:
        with pytest.raises(MethodNotSupported, match="native"):
            session.rekey()
    assert read_all(started(session, "echo in")) == b"in\n"


@pytest.mark.behaviour("channel.break")
def test_a_break_is_sent(server: Fixture) -> None:
    session = server.logged_in()
    channel = session.open_session()
    assert isinstance(channel, Channel) and channel.pty() == 0 and channel.execute("cat") == 0
    if is_native():
        assert channel.send_break() == 0 and channel.send_break(500) == 0
        with pytest.raises(ChannelRequestDenied):
            started(session, "cat").send_break()
    else:
        with pytest.raises(MethodNotSupported, match="native"):
            channel.send_break()


@pytest.mark.behaviour("session.forward-listen-streamlocal")
def test_a_unix_socket_is_listened_on(server: Fixture, tmp_path: pathlib.Path) -> None:
    session, path = server.logged_in(), str(tmp_path / "socket")
    if not is_native():
        with pytest.raises(MethodNotSupported, match="native"):
            session.forward_listen_streamlocal(path)
        return
    listener = session.forward_listen_streamlocal(path, 4)
    assert isinstance(listener, Listener)
    there = session.direct_streamlocal_ex(path, "", 0)
    here = listener.forward_accept()
    assert isinstance(there, Channel) and isinstance(here, Channel)
    there.write(b"ping")
    assert here.read() == (4, b"ping")
    assert listener.forward_cancel() == 0


@pytest.mark.behaviour("client.host-certificate")
def test_a_host_that_an_authority_vouches_for_is_known(server: Fixture, tmp_path: pathlib.Path) -> None:
    key, authority = tmp_path / "host.pub", server.key("client_rsa")
    shutil.copy(server.key("host_ed25519.pub"), key)
    subprocess.run(["ssh-keygen", "-q", "-h", "-s", authority, "-I", "host", "-n", "127.0.0.1", str(key)], check=True)
    known = tmp_path / "known_hosts"
    known.write_text(f"@cert-authority 127.0.0.* {pathlib.Path(authority + '.pub').read_text()}")
    algorithms = "HostKeyAlgorithms ssh-ed25519,ssh-ed25519-cert-v01@openssh.com"
    with port_of(server, f"HostCertificate {tmp_path / 'host-cert.pub'}", algorithms) as port:
        if is_native():
            assert connected(server, port, known_hosts=known).run("echo in").stdout == b"in\n"
        else:
            with pytest.raises(swiftssh.HostKeyUnknown):
                connected(server, port, known_hosts=known)
