"""How Ctrl-C, and every other signal that Python handles, is heard in calls that wait.

Python runs the handlers of signals in its main thread, between two steps of the interpreter, and a call of the library is one step. So the
library asks that thread in the midst of a call; the handlers run then, and what one of them raises ends the call and comes out of it.
"""

from __future__ import annotations

import atexit
import ctypes
import functools
import itertools
import os
import threading
from collections.abc import Iterator

from . import _abi
from ._library import function

kept: list[BaseException] = []
"""What handlers have raised in calls that have not returned yet."""

listens = False
"""Whether the library asks."""

_NESTED = 8
_NO_FINALIZER = ctypes.cast(0, _abi.swiftssh_finalizer)
_NO_CALLBACK = ctypes.cast(0, _abi.swiftssh_interrupt_callback)
_run_handlers = ctypes.pythonapi.PyErr_CheckSignals


def _ear() -> Iterator[int]:
    """Runs the handlers of the signals that have come, whenever it is asked, and tells whether one of them has raised something.

    The interpreter also runs handlers as it enters a function, and ctypes drops what comes out of a callback: so this is a generator, which
    is entered in the midst of a `try`. Of two, for two signals may have come.
    """
    is_done = True
    while True:
        try:
            while True:
                try:
                    if is_done:
                        yield len(kept)
                    # Again until none of them raises: the others would not run otherwise before the next signal comes.
                    is_done = False
                    _run_handlers()
                    is_done = True
                except GeneratorExit:
                    return
                except BaseException as raised:
                    kept.append(raised)
        except BaseException as raised:
            kept.append(raised)


_ears = [_ear() for _ in range(_NESTED)]
for _one in _ears:
    next(_one)
# Each time another one: a handler may wait in the library itself, and is asked then.
_CALLBACK = _abi.swiftssh_interrupt_callback(functools.partial(next, map(next, itertools.cycle(_ears))))


def is_main() -> bool:
    """Whether this is the thread in which handlers run."""
    return threading.current_thread() is threading.main_thread()


def listen() -> None:
    """Has the library ask, if this is the main thread. To be called before a call that waits, while `listens` is false."""
    global listens
    if is_main():
        function("swiftssh_set_interrupt_callback")(_CALLBACK, None, _NO_FINALIZER, None)
        listens = True


def raise_kept() -> None:
    """Raises what a handler has raised in a call whose result says nothing of it."""
    if kept and is_main():
        raise kept.pop(0)


def _end() -> None:
    if listens:
        function("swiftssh_set_interrupt_callback")(_NO_CALLBACK, None, _NO_FINALIZER, None)


def _begin_anew() -> None:
    """In a forked child another thread may be the main one."""
    global listens
    listens = False


atexit.register(_end)
os.register_at_fork(after_in_child=_begin_anew)
