"""Clients for the tests, with servers on ports."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import threading
from collections.abc import Iterator
from typing import Any

import swiftssh
from servers import Fixture


@contextlib.contextmanager
def port_of(fixture: Fixture, *options: str, script: tuple[str, ...] = ()) -> Iterator[int]:
    """Serves OpenSSH on a port for as long as a `with` block runs; `options` are lines of its configuration."""
    arguments = [word for option in options for word in ("-o", option)]
    command = [fixture["serve"], "--", fixture["sshd_inetd"], *script, *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdin
        yield int(process.stdout.readline().split()[1])
        process.stdin.close()
        process.wait()


def connected(fixture: Fixture, port: int, **changes: Any) -> swiftssh.Client:
    """Returns a client that knows the server and has the user's key and nothing else; `changes` are arguments of connect()."""
    arguments: dict[str, Any] = {
        "user": fixture["user"],
        "config": False,
        "known_hosts": fixture["known_hosts"],
        "agent": False,
        "key_files": fixture["client_key"],
        **changes,
    }
    return swiftssh.connect("127.0.0.1", port=port, **arguments)


class Echo:
    """A server on a port that sends back what comes, for as long as a `with` block runs."""

    def __enter__(self) -> int:
        """Returns its port."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()
        port = self._listener.getsockname()[1]
        assert isinstance(port, int)
        return port

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._echo, args=(connection,), daemon=True).start()

    def _echo(self, connection: socket.socket) -> None:
        with connection:
            while data := connection.recv(65536):
                connection.sendall(data)

    def __exit__(self, *ignored: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


def exchanged(port: int, data: bytes) -> bytes:
    """Sends bytes to a port with their end, and returns all that comes back."""
    with socket.create_connection(("127.0.0.1", port)) as connection:

        def send() -> None:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)

        sending = threading.Thread(target=send)
        sending.start()
        pieces = []
        while piece := connection.recv(65536):
            pieces.append(piece)
        sending.join()
        return b"".join(pieces)
