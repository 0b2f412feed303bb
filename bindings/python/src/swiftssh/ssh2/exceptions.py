"""The exceptions of ssh2-python.

Each also is the exception of swiftssh that means the same, and by that Python's own: a Timeout is a TimeoutError, an
AuthenticationError a PermissionError. `str()` is the message; code, phase, host, path, errno and server_text are
attributes, as SSHError describes them.
"""

from __future__ import annotations

from .. import errors


class SSH2Error(errors.SSHError):
    """What all exceptions of this module are."""

    def __str__(self) -> str:
        return BaseException.__str__(self)


class AgentError(SSH2Error):
    """The authentication agent failed."""


class AgentConnectionError(AgentError):
    """The agent cannot be connected to."""


class AgentListIdentitiesError(AgentError):
    """The agent does not list its identities."""


class AgentGetIdentityError(AgentError):
    """The agent does not give an identity."""


class AuthenticationError(SSH2Error, errors.AuthenticationError):
    """The server refused the credentials."""


class AgentAuthenticationError(AuthenticationError):
    """None of the agent's identities was accepted."""


class PasswordExpiredError(AuthenticationError):
    """The password has expired and must be changed."""


class PublickeyUnverifiedError(AuthenticationError):
    """The server refused the key or its signature."""


class SessionError(SSH2Error):
    """The session failed."""


class SessionStartupError(SessionError):
    """The session could not be started."""


class SessionHandshakeError(SessionError):
    """The handshake failed."""


class SessionHostKeyError(SessionError):
    """There is no host key."""


class BannerRecvError(SessionError, errors.ProtocolError):
    """The peer's identification line was not one of SSH 2."""


class BannerSendError(SessionError):
    """The identification line could not be sent."""


class KeyExchangeError(SessionError, errors.ProtocolError):
    """The key exchange was refused."""


class Timeout(SessionError, errors.TimedOut):
    """The deadline of the call passed."""


class HostkeyInitError(SessionError, errors.ProtocolError):
    """The host key could not be read."""


class HostkeySignError(SessionError, errors.ProtocolError):
    """The host's signature was wrong."""


class DecryptError(SessionError, errors.ProtocolError):
    """A packet could not be decrypted."""


class SCPProtocolError(SessionError):
    """The SCP peer broke its protocol or reported an error: `str()` has its words too."""

    def __str__(self) -> str:
        text = super().__str__()
        return text + self._words(text)


class ZlibError(SessionError, errors.ProtocolError):
    """Compressed data is damaged."""


class SocketTimeout(SessionError, errors.TimedOut):
    """The socket timed out."""


class RequestDeniedError(SessionError):
    """The server refused a global request."""


class MethodNotSupported(SessionError, errors.NotSupported):
    """The method is not supported."""


class CompressError(SessionError):
    """Data could not be compressed."""


class EncryptError(SessionError):
    """A packet could not be encrypted."""


class SessionClosedError(SessionError, errors.Closed):
    """The object was used after it had been closed. Not in ssh2-python."""


class SessionCancelledError(SessionError, errors.Cancelled):
    """Another thread closed the session during the call. Not in ssh2-python."""


class SessionCallbackError(SessionError, errors.CallbackError):
    """A callback gave up or called into its own session. Not in ssh2-python."""


class ChannelError(SSH2Error, errors.ChannelError):
    """The channel failed."""


class ChannelOutOfOrderError(ChannelError):
    """A channel message came at the wrong time."""


class ChannelFailure(ChannelError):
    """The server refused to open the channel, or a channel request failed."""


class ChannelRequestDenied(ChannelError):
    """The server refused a request on the channel."""


class ChannelUnknownError(ChannelError):
    """There is no such channel."""


class ChannelWindowExceeded(ChannelError):
    """The peer sent more than the channel's window allows."""


class ChannelPacketExceeded(ChannelError):
    """The peer sent a larger packet than the channel allows."""


class ChannelClosedError(ChannelError):
    """The channel is closed."""


class ChannelEOFSentError(ChannelError):
    """The end of file has already been sent on the channel."""


class SFTPError(SSH2Error):
    """SFTP failed."""


class SFTPProtocolError(SFTPError, errors.SFTPError):
    """The SFTP server reported an error or broke its protocol."""


class SFTPFileMissingError(SFTPProtocolError, errors.RemoteFileMissing):
    """A file does not exist on the server. Not in ssh2-python."""


class SFTPPermissionError(SFTPProtocolError, errors.RemotePermissionDenied):
    """The user may not do that on the server. Not in ssh2-python."""


class SFTPHandleError(SFTPError):
    """An SFTP handle failed."""


class PublicKeyError(SSH2Error):
    """The publickey subsystem failed."""


class PublicKeyInitError(PublicKeyError):
    """The publickey subsystem could not be started."""


class KnownHostError(SSH2Error):
    """The known hosts could not be read or written."""


class KnownHostAddError(KnownHostError):
    """A known host could not be added."""


class KnownHostDeleteError(KnownHostError):
    """A known host could not be deleted."""


class KnownHostReadLineError(KnownHostError):
    """A line is not one of a known hosts file."""


class KnownHostReadFileError(KnownHostError):
    """A known hosts file could not be read."""


class KnownHostWriteLineError(KnownHostError):
    """A known host could not be written as a line."""


class KnownHostWriteFileError(KnownHostError):
    """A known hosts file could not be written."""


class KnownHostGetError(KnownHostError):
    """The known hosts could not be listed."""


class KnownHostCheckError(KnownHostError):
    """A host's key could not be accepted."""


class KnownHostCheckFailure(KnownHostCheckError):
    """The check itself failed."""


class KnownHostCheckNotFoundError(KnownHostCheckError):
    """The host is not known."""


class KnownHostCheckMisMatchError(KnownHostCheckError):
    """The host is known by another key."""


class InvalidMACError(SSH2Error, errors.ProtocolError):
    """A packet's message authentication code was wrong."""


class KexFailureError(SSH2Error, errors.ProtocolError):
    """No algorithms in common, or the key exchange failed."""


class AllocError(SSH2Error):
    """Memory could not be had."""


class SocketSendError(SSH2Error, errors.ConnectionLost):
    """The socket refused to send."""


class SocketDisconnectError(SSH2Error, errors.ConnectionLost):
    """The connection ended."""


class ProtocolError(SSH2Error, errors.ProtocolError):
    """The peer broke the protocol."""


class FileError(SSH2Error, errors.FileUnreadable):
    """A local file could not be read, or is not what it should be."""


class FileMissingError(FileError, errors.FileMissing):
    """A local file does not exist. Not in ssh2-python."""


class MethodNoneError(SSH2Error):
    """No method is set."""


class InvalidRequestError(SSH2Error):
    """An argument is not allowed, or not now."""


class InvalidPollTypeError(SSH2Error):
    """Not a type that can be polled."""


class PublicKeyProtocolError(SSH2Error):
    """The publickey subsystem broke its protocol."""


class BufferTooSmallError(SSH2Error):
    """The buffer is too small."""


class BadUseError(SSH2Error):
    """The call is not allowed in this state."""


class OutOfBoundaryError(SSH2Error, errors.ProtocolError):
    """A length that the peer sent is out of bounds."""


class AgentProtocolError(SSH2Error):
    """The agent broke its protocol."""


class SocketRecvError(SSH2Error, errors.ConnectionLost):
    """The socket refused to receive."""


class BadSocketError(SSH2Error, errors.ConnectionLost):
    """The descriptor is not a connected socket."""


class ChannelWindowFullError(SSH2Error, errors.ChannelError):
    """The channel's window is full."""


class KeyfileAuthFailedError(SSH2Error, errors.PassphraseError):
    """The key's passphrase is missing or wrong."""


class RandGenError(SSH2Error):
    """No random numbers could be had."""


class MissingUserAuthBannerError(SSH2Error):
    """The server sent no authentication banner."""


class AlgoUnsupportedError(SSH2Error, errors.NotSupported):
    """The algorithm is not supported."""


class MacFailureError(SSH2Error):
    """A message authentication code could not be computed."""


class HashInitError(SSH2Error):
    """A digest could not be begun."""


class HashCalcError(SSH2Error):
    """A digest could not be computed."""


class UnknownError(SSH2Error):
    """An error whose number has no exception of its own."""
