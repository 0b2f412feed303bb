"""What a signal's handler raises is not lost where Python lets something go: whatever comes out of a finalizer, it ignores."""

from __future__ import annotations

import ctypes
import signal
import sys
import types
from collections.abc import Callable, Iterator

import pytest
from swiftssh import _questions, process
from swiftssh._handle import Handle
from swiftssh.ssh2 import _callbacks


class Heard(BaseException):
    """Raised by the handler of a signal."""


class Pointer(int):
    """A signal's number, in the place of a pointer."""


@pytest.fixture
def ringing() -> Iterator[Callable[[], Handle]]:
    """Makes handles whose freeing has a signal come."""

    def ring(number: int, frame: types.FrameType | None) -> None:
        raise Heard

    before = signal.signal(signal.SIGUSR1, ring)
    # Not signal.raise_signal, which runs the handler itself.
    yield lambda: Handle(Pointer(signal.SIGUSR1), ctypes.CDLL(None)["raise"])
    signal.signal(signal.SIGUSR1, before)


@pytest.mark.behaviour("python.signals-are-heard")
def test_a_handle(ringing: Callable[[], Handle]) -> None:
    made = [ringing()]
    with pytest.raises(Heard):
        made.clear()


@pytest.mark.behaviour("python.signals-are-heard")
def test_a_handle_under_gevent(ringing: Callable[[], Handle], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gevent", types.ModuleType("gevent"))
    made = [ringing()]
    with pytest.raises(Heard):
        made.clear()


@pytest.mark.behaviour("python.signals-are-heard")
def test_a_handle_that_is_kept_by_another(ringing: Callable[[], Handle]) -> None:
    freed: list[object] = []
    made = [Handle(Pointer(0), freed.append, ringing())]
    with pytest.raises(Heard):
        made.clear()
    assert freed == [0]


@pytest.mark.behaviour("python.signals-are-heard")
def test_the_input_of_a_process(ringing: Callable[[], Handle]) -> None:
    # Let go from the end on: the signal comes before that is.
    made = [process._Writer(process._Core(Handle(Pointer(0), bool), None)), ringing()]
    with pytest.raises(Heard):
        made.clear()


@pytest.mark.behaviour("python.signals-are-heard")
@pytest.mark.parametrize("room", [_questions, _callbacks], ids=["swiftssh", "ssh2"])
def test_functions_that_are_asked(ringing: Callable[[], Handle], room: types.ModuleType) -> None:
    number = ctypes.c_void_p(room.register(ringing()))
    with pytest.raises(Heard):
        room.FORGET(number)
