"""The test servers: sshd on one end of a socket pair, and peers that misbehave."""

from __future__ import annotations

import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from types import TracebackType

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.session import Session

TOOLS = pathlib.Path(__file__).resolve().parents[3] / "Tests/Fixture"


def _state(process: int) -> tuple[str, int]:
    """Returns a process's state, `X` when there is none, and its parent."""
    try:
        state, parent = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()[:2]
    except OSError:
        return "X", 0
    return state, int(parent)


def all_servers(number: int) -> None:
    """Sends a signal to all of this process's children, and theirs."""
    tree = subprocess.run(["ps", "-e", "-o", "pid=,ppid=,comm="], capture_output=True, text=True).stdout
    children = [line.split(None, 2) for line in tree.splitlines()]
    parents = [str(os.getpid())]
    for parent in parents:
        parents += [child for child, its_parent, name in children if its_parent == parent and name != "ps"]
    for child in parents[1:]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(child), number)


def _descendants(processes: set[int]) -> set[int]:
    """Returns the processes that are those, their children, and so on."""
    parents = {number: _state(number)[1] for number in map(int, filter(str.isdigit, os.listdir("/proc")))}
    found, more = set(processes), set(processes)
    while more:
        more = {number for number, parent in parents.items() if parent in more} - found
        found |= more
    return found


class Fixture:
    """A directory with keys and accounts, and the servers that use them. Ends what it started in close()."""

    def __init__(self, directory: pathlib.Path) -> None:
        subprocess.run([str(TOOLS / "make_fixture"), str(directory)], check=True, stdout=subprocess.DEVNULL)
        self.directory = directory
        self.facts: dict[str, str] = json.loads((directory / "fixture.json").read_text())
        self._running: list[tuple[subprocess.Popen[bytes], socket.socket]] = []

    def __getitem__(self, fact: str) -> str:
        return self.facts[fact]

    def key(self, name: str) -> str:
        """Returns the path of a key file in the fixture."""
        return str(pathlib.Path(self.facts["keys"]) / name)

    def sshd(self, *arguments: str) -> socket.socket:
        """Starts an sshd for one connection and returns the socket to it."""
        near, far = socket.socketpair()
        command = [self.facts["sshd_inetd"], *arguments]
        self._running.append((subprocess.Popen(command, stdin=far.fileno(), stdout=far.fileno()), near))
        far.close()
        return near

    def session(self, *arguments: str) -> Session:
        """Returns a session that has shaken hands with an sshd of its own."""
        session = Session()
        session.set_timeout(20_000)
        session.handshake(self.sshd(*arguments))
        return session

    def logged_in(self, *arguments: str) -> Session:
        """Returns a session that has logged in."""
        session = self.session(*arguments)
        session.userauth_publickey_fromfile(self["user"], self["client_key"])
        return session

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Stops every sshd and what it has started while a `with` block runs, so that nothing is answered."""
        stopped: set[int] = set()
        try:
            while more := _descendants({process.pid for process, _ in self._running}) - stopped:
                stopped |= more
                for number in more:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(number, signal.SIGSTOP)
                while not all(_state(number)[0] in "TZX" for number in more):
                    time.sleep(0.001)
            yield
        finally:
            for number in stopped:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(number, signal.SIGCONT)

    def end_servers(self) -> None:
        """Ends every sshd that is still there."""
        while self._running:
            process, near = self._running.pop()
            near.close()
            process.terminate()
            process.wait()


class Peer:
    """A server of the fixture on a port of the loopback interface, for as long as a `with` block runs."""

    def __init__(self, *arguments: str, program: str = "scripted_peer") -> None:
        self._process = subprocess.Popen(
            [str(TOOLS / program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> socket.socket:
        """Returns a socket that is connected to the peer."""
        assert self._process.stdout
        port = int(self._process.stdout.readline().split()[1])
        self._socket = socket.create_connection(("127.0.0.1", port))
        return self._socket

    def wait_for(self, event: str) -> None:
        """Waits until the peer says that something has happened."""
        assert self._process.stdout
        assert any(line.rstrip("\n") == event for line in self._process.stdout)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self._process.communicate()


def opened(session: Session) -> Channel:
    """Returns a new channel of a session in blocking mode."""
    channel = session.open_session()
    assert isinstance(channel, Channel)
    return channel


def started(session: Session, command: str | bytes) -> Channel:
    """Returns a channel that runs a command."""
    channel = opened(session)
    assert channel.execute(command) == 0
    return channel


def read_all(channel: Channel, size: int = 65536) -> bytes:
    """Returns all of the channel's standard output."""
    pieces: list[bytes] = []
    while True:
        count, data = channel.read(size)
        assert count == len(data)
        if count == 0:
            return b"".join(pieces)
        pieces.append(data)


def finish(channel: Channel) -> None:
    """Waits for the end of a command, whose output has been read."""
    assert channel.wait_eof() == 0
    assert channel.close() == 0
    assert channel.wait_closed() == 0
