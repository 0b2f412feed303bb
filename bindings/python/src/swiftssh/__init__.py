"""SSH for Python, by libswiftssh.

    with swiftssh.connect("host", user="me") as client:
        print(client.run("uname -a", check=True).text)
        client.put("folder", "folder", recursive=True)

`connect()` checks the host's key, logs in and returns a `Client`, which runs commands, copies files and forwards
connections; `swiftssh.fleet` runs a command on many hosts. What a client can do with a server's files is in `swiftssh.sftp`,
and `swiftssh.fsspec` gives them to fsspec. What fails raises one of `swiftssh.errors`, all of them `SSHError`s.

`swiftssh.ssh2` holds the object model of ssh2-python, module by module; `install_as_ssh2()` lets programs that import
`ssh2` use it unchanged. Every call that waits lets other Python threads run, and any thread may make it.
"""

from __future__ import annotations

from ._abi import VERSION as __version__
from ._information import capabilities, engine_name, engine_version, library_version
from ._install import install_as_ssh2
from ._library import LibraryNotFound
from ._options import ConnectOptions, HostKeys
from ._questions import PresentedHostKey, Prompt, Questions
from .client import Client, connect
from . import fleet
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
    HostKeyError,
    HostKeyMismatch,
    HostKeyRefused,
    HostKeyRevoked,
    HostKeyUnknown,
    NotSupported,
    OutputLimitExceeded,
    PassphraseError,
    ProtocolError,
    RemoteFileMissing,
    RemotePermissionDenied,
    SFTPError,
    SSHError,
    SystemFailure,
    TimedOut,
    WouldBlock,
)
from .forward import Forward, ForwardCounts
from .process import RemoteProcess, Terminal
from .result import CommandResult
from .sftp import SFTP, FileStat, RemoteFile, TransferReport

__all__ = [
    "AddressNotFound",
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
    "Forward",
    "ForwardCounts",
    "HostKeyError",
    "HostKeyMismatch",
    "HostKeyRefused",
    "HostKeyRevoked",
    "HostKeyUnknown",
    "HostKeys",
    "LibraryNotFound",
    "NotSupported",
    "OutputLimitExceeded",
    "PassphraseError",
    "PresentedHostKey",
    "Prompt",
    "ProtocolError",
    "Questions",
    "RemoteFile",
    "RemoteFileMissing",
    "RemotePermissionDenied",
    "RemoteProcess",
    "SFTP",
    "SFTPError",
    "SSHError",
    "SystemFailure",
    "Terminal",
    "TimedOut",
    "TransferReport",
    "WouldBlock",
    "__version__",
    "capabilities",
    "connect",
    "engine_name",
    "engine_version",
    "fleet",
    "install_as_ssh2",
    "library_version",
]
