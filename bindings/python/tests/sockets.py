"""What is at the other end of forwarded connections."""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import random
import socket
import threading
from collections.abc import Callable, Iterator

from swiftssh.ssh2.channel import Channel

Handler = Callable[[socket.socket], None]
PATIENCE = 30.0


def echo(connection: socket.socket) -> None:
    """Sends back what comes, until it ends."""
    while data := connection.recv(65536):
        connection.sendall(data)


@contextlib.contextmanager
def serving(handle: Handler, path: str | None = None) -> Iterator[int]:
    """Serves a free port of the loopback interface, or a UNIX socket, and gives the port.

    handle: is given each connection in a thread of its own; it is closed afterwards.
    """
    listener = socket.socket(socket.AF_UNIX if path else socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(path or ("127.0.0.1", 0))
    listener.listen(64)

    def one(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            handle(connection)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                connection.settimeout(PATIENCE)
                threading.Thread(target=one, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield 0 if path else int(listener.getsockname()[1])
    finally:
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def closed_port() -> int:
    """Returns a port of the loopback interface that nobody listens on, now or later."""
    holder = socket.socket()
    atexit.register(holder.close)
    holder.bind(("127.0.0.1", 0))
    return int(holder.getsockname()[1])


def connected(port: int) -> socket.socket:
    """Returns a connection to a port of the loopback interface."""
    return socket.create_connection(("127.0.0.1", port), PATIENCE)


def received(sock: socket.socket, count: int) -> bytes:
    """Returns `count` bytes, fewer at the end of the stream."""
    data = bytearray()
    while len(data) < count and (more := sock.recv(min(count - len(data), 1 << 20))):
        data += more
    return bytes(data)


def noise(count: int, seed: int) -> bytes:
    """Returns bytes that are the same in every run and repeat nowhere."""
    return random.Random(seed).randbytes(count)


def digest(data: bytes) -> str:
    """Returns what tells two large texts apart."""
    return hashlib.sha256(data).hexdigest()


def write_all(channel: Channel, data: bytes) -> None:
    """Writes everything and ends the stream, in blocking mode."""
    assert channel.write(data)[1] == len(data)
    assert channel.send_eof() == 0


def read_exactly(channel: Channel, count: int) -> bytes:
    """Returns `count` bytes of standard output, fewer at the end of the stream, in blocking mode."""
    data = bytearray()
    while len(data) < count:
        number, more = channel.read(count - len(data))
        if number == 0:
            break
        data += more
    return bytes(data)
