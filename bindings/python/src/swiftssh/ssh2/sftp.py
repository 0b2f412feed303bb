"""ssh2.sftp: the files of a server."""

from __future__ import annotations

from .. import _abi
from .._calls import owned
from .._library import function
from . import _sftp_constants, error_codes
from ._convert import ENCODING, Integer, MaybeEAGAIN, Text, byte_count, integer, unsigned
from ._convert import path as path_bytes
from ._errors import EAGAIN, call, error
from ._sftp_attributes import SFTPAttributes, received, sent
from ._sftp_constants import *
from ._sftp_extensions import Extensions
from ._sftp_statvfs import SFTPStatVFS, asked
from .channel import Channel
from .sftp_handle import SFTPHandle

__all__ = ["SFTP"]
__all__ += _sftp_constants.__all__

_RENAME_FLAGS = (
    _abi.SWIFTSSH_SFTP_RENAME_OVERWRITE | _abi.SWIFTSSH_SFTP_RENAME_ATOMIC | _abi.SWIFTSSH_SFTP_RENAME_NATIVE
)


def _slice(value: bytes | bytearray, length: Integer, name: str) -> bytes:
    """Returns so many bytes of a path; raises TypeError for what is not bytes, ValueError for a NUL among them."""
    if not isinstance(value, (bytes, bytearray)):
        raise TypeError(f"expected bytes, {type(value).__name__} found")
    return path_bytes(bytes(value[: byte_count(length)]), name)


class SFTP(Extensions):
    """The files of a server. Made by Session.sftp_init(); keeps the session alive.

    Methods that wait return EAGAIN in non-blocking mode and are then to be called again with the same arguments. What the server
    refuses raises SFTPProtocolError with its words; the exception's sftp_status and last_error() tell the number. Any thread may
    call any method; requests go side by side. Letting go of it never waits.
    """

    __slots__ = ()

    def get_channel(self) -> Channel:
        """Returns the channel that SFTP goes over, to look at: what is read from it or written to it breaks SFTP."""
        made = call.make("swiftssh_sftp_get_channel", _abi.swiftssh_channel, self._pointer())
        return Channel._adopted(self._session, owned(made, "swiftssh_channel_free", self._handle))

    def open(self, filename: Text, flags: Integer, mode: Integer) -> SFTPHandle | MaybeEAGAIN:
        """Opens a file. Returns it, or EAGAIN.

        flags: bits of LIBSSH2_FXF_*; 0 counts as reading with most servers. mode: the permission bits of a file that is made,
            of which the server's umask takes some away.
        """
        return self._opened("open", path_bytes(filename, "filename"), unsigned(flags), integer(mode) & 0xFFFFFFFF)

    def open_ex(
        self,
        filename: bytes | bytearray,
        filename_len: Integer,
        flags: Integer,
        mode: Integer,
        open_type: Integer,
    ) -> SFTPHandle | MaybeEAGAIN:
        """Opens what the first filename_len bytes name: a file for an open_type of 0, else a directory."""
        name = _slice(filename, filename_len, "filename")
        return self.opendir(name) if integer(open_type) else self.open(name, flags, mode)

    def opendir(self, path: Text) -> SFTPHandle | MaybeEAGAIN:
        """Opens a directory to be listed. Returns it, or EAGAIN."""
        return self._opened("opendir", path_bytes(path, "path"))

    def _opened(self, name: str, *arguments: object) -> SFTPHandle | MaybeEAGAIN:
        pointer = self._pointer()
        made = call.make("swiftssh_sftp_" + name, _abi.swiftssh_sftp_handle, pointer, *arguments)
        if made is None:
            return EAGAIN
        return SFTPHandle._adopted(self, owned(made, "swiftssh_sftp_handle_free", self._handle))

    def rename(self, source_filename: Text, dest_filename: Text) -> int:
        """Gives a file another name. Returns 0 or EAGAIN.

        Where the new name is taken the server decides: OpenSSH refuses. posix_rename() replaces.
        """
        source = path_bytes(source_filename, "source_filename")
        return self._call("rename", source, path_bytes(dest_filename, "dest_filename"), _RENAME_FLAGS)

    def rename_ex(
        self,
        source_filename: bytes | bytearray,
        source_filename_len: Integer,
        dest_filename: bytes | bytearray,
        dest_filename_len: Integer,
        flags: Integer,
    ) -> int:
        """Does what rename() does, with so many bytes of each name. The flags are not sent: SFTP 3 has no room for them."""
        source = _slice(source_filename, source_filename_len, "source_filename")
        target = _slice(dest_filename, dest_filename_len, "dest_filename")
        return self._call("rename", source, target, integer(flags) & 0xFFFFFFFF)

    def unlink(self, filename: Text) -> int:
        """Removes a file or a symbolic link. Returns 0 or EAGAIN."""
        return self._call("unlink", path_bytes(filename, "filename"))

    def mkdir(self, path: Text, mode: Integer) -> int:
        """Makes a directory. Returns 0 or EAGAIN. mode: its permission bits, of which the server's umask takes some away."""
        return self._call("mkdir", path_bytes(path, "path"), integer(mode) & 0xFFFFFFFF)

    def rmdir(self, path: Text) -> int:
        """Removes an empty directory. Returns 0 or EAGAIN."""
        return self._call("rmdir", path_bytes(path, "path"))

    def stat(self, path: Text) -> SFTPAttributes | MaybeEAGAIN:
        """Returns what the server knows of a file, or of what a symbolic link points to, or EAGAIN."""
        name = path_bytes(path, "path")
        return received(lambda pointer: self._call("stat", name, pointer))

    def lstat(self, path: Text) -> SFTPAttributes | MaybeEAGAIN:
        """Returns what the server knows of a file, of a symbolic link itself, or EAGAIN."""
        name = path_bytes(path, "path")
        return received(lambda pointer: self._call("lstat", name, pointer))

    def setstat(self, path: Text, attrs: SFTPAttributes) -> int:
        """Sets those attributes of a file that attrs.flags names. Returns 0 or EAGAIN."""
        name = path_bytes(path, "path")
        return sent(attrs, lambda pointer: self._call("setstat", name, pointer))

    def statvfs(self, path: Text) -> SFTPStatVFS | MaybeEAGAIN:
        """Returns what is known of the file system that a path is on, or EAGAIN."""
        return asked(self, "swiftssh_sftp_statvfs", self._pointer(), path_bytes(path, "path"))

    def symlink(self, path: Text, target: Text) -> int:
        """Makes a symbolic link. Returns 0 or EAGAIN.

        path: what it points to. target: the link that is made. The names are ssh2-python's; the order is that of os.symlink().
        """
        points_to = path_bytes(path, "path")
        return self._call("symlink", path_bytes(target, "target"), points_to)

    def realpath(self, path: Text, max_len: Integer = 256) -> str | MaybeEAGAIN:
        """Returns the absolute path without `.`, `..` and symbolic links, or EAGAIN.

        Raises BufferTooSmallError for a path of max_len bytes or more, UnicodeDecodeError for one that is not UTF-8.
        """
        limit = byte_count(max_len)
        found = self._path("realpath", path_bytes(path, "path"))
        if isinstance(found, int):
            return found
        if len(found) >= limit:
            raise error(error_codes.LIBSSH2_ERROR_BUFFER_TOO_SMALL, f"the path is {len(found)} bytes long")
        return found.decode(ENCODING)

    def last_error(self) -> int:
        """Returns the status (SSH_FX_*) of the last reply that made a call fail, 0 while none has."""
        return function("swiftssh_sftp_last_error")(self._pointer())
