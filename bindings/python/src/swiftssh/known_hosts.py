"""Lists of hosts and their keys, as OpenSSH's known_hosts files hold them."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from typing import NoReturn, Union

from . import _abi
from ._arguments import content, octets, port_number, words
from ._calls import call, owned
from ._handle import Handle
from ._library import function, text
from .errors import HostKeyError, HostKeyMismatch, HostKeyRevoked, HostKeyUnknown

__all__ = ["KnownHostEntry", "KnownHosts"]

_Path = Union[str, os.PathLike[str]]

_FORM = _abi.SWIFTSSH_KNOWNHOST_FILE_OPENSSH
_KEY = _abi.SWIFTSSH_KNOWNHOST_TYPE_PLAIN | _abi.SWIFTSSH_KNOWNHOST_KEYENC_RAW
_MARKERS = {
    _abi.SWIFTSSH_KNOWNHOST_MARKER_CERT_AUTHORITY: "@cert-authority",
    _abi.SWIFTSSH_KNOWNHOST_MARKER_REVOKED: "@revoked",
}
_REFUSALS: dict[int, tuple[type[HostKeyError], str]] = {
    _abi.SWIFTSSH_KNOWNHOST_CHECK_MISMATCH: (HostKeyMismatch, "the host is known by another key"),
    _abi.SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND: (HostKeyUnknown, "the host is not known"),
    _abi.SWIFTSSH_KNOWNHOST_CHECK_REVOKED: (HostKeyRevoked, "the host's key is revoked"),
}


class KnownHostEntry:
    """A line that names hosts and their key. It tells the same after it was removed from its list.

    names: the names, with commas between; "" where they are hashed.
    key_type: the key's type, as "ssh-ed25519". key: the key, not in base64. fingerprint: "SHA256:" and base64.
    marker: "@cert-authority", "@revoked", or "". comment: what follows the key.
    file, line: where it was read, the first line being 1; "" and 0 for nowhere.
    """

    def __init__(self, handle: Handle) -> None:
        """Takes over a handle."""
        pointer, entry = handle.pointer, "swiftssh_knownhost_entry_"
        self._handle = handle
        self.names: str = call.value(entry + "name", pointer).decode("utf-8", "replace")
        self.key_type: str = text(entry + "key_type", pointer)
        self.key: bytes = call.value(entry + "key", pointer)
        self.fingerprint: str = text(entry + "fingerprint", pointer)
        self.marker: str = _MARKERS.get(function(entry + "marker")(pointer), "")
        self.comment: str = call.value(entry + "comment", pointer).decode("utf-8", "replace")
        self.file: str = text(entry + "file", pointer)
        self.line: int = function(entry + "line")(pointer)

    def __repr__(self) -> str:
        place = f" ({self.file}:{self.line})" if self.file else ""
        return f"<swiftssh.KnownHostEntry {self.names or 'hashed'} {self.key_type} {self.fingerprint}{place}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")


class KnownHosts:
    """A list of hosts and their keys, which connect() takes in the place of files. Any thread may use it.

    Lines that are not understood have no effect, and are kept.
    """

    def __init__(self, *paths: _Path) -> None:
        """Reads files, if any. Raises as read() does."""
        made = call.make("swiftssh_knownhost_new", _abi.swiftssh_knownhost)
        self._handle = owned(made, "swiftssh_knownhost_free")
        for path in paths:
            self.read(path)

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    @property
    def pointer(self) -> object:
        """What the library's functions take."""
        return self._handle.pointer

    def _entry(self, pointer: object) -> KnownHostEntry:
        return KnownHostEntry(owned(pointer, "swiftssh_knownhost_entry_free", self._handle))

    def __iter__(self) -> Iterator[KnownHostEntry]:
        """Gives the entries in the order of their lines."""
        previous: KnownHostEntry | None = None
        while True:
            made = ctypes.POINTER(_abi.swiftssh_knownhost_entry)()
            before = None if previous is None else previous._handle.pointer
            if call("swiftssh_knownhost_get", self.pointer, before, ctypes.byref(made)) != 0:
                return
            previous = self._entry(made)
            yield previous

    @property
    def not_understood(self) -> int:
        """How many lines have no effect because they are not understood."""
        return function("swiftssh_knownhost_not_understood")(self.pointer)

    def read(self, path: _Path) -> int:
        """Reads a file and puts its lines at the end. Returns how many name hosts. Raises FileMissing and FileUnreadable."""
        return call("swiftssh_knownhost_readfile", self.pointer, os.fsencode(os.path.expanduser(path)), _FORM)

    def add_line(self, line: str | bytes) -> None:
        """Puts a line, as a file has it, at the end. Raises SSHError for one that is not understood."""
        data = content(line)
        call("swiftssh_knownhost_readline", self.pointer, data, len(data), _FORM)

    def add(self, host: str, key: bytes, *, port: int = 22, comment: str = "") -> KnownHostEntry:
        """Puts a host's key at the end.

        host: its name or address; a pattern names several. port: the port, if it is another one than 22.
        key: the key, not in base64: `PresentedHostKey.blob`.
        """
        name = host if port_number(port) == 22 else f"[{host}]:{port}"
        made = ctypes.POINTER(_abi.swiftssh_knownhost_entry)()
        noted, blob = words(comment, "comment") if comment else None, octets(key)
        arguments = (words(name, "host"), None, blob, len(blob), noted, _KEY | _abi.SWIFTSSH_KNOWNHOST_KEY_UNKNOWN)
        call("swiftssh_knownhost_addc", self.pointer, *arguments, ctypes.byref(made))
        return self._entry(made)

    def check(self, host: str, key: bytes, *, port: int = 22) -> KnownHostEntry:
        """Returns the entry that says that a key is a host's. A line without a port is good for every port.

        Raises HostKeyUnknown, HostKeyRevoked, and HostKeyMismatch where the host is known by other keys.
        """
        made = ctypes.POINTER(_abi.swiftssh_knownhost_entry)()
        blob = octets(key)
        arguments = (words(host, "host"), port_number(port), blob, len(blob), _KEY)
        verdict = call("swiftssh_knownhost_checkp", self.pointer, *arguments, ctypes.byref(made))
        entry = self._entry(made) if made else None
        if verdict == _abi.SWIFTSSH_KNOWNHOST_CHECK_MATCH and entry is not None:
            return entry
        kind, reason = _REFUSALS.get(verdict, (HostKeyError, "the host's key cannot be accepted"))
        raised = kind(reason, phase="host key", host=host, port=port, path=entry.file if entry else "")
        if entry is not None:
            raised.expected_fingerprint, raised.line = entry.fingerprint, entry.line
        raise raised

    def remove(self, entry: KnownHostEntry) -> None:
        """Takes an entry out; no file is touched. Raises SSHError where it is not in the list."""
        call("swiftssh_knownhost_delete", self.pointer, entry._handle.pointer)

    def append(self, entry: KnownHostEntry, path: _Path) -> None:
        """Adds an entry of the list to a file, one line, under a lock. Raises FileUnreadable, TimedOut."""
        call("swiftssh_knownhost_append", self.pointer, entry._handle.pointer, os.fsencode(os.path.expanduser(path)))

    def write(self, path: _Path) -> None:
        """Writes the whole list in the place of a file, at once: all lines as they were read. Raises FileUnreadable, TimedOut."""
        call("swiftssh_knownhost_writefile", self.pointer, os.fsencode(os.path.expanduser(path)), _FORM)
