"""SSH for Python, by libswiftssh.

`swiftssh.ssh2` holds the object model of ssh2-python, module by module; `install_as_ssh2()` lets programs that import
`ssh2` use it unchanged. `swiftssh.sftp` holds what a new program does with a server's files. Every call that waits lets
other Python threads run, and any thread may make it.
"""

from __future__ import annotations

from ._abi import VERSION as __version__
from ._information import capabilities, engine_name, engine_version, library_version
from ._install import install_as_ssh2
from ._library import LibraryNotFound
from .errors import (
    AddressNotFound,
    AuthenticationError,
    CallbackError,
    Cancelled,
    ChannelError,
    Closed,
    ConnectFailed,
    ConnectionLost,
    ConnectRefused,
    FileMissing,
    FileUnreadable,
    NotSupported,
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
from .sftp import SFTP

__all__ = [
    "AddressNotFound",
    "AuthenticationError",
    "CallbackError",
    "Cancelled",
    "ChannelError",
    "Closed",
    "ConnectFailed",
    "ConnectRefused",
    "ConnectionLost",
    "FileMissing",
    "FileUnreadable",
    "LibraryNotFound",
    "NotSupported",
    "PassphraseError",
    "ProtocolError",
    "RemoteFileMissing",
    "RemotePermissionDenied",
    "SFTP",
    "SFTPError",
    "SSHError",
    "SystemFailure",
    "TimedOut",
    "WouldBlock",
    "__version__",
    "capabilities",
    "engine_name",
    "engine_version",
    "install_as_ssh2",
    "library_version",
]
