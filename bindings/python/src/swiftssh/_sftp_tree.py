"""The names in directories, and of all that is in them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from . import _abi
from ._calls import call, owned
from ._handle import Handle
from ._library import function
from ._sftp_attributes import Received
from ._sftp_paths import decoded
from ._sftp_stat import FileStat, RemoteEntry, received

_ROOM = 4096


class _Names:
    """The names that a function of the library writes, one after the other, into memory that grows where a name is longer."""

    def __init__(self, name: str, pointer: object, *outputs: object) -> None:
        self._call = (name, pointer, *outputs)
        self._attributes = Received()
        self._make(_ROOM)

    def _make(self, room: int) -> None:
        name, pointer, *outputs = self._call
        self._buffer, self._room = ctypes.create_string_buffer(room), room
        self._read = call.repeated(str(name), pointer, self._attributes.pointer, self._buffer, room, *outputs)

    def next(self) -> bytes | None:
        """Returns the next name; None after the last one."""
        while (count := self._read()) > self._room:
            self._make(count)
        return ctypes.string_at(self._buffer, count) if count > 0 else None

    def stat(self) -> FileStat:
        """Returns what is known of the file whose name was the last one."""
        return received(self._attributes.values())


def scan(directory: Handle, path: bytes) -> Iterator[RemoteEntry]:
    """Yields what is in an open directory, and closes it."""
    with directory:
        names = _Names("swiftssh_sftp_handle_readdir", directory.pointer, None, 0, None)
        while (name := names.next()) is not None:
            if name not in (b".", b".."):
                yield RemoteEntry(decoded(name), decoded(_below(path, name)), names.stat())


def _below(path: bytes, name: bytes) -> bytes:
    return name if path in (b"", b".") else path + (b"" if path.endswith(b"/") else b"/") + name


class Walk:
    """A walk through a directory with all that is in it: each name once, a directory before what is in it, links not followed."""

    def __init__(self, sftp: Handle, path: bytes) -> None:
        made = call.make("swiftssh_sftp_walk", _abi.swiftssh_sftp_walker, sftp.pointer, path)
        self._handle = owned(made, "swiftssh_sftp_walker_free", sftp)
        self._depth = ctypes.c_uint64()
        self._names = _Names("swiftssh_sftp_walker_next", self._handle.pointer, ctypes.byref(self._depth))

    def __iter__(self) -> Walk:
        return self

    def __next__(self) -> RemoteEntry:
        """Returns the next name. Raises SFTPError for a directory that cannot be listed; called again, it goes on behind that."""
        path = self._names.next()
        if path is None:
            raise StopIteration
        name = path.rsplit(b"/", 1)[-1]
        return RemoteEntry(decoded(name), decoded(path), self._names.stat(), self._depth.value)

    def skip_directory(self) -> None:
        """Does not go into the directory that was just given."""
        call("swiftssh_sftp_walker_skip_directory", self._handle.pointer)


def found(paths: Handle) -> list[str]:
    """Returns the paths in an object of the library, and frees that."""
    with paths:
        count = function("swiftssh_sftp_paths_count")(paths.pointer)
        return [decoded(call.value("swiftssh_sftp_paths_path", paths.pointer, index)) for index in range(count)]
