"""How calls wait so that Ctrl-C, and every other signal that Python handles, is heard within a tenth of a second.

Python handles signals in its main thread, between two steps of the interpreter; a call of the library is one step. So the main
thread waits a tenth of a second at a time, or has another thread make the call. Other threads make their calls at once.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from .errors import TimedOut

_Value = TypeVar("_Value")

SLICE = 0.1
"""The longest that the main thread is in one call that waits, in seconds."""


def milliseconds(seconds: float | None) -> int:
    """Returns a time as the library takes it: rounded up, -1 for no limit. Raises ValueError for what is no number."""
    if seconds is None:
        return -1
    if seconds != seconds:
        raise ValueError("a timeout must be a number of seconds, or None")
    return max(0, min(int(-(-seconds * 1000 // 1)), 2**62))


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def in_slices(attempt: Callable[[int], _Value], timeout: float | None) -> _Value:
    """Makes a call that goes on where it was when it is made again after it has timed out.

    attempt: makes the call with a time in milliseconds, -1 for no limit; raises TimedOut when that has passed.
    timeout: the time for all of it in seconds; None for no limit. Raises TimedOut when it has passed.
    """
    if not _is_main():
        return attempt(milliseconds(timeout))
    end = None if timeout is None else time.monotonic() + timeout
    while True:
        left = SLICE if end is None else end - time.monotonic()
        try:
            return attempt(milliseconds(min(left, SLICE)))
        except TimedOut:
            if end is not None and left <= SLICE:
                raise


class _Call(Generic[_Value]):
    """A call that a thread makes for another."""

    def __init__(self, work: Callable[[], _Value]) -> None:
        self._work: Callable[[], _Value] | None = work
        self._ended = threading.Event()
        self._values: list[_Value] = []
        self._raised: BaseException | None = None

    def run(self) -> None:
        """Makes the call."""
        work, self._work = self._work, None
        try:
            if work is not None:
                self._values.append(work())
        except BaseException as raised:
            self._raised = raised
        finally:
            self._ended.set()

    @property
    def has_ended(self) -> bool:
        """Whether the call has been made."""
        return self._ended.is_set()

    def value(self) -> _Value:
        """Waits for the call, and returns what it returned or raises what it raised."""
        while not self._ended.wait(SLICE):
            pass
        try:
            if self._raised is not None:
                raise self._raised
            return self._values.pop()
        finally:
            self._raised = None


class _Worker:
    """A thread that makes calls for the main one, until it is left."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._runs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        threading.Thread(target=self._serve, name="swiftssh", daemon=True).start()

    def _serve(self) -> None:
        while (run := self._runs.get()) is not None:
            run()
            del run

    @property
    def is_alive(self) -> bool:
        """Whether this process has the thread: a forked one has not."""
        return self._process == os.getpid()

    def start(self, call: _Call[_Value]) -> None:
        """Has it make a call."""
        self._runs.put(call.run)

    def leave(self) -> None:
        """Has it end when it has made its call."""
        self._runs.put(None)


_idle: list[_Worker] = []
"""A thread without a call. Only the main thread touches this, and what its signals' handlers call finds it empty."""


def interruptible(work: Callable[[], _Value], cancel: Callable[[], object] = lambda: None) -> _Value:
    """Makes a call that cannot be made again, in another thread where this is the main one.

    work: makes the call.
    cancel: ends it; called when this thread is interrupted. What the call returns then is let go.
    """
    if not _is_main():
        return work()
    worker = _idle.pop() if _idle else _Worker()
    if not worker.is_alive:
        worker = _Worker()
    call = _Call(work)
    worker.start(call)
    try:
        return call.value()
    except BaseException:
        if not call.has_ended:
            cancel()
        raise
    finally:
        if call.has_ended and not _idle:
            _idle.append(worker)
        else:
            worker.leave()
