"""What is known of a file system."""

from __future__ import annotations

from .. import _abi
from .._sftp_server import file_system
from ._convert import MaybeEAGAIN
from ._errors import EAGAIN, call
from ._number import Number


def _number(name: str, meaning: str) -> Number:
    return Number(lambda self: int(self._values.get(name, 0)), doc=meaning)


class SFTPStatVFS:
    """What is known of a file system, named as in POSIX's `statvfs`. A copy, which cannot be changed."""

    __slots__ = ("_sftp_ref", "_values", "__weakref__")

    def __init__(self, _sftp_ref: object) -> None:
        """Makes one of zeros. `_sftp_ref`: what it is told by, which it keeps alive."""
        self._sftp_ref = _sftp_ref
        self._values: dict[str, int] = {}

    f_bsize: Number = _number("f_bsize", "The size of a block in bytes.")
    f_frsize: Number = _number("f_frsize", "The size in bytes of the unit that the numbers of blocks are in.")
    f_blocks: Number = _number("f_blocks", "All blocks.")
    f_bfree: Number = _number("f_bfree", "Free blocks.")
    f_bavail: Number = _number("f_bavail", "Blocks that are free for users without privileges.")
    f_files: Number = _number("f_files", "All inodes.")
    f_ffree: Number = _number("f_ffree", "Free inodes.")
    f_favail: Number = _number("f_favail", "Inodes that are free for users without privileges.")
    f_fsid: Number = _number("f_fsid", "The file system's number.")
    f_flag: Number = _number("f_flag", "How it is mounted: bits of LIBSSH2_SFTP_ST_*.")
    f_namemax: Number = _number("f_namemax", "The longest name in bytes.")


def asked(owner: object, name: str, *arguments: object) -> SFTPStatVFS | MaybeEAGAIN:
    """Returns what the function `name` tells of a file system, or EAGAIN."""
    made = call.make(name, _abi.swiftssh_sftp_filesystem, *arguments)
    if made is None:
        return EAGAIN
    known = SFTPStatVFS(owner)
    known._values = file_system(made)
    return known
