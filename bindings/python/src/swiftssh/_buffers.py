"""Buffers that reads are made into, used again and again."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable

LARGEST_READ = 256 * 1024
"""The most bytes that one read asks the library for, however many its caller would take."""

# A few are kept, so that a thread that reads all the time makes none and a burst of threads leaves little behind.
# deque's append and pop are atomic, which is all the locking that this needs.
_spare: deque[ctypes.Array[ctypes.c_char]] = deque(maxlen=8)


def read(size: int, receive: Callable[[object, int], int]) -> tuple[int, bytes]:
    """Reads at most `size` bytes, and at most LARGEST_READ, by calling `receive(buffer, capacity)`.

    Returns what `receive` returned and the bytes; none when that is 0 or negative. Nothing is filled with zeros per
    call: one copy of the bytes that arrived is the whole cost.
    """
    try:
        buffer = _spare.pop()
    except IndexError:
        buffer = ctypes.create_string_buffer(LARGEST_READ)
    count = receive(buffer, min(size, LARGEST_READ))
    data = ctypes.string_at(buffer, count) if count > 0 else b""
    _spare.append(buffer)
    return count, data


def write(data: bytes, send: Callable[[object, int], int]) -> tuple[int, int]:
    """Writes bytes by calling `send(address, count)` until all are written or it returns 0 or less.

    Returns what it returned last, and how many bytes are written. Nothing is copied.
    """
    count = written = send(data, len(data)) if data else 0
    if not 0 < written < len(data):
        return count, max(written, 0)
    address = ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value or 0
    while written < len(data):
        count = send(address + written, len(data) - written)
        if count <= 0:
            break
        written += count
    return count, written
