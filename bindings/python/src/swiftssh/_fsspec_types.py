"""What fsspec's file systems take and give: fsspec itself has no types."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol, TypedDict, Union

Path = Union[str, os.PathLike[str]]
"""A path on the server, or its URL, or a local path."""

Paths = Union[Path, Sequence[Path]]
"""One path, with stars or without, or several."""


class Link(TypedDict, total=False):
    """What the description of a symbolic link has more."""

    islink: Literal[True]
    destination: str


class FileInfo(Link):
    """fsspec's description of a file: its path, its size in bytes, and what it is; a link that points nowhere is of the type `link`.

    uid, gid: its owner. mode: its permissions and what it is, as in os.stat(). What the server does not tell is None.
    islink, destination: there for a symbolic link, which is described as what it points to.
    """

    name: str
    size: int | None
    type: Literal["directory", "file", "link", "other"]
    mode: int | None
    uid: int | None
    gid: int | None
    mtime: datetime | None
    atime: datetime | None


class Callback(Protocol):
    """What is used of an fsspec callback: it is told how many bytes there are, and how many have been copied, in all or since the last time."""

    def set_size(self, size: int | None, /) -> object: ...

    def absolute_update(self, value: int, /) -> object: ...

    def relative_update(self, inc: int, /) -> object: ...


class Writable(Protocol):
    """A file of bytes that is open here."""

    def write(self, data: bytes, /) -> object: ...
