"""Directories that no file system has, under the path /hostile: names that lead elsewhere, links, and no end."""

from __future__ import annotations

import itertools
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import sftp_packets as packets
from sftp_files import Entry, Files
from sftp_packets import Request

TOP = b"/hostile"
FILE, DIRECTORY, LINK = stat.S_IFREG | 0o644, stat.S_IFDIR | 0o755, stat.S_IFLNK | 0o777
TEXT = b"hostile\n"


class Node(NamedTuple):
    """A file, a directory or a link."""

    mode: int = FILE
    content: bytes = TEXT
    entries: Callable[[], Iterable[tuple[bytes, "Node"]]] = tuple
    listed_mode: int | None = None

    def attributes(self) -> bytes:
        """Returns the attributes that STAT gives."""
        return packets.plain_attributes(self.mode, len(self.content))


def directory(*entries: tuple[bytes, Node]) -> Node:
    """Returns a directory with these entries."""
    return Node(DIRECTORY, b"", lambda: entries)


def link(target: bytes) -> Node:
    """Returns a symbolic link."""
    return Node(LINK, target)


GOOD = (b"good", Node())
TRAP = (b"trap", directory((b"file", Node())))


def bottomless() -> Node:
    """Returns a directory that holds itself."""
    return Node(DIRECTORY, b"", lambda: [GOOD, (b"again", bottomless())])


def endless() -> Iterator[tuple[bytes, Node]]:
    """Returns names without an end."""
    return ((b"name %d" % number, Node()) for number in itertools.count())


TREES: dict[str, Node] = {
    "hostile-names": directory(
        GOOD, (b"../up", Node()), (b"/tmp/absolute", Node()), (b"a/b", Node()), (b"nul\0byte", Node()), (b"", Node()),
        (b"\x1b[2J\x1b]0;title\x07", Node()), (b"line\nbreak", Node()), (b"\xff\xfe", Node()), (b".", Node()),
        (b"..", directory((b"file", Node()))), (b".", Node()), (b"..", Node()), (b"../directory", directory(GOOD)),
        (b"x/../../y", Node()), (b"n" * 100_000, Node()), (b"n" * 256, Node()), (b"last", Node())),
    "links-out": directory(
        GOOD, (b"absolute", link(b"/etc/passwd")), (b"relative", link(b"../../../outside")), (b"parent", link(b"..")),
        (b"nul", link(b"a\0b")), (b"nothing", link(b"")), (b"inside", link(b"good"))),
    "link-loop": directory(GOOD, (b"itself", link(b"itself")), (b"here", link(b".")),
                           (b"one", link(b"two")), (b"two", link(b"one"))),
    # A link first, then a directory of the same name: what is written into the one would land where the other leads.
    "trap": directory(GOOD, (b"trap", link(b"../outside")), TRAP, GOOD),
    "lying-types": directory(
        GOOD, (b"file", Node(DIRECTORY, b"", lambda: [GOOD], FILE)), (b"directory", Node(listed_mode=DIRECTORY)),
        (b"link", Node(listed_mode=LINK))),
    "no-attributes": directory(GOOD, (b"inner", directory(GOOD)), (b"inside", link(b"good"))),
    "bottomless": bottomless(),
    "endless-directory": Node(DIRECTORY, b"", endless),
}


def step(node: Node, path: bytes) -> tuple[Node, bytes] | None:
    """Returns the entry that a path begins with, and what follows its name; None for none."""
    for name, child in node.entries():
        if name == path:
            return child, b""
        if name and path.startswith(name + b"/"):
            return child, path[len(name) + 1:]
        if name.startswith(b"name ") and not path.startswith(b"name "):
            return None
    return None


def find(node: Node, path: bytes) -> Node | None:
    """Returns what a path leads to. Names are compared as they are, `..` and all."""
    while path:
        found = step(node, path)
        if not found:
            return None
        node, path = found
    return node


class Tree(Files):
    """The honest server, with one of the trees at /hostile besides."""

    def __init__(self, mode: str) -> None:
        """`mode`: a name of TREES."""
        super().__init__()
        self.tree = TREES[mode]
        self.bare = mode == "no-attributes"
        self.contents: dict[bytes, bytes] = {}

    def node(self, request: Request) -> Node | None:
        """Returns what is at a request's path, None outside the tree. Raises FileNotFoundError within it."""
        path = request.again().string()
        if path != TOP and not path.startswith(TOP + b"/"):
            return None
        found = find(self.tree, path[len(TOP) + 1:])
        if not found:
            raise FileNotFoundError(2, "No such file or directory")
        return found

    def stat(self, request: Request) -> bytes:
        """STAT: links are not followed."""
        node = self.node(request)
        return packets.reply(packets.ATTRS, request.identifier, node.attributes()) if node else super().stat(request)

    def lstat(self, request: Request) -> bytes:
        """LSTAT."""
        node = self.node(request)
        return packets.reply(packets.ATTRS, request.identifier, node.attributes()) if node else super().lstat(request)

    def opendir(self, request: Request) -> bytes:
        """OPENDIR."""
        node = self.node(request)
        if not node:
            return super().opendir(request)
        if not stat.S_ISDIR(node.mode):
            raise NotADirectoryError(20, "Not a directory")
        return self.listing(request, (self.entry(name, child) for name, child in node.entries()))

    def entry(self, name: bytes, node: Node) -> Entry:
        """Returns a line of a listing."""
        mode = node.mode if node.listed_mode is None else node.listed_mode
        return name, mode, packets.plain_attributes(mode, len(node.content))

    def readlink(self, request: Request) -> bytes:
        """READLINK."""
        node = self.node(request)
        if not node:
            return super().readlink(request)
        if not stat.S_ISLNK(node.mode):
            raise OSError(22, "Invalid argument")
        return packets.names(request.identifier, [(node.content, 0, packets.uint32(0))])

    def realpath(self, request: Request) -> bytes:
        """REALPATH: a path of the tree is its own."""
        path = request.again().string()
        if self.node(request):
            return packets.names(request.identifier, [(path, 0, packets.uint32(0))])
        return super().realpath(request)

    def open(self, request: Request) -> bytes:
        """OPEN."""
        node = self.node(request)
        if not node:
            return super().open(request)
        if not stat.S_ISREG(node.mode):
            raise IsADirectoryError(21, "Is a directory")
        handle = self.handle(b"content ")
        self.contents[handle] = node.content
        return packets.reply(packets.HANDLE, request.identifier, packets.string(handle))

    def content(self, request: Request) -> bytes | None:
        """Takes a handle; returns what its file holds, None when it is not of the tree."""
        return self.contents.get(request.again().string())

    def read(self, request: Request) -> bytes:
        """READ."""
        content = self.content(request)
        if content is None:
            return super().read(request)
        request.string()
        offset, count = request.uint64(), request.uint32()
        data = content[offset:offset + count]
        if not data:
            return packets.status(request.identifier, packets.EOF, "End of file")
        return packets.reply(packets.DATA, request.identifier, packets.string(data))

    def fstat(self, request: Request) -> bytes:
        """FSTAT."""
        content = self.content(request)
        if content is None:
            return super().fstat(request)
        return packets.reply(packets.ATTRS, request.identifier, packets.plain_attributes(FILE, len(content)))

    def close(self, request: Request) -> bytes:
        """CLOSE."""
        handle = request.again().string()
        return self.done(request) if self.contents.pop(handle, None) is not None else super().close(request)
