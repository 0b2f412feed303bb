"""Waiting over a socket of gevent's, as that socket would wait: other greenlets run meanwhile."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable

from .._handle import Handle
from .._library import function
from ._errors import call


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
    waiting = importlib.import_module("gevent.select" if may_wait(sock) else "select")
    ready = waiting.select(readers, writers, [], timeout)
    return list(ready[0]), list(ready[1]), list(ready[2])


def wait(session: Handle, attempt: Callable[[], int]) -> int:
    """Makes a session's call again and again until it is done, and returns its result.

    attempt: makes the call. It has the session's timeout for all of it, and raises Timeout like every other call.
    A greenlet that is killed or has a timeout of gevent's gives up what it has asked for.
    """
    from .. import _greenlets

    return _greenlets.wait(call, session, attempt, function("swiftssh_session_get_timeout")(session.pointer) or -1)
