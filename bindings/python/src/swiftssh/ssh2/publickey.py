"""ssh2.publickey: the keys that a user logs in with, listed and changed over the publickey subsystem of a server."""

from __future__ import annotations

from collections.abc import Iterable

from .. import _abi
from .._calls import owned
from .._library import function
from ._convert import Integer, MaybeEAGAIN, exact_bytes, integer
from ._errors import EAGAIN, call
from ._session_object import SessionObject

__all__ = ["PublicKeyAttribute", "PublicKeyList", "PublicKeySystem"]


def _name(value: bytes, name: str) -> bytes:
    """Returns bytes that end at their first NUL for C; raises TypeError for what is not bytes, ValueError for a NUL."""
    data = exact_bytes(value, name)
    if b"\0" in data:
        raise ValueError("embedded null byte")
    return data


class _Named:
    """What the subsystem tells by a name."""

    __slots__ = ("_name", "__weakref__")

    _name: bytes

    @property
    def name(self) -> bytes:
        """The attribute's name, for example b"comment", or that of the key's algorithm, for example b"ssh-ed25519"."""
        return self._name

    @property
    def name_len(self) -> int:
        """The length of the name in bytes."""
        return len(self._name)


class PublicKeyAttribute(_Named):
    """What goes with a key, for example its comment."""

    __slots__ = ("_value", "_mandatory")

    def __init__(self, name: bytes, value: bytes, mandatory: Integer) -> None:
        """mandatory: whether the server must refuse the key if it cannot heed the attribute."""
        self._name, self._value = exact_bytes(name, "name"), exact_bytes(value, "value")
        self._mandatory = 1 if integer(mandatory) else 0

    @property
    def value(self) -> bytes:
        """The attribute's value."""
        return self._value

    @property
    def value_len(self) -> int:
        """The length of the value in bytes."""
        return len(self._value)

    @property
    def mandatory(self) -> int:
        """1 when the server must heed it, else 0. Servers do not say it of the keys that they list."""
        return self._mandatory


class PublicKeyList(_Named):
    """One key of a list; made by PublicKeySystem.list_fetch(). It is a copy that needs no connection."""

    __slots__ = ("_blob", "_attributes", "_system")

    def __init__(self, pkey_s: PublicKeySystem) -> None:
        """Makes a key without a name; of no use by itself."""
        if not isinstance(pkey_s, PublicKeySystem):
            raise TypeError(
                f"Argument 'pkey_s' has incorrect type (expected PublicKeySystem, got {type(pkey_s).__name__})"
            )
        self._name, self._blob = b"", b""
        self._attributes: list[PublicKeyAttribute] = []
        self._system = pkey_s

    @property
    def blob(self) -> bytes:
        """The key as the protocol writes it."""
        return self._blob

    @property
    def blob_len(self) -> int:
        """The length of the key in bytes."""
        return len(self._blob)

    @property
    def num_attrs(self) -> int:
        """How many attributes the key has."""
        return len(self._attributes)

    @property
    def attributes(self) -> list[PublicKeyAttribute]:
        """What goes with the key. Not in ssh2-python."""
        return list(self._attributes)


class PublicKeySystem(SessionObject):
    """The publickey subsystem of a session's server. Made by Session.publickey_init(); keeps the session alive.

    Methods that wait return EAGAIN in non-blocking mode and are then to be called again with the same arguments. What the
    server refuses raises PublicKeyProtocolError with the server's words. Letting go of it never waits.
    """

    __slots__ = ()
    _UNUSABLE = "the publickey subsystem has not been started"

    def add(self, name: bytes, blob: bytes, overwrite: Integer, attrs: Iterable[PublicKeyAttribute]) -> int:
        """Adds a key. Returns 0 or EAGAIN.

        name: the name of its algorithm. blob: the key as the protocol writes it, which is what base64 holds in a file of
            public keys. overwrite: whether a key that is there already is replaced; else it is refused.
        """
        algorithm, key, replaces = _name(name, "name"), exact_bytes(blob, "blob"), 1 if integer(overwrite) else 0
        pointer = self._pointer()
        made = call.make("swiftssh_publickey_attributes_new", _abi.swiftssh_publickey_attributes)
        with owned(made, "swiftssh_publickey_attributes_free") as attributes:
            for attribute in attrs:
                if not isinstance(attribute, PublicKeyAttribute):
                    raise TypeError(f"Expected PublicKeyAttribute, got {type(attribute).__name__}")
                value = attribute.value
                call(
                    "swiftssh_publickey_attributes_append", attributes.pointer, _name(attribute.name, "name"),
                    value, len(value), attribute.mandatory,
                )  # fmt: skip
            return call("swiftssh_publickey_add", pointer, algorithm, key, len(key), replaces, attributes.pointer)

    def remove(self, name: bytes, blob: bytes) -> int:
        """Removes a key. Returns 0 or EAGAIN."""
        algorithm, key = _name(name, "name"), exact_bytes(blob, "blob")
        return call("swiftssh_publickey_remove", self._pointer(), algorithm, key, len(key))

    def list_fetch(self) -> list[PublicKeyList] | MaybeEAGAIN:
        """Asks for the user's keys. Returns them, or EAGAIN."""
        made = call.make("swiftssh_publickey_list_fetch", _abi.swiftssh_publickey_list, self._pointer())
        if made is None:
            return EAGAIN
        with owned(made, "swiftssh_publickey_list_free") as fetched:
            count = function("swiftssh_publickey_list_count")(fetched.pointer)
            return [self._key(fetched.pointer, index) for index in range(count)]

    def _key(self, fetched: object, index: int) -> PublicKeyList:
        key = PublicKeyList(self)
        key._name = call.value("swiftssh_publickey_list_name", fetched, index)
        key._blob = call.value("swiftssh_publickey_list_blob", fetched, index)
        for place in range(function("swiftssh_publickey_list_attribute_count")(fetched, index)):
            name = call.value("swiftssh_publickey_list_attribute_name", fetched, index, place)
            value = call.value("swiftssh_publickey_list_attribute_value", fetched, index, place)
            key._attributes.append(PublicKeyAttribute(name, value, 0))
        return key

    def list_free(self, pkeys: object = None) -> None:
        """Does nothing: lists are freed by themselves."""

    def shutdown(self) -> int:
        """Ends the subsystem. Returns 0 or EAGAIN; a second call does nothing and returns 0."""
        return call("swiftssh_publickey_shutdown", self._pointer())
