"""Clients for asyncio in the tests."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import swiftssh.aio
from clients import port_of
from servers import Fixture
from swiftssh.aio._opening import Opening

_Value = TypeVar("_Value")

PATIENCE = 120
"""After so many seconds a test that hangs has failed."""


def connecting(fixture: Fixture, port: int, **changes: Any) -> Opening[swiftssh.aio.Client]:
    """Connects a client that knows the server and has the user's key and nothing else; `changes` are arguments of connect()."""
    arguments: dict[str, Any] = {
        "user": fixture["user"],
        "config": False,
        "known_hosts": fixture["known_hosts"],
        "agent": False,
        "key_files": fixture["client_key"],
        **changes,
    }
    return swiftssh.aio.connect("127.0.0.1", port=port, **arguments)


def in_loop(work: Awaitable[_Value]) -> _Value:
    """Runs a coroutine in an event loop of its own."""

    async def patient() -> _Value:
        return await asyncio.wait_for(work, PATIENCE)

    return asyncio.run(patient())


def with_client(
    fixture: Fixture, work: Callable[[swiftssh.aio.Client], Awaitable[_Value]], *options: str
) -> _Value:
    """Runs a coroutine with a client; `options` are lines of the server's configuration."""

    async def whole(port: int) -> _Value:
        async with connecting(fixture, port) as client:
            return await work(client)

    with port_of(fixture, *options) as port:
        return in_loop(whole(port))


async def cancelled(task: asyncio.Task[Any]) -> bool:
    """Cancels a task and tells whether it was."""
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return True
    return False


def threads() -> int:
    """Returns how many threads this process has, those of the library's included."""
    return len(os.listdir("/proc/self/task"))
