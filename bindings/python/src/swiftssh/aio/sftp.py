"""The files of a server, for asyncio."""

from __future__ import annotations

import ctypes
import functools
import stat as _stat
from collections.abc import AsyncIterator

from .. import _abi
from .._calls import call, owned, trying
from .._handle import Handle
from .._progress import Progress, teller
from .._sftp_attributes import Received
from .._sftp_paths import LocalPath, RemotePath, encoded, local
from .._sftp_stat import FileStat, RemoteEntry, changed, received
from .._sftp_transfer import Links, TransferOptions, TransferReport, transfer
from .._sftp_tree import Names, below, entry_of, found
from ..errors import Closed, RemoteFileMissing, SFTPError
from ._closing import ClosingBehindErrors
from ._driver import Driver
from ._file import RemoteFile
from ._sftp_files import Files
from ._text import RemoteText

__all__ = ["SFTP", "RemoteFile", "RemoteText", "Walk"]


class Walk:
    """A walk through a directory with all that is in it: each name once, a directory before what is in it, links not followed."""

    def __init__(self, driver: Driver, sftp: Handle, path: bytes) -> None:
        made = call.make("swiftssh_sftp_walk", _abi.swiftssh_sftp_walker, sftp.pointer, path)
        self._handle = owned(made, "swiftssh_sftp_walker_free", sftp)
        self._driver = driver
        self._names = Names()
        self._depth = ctypes.c_uint64()

    def __aiter__(self) -> Walk:
        return self

    async def __anext__(self) -> RemoteEntry:
        """Returns the next name. Raises SFTPError for a directory that cannot be listed, or is within more than 256 others; called again, it goes
        on behind that."""
        path = await _next(
            self._driver, self._names, "swiftssh_sftp_walker_next", self._handle, ctypes.byref(self._depth)
        )
        if path is None:
            raise StopAsyncIteration
        return entry_of(path.rsplit(b"/", 1)[-1], path, self._names, self._depth.value)

    def skip_directory(self) -> None:
        """Does not go into the directory that was just given."""
        call("swiftssh_sftp_walker_skip_directory", self._handle.pointer)


async def _next(driver: Driver, names: Names, name: str, of: Handle, *outputs: object) -> bytes | None:
    """Returns the next name that a function of the library writes; None after the last one."""
    while names.is_too_long(count := await driver.run(lambda: names.ask(trying, name, of.pointer, *outputs))):
        pass
    return names.taken(count)


class SFTP(Files):
    """The files of a server, made by Client.sftp(). Any task may call any method; requests go side by side. As async context manager it is closed
    at the end.

    Paths, results and errors are those of swiftssh.SFTP.
    """

    def __init__(self, driver: Driver, handle: Handle, owner: object) -> None:
        """Takes over a handle of swiftssh_sftp; `owner` is kept alive."""
        self._driver = driver
        self._handle = handle
        self._owner = owner

    # Names

    async def stat(self, path: RemotePath) -> FileStat:
        """Returns what the server knows of a file, or of what a symbolic link points to."""
        answer = Received()
        await self._call("stat", encoded(path), answer.pointer)
        return received(answer)

    async def lstat(self, path: RemotePath) -> FileStat:
        """Returns what the server knows of a file, of a symbolic link itself."""
        answer = Received()
        await self._call("lstat", encoded(path), answer.pointer)
        return received(answer)

    async def exists(self, path: RemotePath) -> bool:
        """Tells whether there is a file, a directory or whatever else of that name; a symbolic link is followed."""
        return await self._call("exists", encoded(path)) == 1

    async def listdir(self, path: RemotePath = ".") -> list[str]:
        """Returns the names in a directory, without `.` and `..`, in the server's order."""
        return [entry.name async for entry in self.scandir(path)]

    async def scandir(self, path: RemotePath = ".") -> AsyncIterator[RemoteEntry]:
        """Yields what is in a directory, without `.` and `..`, in the server's order. Memory is bounded, however much that is."""
        directory, names = encoded(path), Names()
        with await self._opened("opendir", directory) as handle:
            outputs = (None, 0, None)
            readdir = functools.partial(_next, self._driver, names, "swiftssh_sftp_handle_readdir", handle)
            while (name := await readdir(*outputs)) is not None:
                if name not in (b".", b".."):
                    yield entry_of(name, below(directory, name), names)

    def walk(self, path: RemotePath = ".") -> Walk:
        """Returns an iterator over all that is in a directory and below it, a directory before what is in it; links are not followed."""
        return Walk(self._driver, self._handle, encoded(path))

    async def glob(self, pattern: RemotePath) -> list[str]:
        """Returns the paths that a pattern names, sorted. As swiftssh.SFTP.glob()."""
        name, pointer = encoded(pattern), self._handle.pointer
        made = await self._driver.lasting(
            lambda: call.make("swiftssh_sftp_glob", _abi.swiftssh_sftp_paths, pointer, name)
        )
        return found(owned(made, "swiftssh_sftp_paths_free"))

    async def mkdir(
        self, path: RemotePath, permissions: int = 0o777, *, parents: bool = False, exist_ok: bool = False
    ) -> None:
        """Makes a directory; with parents those above it too. Arguments and errors as in swiftssh.SFTP.mkdir()."""
        try:
            await self._call("mkdir", encoded(path), permissions)
        except RemoteFileMissing:
            above = encoded(path).rstrip(b"/").rpartition(b"/")[0]
            if not parents or not above:
                raise
            await self.mkdir(above, parents=True, exist_ok=True)
            await self.mkdir(path, permissions, exist_ok=exist_ok)
        except SFTPError as error:
            if exist_ok and await self._is_dir(path):
                return
            await self._raise_if_there(path, error)
            raise

    async def _is_dir(self, path: RemotePath) -> bool:
        try:
            return (await self.stat(path)).is_dir()
        except SFTPError:
            return False

    async def remove(self, path: RemotePath) -> None:
        """Removes a file or a symbolic link."""
        await self._call("unlink", encoded(path))

    async def rmdir(self, path: RemotePath) -> None:
        """Removes an empty directory."""
        await self._call("rmdir", encoded(path))

    async def remove_tree(self, path: RemotePath) -> None:
        """Removes a directory with all that is in it. As swiftssh.SFTP.remove_tree()."""
        name, pointer = encoded(path), self._handle.pointer
        await self._driver.lasting(lambda: call("swiftssh_sftp_remove_tree", pointer, name))

    async def rename(self, source: RemotePath, target: RemotePath, *, overwrite: bool = False) -> None:
        """Gives a file another name. overwrite: whether what has that name is replaced; else OpenSSH refuses."""
        if overwrite:
            await self._call("posix_rename", encoded(source), encoded(target))
        else:
            await self._call("rename", encoded(source), encoded(target), 0)

    async def symlink(self, target: RemotePath, link: RemotePath) -> None:
        """Makes a symbolic link that points to target, which need not be there."""
        await self._call("symlink", encoded(link), encoded(target))

    async def hardlink(self, target: RemotePath, link: RemotePath) -> None:
        """Gives the file target a second name. Raises NotSupported where the server does not offer it."""
        await self._call("hardlink", encoded(link), encoded(target))

    async def readlink(self, path: RemotePath) -> str:
        """Returns what a symbolic link points to, as it was written."""
        return await self._told("readlink", path)

    async def realpath(self, path: RemotePath = ".") -> str:
        """Returns the absolute path without `.`, `..` and symbolic links; of "." where relative paths begin."""
        return await self._told("realpath", path)

    # Attributes

    async def _changed(self, path: RemotePath, name: str, *values: int, follow: bool = True) -> None:
        attributes = changed(name, *values)
        await self._call("setstat" if follow else "lsetstat", encoded(path), attributes.pointer)

    async def chmod(self, path: RemotePath, permissions: int, *, follow_symlinks: bool = True) -> None:
        """Sets the permission bits of a file."""
        await self._changed(path, "permissions", _stat.S_IMODE(permissions), follow=follow_symlinks)

    async def chown(self, path: RemotePath, uid: int, gid: int, *, follow_symlinks: bool = True) -> None:
        """Sets the owner of a file."""
        await self._changed(path, "owner", uid, gid, follow=follow_symlinks)

    async def utime(self, path: RemotePath, times: tuple[float, float], *, follow_symlinks: bool = True) -> None:
        """Sets when a file was last read and last written, in seconds since 1970; SFTP knows no fractions."""
        await self._changed(path, "times", int(times[0]), int(times[1]), follow=follow_symlinks)

    async def truncate(self, path: RemotePath, size: int) -> None:
        """Cuts a file, or fills it up with zeros, to a size."""
        await self._changed(path, "size", size)

    # Copies

    async def get(
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
        """Copies a file from the server, or with recursive a directory with all that is in it. Arguments and errors as in swiftssh.SFTP.get().

        progress is told in the event loop. A task that is cancelled ends the copy, which resume goes on with. The time begins when the copy does: at
        most 32 of a program's copies go on at once.
        """
        options = TransferOptions(
            recursive, resume, in_place, permissions, times, links, files_at_once, timeout, check
        )
        return await self._transfer("get", encoded(remote), local(local_path), options, progress)

    async def put(
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
        return await self._transfer("put", local(local_path), encoded(remote), options, progress)

    async def _transfer(
        self, name: str, source: bytes, target: bytes, options: TransferOptions, progress: Progress | None
    ) -> TransferReport:
        raised: list[BaseException] = []
        tell = None if progress is None else teller(progress)

        def in_loop(done: int, total: int, path: str) -> None:
            try:
                if tell is not None and not raised:
                    tell(done, total, path)
            except Exception as error:
                raised.append(error)

        def in_thread(done: int, total: int, path: str) -> None:
            self._driver.loop.call_soon_threadsafe(in_loop, done, total, path)
            # What ended it is told here, too: the copy ends with that.
            if raised:
                raise raised[0]

        told = None if tell is None else in_thread
        report = await self._driver.lasting(lambda: transfer(name, self._handle, source, target, options, told))
        if raised:
            raise raised[0]
        return report

    # The end

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._handle.closed

    async def close(self) -> None:
        """Ends SFTP, and what is under way; files are to be closed before. A second call does nothing, and a client that was closed has ended it."""
        if self.closed:
            return
        try:
            await self._call("shutdown")
        except Closed:
            pass
        finally:
            self._handle.close()
