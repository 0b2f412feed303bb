"""Properties that are numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._convert import Integer


class Number(property):
    """A property that is an int, and is known as that to type checkers."""

    if TYPE_CHECKING:

        def __get__(self, owner: Any, kind: type | None = None, /) -> int: ...

        def __set__(self, owner: Any, value: Integer, /) -> None: ...
