"""The names in directories, and of all that is in them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from . import _abi
from ._calls import Caller, call, owned
from ._handle import Handle
from ._library import function
from ._sftp_attributes import Received
from ._sftp_paths import decoded
from ._sftp_stat import RemoteEntry, received

_ROOM = 4096


class Names:
    """Memory that names are written into, one after the other; it grows where a name is longer."""

    def __init__(self) -> None:
        self.attributes = Received()
        self.buffer = ctypes.create_string_buffer(_ROOM)

    def next(self, name: str, pointer: object, *outputs: object) -> bytes | None:
        """Returns the next name that a function of the library writes; None after the last one."""
        while self.is_too_long(count := self.ask(call, name, pointer, *outputs)):
            pass
        return self.taken(count)

    def ask(self, caller: Caller, name: str, pointer: object, *outputs: object) -> int:
        """Has a function of the library write the next name. Returns its length, 0 after the last one."""
        return caller(name, pointer, self.attributes.pointer, self.buffer, len(self.buffer), *outputs)

    def is_too_long(self, count: int) -> bool:
        """Whether a name of that length did not fit; the next time it does."""
        if count <= len(self.buffer):
            return False
        self.buffer = ctypes.create_string_buffer(count)
        return True

    def taken(self, count: int) -> bytes | None:
        """Returns the name of that length; None for none."""
        return ctypes.string_at(self.buffer, count) if count > 0 else None


def scan(directory: Handle, path: bytes) -> Iterator[RemoteEntry]:
    """Yields what is in an open directory, and closes it."""
    names = Names()
    with directory:
        while (name := names.next("swiftssh_sftp_handle_readdir", directory.pointer, None, 0, None)) is not None:
            if name not in (b".", b".."):
                yield entry_of(name, below(path, name), names)


def entry_of(name: bytes, path: bytes, names: Names, depth: int = 1) -> RemoteEntry:
    """Returns the entry of a name that has just been written."""
    return RemoteEntry(decoded(name), decoded(path), received(names.attributes), depth)


def below(path: bytes, name: bytes) -> bytes:
    return name if path in (b"", b".") else path + (b"" if path.endswith(b"/") else b"/") + name


class Walk:
    """A walk through a directory with all that is in it: each name once, a directory before what is in it, links not followed."""

    def __init__(self, sftp: Handle, path: bytes) -> None:
        made = call.make("swiftssh_sftp_walk", _abi.swiftssh_sftp_walker, sftp.pointer, path)
        self._handle = owned(made, "swiftssh_sftp_walker_free", sftp)
        self._names = Names()
        self._depth = ctypes.c_uint64()

    def __iter__(self) -> Walk:
        return self

    def __next__(self) -> RemoteEntry:
        """Returns the next name. Raises SFTPError for a directory that cannot be listed, or is within more than 256 others; called again, it goes
        on behind that."""
        path = self._names.next("swiftssh_sftp_walker_next", self._handle.pointer, ctypes.byref(self._depth))
        if path is None:
            raise StopIteration
        name = path.rsplit(b"/", 1)[-1]
        return entry_of(name, path, self._names, self._depth.value)

    def skip_directory(self) -> None:
        """Does not go into the directory that was just given."""
        call("swiftssh_sftp_walker_skip_directory", self._handle.pointer)


def found(paths: Handle) -> list[str]:
    """Returns the paths in an object of the library, and frees that."""
    with paths:
        count = function("swiftssh_sftp_paths_count")(paths.pointer)
        return [decoded(call.value("swiftssh_sftp_paths_path", paths.pointer, index)) for index in range(count)]
