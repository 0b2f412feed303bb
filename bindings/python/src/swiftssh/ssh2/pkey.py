"""ssh2.pkey: a public key that an agent holds the private half of."""

from __future__ import annotations

from typing import NoReturn, TypeVar

_MAGIC = 0x3BDEFED2
"""What libssh2 marks its identities with."""

_Self = TypeVar("_Self", bound="PublicKey")


class PublicKey:
    """A key of an agent, from Agent.get_identities(). It holds copies: it stays good when the agent has gone.

    One that a program makes itself is empty: all of its attributes are None.
    """

    __slots__ = ("_blob", "_comment", "__weakref__")

    _blob: bytes | None
    _comment: bytes | None

    def __init__(self) -> None:
        """Makes an empty key."""
        self._blob = self._comment = None

    @classmethod
    def _listed(cls: type[_Self], blob: bytes, comment: bytes) -> _Self:
        self = cls()
        self._blob, self._comment = blob, comment
        return self

    @property
    def blob(self) -> bytes | None:
        """The public key as the protocol writes it."""
        return self._blob

    @property
    def blob_len(self) -> int | None:
        """The number of bytes of the key."""
        return None if self._blob is None else len(self._blob)

    @property
    def comment(self) -> bytes | None:
        """What the key's owner calls it, often a path or an address."""
        return self._comment

    @property
    def magic(self) -> int | None:
        """A number that libssh2 marks identities with; of no use."""
        return None if self._blob is None else _MAGIC

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")
