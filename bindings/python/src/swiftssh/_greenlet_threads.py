"""Calls of many steps, which wait: a thread makes each while a greenlet waits for that."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast

from gevent import monkey
from gevent.event import Event
from gevent.threadpool import ThreadPool

from . import _abi
from ._calls import owned, trying
from ._handle import Handle
from ._options import give_up
from .errors import Cancelled

if TYPE_CHECKING:
    from queue import SimpleQueue

_Value = TypeVar("_Value")

# A queue that threads wait for: gevent puts one for greenlets into its place.
_Queue = monkey.get_original("queue", "SimpleQueue")

LASTING = frozenset(
    [
        "swiftssh_client_connect",
        "swiftssh_client_close",
        "swiftssh_forward_close",
        "swiftssh_fleet_next",
        "swiftssh_sftp_get",
        "swiftssh_sftp_put",
        "swiftssh_sftp_glob",
        "swiftssh_sftp_remove_tree",
        "swiftssh_agent_connect",
        "swiftssh_agent_list_identities",
        "swiftssh_agent_sign",
    ]
)
"""The functions that are made by threads."""

_MOST = 64
"""How many threads of one hub are in one of them at once; what comes in addition waits for its turn."""

_pools: dict[tuple[int, str], ThreadPool] = {}
_here = threading.local()


def made_by_thread(hub: Any, session: Handle | None, name: str, arguments: tuple[object, ...]) -> int:
    """Has a thread make a call, and returns its result. Functions of the program's that it asks are called here, by the greenlet that waits.

    A greenlet that is killed or has a timeout of gevent's ends the call. It waits for the end of a copy, which stops at once; others are left to end by themselves.
    """
    if session is None or not name.startswith("swiftssh_sftp_"):
        return _Call(hub, lambda: trying(name, *arguments)).made(name, _ENDS.get(name, _let), arguments[0])
    made = trying.make("swiftssh_caller_new", _abi.swiftssh_caller, session.pointer, 0)
    with owned(made, "swiftssh_caller_free", session) as caller:
        pointer = caller.pointer

        def work() -> int:
            trying("swiftssh_caller_enter", pointer, 1)
            try:
                return trying(name, *arguments)
            finally:
                trying("swiftssh_caller_leave", pointer)

        call = _Call(hub, work)
        try:
            return call.made(name, functools.partial(trying, "swiftssh_caller_cancel"), pointer)
        except BaseException:
            call.wait()
            raise


def _let(pointer: object) -> None:
    """Lets what is being closed go on."""


_ENDS: dict[str, Callable[[object], object]] = {
    "swiftssh_client_connect": give_up,
    "swiftssh_fleet_next": functools.partial(trying, "swiftssh_fleet_cancel"),
    "swiftssh_agent_list_identities": functools.partial(trying, "swiftssh_agent_disconnect"),
    "swiftssh_agent_sign": functools.partial(trying, "swiftssh_agent_disconnect"),
}
"""What ends a call that a thread is in: functions of its first argument."""


class _Call:
    """A call that a thread makes."""

    def __init__(self, hub: Any, work: Callable[[], int]) -> None:
        self._hub = hub
        self._work = work
        self._news = Event()
        self._done = Event()
        self._questions: deque[tuple[Callable[[], object], SimpleQueue[_Answer]]] = deque()
        self._answer: _Answer | None = None
        self._is_left = False

    def made(self, name: str, end: Callable[[object], object], pointer: object) -> int:
        """Has a thread of those for a function make it, and returns its result. Whatever comes out of the wait ends it by `end(pointer)`."""
        _pool(self._hub, name).spawn(self._run)
        try:
            while self._answer is None:
                self._news.wait()
                self._news.clear()
                self._answer_questions()
        except BaseException:
            self._is_left = True
            self._answer_questions()
            end(pointer)
            raise
        return int(_value(self._answer))

    def wait(self) -> None:
        """Waits for the thread's end."""
        self._done.wait()

    def _run(self) -> None:
        _here.call = self
        try:
            self._answer = _answer(self._work)
        finally:
            del _here.call
            self._tell(self._done)
            self._tell(self._news)

    def _tell(self, event: Event) -> None:
        self._hub.loop.run_callback_threadsafe(event.set)

    def ask(self, question: Callable[[], object]) -> object:
        """Has the greenlet that waits call a function, and returns what that does. For the thread."""
        answer: SimpleQueue[_Answer] = _Queue()
        self._questions.append((question, answer))
        self._tell(self._news)
        # Who left before may not have seen it.
        if self._is_left:
            self._answer_questions()
        return _value(answer.get())

    def _answer_questions(self) -> None:
        while self._questions:
            with contextlib.suppress(IndexError):
                question, answer = self._questions.popleft()
                answer.put(_answer(_refuse if self._is_left else question))


def asked(ask: Callable[..., _Value], *arguments: object) -> _Value:
    """Calls a function, by the greenlet that waits where this thread makes the call of one."""
    call: _Call | None = getattr(_here, "call", None)
    return ask(*arguments) if call is None else cast(_Value, call.ask(lambda: ask(*arguments)))


_Answer = tuple[object, Union[BaseException, None]]


def _answer(work: Callable[[], object]) -> _Answer:
    """Returns what a function returns, or what it raises."""
    try:
        return work(), None
    except BaseException as raised:
        return None, raised


def _value(answer: _Answer) -> Any:
    if answer[1] is not None:
        raise answer[1]
    return answer[0]


def _refuse() -> object:
    raise Cancelled("nobody waits for the call any more", code=_abi.SWIFTSSH_ERROR_CANCELLED)


def _pool(hub: Any, name: str) -> ThreadPool:
    """Returns the threads of a hub that are in a function."""
    key = (hub.thread_ident, name)
    pool = _pools.get(key)
    if pool is None or pool.hub is not hub:
        pool = _pools[key] = ThreadPool(_MOST, hub)
    return pool
