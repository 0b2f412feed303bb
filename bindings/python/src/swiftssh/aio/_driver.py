"""How the tasks of an event loop make a session's calls: none of them waits in the library."""

from __future__ import annotations

import asyncio
import ctypes
import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from .. import _abi, _buffers, _signals
from .._arguments import milliseconds
from .._calls import call, owned, trying
from .._library import function, text
from ..errors import Cancelled, Closed
from ._threads import COPYING, ended

if TYPE_CHECKING:
    from .._handle import Handle

_Value = TypeVar("_Value")

_WOULD_BLOCK = _abi.SWIFTSSH_ERROR_EAGAIN
_TOLD_AT_ONCE = 256
"""How many tasks are told before the event loop does something else."""
_LASTING_AT_ONCE = 8
"""How many of the threads for calls of many steps one session has at once: others' short copies need not wait for its long ones."""


class _Caller:
    """A caller of the library's, for one call of one task at a time."""

    __slots__ = ("handle", "number", "has_timeout", "future", "is_interrupted")

    def __init__(self, session: Handle, number: int) -> None:
        made = call.make("swiftssh_caller_new", _abi.swiftssh_caller, session.pointer, number)
        self.handle = owned(made, "swiftssh_caller_free", session)
        self.number = number
        self.has_timeout = False
        self.future: asyncio.Future[None] | None = None
        self.is_interrupted = False

    def set_timeout(self, timeout: float | None) -> None:
        """Sets the time for the next call in seconds; None for no limit."""
        if timeout is not None or self.has_timeout:
            call("swiftssh_caller_set_timeout", self.handle.pointer, milliseconds(timeout))
        self.has_timeout = timeout is not None

    def make(self, attempt: Callable[[], _Value], waits: int = 0) -> _Value:
        """Makes a call as this caller."""
        pointer = self.handle.pointer
        if function("swiftssh_caller_enter")(pointer, waits, None) < 0:
            call("swiftssh_caller_enter", pointer, waits)
        try:
            return attempt()
        finally:
            function("swiftssh_caller_leave")(pointer, None)


def _wake(caller: _Caller) -> None:
    """Has a caller try again."""
    if caller.future is not None and not caller.future.done():
        caller.future.set_result(None)


class Driver:
    """Makes the calls of one session for the tasks of the event loop that runs when it is made.

    timeout: the time in seconds for each call that has none of its own; None for no limit. The session's own means nothing to callers that do not wait.
    """

    def __init__(self, session: Handle) -> None:
        """Takes over a session that has logged in."""
        self._loop = asyncio.get_running_loop()
        self._lasting = asyncio.Semaphore(_LASTING_AT_ONCE)
        self.timeout: float | None = None
        self._session: Handle | None = session
        self._why_ended = ""
        self._turn_of_library = function("swiftssh_session_turn")
        self._numbers = itertools.count(1)
        self._told = ctypes.c_uint64()
        self._told_place = ctypes.byref(self._told)
        self._idle: list[_Caller] = []
        self._waiting: dict[int, _Caller] = {}
        self._descriptor = call("swiftssh_session_notice_descriptor", session.pointer)
        self._loop.add_reader(self._descriptor, self._turn)

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The event loop that the session belongs to."""
        return self._loop

    @property
    def session(self) -> Handle:
        """The session. Raises Closed when that is over, and RuntimeError in another event loop."""
        if asyncio.get_running_loop() is not self._loop:
            raise RuntimeError("this connection belongs to another event loop")
        if self._session is None:
            raise Closed("the client has been closed")
        return self._session

    def _turn(self) -> None:
        """Takes in what has come, and has the tasks go on for which that is news."""
        if self._session is None:
            return
        pointer, found = self._session.pointer, 0
        for _ in range(_TOLD_AT_ONCE):
            found = self._turn_of_library(pointer, self._told_place, None)
            if found <= 0:
                break
            caller = self._waiting.get(self._told.value)
            if caller is not None:
                _wake(caller)
        if found < 0:
            # In a forked child: the connection is its parent's.
            self.end(text("swiftssh_status_name", found))
        _signals.raise_kept()

    async def run(self, attempt: Callable[[], int], timeout: float | None = None) -> int:
        """Makes a call until it no longer says that it would block, and returns its result.

        attempt: makes the call by `trying`.
        timeout: the time for it in seconds, None for the driver's; raises TimedOut when it has passed.

        A task that is cancelled gives up what it has asked for; the session goes on.
        """
        session, timeout = self.session, self.timeout if timeout is None else timeout
        caller = self._idle.pop() if self._idle else _Caller(session, next(self._numbers))
        end = None if timeout is None else self._loop.time() + timeout
        try:
            caller.set_timeout(timeout)
            while (result := caller.make(attempt)) == _WOULD_BLOCK:
                await self._news(caller, end)
        except BaseException:
            caller.handle.close()
            raise
        if self._session is None:
            caller.handle.close()
        else:
            self._idle.append(caller)
        return result

    async def _news(self, caller: _Caller, end: float | None) -> None:
        """Waits until a caller is to try again."""
        caller.future = future = self._loop.create_future()
        self._waiting[caller.number] = caller
        timer = None
        if end is not None:
            # The library says that it is too late, and may do so a moment later.
            left = max(end - self._loop.time(), 0.001)
            timer = self._loop.call_later(left, _wake, caller)
        try:
            await future
        finally:
            caller.future = None
            self._waiting.pop(caller.number, None)
            if timer is not None:
                timer.cancel()
        if caller.is_interrupted:
            raise Cancelled(self._why_ended, code=_abi.SWIFTSSH_ERROR_CANCELLED)

    async def call(self, name: str, *arguments: object, timeout: float | None = None) -> int:
        """Calls a function whose last parameter is the error, which is not given here. Returns its status or count."""
        return await self.run(lambda: trying(name, *arguments), timeout)

    async def make(
        self, name: str, kind: type[ctypes.Structure], *inputs: object, timeout: float | None = None
    ) -> object:
        """Calls a function that makes an object, and returns that."""
        made = ctypes.POINTER(kind)()
        await self.call(name, *inputs, ctypes.byref(made), timeout=timeout)
        return made

    async def value(self, name: str, *inputs: object, capacity: int) -> bytes:
        """Calls a function that copies a value into a buffer, and returns that."""
        while True:
            buffer = ctypes.create_string_buffer(capacity)
            length = await self.call(name, *inputs, buffer, capacity)
            if length <= capacity:
                return ctypes.string_at(buffer, length)
            capacity = length

    async def read(self, size: int, name: str, *inputs: object, timeout: float | None = None) -> bytes:
        """Calls a function that reads at most `size` bytes into a buffer, and returns them."""
        data = b""

        def attempt() -> int:
            nonlocal data
            count, data = _buffers.read(size, lambda buffer, room: trying(name, *inputs, buffer, room))
            return count

        await self.run(attempt, timeout)
        return data

    async def write(
        self, data: bytes, name: str, *inputs: object, after: tuple[object, ...] = (), timeout: float | None = None
    ) -> None:
        """Calls a function that takes some of the bytes, until it has taken all of them.

        inputs, after: the arguments before the bytes, and those between their number and the error.
        """
        start = ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value or 0
        done = 0
        while done < len(data):
            rest = (ctypes.c_void_p(start + done), len(data) - done)
            done += await self.call(name, *inputs, *rest, *after, timeout=timeout)

    async def lasting(self, work: Callable[[], _Value]) -> _Value:
        """Has a thread make a call of many steps, which waits. A task that is cancelled ends the call, and waits for that end."""
        async with self._lasting:
            caller = _Caller(self.session, next(self._numbers))
            started = COPYING.start(lambda: caller.make(work, waits=1))
            try:
                return await asyncio.wrap_future(started)
            except asyncio.CancelledError:
                if not started.cancelled():
                    call("swiftssh_caller_cancel", caller.handle.pointer)
                    await ended(started)
                raise

    def interrupt(self, why: str) -> None:
        """Has the tasks that wait raise Cancelled."""
        self._why_ended = why
        for caller in self._waiting.values():
            caller.is_interrupted = True
            _wake(caller)

    def end(self, why: str) -> None:
        """Lets the session go. Tasks that wait raise Cancelled, and what comes after raises Closed."""
        session, self._session = self._session, None
        if session is None:
            return
        self.interrupt(why)
        if not self._loop.is_closed():
            self._loop.remove_reader(self._descriptor)
        for caller in self._idle:
            caller.handle.close()
        self._idle.clear()
        session.close()
