"""What is awaited, or entered at once: `await connect()` and `async with connect()`."""

from __future__ import annotations

from collections.abc import Coroutine, Generator
from types import TracebackType
from typing import Generic, TypeVar

from ._closing import Closing, close_behind


_Opened = TypeVar("_Opened", bound=Closing)


class Opening(Coroutine[object, None, _Opened], Generic[_Opened]):
    """The coroutine of something that is to be closed. `async with` waits for it, and closes it at the end."""

    def __init__(self, opening: Coroutine[object, None, _Opened]) -> None:
        self._opening = opening
        self._opened: _Opened | None = None

    def send(self, value: None) -> object:
        """Goes on."""
        return self._opening.send(value)

    def throw(self, *raised: object) -> object:
        """Goes on with an exception."""
        return self._opening.throw(*raised)  # type: ignore[call-overload]

    def close(self) -> None:
        """Ends it before it has begun to wait."""
        self._opening.close()

    def __await__(self) -> Generator[object, None, _Opened]:
        return self._opening.__await__()

    async def __aenter__(self) -> _Opened:
        self._opened = await self._opening
        return self._opened

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            await close_behind(opened, error)
