"""Sets up what is missing: packages, an environment of Python's with the peers, the library, and what is written in C."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import sys

from .paths import BUILD, LIBRARY, ROOT, SOURCES

PEERS = ("ssh2-python", "paramiko", "asyncssh", "matplotlib")
WARNINGS = ("-std=c11", "-O2", "-Wall", "-Wextra", "-Werror")


def _run(*command: str | pathlib.Path) -> None:
    """Runs a command quietly; ends the program with its output when it fails."""
    result = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{result.stdout}{result.stderr}")


def build() -> None:
    """Builds the library, where $SWIFTSSH_LIBRARY names none, the contenders in C and the proxy."""
    if "SWIFTSSH_LIBRARY" not in os.environ:
        if not (ROOT / "build/build.ninja").exists():
            _run("cmake", "-S", ROOT, "-B", ROOT / "build", "-G", "Ninja")
        _run("cmake", "--build", ROOT / "build", "--target", "swiftssh-library")
    BUILD.mkdir(parents=True, exist_ok=True)
    _run("cc", *WARNINGS, "-o", BUILD / "delaying_proxy", SOURCES / "delaying_proxy.c")
    shared = [SOURCES / "contenders" / name for name in ("contender.c", "operations.c")]
    ours = [f"-I{ROOT / 'include'}", LIBRARY, f"-Wl,-rpath,{LIBRARY.parent}"]
    for name, libraries in (("libssh2", ["-lssh2"]), ("swiftssh", ours)):
        _run("cc", *WARNINGS, "-o", BUILD / name, SOURCES / f"contenders/{name}.c", *shared, *libraries)


def install_packages() -> None:
    """Installs the packages of the system that are missing."""
    subprocess.run([str(ROOT / "scripts/setup"), "benchmarks"], check=True)


def make_environment() -> pathlib.Path:
    """Makes the environment that has the newest peers, and returns its interpreter."""
    directory = BUILD / "venv"
    python = directory / "bin/python"
    done = directory / "installed"
    if not done.exists() or done.read_text() != " ".join(PEERS):
        shutil.rmtree(directory, ignore_errors=True)
        print(f"installing {', '.join(PEERS)} into {directory.relative_to(ROOT)}", flush=True)
        _run("/usr/bin/python3", "-m", "venv", directory)
        _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:", *PEERS)
        done.write_text(" ".join(PEERS))
    return python


def has_module(python: pathlib.Path, name: str) -> bool:
    """Tells whether an interpreter has a module."""
    return subprocess.run([str(python), "-c", f"import {name}"], capture_output=True).returncode == 0
