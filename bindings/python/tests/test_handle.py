"""The base of everything that owns an object of the library; needs no library."""

from __future__ import annotations

import gc
import pickle
import weakref

import pytest

from swiftssh._handle import Handle
from swiftssh.errors import Closed


class Pointer(str):
    """Stands for one; ctypes' take attributes as this does."""


def test_closing_frees_once_however_often_it_is_done() -> None:
    freed: list[object] = []
    handle = Handle(Pointer("object"), freed.append)
    handle.close()
    handle.close()
    del handle
    assert freed == ["object"]


def test_letting_go_frees() -> None:
    freed: list[object] = []
    handle = Handle(Pointer("object"), freed.append)
    del handle
    gc.collect()
    assert freed == ["object"]


def test_a_with_block_closes() -> None:
    freed: list[object] = []
    with Handle(Pointer("object"), freed.append) as handle:
        assert handle.pointer == "object" and not handle.closed
    assert freed == ["object"] and handle.closed


def test_use_after_closing_raises() -> None:
    handle = Handle(Pointer("object"), lambda pointer: None)
    handle.close()
    with pytest.raises(Closed, match="closed"):
        handle.pointer
    assert issubclass(Closed, ValueError)


def test_a_child_keeps_its_parent_until_it_is_closed() -> None:
    freed: list[object] = []
    parent = Handle(Pointer("parent"), freed.append)
    child = Handle(Pointer("child"), freed.append, parent)
    watched = weakref.ref(parent)
    del parent
    gc.collect()
    assert watched() is not None and freed == []
    child.close()
    gc.collect()
    assert watched() is None and freed == ["child", "parent"]


def test_a_handle_is_not_pickled() -> None:
    with pytest.raises(TypeError, match="cannot pickle"):
        pickle.dumps(Handle(Pointer("object"), lambda pointer: None))
