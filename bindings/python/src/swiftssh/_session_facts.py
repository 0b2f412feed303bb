"""What a session tells of its key exchange, and how long its calls may take."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from . import _abi
from ._arguments import milliseconds
from ._calls import call
from ._library import function
from ._peer import escaped, key_type
from ._questions import PresentedHostKey

if TYPE_CHECKING:
    from ._handle import Handle

_METHODS = {
    "kex": _abi.SWIFTSSH_METHOD_KEX,
    "host_key": _abi.SWIFTSSH_METHOD_HOSTKEY,
    "cipher_to_server": _abi.SWIFTSSH_METHOD_CRYPT_CS,
    "cipher_from_server": _abi.SWIFTSSH_METHOD_CRYPT_SC,
    "mac_to_server": _abi.SWIFTSSH_METHOD_MAC_CS,
    "mac_from_server": _abi.SWIFTSSH_METHOD_MAC_SC,
    "compression_to_server": _abi.SWIFTSSH_METHOD_COMP_CS,
    "compression_from_server": _abi.SWIFTSSH_METHOD_COMP_SC,
}


def host_key(session: Handle, host: str, port: int) -> PresentedHostKey:
    """Returns the key by which the host has shown that it is the one."""
    kind = ctypes.c_int32()
    blob = call.value("swiftssh_session_hostkey", session.pointer, outputs=(ctypes.byref(kind),))
    fingerprint = call.value("swiftssh_session_hostkey_fingerprint", session.pointer).decode("ascii", "replace")
    return PresentedHostKey(host, port, key_type(blob), fingerprint, blob)


def banner(session: Handle) -> str:
    """Returns what the server has said to users before they were in; what would drive a terminal is escaped."""
    said = call.value("swiftssh_session_userauth_banner", session.pointer).decode("utf-8", "replace")
    return escaped(said.replace("\r\n", "\n"), kept="\n\t")


def algorithms(session: Handle) -> dict[str, str]:
    """Returns the algorithms that were agreed on, by what they are for."""
    return {
        purpose: call.value("swiftssh_session_methods", session.pointer, method).decode("ascii", "replace")
        for purpose, method in _METHODS.items()
    }


def timeout(session: Handle) -> float | None:
    """Returns the time for each call that has none of its own, in seconds; None for no limit."""
    found = function("swiftssh_session_get_timeout")(session.pointer)
    return found / 1000 if found > 0 else None


def set_timeout(session: Handle, seconds: float | None) -> None:
    """Sets the time for each call that has none of its own."""
    limit = milliseconds(seconds)
    # 0 is no limit there.
    call("swiftssh_session_set_timeout", session.pointer, max(1, limit) if limit >= 0 else 0)
