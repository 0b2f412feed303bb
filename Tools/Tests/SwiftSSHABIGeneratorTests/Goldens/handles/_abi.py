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


class swiftssh_session(ctypes.Structure):
    """A connection to a server."""


class swiftssh_sftp_file(ctypes.Structure):
    """An open file, as a handle. It has a "quoted" part, a \\ and a description which
    is long enough to need several lines of Python.
    """


#: The functions by name: the type of the result and the types of the parameters.
FUNCTIONS: Final[dict[str, tuple[Any, tuple[Any, ...]]]] = {
    # Opens a file.
    "swiftssh_sftp_file_open": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_file)),
        ),
    ),
    # Lets go of a file.
    "swiftssh_sftp_file_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_file),),
    ),
    # The session of a file, as a new handle.
    "swiftssh_sftp_file_session": (
        ctypes.POINTER(swiftssh_session),
        (ctypes.POINTER(swiftssh_sftp_file),),
    ),
}

#: The functions whose last parameter is the error.
FALLIBLE: Final[frozenset[str]] = frozenset(
    ()
)


def declare(library: ctypes.CDLL) -> None:
    """Tells ctypes the types of every function; raises AttributeError where the library lacks one."""
    for name, (result, parameters) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = parameters
