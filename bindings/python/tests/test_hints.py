"""What `typing.get_type_hints()` makes of the annotations: programs that build on them at run time need every name."""

from __future__ import annotations

import inspect
import sys
import typing
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import swiftssh
import swiftssh.aio
import swiftssh.fleet


def public(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yields the functions of a module, and the methods and properties of its classes, by their names; not those of ssh2-python's object model."""
    for name in module.__all__:
        value = getattr(module, name)
        if inspect.isfunction(value):
            yield name, value
        elif inspect.isclass(value) and not value.__module__.startswith("swiftssh.ssh2"):
            for member, found in inspect.getmembers(value):
                function = found.fget if isinstance(found, property) else found
                is_ours = str(getattr(function, "__module__", "")).startswith("swiftssh")
                if is_ours and callable(function) and not inspect.isclass(function):
                    yield f"{name}.{member}", function


@pytest.mark.skipif(sys.version_info < (3, 10), reason="`X | None` is none of its types yet")
@pytest.mark.parametrize("module", [swiftssh, swiftssh.aio, swiftssh.fleet])
def test_every_function_has_hints(loaded: None, module: ModuleType) -> None:
    found = dict(public(module))
    assert len(found) > 2
    for name, function in found.items():
        try:
            typing.get_type_hints(function)
        except NameError as error:
            pytest.fail(f"{module.__name__}.{name}: {error}")
