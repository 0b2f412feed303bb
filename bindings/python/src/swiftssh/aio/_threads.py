"""The bounded number of threads that make calls of many steps."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_Value = TypeVar("_Value")


class Threads:
    """Threads that are made when they are needed, and kept."""

    def __init__(self, name: str, most: int) -> None:
        """name: of the threads. most: how many there are at most; more calls wait."""
        self._name = name
        self._most = most
        self._process = 0
        self._executor: ThreadPoolExecutor | None = None

    def start(self, work: Callable[[], _Value]) -> Future[_Value]:
        """Has one of them make a call."""
        # A forked child has none of its parent's threads.
        if self._executor is None or self._process != os.getpid():
            self._executor = ThreadPoolExecutor(self._most, f"swiftssh-{self._name}")
            self._process = os.getpid()
        return self._executor.submit(work)


CONNECTING = Threads("connect", 64)
COPYING = Threads("copy", 32)
CLOSING = Threads("close", 8)


async def ended(call: Future[_Value]) -> None:
    """Waits until a call has ended, however it does."""
    waiting = asyncio.wrap_future(call)
    await asyncio.wait([waiting])
    if not waiting.cancelled():
        waiting.exception()
