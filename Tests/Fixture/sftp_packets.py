"""The packets of SFTP version 3, as the scripted server reads and writes them."""

from __future__ import annotations

import os
import stat
import struct

REQUESTS = {
    1: "init", 3: "open", 4: "close", 5: "read", 6: "write", 7: "lstat", 8: "fstat", 9: "setstat", 10: "fsetstat",
    11: "opendir", 12: "readdir", 13: "remove", 14: "mkdir", 15: "rmdir", 16: "realpath", 17: "stat", 18: "rename",
    19: "readlink", 20: "symlink", 200: "extended",
}
VERSION, STATUS, HANDLE, DATA, NAME, ATTRS, EXTENDED_REPLY = 2, 101, 102, 103, 104, 105, 201
OK, EOF, NO_SUCH_FILE, PERMISSION_DENIED, FAILURE, BAD_MESSAGE, OP_UNSUPPORTED = 0, 1, 2, 3, 4, 5, 8
SIZE, OWNERS, PERMISSIONS, TIMES, EXTENDED = 1, 2, 4, 8, 0x80000000


def uint32(value: int) -> bytes:
    """Returns a number of 32 bits."""
    return struct.pack(">I", value)


def uint64(value: int) -> bytes:
    """Returns a number of 64 bits."""
    return struct.pack(">Q", value)


def string(value: bytes | str) -> bytes:
    """Returns a string with its length before it."""
    data = value.encode() if isinstance(value, str) else value
    return uint32(len(data)) + data


def reply(kind: int, identifier: int, body: bytes) -> bytes:
    """Returns the content of a reply, without its length."""
    return bytes([kind]) + uint32(identifier) + body


def status(identifier: int, code: int, text: bytes | str = "") -> bytes:
    """Returns a STATUS."""
    return reply(STATUS, identifier, uint32(code) + string(text) + string("en"))


def attributes(found: os.stat_result) -> bytes:
    """Returns the attributes of a file."""
    return (uint32(SIZE | OWNERS | PERMISSIONS | TIMES) + uint64(found.st_size) + uint32(found.st_uid)
            + uint32(found.st_gid) + uint32(found.st_mode) + uint32(int(found.st_atime) & 0xFFFFFFFF)
            + uint32(int(found.st_mtime) & 0xFFFFFFFF))


def plain_attributes(mode: int, size: int = 0) -> bytes:
    """Returns attributes with a size and a mode only."""
    return uint32(SIZE | PERMISSIONS) + uint64(size) + uint32(mode)


def names(identifier: int, entries: list[tuple[bytes, int, bytes]]) -> bytes:
    """Returns a NAME. `entries`: name, mode and attributes of each."""
    body = uint32(len(entries))
    for name, mode, packed in entries:
        longname = stat.filemode(mode).encode() + b"    1 owner    group           0 Jan  1  2020 " + name
        body += string(name) + string(longname) + packed
    return reply(NAME, identifier, body)


class Broken(Exception):
    """A request of the client's that ends too early."""


class Request:
    """A request of the client's, read from its beginning."""

    def __init__(self, content: bytes) -> None:
        """`content`: the packet without its length."""
        self.rest = content
        self.type = self.take(1)[0]
        self.kind = REQUESTS.get(self.type, f"type {self.type}")
        self.identifier = self.uint32()
        self.body = self.rest

    def take(self, count: int) -> bytes:
        """Takes bytes. Raises Broken where there are fewer."""
        if len(self.rest) < count:
            raise Broken
        value, self.rest = self.rest[:count], self.rest[count:]
        return value

    def uint32(self) -> int:
        """Takes a number of 32 bits."""
        return int(struct.unpack(">I", self.take(4))[0])

    def uint64(self) -> int:
        """Takes a number of 64 bits."""
        return int(struct.unpack(">Q", self.take(8))[0])

    def string(self) -> bytes:
        """Takes a string."""
        return self.take(self.uint32())

    def attributes(self) -> dict[int, tuple[int, ...]]:
        """Takes attributes: the numbers of each kind that is there."""
        flags = self.uint32()
        found: dict[int, tuple[int, ...]] = {}
        if flags & SIZE:
            found[SIZE] = (self.uint64(),)
        if flags & OWNERS:
            found[OWNERS] = (self.uint32(), self.uint32())
        if flags & PERMISSIONS:
            found[PERMISSIONS] = (self.uint32(),)
        if flags & TIMES:
            found[TIMES] = (self.uint32(), self.uint32())
        return found

    def again(self) -> Request:
        """Returns the request from its beginning."""
        return Request(bytes([self.type]) + uint32(self.identifier) + self.body)
