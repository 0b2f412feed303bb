"""What is asked for what a channel will run: a terminal, signals, the user's agent and X11."""

from __future__ import annotations

from ._channel_core import ChannelCore
from ._convert import Integer, Text, text, unsigned
from .exceptions import MethodNotSupported


def _optional_bytes(value: bytes | bytearray | None) -> bytes | None:
    """Returns bytes, None for None; raises TypeError for anything else."""
    if value is None or isinstance(value, (bytes, bytearray)):
        return None if value is None else bytes(value)
    raise TypeError(f"expected bytes, {type(value).__name__} found")


class ChannelTerminal(ChannelCore):
    """The requests of a channel that come before, or go with, what it runs."""

    __slots__ = ()

    def pty(
        self,
        term: Text = "vt100",
        *,
        width: Integer = 80,
        height: Integer = 24,
        width_pixels: Integer = 0,
        height_pixels: Integer = 0,
        modes: bytes = b"",
    ) -> int:
        """Asks for a pseudo-terminal for what will be started. Returns 0 or EAGAIN.

        term: the terminal's type, as in $TERM. width, height: columns and rows.
        modes: the encoded terminal modes (RFC 4254, 8); empty for the server's own.
        What goes by keyword only is not in ssh2-python. Raises ChannelRequestDenied when the server refuses,
        InvalidRequestError when type and modes are longer than 256 bytes.
        """
        encoded = _optional_bytes(modes) or b""
        size = tuple(unsigned(number) for number in (width, height, width_pixels, height_pixels))
        return self._call("request_pty", text(term, "term"), encoded, len(encoded), *size)

    def resize(
        self, width: Integer, height: Integer, width_pixels: Integer = 0, height_pixels: Integer = 0
    ) -> int:
        """Tells the server that the pseudo-terminal has another size now. Returns 0 or EAGAIN.

        Not in ssh2-python. The server does not answer.
        """
        size = tuple(unsigned(number) for number in (width, height, width_pixels, height_pixels))
        return self._call("request_pty_size", *size)

    def signal(self, signame: Text) -> int:
        """Sends a signal, named without SIG, to what runs. Returns 0 or EAGAIN. The server does not answer.

        Raises MethodNotSupported where libssh2 is older than 1.11.
        """
        return self._call("signal", text(signame, "signame"))

    def send_break(self, milliseconds: Integer = 0) -> int:
        """Sends a break of so many milliseconds to the terminal of what runs. Returns 0 or EAGAIN. Not in ssh2-python.

        Raises ChannelRequestDenied when the server refuses, as OpenSSH does without a terminal; MethodNotSupported
        where the engine cannot.
        """
        return self._call("send_break", unsigned(milliseconds))

    def request_auth_agent(self) -> int:
        """Asks for the user's agent to be forwarded to what will be started. Returns 0 or EAGAIN.

        As in ssh2-python nobody serves the connections that come back: they are refused. libssh2 1.10 would leave them unanswered, so
        there the server is not asked, and what is started finds no agent.

        Raises ChannelRequestDenied when the server refuses.
        """
        try:
            return self._call("request_auth_agent")
        except MethodNotSupported:
            return 0

    def x11_req(self, screen_number: Integer) -> int:
        """Asks for X11 to be forwarded, with a random cookie. Returns 0 or EAGAIN; raises as x11_req_ex() does."""
        return self.x11_req_ex(0, None, None, screen_number)

    def x11_req_ex(
        self,
        single_connection: object,
        auth_proto: bytes | bytearray | None,
        auth_cookie: bytes | bytearray | None,
        screen_number: Integer,
    ) -> int:
        """Asks for X11 to be forwarded to what will be started. Returns 0 or EAGAIN.

        single_connection: whether one connection is enough.
        auth_proto: None for MIT-MAGIC-COOKIE-1. auth_cookie: hexadecimal digits, None for random ones.
        Raises ChannelRequestDenied when the server refuses.
        """
        protocol, cookie = _optional_bytes(auth_proto), _optional_bytes(auth_cookie)
        return self._call("x11_req", 1 if single_connection else 0, protocol, cookie, unsigned(screen_number))
