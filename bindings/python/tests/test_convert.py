"""The conversions of arguments."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from swiftssh.ssh2 import _convert


@pytest.mark.behaviour("ssh2.texts-are-str-or-bytes")
def test_a_text_is_taken_as_str_or_bytes() -> None:
    assert _convert.text("ä", "x") == b"\xc3\xa4"
    assert _convert.text(b"\xff\0", "x") == b"\xff\0"


@pytest.mark.parametrize("wrong", [bytearray(b"x"), memoryview(b"x"), 3, ["x"]])
def test_another_type_is_no_text(wrong: object) -> None:
    with pytest.raises(TypeError, match="Expected bytes, got"):
        _convert.text(wrong, "x")  # type: ignore[arg-type]


def test_none_is_no_text_and_the_parameter_is_named() -> None:
    with pytest.raises(TypeError, match="Argument 'username' must not be None"):
        _convert.text(None, "username")
    assert _convert.optional_text(None, "publickey") is None


def test_a_str_that_utf8_cannot_write_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        _convert.text("\ud800", "x")


@pytest.mark.behaviour("ssh2.numbers-may-have-fractions")
@pytest.mark.parametrize(("value", "number"), [(3, 3), (100.9, 100), (-1.5, -1), (Decimal("7.2"), 7), (True, 1)])
def test_a_fraction_is_cut_off(value: _convert.Integer, number: int) -> None:
    assert _convert.integer(value) == number
    assert type(_convert.integer(value)) is int


@pytest.mark.parametrize("wrong", ["3", None, b"3", []])
def test_a_text_is_no_number(wrong: object) -> None:
    with pytest.raises(TypeError, match="an integer is required"):
        _convert.integer(wrong)  # type: ignore[arg-type]


def test_numbers_out_of_range_are_refused() -> None:
    calls: list[Callable[[], int]] = [
        lambda: _convert.integer(1 << 63),
        lambda: _convert.c_int(1 << 31),
        lambda: _convert.unsigned(-1),
        lambda: _convert.unsigned(1 << 32),
        lambda: _convert.byte_count(-1),
        lambda: _convert.integer(float("inf")),
    ]
    for call in calls:
        with pytest.raises(OverflowError):
            call()


@pytest.mark.parametrize("wrong", ["x", bytearray(b"x"), None])
def test_exact_bytes_takes_bytes_alone(wrong: object) -> None:
    with pytest.raises(TypeError, match="Argument 'data'"):
        _convert.exact_bytes(wrong, "data")  # type: ignore[arg-type]
