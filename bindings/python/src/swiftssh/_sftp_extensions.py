"""What servers may offer beyond version 3 of SFTP."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Union

from . import _abi
from ._arguments import LARGEST_SIZE, LARGEST_WORD, number
from ._calls import call
from ._closing import ClosingBehindErrors
from ._handle import Handle
from ._sftp_file import RemoteFile
from ._sftp_paths import RemotePath, decoded, encoded
from ._sftp_server import FileSystemStat, SFTPLimits, extensions_of, file_system, identifiers, limits_of, names_of

OpenFile = Union[RemoteFile, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.TextIOWrapper]
"""A file that SFTP.open() has given."""

PATH_MAX = 4096


class Extensions(ClosingBehindErrors):
    """What a server may offer beyond version 3. Each method raises NotSupported with the extension's name where it does not."""

    _handle: Handle

    def _call(self, name: str, *arguments: object) -> int:
        return call("swiftssh_sftp_" + name, self._handle.pointer, *arguments)

    def _told(self, name: str, path: RemotePath) -> str:
        return decoded(call.value("swiftssh_sftp_" + name, self._handle.pointer, encoded(path), capacity=PATH_MAX))

    @property
    def extensions(self) -> dict[str, str]:
        """What the server offers: the names and what it says of each, mostly a version."""
        return offered(extensions_of(self._handle.pointer))

    @property
    def limits(self) -> SFTPLimits:
        """What the server takes; all 0 where it does not say."""
        return limits_of(call, self._handle.pointer)

    def statvfs(self, path: RemotePath) -> FileSystemStat:
        """Returns what is known of the file system that a path is on."""
        pointer = self._handle.pointer
        made = call.make("swiftssh_sftp_statvfs", _abi.swiftssh_sftp_filesystem, pointer, encoded(path))
        return FileSystemStat(**file_system(made))

    def expand_path(self, path: RemotePath) -> str:
        """Returns the absolute path of one that may begin with ~ or ~user."""
        return self._told("expand_path", path)

    def home_directory(self, user: str = "") -> str:
        """Returns a user's home directory; that of the user who is logged in for "", which OpenSSH does not take: there realpath() mostly tells it."""
        return self._told("home_directory", user)

    def users_groups_by_id(
        self, users: Iterable[int] = (), groups: Iterable[int] = ()
    ) -> tuple[dict[int, str], dict[int, str]]:
        """Returns the names of users and of groups by their numbers, at most 16,384 together; a number that has no name is left out."""
        wanted = numbers(users, "users"), numbers(groups, "groups")
        pointer, arguments = self._handle.pointer, identifiers(*wanted)
        made = call.make("swiftssh_sftp_users_groups_by_id", _abi.swiftssh_sftp_names, pointer, *arguments)
        return by_number(made, *wanted)

    def copy_data(
        self,
        source: OpenFile,
        target: OpenFile,
        count: int | None = None,
        *,
        source_offset: int = 0,
        target_offset: int = 0,
    ) -> None:
        """Copies bytes from one open file of the server's to another, without them coming here.

        source: is open for reading. target: another file, open for writing.
        count: how many bytes; None for all up to the end. source_offset, target_offset: where they begin in each file.

        Where the files are read and written on does not change. What has been written to them is sent before.
        """
        begin, length, place = copied(source_offset, count, target_offset)
        if count == 0:
            return
        raws = [raw_of(file) for file in (source, target)]
        for file in (source, target):
            file.flush()
        read, written = (raw._handle.pointer for raw in raws)
        self._call("copy_data", read, begin, length, written, place)


def raw_of(file: OpenFile) -> RemoteFile:
    """Returns the file without a buffer that a file is made of. Raises TypeError for one that SFTP.open() has not given."""
    raw = getattr(getattr(file, "buffer", file), "raw", file)
    if not isinstance(raw, RemoteFile):
        raise TypeError(f"must be a file that is open on a server, not {type(file).__name__}")
    if raw.closed:
        raise ValueError("I/O operation on closed file")
    return raw


def offered(extensions: dict[bytes, bytes]) -> dict[str, str]:
    """Returns extensions as text."""
    return {decoded(name): decoded(data) for name, data in extensions.items()}


def copied(source_offset: int, count: int | None, target_offset: int) -> tuple[int, int, int]:
    """Returns where bytes begin, how many they are, 0 for all, and where they go."""
    begin, place = number(source_offset, LARGEST_SIZE, "source_offset"), number(target_offset, LARGEST_SIZE, "target_offset")
    return begin, 0 if count is None else number(count, LARGEST_SIZE, "count"), place


def numbers(identifiers: Iterable[int], name: str) -> list[int]:
    """Returns the numbers of users or groups. Raises ValueError and TypeError for what is none."""
    return [number(identifier, LARGEST_WORD, name) for identifier in identifiers]


def by_number(made: object, users: list[int], groups: list[int]) -> tuple[dict[int, str], dict[int, str]]:
    """Returns the names in an object of the library, by their numbers, and frees that."""
    user_names, group_names = names_of(made, users, groups)
    return _named(users, user_names), _named(groups, group_names)


def _named(identifiers: list[int], names: list[bytes]) -> dict[int, str]:
    return {identifier: decoded(name) for identifier, name in zip(identifiers, names) if name}
