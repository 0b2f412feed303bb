"""Properties that are numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ._convert import Integer

if TYPE_CHECKING:

    class Number:
        """A property that is known to be an int."""

        def __init__(
            self, read: Callable[[Any], int], write: Callable[[Any, Integer], None] | None = None, *, doc: str = ""
        ) -> None: ...

        def __get__(self, owner: object, kind: type | None = None) -> int: ...

        def __set__(self, owner: object, value: Integer) -> None: ...

else:
    Number = property
