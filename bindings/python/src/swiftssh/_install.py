"""Puts the object model of ssh2-python in place as `ssh2`."""

from __future__ import annotations

import importlib
import sys

# Not looked for: pkgutil takes longer to be imported than all of these.
_MODULES = (
    "_version",
    "agent",
    "channel",
    "error_codes",
    "exceptions",
    "extras",
    "fileinfo",
    "flags",
    "knownhost",
    "listener",
    "pkey",
    "publickey",
    "session",
    "sftp",
    "sftp_handle",
    "statinfo",
    "utils",
)


def install_as_ssh2() -> None:
    """Makes `import ssh2` and `from ssh2.session import Session` give the modules of `swiftssh.ssh2`.

    To be called before anything imports `ssh2`; a second call does nothing. Raises ImportError, and changes nothing,
    when another `ssh2` has already been imported.
    """
    from . import ssh2

    present = sys.modules.get("ssh2")
    if present is not None and present is not ssh2:
        origin = getattr(present, "__file__", None) or "an unknown place"
        raise ImportError(
            f"another ssh2 has already been imported, from {origin}: "
            "call swiftssh.install_as_ssh2() before anything imports ssh2",
            name="ssh2",
        )
    modules = {"ssh2": ssh2}
    for name in _MODULES:
        modules[f"ssh2.{name}"] = importlib.import_module(f"{ssh2.__name__}.{name}")
    sys.modules.update(modules)
