"""Copies of files and trees between this machine and a server."""

from __future__ import annotations

import ctypes
import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional, Union

from . import _abi
from ._calls import call, owned
from ._library import function
from ._waiting import interruptible, milliseconds
from .errors import SSHError
from .sftp import SFTP, RemotePath, encoded_path

Progress = Callable[[int, int, str], Optional[object]]
"""Told the bytes that were copied, all that are known of, and the file on the server, at most ten times a second and once at the
end, in the thread that copies. What it raises ends the transfer."""

LocalPath = Union[str, bytes, "os.PathLike[str]"]


@dataclass(frozen=True)
class TransferReport:
    """What a transfer has done.

    files: files that were copied. unchanged: files that were there already. directories, links: those that were made. bytes: bytes
    that were copied. problems: what could not be copied of a directory.
    """

    files: int
    unchanged: int
    directories: int
    links: int
    bytes: int
    problems: tuple[SSHError, ...]


class _Telling:
    """A transfer's function, and what it raised."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress
        self.raised: BaseException | None = None
        self.is_cancelled = False


_telling: dict[int, _Telling] = {}
_numbers = itertools.count(1)


def _tell(number: int, done: int, total: int, name: bytes) -> int:
    telling = _telling.get(number)
    if telling is None or telling.is_cancelled:
        return 1
    try:
        if telling.progress is not None:
            telling.progress(done, total, os.fsdecode(name))
        return 0
    except BaseException as raised:
        telling.raised = raised
        return 1


def _forget(number: int) -> None:
    _telling.pop(number, None)


_TELL = _abi.swiftssh_sftp_progress_callback(_tell)
_FORGET = _abi.swiftssh_finalizer(_forget)


def transfer(
    sftp: SFTP,
    name: str,
    source: bytes,
    target: bytes,
    *,
    recursive: bool,
    resume: bool,
    progress: Progress | None,
    timeout: float | None,
) -> TransferReport:
    """Runs swiftssh_sftp_get or _put. Raises what went wrong, and what `progress` raised."""
    made = call.make("swiftssh_sftp_transfer_options_new", _abi.swiftssh_sftp_transfer_options)
    options = owned(made, "swiftssh_sftp_transfer_options_free")
    for option, value in (
        (_abi.SWIFTSSH_SFTP_TRANSFER_RECURSIVE, int(recursive)),
        (_abi.SWIFTSSH_SFTP_TRANSFER_RESUME, int(resume)),
        (_abi.SWIFTSSH_SFTP_TRANSFER_TIMEOUT, 0 if timeout is None else max(1, milliseconds(timeout))),
    ):
        call("swiftssh_sftp_transfer_options_set", options.pointer, option, value)
    telling = _Telling(progress)
    number = next(_numbers)
    _telling[number] = telling
    report = ctypes.POINTER(_abi.swiftssh_sftp_report)()
    callbacks = (_TELL, ctypes.c_void_p(number), _FORGET)

    def cancel() -> None:
        telling.is_cancelled = True

    try:
        interruptible(
            lambda: call(
                "swiftssh_sftp_" + name,
                sftp.pointer,
                source,
                target,
                options.pointer,
                *callbacks,
                ctypes.byref(report),
            ),
            cancel,
        )
    except SSHError:
        if telling.raised is not None:
            raise telling.raised from None
        raise
    return _report(report)


def _report(pointer: object) -> TransferReport:
    with owned(pointer, "swiftssh_sftp_report_free") as report:

        def number(field: int) -> int:
            return function("swiftssh_sftp_report_value")(report.pointer, field)

        problems = []
        for index in range(number(_abi.SWIFTSSH_SFTP_REPORT_PROBLEMS)):
            try:
                call("swiftssh_sftp_report_problem", report.pointer, index)
            except SSHError as problem:
                problems.append(problem)
        return TransferReport(
            files=number(_abi.SWIFTSSH_SFTP_REPORT_FILES),
            unchanged=number(_abi.SWIFTSSH_SFTP_REPORT_UNCHANGED_FILES),
            directories=number(_abi.SWIFTSSH_SFTP_REPORT_DIRECTORIES),
            links=number(_abi.SWIFTSSH_SFTP_REPORT_LINKS),
            bytes=number(_abi.SWIFTSSH_SFTP_REPORT_BYTES),
            problems=tuple(problems),
        )


def local(path: LocalPath) -> bytes:
    """Returns the path of a local file as bytes."""
    return encoded_path(os.fsencode(path))


__all__ = ["LocalPath", "Progress", "RemotePath", "TransferReport", "encoded_path", "local", "transfer"]
