"""ssh2.knownhost's entries."""

from __future__ import annotations

from typing import NoReturn, TypeVar

from .._calls import owned
from .._handle import Handle
from .._library import function, text
from ._errors import call
from .exceptions import KnownHostError

PREFIX = "swiftssh_knownhost_"
_MAGIC = 0xDEADCAFE
_Self = TypeVar("_Self", bound="KnownHostEntry")


class KnownHostEntry:
    """A line that names hosts and their key. It keeps its list alive, and tells the same after it was deleted from it.

    One that was made by hand is no line of any list, and knows nothing.
    """

    __slots__ = ("_handle", "__weakref__")

    _handle: Handle | None

    def __init__(self) -> None:
        self._handle = None

    @classmethod
    def _adopted(cls: type[_Self], hosts: Handle, pointer: object) -> _Self:
        self = cls()
        self._handle = owned(pointer, PREFIX + "entry_free", hosts)
        return self

    def _value(self, name: str) -> bytes | None:
        """Returns the value of swiftssh_knownhost_entry_<name>, None for an entry that was made by hand."""
        return None if self._handle is None else call.value(PREFIX + "entry_" + name, self._handle.pointer)

    @property
    def magic(self) -> int:
        """A number that says nothing."""
        return _MAGIC

    @property
    def name(self) -> bytes | None:
        """The names, with commas between them; None when they are hashed."""
        return self._value("name") or None

    @property
    def key(self) -> bytes | None:
        """The key, not in base64."""
        return self._value("key")

    @property
    def typemask(self) -> int | None:
        """What the entry was added with, or what its line says: bits of LIBSSH2_KNOWNHOST_TYPE_, _KEYENC_ and _KEY_."""
        return None if self._handle is None else function(PREFIX + "entry_typemask")(self._handle.pointer)

    def __repr__(self) -> str:
        return f"Known host entry for host: {self.name!r}"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")


def pointer_of(entry: KnownHostEntry, kind: type[KnownHostError]) -> object:
    """Returns what the library knows an entry by. Raises TypeError, or `kind` for one that was made by hand."""
    if not isinstance(entry, KnownHostEntry):
        raise TypeError(
            f"Argument 'entry' has incorrect type (expected KnownHostEntry, got {type(entry).__name__})"
        )
    if entry._handle is None:
        raise kind("Entry %s is in no list", entry)
    return entry._handle.pointer


def place_of(entry: KnownHostEntry | None) -> str:
    """Returns where an entry is and its key's fingerprint, for a message."""
    if entry is None or entry._handle is None:
        return ""
    pointer = entry._handle.pointer
    file = text(PREFIX + "entry_file", pointer)
    fingerprint = text(PREFIX + "entry_fingerprint", pointer)
    line = function(PREFIX + "entry_line")(pointer)
    return f" ({file}:{line}, {fingerprint})" if file else f" ({fingerprint})"
