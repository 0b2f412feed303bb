"""ssh2.knownhost: a list of the hosts that are known and their keys, by OpenSSH's known_hosts files.

Nothing here uses the network, and nothing returns EAGAIN. The exceptions carry a format and its values, as ssh2-python's
do, and what went wrong as the last value; code, path and errno are attributes.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from .. import _abi
from .._calls import owned
from .._handle import Handle
from ..errors import SSHError
from ._convert import Integer, Text, c_int, exact_bytes, text
from ._errors import call
from ._knownhost_entry import PREFIX, place_of, pointer_of
from ._knownhost_entry import KnownHostEntry as KnownHostEntry
from .exceptions import (
    KnownHostAddError,
    KnownHostCheckError,
    KnownHostCheckFailure,
    KnownHostCheckMisMatchError,
    KnownHostCheckNotFoundError,
    KnownHostDeleteError,
    KnownHostError,
    KnownHostGetError,
    KnownHostReadFileError,
    KnownHostReadLineError,
    KnownHostWriteFileError,
    KnownHostWriteLineError,
)

if TYPE_CHECKING:
    from .session import Session

LIBSSH2_KNOWNHOST_TYPE_MASK = 0xFFFF
LIBSSH2_KNOWNHOST_TYPE_PLAIN = 1
LIBSSH2_KNOWNHOST_TYPE_SHA1 = 2
LIBSSH2_KNOWNHOST_TYPE_CUSTOM = 3

LIBSSH2_KNOWNHOST_KEYENC_MASK = 3 << 16
LIBSSH2_KNOWNHOST_KEYENC_RAW = 1 << 16
LIBSSH2_KNOWNHOST_KEYENC_BASE64 = 2 << 16

LIBSSH2_KNOWNHOST_KEY_SHIFT = 18
LIBSSH2_KNOWNHOST_KEY_MASK = 15 << 18
LIBSSH2_KNOWNHOST_KEY_RSA1 = 1 << 18
LIBSSH2_KNOWNHOST_KEY_SSHRSA = 2 << 18
LIBSSH2_KNOWNHOST_KEY_SSHDSS = 3 << 18
LIBSSH2_KNOWNHOST_KEY_ECDSA_256 = 4 << 18
LIBSSH2_KNOWNHOST_KEY_ECDSA_384 = 5 << 18
LIBSSH2_KNOWNHOST_KEY_ECDSA_521 = 6 << 18
LIBSSH2_KNOWNHOST_KEY_ED25519 = 7 << 18
LIBSSH2_KNOWNHOST_KEY_UNKNOWN = 15 << 18

_REFUSALS: dict[int, tuple[type[KnownHostCheckError], str]] = {
    _abi.SWIFTSSH_KNOWNHOST_CHECK_MISMATCH: (KnownHostCheckMisMatchError, "the host is known by another key"),
    _abi.SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND: (KnownHostCheckNotFoundError, "the host is not known"),
    _abi.SWIFTSSH_KNOWNHOST_CHECK_REVOKED: (KnownHostCheckError, "the host's key is revoked"),
}


def _optional_bytes(value: bytes | None, name: str) -> bytes | None:
    return None if value is None else exact_bytes(value, name)


class KnownHost:
    """A list of known hosts. Any thread may call any method."""

    __slots__ = ("_session", "_handle", "__weakref__")

    _session: Session
    _handle: Handle

    def __init__(self, session: Session) -> None:
        """Makes a list that knows nobody. `session` is kept, and not used. Raises TypeError for anything else."""
        from .session import Session

        if not isinstance(session, Session):
            raise TypeError(
                f"Argument 'session' has incorrect type (expected Session, got {type(session).__name__})"
            )
        self._session = session
        self._handle = owned(call.make(PREFIX + "new", _abi.swiftssh_knownhost), PREFIX + "free")

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def _call(
        self, kind: type[KnownHostError], message: str, values: tuple[object, ...], act: Callable[[], int]
    ) -> int:
        """Returns what `act` does; an error of the library is raised as `kind`, with the format and its values."""
        try:
            return act()
        except SSHError as error:
            reason = str(error)
            raise kind(
                message + ": %s", *values, reason, code=error.code, path=error.path, errno=error.errno
            ) from None

    def add(self, host: bytes, salt: bytes, key: bytes, typemask: Integer) -> NoReturn:
        """Raises NotImplementedError: addc() adds."""
        raise NotImplementedError

    def check(self, host: bytes, key: bytes, typemask: Integer) -> NoReturn:
        """Raises NotImplementedError: checkp() checks."""
        raise NotImplementedError

    def addc(
        self,
        host: bytes,
        key: bytes,
        typemask: Integer,
        salt: bytes | None = None,
        comment: bytes | None = None,
    ) -> KnownHostEntry:
        """Adds a line at the end of the list and returns its entry.

        host: the name, b"[name]:port" for another port than 22, patterns; its hash in base64 with TYPE_SHA1.
        key: the key's bytes with KEYENC_RAW, in base64 with KEYENC_BASE64. They are not looked at.
        typemask: one of LIBSSH2_KNOWNHOST_TYPE_, one of _KEYENC_ and one of _KEY_, which must be there.
        salt: what the name was hashed with, in base64.
        Raises KnownHostAddError.
        """
        name, key_bytes, mask = exact_bytes(host, "host"), exact_bytes(key, "key"), c_int(typemask)
        salt_text, comment_text = _optional_bytes(salt, "salt"), _optional_bytes(comment, "comment")
        made = ctypes.POINTER(_abi.swiftssh_knownhost_entry)()
        arguments = (name, salt_text, key_bytes, len(key_bytes), comment_text, mask, ctypes.byref(made))
        self._call(
            KnownHostAddError,
            "Error adding host %s with key %s",
            (host, key),
            lambda: call(PREFIX + "addc", self._handle.pointer, *arguments),
        )
        return KnownHostEntry._adopted(self._handle, made)

    def checkp(self, host: bytes, port: Integer, key: bytes, typemask: Integer) -> KnownHostEntry:
        """Returns the entry that says that the key is the host's; raises when there is none.

        port: the port, -1 when `host` is the whole name. A line without a port is good for every port.
        key: the key's bytes with KEYENC_RAW, in base64 with KEYENC_BASE64.
        typemask: one of LIBSSH2_KNOWNHOST_KEYENC_, and one of _KEY_ to regard only keys of that type.
        Raises KnownHostCheckMisMatchError when the host is known by other keys only, KnownHostCheckNotFoundError when
        it is not known, KnownHostCheckError when the key is revoked, and KnownHostCheckFailure when the check failed.
        """
        name, number = exact_bytes(host, "host"), c_int(port)
        key_bytes, mask = exact_bytes(key, "key"), c_int(typemask)
        made = ctypes.POINTER(_abi.swiftssh_knownhost_entry)()
        arguments = (name, number, key_bytes, len(key_bytes), mask, ctypes.byref(made))
        verdict = self._call(
            KnownHostCheckFailure,
            "Error checking host %s port %s",
            (host, number),
            lambda: call(PREFIX + "checkp", self._handle.pointer, *arguments),
        )
        entry = KnownHostEntry._adopted(self._handle, made) if made else None
        if verdict == _abi.SWIFTSSH_KNOWNHOST_CHECK_MATCH and entry is not None:
            return entry
        kind, reason = _REFUSALS.get(verdict, (KnownHostCheckError, "the host's key cannot be accepted"))
        raise kind("Host %s port %s: %s", host, number, reason + place_of(entry))

    def delete(self, entry: KnownHostEntry) -> None:
        """Takes an entry out of the list.

        Raises KnownHostDeleteError when it was deleted before, or is another list's.
        """
        pointer = pointer_of(entry, KnownHostDeleteError)
        self._call(
            KnownHostDeleteError,
            "Error deleting entry %s",
            (entry,),
            lambda: call(PREFIX + "delete", self._handle.pointer, pointer),
        )

    def readline(self, line: bytes, f_type: Integer = 1) -> None:
        """Reads a line of a file and puts it at the end of the list; a comment and an empty line are no entry.

        f_type: 1, OpenSSH's form. Raises KnownHostReadLineError for a line that is not understood.
        """
        content, form = exact_bytes(line, "line"), c_int(f_type)
        self._call(
            KnownHostReadLineError,
            "Error reading line %s",
            (line,),
            lambda: call(PREFIX + "readline", self._handle.pointer, content, len(content), form),
        )

    def readfile(self, filename: Text, f_type: Integer = 1) -> int:
        """Reads a file and puts its lines at the end of the list; returns how many of them name hosts.

        Lines that are not understood are passed over, and kept for writefile(). f_type: 1, OpenSSH's form.
        Raises KnownHostReadFileError, with errno and path.
        """
        path, form = text(filename, "filename"), c_int(f_type)
        return self._call(
            KnownHostReadFileError,
            "Error reading known hosts file %s",
            (filename,),
            lambda: call(PREFIX + "readfile", self._handle.pointer, path, form),
        )

    def writeline(self, entry: KnownHostEntry, f_type: Integer = 1, buf_len: Integer = 1024) -> bytes:
        """Returns an entry as a line of a file, its line feed included. `buf_len` need not be large enough.

        f_type: 1, OpenSSH's form. Raises KnownHostWriteLineError when the entry is not in the list.
        """
        pointer, form = pointer_of(entry, KnownHostWriteLineError), c_int(f_type)
        capacity = max(1, min(c_int(buf_len), 1 << 20))
        written: list[bytes] = []

        def write() -> int:
            written.append(call.value(PREFIX + "writeline", self._handle.pointer, pointer, form, capacity=capacity))
            return 0

        self._call(KnownHostWriteLineError, "Error writing line for entry %s", (entry,), write)
        return written[0]

    def writefile(self, filename: Text, f_type: Integer = 1) -> None:
        """Puts a file with all lines in the place of another: every line as it was read, comments too.

        f_type: 1, OpenSSH's form. Raises KnownHostWriteFileError, with errno and path; the old file is then as it was.
        """
        path, form = text(filename, "filename"), c_int(f_type)
        self._call(
            KnownHostWriteFileError,
            "Error writing known hosts file %s",
            (filename,),
            lambda: call(PREFIX + "writefile", self._handle.pointer, path, form),
        )

    def get(self, prev: KnownHostEntry | None = None) -> list[KnownHostEntry]:
        """Returns the entries, those after `prev` when it is given. Raises KnownHostGetError for another list's."""
        previous = None if prev is None else pointer_of(prev, KnownHostGetError)
        entries: list[KnownHostEntry] = []
        while True:
            made = ctypes.POINTER(_abi.swiftssh_knownhost_entry)()
            arguments = (previous, ctypes.byref(made))
            self._call(
                KnownHostGetError,
                "Error getting known hosts after %s",
                (prev,),
                lambda: call(PREFIX + "get", self._handle.pointer, *arguments),  # noqa: B023
            )
            if not made:
                return entries
            entries.append(KnownHostEntry._adopted(self._handle, made))
            previous = made
