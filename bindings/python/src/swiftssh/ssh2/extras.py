"""ssh2.extras: loops around calls in non-blocking mode, by the names that ssh2-python gives them after 1.2."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ._convert import exact_bytes
from ._errors import EAGAIN

__all__ = ["eagain_errcode", "eagain_write_errcode"]

_Value = TypeVar("_Value")


def eagain_errcode(
    func: Callable[..., _Value], poller_func: Callable[[], object], *args: object, **kwargs: object
) -> _Value:
    """Makes a call until it no longer returns EAGAIN, and returns what it returns.

    poller_func: is called after each EAGAIN, and waits until the session's socket is ready.
    """
    while (result := func(*args, **kwargs)) == EAGAIN:
        poller_func()
    return result


def eagain_write_errcode(
    write_func: Callable[[bytes], tuple[int, int]], poller_func: Callable[[], object], data: bytes
) -> None:
    """Writes all of the bytes.

    write_func: writes some of the bytes it is given, and returns a status and how many these were, as Channel.write() does.
    poller_func: is called after each EAGAIN, and waits until the session's socket is ready.
    """
    rest = exact_bytes(data, "data")
    while rest:
        status, count = write_func(rest)
        rest = rest[count:]
        if status == EAGAIN:
            poller_func()
