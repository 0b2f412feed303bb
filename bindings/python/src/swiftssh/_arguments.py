"""What callers give, as the library takes it. What does not fit raises ValueError or TypeError here: ctypes would cut it."""

from __future__ import annotations

import operator
from collections.abc import Mapping


def milliseconds(seconds: float | None) -> int:
    """Returns a time as the library takes it: rounded up, -1 for no limit. Raises ValueError for what is no number."""
    if seconds is None or seconds == float("inf"):
        return -1
    if seconds != seconds:
        raise ValueError("a timeout must be a number of seconds, or None")
    return max(0, min(int(-(-seconds * 1000 // 1)), 2**62))


def words(text: str) -> bytes:
    """Returns text that the library takes as NUL-terminated UTF-8."""
    if not isinstance(text, str):
        raise TypeError(f"must be str, not {type(text).__name__}")
    if "\0" in text:
        raise ValueError("embedded null character")
    return text.encode()


def port_number(port: int) -> int:
    """Returns a port, 0 to 65535; 0 means something else everywhere."""
    number = operator.index(port)
    if not 0 <= number <= 65535:
        raise ValueError(f"ports are 0 to 65535, not {number}")
    return number


def octets(data: bytes | bytearray | memoryview) -> bytes:
    """Returns what is in memory of any kind. Raises TypeError for what is none: bytes() would make zeros of a number."""
    return data if isinstance(data, bytes) else memoryview(data).tobytes()


def content(data: str | bytes | bytearray | memoryview | None) -> bytes:
    """Returns what a command is to read: text as UTF-8, nothing for None."""
    return b"" if data is None else data.encode() if isinstance(data, str) else octets(data)


def variables(env: Mapping[str, str] | None) -> bytes:
    """Returns variables one behind the other, each with a NUL after it."""
    pairs = []
    for name, value in (env or {}).items():
        if not name or "=" in name:
            raise ValueError(f"illegal environment variable name: {name!r}")
        pairs.append(words(f"{name}={value}") + b"\0")
    return b"".join(pairs)
