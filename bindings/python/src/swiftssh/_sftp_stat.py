"""What is known of a server's files."""

from __future__ import annotations

import stat as _stat
from collections.abc import Callable
from dataclasses import dataclass

from . import _abi
from ._arguments import LARGEST_SIZE, LARGEST_WORD, number
from ._calls import call
from ._sftp_attributes import Received

__all__ = ["FileStat", "RemoteEntry"]


@dataclass(frozen=True)
class FileStat:
    """What a server says of a file, named as by os.stat(); None for what it does not say. Times are seconds since 1970."""

    st_size: int | None = None
    st_uid: int | None = None
    st_gid: int | None = None
    st_mode: int | None = None
    st_atime: int | None = None
    st_mtime: int | None = None

    def is_dir(self) -> bool:
        """Whether it is known to be a directory."""
        return _stat.S_ISDIR(self.st_mode or 0)

    def is_file(self) -> bool:
        """Whether it is known to be a regular file."""
        return _stat.S_ISREG(self.st_mode or 0)

    def is_symlink(self) -> bool:
        """Whether it is known to be a symbolic link."""
        return _stat.S_ISLNK(self.st_mode or 0)


@dataclass(frozen=True)
class RemoteEntry:
    """A name in a directory of the server's.

    name: within its directory. path: that of the directory that was asked for, with the names below it.
    stat: what the server says of it; of a symbolic link itself.
    depth: how many directories it is below the one that was asked for; 1 for what is in that.
    """

    name: str
    path: str
    stat: FileStat
    depth: int = 1

    def is_dir(self) -> bool:
        """Whether it is known to be a directory."""
        return self.stat.is_dir()

    def is_file(self) -> bool:
        """Whether it is known to be a regular file."""
        return self.stat.is_file()

    def is_symlink(self) -> bool:
        """Whether it is known to be a symbolic link."""
        return self.stat.is_symlink()


def asked(ask: Callable[[object], int]) -> FileStat:
    """Returns what `ask` writes into the object that it is given."""
    return _stat_of(Received.by(ask)[1])


def changed(name: str, *values: int) -> Received:
    """Returns attributes of which one is set, by swiftssh_sftp_attributes_set_<name>."""
    attributes, most = Received(), LARGEST_SIZE if name == "size" else LARGEST_WORD
    call("swiftssh_sftp_attributes_set_" + name, attributes.pointer, *[number(value, most, name) for value in values])
    return attributes


def received(answer: Received) -> FileStat:
    """Returns what was written into an object of the library."""
    return _stat_of(answer.values())


def _stat_of(values: tuple[int, ...]) -> FileStat:
    flags, size, uid, gid, mode, atime, mtime = values
    has_owner = flags & _abi.SWIFTSSH_SFTP_ATTR_UIDGID
    has_times = flags & _abi.SWIFTSSH_SFTP_ATTR_ACMODTIME
    return FileStat(
        size if flags & _abi.SWIFTSSH_SFTP_ATTR_SIZE else None,
        uid if has_owner else None,
        gid if has_owner else None,
        mode if flags & _abi.SWIFTSSH_SFTP_ATTR_PERMISSIONS else None,
        atime if has_times else None,
        mtime if has_times else None,
    )
