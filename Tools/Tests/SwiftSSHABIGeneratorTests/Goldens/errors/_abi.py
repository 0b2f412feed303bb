# Generated from Sources/SwiftSSHABI by scripts/generate.
# Do not edit: change the Swift sources and run scripts/generate.

"""The C interface of SwiftSSH for ctypes.

generated from Sources/SwiftSSHABI by scripts/generate
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

SWIFTSSH_VERSION_MAJOR: Final = 1
SWIFTSSH_VERSION_MINOR: Final = 2
SWIFTSSH_VERSION_PATCH: Final = 3
SWIFTSSH_VERSION_NUMBER: Final = 66051
SWIFTSSH_VERSION_STRING: Final = "1.2.3"
VERSION: Final = "1.2.3"
#: A library whose swiftssh_abi_version() differs cannot be used.
ABI_VERSION: Final = 1
SWIFTSSH_ABI_VERSION: Final = 1


class swiftssh_error(ctypes.Structure):
    """What went wrong, owned by whoever got it."""


class swiftssh_session(ctypes.Structure):
    """A session."""


#: The functions by name: the type of the result and the types of the parameters.
FUNCTIONS: Final[dict[str, tuple[Any, tuple[Any, ...]]]] = {
    # Lets go of an error.
    "swiftssh_error_free": (
        None,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The number of an error.
    "swiftssh_error_code": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # What an error says.
    "swiftssh_error_message": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # Makes a session.
    "swiftssh_session_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(ctypes.POINTER(swiftssh_session)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets go of a session.
    "swiftssh_session_free": (
        None,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # Sends a sign of life.
    "swiftssh_session_keepalive_send": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.c_int32),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
}

#: The functions whose last parameter is the error.
FALLIBLE: Final[frozenset[str]] = frozenset(
    (
        "swiftssh_session_new",
        "swiftssh_session_keepalive_send",
    )
)


def declare(library: ctypes.CDLL) -> None:
    """Tells ctypes the types of every function; raises AttributeError where the library lacks one."""
    for name, (result, parameters) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = parameters
