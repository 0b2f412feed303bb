"""Waiting over a socket of gevent's, as that socket would wait: other greenlets run meanwhile."""

from __future__ import annotations

import ctypes
import importlib
import select as _select
import sys
import threading
import time
from collections.abc import Callable

from .. import _abi
from .._calls import owned
from .._handle import Handle
from .._library import function
from ._errors import EAGAIN, call

_LOOKS_AGAIN = 0.1
"""Seconds until a greenlet looks by itself: what was for it may have been told to another one that waits on the session."""


class _Late(Exception):
    """Nothing has come."""


def may_wait(sock: object) -> bool:
    """Tells whether a socket is gevent's and may be waited for here: in its hub's own thread, but not by the hub itself."""
    sockets = sys.modules.get("gevent.socket")
    if sockets is None or not isinstance(sock, sockets.socket):
        return False
    hub = getattr(sock, "hub", None)
    if getattr(hub, "thread_ident", None) != threading.get_ident():
        return False
    return sys.modules["gevent"].getcurrent() is not hub


def select(
    sock: object, readers: list[object], writers: list[object], timeout: float
) -> tuple[list[object], list[object], list[object]]:
    """Does what select.select does, for what is waited for on a socket."""
    waiting = importlib.import_module("gevent.select") if may_wait(sock) else _select
    ready = waiting.select(readers, writers, [], timeout)
    return list(ready[0]), list(ready[1]), list(ready[2])


def wait(session: Handle, attempt: Callable[[], int]) -> int:
    """Makes a session's call again and again until it is done, and returns its result.

    attempt: makes the call. It has the session's timeout for all of it, and raises Timeout like every other call.
    A greenlet that is killed or has a timeout of gevent's gives up what it has asked for.
    """
    made = call.make("swiftssh_caller_new", _abi.swiftssh_caller, session.pointer, 0)
    caller = owned(made, "swiftssh_caller_free", session)
    try:
        limit = function("swiftssh_session_get_timeout")(session.pointer)
        end = time.monotonic() + limit / 1000 if limit > 0 else float("inf")
        if limit > 0:
            call("swiftssh_caller_set_timeout", caller.pointer, limit)
        while (result := _attempt(caller, attempt)) == EAGAIN:
            _news(session, end)
        return result
    finally:
        caller.close()


def _attempt(caller: Handle, attempt: Callable[[], int]) -> int:
    call("swiftssh_caller_enter", caller.pointer, 0)
    try:
        return attempt()
    finally:
        function("swiftssh_caller_leave")(caller.pointer, None)


def _news(session: Handle, end: float) -> None:
    """Waits until there is news of the session, or the time has passed."""
    descriptor = call("swiftssh_session_notice_descriptor", session.pointer)
    told = ctypes.c_uint64()
    while call("swiftssh_session_turn", session.pointer, ctypes.byref(told)) == 0:
        left = end - time.monotonic()
        try:
            # The library says that it is too late, and may do so a moment later.
            sys.modules["gevent.socket"].wait_read(descriptor, max(min(left, _LOOKS_AGAIN), 0.001), _Late())
        except _Late:
            return
