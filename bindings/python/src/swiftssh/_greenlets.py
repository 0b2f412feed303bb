"""Waiting as gevent does: the other greenlets of a thread run while one waits for the library. Imported only where gevent is.

What waits for a session is tried again when the session's descriptor tells, as tasks of asyncio do it (swiftssh.aio). What is made of many steps in one call is
made by a thread, of which there are a bounded number.
"""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import time
from collections.abc import Callable, Iterator
from typing import Any

from gevent import getcurrent, monkey
from gevent._hub_local import get_hub_if_exists
from gevent.event import Event

from . import _abi, _signals
from ._arguments import Milliseconds
from ._calls import Caller, owned, trying
from ._greenlet_threads import LASTING, asked, made_by_thread
from ._handle import Handle, handle_of
from ._library import function
from .errors import SSHError

__all__ = ["asked", "called", "wait"]

_WAITING = (
    "swiftssh_process_",
    "swiftssh_sftp_",
    "swiftssh_session_sftp_init",
    "swiftssh_client_start",
    "swiftssh_client_forward_remote",
)
"""How the functions begin that may wait for a session. Others of them that do not wait lose nothing by being tried."""

_ClientPointer = ctypes.POINTER(_abi.swiftssh_client)
_SessionPointer = ctypes.POINTER(_abi.swiftssh_session)

_READABLE = 1
_TOLD_AT_ONCE = 256
"""How many callers are told before the hub does something else."""

_numbers = itertools.count(1)
_news: dict[int, Event] = {}
"""What the callers wait for, by their numbers: those of all sessions and of all hubs."""


def hub() -> Any:
    """Returns the hub that can run other greenlets while this one waits; None where the program, or the thread, is not gevent's."""
    if not monkey.is_module_patched("socket"):
        return None
    found = get_hub_if_exists()
    return None if getcurrent() is found else found


def called(name: str, arguments: tuple[object, ...]) -> int | None:
    """Makes a call of swiftssh's while other greenlets run. Returns its result; None where it is to be made as ever, and has not been made."""
    if (name not in LASTING and not name.startswith(_WAITING)) or (here := hub()) is None:
        return None
    session = session_of(arguments[0])
    if name in LASTING:
        return made_by_thread(here, session, name, arguments)
    if session is None:
        return None
    own = next((argument for argument in arguments if isinstance(argument, Milliseconds) and argument >= 0), None)
    limit = function("swiftssh_session_get_timeout")(session.pointer) or -1 if own is None else own
    return wait(trying, session, lambda: trying(name, *arguments), limit)


def session_of(pointer: object) -> Handle | None:
    """Returns the session that an object of the library belongs to; None for none, and for one that is closed."""
    handle = handle_of(pointer)
    root = None if handle is None else handle.root
    if root is None or root.closed:
        return None
    if isinstance(root.pointer, _SessionPointer):
        return root
    if isinstance(root.pointer, _ClientPointer):
        with contextlib.suppress(SSHError):
            made = trying.make("swiftssh_client_session", _abi.swiftssh_session, root.pointer)
            return owned(made, "swiftssh_session_free", root)
    return None


def wait(call: Caller, session: Handle, attempt: Callable[[], int], limit: int) -> int:
    """Makes a session's call again and again until it is done, and returns its result.

    call: makes what is needed for that, and raises its exceptions.
    attempt: makes the call, and returns that it would block.
    limit: the time for all of it in milliseconds, of which the library tells that it has passed; negative for no limit.

    A greenlet that is killed or has a timeout of gevent's gives up what it has asked for; what others wait for goes on.
    """
    number = next(_numbers)
    made = call.make("swiftssh_caller_new", _abi.swiftssh_caller, session.pointer, number)
    caller = owned(made, "swiftssh_caller_free", session)
    news = _news[number] = Event()
    end = float("inf") if limit < 0 else time.monotonic() + limit / 1000
    try:
        if limit >= 0:
            call("swiftssh_caller_set_timeout", caller.pointer, limit)
        if (result := _attempt(call, caller, attempt)) != _abi.SWIFTSSH_ERROR_EAGAIN:
            return result
        with _turned(session):
            while result == _abi.SWIFTSSH_ERROR_EAGAIN:
                # The library says that it is too late, and may do so a moment later.
                news.wait(None if limit < 0 else max(end - time.monotonic(), 0.001))
                news.clear()
                result = _attempt(call, caller, attempt)
        return result
    finally:
        del _news[number]
        caller.close()


def _attempt(call: Caller, caller: Handle, attempt: Callable[[], int]) -> int:
    call("swiftssh_caller_enter", caller.pointer, 0)
    try:
        return attempt()
    finally:
        function("swiftssh_caller_leave")(caller.pointer, None)


class _Turner:
    """Turns a session whenever there is something to do, in one hub, while greenlets of that hub wait for it."""

    def __init__(self, here: Any, session: Handle) -> None:
        self._session = session
        self._told = ctypes.c_uint64()
        self.waiting = 0
        self._watcher = here.loop.io(trying("swiftssh_session_notice_descriptor", session.pointer), _READABLE)
        self._watcher.start(self._turn)

    def _turn(self) -> None:
        """Takes in what has come, and has those go on for whom that is news, whatever hub they are of."""
        if self._session.closed:
            return _tell_all()
        pointer, told = self._session.pointer, 0
        for _ in range(_TOLD_AT_ONCE):
            told = function("swiftssh_session_turn")(pointer, ctypes.byref(self._told), None)
            if told <= 0:
                break
            if (news := _news.get(self._told.value)) is not None:
                news.set()
        if told < 0:
            # In a forked child: each call says so.
            _tell_all()
        _signals.raise_kept()
        return None

    def stop(self) -> None:
        self._watcher.stop()
        self._watcher.close()


_turners: dict[tuple[Handle, object], _Turner] = {}


@contextlib.contextmanager
def _turned(session: Handle) -> Iterator[None]:
    """Has a session turned for as long as a `with` block runs."""
    here = get_hub_if_exists()
    key = (session.root, here)
    turner = _turners.get(key)
    if turner is None:
        turner = _turners[key] = _Turner(here, session)
    turner.waiting += 1
    try:
        yield
    finally:
        turner.waiting -= 1
        if turner.waiting == 0:
            del _turners[key]
            turner.stop()


def _tell_all() -> None:
    for news in list(_news.values()):
        news.set()
