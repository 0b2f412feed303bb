"""The library's requests for a signature, put to a Python function."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from .. import _abi
from .._calls import call
from ._callbacks import CalledBack, ask
from ._convert import exact_bytes
from .exceptions import PublickeyUnverifiedError

Sign = Callable[[bytes, str], bytes]
"""Called with what is to be signed and the signature algorithm's name; returns the signature."""


class Signer(CalledBack):
    """One log-in with a key whose private half is elsewhere."""

    def answer(self, request: object, data: int, length: int, algorithm: bytes) -> None:
        """Asks the function and hands its signature over. Raises TypeError when that is not bytes."""
        signature = exact_bytes(self.function(ctypes.string_at(data, length), algorithm.decode()), "signature")
        call("swiftssh_sign_request_answer", request, signature, len(signature))


ASK = _abi.swiftssh_sign_callback(ask)


def nobody(data: bytes, algorithm: str) -> bytes:
    """Signs nothing."""
    raise PublickeyUnverifiedError("the server takes the key, but there is nobody to sign with it: pass sign=", code=-19)
