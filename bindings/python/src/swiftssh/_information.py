"""What the loaded library says about itself."""

from __future__ import annotations


from . import _abi
from ._library import function, text

_PREFIX = "SWIFTSSH_CAPABILITY_"


def library_version() -> str:
    """Returns the version of the loaded libswiftssh, as "0.1.0". Raises LibraryNotFound."""
    return text("swiftssh_version")


def engine_name() -> str:
    """Returns the name of the engine that speaks the protocol, as "libssh2". Raises LibraryNotFound."""
    return text("swiftssh_engine_name")


def engine_version() -> str:
    """Returns the engine's version, as "1.10.0". Raises LibraryNotFound."""
    return text("swiftssh_engine_version")


def capabilities() -> frozenset[str]:
    """Returns what the library with the engine at hand can do beyond the least, by name in lower case.

    The names are those of the SWIFTSSH_CAPABILITY_ constants in swiftssh.h. Raises LibraryNotFound.
    """
    bits = function("swiftssh_capabilities")()
    return frozenset(
        name[len(_PREFIX) :].lower()
        for name, bit in vars(_abi).items()
        if name.startswith(_PREFIX) and bits & bit
    )
