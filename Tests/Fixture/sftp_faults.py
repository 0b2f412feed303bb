"""What the scripted SFTP server does to the replies of an honest one: a function for each mode."""

from __future__ import annotations

import os
import select
import signal
import struct
import threading
from collections.abc import Callable
from typing import NamedTuple, Protocol

import sftp_packets as packets
from sftp_packets import Request, string, uint32, uint64

ESCAPES = b"\x1b[2J\x1b]0;title\x07\xff\xfe"
STRANGE = 0x40000000


class Server(Protocol):
    """What a fault may use."""

    value: int | None
    held: list[bytes]
    previous: int

    def send(self, content: bytes) -> None:
        """Sends a packet."""

    def raw(self, data: bytes) -> None:
        """Sends bytes as they are."""

    def event(self, text: str) -> None:
        """Writes a line into the log."""

    def wait_for_gate(self) -> None:
        """Returns when the gate has been opened and closed."""

    def end(self) -> None:
        """Ends the program."""


class Fault(NamedTuple):
    """A mode: what is done, to which request's reply (`--on` says otherwise), and whether to all of them."""

    apply: Callable[[Server, Request, bytes], None]
    request: str = "read"
    repeated: bool = False


def changed(change: Callable[[Request, bytes], bytes]) -> Callable[[Server, Request, bytes], None]:
    """Returns a fault that sends another content."""
    return lambda server, request, reply: server.send(change(request, reply))


def head(reply: bytes) -> bytes:
    """Returns the type and identifier of a reply."""
    return reply[:5]


def with_identifier(reply: bytes, identifier: int) -> bytes:
    """Returns the reply to another request."""
    return reply[:1] + uint32(identifier) + reply[5:]


def data_of(reply: bytes) -> bytes | None:
    """Returns the bytes of a DATA, None for other replies."""
    return reply[9:] if reply[0] == packets.DATA else None


def with_data(change: Callable[[bytes], bytes]) -> Callable[[Server, Request, bytes], None]:
    """Returns a fault that changes the bytes of a DATA and leaves other replies alone."""
    def apply(request: Request, reply: bytes) -> bytes:
        data = data_of(reply)
        return reply if data is None else head(reply) + string(change(data))
    return changed(apply)


def long_field(request: Request, reply: bytes) -> bytes:
    """A length within the packet that goes past its end."""
    if reply[0] == packets.STATUS:
        return reply[:9] + uint32(0xFFFFFFF0) + b"text"
    if reply[0] == packets.ATTRS:
        return head(reply) + uint32(packets.EXTENDED) + uint32(1) + uint32(0xFFFFFFF0) + b"name"
    if reply[0] == packets.NAME:
        return head(reply) + uint32(1) + uint32(0xFFFFFFF0) + b"name"
    return head(reply) + uint32(0xFFFFFFF0) + reply[9:]


def long_name_after_name(request: Request, reply: bytes) -> bytes:
    """A NAME whose long name, added to the name before it, overflows 32 bits."""
    return head(reply) + uint32(1) + string(b"name") + uint32(0xFFFFFFFC) + b"long" + uint32(0)


def huge_count(request: Request, reply: bytes) -> bytes:
    """A count of names, or of extended attributes, that no packet can hold."""
    if reply[0] == packets.ATTRS:
        return head(reply) + uint32(packets.EXTENDED) + uint32(0x80000000) + string(b"a") + string(b"b")
    return packets.reply(packets.NAME, request.identifier, uint32(0x80000000) + reply[9:])


def wrong_type(request: Request, reply: bytes) -> bytes:
    """A reply of a type that answers other requests."""
    if reply[0] == packets.HANDLE:
        return packets.names(request.identifier, [(b"name", 0, uint32(0))])
    return packets.reply(packets.HANDLE, request.identifier, string(b"handle"))


def duplicate(server: Server, request: Request, reply: bytes) -> None:
    """The reply twice."""
    server.send(reply)
    server.send(reply)


def unasked(server: Server, request: Request, reply: bytes) -> None:
    """A reply to nothing, and then the right one."""
    server.send(with_identifier(reply, request.identifier ^ STRANGE))
    server.send(reply)


def announced(server: Server, request: Request, reply: bytes) -> None:
    """A packet of 16 MiB, or of the value, and all of its bytes, however many they are."""
    length = 16 << 20 if server.value is None else server.value
    server.raw(uint32(length) + reply)
    left = length - len(reply)
    while left > 0:
        piece = min(left, 65536)
        server.raw(bytes(piece))
        left -= piece
    server.event("SENT")


def cut(server: Server, request: Request, reply: bytes) -> None:
    """Half of a packet, and the end of the subsystem."""
    packet = string(reply)
    server.raw(packet[:len(packet) // 2 if server.value is None else server.value])
    server.end()


def killed(server: Server, request: Request, reply: bytes) -> None:
    """The end of the subsystem by a signal."""
    os.kill(os.getpid(), signal.SIGKILL)


def late(server: Server, request: Request, reply: bytes) -> None:
    """The reply when the gate has been opened and closed; others go on meanwhile."""
    def deliver() -> None:
        server.wait_for_gate()
        server.event("RELEASED")
        server.send(reply)
    server.event("HELD")
    threading.Thread(target=deliver, daemon=True).start()


def silent(server: Server, request: Request, reply: bytes) -> None:
    """Nothing any more, and nothing is read either."""
    server.event("SILENT")
    hangup = select.poll()
    hangup.register(0, 0)
    hangup.poll()
    server.end()


def reordered(server: Server, request: Request, reply: bytes) -> None:
    """The replies to what has come together, the last one first; the server sends them when no more comes."""
    server.held.append(reply)


def numbered(server: Server, request: Request, reply: bytes) -> None:
    """A STATUS of the value, or one that nobody knows, with a text that drives a terminal."""
    server.send(packets.status(request.identifier, 4242 if server.value is None else server.value, ESCAPES + b"why"))


def sized(server: Server, request: Request, reply: bytes) -> None:
    """Attributes whose size is the value."""
    if reply[0] == packets.ATTRS:
        flags = struct.unpack(">I", reply[5:9])[0] | packets.SIZE
        reply = reply[:5] + uint32(flags) + uint64(server.value or 0) + reply[17:]
    server.send(reply)


def with_extended(request: Request, reply: bytes) -> bytes:
    """Attributes with two extended ones at their end."""
    if reply[0] != packets.ATTRS:
        return reply
    flags = struct.unpack(">I", reply[5:9])[0] | packets.EXTENDED
    return reply[:5] + uint32(flags) + reply[9:] + uint32(2) + (string(b"colour@example.org") + string(b"blue")) * 2


def truncated(server: Server, request: Request, reply: bytes) -> None:
    """The first bytes of a reply as a whole packet, as many as the value says, or 3."""
    server.send(reply[:3 if server.value is None else server.value])


FAULTS: dict[str, Fault] = {
    # Broken packets.
    "truncated": Fault(truncated),
    "empty-packet": Fault(changed(lambda request, reply: b"")),
    "long-field": Fault(changed(long_field)),
    "long-name-overflow": Fault(changed(long_name_after_name), "readdir"),
    "huge-count": Fault(changed(huge_count), "readdir"),
    "no-names": Fault(changed(lambda request, reply: head(reply) + uint32(0)), "readdir"),
    "trailing": Fault(changed(lambda request, reply: reply + b"more")),
    "announced": Fault(announced),
    # Replies that answer nothing, or not what was asked.
    "previous-id": Fault(lambda server, request, reply: server.send(with_identifier(reply, server.previous))),
    "unknown-id": Fault(changed(lambda request, reply: with_identifier(reply, request.identifier ^ STRANGE))),
    "duplicate": Fault(duplicate),
    "unasked": Fault(unasked),
    "wrong-type": Fault(changed(wrong_type)),
    "unknown-type": Fault(changed(lambda request, reply: b"\xfa" + reply[1:])),
    "request": Fault(changed(lambda request, reply: b"\x03" + reply[1:])),
    "version-again": Fault(changed(lambda request, reply: bytes([packets.VERSION]) + uint32(3))),
    "ok": Fault(changed(lambda request, reply: packets.status(request.identifier, packets.OK, "Success")), "open"),
    "long-handle": Fault(changed(lambda request, reply: head(reply) + string(bytes(257))), "open"),
    "empty-handle": Fault(changed(lambda request, reply: head(reply) + string(b"")), "open"),
    # Data.
    "longer-data": Fault(with_data(lambda data: data + b"!")),
    "empty-data": Fault(with_data(lambda data: b"")),
    "eof-with-data": Fault(changed(lambda request, reply: packets.status(request.identifier, packets.EOF, "")
                                   + string(data_of(reply) or b"data"))),
    "early-eof": Fault(changed(lambda request, reply: packets.status(request.identifier, packets.EOF, "End of file"))),
    "size": Fault(sized, "fstat", True),
    # Replies that do not come, or come in another way.
    "missing": Fault(lambda server, request, reply: server.event("MISSING")),
    "silent": Fault(silent),
    "late": Fault(late),
    "cut": Fault(cut),
    "ended": Fault(lambda server, request, reply: server.end()),
    "killed": Fault(killed),
    # Statuses.
    "status": Fault(numbered),
    # What is unusual and allowed.
    "shorter-data": Fault(with_data(lambda data: data[:len(data) // 2 + 1]), "read", True),
    "single-bytes": Fault(with_data(lambda data: data[:1]), "read", True),
    "reordered": Fault(reordered, "any", True),
    "no-text": Fault(changed(lambda request, reply: reply[:9] if reply[0] == packets.STATUS else reply), "any", True),
    "extended-attributes": Fault(changed(with_extended), "any", True),
}

HELLO = bytes([packets.VERSION])
GREETINGS: dict[str, bytes | None] = {
    "version-0": string(HELLO + uint32(0)),
    "version-2": string(HELLO + uint32(2)),
    "version-6": string(HELLO + uint32(6)),
    "version-huge": string(HELLO + uint32(0xFFFFFFFF)),
    "version-text": b"Welcome to the machine.\nToday is a good day.\n",
    "version-garbage": bytes(range(255, 0, -1)) * 4,
    "version-announced": uint32(16 << 20) + HELLO + uint32(3),
    "version-empty": string(b""),
    "version-short": string(HELLO + b"\0\0"),
    "version-status": string(packets.status(0, packets.FAILURE, ESCAPES + b"go away")),
    "version-half-extension": string(HELLO + uint32(3) + string(b"limits@openssh.com")),
    "version-long-extension": string(HELLO + uint32(3) + string(b"x") + uint32(0xFFFFFFF0)),
    "version-cut": uint32(100) + HELLO + uint32(3),
    "version-ended": b"",
    "version-missing": None,
}
LIMITS: dict[str, tuple[int, ...]] = {
    "limits-zero": (0, 0, 0, 0), "limits-one": (1, 1, 1, 1), "limits-huge": (1 << 63, 1 << 63, (1 << 64) - 1, 1 << 63),
    "limits-short": (262144, 261120),
}
