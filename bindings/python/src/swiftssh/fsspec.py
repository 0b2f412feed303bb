"""A server's files for fsspec, and so for pandas, dask, pyarrow and whatever else takes its URLs: swiftssh://user@host:port/path.

`swiftssh+sftp` is another name of the protocol. What connect() takes goes into the storage options.
"""

from __future__ import annotations

import io
import os
import posixpath
import re
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timezone
from glob import has_magic
from typing import Literal, cast, overload
from urllib.parse import unquote, urlsplit

from fsspec import AbstractFileSystem, register_implementation
from fsspec.callbacks import NoOpCallback

from ._fsspec_types import Callback, FileInfo, Link, Path, Paths, Writable
from ._progress import Told
from ._sftp_file import BUFFER_SIZE, RemoteFile, RemoteWriter
from ._sftp_stat import FileStat
from ._connect import connect
from .client import Client
from .errors import NotSupported, SFTPError
from .sftp import SFTP

__all__ = ["FileInfo", "SwiftSSHFileSystem"]

_PIECE = 1 << 20

_UNHEARD: Callback = NoOpCallback()

# Storage options are known when they are used; connect() refuses what it does not take.
_connect: Callable[..., Client] = connect


class SwiftSSHFileSystem(AbstractFileSystem):  # type: ignore[misc]
    """The files of one server. Connects when it is used first, and anew when the connection has been lost.

    Any thread may use it. It is pickled as its options, so that other processes connect by themselves.
    """

    protocol: tuple[str, ...] = ("swiftssh", "swiftssh+sftp")
    root_marker = "/"
    cachable = True

    def __init__(
        self, host: str, port: int | None = None, user: str | None = None, *, timeout: float | None = 60, **options: object
    ) -> None:
        """Does not connect yet.

        host, port, user: the server, and who logs in there; None for what ssh_config says, as in connect().
        timeout: the time to connect in seconds; None for no limit.
        options: fsspec's own, and what else connect() takes: config, host_keys, known_hosts, key_files, password ...
        """
        if self._cached:
            return
        super().__init__(**{name: options.pop(name) for name in _FSSPEC_OPTIONS & options.keys()})
        self._address = (host, port, user)
        self._options: dict[str, object] = {"timeout": timeout, **options}
        self._connecting = threading.Lock()
        self._client: Client | None = None
        self._files: SFTP | None = None

    @property
    def sftp(self) -> SFTP:
        """The server's files by swiftssh's own names. Connects where it is not connected; raises what connect() raises."""
        with self._connecting:
            if self._client is None or self._files is None or not self._client.connected:
                host, port, user = self._address
                self._client = client = _connect(host, port=port, user=user, **self._options)
                self._files = client.sftp()
            return self._files

    def close(self) -> None:
        """Ends the connection; a later use makes another."""
        with self._connecting:
            if self._client is not None:
                self._client.close()
            self._client = self._files = None

    # Paths

    @overload
    @classmethod
    def _strip_protocol(cls, path: Path) -> str: ...
    @overload
    @classmethod
    def _strip_protocol(cls, path: list[Path]) -> list[str]: ...
    @classmethod
    def _strip_protocol(cls, path: Path | list[Path]) -> str | list[str]:
        if isinstance(path, list):
            return [cls._strip_protocol(one) for one in path]
        return _URL.sub("", os.fspath(path)).rstrip("/") or cls.root_marker

    @staticmethod
    def _get_kwargs_from_urls(path: str) -> dict[str, object]:
        found = _URL.match(path)
        if found is None:
            return {}
        place = urlsplit("//" + found[1])
        named = {"user": place.username, "password": place.password}
        options: dict[str, object] = {name: unquote(text) for name, text in named.items() if text}
        if place.port:
            options["port"] = place.port
        return {"host": place.hostname, **options}

    @property
    def fsid(self) -> str:
        """What tells this server from others."""
        host, port, user = self._address
        return f"swiftssh://{user + '@' if user else ''}{host}{f':{port}' if port else ''}"

    # What is there

    def info(self, path: Path, **_: object) -> FileInfo:
        """Returns what is known of a file, or of what a symbolic link points to. Raises FileNotFoundError."""
        name = self._strip_protocol(path)
        stat = self.sftp.lstat(name)
        return self._described(name, stat)

    def _described(self, name: str, stat: FileStat) -> FileInfo:
        """Returns fsspec's description of a file."""
        link: Link = {}
        if stat.is_symlink():
            link = {"islink": True, "destination": self.sftp.readlink(name)}
            with suppress(SFTPError):
                stat = self.sftp.stat(name)
        return {
            "name": name,
            "size": stat.st_size,
            "type": "directory" if stat.is_dir() else "file" if stat.is_file() else "link" if stat.is_symlink() else "other",
            "mode": stat.st_mode,
            "uid": stat.st_uid,
            "gid": stat.st_gid,
            "mtime": _moment(stat.st_mtime),
            "atime": _moment(stat.st_atime),
            **link,  # type: ignore[misc]  # mypy takes no TypedDict within another one's literal
        }

    @overload
    def ls(self, path: Path, detail: Literal[False] = False, **_: object) -> list[str]: ...
    @overload
    def ls(self, path: Path, detail: Literal[True], **_: object) -> list[FileInfo]: ...
    @overload
    def ls(self, path: Path, detail: bool, **_: object) -> list[str] | list[FileInfo]: ...
    def ls(self, path: Path, detail: bool = False, **_: object) -> list[str] | list[FileInfo]:
        """Returns what is in a directory, or the one file that the path names: descriptions with detail, else paths."""
        name = self._strip_protocol(path)
        itself = self.info(name)
        if itself["type"] != "directory":
            if detail:
                return [itself]
            return [name]
        prefix = name.rstrip("/") + "/"
        entries = list(self.sftp.scandir(name))
        if not detail:
            return sorted(prefix + entry.name for entry in entries)
        return [self._described(prefix + entry.name, entry.stat) for entry in entries]

    def modified(self, path: Path) -> datetime | None:
        """Returns when a file was last written."""
        return self.info(path)["mtime"]

    # Files

    def _open(  # pyright: ignore[reportIncompatibleMethodOverride]  # fsspec's type is its own files' class, which ours are not of
        self,
        path: str,
        mode: str = "rb",
        block_size: int | None = None,
        autocommit: bool = True,
        cache_options: dict[str, object] | None = None,
        **_: object,
    ) -> io.IOBase:
        size = max(block_size, 2) if isinstance(block_size, int) else BUFFER_SIZE
        if mode == "rb":
            return _Reader(self.sftp.open(path, "rb", 0), size)
        return self.sftp.open(path, mode, size) if autocommit else _Uncommitted(self.sftp, path, mode, size)

    def cat_file(self, path: Path, start: int | None = None, end: int | None = None, **_: object) -> bytes:
        """Returns what a file holds from start to end, negative ones counting from its end."""
        with self.sftp.open(self._strip_protocol(path), "rb", 0) as file:
            if start is None and end is None:
                return file.readall()
            size = file.stat().st_size or 0
            first, last, _step = slice(start, end).indices(size)
            return _read(file, first, max(0, last - first))

    def pipe_file(self, path: Path, value: bytes, mode: str = "overwrite", **_: object) -> None:
        """Writes a whole file. mode: "overwrite", or "create" for one that must not be there."""
        with self.sftp.open(self._strip_protocol(path), "xb" if mode == "create" else "wb", 0) as file:
            file.write(value)

    def cp_file(self, path1: Path, path2: Path, **_: object) -> None:
        """Copies a file on the server: by the server itself where it offers that (`copy-data`), else through this machine."""
        source, target = self._strip_protocol(path1), self._strip_protocol(path2)
        if self.isdir(source):
            return self.makedirs(target, exist_ok=True)
        with self.sftp.open(source, "rb", 0) as read, self.sftp.open(target, "wb", 0) as written:
            with suppress(NotSupported):
                return self.sftp.copy_data(read, written)
            memory = memoryview(bytearray(_PIECE))
            while count := read.readinto(memory):
                written.write(memory[:count])
        return None

    def get(
        self, rpath: Paths, lpath: Paths, recursive: bool = False, callback: Callback = _UNHEARD, maxdepth: int | None = None, **more: object
    ) -> None:
        """Copies files from the server, and with recursive directories with all that is in them, as fsspec says where to.

        A directory is copied as SFTP.get() does, many files at a time: the callback is told its bytes, and what could not be copied raises
        TransferIncomplete in the end. Links are followed.
        """
        places = _places(rpath, lpath) if recursive and maxdepth is None and not more else None
        if places is None or not self.isdir(name := self._strip_protocol(places[0])):
            # pyright takes the callback's type from its default there.
            super().get(rpath, lpath, recursive=recursive, callback=callback, maxdepth=maxdepth, **more)  # pyright: ignore[reportArgumentType]
            return
        source, local = places
        target = os.path.abspath(os.path.expanduser(local))
        if not source.endswith("/") and (local.endswith("/") or os.path.isdir(target)):
            target = os.path.join(target, posixpath.basename(name))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        self.sftp.get(name, target, recursive=True, permissions=False, times=False, links="follow", progress=_teller(callback))

    def put(
        self, lpath: Paths, rpath: Paths, recursive: bool = False, callback: Callback = _UNHEARD, maxdepth: int | None = None, **more: object
    ) -> None:
        """Copies files to the server, and with recursive directories with all that is in them. All else as get()."""
        places = _places(lpath, rpath) if recursive and maxdepth is None and not more else None
        if places is None or not os.path.isdir(source := os.path.expanduser(places[0])):
            super().put(lpath, rpath, recursive=recursive, callback=callback, maxdepth=maxdepth, **more)  # pyright: ignore[reportArgumentType]
            return
        local, remote = places
        target = self._strip_protocol(remote)
        if not local.endswith("/") and (remote.endswith("/") or self.isdir(target)):
            target = posixpath.join(target, os.path.basename(os.path.abspath(source)))
        self.makedirs(self._parent(target), exist_ok=True)
        self.sftp.put(source, target, recursive=True, permissions=False, times=False, links="follow", progress=_teller(callback))

    def get_file(
        self,
        rpath: Path,
        lpath: Path | Writable | None = None,
        callback: Callback = _UNHEARD,
        outfile: Writable | None = None,
        **_: object,
    ) -> None:
        """Copies a file from the server; a file here has its own name when it is whole. outfile: an open file in the place of a path."""
        name, opened = self._strip_protocol(rpath), outfile
        if opened is None:
            if isinstance(lpath, (str, os.PathLike)):
                return self._get_file(name, lpath, callback)
            if lpath is None:
                raise TypeError("a path or an open file is wanted")
            opened = lpath
        with self.sftp.open(name, "rb", 0) as file:
            callback.set_size(file.stat().st_size)
            while piece := file.read(_PIECE):
                opened.write(piece)
                callback.relative_update(len(piece))
        return None

    def _get_file(self, name: str, lpath: Path, callback: Callback) -> None:
        if self.isdir(name):
            os.makedirs(lpath, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(os.path.abspath(lpath)), exist_ok=True)
            self.sftp.get(name, lpath, permissions=False, times=False, progress=_teller(callback))

    def put_file(
        self, lpath: Path, rpath: Path, callback: Callback = _UNHEARD, mode: str = "overwrite", **_: object
    ) -> None:
        """Copies a file to the server. mode: "overwrite", or "create" for one that must not be there."""
        name = self._strip_protocol(rpath)
        if os.path.isdir(lpath):
            return self.makedirs(name, exist_ok=True)
        if mode == "create" and self.exists(name):
            raise FileExistsError(name)
        self.makedirs(self._parent(name), exist_ok=True)
        self.sftp.put(lpath, name, permissions=False, times=False, progress=_teller(callback))
        return None

    # Names

    def mkdir(self, path: Path, create_parents: bool = True, **_: object) -> None:
        """Makes a directory. Raises FileExistsError where there is one."""
        name = self._strip_protocol(path)
        if self.exists(name):
            raise FileExistsError(name)
        self.sftp.mkdir(name, parents=create_parents)

    def makedirs(self, path: Path, exist_ok: bool = False) -> None:
        """Makes a directory and those above it."""
        name = self._strip_protocol(path)
        if not exist_ok and self.exists(name):
            raise FileExistsError(name)
        self.sftp.mkdir(name, parents=True, exist_ok=True)

    def rmdir(self, path: Path) -> None:
        """Removes an empty directory."""
        self.sftp.rmdir(self._strip_protocol(path))

    def rm_file(self, path: Path) -> None:
        """Removes a file or a symbolic link."""
        self.sftp.remove(self._strip_protocol(path))

    def rm(self, path: Paths, recursive: bool = False, maxdepth: int | None = None) -> None:
        """Removes files, and with recursive directories with all that is in them; links are not followed."""
        for name in self.expand_path(path):
            if not self.sftp.lstat(name).is_dir():
                self.sftp.remove(name)
            elif recursive and maxdepth is None:
                self.sftp.remove_tree(name)
            else:
                raise IsADirectoryError(name)

    def mv(self, path1: Path, path2: Path, *_: object, **__: object) -> None:
        """Gives a file or a directory another name; a file of that name is replaced."""
        self.sftp.rename(self._strip_protocol(path1), self._strip_protocol(path2), overwrite=True)

    mv_file = mv


class _Reader(io.BufferedReader):
    """A file that is read, with the size that fsspec's users expect of it."""

    @property
    def size(self) -> int | None:
        """How many bytes it holds now."""
        return cast(RemoteFile, self.raw).stat().st_size


class _Uncommitted(RemoteWriter):
    """A file that is written within a transaction: beside its place until that is committed."""

    def __init__(self, sftp: SFTP, path: str, mode: str, size: int) -> None:
        self.path = path
        self._sftp = sftp
        self._beside = f"{path}.{os.urandom(6).hex()}.part"
        super().__init__(cast(RemoteFile, sftp.open(self._beside, mode, 0)), size)

    def commit(self) -> None:
        """Puts it in its place."""
        self._sftp.rename(self._beside, self.path, overwrite=True)

    def discard(self) -> None:
        """Removes it."""
        self._sftp.remove(self._beside)


_URL = re.compile(r"^swiftssh(?:\+sftp)?://([^/]*)")

# What fsspec's own constructor takes.
_FSSPEC_OPTIONS = frozenset(
    ["use_listings_cache", "listings_expiry_time", "max_paths", "skip_instance_cache", "asynchronous", "loop"]
)


def _places(source: Paths, target: Paths) -> tuple[str, str] | None:
    """Returns where a copy comes from and goes to where that is one path each; None where it is several, which are fsspec's to take apart."""
    is_one = isinstance(source, str) and isinstance(target, str) and not has_magic(source)
    return (cast(str, source), cast(str, target)) if is_one else None


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, timezone.utc)


def _read(file: RemoteFile, position: int, count: int) -> bytes:
    """Returns so many bytes from a position on, fewer at the end of the file."""
    file.seek(position)
    memory = memoryview(bytearray(count))
    done = 0
    while done < count and (more := file.readinto(memory[done:])):
        done += more
    return bytes(memory[:done])


def _teller(callback: Callback) -> Told:
    """Returns a function that tells fsspec's callback how far a transfer has come."""

    def tell(done: int, total: int, _: str) -> None:
        callback.set_size(total)
        callback.absolute_update(done)

    return tell


# Where swiftssh is on the path but not installed, fsspec knows the protocols no other way.
for _name in SwiftSSHFileSystem.protocol:
    register_implementation(_name, SwiftSSHFileSystem, clobber=True)
