"""What importing swiftssh brings along."""

from __future__ import annotations

import importlib

import pytest
from test_install import run

import swiftssh


@pytest.mark.behaviour("python.import-is-light")
def test_importing_the_package_imports_little() -> None:
    done = run("import sys; before = set(sys.modules); import swiftssh; print(sorted(set(sys.modules) - before))")
    assert done.stdout.strip() == "['__future__', 'swiftssh']", done.stderr


@pytest.mark.behaviour("python.import-is-light")
def test_every_name_is_found_when_it_is_asked_for() -> None:
    for name in swiftssh.__all__:
        assert getattr(swiftssh, name) is not None
        assert name in dir(swiftssh)
    assert swiftssh.Client is importlib.import_module("swiftssh.client").Client
    with pytest.raises(AttributeError, match="no_such_name"):
        swiftssh.no_such_name
