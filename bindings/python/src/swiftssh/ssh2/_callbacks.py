"""Python functions that the library calls back during a log-in."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from .. import _abi


class CalledBack:
    """A function that the library calls during one log-in, and what it raised."""

    def __init__(self, key: tuple[bytes, ...], function: Callable[..., Any]) -> None:
        """key: what tells this log-in from others of its kind."""
        self.key = key
        self.function = function
        self.raised: BaseException | None = None

    def answer(self, *given: Any, **named: Any) -> None:
        """Answers the library, which gives what its callback's type says, but for the number. What it raises ends the log-in."""
        raise NotImplementedError


# The library holds a number instead of an object: what is not in this table any more cannot be called any more.
_running: dict[int, CalledBack] = {}
_numbers = itertools.count(1)


def register(called_back: CalledBack) -> int:
    """Returns the number by which ask() finds the object until FORGET is called with it."""
    number = next(_numbers)
    _running[number] = called_back
    return number


def ask(number: int, *given: object) -> int:
    """Has what is registered under the number answer the library. Returns 0, or 1 when it raised."""
    called_back = _running.get(number)
    if called_back is None:
        return 1
    try:
        called_back.answer(*given)
        return 0
    except BaseException as raised:
        called_back.raised = raised
        return 1


# No function of Python's, in which Ctrl-C would be lost.
FORGET = _abi.swiftssh_finalizer(_running.pop)
