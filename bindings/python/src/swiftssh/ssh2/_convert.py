"""The conversions of arguments that ssh2-python makes, for callers that rely on them."""

from __future__ import annotations

from typing import Any, SupportsInt, Union

Text = Union[str, bytes]
"""What is taken where a text is meant; a str is sent as UTF-8."""
Integer = SupportsInt
"""What is taken where a number is meant; fractions are cut off."""
MaybeEAGAIN = Any
"""EAGAIN, an int, which calls return in non-blocking mode alone. As a type it is not said, so that a program in blocking mode need not look for it."""

ENCODING = "utf-8"
_LONG = 1 << 63


def text(value: Text | None, name: str) -> bytes:
    """Returns the bytes of a text; raises TypeError for None and everything else that is not one.

    Raises UnicodeEncodeError for a str that UTF-8 cannot write. `name` is the parameter's.
    """
    if value is None:
        raise TypeError(f"Argument '{name}' must not be None")
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode(ENCODING)
    raise TypeError(f"Expected bytes, got {type(value).__name__}")


def optional_text(value: Text | None, name: str) -> bytes | None:
    """Returns what `text` does, and None for None."""
    return None if value is None else text(value, name)


def exact_bytes(value: bytes | None, name: str) -> bytes:
    """Returns `value`; raises TypeError unless it is bytes. `name` is the parameter's."""
    if isinstance(value, bytes):
        return value
    if value is None:
        raise TypeError(f"Argument '{name}' must not be None")
    raise TypeError(f"Argument '{name}' has incorrect type (expected bytes, got {type(value).__name__})")


def path(value: Text | None, name: str) -> bytes:
    """Returns the bytes of a remote path, as `text` does; raises ValueError for one with a NUL in it."""
    found = text(value, name)
    if b"\0" in found:
        raise ValueError("embedded null byte")
    return found


def _whole(value: Integer) -> int:
    """Returns any number as an int, its fraction cut off; raises TypeError for a text and None."""
    if not isinstance(value, int):
        convert = getattr(type(value), "__int__", None) or getattr(type(value), "__index__", None)
        if convert is None:
            raise TypeError("an integer is required")
        value = int(convert(value))
    return int(value)


def integer(value: Integer) -> int:
    """Returns any number as an int, its fraction cut off; raises TypeError for a text and None.

    Raises OverflowError where a C long could not hold it.
    """
    number = _whole(value)
    if not -_LONG <= number < _LONG:
        raise OverflowError("Python int too large to convert to C long")
    return number


def c_int(value: Integer) -> int:
    """Returns a number that a C int holds; raises TypeError or OverflowError."""
    number = integer(value)
    if not -(1 << 31) <= number < 1 << 31:
        raise OverflowError("value too large to convert to int")
    return number


def unsigned(value: Integer, kind: str = "unsigned int", bits: int = 32) -> int:
    """Returns a number that is not negative and has at most `bits` bits; raises TypeError or OverflowError.

    `kind` is the C type that the message names.
    """
    number = value if type(value) is int else _whole(value)
    if number < 0:
        raise OverflowError(f"can't convert negative value to {kind}")
    if number >= 1 << bits:
        raise OverflowError(f"value too large to convert to {kind}")
    return number


def byte_count(value: Integer) -> int:
    """Returns a count of bytes; raises TypeError or OverflowError."""
    return unsigned(value, "size_t", 64)
