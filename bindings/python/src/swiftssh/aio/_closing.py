"""What is closed at the end of an `async with` block."""

from __future__ import annotations

from types import TracebackType
from typing import TypeVar

_Self = TypeVar("_Self", bound="Closing")


class Closing:
    """Something that is closed, by close() or at the end of an `async with` block."""

    async def close(self) -> None:
        """Closes it; a second call does nothing."""
        raise NotImplementedError

    async def __aenter__(self: _Self) -> _Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


class ClosingBehindErrors(Closing):
    """Something whose close() may fail for what went wrong in the block, which then says more."""

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await close_behind(self, error)


async def close_behind(used: Closing, error: BaseException | None) -> None:
    """Closes what a block has used. An error that the block ends with is not replaced by one of closing."""
    try:
        await used.close()
    except Exception:
        if error is None:
            raise
