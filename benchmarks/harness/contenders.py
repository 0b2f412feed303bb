"""The contenders: how each is started."""

from __future__ import annotations

import dataclasses
import os
import pathlib

from .paths import BUILD, LIBRARY, ROOT, SOURCES


@dataclasses.dataclass(frozen=True)
class Contender:
    """A program that does the operations.

    name: how it is chosen on the command line.
    title: what the report calls it.
    command: the program and its first arguments.
    needs: the Python module that it is made of, None for none.
    engine: the engine of SwiftSSH's sessions.
    """

    name: str
    title: str
    command: tuple[str, ...]
    needs: str | None = None
    engine: str = "libssh2"


def contenders(python: pathlib.Path) -> dict[str, Contender]:
    """Returns all contenders by name, the one that the others are compared to first.

    python: the interpreter of those that are written in Python.
    """

    def script(name: str) -> tuple[str, ...]:
        return str(python), str(SOURCES / "contenders" / f"{name}.py")

    listed = (
        Contender("libssh2", "plain libssh2, C", (str(BUILD / "libssh2"),)),
        Contender("swiftssh", "SwiftSSH, C", (str(BUILD / "swiftssh"),)),
        Contender("swiftssh-native", "SwiftSSH native, C", (str(BUILD / "swiftssh"),), engine="native"),
        Contender("swiftssh-python", "SwiftSSH as ssh2, Python", script("swiftssh_python")),
        Contender("swiftssh-python-native", "SwiftSSH native as ssh2, Python", script("swiftssh_python"), engine="native"),
        Contender("swiftssh-client", "swiftssh.connect, Python", script("swiftssh_client")),
        Contender("ssh2-python", "ssh2-python", script("ssh2_python"), "ssh2"),
        Contender("paramiko", "paramiko", script("paramiko_client"), "paramiko"),
        Contender("asyncssh", "asyncssh", script("asyncssh_client"), "asyncssh"),
        Contender("openssh", "OpenSSH sftp and ssh", script("openssh")),
    )
    return {contender.name: contender for contender in listed}


REFERENCE = "libssh2"
SHORT = ("libssh2", "swiftssh", "swiftssh-native", "swiftssh-python", "swiftssh-client", "paramiko", "asyncssh", "openssh")


def environment(contender: Contender) -> dict[str, str]:
    """Returns the environment that a contender runs in: no agent, no preferences of the user's."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
    return {
        **kept,
        "SWIFTSSH_ENGINE": contender.engine,
        "SWIFTSSH_LIBRARY": str(LIBRARY),
        "PYTHONPATH": str(ROOT / "bindings/python/src"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
