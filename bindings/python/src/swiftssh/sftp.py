"""Files of a server, over SFTP."""

from __future__ import annotations

import ctypes
import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal, TypeVar, Union, cast

from . import _abi
from ._calls import call, owned
from ._handle import Handle
from ._library import function
from ._waiting import interruptible

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FileAttributes", "RemoteFile", "SFTP"]

_Self = TypeVar("_Self", bound="SFTP")

RemotePath = Union[str, bytes, "os.PathLike[str]"]
"""The name of a file on the server. A str is its UTF-8 bytes; names that are not UTF-8 are surrogate-escaped, as Python's own."""

Mode = Literal["r", "rb", "w", "wb", "a", "ab", "x", "xb", "r+", "r+b", "w+", "w+b"]
"""How a file is opened, as by open(); files are binary in every mode."""

_READ, _WRITE = _abi.SWIFTSSH_FXF_READ, _abi.SWIFTSSH_FXF_WRITE
_FLAGS = {
    "r": _READ,
    "w": _WRITE | _abi.SWIFTSSH_FXF_CREAT | _abi.SWIFTSSH_FXF_TRUNC,
    "a": _WRITE | _abi.SWIFTSSH_FXF_CREAT | _abi.SWIFTSSH_FXF_APPEND,
    "x": _WRITE | _abi.SWIFTSSH_FXF_CREAT | _abi.SWIFTSSH_FXF_EXCL,
    "r+": _READ | _WRITE,
    "w+": _READ | _WRITE | _abi.SWIFTSSH_FXF_CREAT | _abi.SWIFTSSH_FXF_TRUNC,
}


@dataclass(frozen=True)
class FileAttributes:
    """What a server tells of a file; None for what it does not tell.

    size: bytes. permissions: the bits of a file's type and rights, as in os.stat. uid, gid: its owner. atime, mtime: when it was
    last read and written, in seconds since 1970.
    """

    size: int | None
    permissions: int | None
    uid: int | None
    gid: int | None
    atime: int | None
    mtime: int | None

    @property
    def is_directory(self) -> bool:
        """Whether it is a directory."""
        return self.permissions is not None and stat.S_ISDIR(self.permissions)

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link."""
        return self.permissions is not None and stat.S_ISLNK(self.permissions)


def encoded_path(path: RemotePath) -> bytes:
    """Returns a path as bytes. Raises ValueError for one with a NUL, which the library would cut short."""
    data = os.fsencode(path)
    if b"\0" in data:
        raise ValueError("a path with a NUL in it")
    return data


class _Attributes:
    """Attributes of the library's, to be filled and read."""

    def __init__(self) -> None:
        made = call.make("swiftssh_sftp_attributes_new", _abi.swiftssh_sftp_attributes)
        self.handle = owned(made, "swiftssh_sftp_attributes_free")

    def read(self) -> FileAttributes:
        size = ctypes.c_uint64()
        numbers = [ctypes.c_uint32() for _ in range(5)]
        references = (ctypes.byref(size), *map(ctypes.byref, numbers))
        flags = function("swiftssh_sftp_attributes_get")(self.handle.pointer, *references)
        uid, gid, permissions, atime, mtime = (number.value for number in numbers)
        has_owner, has_times = flags & _abi.SWIFTSSH_SFTP_ATTR_UIDGID, flags & _abi.SWIFTSSH_SFTP_ATTR_ACMODTIME
        return FileAttributes(
            size=size.value if flags & _abi.SWIFTSSH_SFTP_ATTR_SIZE else None,
            permissions=permissions if flags & _abi.SWIFTSSH_SFTP_ATTR_PERMISSIONS else None,
            uid=uid if has_owner else None,
            gid=gid if has_owner else None,
            atime=atime if has_times else None,
            mtime=mtime if has_times else None,
        )


class RemoteFile(io.RawIOBase):
    """A file on a server. SFTP.open() puts one behind a buffer.

    Any thread may use it; two that read at the same time share its position.
    """

    def __init__(self, handle: Handle, mode: str) -> None:
        """Takes over a handle."""
        self._handle = handle
        self.mode = mode

    def readable(self) -> bool:
        return "r" in self.mode or "+" in self.mode

    def writable(self) -> bool:
        return self.mode != "rb"

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        """Reads into a writable buffer; 0 at the end of the file. Nothing is copied on the way."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        if not view:
            return 0
        target = (ctypes.c_char * len(view)).from_buffer(view)
        pointer = self._handle.pointer
        return interruptible(lambda: call("swiftssh_sftp_handle_read", pointer, target, len(view)))

    def write(self, data: object) -> int:
        """Writes all of the bytes; what the server says of them comes at the latest with close()."""
        whole = bytes(memoryview(data).cast("B"))  # type: ignore[arg-type]
        pointer = self._handle.pointer
        done = 0
        while done < len(whole):
            rest = whole[done:] if done else whole
            done += interruptible(lambda: call("swiftssh_sftp_handle_write", pointer, rest, len(rest)))
        return done

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Goes to a place in the file, and returns it."""
        if whence == io.SEEK_CUR:
            offset += self.tell()
        elif whence == io.SEEK_END:
            offset += self.attributes().size or 0
        if offset < 0:
            raise ValueError(f"negative seek position {offset}")
        call("swiftssh_sftp_handle_seek", self._handle.pointer, offset)
        return offset

    def tell(self) -> int:
        return function("swiftssh_sftp_handle_tell")(self._handle.pointer)

    def attributes(self) -> FileAttributes:
        """Asks the server for the file's attributes."""
        attributes = _Attributes()
        pointer = self._handle.pointer
        interruptible(lambda: call("swiftssh_sftp_handle_fstat", pointer, attributes.handle.pointer))
        return attributes.read()

    def close(self) -> None:
        """Waits until the server has all that was written, and closes the file. A second call does nothing.

        Raises what the server says of bytes that it could not write.
        """
        if self.closed:
            return
        super().close()
        pointer = self._handle.pointer
        try:
            interruptible(lambda: call("swiftssh_sftp_handle_close", pointer))
        finally:
            self._handle.close()

    def __del__(self) -> None:
        """Lets the file go without waiting."""


class SFTP:
    """The files of a server, which Client.sftp() gives. As context manager it is closed at the end. Any thread may use it.

    Its methods raise RemoteFileMissing, RemotePermissionDenied and SFTPError with the path and the server's words; ConnectionLost.
    """

    def __init__(self, handle: Handle) -> None:
        """Takes over a handle."""
        self._handle = handle

    def _call(self, name: str, *arguments: object) -> int:
        pointer = self._handle.pointer
        return interruptible(lambda: call("swiftssh_sftp_" + name, pointer, *arguments))

    def _value(self, name: str, *arguments: object) -> bytes:
        pointer = self._handle.pointer
        return interruptible(lambda: call.value("swiftssh_sftp_" + name, pointer, *arguments))

    def _make(self, name: str, kind: type[ctypes.Structure], free: str, *arguments: object) -> Handle:
        pointer = self._handle.pointer
        made = interruptible(lambda: call.make("swiftssh_sftp_" + name, kind, pointer, *arguments))
        return owned(made, free, self._handle)

    def open(self, path: RemotePath, mode: Mode = "r", *, buffering: int = -1) -> BinaryIO:
        """Opens a file; always a binary one.

        buffering: the size of the buffer in bytes; 0 for none, -1 for one that suits.
        """
        plain = mode.replace("b", "")
        handle = self._make(
            "open",
            _abi.swiftssh_sftp_handle,
            "swiftssh_sftp_handle_free",
            encoded_path(path),
            _FLAGS[plain],
            0o666,
        )
        raw = RemoteFile(handle, plain.replace("+", "") + "b" + ("+" if "+" in plain else ""))
        if plain == "a":
            raw.seek(0, io.SEEK_END)
        if buffering == 0:
            return cast(BinaryIO, raw)
        size = 256 * 1024 if buffering < 0 else buffering
        if "+" in plain:
            return cast(BinaryIO, io.BufferedRandom(raw, size))
        return io.BufferedReader(raw, size) if plain == "r" else io.BufferedWriter(raw, size)

    def stat(self, path: RemotePath, *, follow_symlinks: bool = True) -> FileAttributes:
        """Returns a file's attributes, those of what a link leads to unless told otherwise."""
        attributes = _Attributes()
        name = "stat" if follow_symlinks else "lstat"
        self._call(name, encoded_path(path), attributes.handle.pointer)
        return attributes.read()

    def scandir(self, path: RemotePath = ".") -> Iterator[tuple[str, FileAttributes]]:
        """Gives the names in a directory with their attributes, but for . and .., as they come."""
        handle = self._make(
            "opendir", _abi.swiftssh_sftp_handle, "swiftssh_sftp_handle_free", encoded_path(path)
        )
        attributes = _Attributes()
        with handle:
            while name := self._next_name(handle, attributes):
                if name not in (b".", b".."):
                    yield os.fsdecode(name), attributes.read()

    def _next_name(self, handle: Handle, attributes: _Attributes) -> bytes:
        longname_length = ctypes.c_uint64()
        outputs = (None, 0, ctypes.byref(longname_length))
        inputs = (handle.pointer, attributes.handle.pointer)
        return interruptible(lambda: call.value("swiftssh_sftp_handle_readdir", *inputs, outputs=outputs))

    def listdir(self, path: RemotePath = ".") -> list[str]:
        """Returns the names in a directory, but for . and .., in the server's order."""
        return [name for name, _ in self.scandir(path)]

    def exists(self, path: RemotePath) -> bool:
        """Whether there is a file of that name, a link that leads nowhere included not."""
        return self._call("exists", encoded_path(path)) == 1

    def read_bytes(self, path: RemotePath) -> bytes:
        """Returns a whole file."""
        with self.open(path, buffering=0) as file:
            return file.read()

    def write_bytes(self, path: RemotePath, data: bytes, *, permissions: int = 0o666) -> None:
        """Writes a whole file, in the place of one that is there; `permissions` are for a new one."""
        self._call("write_bytes", encoded_path(path), data, len(data), permissions)

    def mkdir(self, path: RemotePath, permissions: int = 0o777) -> None:
        """Makes a directory."""
        self._call("mkdir", encoded_path(path), permissions)

    def rmdir(self, path: RemotePath) -> None:
        """Removes an empty directory."""
        self._call("rmdir", encoded_path(path))

    def remove(self, path: RemotePath) -> None:
        """Removes a file or a link."""
        self._call("unlink", encoded_path(path))

    def remove_tree(self, path: RemotePath) -> None:
        """Removes a directory with all that is in it; links are not followed."""
        self._call("remove_tree", encoded_path(path))

    def rename(self, path: RemotePath, target: RemotePath) -> None:
        """Gives a file another name, in the place of one that is there where the server can do so."""
        flags = (
            _abi.SWIFTSSH_SFTP_RENAME_OVERWRITE
            | _abi.SWIFTSSH_SFTP_RENAME_ATOMIC
            | _abi.SWIFTSSH_SFTP_RENAME_NATIVE
        )
        self._call("rename", encoded_path(path), encoded_path(target), flags)

    def symlink(self, link: RemotePath, target: RemotePath) -> None:
        """Makes a symbolic link named `link` that leads to `target`."""
        self._call("symlink", encoded_path(link), encoded_path(target))

    def readlink(self, path: RemotePath) -> str:
        """Returns where a symbolic link leads."""
        return os.fsdecode(self._value("readlink", encoded_path(path)))

    def realpath(self, path: RemotePath = ".") -> str:
        """Returns the absolute path of a file; that of "." is where relative paths begin."""
        return os.fsdecode(self._value("realpath", encoded_path(path)))

    def glob(self, pattern: RemotePath) -> Sequence[str]:
        """Returns the paths that fit a pattern with *, ?, [] and **."""
        with self._make(
            "glob", _abi.swiftssh_sftp_paths, "swiftssh_sftp_paths_free", encoded_path(pattern)
        ) as paths:
            count = function("swiftssh_sftp_paths_count")(paths.pointer)
            return [
                os.fsdecode(call.value("swiftssh_sftp_paths_path", paths.pointer, index))
                for index in range(count)
            ]

    @property
    def pointer(self) -> object:
        """What the library's functions take. Raises Closed after close()."""
        return self._handle.pointer

    def close(self) -> None:
        """Ends the SFTP session, and what is under way in it. A second call does nothing. Does not wait."""
        self._handle.close()

    def __enter__(self: _Self) -> _Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
