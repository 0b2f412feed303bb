"""Finds, loads and declares libswiftssh.so, at the first call of one of its functions."""

from __future__ import annotations

import ctypes
import functools
import os
import threading
from collections.abc import Callable
from typing import cast

from . import _abi

Function = Callable[..., int]
"""A declared C function. Calling it lets go of the interpreter lock until it returns."""

_NAME = "libswiftssh.so"
_SYSTEM_NAME = "libswiftssh.so.0"
_loading = threading.Lock()
_loaded: list[ctypes.CDLL] = []


class LibraryNotFound(ImportError):
    """libswiftssh.so could not be loaded; the message lists every place that was tried and what was wrong there."""


def candidates() -> list[str]:
    """Returns what to load, best first: $SWIFTSSH_LIBRARY alone when it is set, else the wheel's, then the system's."""
    chosen = os.environ.get("SWIFTSSH_LIBRARY")
    if chosen:
        return [chosen]
    return [os.path.join(os.path.dirname(__file__), _NAME), _SYSTEM_NAME, _NAME]


def _open(candidate: str) -> ctypes.CDLL:
    """Loads one candidate. Raises OSError when it is not a libswiftssh that this package can use."""
    library = ctypes.CDLL(candidate)
    try:
        version = library.swiftssh_abi_version
    except AttributeError:
        raise OSError("it is not libswiftssh: it has no swiftssh_abi_version") from None
    version.argtypes, version.restype = (), ctypes.c_uint32
    found = int(version())
    if found != _abi.ABI_VERSION:
        raise OSError(f"its ABI version is {found}, this package needs {_abi.ABI_VERSION}")
    try:
        _abi.declare(library)
    except AttributeError as error:
        raise OSError(f"it is older than this package, {_abi.VERSION}: {error}") from None
    return library


def _load() -> ctypes.CDLL:
    """Loads the first candidate that will do. Raises LibraryNotFound."""
    failures = []
    for candidate in candidates():
        try:
            return _open(candidate)
        except OSError as error:
            failures.append(f"  {candidate}: {error}")
    raise LibraryNotFound("\n".join(["libswiftssh could not be loaded. Tried:", *failures]), name="swiftssh")


def library() -> ctypes.CDLL:
    """Returns the library, its functions declared; loads it at the first call. Raises LibraryNotFound."""
    with _loading:
        if not _loaded:
            _loaded.append(_load())
        return _loaded[0]


class _Functions(dict[str, Function]):
    """The functions by name, each declared when it is first asked for."""

    def __missing__(self, name: str) -> Function:
        return self.setdefault(name, cast(Function, getattr(library(), name)))


function: Callable[[str], Function] = _Functions().__getitem__
"""Returns a function of the library. Raises LibraryNotFound, or AttributeError when there is no such function."""


def bound(name: str, *arguments: object) -> Callable[[], int]:
    """Returns what calls a function with the same arguments again and again: they are converted once, which is most of a short call."""
    declared = cast("ctypes._NamedFuncPointer", function(name))
    bare = library()[name]
    bare.restype = declared.restype
    converted = [kind.from_param(argument) for kind, argument in zip(declared.argtypes or (), arguments)]
    return functools.partial(bare, *converted)


def text(name: str, *arguments: object) -> str:
    """Returns the text of a function that returns `const char *`."""
    value = cast("bytes | None", function(name)(*arguments))
    return (value or b"").decode("utf-8", "replace")
