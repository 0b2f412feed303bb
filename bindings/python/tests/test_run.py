"""Running commands and shells."""

from __future__ import annotations

import os
import pathlib
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from clients import connected, port_of
from servers import Fixture, Peer

import swiftssh
from swiftssh import fleet


@pytest.fixture
def client(server: Fixture) -> Iterator[swiftssh.Client]:
    with port_of(server) as port, connected(server, port) as client:
        yield client


@pytest.mark.behaviour("client.run")
def test_a_command_runs(client: swiftssh.Client) -> None:
    result = client.run("echo out; echo err >&2; exit 3")
    assert result == swiftssh.CommandResult("echo out; echo err >&2; exit 3", 3, None, b"out\n", b"err\n")
    assert (result.ok, result.text, result.error_text) == (False, "out\n", "err\n")
    large = client.run("head -c 3000000 /dev/zero & head -c 2000000 /dev/zero >&2; wait")
    assert (len(large.stdout), len(large.stderr), large.ok) == (3_000_000, 2_000_000, True)
    killed = client.run("kill -TERM $$")
    assert (killed.exit_status, killed.exit_signal, killed.ok) == (None, "TERM", False)


@pytest.mark.behaviour("client.command-bytes")
def test_a_command_may_hold_names_that_are_not_utf_8(client: swiftssh.Client, tmp_path: pathlib.Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xe9"
    pathlib.Path(os.fsdecode(name)).write_text("found")
    with client.sftp() as sftp:
        (listed,) = sftp.listdir(str(tmp_path))
    for command in (b"cat " + name, f"cat {tmp_path}/{listed}"):
        result = client.run(command, check=True)
        assert (result.text, result.command) == ("found", f"cat {tmp_path}/{listed}")
    with client.start(b"cat " + name) as process:
        assert process.command == f"cat {tmp_path}/{listed}"
        assert process.communicate().text == "found"
    with pytest.raises(swiftssh.CommandFailed) as raised:
        client.run(b"exit 3 # \xff\x1b", check=True)
    assert r"'exit 3 # \udcff\x1b' exited" in str(raised.value)


@pytest.mark.behaviour("client.command-bytes")
@pytest.mark.parametrize("command", ["echo cut\0; false", b"echo cut\0; false"])
def test_a_command_with_a_nul_is_refused(client: swiftssh.Client, command: str | bytes) -> None:
    for begin in (client.run, client.start, lambda command: fleet.run([], command)):
        with pytest.raises(ValueError, match="a command ends at a NUL"):
            begin(command)


@pytest.mark.behaviour("client.run-input")
def test_a_command_reads_its_input(client: swiftssh.Client) -> None:
    data = bytes(range(256)) * 20_000
    assert client.run("cat", input=data).stdout == data
    assert client.run("cat", input="grün").text == "grün"
    assert client.run("exit 4", input=data).exit_status == 4
    assert client.run("cat").stdout == b""


@pytest.mark.behaviour("client.check")
def test_a_command_that_fails_is_an_error(client: swiftssh.Client) -> None:
    assert client.run("true", check=True).ok
    with pytest.raises(swiftssh.CommandFailed) as raised:
        client.run("echo out; printf 'no \\033[1mgood' >&2; exit 9", check=True)
    error = raised.value
    assert (error.exit_status, error.exit_signal) == (9, None)
    assert (error.stdout, error.stderr) == (b"out\n", b"no \x1b[1mgood")
    assert "status 9" in str(error) and "\\x1b[1mgood" in str(error)
    with pytest.raises(swiftssh.CommandFailed, match="KILL") as raised:
        client.run("kill -9 $$", check=True)
    assert raised.value.exit_signal == "KILL"


@pytest.mark.behaviour("client.run-timeout")
def test_a_command_that_takes_too_long_is_ended(client: swiftssh.Client) -> None:
    timeout = 0.25
    while True:
        with pytest.raises(swiftssh.CommandTimedOut) as raised:
            client.run("echo early; echo warned >&2; exec sleep 600", timeout=timeout)
        assert isinstance(raised.value, TimeoutError)
        # A server that is slow may not have started it by then.
        if (raised.value.stdout and raised.value.stderr) or timeout > 60:
            break
        timeout *= 2
    assert (raised.value.stdout, raised.value.stderr) == (b"early\n", b"warned\n")
    # It is the command that has taken too long, also where the server had not started it.
    with pytest.raises(swiftssh.CommandTimedOut, match="sleep 600") as raised:
        client.run("sleep 600", timeout=0)
    assert (raised.value.stdout, raised.value.stderr) == (b"", b"")
    assert client.run("echo on").text == "on\n"


@pytest.mark.behaviour("client.run-limit")
def test_a_command_that_writes_too_much_is_ended(client: swiftssh.Client) -> None:
    with pytest.raises(swiftssh.OutputLimitExceeded) as raised:
        client.run("yes", limit=100_000)
    assert len(raised.value.stdout) == 100_000
    assert client.run("printf 12345", limit=5).text == "12345"


@pytest.mark.behaviour("client.run-environment")
def test_variables_are_set(client: swiftssh.Client) -> None:
    assert client.run("echo $SWIFTSSH_A-$LANG", env={"SWIFTSSH_A": "x y", "LANG": "C"}).text == "x y-C\n"
    with pytest.raises(swiftssh.ChannelError, match="PATH"):
        client.run("true", env={"PATH": "/nowhere"})


@pytest.mark.behaviour("client.terminal")
def test_a_shell_has_its_terminal(client: swiftssh.Client) -> None:
    terminal = swiftssh.Terminal("vt220", columns=71, rows=13)
    assert client.run("stty size; echo $TERM", terminal=terminal).text == "13 71\r\nvt220\r\n"
    with client.shell(terminal=terminal) as shell:
        shell.stdin.write(b"stty -echo; echo ready-$((6*7))\n")
        lines = shell.lines()
        assert any(line.endswith("ready-42") for line in lines)
        shell.resize(99, 33)
        shell.stdin.write(b"stty size; exit 5\n")
        assert any(line.endswith("33 99") for line in lines)
        assert shell.wait().exit_status == 5


@pytest.mark.behaviour("client.process-lines")
def test_lines_come_while_it_runs(client: swiftssh.Client) -> None:
    command = "while read line; do echo \"<$line>\"; done; printf 'no end'; echo bad >&2"
    with client.start(command) as process:
        process.stdin.write(b"one\n")
        assert process.stdout.readline() == b"<one>\n"
        process.stdin.write(b"two\nthree\n")
        lines = process.lines()
        assert next(lines) == "<two>"
        with pytest.raises(ValueError, match="without SIG: 'TERM'"):
            process.send_signal("SIGTERM")
        with pytest.raises(swiftssh.TimedOut, match="the command .* has not ended in time"):
            process.wait(timeout=0)
        process.stdin.close()
        with pytest.raises(ValueError, match="closed"):
            process.stdin.write(b"late\n")
        assert list(lines) == ["<three>", "no end"]
        assert process.stderr.read() == b"bad\n"
        assert process.wait().ok
    with pytest.raises(swiftssh.Closed):
        process.wait()


@pytest.mark.behaviour("client.process-resumes")
def test_a_wait_goes_on_where_it_was(client: swiftssh.Client) -> None:
    # The main thread waits a tenth of a second at a time.
    process = client.start("cat; sleep 0.5; echo late")
    assert process.communicate("early\n").text == "early\nlate\n"


@pytest.mark.behaviour("client.process-kill")
def test_killing_ends_the_waits(client: swiftssh.Client) -> None:
    process = client.start("echo up; sleep 600")
    assert process.stdout.readline() == b"up\n"
    raised: list[BaseException] = []

    def wait() -> None:
        try:
            process.wait()
        except swiftssh.Cancelled as error:
            raised.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    process.kill()
    thread.join()
    assert raised
    assert client.run("echo on").text == "on\n"
    assert client.start("kill -KILL $$").wait().exit_signal == "KILL"


@pytest.mark.behaviour("client.cut-is-an-error")
def test_a_cut_connection_is_an_error(client: swiftssh.Client) -> None:
    # More than the server holds back: some of it has come when the server is killed.
    with pytest.raises(swiftssh.ConnectionLost) as raised:
        client.run("head -c 40000000 /dev/zero; kill -9 $PPID; sleep 60")
    assert 0 < len(raised.value.stdout) <= 40_000_000 and raised.value.stderr == b""
    assert not client.connected


@pytest.mark.behaviour("python.client-copies")
def test_files_are_copied(client: swiftssh.Client, tmp_path: pathlib.Path) -> None:
    (tmp_path / "here").write_bytes(bytes(range(256)) * 1000)
    assert client.put(tmp_path / "here", str(tmp_path / "there")).files == 1
    assert client.get(str(tmp_path / "there"), tmp_path / "back").bytes == 256_000
    assert (tmp_path / "back").read_bytes() == (tmp_path / "here").read_bytes()
    with client.sftp() as sftp:
        assert sftp.read_bytes(str(tmp_path / "back"))[:3] == b"\0\1\2"
        with pytest.raises(swiftssh.RemoteFileMissing):
            sftp.stat(str(tmp_path / "missing"))


class Alarm(Exception):
    """Raised by the handler of a signal."""


@pytest.mark.behaviour("python.signals-are-heard")
def test_a_signal_ends_every_wait(server: Fixture, client: swiftssh.Client) -> None:
    def ring(number: int, frame: object) -> None:
        raise Alarm

    before = signal.signal(signal.SIGALRM, ring)
    try:
        process = client.start("sleep 600")
        with Peer("silent") as silent:
            port = silent.getpeername()[1]
            waits: list[Callable[[], object]] = [
                lambda: client.run("sleep 600"),
                lambda: process.wait(),
                lambda: process.stdout.read(1),
                lambda: connected(server, port),
            ]
            for wait in waits:
                began = time.monotonic()
                with pytest.raises(Alarm):
                    signal.setitimer(signal.ITIMER_REAL, 0.05)
                    wait()
                # Far more than the tenth of a second that it takes, and far less than what is waited for.
                assert time.monotonic() - began < 20
        assert client.run("echo on").text == "on\n"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.behaviour("python.clients-in-threads")
def test_what_takes_several_steps_starts_while_another_thread_waits(client: swiftssh.Client) -> None:
    with client.start("cat") as process:
        read: list[bytes] = []
        thread = threading.Thread(target=lambda: read.append(process.stdout.read(1)))
        thread.start()
        for _ in range(20):
            assert client.run("echo on", timeout=60).text == "on\n"
            client.sftp().close()
        process.stdin.write(b"x")
        thread.join()
        assert read == [b"x"]


@pytest.mark.behaviour("client.standard-error")
@pytest.mark.parametrize("engine", ["libssh2", "native"])
def test_standard_error_need_not_be_read(server: Fixture, engine: swiftssh.Engine) -> None:
    writes = "head -c 8000000 /dev/zero >&2; echo out; echo err >&2"
    with port_of(server) as port, connected(server, port, engine=engine) as client:
        with client.start(writes, stderr="discard") as process:
            assert list(process.lines()) == ["out"]
            assert process.stderr.read() == b""
        with client.start("echo out; echo err >&2; echo last", stderr="merge") as process:
            assert sorted(process.lines()) == ["err", "last", "out"]
            assert process.stderr.read() == b""
        with client.start("echo out; echo err >&2") as process:
            assert (process.stdout.read(), process.stderr.read()) == (b"out\n", b"err\n")
        with pytest.raises(ValueError, match="stderr: 'none'"):
            client.start("true", stderr="none")  # type: ignore[arg-type]


@pytest.mark.behaviour("client.long-command")
def test_a_long_command_is_run_or_refused(server: Fixture) -> None:
    with port_of(server) as port, connected(server, port, engine="libssh2") as client:
        for length in (10, 34_725):
            assert client.run("echo on #".ljust(length, "x")).text == "on\n"
        with pytest.raises(swiftssh.SSHError, match="34726 bytes long, and this engine can send 34725"):
            client.run("echo on #".ljust(34_726, "x"))
        assert client.run("echo on").text == "on\n"
    with port_of(server) as port, connected(server, port, engine="native") as client:
        assert client.run("echo on #".ljust(130_000, "x")).text == "on\n"
        # What is longer than the server's system takes as an argument the server refuses to run.
        assert client.run("echo on #".ljust(262_076, "x")).exit_status not in (0, None)
        with pytest.raises(swiftssh.SSHError, match="300000 bytes long, and this engine can send 262076"):
            client.run("echo on #".ljust(300_000, "x"))
        assert client.run("echo on").text == "on\n"
