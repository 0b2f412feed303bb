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


#: The functions by name: the type of the result and the types of the parameters.
FUNCTIONS: Final[dict[str, tuple[Any, tuple[Any, ...]]]] = {
    # Reads up to 1.5 pages, e.g. from a file, into `memory.pool` of the caller's.
    "swiftssh_everything": (
        ctypes.c_int32,
        (ctypes.c_int32, ctypes.c_char_p),
    ),
    # The parameters come as a list.
    "swiftssh_list": (
        None,
        (ctypes.c_uint32, ctypes.c_uint32),
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
