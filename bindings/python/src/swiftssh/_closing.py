"""What is closed at the end of a `with` block."""

from __future__ import annotations

from types import TracebackType
from typing import NoReturn, TypeVar

_Self = TypeVar("_Self", bound="Closing")


class Closing:
    """Something that is closed, by close() or at the end of a `with` block."""

    __slots__ = ()

    def close(self) -> None:
        """Closes it; a second call does nothing."""
        raise NotImplementedError

    def __reduce__(self) -> NoReturn:
        # Neither pickled nor copied: two would own, and end, the same.
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def __enter__(self: _Self) -> _Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class ClosingBehindErrors(Closing):
    """Something whose close() may fail for what went wrong in the block, which then says more."""

    __slots__ = ()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.close()
        except Exception:
            if error is None:
                raise
