"""Which status of the library becomes which exception of ssh2-python, and the calls that raise them."""

from __future__ import annotations

import errno as _errno

from .. import _abi
from .._calls import Caller
from ..errors import SSHError, class_for
from . import error_codes as codes
from . import exceptions as raised

EAGAIN = codes.LIBSSH2_ERROR_EAGAIN

CLASSES: dict[tuple[int, int], type[SSHError]] = {
    (codes.LIBSSH2_ERROR_SOCKET_NONE, 0): raised.SSH2Error,
    (codes.LIBSSH2_ERROR_BANNER_RECV, 0): raised.BannerRecvError,
    (codes.LIBSSH2_ERROR_BANNER_SEND, 0): raised.BannerSendError,
    (codes.LIBSSH2_ERROR_INVALID_MAC, 0): raised.InvalidMACError,
    (codes.LIBSSH2_ERROR_KEX_FAILURE, 0): raised.KexFailureError,
    (codes.LIBSSH2_ERROR_ALLOC, 0): raised.AllocError,
    (codes.LIBSSH2_ERROR_SOCKET_SEND, 0): raised.SocketSendError,
    (codes.LIBSSH2_ERROR_KEY_EXCHANGE_FAILURE, 0): raised.KeyExchangeError,
    (codes.LIBSSH2_ERROR_TIMEOUT, 0): raised.Timeout,
    (codes.LIBSSH2_ERROR_HOSTKEY_INIT, 0): raised.HostkeyInitError,
    (codes.LIBSSH2_ERROR_HOSTKEY_SIGN, 0): raised.HostkeySignError,
    (codes.LIBSSH2_ERROR_DECRYPT, 0): raised.DecryptError,
    (codes.LIBSSH2_ERROR_SOCKET_DISCONNECT, 0): raised.SocketDisconnectError,
    (codes.LIBSSH2_ERROR_PROTO, 0): raised.ProtocolError,
    (codes.LIBSSH2_ERROR_PASSWORD_EXPIRED, 0): raised.PasswordExpiredError,
    (codes.LIBSSH2_ERROR_FILE, 0): raised.FileError,
    (codes.LIBSSH2_ERROR_FILE, _errno.ENOENT): raised.FileMissingError,
    (codes.LIBSSH2_ERROR_METHOD_NONE, 0): raised.MethodNoneError,
    (codes.LIBSSH2_ERROR_AUTHENTICATION_FAILED, 0): raised.AuthenticationError,
    (codes.LIBSSH2_ERROR_PUBLICKEY_UNVERIFIED, 0): raised.PublickeyUnverifiedError,
    (codes.LIBSSH2_ERROR_CHANNEL_OUTOFORDER, 0): raised.ChannelOutOfOrderError,
    (codes.LIBSSH2_ERROR_CHANNEL_FAILURE, 0): raised.ChannelFailure,
    (codes.LIBSSH2_ERROR_CHANNEL_REQUEST_DENIED, 0): raised.ChannelRequestDenied,
    (codes.LIBSSH2_ERROR_CHANNEL_UNKNOWN, 0): raised.ChannelUnknownError,
    (codes.LIBSSH2_ERROR_CHANNEL_WINDOW_EXCEEDED, 0): raised.ChannelWindowExceeded,
    (codes.LIBSSH2_ERROR_CHANNEL_PACKET_EXCEEDED, 0): raised.ChannelPacketExceeded,
    (codes.LIBSSH2_ERROR_CHANNEL_CLOSED, 0): raised.ChannelClosedError,
    (codes.LIBSSH2_ERROR_CHANNEL_EOF_SENT, 0): raised.ChannelEOFSentError,
    (codes.LIBSSH2_ERROR_SCP_PROTOCOL, 0): raised.SCPProtocolError,
    (codes.LIBSSH2_ERROR_ZLIB, 0): raised.ZlibError,
    (codes.LIBSSH2_ERROR_SOCKET_TIMEOUT, 0): raised.SocketTimeout,
    (codes.LIBSSH2_ERROR_SFTP_PROTOCOL, 0): raised.SFTPProtocolError,
    (codes.LIBSSH2_ERROR_SFTP_PROTOCOL, _errno.ENOENT): raised.SFTPFileMissingError,
    (codes.LIBSSH2_ERROR_SFTP_PROTOCOL, _errno.EACCES): raised.SFTPPermissionError,
    (codes.LIBSSH2_ERROR_REQUEST_DENIED, 0): raised.RequestDeniedError,
    (codes.LIBSSH2_ERROR_METHOD_NOT_SUPPORTED, 0): raised.MethodNotSupported,
    (codes.LIBSSH2_ERROR_INVAL, 0): raised.InvalidRequestError,
    (codes.LIBSSH2_ERROR_INVALID_POLL_TYPE, 0): raised.InvalidPollTypeError,
    (codes.LIBSSH2_ERROR_PUBLICKEY_PROTOCOL, 0): raised.PublicKeyProtocolError,
    (codes.LIBSSH2_ERROR_BUFFER_TOO_SMALL, 0): raised.BufferTooSmallError,
    (codes.LIBSSH2_ERROR_BAD_USE, 0): raised.BadUseError,
    (codes.LIBSSH2_ERROR_COMPRESS, 0): raised.CompressError,
    (codes.LIBSSH2_ERROR_OUT_OF_BOUNDARY, 0): raised.OutOfBoundaryError,
    (codes.LIBSSH2_ERROR_AGENT_PROTOCOL, 0): raised.AgentProtocolError,
    (codes.LIBSSH2_ERROR_SOCKET_RECV, 0): raised.SocketRecvError,
    (codes.LIBSSH2_ERROR_ENCRYPT, 0): raised.EncryptError,
    (codes.LIBSSH2_ERROR_BAD_SOCKET, 0): raised.BadSocketError,
    (codes.LIBSSH2_ERROR_KNOWN_HOSTS, 0): raised.KnownHostError,
    (codes.LIBSSH2_ERROR_CHANNEL_WINDOW_FULL, 0): raised.ChannelWindowFullError,
    (codes.LIBSSH2_ERROR_KEYFILE_AUTH_FAILED, 0): raised.KeyfileAuthFailedError,
    (codes.LIBSSH2_ERROR_RANDGEN, 0): raised.RandGenError,
    (codes.LIBSSH2_ERROR_MISSING_USERAUTH_BANNER, 0): raised.MissingUserAuthBannerError,
    (codes.LIBSSH2_ERROR_ALGO_UNSUPPORTED, 0): raised.AlgoUnsupportedError,
    (codes.LIBSSH2_ERROR_MAC_FAILURE, 0): raised.MacFailureError,
    (codes.LIBSSH2_ERROR_HASH_INIT, 0): raised.HashInitError,
    (codes.LIBSSH2_ERROR_HASH_CALC, 0): raised.HashCalcError,
    (_abi.SWIFTSSH_ERROR_CANCELLED, 0): raised.SessionCancelledError,
    (_abi.SWIFTSSH_ERROR_INTERRUPTED, 0): raised.SessionCancelledError,
    (_abi.SWIFTSSH_ERROR_INVALID_HANDLE, 0): raised.SessionClosedError,
    (_abi.SWIFTSSH_ERROR_CLOSED, 0): raised.SessionClosedError,
    (_abi.SWIFTSSH_ERROR_REENTERED, 0): raised.SessionCallbackError,
    (_abi.SWIFTSSH_ERROR_CALLBACK, 0): raised.SessionCallbackError,
    (_abi.SWIFTSSH_ERROR_INVALID_TEXT, 0): raised.InvalidRequestError,
}

call = Caller(CLASSES, raised.UnknownError, frozenset([EAGAIN]))
"""Raises the exceptions of this package; returns EAGAIN as a number, which is how its callers expect it."""


def error_class(code: int) -> type[SSHError]:
    """Returns the exception class of a negative number, UnknownError when it has none of its own."""
    return class_for(code, 0, CLASSES, raised.UnknownError)


def error(code: int, message: str) -> SSHError:
    """Returns the exception of a negative number with a message."""
    return error_class(code)(message, code=code)
