"""What servers may offer beyond version 3 of SFTP, for asyncio."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .. import _abi
from .._calls import call
from .._sftp_extensions import PATH_MAX, by_number, copied, numbers, offered
from .._sftp_paths import RemotePath, decoded, encoded
from .._sftp_server import FileSystemStat, SFTPLimits, extensions_of, file_system, identifiers, limits_of
from ._closing import ClosingBehindErrors
from ._file import RemoteFile

if TYPE_CHECKING:
    from .._handle import Handle
    from ._driver import Driver


class Extensions(ClosingBehindErrors):
    """What a server may offer beyond version 3. Each method raises NotSupported with the extension's name where it does not."""

    _driver: Driver
    _handle: Handle

    async def _call(self, name: str, *arguments: object) -> int:
        return await self._driver.call("swiftssh_sftp_" + name, self._handle.pointer, *arguments)

    async def _told(self, name: str, path: RemotePath) -> str:
        arguments = (self._handle.pointer, encoded(path))
        return decoded(await self._driver.value("swiftssh_sftp_" + name, *arguments, capacity=PATH_MAX))

    @property
    def extensions(self) -> dict[str, str]:
        """What the server offers: the names and what it says of each, mostly a version."""
        return offered(extensions_of(self._handle.pointer))

    @property
    def limits(self) -> SFTPLimits:
        """What the server takes; all 0 where it does not say."""
        return limits_of(call, self._handle.pointer)

    async def statvfs(self, path: RemotePath) -> FileSystemStat:
        """Returns what is known of the file system that a path is on."""
        pointer, name = self._handle.pointer, encoded(path)
        made = await self._driver.make("swiftssh_sftp_statvfs", _abi.swiftssh_sftp_filesystem, pointer, name)
        return FileSystemStat(**file_system(made))

    async def expand_path(self, path: RemotePath) -> str:
        """Returns the absolute path of one that may begin with ~ or ~user."""
        return await self._told("expand_path", path)

    async def home_directory(self, user: str = "") -> str:
        """Returns a user's home directory. As swiftssh.SFTP.home_directory()."""
        return await self._told("home_directory", user)

    async def users_groups_by_id(
        self, users: Iterable[int] = (), groups: Iterable[int] = ()
    ) -> tuple[dict[int, str], dict[int, str]]:
        """Returns the names of users and of groups by their numbers, at most 16,384 together; a number that has no name is left out."""
        wanted = numbers(users, "users"), numbers(groups, "groups")
        pointer, arguments = self._handle.pointer, identifiers(*wanted)
        made = await self._driver.make(
            "swiftssh_sftp_users_groups_by_id", _abi.swiftssh_sftp_names, pointer, *arguments
        )
        return by_number(made, *wanted)

    async def copy_data(
        self,
        source: RemoteFile,
        target: RemoteFile,
        count: int | None = None,
        *,
        source_offset: int = 0,
        target_offset: int = 0,
    ) -> None:
        """Copies bytes from one open file of the server's to another, without them coming here. As swiftssh.SFTP.copy_data()."""
        begin, length, place = copied(source_offset, count, target_offset)
        for file in (source, target):
            if file.closed:
                raise ValueError("I/O operation on closed file")
        if count != 0:
            read, written = source._handle.pointer, target._handle.pointer
            await self._call("copy_data", read, begin, length, written, place)
