"""ssh2.channel: a stream in both directions within a session, with a command at its other end."""

from __future__ import annotations

from .. import _buffers
from ._channel_end import ChannelEnd
from ._channel_terminal import ChannelTerminal
from ._channel_window import ChannelWindow
from ._convert import Integer, Text, byte_count, optional_text, text, unsigned
from ._errors import call
from .exceptions import ChannelError

__all__ = ["Channel", "ChannelError"]

_STANDARD_OUTPUT = 0
_STANDARD_ERROR = 1


class Channel(ChannelEnd, ChannelTerminal, ChannelWindow):
    """A channel of a session, which it keeps alive. Made by Session.open_session() and its like.

    Methods that wait return EAGAIN in non-blocking mode and are then to be called again. Letting go of a channel
    never waits.
    """

    __slots__ = ()

    def _startup(self, request: bytes, message: bytes | None) -> int:
        return self._call("process_startup", request, message, len(message or b""))

    def execute(self, command: Text) -> int:
        """Starts a command in the user's shell. Returns 0 or EAGAIN.

        A channel runs one thing: a second call of this, shell() or subsystem() raises BadUseError.
        """
        return self._startup(b"exec", text(command, "command"))

    def subsystem(self, subsystem: Text) -> int:
        """Starts a subsystem by its name, as "sftp". Returns 0 or EAGAIN."""
        return self._startup(b"subsystem", text(subsystem, "subsystem"))

    def shell(self) -> int:
        """Starts the user's shell. Returns 0 or EAGAIN."""
        return self._call("shell")

    def process_startup(self, request: Text, message: Text | None = None) -> int:
        """Makes the request of that name, with a message or without. Returns 0 or EAGAIN."""
        return self._startup(text(request, "request"), optional_text(message, "message"))

    def setenv(self, varname: Text, value: Text) -> int:
        """Sets a variable for what will be started. Returns 0 or EAGAIN.

        Raises ChannelRequestDenied when the server's AcceptEnv does not allow it.
        """
        return self._call("setenv", text(varname, "varname"), text(value, "value"))

    def read(self, size: Integer = 1024) -> tuple[int, bytes]:
        """Reads from standard output, as read_ex() does."""
        return self.read_ex(size, _STANDARD_OUTPUT)

    def read_stderr(self, size: Integer = 1024) -> tuple[int, bytes]:
        """Reads from standard error, as read_ex() does."""
        return self.read_ex(size, _STANDARD_ERROR)

    def read_ex(self, size: Integer = 1024, stream_id: Integer = 0) -> tuple[int, bytes]:
        """Reads what has arrived, at most `size` bytes; a large size does not mean that so much is returned.

        Returns the count and the bytes; (0, b"") at the end of the stream or for a size of 0; (EAGAIN, b"") in
        non-blocking mode when there is nothing yet. In blocking mode waits for one byte. Raises when the connection
        was lost: that never looks like the end of the stream.
        """
        wanted, stream = byte_count(size), unsigned(stream_id)
        pointer = self._pointer()
        if wanted == 0:
            return 0, b""
        return _buffers.read(
            wanted, lambda buffer, capacity: call("swiftssh_channel_read", pointer, stream, buffer, capacity)
        )

    def write(self, buf: Text) -> tuple[int, int]:
        """Writes to standard input, as write_ex() does."""
        return self.write_ex(_STANDARD_OUTPUT, buf)

    def write_stderr(self, buf: Text) -> tuple[int, int]:
        """Writes to stream 1, as write_ex() does."""
        return self.write_ex(_STANDARD_ERROR, buf)

    def write_ex(self, stream_id: Integer, buf: Text) -> tuple[int, int]:
        """Writes all of `buf`, or as much as goes without waiting in non-blocking mode.

        Returns (a positive number, bytes written) when all is written, (EAGAIN, bytes written) when the rest has to
        be written later, (0, 0) for nothing. Raises ChannelEOFSentError after send_eof(), ChannelClosedError after
        close().
        """
        stream, data = unsigned(stream_id), text(buf, "buf")
        return _buffers.write(data, lambda rest, length: self._call("write", stream, rest, length))

    def eof(self) -> bool:
        """Tells whether the stream has ended and all of it has been read. True for a channel that is not open."""
        return self._handle is None or self._simple("eof") != 0

    def send_eof(self) -> int:
        """Ends the stream to the command. Returns 0 or EAGAIN."""
        return self._call("send_eof")

    def wait_eof(self) -> int:
        """Waits until the command has ended its streams. Returns 0 or EAGAIN."""
        return self._call("wait_eof")

    def close(self) -> int:
        """Closes the channel in both directions. Returns 0 or EAGAIN."""
        return self._call("close")

    def wait_closed(self) -> int:
        """Waits until the server has closed the channel, which it does when the command has ended.

        Returns 0 or EAGAIN. ssh2-python raises InvalidRequestError where the command's streams have not ended yet.
        """
        return self._call("wait_closed")
