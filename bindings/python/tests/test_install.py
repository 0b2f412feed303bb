"""Taking the place of ssh2; each in an interpreter of its own."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

import swiftssh

ROOT = str(pathlib.Path(swiftssh.__file__).parents[1])


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a program that can import swiftssh."""
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": ROOT, **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.behaviour("ssh2.takes-the-place-of-ssh2")
def test_programs_that_import_ssh2_get_these_modules() -> None:
    done = run(
        "import swiftssh; swiftssh.install_as_ssh2(); swiftssh.install_as_ssh2()\n"
        "import ssh2, ssh2.session, swiftssh.ssh2.session as ours, swiftssh.ssh2.exceptions as errors\n"
        "from ssh2.exceptions import Timeout; from ssh2.error_codes import LIBSSH2_ERROR_EAGAIN\n"
        "from ssh2.utils import find_eol; from ssh2.session import LIBSSH2_FLAG_COMPRESS, Session\n"
        "from ssh2.channel import Channel, ChannelError; import ssh2.fileinfo, ssh2.statinfo\n"
        "from ssh2._version import get_versions; assert get_versions()['version'] == ssh2.__version__ and ChannelError is errors.ChannelError\n"
        "assert ssh2.session is ours and Timeout is errors.Timeout and ssh2.__version__\n"
        "import pkgutil, sys\n"
        "names = [found.name for found in pkgutil.iter_modules(ssh2.__path__) if not found.name.startswith('_')]\n"
        "assert all(sys.modules[f'ssh2.{name}'] is sys.modules[f'swiftssh.ssh2.{name}'] for name in names) and len(names) > 14"
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.behaviour("ssh2.another-ssh2-is-not-replaced")
def test_another_ssh2_that_is_already_imported_is_left_alone(tmp_path: pathlib.Path) -> None:
    (tmp_path / "ssh2.py").write_text("mark = 1\n")
    done = run(
        "import sys, ssh2, swiftssh\n"
        "try: swiftssh.install_as_ssh2()\n"
        "except ImportError as error: print(error)\n"
        "assert sys.modules['ssh2'].mark == 1 and 'ssh2.session' not in sys.modules",
        PYTHONPATH=f"{tmp_path}:{ROOT}",
    )
    assert done.returncode == 0, done.stderr
    assert "another ssh2 has already been imported" in done.stdout
    assert str(tmp_path) in done.stdout


def test_importing_swiftssh_loads_no_library() -> None:
    done = run(
        "import swiftssh, swiftssh.ssh2.session, swiftssh.ssh2.utils, swiftssh.ssh2.exceptions",
        SWIFTSSH_LIBRARY="/nowhere/libswiftssh.so",
    )
    assert done.returncode == 0, done.stderr
