"""What ssh2-python does not have: the extensions of SFTP that servers offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _abi, _buffers
from .._library import function
from .._sftp_server import SFTPLimits, extensions_of, identifiers, limits_of, names_of
from . import error_codes
from ._convert import Integer, MaybeEAGAIN, Text, unsigned
from ._convert import path as path_bytes
from ._errors import EAGAIN, call, error
from ._session_object import SessionObject
from ._sftp_attributes import SFTPAttributes, sent

if TYPE_CHECKING:
    from .sftp_handle import SFTPHandle


class Extensions(SessionObject):
    """What a server may offer beyond version 3. Each method raises MethodNotSupported where it does not."""

    __slots__ = ()
    _UNUSABLE = "the SFTP session has not been started"

    def _call(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_sftp_<name>; returns its result or EAGAIN, raises for an error."""
        return call("swiftssh_sftp_" + name, self._pointer(), *arguments)

    def _path(self, name: str, argument: bytes) -> bytes | MaybeEAGAIN:
        """Returns the path that swiftssh_sftp_<name> tells, or EAGAIN."""

        def receive(buffer: object, capacity: int) -> int:
            count = self._call(name, argument, buffer, capacity)
            if count > capacity:
                raise error(error_codes.LIBSSH2_ERROR_BUFFER_TOO_SMALL, "the server's path is longer than any path")
            return count

        count, found = _buffers.read(_buffers.LARGEST_READ, receive)
        return count if count < 0 else found

    @property
    def extensions(self) -> dict[bytes, bytes]:
        """What the server offers: the names and what it says of each, mostly a version."""
        return extensions_of(self._pointer())

    @property
    def limits(self) -> SFTPLimits:
        """What the server takes."""
        return limits_of(call, self._pointer())

    @property
    def bytes_in_flight(self) -> int:
        """How many bytes each file may have under way; can be set, up to what sftp_init() was given."""
        return function("swiftssh_sftp_bytes_in_flight")(self._pointer())

    @bytes_in_flight.setter
    def bytes_in_flight(self, count: Integer) -> None:
        self._call("set_bytes_in_flight", unsigned(count, "uint64_t", 64))

    def readlink(self, path: Text) -> bytes | MaybeEAGAIN:
        """Returns what a symbolic link points to, as it was written, or EAGAIN. Every server has this."""
        return self._path("readlink", path_bytes(path, "path"))

    def posix_rename(self, source_filename: Text, dest_filename: Text) -> int:
        """Gives a file another name, and replaces what has that name. Returns 0 or EAGAIN."""
        source = path_bytes(source_filename, "source_filename")
        return self._call("posix_rename", source, path_bytes(dest_filename, "dest_filename"))

    def hardlink(self, path: Text, link: Text) -> int:
        """Gives the file `path` the second name `link`. Returns 0 or EAGAIN."""
        target = path_bytes(path, "path")
        return self._call("hardlink", path_bytes(link, "link"), target)

    def lsetstat(self, path: Text, attrs: SFTPAttributes) -> int:
        """Sets attributes as setstat() does; of a symbolic link itself. Returns 0 or EAGAIN."""
        name = path_bytes(path, "path")
        return sent(attrs, lambda pointer: self._call("lsetstat", name, pointer))

    def expand_path(self, path: Text) -> bytes | MaybeEAGAIN:
        """Returns the absolute path of one that may begin with ~ or ~user, or EAGAIN."""
        return self._path("expand_path", path_bytes(path, "path"))

    def home_directory(self, user: Text = b"") -> bytes | MaybeEAGAIN:
        """Returns a user's home directory, that of the user who is logged in for "", or EAGAIN."""
        return self._path("home_directory", path_bytes(user, "user"))

    def copy_data(
        self,
        source: SFTPHandle,
        target: SFTPHandle,
        source_offset: Integer = 0,
        count: Integer = 0,
        target_offset: Integer = 0,
    ) -> int:
        """Copies bytes between two open files on the server, up to the end for a count of 0. Returns 0 or EAGAIN."""
        begin, length, place = (unsigned(n, "uint64_t", 64) for n in (source_offset, count, target_offset))
        return self._call("copy_data", source._pointer(), begin, length, target._pointer(), place)

    def users_groups_by_id(
        self, users: list[int], groups: list[int]
    ) -> tuple[list[bytes], list[bytes]] | MaybeEAGAIN:
        """Returns the names of users and of groups by their numbers, b"" where there is none, or EAGAIN."""
        arguments = identifiers([unsigned(number) for number in users], [unsigned(number) for number in groups])
        made = call.make("swiftssh_sftp_users_groups_by_id", _abi.swiftssh_sftp_names, self._pointer(), *arguments)
        return EAGAIN if made is None else names_of(made, users, groups)

    def shutdown(self) -> int:
        """Ends the SFTP session, and the requests that are under way. Returns 0 or EAGAIN; a second call does nothing."""
        return self._call("shutdown")
