"""Finding and loading the library."""

from __future__ import annotations

import ctypes
import re
import subprocess

import pytest
from test_install import run

import swiftssh
from swiftssh import _abi
from swiftssh._library import library


@pytest.mark.behaviour("python.missing-library-is-explained")
def test_a_missing_library_raises_with_each_place_and_reason() -> None:
    done = run(
        "import swiftssh\n"
        "try: swiftssh.engine_version()\n"
        "except swiftssh.LibraryNotFound as error: print(isinstance(error, ImportError), error)",
        SWIFTSSH_LIBRARY="/nowhere/libswiftssh.so",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("True ")
    assert "/nowhere/libswiftssh.so: " in done.stdout
    assert "No such file" in done.stdout


def test_another_library_is_refused_with_the_reason() -> None:
    done = run("import swiftssh; swiftssh.engine_version()", SWIFTSSH_LIBRARY="libc.so.6")
    assert "libc.so.6: it is not libswiftssh" in done.stderr


def test_without_the_variable_the_wheel_comes_before_the_system() -> None:
    done = run(
        "import os; os.environ.pop('SWIFTSSH_LIBRARY', None)\n"
        "from swiftssh._library import candidates; print(*candidates(), sep='\\n')"
    )
    first, *others = done.stdout.split()
    assert first.endswith("/swiftssh/libswiftssh.so")
    assert others == ["libswiftssh.so.0", "libswiftssh.so"]


@pytest.mark.behaviour("python.every-function-is-declared")
def test_every_exported_function_is_declared_and_every_declared_one_is_exported(loaded: None) -> None:
    listed = subprocess.run(
        ["nm", "-D", "--defined-only", library()._name], capture_output=True, text=True, check=True
    )
    exported = set(re.findall(r" T (swiftssh_\w+?)(?:@|$)", listed.stdout, re.MULTILINE))
    assert exported == set(_abi.FUNCTIONS)


def test_handles_of_another_kind_are_refused(loaded: None) -> None:
    channel = ctypes.POINTER(_abi.swiftssh_channel)()
    with pytest.raises(ctypes.ArgumentError):
        library().swiftssh_session_free(channel)


@pytest.mark.behaviour("library.tells-versions-and-capabilities")
def test_versions_and_capabilities_are_told(loaded: None) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", swiftssh.engine_version())
    assert swiftssh.engine_name()
    assert swiftssh.library_version() == swiftssh.__version__
    assert all(re.fullmatch(r"[a-z0-9_]+", name) for name in swiftssh.capabilities())


def test_the_engines_version_is_compared(loaded: None) -> None:
    from swiftssh.ssh2 import utils

    assert utils.version() == swiftssh.engine_version().encode()
    assert utils.version(0x010000) is not None
    # The native engine is not compared with versions of libssh2.
    assert (utils.version(0x7F0000) is None) == (swiftssh.engine_name() == "libssh2")
    assert utils.ssh2_exit() is None  # type: ignore[func-returns-value]


def test_it_is_quick_to_import() -> None:
    done = run("import swiftssh, sys; print('asyncio' in sys.modules, 'importlib.metadata' in sys.modules)")
    assert done.stdout.split() == ["False", "False"]
