"""What became of a remote command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from . import _abi
from ._calls import call, owned
from ._library import function, text
from ._peer import escaped
from .errors import CommandFailed, CommandTimedOut, ConnectionLost, OutputLimitExceeded, SSHError, TimedOut

_Self = TypeVar("_Self", bound="CommandResult")

__all__ = ["CommandResult"]


@dataclass(frozen=True)
class CommandResult:
    """How a remote command ended, and all that it wrote.

    command: the command as it was given; of bytes that are not UTF-8 each is a lone surrogate, as in os.fsdecode().
    exit_status: the status that it exited with; None where it did not exit by itself.
    exit_signal: the name of the signal that ended it, without SIG, as "KILL"; None for none.
    stdout, stderr: what it wrote. With a terminal there is only one stream, stdout.

    Both None mean that the server closed the channel without saying how the command ended.
    """

    command: str
    exit_status: int | None
    exit_signal: str | None
    stdout: bytes
    stderr: bytes

    @property
    def ok(self) -> bool:
        """Whether it exited by itself with the status 0."""
        return self.exit_status == 0

    @property
    def text(self) -> str:
        """Standard output as text; bytes that are not UTF-8 become U+FFFD."""
        return self.stdout.decode("utf-8", "replace")

    @property
    def error_text(self) -> str:
        """Standard error as text; bytes that are not UTF-8 become U+FFFD."""
        return self.stderr.decode("utf-8", "replace")

    def check(self: _Self) -> _Self:
        """Returns the result itself. Raises CommandFailed unless the command exited by itself with the status 0."""
        if self.ok:
            return self
        if self.exit_status is not None:
            end = f"exited with status {self.exit_status}"
        elif self.exit_signal is not None:
            end = f"was ended by the signal {self.exit_signal}"
        else:
            end = "ended without a status"
        said = _shown(self.stderr[-512:])
        error = CommandFailed(
            f"the command {self.command!r} {end}" + (f": {said}" if said else ""),
            code=_abi.SWIFTSSH_ERROR_COMMAND_FAILED,
            phase="command",
            server_text=said,
        )
        error.exit_status, error.exit_signal = self.exit_status, self.exit_signal
        error.stdout, error.stderr = self.stdout, self.stderr
        raise error


def _shown(data: bytes) -> str:
    """Returns bytes of the server as text that cannot drive a terminal."""
    return escaped(data.decode("utf-8", "backslashreplace").strip())


def ended(process: object, command: str, kind: int, status: int) -> CommandResult:
    """Returns how a process ended, with no output. kind, status: what the library told of it."""
    return CommandResult(
        command,
        status if kind == _abi.SWIFTSSH_EXIT_EXITED else None,
        _signal_name(process) if kind == _abi.SWIFTSSH_EXIT_SIGNALLED else None,
        b"",
        b"",
    )


def _signal_name(process: object) -> str:
    pointer = call.make("swiftssh_process_channel", _abi.swiftssh_channel, process)
    with owned(pointer, "swiftssh_channel_free") as channel:
        return call.value("swiftssh_channel_exit_signal", channel.pointer).decode("utf-8", "replace")


def timed_out(command: str, error: TimedOut) -> CommandTimedOut:
    """Returns the error of a command that took too long, with nothing that it had written but what `error` has of that."""
    said = f"the command {command!r} did not end in time"
    raised = CommandTimedOut(said, code=error.code, phase=error.phase, host=error.host, port=error.port)
    if isinstance(error, CommandTimedOut):
        raised.stdout, raised.stderr = error.stdout, error.stderr
    return raised


def not_ended(command: str, error: TimedOut) -> TimedOut:
    """Returns the error of whoever has waited too long for the end of a command, which goes on."""
    said = f"the command {command!r} has not ended in time"
    return TimedOut(said, code=error.code, phase=error.phase, host=error.host, port=error.port)


CutShort: tuple[type[ConnectionLost], type[OutputLimitExceeded], type[TimedOut]] = (ConnectionLost, OutputLimitExceeded, TimedOut)
"""How a process is cut short, but for whoever ends it here."""


def cut_short(process: object, command: str, error: ConnectionLost | OutputLimitExceeded | TimedOut) -> SSHError:
    """Returns the error of a process that was cut short, with what it had written."""
    raised: ConnectionLost | OutputLimitExceeded | CommandTimedOut
    if isinstance(error, (ConnectionLost, OutputLimitExceeded)):
        raised = error
    else:
        raised = timed_out(command, error)
    raised.stdout = call.value("swiftssh_process_output", process, 0)
    raised.stderr = call.value("swiftssh_process_output", process, 1)
    return raised


def taken(pointer: object, command: str) -> CommandResult:
    """Returns the result behind a pointer, and frees that."""
    with owned(pointer, "swiftssh_command_result_free") as handle:
        kind = function("swiftssh_command_result_exit_kind")(handle.pointer)
        return CommandResult(
            command=command,
            exit_status=function("swiftssh_command_result_exit_status")(handle.pointer)
            if kind == _abi.SWIFTSSH_EXIT_EXITED
            else None,
            exit_signal=text("swiftssh_command_result_exit_signal", handle.pointer)
            if kind == _abi.SWIFTSSH_EXIT_SIGNALLED
            else None,
            stdout=call.value("swiftssh_command_result_output", handle.pointer, 0),
            stderr=call.value("swiftssh_command_result_output", handle.pointer, 1),
        )
