"""What has arrived on a channel and was not read, and how much more may come."""

from __future__ import annotations

import ctypes

from .. import _abi
from ._channel_core import ChannelCore
from ._convert import Integer, byte_count, c_int, unsigned

_STANDARD_OUTPUT = 0
_STANDARD_ERROR = 1


class ChannelWindow(ChannelCore):
    """The windows of a channel, its standard error stream, and what is dropped."""

    __slots__ = ()

    def flush(self) -> int:
        """Drops what has arrived on standard output, as flush_ex() does."""
        return self.flush_ex(_STANDARD_OUTPUT)

    def flush_stderr(self) -> int:
        """Drops what has arrived on standard error, as flush_ex() does."""
        return self.flush_ex(_STANDARD_ERROR)

    def flush_ex(self, stream_id: Integer) -> int:
        """Drops what has been received and was not read; what arrives meanwhile stays. Returns how many bytes that were. Does not block.

        stream_id: 0 standard output, 1 standard error, -1 every stream but standard output, -2 all.
        """
        return self._call("flush", c_int(stream_id))

    def poll_channel_read(self, extended: Integer) -> int:
        """Tells whether there is something to read: 1 or 0. Does not block.

        extended: 0 for standard output; otherwise on either stream.
        """
        streams = (_STANDARD_OUTPUT, _STANDARD_ERROR) if c_int(extended) else (_STANDARD_OUTPUT,)
        return int(any(self._simple("available", stream) > 0 for stream in streams))

    def handle_extended_data2(self, ignore_mode: Integer) -> int:
        """Sets what becomes of standard error from here on. Returns 0.

        ignore_mode: 0 it is read by itself, 1 it is dropped, 2 it is read as part of standard output, in the order in
            which it came. Raises InvalidRequestError for another number.
        """
        return self._call("handle_extended_data", c_int(ignore_mode))

    def handle_extended_data(self, ignore_mode: Integer) -> None:
        """Does what handle_extended_data2() does; from versions of ssh2-python before 1.0."""
        self.handle_extended_data2(ignore_mode)

    def ignore_extended_data(self, ignore: object) -> None:
        """Drops standard error from here on, or does so no longer; from versions of ssh2-python before 1.0."""
        mode = _abi.SWIFTSSH_EXTENDED_DATA_IGNORE if ignore else _abi.SWIFTSSH_EXTENDED_DATA_NORMAL
        self.handle_extended_data2(mode)

    def receive_window_adjust2(self, adjustment: Integer, force: Integer) -> int:
        """Lets the server send `adjustment` bytes more. Returns 0 or EAGAIN.

        force: 0 saves a small number up until there is more to tell, others send it at once.
        """
        return self._call("receive_window_adjust", unsigned(adjustment), 1 if c_int(force) else 0, None)

    def receive_window_adjust(self, adjustment: Integer, force: Integer) -> int:
        """Does what receive_window_adjust2() does and returns what the server may send then, or EAGAIN.

        From versions of ssh2-python before 1.0.
        """
        window = ctypes.c_uint64()
        status = self._call(
            "receive_window_adjust", unsigned(adjustment), 1 if c_int(force) else 0, ctypes.byref(window)
        )
        return status or window.value

    def window_read(self) -> int:
        """Returns how many bytes the server may still send."""
        return 0 if self._handle is None else self._simple("window_read", None)

    def window_read_ex(self, read_avail: Integer, window_size_initial: Integer) -> int:
        """Returns what window_read() does; the arguments have no effect."""
        byte_count(read_avail)
        byte_count(window_size_initial)
        return self.window_read()

    def window_write(self) -> int:
        """Returns how many bytes the server will still take."""
        return 0 if self._handle is None else self._simple("window_write", None)

    def window_write_ex(self, window_size_initial: Integer) -> int:
        """Returns what window_write() does; the argument has no effect."""
        byte_count(window_size_initial)
        return self.window_write()
