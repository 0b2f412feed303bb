"""ssh2.session: a connection to a server."""

from __future__ import annotations

import ctypes

from . import _constants
from ._agent_authentication import AgentAuthentication
from ._constants import *
from ._constants import LIBSSH2_FLAG_COMPRESS, LIBSSH2_FLAG_SIGPIPE, FlagType, MethodType, number
from ._convert import ENCODING, Integer, Text, c_int, integer, text, unsigned
from ._errors import error
from ._files import Files
from ._forwarding import Forwarding
from ._publickey import PublicKeys
from ._scp import Copying
from ._session_core import Socket, descriptor_of
from .error_codes import LIBSSH2_ERROR_METHOD_NOT_SUPPORTED
from .exceptions import ChannelError, KnownHostError, PublicKeyInitError, SessionHostKeyError, SSH2Error
from .knownhost import KnownHost

__all__ = ["ChannelError", "KnownHostError", "PublicKeyInitError", "Session", "SessionHostKeyError"]
__all__ += _constants.__all__

_DISCONNECT_BY_APPLICATION = 11


class Session(AgentAuthentication, Forwarding, Copying, Files, PublicKeys):
    """A connection to a server, over a socket that the caller has connected and keeps.

    Methods that wait return EAGAIN in non-blocking mode and are then to be called again. In blocking mode they wait
    at most for the timeout, then raise Timeout. Any thread may call any method; calls of several threads take turns.
    """

    __slots__ = ()

    def handshake(self, sock: Socket) -> int:
        """Speaks with the server at the other end of a connected socket until both sides have keys.

        sock: a socket or its descriptor. It stays the caller's: it is never closed here and must stay open as long
            as the session is used.
        Returns 0 or EAGAIN. Raises ValueError for a closed socket.
        """
        if sock is None:
            raise TypeError("Argument 'sock' must not be None")
        descriptor = descriptor_of(sock)
        self._sock = sock
        result = self._waiting(lambda: self._call("handshake", descriptor))
        if result == 0:
            self._has_keys = True
        return result

    startup = handshake

    def disconnect(self) -> int:
        """Tells the server that the session ends, and ends it; the socket stays open. Returns 0 or EAGAIN.

        A second call, and one without a connection, return 0. When Python has closed the socket, nothing is sent.
        """
        return self._waiting(lambda: self._call("disconnect", _DISCONNECT_BY_APPLICATION, b"end", b""))

    def close(self) -> None:
        """Ends the session at once, without telling the server; the socket stays open. Not in ssh2-python.

        Calls that wait in other threads raise SessionCancelledError, later ones SessionClosedError. Does not block.
        """
        self._call("close")

    def set_blocking(self, blocking: object) -> None:
        """Switches between blocking (true, as a session begins) and non-blocking mode."""
        self._call("set_blocking", 1 if blocking else 0)

    def get_blocking(self) -> bool:
        """Tells whether the session is in blocking mode."""
        return self._simple("get_blocking") > 0

    def set_timeout(self, timeout: Integer) -> None:
        """Limits how long one call may wait in blocking mode: milliseconds, 0 for ever."""
        self._call("set_timeout", integer(timeout))

    def get_timeout(self) -> int:
        """Returns the limit in milliseconds, 0 for none."""
        return self._simple("get_timeout")

    def block_directions(self) -> int:
        """Returns what the session waits for: bits LIBSSH2_SESSION_BLOCK_INBOUND and _OUTBOUND, 0 nothing.

        _OUTBOUND, for which there is hardly ever a wait, is also told when one call has taken in what another, which
        returned EAGAIN before, may wait for: then that is to be called again.
        """
        return self._simple("block_directions")

    def knownhost_init(self) -> KnownHost:
        """Returns a list of known hosts that is still empty; the session need not be connected."""
        return KnownHost(self)

    def hostkey(self) -> tuple[bytes, int]:
        """Returns the server's public key, as the protocol writes it, and its LIBSSH2_HOSTKEY_TYPE_.

        Raises SessionHostKeyError before the handshake.
        """
        kind = ctypes.c_int32()
        try:
            key = self._value("hostkey", outputs=(ctypes.byref(kind),))
        except SSH2Error as error:
            raise SessionHostKeyError(str(error) or "there is no host key", code=error.code) from None
        if not key:
            raise SessionHostKeyError("there is no host key")
        return key, kind.value

    def hostkey_hash(self, hash_type: Integer) -> bytes | None:
        """Returns a digest of the server's public key: 16, 20 or 32 bytes for a LIBSSH2_HOSTKEY_HASH_.

        None before the handshake and for an unknown type.
        """
        wanted = c_int(hash_type)
        try:
            return self._value("hostkey_hash", wanted) or None
        except SSH2Error:
            return None

    def methods(self, method_type: MethodType) -> str | None:
        """Returns the algorithm that was agreed on, "" for LANG; None when there was no handshake or it failed."""
        wanted = number(method_type, MethodType, "method_type")
        if not self._has_keys:
            return None
        return self._value("methods", wanted).decode(ENCODING, "replace")

    def supported_algs(self, method_type: MethodType) -> list[str]:
        """Returns the algorithms that could be agreed on, as the flags stand. Raises MethodNotSupported for LANG."""
        wanted = number(method_type, MethodType, "method_type")
        found = self._value("supported_algs", wanted).decode(ENCODING, "replace")
        return found.split(",") if found else []

    def method_pref(self, method_type: MethodType, prefs: Text) -> int:
        """Sets the algorithms to offer: names with commas, best first. To be called before the handshake; has no effect afterwards.

        Returns 0. Raises MethodNotSupported when none of them is known.
        """
        wanted, names = number(method_type, MethodType, "method_type"), text(prefs, "prefs")
        if not self._has_keys:
            return self._call("method_pref", wanted, names)
        if not set(names.decode(ENCODING, "replace").split(",")) & set(self.supported_algs(method_type)):
            raise error(LIBSSH2_ERROR_METHOD_NOT_SUPPORTED, "none of these algorithms is supported")
        return 0

    def flag(self, flag: FlagType, enabled: object = True) -> int:
        """Switches LIBSSH2_FLAG_SIGPIPE or LIBSSH2_FLAG_COMPRESS. To be called before the handshake; has no effect afterwards.

        Returns 0, as ssh2-python does after 1.2, which returns None. Raises ValueError for any other flag.
        """
        value = number(flag, FlagType, "flag")
        if flag is not LIBSSH2_FLAG_SIGPIPE and flag is not LIBSSH2_FLAG_COMPRESS:
            raise ValueError("Flag type is not a supported flag", flag)
        return 0 if self._has_keys else self._call("flag", value, 1 if enabled else 0)

    def last_error(self, msg_size: Integer = 1024) -> str:
        """Returns the message of the last call that failed, "" when none did. `msg_size` has no effect."""
        integer(msg_size)
        return self._value("last_error").decode(ENCODING, "replace")

    def last_errno(self) -> int:
        """Returns the number of the last call that failed, 0 when none did."""
        return self._simple("last_errno")

    def set_last_error(self, errcode: Integer, errmsg: Text) -> int:
        """Sets what last_errno() and last_error() return. Returns the number."""
        code, message = c_int(errcode), text(errmsg, "errmsg")
        self._call("set_last_error", code, message)
        return code

    def rekey(self) -> int:
        """Has keys exchanged anew and waits until both sides use them. Returns 0 or EAGAIN. Not in ssh2-python.

        Nobody need call it: where the engine can, keys are renewed by themselves after an hour and a GiB.
        Raises MethodNotSupported where the engine cannot.
        """
        return self._call("rekey")

    def keepalive_config(self, want_reply: object, interval: Integer) -> None:
        """Sets how often keepalive_send() sends: `interval` seconds, 0 never; whether the server is to answer."""
        self._call("keepalive_config", 1 if want_reply else 0, unsigned(interval))

    def keepalive_send(self) -> int:
        """Sends a sign of life when one is due. Returns the seconds until the next one, 0 when there is none."""
        seconds = ctypes.c_int32()
        self._call("keepalive_send", ctypes.byref(seconds))
        return seconds.value
