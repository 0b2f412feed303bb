"""The exceptions of swiftssh, and which status of the library becomes which of them."""

from __future__ import annotations

import errno as _errno
import socket as _socket
from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import _abi

if TYPE_CHECKING:
    from ._sftp_transfer import TransferReport

__all__ = [
    "AddressNotFound",
    "AuthenticationError",
    "CallbackError",
    "Cancelled",
    "ChannelError",
    "Closed",
    "CommandFailed",
    "CommandTimedOut",
    "ConnectFailed",
    "ConnectRefused",
    "ConnectionLost",
    "FileMissing",
    "FileUnreadable",
    "Forked",
    "HostKeyError",
    "HostKeyMismatch",
    "HostKeyRefused",
    "HostKeyRevoked",
    "HostKeyUnknown",
    "NotSupported",
    "OutputLimitExceeded",
    "PassphraseError",
    "ProtocolError",
    "RemoteFileExists",
    "RemoteFileMissing",
    "RemotePermissionDenied",
    "SFTPError",
    "SSHError",
    "SystemFailure",
    "TimedOut",
    "TransferIncomplete",
    "WouldBlock",
]


class SSHError(Exception):
    """Something that swiftssh was asked to do failed. `str()` of it is the message, with the host, its port where that is not 22, the server's
    words and the path, where it does not say them.

    code: the library's status, a negative number; 0 when Python code raised this itself.
    phase: what was being done: "connecting", "key exchange", "authenticating", "channel" ...; "" unknown.
    host: the host that was spoken to, "" unknown.
    port: the host's port; None where there is no host, as in a session over a socket of the program's own, and where nobody had said the port yet.
    path: the file that the error is about, "" none.
    errno: the system's error number, 0 when no system call failed.
    server_text: what the server said about it, escaped; "" nothing.
    sftp_status: the SFTP server's status (SSH_FX_*), -1 where it sent none.
    """

    code: int = 0
    phase: str = ""
    host: str = ""
    port: int | None = None
    path: str = ""
    errno: int = 0
    server_text: str = ""
    sftp_status: int = -1

    def __init__(
        self,
        *args: object,
        code: int = 0,
        phase: str = "",
        host: str = "",
        port: int | None = None,
        path: str = "",
        errno: int = 0,
        server_text: str = "",
        sftp_status: int = -1,
    ) -> None:
        # Not super().__init__: OSError's would take several arguments for an errno and a file name.
        Exception.__init__(self, *args)
        details = {
            "code": code,
            "phase": phase,
            "host": host,
            "port": port,
            "path": path,
            "errno": errno,
            "server_text": server_text,
        }
        self.__dict__.update((name, value) for name, value in details.items() if value)
        if sftp_status >= 0:
            self.sftp_status = sftp_status
        self._fill_in()

    def __str__(self) -> str:
        text = BaseException.__str__(self)
        return self._place(text) + text + self._words(text) + (f": {self.path!r}" if self.path and self.path not in text else "")

    def _words(self, text: str) -> str:
        """Returns what is put behind a text that does not say the server's words."""
        said = self.server_text if self.server_text.casefold() not in text.casefold() else ""
        return f" (the server says: {said})" if said else ""

    def _place(self, text: str) -> str:
        """Returns what is put before a text that does not say the host, or not its port."""
        port = self.port if self.port not in (None, 22) and str(self.port) not in text else None
        if not self.host or (self.host in text and port is None):
            return ""
        host = f"[{self.host}]" if port and ":" in self.host else self.host
        return f"{host}:{port}: " if port else f"{host}: "

    def __setstate__(self, state: dict[str, object] | None) -> None:
        # A pickled OSError leaves its file name behind.
        self.__dict__.update(state or {})
        self._fill_in()

    def _fill_in(self) -> None:
        if isinstance(self, OSError):
            _describe(self, BaseException.__str__(self), self.path)


class SystemFailure(SSHError, OSError):
    """A failure that Python counts among those of the operating system."""

    errno: int


def _describe(error: OSError, message: str, path: str) -> None:
    """Puts the message and the path where programs that know OSError look for them."""
    error.strerror = message
    error.filename = path or None


class TimedOut(SystemFailure, TimeoutError):
    """The deadline of the call passed."""


class ConnectFailed(SystemFailure, ConnectionError):
    """No address of the host could be connected to; `errno` says why."""


class ConnectRefused(ConnectFailed, ConnectionRefusedError):
    """The host has no server on that port."""


class AddressNotFound(ConnectFailed, _socket.gaierror):
    """The host's name has no address."""


class ConnectionLost(SystemFailure, ConnectionError):
    """The connection ended, or its socket no longer sends or receives.

    stdout, stderr: what a command had written that run() or communicate() waited for.
    """

    stdout: bytes = b""
    stderr: bytes = b""


class ProtocolError(SSHError):
    """The peer broke the protocol, or what came from it was damaged or forged."""


class NotSupported(SSHError):
    """The engine at hand or the server has no such algorithm or method."""


class AuthenticationError(SystemFailure, PermissionError):
    """The server refused the credentials."""


class PassphraseError(SystemFailure, PermissionError):
    """A key file's passphrase is missing or wrong."""


class FileUnreadable(SystemFailure):
    """A local file could not be read, or is not what it should be."""


class FileMissing(FileUnreadable, FileNotFoundError):
    """A local file does not exist."""


class SFTPError(SystemFailure):
    """The SFTP server refused, for a reason that mostly its words alone tell, or broke its protocol."""


class RemoteFileMissing(SFTPError, FileNotFoundError):
    """A file does not exist on the server."""


class RemoteFileExists(SFTPError, FileExistsError):
    """There is a file of that name on the server already."""


def existing(error: SFTPError) -> RemoteFileExists:
    """Returns a failure of the server's as what it is known to mean: version 3 of SFTP has no status for it."""
    message = f"{BaseException.__str__(error)}: it exists already"
    raised = RemoteFileExists(message)
    raised.__setstate__({**error.__dict__, "errno": _errno.EEXIST})
    return raised


class RemotePermissionDenied(SFTPError, PermissionError):
    """The user may not do that on the server."""


class TransferIncomplete(SSHError):
    """Some of a directory could not be copied; the rest has been. The text tells how much, and the first of the reasons.

    report: what was copied, and with `report.problems` why the rest was not.
    """

    report: TransferReport


class ChannelError(SSHError):
    """A channel could not be opened or used, or the server refused a request on it."""


class WouldBlock(SystemFailure, BlockingIOError):
    """The call would block and the session is in non-blocking mode: call again."""


class Cancelled(SSHError):
    """The call was ended from another thread, or by whoever runs Python within its own program."""


class Closed(SSHError, ValueError):
    """The object was used after it had been closed."""


class Forked(SSHError, RuntimeError):
    """The object belongs to the process that this one was forked from, whose connection goes on; this one needs its own."""


class CallbackError(SSHError, RuntimeError):
    """A callback gave up, or called into the session that was calling it."""


class HostKeyError(SSHError):
    """The host's key is not accepted; nothing was sent to the host but the key exchange.

    fingerprint: of the key that the host presented, "SHA256:" and base64.
    key_type: its type, as "ssh-ed25519".
    expected_fingerprint: of the key that was expected; "" where the host is not known.
    line: the number of the line in the file `path` that says so, the first being 1; 0 for none.
    """

    fingerprint: str = ""
    key_type: str = ""
    expected_fingerprint: str = ""
    line: int = 0


class HostKeyUnknown(HostKeyError):
    """No known_hosts line names the host."""


class HostKeyMismatch(HostKeyError):
    """The host presented another key than the one that it is known by: someone may be in between."""


class HostKeyRevoked(HostKeyError):
    """The host's key is marked as revoked."""


class HostKeyRefused(HostKeyError):
    """The caller's function did not accept the host's key."""


class CommandFailed(SSHError):
    """A remote command ended by a signal or with another status than 0; `server_text` is the end of what it wrote to
    standard error, escaped.

    exit_status: the status; None where it did not exit by itself.
    exit_signal: the name of the signal that ended it, without SIG; None for none.
    stdout, stderr: all that it wrote.
    """

    exit_status: int | None = None
    exit_signal: str | None = None
    stdout: bytes = b""
    stderr: bytes = b""


class CommandTimedOut(TimedOut):
    """A remote command took longer than it might, and was ended.

    stdout, stderr: what it had written.
    """

    stdout: bytes = b""
    stderr: bytes = b""


class OutputLimitExceeded(SSHError):
    """A remote command wrote more than was wanted, and was ended.

    stdout, stderr: what was kept.
    """

    stdout: bytes = b""
    stderr: bytes = b""


Classes = Mapping[tuple[int, int], type[SSHError]]
"""Which exception a status and an errno become; an errno of 0 stands for any."""

CLASSES: dict[tuple[int, int], type[SSHError]] = {
    (_abi.SWIFTSSH_ERROR_BANNER_RECV, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_INVALID_MAC, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_KEX_FAILURE, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_SOCKET_SEND, 0): ConnectionLost,
    (_abi.SWIFTSSH_ERROR_KEY_EXCHANGE_FAILURE, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_TIMEOUT, 0): TimedOut,
    (_abi.SWIFTSSH_ERROR_HOSTKEY_INIT, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_HOSTKEY_SIGN, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_DECRYPT, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_SOCKET_DISCONNECT, 0): ConnectionLost,
    (_abi.SWIFTSSH_ERROR_PROTO, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_PASSWORD_EXPIRED, 0): AuthenticationError,
    (_abi.SWIFTSSH_ERROR_FILE, 0): FileUnreadable,
    (_abi.SWIFTSSH_ERROR_FILE, _errno.ENOENT): FileMissing,
    (_abi.SWIFTSSH_ERROR_AUTHENTICATION_FAILED, 0): AuthenticationError,
    (_abi.SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED, 0): AuthenticationError,
    (_abi.SWIFTSSH_ERROR_CHANNEL_OUTOFORDER, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_CHANNEL_FAILURE, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_CHANNEL_UNKNOWN, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_CHANNEL_WINDOW_EXCEEDED, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_CHANNEL_PACKET_EXCEEDED, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_CHANNEL_CLOSED, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_CHANNEL_EOF_SENT, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_ZLIB, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_SOCKET_TIMEOUT, 0): TimedOut,
    (_abi.SWIFTSSH_ERROR_SFTP_PROTOCOL, 0): SFTPError,
    (_abi.SWIFTSSH_ERROR_SFTP_PROTOCOL, _errno.ENOENT): RemoteFileMissing,
    (_abi.SWIFTSSH_ERROR_SFTP_PROTOCOL, _errno.EEXIST): RemoteFileExists,
    (_abi.SWIFTSSH_ERROR_SFTP_PROTOCOL, _errno.EACCES): RemotePermissionDenied,
    (_abi.SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, 0): NotSupported,
    (_abi.SWIFTSSH_ERROR_EAGAIN, 0): WouldBlock,
    (_abi.SWIFTSSH_ERROR_OUT_OF_BOUNDARY, 0): ProtocolError,
    (_abi.SWIFTSSH_ERROR_SOCKET_RECV, 0): ConnectionLost,
    (_abi.SWIFTSSH_ERROR_BAD_SOCKET, 0): ConnectionLost,
    (_abi.SWIFTSSH_ERROR_CHANNEL_WINDOW_FULL, 0): ChannelError,
    (_abi.SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED, 0): PassphraseError,
    (_abi.SWIFTSSH_ERROR_ALGO_UNSUPPORTED, 0): NotSupported,
    (_abi.SWIFTSSH_ERROR_CANCELLED, 0): Cancelled,
    (_abi.SWIFTSSH_ERROR_INTERRUPTED, 0): Cancelled,
    (_abi.SWIFTSSH_ERROR_ADDRESS_NOT_FOUND, 0): AddressNotFound,
    (_abi.SWIFTSSH_ERROR_CONNECT, 0): ConnectFailed,
    (_abi.SWIFTSSH_ERROR_CONNECT, _errno.ECONNREFUSED): ConnectRefused,
    (_abi.SWIFTSSH_ERROR_CONNECT, _errno.ETIMEDOUT): TimedOut,
    (_abi.SWIFTSSH_ERROR_CLOSED, 0): Closed,
    # Another thread has freed it since this one looked.
    (_abi.SWIFTSSH_ERROR_INVALID_HANDLE, 0): Closed,
    (_abi.SWIFTSSH_ERROR_FORKED, 0): Forked,
    (_abi.SWIFTSSH_ERROR_REENTERED, 0): CallbackError,
    (_abi.SWIFTSSH_ERROR_CALLBACK, 0): CallbackError,
    (_abi.SWIFTSSH_ERROR_HOST_KEY_UNKNOWN, 0): HostKeyUnknown,
    (_abi.SWIFTSSH_ERROR_HOST_KEY_MISMATCH, 0): HostKeyMismatch,
    (_abi.SWIFTSSH_ERROR_HOST_KEY_REVOKED, 0): HostKeyRevoked,
    (_abi.SWIFTSSH_ERROR_HOST_KEY_REFUSED, 0): HostKeyRefused,
    (_abi.SWIFTSSH_ERROR_COMMAND_FAILED, 0): CommandFailed,
    (_abi.SWIFTSSH_ERROR_OUTPUT_LIMIT, 0): OutputLimitExceeded,
}
"""The exceptions of swiftssh itself. A status that is not listed becomes a plain SSHError."""


def class_for(code: int, errno: int, classes: Classes, otherwise: type[SSHError]) -> type[SSHError]:
    """Returns the exception class for a status and an errno, `otherwise` when the table lists none."""
    return classes.get((code, errno)) or classes.get((code, 0)) or otherwise
