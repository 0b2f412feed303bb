"""A server's files for fsspec, and so for pandas, dask, pyarrow and whatever else takes its URLs: swiftssh://user@host:port/path.

`swiftssh+sftp` is another name of the protocol. What connect() takes goes into the storage options.
"""

from __future__ import annotations

import io
import os
import posixpath
import re
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timezone
from glob import has_magic
from typing import Any
from urllib.parse import unquote, urlsplit

from fsspec import AbstractFileSystem
from fsspec.callbacks import NoOpCallback

from ._sftp_file import BUFFER_SIZE, RemoteFile, RemoteWriter
from ._sftp_stat import FileStat
from ._connect import connect
from .client import Client
from .errors import NotSupported, SFTPError
from .sftp import SFTP

__all__ = ["SwiftSSHFileSystem"]

_PIECE = 1 << 20
_UNHEARD = NoOpCallback()


class SwiftSSHFileSystem(AbstractFileSystem):  # type: ignore[misc]
    """The files of one server. Connects when it is used first, and anew when the connection has been lost.

    Any thread may use it. It is pickled as its options, so that other processes connect by themselves.
    """

    protocol: tuple[str, ...] = ("swiftssh", "swiftssh+sftp")
    root_marker = "/"
    cachable = True

    def __init__(
        self, host: str, port: int | None = None, user: str | None = None, *, timeout: float | None = 60, **options: Any
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
        self._options: dict[str, Any] = {"timeout": timeout, **options}
        self._connecting = threading.Lock()
        self._client: Client | None = None
        self._files: SFTP | None = None

    @property
    def sftp(self) -> SFTP:
        """The server's files by swiftssh's own names. Connects where it is not connected; raises what connect() raises."""
        with self._connecting:
            if self._client is None or self._files is None or not self._client.connected:
                host, port, user = self._address
                self._client = connect(host, port=port, user=user, **self._options)
                self._files = self._client.sftp()
            return self._files

    def close(self) -> None:
        """Ends the connection; a later use makes another."""
        with self._connecting:
            if self._client is not None:
                self._client.close()
            self._client = self._files = None

    # Paths

    @classmethod
    def _strip_protocol(cls, path: Any) -> Any:
        if isinstance(path, list):
            return [cls._strip_protocol(one) for one in path]
        return _URL.sub("", os.fspath(path)).rstrip("/") or cls.root_marker

    @staticmethod
    def _get_kwargs_from_urls(path: str) -> dict[str, Any]:
        found = _URL.match(path)
        if found is None:
            return {}
        place = urlsplit("//" + found[1])
        named = {"user": place.username, "password": place.password}
        options: dict[str, Any] = {name: unquote(text) for name, text in named.items() if text}
        if place.port:
            options["port"] = place.port
        return {"host": place.hostname, **options}

    @property
    def fsid(self) -> str:
        """What tells this server from others."""
        host, port, user = self._address
        return f"swiftssh://{user + '@' if user else ''}{host}{f':{port}' if port else ''}"

    # What is there

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        """Returns what is known of a file, or of what a symbolic link points to. Raises FileNotFoundError."""
        name = self._strip_protocol(path)
        stat = self.sftp.lstat(name)
        return self._described(name, stat)

    def _described(self, name: str, stat: FileStat) -> dict[str, Any]:
        """Returns fsspec's description of a file; a link that points nowhere is of the type `link`."""
        more: dict[str, Any] = {}
        if stat.is_symlink():
            more = {"islink": True, "destination": self.sftp.readlink(name)}
            try:
                stat = self.sftp.stat(name)
            except SFTPError:
                pass
        kinds = {"directory": stat.is_dir(), "file": stat.is_file(), "link": stat.is_symlink()}
        return {
            "name": name,
            "size": stat.st_size,
            "type": next((kind for kind, holds in kinds.items() if holds), "other"),
            "mode": stat.st_mode,
            "uid": stat.st_uid,
            "gid": stat.st_gid,
            "mtime": _moment(stat.st_mtime),
            "atime": _moment(stat.st_atime),
            **more,
        }

    def ls(self, path: str, detail: bool = False, **_: Any) -> list[Any]:
        """Returns what is in a directory, or the one file that the path names: descriptions with detail, else paths."""
        name = self._strip_protocol(path)
        itself = self.info(name)
        if itself["type"] != "directory":
            return [itself] if detail else [name]
        prefix = name.rstrip("/") + "/"
        entries = list(self.sftp.scandir(name))
        if not detail:
            return sorted(prefix + entry.name for entry in entries)
        return [self._described(prefix + entry.name, entry.stat) for entry in entries]

    def modified(self, path: str) -> datetime | None:
        """Returns when a file was last written."""
        found: datetime | None = self.info(path)["mtime"]
        return found

    # Files

    def _open(
        self,
        path: str,
        mode: str = "rb",
        block_size: int | None = None,
        autocommit: bool = True,
        cache_options: dict[str, Any] | None = None,
        **_: Any,
    ) -> Any:
        size = max(block_size, 2) if isinstance(block_size, int) else BUFFER_SIZE
        if mode == "rb":
            return _Reader(self.sftp.open(path, "rb", 0), size)
        return self.sftp.open(path, mode, size) if autocommit else _Uncommitted(self.sftp, path, mode, size)

    def cat_file(self, path: str, start: int | None = None, end: int | None = None, **_: Any) -> bytes:
        """Returns what a file holds from start to end, negative ones counting from its end."""
        with self.sftp.open(self._strip_protocol(path), "rb", 0) as file:
            if start is None and end is None:
                return file.readall()
            size = file.stat().st_size or 0
            first, last, _step = slice(start, end).indices(size)
            return _read(file, first, max(0, last - first))

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **_: Any) -> None:
        """Writes a whole file. mode: "overwrite", or "create" for one that must not be there."""
        with self.sftp.open(self._strip_protocol(path), "xb" if mode == "create" else "wb", 0) as file:
            file.write(value)

    def cp_file(self, path1: str, path2: str, **_: Any) -> None:
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
        self, rpath: Any, lpath: Any, recursive: bool = False, callback: Any = _UNHEARD, maxdepth: int | None = None, **more: Any
    ) -> None:
        """Copies files from the server, and with recursive directories with all that is in them, as fsspec says where to.

        A directory is copied as SFTP.get() does, many files at a time: the callback is told its bytes, and what could not be copied raises
        TransferIncomplete in the end. Links are followed.
        """
        if not _is_tree(rpath, lpath, recursive, maxdepth, more) or not self.isdir(self._strip_protocol(rpath)):
            super().get(rpath, lpath, recursive=recursive, callback=callback, maxdepth=maxdepth, **more)
            return
        name, target = self._strip_protocol(rpath), os.path.abspath(os.path.expanduser(lpath))
        if not rpath.endswith("/") and (lpath.endswith("/") or os.path.isdir(target)):
            target = os.path.join(target, posixpath.basename(name))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        self.sftp.get(name, target, progress=_teller(callback), **_WHOLE_TREE)

    def put(
        self, lpath: Any, rpath: Any, recursive: bool = False, callback: Any = _UNHEARD, maxdepth: int | None = None, **more: Any
    ) -> None:
        """Copies files to the server, and with recursive directories with all that is in them. All else as get()."""
        if not _is_tree(lpath, rpath, recursive, maxdepth, more) or not os.path.isdir(source := os.path.expanduser(lpath)):
            super().put(lpath, rpath, recursive=recursive, callback=callback, maxdepth=maxdepth, **more)
            return
        target = self._strip_protocol(rpath)
        if not lpath.endswith("/") and (rpath.endswith("/") or self.isdir(target)):
            target = posixpath.join(target, os.path.basename(os.path.abspath(source)))
        self.makedirs(self._parent(target), exist_ok=True)
        self.sftp.put(source, target, progress=_teller(callback), **_WHOLE_TREE)

    def get_file(
        self, rpath: str, lpath: Any = None, callback: Any = _UNHEARD, outfile: Any = None, **_: Any
    ) -> None:
        """Copies a file from the server; a file here has its own name when it is whole."""
        name = self._strip_protocol(rpath)
        if outfile is not None or not isinstance(lpath, (str, os.PathLike)):
            with self.sftp.open(name, "rb", 0) as file:
                callback.set_size(file.stat().st_size)
                while piece := file.read(_PIECE):
                    callback.relative_update((outfile or lpath).write(piece))
        elif self.isdir(name):
            os.makedirs(lpath, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(os.path.abspath(lpath)), exist_ok=True)
            self.sftp.get(name, lpath, permissions=False, times=False, progress=_teller(callback))

    def put_file(
        self, lpath: Any, rpath: str, callback: Any = _UNHEARD, mode: str = "overwrite", **_: Any
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

    def mkdir(self, path: str, create_parents: bool = True, **_: Any) -> None:
        """Makes a directory. Raises FileExistsError where there is one."""
        name = self._strip_protocol(path)
        if self.exists(name):
            raise FileExistsError(name)
        self.sftp.mkdir(name, parents=create_parents)

    def makedirs(self, path: str, exist_ok: bool = False) -> None:
        """Makes a directory and those above it."""
        name = self._strip_protocol(path)
        if not exist_ok and self.exists(name):
            raise FileExistsError(name)
        self.sftp.mkdir(name, parents=True, exist_ok=True)

    def rmdir(self, path: str) -> None:
        """Removes an empty directory."""
        self.sftp.rmdir(self._strip_protocol(path))

    def rm_file(self, path: str) -> None:
        """Removes a file or a symbolic link."""
        self.sftp.remove(self._strip_protocol(path))

    def rm(self, path: str | Sequence[str], recursive: bool = False, maxdepth: int | None = None) -> None:
        """Removes files, and with recursive directories with all that is in them; links are not followed."""
        for name in self.expand_path(path):
            if not self.sftp.lstat(name).is_dir():
                self.sftp.remove(name)
            elif recursive and maxdepth is None:
                self.sftp.remove_tree(name)
            else:
                raise IsADirectoryError(name)

    def mv(self, path1: str, path2: str, *_: Any, **__: Any) -> None:
        """Gives a file or a directory another name; a file of that name is replaced."""
        self.sftp.rename(self._strip_protocol(path1), self._strip_protocol(path2), overwrite=True)

    mv_file = mv


class _Reader(io.BufferedReader):
    """A file that is read, with the size that fsspec's users expect of it."""

    @property
    def size(self) -> int | None:
        """How many bytes it holds now."""
        raw: Any = self.raw
        found: int | None = raw.stat().st_size
        return found


class _Uncommitted(RemoteWriter):
    """A file that is written within a transaction: beside its place until that is committed."""

    def __init__(self, sftp: SFTP, path: str, mode: str, size: int) -> None:
        self.path = path
        self._sftp = sftp
        self._beside = f"{path}.{os.urandom(6).hex()}.part"
        raw: Any = sftp.open(self._beside, mode, 0)
        super().__init__(raw, size)

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


# How SFTP.get() and put() copy a tree.
_WHOLE_TREE: dict[str, Any] = {"recursive": True, "permissions": False, "times": False, "links": "follow"}


def _is_tree(source: Any, target: Any, recursive: bool, maxdepth: int | None, more: dict[str, Any]) -> bool:
    """Tells whether a copy may be that of one whole directory: what names several, or asks for more, is fsspec's to take apart."""
    is_one = isinstance(source, str) and isinstance(target, str) and not has_magic(source)
    return is_one and recursive and maxdepth is None and not more


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


def _teller(callback: Any) -> Any:
    """Returns a function that tells fsspec's callback how far a transfer has come."""

    def tell(done: int, total: int, _: str) -> None:
        callback.set_size(total)
        callback.absolute_update(done)

    return tell
