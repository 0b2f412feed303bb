"""What is asked for what a channel will run: terminals, signals, the agent and X11."""

from __future__ import annotations

import pytest
from servers import Fixture, finish, opened, read_all, started
from test_non_blocking import begun, channel_of, repeated

import swiftssh
from swiftssh.ssh2.exceptions import ChannelRequestDenied, InvalidRequestError, MethodNotSupported
from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.utils import version

_TTY_OP_ECHO = 53
_TTY_OP_END = 0


def lines(channel: Channel) -> list[str]:
    """Returns the lines of what the channel's terminal shows."""
    return read_all(channel).decode().split()


@pytest.mark.behaviour("channel.pty")
def test_a_terminal_has_its_type_and_size(server: Fixture) -> None:
    session = server.logged_in()
    channel = opened(session)
    assert channel.pty("xterm", width=132, height=50) == 0
    channel.execute("tty >/dev/null && stty size && echo $TERM")
    assert lines(channel) == ["50", "132", "xterm"]
    finish(channel)
    assert channel.get_exit_status() == 0
    channel = opened(session)
    assert channel.pty() == 0
    channel.execute("stty size; echo $TERM")
    assert lines(channel) == ["24", "80", "vt100"]
    channel = opened(session)
    assert channel.pty(term=b"dumb") == 0


@pytest.mark.behaviour("channel.pty-resize")
def test_a_new_size_reaches_the_terminal(server: Fixture) -> None:
    channel = opened(server.logged_in())
    channel.pty(width=100, height=30, modes=bytes([_TTY_OP_ECHO, 0, 0, 0, 0, _TTY_OP_END]))
    channel.execute("trap 'echo resized' WINCH; stty size; read line; stty size")
    assert channel.read()[1].split() == [b"30", b"100"]
    assert channel.resize(90, 20) == 0
    channel.write("\n")
    assert [line for line in lines(channel) if line != "resized"] == ["20", "90"]


@pytest.mark.behaviour("channel.pty-modes")
def test_a_terminal_has_its_modes(server: Fixture) -> None:
    session = server.logged_in()
    for value in (0, 1):
        channel = opened(session)
        channel.pty(modes=bytes([_TTY_OP_ECHO, 0, 0, 0, value, _TTY_OP_END]))
        channel.execute("stty -a")
        assert ("-echo" in lines(channel)) == (value == 0)
    with pytest.raises(InvalidRequestError):
        opened(session).pty("x" * 257)
    with pytest.raises(TypeError):
        opened(session).pty(modes="text")  # type: ignore[arg-type]


@pytest.mark.behaviour("channel.pty-is-refused")
def test_a_terminal_that_the_server_refuses_is_told(server: Fixture) -> None:
    session = server.logged_in("-o", "PermitTTY no")
    channel = opened(session)
    with pytest.raises(ChannelRequestDenied):
        channel.pty()
    channel.execute("echo without")
    assert read_all(channel) == b"without\n"


@pytest.mark.behaviour("channel.signal")
def test_a_signal_is_sent_or_the_version_that_can_is_told(server: Fixture) -> None:
    if version(0x010B00) is None:
        channel = started(server.logged_in(), "cat")
        with pytest.raises(MethodNotSupported, match="1\\.11"):
            channel.signal("TERM")
        channel.write("still there")
        assert channel.read() == (11, b"still there")
        return
    session = server.session()
    # sshd passes no signals on where it keeps root's rights.
    session.userauth_password(server["guest"], server["password"])
    channel = started(session, "echo ready; exec sleep 100")
    assert channel.read() == (6, b"ready\n")
    assert channel.signal("TERM") == 0
    finish(channel)
    assert channel.get_exit_signal()[1] == b"TERM"


@pytest.mark.behaviour("channel.agent-forwarding")
def test_the_agent_is_forwarded_or_refused(server: Fixture) -> None:
    session = server.logged_in("-o", "AllowAgentForwarding yes")
    channel = opened(session)
    assert channel.request_auth_agent() == 0
    channel.execute('test -S "$SSH_AUTH_SOCK" && echo socket')
    if "agent_forwarding" not in swiftssh.capabilities():
        # Nobody could answer: the server was not asked.
        assert read_all(channel) == b""
        return
    assert read_all(channel) == b"socket\n"
    session = server.logged_in("-o", "AllowAgentForwarding no")
    channel = opened(session)
    with pytest.raises(ChannelRequestDenied):
        channel.request_auth_agent()
    channel.execute('echo "[$SSH_AUTH_SOCK]"')
    assert read_all(channel) == b"[]\n"


@pytest.mark.behaviour("channel.x11-forwarding")
def test_x11_is_forwarded_or_refused(server: Fixture) -> None:
    allowed = server.logged_in("-o", "X11Forwarding yes", "-o", "XAuthLocation /bin/true")
    first, second = opened(allowed), opened(allowed)
    assert first.x11_req(2) == 0
    assert second.x11_req_ex(True, b"MIT-MAGIC-COOKIE-1", bytearray(b"0123456789abcdef" * 2), 2) == 0
    for channel in (first, second):
        channel.execute("echo $DISPLAY")
        assert read_all(channel).endswith(b".2\n")
    with pytest.raises(TypeError):
        opened(allowed).x11_req_ex(0, "text", b"00", 0)  # type: ignore[arg-type]
    with pytest.raises(ChannelRequestDenied):
        opened(server.logged_in("-o", "X11Forwarding no")).x11_req(0)


@pytest.mark.behaviour("channel.terminal-non-blocking")
def test_requests_run_by_calling_again(server: Fixture) -> None:
    session = begun(server)
    channel = channel_of(session)
    assert repeated(session, lambda: channel.pty("xterm", width=70, height=20)) == 0
    assert repeated(session, channel.request_auth_agent) == 0
    with pytest.raises(ChannelRequestDenied):
        repeated(session, lambda: channel.x11_req(0))
    assert repeated(session, lambda: channel.execute("read line; stty size")) == 0
    assert repeated(session, lambda: channel.resize(60, 10)) == 0
    channel.write("\n")
    output = b""
    while (result := repeated(session, channel.read))[0] > 0:
        output += result[1]
    assert output.split()[-2:] == [b"10", b"60"]
