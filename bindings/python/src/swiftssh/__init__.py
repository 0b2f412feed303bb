"""SSH for Python, by libswiftssh.

    with swiftssh.connect("host", user="me") as client:
        print(client.run("uname -a", check=True).text)
        client.put("folder", "folder", recursive=True)

`connect()` checks the host's key, logs in and returns a `Client`, which runs commands, copies files and forwards
connections; `swiftssh.aio` is the same for asyncio, and `swiftssh.fleet` runs a command on many hosts. What a client can do with
a server's files is in `swiftssh.sftp`, and `swiftssh.fsspec` gives them to fsspec. What fails raises one of `swiftssh.errors`, all of them `SSHError`s.

`swiftssh.ssh2` holds the object model of ssh2-python, module by module; `install_as_ssh2()` lets programs that import
`ssh2` use it unchanged. Every call that waits lets other Python threads run, and any thread may make it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._abi import VERSION as __version__
    from ._information import capabilities, engine_name, engine_version, library_version
    from ._install import install_as_ssh2
    from ._library import LibraryNotFound
    from ._log import enable_logging
    from ._options import ConnectOptions, HostKeys
    from ._questions import PresentedHostKey, Prompt, Questions
    from .agent import Agent, AgentKey
    from ._connect import connect
    from .client import Client
    from . import aio, fleet
    from .errors import (
        AddressNotFound,
        AuthenticationError,
        CallbackError,
        Cancelled,
        ChannelError,
        Closed,
        CommandFailed,
        CommandTimedOut,
        ConnectFailed,
        ConnectionLost,
        ConnectRefused,
        FileMissing,
        FileUnreadable,
        Forked,
        HostKeyError,
        HostKeyMismatch,
        HostKeyRefused,
        HostKeyRevoked,
        HostKeyUnknown,
        NotSupported,
        OutputLimitExceeded,
        PassphraseError,
        ProtocolError,
        RemoteFileExists,
        RemoteFileMissing,
        RemotePermissionDenied,
        SFTPError,
        SSHError,
        SystemFailure,
        TimedOut,
        TransferIncomplete,
        WouldBlock,
    )
    from .configuration import HostConfiguration
    from .forward import Forward, ForwardCounts
    from .known_hosts import KnownHostEntry, KnownHosts
    from .process import RemoteProcess, Terminal
    from .result import CommandResult
    from .sftp import SFTP, FileStat, RemoteFile, TransferReport
    from .ssh2.session import Session

# Where each name is: nothing is imported before it is used, so that `import swiftssh` takes next to no time.
_PLACES = {
    "_information": "capabilities engine_name engine_version library_version",
    "_install": "install_as_ssh2",
    "_library": "LibraryNotFound",
    "_log": "enable_logging",
    "_options": "ConnectOptions HostKeys",
    "_questions": "PresentedHostKey Prompt Questions",
    "agent": "Agent AgentKey",
    "_connect": "connect",
    "client": "Client",
    "errors": (
        "AddressNotFound AuthenticationError CallbackError Cancelled ChannelError Closed CommandFailed "
        "CommandTimedOut ConnectFailed ConnectionLost ConnectRefused FileMissing FileUnreadable Forked HostKeyError "
        "HostKeyMismatch HostKeyRefused HostKeyRevoked HostKeyUnknown NotSupported OutputLimitExceeded "
        "PassphraseError ProtocolError RemoteFileExists RemoteFileMissing RemotePermissionDenied SFTPError SSHError "
        "SystemFailure TimedOut TransferIncomplete WouldBlock"
    ),
    "configuration": "HostConfiguration",
    "forward": "Forward ForwardCounts",
    "known_hosts": "KnownHostEntry KnownHosts",
    "process": "RemoteProcess Terminal",
    "result": "CommandResult",
    "sftp": "SFTP FileStat RemoteFile TransferReport",
    "ssh2.session": "Session",
}
_MODULES = {name: module for module, names in _PLACES.items() for name in names.split()}
_SUBMODULES = frozenset(["agent", "aio", "client", "configuration", "errors", "fleet", "forward", "known_hosts", "process", "result", "sftp", "ssh2"])

__all__ = [
    "AddressNotFound",
    "Agent",
    "AgentKey",
    "AuthenticationError",
    "CallbackError",
    "Cancelled",
    "ChannelError",
    "Client",
    "Closed",
    "CommandFailed",
    "CommandResult",
    "CommandTimedOut",
    "ConnectFailed",
    "ConnectOptions",
    "ConnectRefused",
    "ConnectionLost",
    "FileMissing",
    "FileStat",
    "FileUnreadable",
    "Forked",
    "Forward",
    "ForwardCounts",
    "HostConfiguration",
    "HostKeyError",
    "HostKeyMismatch",
    "HostKeyRefused",
    "HostKeyRevoked",
    "HostKeyUnknown",
    "HostKeys",
    "KnownHostEntry",
    "KnownHosts",
    "LibraryNotFound",
    "NotSupported",
    "OutputLimitExceeded",
    "PassphraseError",
    "PresentedHostKey",
    "Prompt",
    "ProtocolError",
    "Questions",
    "RemoteFile",
    "RemoteFileExists",
    "RemoteFileMissing",
    "RemotePermissionDenied",
    "RemoteProcess",
    "SFTP",
    "SFTPError",
    "SSHError",
    "Session",
    "SystemFailure",
    "Terminal",
    "TimedOut",
    "TransferIncomplete",
    "TransferReport",
    "WouldBlock",
    "__version__",
    "aio",
    "capabilities",
    "connect",
    "enable_logging",
    "engine_name",
    "engine_version",
    "fleet",
    "install_as_ssh2",
    "library_version",
]


def __getattr__(name: str) -> object:
    """Imports what has been asked for the first time."""
    import importlib

    if name in _SUBMODULES:
        return importlib.import_module(f"{__name__}.{name}")
    module, attribute = ("_abi", "VERSION") if name == "__version__" else (_MODULES.get(name), name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"{__name__}.{module}"), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_SUBMODULES})
