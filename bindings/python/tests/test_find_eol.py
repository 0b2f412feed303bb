"""find_eol, of which parallel-ssh calls one for each line of output."""

from __future__ import annotations

import pytest

from swiftssh.ssh2.utils import find_eol


@pytest.mark.behaviour("utils.line-ends-are-found")
@pytest.mark.parametrize(
    ("data", "position", "found"),
    [
        (b"one\ntwo\n", 0, (3, 1)),
        (b"one\ntwo\n", 4, (3, 1)),
        (b"one\r\ntwo", 0, (3, 2)),
        (b"one\r\ntwo", 5, (-1, 0)),
        (b"\n", 0, (0, 1)),
        (b"\r\n", 0, (0, 2)),
        (b"\r\n", 1, (0, 1)),
        (b"\r", 0, (-1, 0)),
        (b"a\nb\r\n", 0, (1, 1)),
        (b"\nx\r", 0, (0, 1)),
        (b"a\rb\n", 0, (3, 1)),
        (b"a\0b\n", 0, (3, 1)),
        (b"", 0, (-1, 0)),
        (b"", 3, (-1, 3)),
        (b"none", 0, (-1, 0)),
        (b"one\n", 9, (-1, 0)),
    ],
)
def test_a_line_end_is_found_where_it_is(data: bytes, position: int, found: tuple[int, int]) -> None:
    assert find_eol(data, position) == found


def test_walking_by_what_is_returned_gives_every_line() -> None:
    data, lines, position = b"a\nbb\r\n\r\n\nccc\r\nd\re\nrest", [], 0
    while True:
        length, end = find_eol(data, position)
        if length < 0:
            break
        lines.append(data[position : position + length])
        position += length + end
    assert lines == [b"a", b"bb", b"", b"", b"ccc", b"d\re"]
    assert data[position:] == b"rest"


def test_a_fraction_is_cut_off_a_position() -> None:
    assert find_eol(b"one\ntwo\n", 4.7) == (3, 1)


@pytest.mark.parametrize("wrong", ["text\n", bytearray(b"x\n"), None, 3])
def test_only_bytes_are_taken(wrong: object) -> None:
    with pytest.raises(TypeError):
        find_eol(wrong, 0)  # type: ignore[arg-type]
