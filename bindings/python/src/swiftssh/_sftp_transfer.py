"""Copying files and trees between this machine and a server."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Literal

from . import _abi
from ._arguments import LARGEST_WORD, milliseconds, number
from ._calls import asked, call, owned
from ._handle import Handle
from ._library import function
from ._progress import Progress, teller
from ._sftp_paths import decoded
from .errors import Cancelled, SSHError, TransferIncomplete

__all__ = ["Links", "TransferOptions", "TransferReport"]

Links = Literal["keep", "follow", "skip"]
"""What becomes of symbolic links in directories: copied as links, what they point to copied in their place, or left out."""

_LINKS: dict[str, int] = {
    "keep": _abi.SWIFTSSH_SFTP_LINKS_KEEP,
    "follow": _abi.SWIFTSSH_SFTP_LINKS_FOLLOW,
    "skip": _abi.SWIFTSSH_SFTP_LINKS_SKIP,
}


_SHOWN = 3
"""How many problems an exception's text tells."""

_NO_FINALIZER = ctypes.cast(0, _abi.swiftssh_finalizer)
_NO_CALLBACK = ctypes.cast(0, _abi.swiftssh_sftp_progress_callback)


@dataclass(frozen=True)
class TransferOptions:
    """How files are copied.

    recursive: whether a directory is copied with all that is in it; else it is an error.
    resume: whether files that are there already with the same size and time are left as they are, and parts that an earlier transfer
        has left are gone on from, after their last bytes have been compared.
    in_place: whether the files' own names are written to from the beginning on; else a file has another name until it is whole.
    permissions, times: whether they are kept.
    links: what becomes of symbolic links in directories.
    files_at_once: how many files are under way at a time, 1 to 1024.
    timeout: the time for all of it in seconds, None for no limit.
    check: whether something of a directory that could not be copied raises TransferIncomplete, at the end; else only the report tells it.
    """

    recursive: bool = False
    resume: bool = False
    in_place: bool = False
    permissions: bool = True
    times: bool = True
    links: Links = "keep"
    files_at_once: int = 64
    timeout: float | None = None
    check: bool = True


@dataclass(frozen=True)
class TransferReport:
    """What a transfer has done.

    files: how many were copied whole. unchanged_files: how many were there already. directories: how many were copied, or there already.
    links: how many symbolic links were made. bytes: how many bytes of files were copied.
    problems: why something could not be copied, each with the path; the rest has been. At most 10,000; the last one then says how many more.
    """

    files: int = 0
    unchanged_files: int = 0
    directories: int = 0
    links: int = 0
    bytes: int = 0
    problems: list[SSHError] = field(default_factory=list)


def transfer(
    name: str, sftp: Handle, source: bytes, target: bytes, options: TransferOptions, progress: Progress | None
) -> TransferReport:
    """Makes the transfer swiftssh_sftp_<name>. Raises what it fails with, and what `progress` raises."""
    raised: list[BaseException] = []
    tell = None if progress is None else teller(progress)

    def told(_: object, done: int, total: int, path: bytes | None) -> int:
        try:
            if tell is not None:
                asked(tell, done, total, decoded(path or b""))
        except BaseException as error:
            raised.append(error)
            return 1
        return 0

    callback = _abi.swiftssh_sftp_progress_callback(told) if tell else _NO_CALLBACK
    with _set(options) as wanted:
        arguments = (sftp.pointer, source, target, wanted.pointer, callback, None, _NO_FINALIZER)
        try:
            report = call.make("swiftssh_sftp_" + name, _abi.swiftssh_sftp_report, *arguments)
        except Cancelled:
            if not raised:
                raise
            raise raised.pop() from None
    with owned(report, "swiftssh_sftp_report_free") as handle:
        found = _read(handle.pointer)
    if options.check and found.problems:
        raise _incomplete(found)
    return found


def _incomplete(report: TransferReport) -> TransferIncomplete:
    """Returns the exception for what a report tells of problems."""
    count = len(report.problems)
    reasons = [str(problem) for problem in report.problems[:_SHOWN]] + ([f"and {count - _SHOWN} more"] if count > _SHOWN else [])
    raised = TransferIncomplete(f"{count} of the names were not copied: {'; '.join(reasons)}", phase="sftp")
    raised.report = report
    return raised


def _set(options: TransferOptions) -> Handle:
    """Returns an object of the library with options. Raises ValueError for values that there are not."""
    if options.links not in _LINKS:
        raise ValueError(f"links must be one of {', '.join(_LINKS)}, not {options.links!r}")
    timeout = milliseconds(options.timeout)
    files_at_once = number(options.files_at_once, LARGEST_WORD, "files_at_once")
    values = {
        _abi.SWIFTSSH_SFTP_TRANSFER_RECURSIVE: bool(options.recursive),
        _abi.SWIFTSSH_SFTP_TRANSFER_RESUME: bool(options.resume),
        _abi.SWIFTSSH_SFTP_TRANSFER_IN_PLACE: bool(options.in_place),
        _abi.SWIFTSSH_SFTP_TRANSFER_PERMISSIONS: bool(options.permissions),
        _abi.SWIFTSSH_SFTP_TRANSFER_TIMES: bool(options.times),
        _abi.SWIFTSSH_SFTP_TRANSFER_LINKS: _LINKS[options.links],
        _abi.SWIFTSSH_SFTP_TRANSFER_FILES_AT_ONCE: files_at_once,
        # 0 is no limit there.
        _abi.SWIFTSSH_SFTP_TRANSFER_TIMEOUT: max(1, timeout) if timeout >= 0 else 0,
    }
    made = call.make("swiftssh_sftp_transfer_options_new", _abi.swiftssh_sftp_transfer_options)
    wanted = owned(made, "swiftssh_sftp_transfer_options_free")
    for option, value in values.items():
        call("swiftssh_sftp_transfer_options_set", wanted.pointer, option, value)
    return wanted


def _read(report: object) -> TransferReport:
    value = function("swiftssh_sftp_report_value")
    problems: list[SSHError] = []
    for index in range(value(report, _abi.SWIFTSSH_SFTP_REPORT_PROBLEMS)):
        try:
            call("swiftssh_sftp_report_problem", report, index)
        except SSHError as problem:
            problems.append(problem)
    return TransferReport(
        value(report, _abi.SWIFTSSH_SFTP_REPORT_FILES),
        value(report, _abi.SWIFTSSH_SFTP_REPORT_UNCHANGED_FILES),
        value(report, _abi.SWIFTSSH_SFTP_REPORT_DIRECTORIES),
        value(report, _abi.SWIFTSSH_SFTP_REPORT_LINKS),
        value(report, _abi.SWIFTSSH_SFTP_REPORT_BYTES),
        problems,
    )
