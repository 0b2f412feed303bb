"""The faults that a peer makes by itself, with no real server behind it."""

import random
import socket
import struct
import threading
from collections.abc import Callable

import fixture_server as server

IDENTIFICATION = b"SSH-2.0-Scripted_1.0\r\n"
HUGE = 0xFFFFFFF0


class Conversation:
    """One connection: what the client sends is read and thrown away, what the mode yields is sent."""

    def __init__(self, connection: socket.socket, value: int | None) -> None:
        """Takes over a connection. `value` is the mode's, from the command line."""
        self.connection = connection
        self.value = value
        self.sent = 0
        self.received = 0
        self.client_ended = threading.Event()

    def run(self, mode: Callable[["Conversation"], None]) -> None:
        """Plays a mode, waits for the client to go, and prints what went over the line."""
        reader = threading.Thread(target=self._read, daemon=True)
        reader.start()
        try:
            mode(self)
        except OSError:
            pass
        if self.connection.fileno() >= 0:
            reader.join()
            self.connection.close()
        server.event(f"ENDED sent={self.sent} received={self.received}")

    def _read(self) -> None:
        try:
            while data := self.connection.recv(65536):
                self.received += len(data)
        except OSError:
            pass
        self.client_ended.set()

    def send(self, data: bytes) -> None:
        """Sends all of `data`. Raises OSError when the client has gone."""
        self.connection.sendall(data)
        self.sent += len(data)

    def flood(self, data: bytes) -> None:
        """Sends `data` again and again until the client has gone."""
        while not self.client_ended.is_set():
            self.send(data)

    def finish(self) -> None:
        """Ends the stream tidily: the client sees its end, and no reset."""
        self.connection.shutdown(socket.SHUT_WR)

    def reset(self) -> None:
        """Resets the connection."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.shutdown(socket.SHUT_RD)
        self.client_ended.wait()
        self.connection.close()


def garbage(length: int) -> bytes:
    """Returns bytes that are random, always the same, and hold no end of line."""
    return bytes(byte for byte in random.Random(7).randbytes(length * 2) if byte not in b"\r\n")[:length]


def banner_then_garbage(conversation: Conversation) -> None:
    """Identifies itself and sends random bytes whose first length field is a believable one."""
    conversation.send(IDENTIFICATION + struct.pack(">IB", 1020, 9) + garbage(65536))


def banner_then_close(conversation: Conversation) -> None:
    """Identifies itself, then ends the stream."""
    conversation.send(IDENTIFICATION)
    conversation.finish()


def huge_packet(conversation: Conversation) -> None:
    """Identifies itself and begins a packet of an impossible length."""
    length = HUGE if conversation.value is None else conversation.value
    conversation.send(IDENTIFICATION + struct.pack(">IBB", length, 4, 20) + bytes(64))


def endless_banner(conversation: Conversation) -> None:
    """Begins an identification that has no end."""
    conversation.send(b"SSH-2.0-")
    conversation.flood(b"A" * 4096)


def http(conversation: Conversation) -> None:
    """Answers as a web server does."""
    conversation.send(b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n"
                      b"Connection: close\r\n\r\nBad Request\n")
    conversation.finish()


MODES: dict[str, Callable[[Conversation], None]] = {
    "silent": lambda conversation: None,
    "close": Conversation.finish,
    "reset": Conversation.reset,
    "garbage": lambda conversation: conversation.send(garbage(4096) + b"\n" + garbage(4096)),
    "http": http,
    "endless-banner": endless_banner,
    "endless-line": lambda conversation: conversation.flood(b"A" * 4096),
    "endless-lines": lambda conversation: conversation.flood(b"Welcome, and wait a little longer.\r\n" * 100),
    "ssh1": lambda conversation: conversation.send(b"SSH-1.5-Scripted_1.0\n"),
    "banner-then-close": banner_then_close,
    "banner-then-silent": lambda conversation: conversation.send(IDENTIFICATION),
    "banner-then-garbage": banner_then_garbage,
    "huge-packet": huge_packet,
}
