"""What is known of a file, or is to be set."""

from __future__ import annotations

from collections.abc import Callable

from .. import _abi
from .._calls import owned
from .._handle import Handle
from .._sftp_attributes import Received
from ._convert import Integer, MaybeEAGAIN, unsigned
from ._errors import EAGAIN, call
from ._number import Number


def _number(name: str, meaning: str) -> Number:
    """A number that can be set and not deleted; its fraction is cut off, and it is not negative."""
    slot = "_" + name
    kind = "uint64_t" if name == "filesize" else "unsigned long"

    def read(self: SFTPAttributes) -> int:
        return int(getattr(self, slot))

    def write(self: SFTPAttributes, value: Integer) -> None:
        setattr(self, slot, unsigned(value, kind, 64))

    return Number(read, write, doc=meaning)


class SFTPAttributes:
    """What is known of a file, or is to be set. `flags` says which of it: bits of LIBSSH2_SFTP_ATTR_*."""

    __slots__ = ("_flags", "_filesize", "_uid", "_gid", "_permissions", "_atime", "_mtime", "__weakref__")

    def __init__(self) -> None:
        self._flags = self._filesize = self._uid = self._gid = self._permissions = self._atime = self._mtime = 0

    flags: Number = _number("flags", "Which attributes are known, or are to be set: bits of LIBSSH2_SFTP_ATTR_*.")
    filesize: Number = _number("filesize", "The number of bytes.")
    uid: Number = _number("uid", "The owner's number.")
    gid: Number = _number("gid", "The group's number.")
    permissions: Number = _number("permissions", "The kind of file and the permission bits, as POSIX has them.")
    atime: Number = _number("atime", "When the file was last read: seconds since 1970.")
    mtime: Number = _number("mtime", "When the file was last written: seconds since 1970.")

    def _changed(self, wanted: Handle) -> None:
        """Sets what the flags name in an object of the library. Raises OverflowError for what SFTP cannot say."""
        if self._flags & _abi.SWIFTSSH_SFTP_ATTR_SIZE:
            call("swiftssh_sftp_attributes_set_size", wanted.pointer, self._filesize)
        if self._flags & _abi.SWIFTSSH_SFTP_ATTR_UIDGID:
            call("swiftssh_sftp_attributes_set_owner", wanted.pointer, _short(self._uid), _short(self._gid))
        if self._flags & _abi.SWIFTSSH_SFTP_ATTR_PERMISSIONS:
            call("swiftssh_sftp_attributes_set_permissions", wanted.pointer, _short(self._permissions))
        if self._flags & _abi.SWIFTSSH_SFTP_ATTR_ACMODTIME:
            call("swiftssh_sftp_attributes_set_times", wanted.pointer, _short(self._atime), _short(self._mtime))


def _short(number: int) -> int:
    return unsigned(number, "uint32_t")


def known(values: tuple[int, ...], into: SFTPAttributes | None = None) -> SFTPAttributes:
    """Returns what was received, as attributes of its own or in those that are given."""
    made: SFTPAttributes = object.__new__(SFTPAttributes) if into is None else into
    (
        made._flags, made._filesize, made._uid, made._gid, made._permissions, made._atime, made._mtime
    ) = values  # fmt: skip
    return made


def received(ask: Callable[[object], int], into: SFTPAttributes | None = None) -> SFTPAttributes | MaybeEAGAIN:
    """Returns what `ask` writes into the object that it is given, as known() does, or EAGAIN."""
    result, values = Received.by(ask)
    return EAGAIN if result == EAGAIN else known(values, into)


def sent(attrs: SFTPAttributes, send: Callable[[object], int]) -> int:
    """Returns what `send` returns when it is given the attributes that are to be set. Raises TypeError for none."""
    check(attrs)
    made = call.make("swiftssh_sftp_attributes_new", _abi.swiftssh_sftp_attributes)
    with owned(made, "swiftssh_sftp_attributes_free") as wanted:
        attrs._changed(wanted)
        return send(wanted.pointer)


def check(attrs: SFTPAttributes) -> None:
    """Raises TypeError unless these are attributes."""
    if not isinstance(attrs, SFTPAttributes):
        raise TypeError(
            f"Argument 'attrs' has incorrect type (expected SFTPAttributes, got {type(attrs).__name__})"
        )
