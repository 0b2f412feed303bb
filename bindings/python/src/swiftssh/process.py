"""Commands and shells that run on a client's host."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from . import _abi, result
from ._arguments import content, kept, milliseconds, signal_name, size, variables, words
from ._calls import call
from ._closing import Closing
from ._handle import Handle, nothing
from .errors import TimedOut
from .result import CommandResult

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer
else:
    ReadableBuffer = WriteableBuffer = object

__all__ = ["RemoteProcess", "Terminal"]


@dataclass(frozen=True)
class Terminal:
    """A pseudo-terminal: its type, as in $TERM, and its size in characters."""

    type: str = "xterm-256color"
    columns: int = 80
    rows: int = 24


StandardError = Literal["separate", "merge", "discard"]
"""What becomes of what a process writes to standard error: it is read apart, or in the same stream as its output, or dropped."""

_STANDARD_ERRORS = {
    "separate": _abi.SWIFTSSH_EXTENDED_DATA_NORMAL,
    "merge": _abi.SWIFTSSH_EXTENDED_DATA_MERGE,
    "discard": _abi.SWIFTSSH_EXTENDED_DATA_IGNORE,
}


def starting(
    command: bytes | None, env: Mapping[str, str] | None, terminal: Terminal | None, stderr: StandardError
) -> tuple[object, ...]:
    """Returns the arguments of swiftssh_client_start_ex between the client and the time; the command None is the user's shell."""
    if stderr not in _STANDARD_ERRORS:
        raise ValueError(f"stderr: {stderr!r} is none of {', '.join(_STANDARD_ERRORS)}")
    if not isinstance(terminal, (Terminal, type(None))):
        raise TypeError(f"terminal: must be a Terminal or None, not {type(terminal).__name__}")
    named = variables(env)
    shown = (words(terminal.type, "terminal"), *size(terminal.columns, terminal.rows)) if terminal else (None, 0, 0)
    return (command, named, len(named), *shown, _STANDARD_ERRORS[stderr])


def text_of(line: bytes) -> str:
    """Returns a line as text without its end (LF or CR LF)."""
    if line.endswith(b"\n"):
        line = line[:-2] if line.endswith(b"\r\n") else line[:-1]
    return line.decode("utf-8", "replace")


class _Core:
    """What a process and its files share, so that neither keeps the other."""

    def __init__(self, handle: Handle, timeout: float | None) -> None:
        self.handle = handle
        self.timeout = timeout

    def wait(self, name: str, before: tuple[object, ...], after: tuple[object, ...] = ()) -> int:
        """Calls swiftssh_process_<name> with a time between the arguments, and returns its result."""
        return call("swiftssh_process_" + name, self.handle.pointer, *before, milliseconds(self.timeout), *after)


class _Reader(io.RawIOBase):
    """One of a process's outputs."""

    def __init__(self, core: _Core, stream: int) -> None:
        self._core = core
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Reads into a writable buffer, waiting for at least one byte; 0 at the end."""
        view = memoryview(buffer).cast("B")
        if not view:
            return 0
        target = (ctypes.c_char * len(view)).from_buffer(view)
        return self._core.wait("read", (self._stream,), (target, len(view)))


class _Writer(io.RawIOBase):
    """A process's input."""

    def __init__(self, core: _Core) -> None:
        self._core = core

    # The collector is not to wait for a server, and the end of the process is the end of its input.
    __del__ = nothing

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer) -> int:
        """Writes all of the bytes."""
        if self.closed:
            raise ValueError("write to closed file")
        whole = data if isinstance(data, bytes) else memoryview(data).tobytes()
        done = 0
        while done < len(whole):
            rest = whole[done:] if done else whole
            done += self._core.wait("write", (rest, len(rest)))
        return done

    def close(self) -> None:
        """Ends the input; the process then reads the end of the file."""
        if self.closed:
            return
        super().close()
        if not self._core.handle.closed:
            self._core.wait("send_eof", ())


class RemoteProcess(Closing):
    """A command or a shell that runs on a client's host. Made by Client.start() and Client.shell().

    stdin: a binary file; its close() is the end of the process's input.
    stdout, stderr: binary files; iterating over one gives its lines as they come.
    command: what was started.

    As context manager it is closed at the end. Any thread may use it; one may write while others read.
    """

    stdin: io.RawIOBase
    stdout: io.BufferedReader
    stderr: io.BufferedReader

    def __init__(self, handle: Handle, command: str, timeout: float | None = None) -> None:
        """Takes over a handle."""
        self._core = _Core(handle, timeout)
        self.command = command
        self.stdin = _Writer(self._core)
        self.stdout = io.BufferedReader(_Reader(self._core, 0), 64 * 1024)
        self.stderr = io.BufferedReader(_Reader(self._core, 1), 64 * 1024)

    def __repr__(self) -> str:
        return f"<swiftssh.RemoteProcess {self.command!r}{' closed' if self.closed else ''}>"

    @property
    def _pointer(self) -> object:
        return self._core.handle.pointer

    @property
    def timeout(self) -> float | None:
        """How long one wait may take, in seconds; None for no limit."""
        return self._core.timeout

    @timeout.setter
    def timeout(self, seconds: float | None) -> None:
        self._core.timeout = seconds

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._core.handle.closed

    def lines(self, stream: io.BufferedReader | None = None) -> Iterator[str]:
        """Gives the lines of standard output, or of `stream`, as they come, without their ends.

        Bytes that are not UTF-8 become U+FFFD. Raises TimedOut, and ConnectionLost when the connection ends.
        """
        for line in stream or self.stdout:
            yield text_of(line)

    def communicate(
        self, input: str | bytes | None = None, *, timeout: float | None = None, limit: int | None = None
    ) -> CommandResult:
        """Gives the process its input and the end of it, takes all that it writes, and waits for its end.

        input: what it reads from standard input; a str is sent as UTF-8.
        timeout: the time for all of it in seconds; None for no limit.
        limit: how many bytes are kept of both outputs together; None for no limit.

        Raises CommandTimedOut and OutputLimitExceeded, which end the process as kill() does, and ConnectionLost, all with what it wrote.
        """
        data = content(input)
        arguments = (self._pointer, data, len(data), kept(limit), milliseconds(timeout))
        try:
            made = call.make("swiftssh_process_communicate", _abi.swiftssh_command_result, *arguments)
            return result.taken(made, self.command)
        except result.CutShort as error:
            raised = result.cut_short(self._pointer, self.command, error)
            self.kill()
            raise raised from None
        except BaseException:
            self.kill()
            raise

    def wait(self, timeout: float | None = None) -> CommandResult:
        """Waits for the end, and returns how it came, with no output.

        timeout: seconds; None for no limit. Raises TimedOut; ConnectionLost. Somebody must read the outputs meanwhile,
        where there is more than a megabyte of them.
        """
        kind, status = ctypes.c_int32(), ctypes.c_int32()
        outputs = (ctypes.byref(kind), ctypes.byref(status))
        try:
            call("swiftssh_process_wait", self._pointer, milliseconds(timeout), *outputs)
        except TimedOut as error:
            raise result.not_ended(self.command, error) from None
        return result.ended(self._pointer, self.command, kind.value, status.value)

    def resize(self, columns: int, rows: int) -> None:
        """Tells the process's terminal its new size in characters."""
        call("swiftssh_process_resize_terminal", self._pointer, *size(columns, rows), milliseconds(self.timeout))

    def send_signal(self, name: str) -> None:
        """Sends the process a signal, named without SIG. Raises NotSupported where the engine cannot."""
        call("swiftssh_process_signal", self._pointer, signal_name(name), milliseconds(self.timeout))

    def kill(self) -> None:
        """Ends the process as far as that goes from here: by the signal KILL where the engine can, and by closing its channel.

        libssh2 before 1.11 cannot: what runs without a terminal then goes on until it reads or writes.

        Calls of other threads that wait for it raise Cancelled. Does not block; does nothing after close().
        """
        if not self.closed:
            call("swiftssh_process_kill", self._pointer)

    def close(self) -> None:
        """Closes the channel, which ends what runs in a terminal. A second call does nothing. Does not block."""
        if self.closed:
            return
        self.kill()
        self._core.handle.close()
