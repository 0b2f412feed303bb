"""The files of a server."""

from __future__ import annotations

import io
import stat as _stat
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeVar, overload

import swiftssh

from . import _abi
from ._arguments import LARGEST_SIZE, number
from ._calls import call, owned
from ._handle import Handle
from ._progress import Progress
from ._sftp_extensions import Extensions
from ._sftp_file import RemoteFile, RemoteRandom, RemoteText, RemoteWriter, flags_of, require_fitting, wrapped
from ._sftp_paths import LocalPath, RemotePath, encoded, local
from ._sftp_server import FileSystemStat, SFTPLimits
from ._sftp_stat import FileStat, RemoteEntry, asked, changed
from ._sftp_transfer import Links, TransferOptions, TransferReport, transfer
from ._sftp_tree import Walk, found, scan
from .errors import Closed, RemoteFileMissing, SFTPError, existing

if TYPE_CHECKING:
    from _typeshed import (
        OpenBinaryMode,
        OpenBinaryModeReading,
        OpenBinaryModeUpdating,
        OpenBinaryModeWriting,
        OpenTextMode,
    )

    from .ssh2.session import Session

__all__ = [
    "SFTP", "FileStat", "FileSystemStat", "Links", "Progress", "RemoteEntry", "RemoteFile", "RemoteRandom", "RemoteText",
    "RemoteWriter", "SFTPLimits", "TransferReport", "Walk",
]  # fmt: skip

_Self = TypeVar("_Self", bound="SFTP")


class SFTP(Extensions):
    """The files of a server. Any thread may call any method; requests go side by side. As context manager it is closed at the end.

    What the server refuses raises SFTPError with its words in `server_text`: RemoteFileMissing and RemotePermissionDenied are
    FileNotFoundError and PermissionError too. A path is a str, bytes or a PurePosixPath; a relative one begins in the directory in which
    the server starts, mostly the user's home.
    """

    def __init__(self, handle: Handle) -> None:
        """Takes over a handle of swiftssh_sftp."""
        self._handle = handle

    @classmethod
    def over(cls: type[_Self], session: swiftssh.Session, *, bytes_in_flight: int = 0) -> _Self:
        """Starts SFTP on a session in blocking mode that has logged in.

        bytes_in_flight: how many bytes each file may have under way, 32 KiB to 256 MiB; 0 for 8 MiB.
        """
        pointer, most = session._handle.pointer, number(bytes_in_flight, LARGEST_SIZE, "bytes_in_flight")
        made = call.make("swiftssh_session_sftp_init_ex", _abi.swiftssh_sftp, pointer, most)
        return cls(owned(made, "swiftssh_sftp_free", session._handle))

    def _opened(self, name: str, *arguments: object) -> Handle:
        made = call.make("swiftssh_sftp_" + name, _abi.swiftssh_sftp_handle, self._handle.pointer, *arguments)
        return owned(made, "swiftssh_sftp_handle_free", self._handle)

    # Files

    @overload
    def open(
        self,
        path: RemotePath,
        mode: OpenTextMode = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *,
        permissions: int = 0o666,
    ) -> RemoteText: ...
    @overload
    def open(  # type: ignore  # 0 is an int, too
        self,
        path: RemotePath,
        mode: OpenBinaryMode,
        buffering: Literal[0],
        encoding: None = None,
        errors: None = None,
        newline: None = None,
        *,
        permissions: int = 0o666,
    ) -> RemoteFile: ...
    @overload
    def open(
        self,
        path: RemotePath,
        mode: OpenBinaryModeReading,
        buffering: int = -1,
        encoding: None = None,
        errors: None = None,
        newline: None = None,
        *,
        permissions: int = 0o666,
    ) -> io.BufferedReader: ...
    @overload
    def open(
        self,
        path: RemotePath,
        mode: OpenBinaryModeWriting,
        buffering: int = -1,
        encoding: None = None,
        errors: None = None,
        newline: None = None,
        *,
        permissions: int = 0o666,
    ) -> RemoteWriter: ...
    @overload
    def open(
        self,
        path: RemotePath,
        mode: OpenBinaryModeUpdating,
        buffering: int = -1,
        encoding: None = None,
        errors: None = None,
        newline: None = None,
        *,
        permissions: int = 0o666,
    ) -> RemoteRandom: ...
    @overload
    def open(
        self,
        path: RemotePath,
        mode: str,
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *,
        permissions: int = 0o666,
    ) -> io.IOBase: ...
    def open(
        self,
        path: RemotePath,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *,
        permissions: int = 0o666,
    ) -> io.IOBase:
        """Opens a file as the built-in open() does: text, or bytes where the mode has a `b`; buffering=0 gives a RemoteFile.

        permissions: those of a file that is made, of which the server's umask takes some away.
        Text is UTF-8 where no encoding is given.

        Raises RemoteFileMissing, RemotePermissionDenied, RemoteFileExists for the mode `x`; ValueError for what does not fit the mode.
        """
        name, flags = encoded(path), flags_of(mode)
        require_fitting(mode, buffering, encoding, errors, newline)
        try:
            handle = self._opened("open", name, flags, permissions)
        except SFTPError as error:
            if "x" in mode:
                self._raise_if_there(path, error)
            raise
        return wrapped(RemoteFile(handle, name, mode), mode, buffering, encoding, errors, newline)

    def _raise_if_there(self, path: RemotePath, error: SFTPError) -> None:
        """Raises RemoteFileExists where that is what a failure means."""
        if error.sftp_status != _abi.SWIFTSSH_FX_FAILURE:
            return
        try:
            self.lstat(path)
        except SFTPError:
            return
        raise existing(error) from None

    def read_bytes(self, path: RemotePath) -> bytes:
        """Returns all that a file holds."""
        with self.open(path, "rb", 0) as file:
            return file.readall()

    def write_bytes(self, path: RemotePath, data: bytes | bytearray | memoryview, *, permissions: int = 0o666) -> None:
        """Writes a whole file, in place of what it holds. After a failure it may hold a part; put() keeps a file whole."""
        with self.open(path, "wb", 0, permissions=permissions) as file:
            file.write(data)

    def read_text(self, path: RemotePath, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Returns all that a file holds, as text."""
        return self.read_bytes(path).decode(encoding, errors)

    def write_text(self, path: RemotePath, text: str, encoding: str = "utf-8", errors: str = "strict") -> None:
        """Writes a whole file of text, in place of what it holds."""
        if not isinstance(text, str):
            raise TypeError(f"text: must be str, not {type(text).__name__}")
        self.write_bytes(path, text.encode(encoding, errors))

    # Names

    def stat(self, path: RemotePath) -> FileStat:
        """Returns what the server knows of a file, or of what a symbolic link points to."""
        name = encoded(path)
        return asked(lambda pointer: self._call("stat", name, pointer))

    def lstat(self, path: RemotePath) -> FileStat:
        """Returns what the server knows of a file, of a symbolic link itself."""
        name = encoded(path)
        return asked(lambda pointer: self._call("lstat", name, pointer))

    def exists(self, path: RemotePath) -> bool:
        """Tells whether there is a file, a directory or whatever else of that name; a symbolic link is followed."""
        return self._call("exists", encoded(path)) == 1

    def listdir(self, path: RemotePath = ".") -> list[str]:
        """Returns the names in a directory, without `.` and `..`, in the server's order."""
        return [entry.name for entry in self.scandir(path)]

    def scandir(self, path: RemotePath = ".") -> Iterator[RemoteEntry]:
        """Yields what is in a directory, without `.` and `..`, in the server's order. Memory is bounded, however much that is."""
        name = encoded(path)
        return scan(self._opened("opendir", name), name)

    def walk(self, path: RemotePath = ".") -> Walk:
        """Returns an iterator over all that is in a directory and below it, a directory before what is in it; links are not followed."""
        return Walk(self._handle, encoded(path))

    def glob(self, pattern: RemotePath) -> list[str]:
        """Returns the paths that a pattern names, sorted: `*`, `?` and `[...]` as a shell has them, `**` any number of directories."""
        made = call.make("swiftssh_sftp_glob", _abi.swiftssh_sftp_paths, self._handle.pointer, encoded(pattern))
        return found(owned(made, "swiftssh_sftp_paths_free"))

    def mkdir(
        self, path: RemotePath, permissions: int = 0o777, *, parents: bool = False, exist_ok: bool = False
    ) -> None:
        """Makes a directory; with parents those above it too. exist_ok: whether one that is there already is no error.

        Raises RemoteFileExists, RemoteFileMissing, RemotePermissionDenied.
        """
        try:
            self._call("mkdir", encoded(path), permissions)
        except RemoteFileMissing:
            above = encoded(path).rstrip(b"/").rpartition(b"/")[0]
            if not parents or not above:
                raise
            self.mkdir(above, parents=True, exist_ok=True)
            self.mkdir(path, permissions, exist_ok=exist_ok)
        except SFTPError as error:
            if exist_ok and self._is_dir(path):
                return
            self._raise_if_there(path, error)
            raise

    def _is_dir(self, path: RemotePath) -> bool:
        try:
            return self.stat(path).is_dir()
        except SFTPError:
            return False

    def remove(self, path: RemotePath) -> None:
        """Removes a file or a symbolic link."""
        self._call("unlink", encoded(path))

    def rmdir(self, path: RemotePath) -> None:
        """Removes an empty directory."""
        self._call("rmdir", encoded(path))

    def remove_tree(self, path: RemotePath) -> None:
        """Removes a directory with all that is in it; links are removed and not followed. Raises what went wrong first, the rest being removed."""
        self._call("remove_tree", encoded(path))

    def rename(self, source: RemotePath, target: RemotePath, *, overwrite: bool = False) -> None:
        """Gives a file another name. overwrite: whether what has that name is replaced; else OpenSSH refuses."""
        if overwrite:
            self._call("posix_rename", encoded(source), encoded(target))
        else:
            self._call("rename", encoded(source), encoded(target), 0)

    def symlink(self, target: RemotePath, link: RemotePath) -> None:
        """Makes a symbolic link that points to target, which need not be there."""
        self._call("symlink", encoded(link), encoded(target))

    def hardlink(self, target: RemotePath, link: RemotePath) -> None:
        """Gives the file target a second name. Raises NotSupported where the server does not offer it."""
        self._call("hardlink", encoded(link), encoded(target))

    def readlink(self, path: RemotePath) -> str:
        """Returns what a symbolic link points to, as it was written."""
        return self._told("readlink", path)

    def realpath(self, path: RemotePath = ".") -> str:
        """Returns the absolute path without `.`, `..` and symbolic links; of "." where relative paths begin."""
        return self._told("realpath", path)

    # Attributes

    def _changed(self, path: RemotePath, name: str, *values: int, follow: bool = True) -> None:
        attributes = changed(name, *values)
        self._call("setstat" if follow else "lsetstat", encoded(path), attributes.pointer)

    def chmod(self, path: RemotePath, permissions: int, *, follow_symlinks: bool = True) -> None:
        """Sets the permission bits of a file."""
        self._changed(path, "permissions", _stat.S_IMODE(permissions), follow=follow_symlinks)

    def chown(self, path: RemotePath, uid: int, gid: int, *, follow_symlinks: bool = True) -> None:
        """Sets the owner of a file."""
        self._changed(path, "owner", uid, gid, follow=follow_symlinks)

    def utime(self, path: RemotePath, times: tuple[float, float], *, follow_symlinks: bool = True) -> None:
        """Sets when a file was last read and last written, in seconds since 1970; SFTP knows no fractions."""
        self._changed(path, "times", int(times[0]), int(times[1]), follow=follow_symlinks)

    def truncate(self, path: RemotePath, size: int) -> None:
        """Cuts a file, or fills it up with zeros, to a size."""
        self._changed(path, "size", size)

    # Copies

    def get(
        self,
        remote: RemotePath,
        local_path: LocalPath,
        *,
        recursive: bool = False,
        resume: bool = False,
        in_place: bool = False,
        permissions: bool = True,
        times: bool = True,
        links: Links = "keep",
        files_at_once: int = 64,
        timeout: float | None = None,
        check: bool = True,
        progress: Progress | None = None,
    ) -> TransferReport:
        """Copies a file from the server, or with recursive a directory with all that is in it.

        local_path: where it goes, its own name included; a directory that is there is filled, not put beside.
        recursive, resume, in_place, permissions, times, links, files_at_once, timeout, check: see TransferOptions.
        progress: who is told how far it has come: a function of (bytes, total, name), or a bar of tqdm or rich; see Progress.

        A file has its own name when it is whole. Nothing is written outside of local_path. Returns what was copied. Raises
        TransferIncomplete, with the report, for what could not be copied of a directory, after the rest has been; of a single file what it was: FileUnreadable for
        trouble on this machine, SFTPError for the server's. Raises TimedOut, ConnectionLost, and what progress raises. A transfer that is interrupted is gone on
        from with resume.
        """
        options = TransferOptions(
            recursive, resume, in_place, permissions, times, links, files_at_once, timeout, check
        )
        return transfer("get", self._handle, encoded(remote), local(local_path), options, progress)

    def put(
        self,
        local_path: LocalPath,
        remote: RemotePath,
        *,
        recursive: bool = False,
        resume: bool = False,
        in_place: bool = False,
        permissions: bool = True,
        times: bool = True,
        links: Links = "keep",
        files_at_once: int = 64,
        timeout: float | None = None,
        check: bool = True,
        progress: Progress | None = None,
    ) -> TransferReport:
        """Copies a file to the server, or with recursive a directory with all that is in it. All else as get()."""
        options = TransferOptions(
            recursive, resume, in_place, permissions, times, links, files_at_once, timeout, check
        )
        return transfer("put", self._handle, local(local_path), encoded(remote), options, progress)

    # The end

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._handle.closed

    def close(self) -> None:
        """Ends SFTP, and what is under way; files are to be closed before. A second call does nothing, and a client that was closed has ended it."""
        if self.closed:
            return
        try:
            self._call("shutdown")
        except Closed:
            pass
        finally:
            self._handle.close()

