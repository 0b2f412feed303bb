"""Paths on a server: bytes there, text here."""

from __future__ import annotations

import os
from typing import Union

RemotePath = Union[str, bytes, os.PathLike[str]]
"""A path on a server. A str is sent as UTF-8; what is not UTF-8 in a name comes as lone surrogates, and goes back as it was."""

LocalPath = Union[str, bytes, os.PathLike[str]]
"""A path of this machine; a `~` at its beginning is the home directory."""


def encoded(path: RemotePath) -> bytes:
    """Returns the bytes of a remote path. Raises ValueError for one with a NUL in it, TypeError for what is no path."""
    name = os.fspath(path)
    found = name if isinstance(name, bytes) else name.encode("utf-8", "surrogateescape")
    if b"\0" in found:
        raise ValueError("embedded null byte")
    return found


def decoded(name: bytes) -> str:
    """Returns a name of the server's as text."""
    return name.decode("utf-8", "surrogateescape")


def local(path: LocalPath) -> bytes:
    """Returns the bytes of a path of this machine. Raises ValueError for one with a NUL in it, TypeError for what is no path."""
    found = os.fsencode(os.path.expanduser(path))
    if b"\0" in found:
        raise ValueError("embedded null byte")
    return found
