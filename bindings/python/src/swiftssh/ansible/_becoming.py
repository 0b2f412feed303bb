"""Commands that become another user by a password, as Ansible's become plugins tell: what asks for it, and what a refusal looks like."""

from __future__ import annotations

import contextlib
import io
import threading
import time
from queue import Empty, SimpleQueue
from typing import Protocol, Union

from ..errors import SSHError
from ..process import RemoteProcess


class Become(Protocol):
    """What is used of a become plugin of Ansible's. Each check is given output as it came.

    name: the program, as "sudo". success: what the command writes first when it has become the user.
    prompt: what asks for the password, a str; True where the plugin knows it only when it has seen it.
    """

    @property
    def name(self) -> str | None: ...

    @property
    def success(self) -> str: ...

    @property
    def prompt(self) -> object: ...

    def check_success(self, output: bytes, /) -> bool: ...

    def check_password_prompt(self, output: bytes, /) -> bool: ...

    def check_incorrect_password(self, output: bytes, /) -> bool: ...

    def check_missing_password(self, output: bytes, /) -> bool: ...


class NotBecome(Exception):
    """A command has not become another user; the text says why."""


_Piece = tuple[int, Union[bytes, SSHError]]


def outputs(
    process: RemoteProcess, become: Become, password: bytes, input: bytes, timeout: float
) -> tuple[bytes, bytes]:
    """Gives a process the password when it asks, then its input and the end of that. Returns all that the command itself writes.

    Where the process ends without having become the user, and says nothing of the password, that is all that it has written.

    password: without the end of the line. timeout: the time in seconds until it has become the user.

    Raises NotBecome for a password that is wrong or missing, and when the time has passed, and ends the process; ConnectionLost.
    """
    pieces: SimpleQueue[_Piece] = SimpleQueue()
    for number, stream in enumerate((process.stdout, process.stderr)):
        threading.Thread(target=_take, args=(number, stream, pieces), daemon=True).start()
    try:
        written, are_open = _become(process, become, password, pieces, timeout)
    except BaseException:
        process.kill()
        raise
    with contextlib.suppress(SSHError):
        # One that reads no input may have ended; that a connection is lost is told by its output.
        process.stdin.write(input)
        process.stdin.close()
    while are_open:
        number, piece = _next(pieces, None)
        written[number] += piece
        are_open -= not piece
    output, errors = map(bytes, written)
    return _behind(become, output), _behind(become, errors)


def _take(number: int, stream: io.BufferedReader, pieces: SimpleQueue[_Piece]) -> None:
    """Hands over what comes of a stream, nothing for its end."""
    try:
        while piece := stream.read1():
            pieces.put((number, piece))
        pieces.put((number, b""))
    except SSHError as error:
        pieces.put((number, error))


def _next(pieces: SimpleQueue[_Piece], timeout: float | None) -> tuple[int, bytes]:
    number, piece = pieces.get(timeout=timeout)
    if isinstance(piece, SSHError):
        raise piece
    return number, piece


def _become(
    process: RemoteProcess, become: Become, password: bytes, pieces: SimpleQueue[_Piece], timeout: float
) -> tuple[list[bytearray], int]:
    """Waits until a process has become the user, or has ended. Returns what it has written, and how many of its outputs go on."""
    written, answered, are_open = [bytearray(), bytearray()], [0, 0], 2
    end, has_answered = time.monotonic() + timeout, False
    while are_open:
        try:
            number, piece = _next(pieces, max(0.0, end - time.monotonic()))
        except Empty:
            awaited = "its answer to the password" if has_answered else "its question for the password"
            raise NotBecome(f"{become.name} took longer than {timeout:g} s for {awaited}{_said(written)}") from None
        are_open -= not piece
        written[number] += piece
        if become.check_success(bytes(written[number])):
            break
        unanswered = bytes(written[number][answered[number] :])
        is_asked = become.check_password_prompt(unanswered)
        if become.check_incorrect_password(unanswered) or (is_asked and has_answered):
            raise NotBecome(f"Incorrect {become.name} password")
        if become.check_missing_password(unanswered):
            raise NotBecome(f"Missing {become.name} password")
        if is_asked:
            process.stdin.write(password + b"\n")
            has_answered, answered[number] = True, len(written[number])
    return written, are_open


def _behind(become: Become, output: bytes) -> bytes:
    """Returns what comes behind the question for the password and the word that all went well, where these are."""
    for mark in (become.prompt, become.success):
        if isinstance(mark, str) and mark:
            head, found, rest = output.partition(mark.encode())
            output = rest.lstrip(b"\r\n") if found else output
    return output


def _said(written: list[bytearray]) -> str:
    said = b" ".join(bytes(one).strip() for one in written).strip().decode("utf-8", "backslashreplace")
    return f"; it wrote: {said}" if said else ""
