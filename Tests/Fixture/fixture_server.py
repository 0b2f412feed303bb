"""What every server of the fixture has in common: its port, its events, and its end with its standard input."""

import os
import select
import socket
import subprocess
import threading
from collections.abc import Callable

stopping = threading.Event()


def host_keys(facts: dict[str, str], name: str) -> list[str]:
    """Returns the files of the host keys to offer.

    Parameters:
        facts: what fixture.json says.
        name: a host key's name, or `all` for one of every kind.
    """
    if name != "all":
        return [facts[f"host_key_{name}"]]
    names = ("host_key_ed25519", "host_key_ecdsa", "client_key_ecdsa_384", "client_key_ecdsa_521", "host_key_rsa")
    return [facts[name] for name in names]


def listen(address: str = "127.0.0.1") -> socket.socket:
    """Returns a socket that listens on a free port of a loopback address."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((address, 0))
    listener.listen(1024)
    return listener


def announce(port: int) -> None:
    """Prints the line `PORT n`, by which a test knows that it can connect."""
    os.write(1, f"PORT {port}\n".encode())


def event(text: str) -> None:
    """Prints one line about what happened. It is dropped when nobody has read the earlier ones."""
    if select.select([], [1], [], 0)[1]:
        try:
            os.write(1, f"{text}\n".encode())
        except OSError:
            pass


def wait_for_end_of_input() -> None:
    """Returns when standard input ends: the test has closed it, or has died."""
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    stopping.set()


def serve(listener: socket.socket, handle: Callable[[socket.socket], None]) -> None:
    """Accepts connections until standard input ends, each handled in a thread of its own.

    Parameters:
        listener: the listening socket.
        handle: is given each connection; it closes it, or hands it on.
    """
    port = listener.getsockname()[1]
    ended = threading.Thread(target=wait_for_end_of_input, daemon=True)

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=handle, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    ended.start()
    announce(port)
    ended.join()


def spawn(command: list[str], connection: socket.socket) -> subprocess.Popen[bytes]:
    """Starts a command with a connection as its standard input and output, as inetd does."""
    return subprocess.Popen(command, stdin=connection.fileno(), stdout=connection.fileno(), start_new_session=True)
