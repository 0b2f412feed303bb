"""What a server says of itself, of its file systems and of its users."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from . import _abi
from ._calls import Caller, call, owned
from ._library import function

FIELDS = {
    "f_bsize": _abi.SWIFTSSH_SFTP_STATVFS_BSIZE,
    "f_frsize": _abi.SWIFTSSH_SFTP_STATVFS_FRSIZE,
    "f_blocks": _abi.SWIFTSSH_SFTP_STATVFS_BLOCKS,
    "f_bfree": _abi.SWIFTSSH_SFTP_STATVFS_BFREE,
    "f_bavail": _abi.SWIFTSSH_SFTP_STATVFS_BAVAIL,
    "f_files": _abi.SWIFTSSH_SFTP_STATVFS_FILES,
    "f_ffree": _abi.SWIFTSSH_SFTP_STATVFS_FFREE,
    "f_favail": _abi.SWIFTSSH_SFTP_STATVFS_FAVAIL,
    "f_fsid": _abi.SWIFTSSH_SFTP_STATVFS_FSID,
    "f_flag": _abi.SWIFTSSH_SFTP_STATVFS_FLAG,
    "f_namemax": _abi.SWIFTSSH_SFTP_STATVFS_NAMEMAX,
}
"""What is known of a file system, by its names in POSIX's `statvfs`."""


@dataclass(frozen=True)
class FileSystemStat:
    """What a server says of a file system, named as by os.statvfs()."""

    f_bsize: int
    """The size of a block in bytes."""
    f_frsize: int
    """The size in bytes of the unit that the numbers of blocks are in."""
    f_blocks: int
    """All blocks."""
    f_bfree: int
    """Free blocks."""
    f_bavail: int
    """Blocks that are free for users without privileges."""
    f_files: int
    """All inodes."""
    f_ffree: int
    """Free inodes."""
    f_favail: int
    """Inodes that are free for users without privileges."""
    f_fsid: int
    """The file system's number."""
    f_flag: int
    """How it is mounted: 1 read-only (os.ST_RDONLY), 2 without setuid (os.ST_NOSUID)."""
    f_namemax: int
    """The longest name in bytes."""


class SFTPLimits(NamedTuple):
    """What a server says that it takes; 0 where it does not say. Lengths are in bytes."""

    packet_length: int
    read_length: int
    write_length: int
    open_handles: int


def extensions_of(sftp: object) -> dict[bytes, bytes]:
    """Returns what a server offers: the names and what it says of each."""
    names = range(function("swiftssh_sftp_extension_count")(sftp))
    return {
        call.value("swiftssh_sftp_extension_name", sftp, index): call.value("swiftssh_sftp_extension_data", sftp, index)
        for index in names
    }


def limits_of(caller: Caller, sftp: object) -> SFTPLimits:
    """Returns what a server takes."""
    numbers = [ctypes.c_uint64() for _ in SFTPLimits._fields]
    caller("swiftssh_sftp_limits", sftp, *map(ctypes.byref, numbers))
    return SFTPLimits(*(number.value for number in numbers))


def file_system(made: object) -> dict[str, int]:
    """Returns what is in an object of the library, by the names of FIELDS, and frees that."""
    with owned(made, "swiftssh_sftp_filesystem_free") as told:
        value = function("swiftssh_sftp_filesystem_value")
        return {field: value(told.pointer, number) for field, number in FIELDS.items()}


def identifiers(users: Sequence[int], groups: Sequence[int]) -> list[object]:
    """Returns the arguments that name users and groups by numbers of 32 bits."""
    lists = [(ctypes.c_uint32 * len(all_of))(*all_of) for all_of in (users, groups)]
    return [part for numbers in lists for part in (numbers, ctypes.sizeof(numbers))]


def names_of(made: object, users: Sequence[int], groups: Sequence[int]) -> tuple[list[bytes], list[bytes]]:
    """Returns the names in an object of the library, b"" for a number that has none, and frees that."""
    with owned(made, "swiftssh_sftp_names_free") as names:
        user, group = (
            [call.value(name, names.pointer, index) for index in range(len(all_of))]
            for name, all_of in (("swiftssh_sftp_names_user", users), ("swiftssh_sftp_names_group", groups))
        )
        return user, group
