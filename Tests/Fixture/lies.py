"""What an asyncssh server can be made to say that no server says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from asyncssh.connection import SSHConnection
from asyncssh.packet import Boolean, Byte, String, UInt32

KEX_REPLY, CHANNEL_OPEN, OPEN_CONFIRMATION, CHANNEL_REQUEST = 31, 90, 91, 98
Send = Callable[..., None]


class Tampering:
    """Encrypts as the connection does, and changes one packet."""

    def __init__(self, encryption: Any, change: Callable[[Any, int, bytes, bytes], tuple[bytes, bytes]]) -> None:
        """`change` encrypts the next packet, wrongly."""
        self._encryption, self._change = encryption, change

    def encrypt_packet(self, sequence: int, header: bytes, packet: bytes) -> tuple[bytes, bytes]:
        """Encrypts a packet: what asyncssh calls."""
        return self._change(self._encryption, sequence, header, packet)


def wrong_mac(encryption: Any, sequence: int, header: bytes, packet: bytes) -> tuple[bytes, bytes]:
    """The packet is right, its authentication code is not."""
    data, mac = encryption.encrypt_packet(sequence, header, packet)
    return data, mac[:-1] + bytes([mac[-1] ^ 1])


def wrong_length(encryption: Any, sequence: int, header: bytes, packet: bytes) -> tuple[bytes, bytes]:
    """The packet says that it is longer than any may be."""
    encrypted: tuple[bytes, bytes] = encryption.encrypt_packet(sequence, UInt32(0x7FFFFFF0), packet)
    return encrypted


class Noise:
    """Compresses nothing."""

    def compress(self, data: bytes) -> bytes:
        """Returns what cannot be decompressed."""
        return b"\xff" * 64


def host_key(connection: SSHConnection, kind: int, content: bytes) -> bytes:
    """The host's signature is another's."""
    return content[:-1] + bytes([content[-1] ^ 1]) if kind == KEX_REPLY else content


def mac(connection: SSHConnection, kind: int, content: bytes) -> bytes:
    """From the first channel on, packets have wrong authentication codes."""
    if kind == OPEN_CONFIRMATION:
        connection._send_encryption = Tampering(connection._send_encryption, wrong_mac)
    return content


def length(connection: SSHConnection, kind: int, content: bytes) -> bytes:
    """From the first channel on, packets have impossible lengths."""
    if kind == OPEN_CONFIRMATION:
        connection._send_encryption = Tampering(connection._send_encryption, wrong_length)
    return content


def compression(connection: SSHConnection, kind: int, content: bytes) -> bytes:
    """From the first channel on, what is compressed is noise."""
    if kind == OPEN_CONFIRMATION:
        connection._compressor = Noise()
    return content


def confirmation(connection: SSHConnection, kind: int, content: bytes) -> bytes:
    """The first channel's confirmation is cut short."""
    return content[:8] if kind == OPEN_CONFIRMATION else content


def signal_name(connection: SSHConnection, kind: int, content: bytes) -> bytes:
    """The first request on a channel is a signal with a name as long as memory."""
    if kind != CHANNEL_REQUEST:
        return content
    return content[:4] + String("exit-signal") + Boolean(False) + UInt32(0xFFFFFFF0) + Byte(65)


def forwarded(connection: SSHConnection, kind: int, content: bytes) -> bytes:
    """A connection that is handed over is not described."""
    return content[:24] if kind == CHANNEL_OPEN else content


LIES = {
    "host-key": host_key, "mac": mac, "length": length, "compression": compression, "confirmation": confirmation,
    "signal-name": signal_name, "forwarded": forwarded,
}


def tell(name: str) -> None:
    """Has every connection of this process tell a lie of LIES."""
    send: Send = SSHConnection.send_packet

    def lying(self: SSHConnection, kind: int, *parts: bytes, handler: Any = None) -> None:
        send(self, kind, LIES[name](self, kind, b"".join(parts)), handler=handler)

    SSHConnection.send_packet = lying
