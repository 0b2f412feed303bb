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
ABI_VERSION: Final = 7

# Capability
#: The first bit.
SWIFTSSH_CAPABILITY_FIRST: Final = 0x1
#: The last bit.
SWIFTSSH_CAPABILITY_LAST: Final = 0x8000000000000000
#: Both bits.
SWIFTSSH_CAPABILITY_BOTH: Final = 0x8000000000000001
#: A mask.
SWIFTSSH_CAPABILITY_MASK: Final = 0xffff0000
#: A plain number, the number of the interface.
SWIFTSSH_ABI_VERSION: Final = 7

# Status
#: Nothing went wrong.
SWIFTSSH_ERROR_NONE: Final = 0
#: The deadline passed. Whoever waits for "ever" never sees it.
SWIFTSSH_ERROR_TIMEOUT: Final = -9
#: The lowest number that there is.
SWIFTSSH_LOWEST: Final = -2147483648
#: The lowest number of the longer type.
SWIFTSSH_LOWEST_LONG: Final = -9223372036854775808
#: A longer number.
SWIFTSSH_LONG: Final = -5000000000


#: The functions by name: the type of the result and the types of the parameters.
FUNCTIONS: Final[dict[str, tuple[Any, tuple[Any, ...]]]] = {
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
