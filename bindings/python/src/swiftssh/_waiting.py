"""Times as the library takes them."""

from __future__ import annotations


def milliseconds(seconds: float | None) -> int:
    """Returns a time as the library takes it: rounded up, -1 for no limit. Raises ValueError for what is no number."""
    if seconds is None:
        return -1
    if seconds != seconds:
        raise ValueError("a timeout must be a number of seconds, or None")
    return max(0, min(int(-(-seconds * 1000 // 1)), 2**62))
