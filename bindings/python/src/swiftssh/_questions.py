"""What the library asks while a client connects, put to Python functions: is this host's key accepted, what is the passphrase
of this file, what are the answers to the server's questions."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Optional, Union

from . import _abi
from ._calls import asked, call
from ._library import function, text


@dataclass(frozen=True)
class PresentedHostKey:
    """A key that a host presents.

    host, port: the name or address that is connected to, and its port.
    type: the key's type, as "ssh-ed25519".
    fingerprint: "SHA256:" and base64, as ssh-keygen -l shows it.
    blob: the key as the wire has it.
    """

    host: str
    port: int
    type: str
    fingerprint: str
    blob: bytes


@dataclass(frozen=True)
class Prompt:
    """A question of the server. `text` is not escaped; `echo` says whether what the user types may be shown."""

    text: str
    echo: bool


@dataclass(frozen=True)
class Questions:
    """A round of questions of the server (RFC 4256), which may have none. Nothing in it is escaped."""

    name: str
    instruction: str
    prompts: tuple[Prompt, ...]


HostKeyQuestion = Callable[[PresentedHostKey], bool]
"""Returns whether a host's key is accepted."""

PassphraseQuestion = Callable[[str], Optional[Union[str, bytes]]]
"""Is given the path of a key file and returns its passphrase, or None to do without that key."""

AnswersQuestion = Callable[[Questions], Sequence[Union[str, bytes]]]
"""Is given a round of questions and returns an answer for each."""


class Asking:
    """The functions that one client asks, or with `is_shared` many, and what they raised."""

    def __init__(self) -> None:
        self.host_key: HostKeyQuestion | None = None
        self.passphrase: PassphraseQuestion | None = None
        self.answers: AnswersQuestion | None = None
        self.raised: BaseException | None = None
        self.is_shared = False

    def take_raised(self) -> BaseException | None:
        """Returns what a function raised since the last time, None for nothing."""
        raised, self.raised = self.raised, None
        return raised


# The library holds a number instead of an object: what is not in this table any more cannot be called any more.
_asking: dict[int, Asking] = {}
_numbers = itertools.count(1)


def register(asking: Asking) -> int:
    """Returns a number by which the callbacks find the functions until FORGET is called with it."""
    number = next(_numbers)
    _asking[number] = asking
    return number


def encoded(value: str | bytes, name: str) -> bytes:
    """Returns a secret as bytes. Raises TypeError for anything but str and bytes, with the name that the caller has for it."""
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    raise TypeError(f"{name}: must be str or bytes, not {type(value).__name__}")


def _answering(refused: int, ask: Callable[[Asking, object], int]) -> Callable[[int, object], int]:
    """Returns what the library calls: a function that asks, and keeps what that raises, for ctypes drops it. Its first step is the `try`: before
    that nothing would keep what a signal's handler raises."""

    def answer(number: int, question: object) -> int:
        try:
            asking = _asking.get(number)
            return refused if asking is None else asked(ask, asking, question)
        except BaseException as raised:
            if (asking := _asking.get(number)) is not None:
                if asking.is_shared:
                    _tell(raised)
                else:
                    asking.raised = raised
            return refused

    return answer


def _tell(raised: BaseException) -> None:
    """Tells what no call of the program's waits for that it could come out of."""
    threading.excepthook(threading.ExceptHookArgs((type(raised), raised, raised.__traceback__, threading.current_thread())))


def _ask_host_key(asking: Asking, presented: object) -> int:
    if asking.host_key is None:
        return 0
    key = PresentedHostKey(
        host=text("swiftssh_presented_host_key_host", presented),
        port=function("swiftssh_presented_host_key_port")(presented),
        type=text("swiftssh_presented_host_key_type", presented),
        fingerprint=text("swiftssh_presented_host_key_fingerprint", presented),
        blob=call.value("swiftssh_presented_host_key_blob", presented),
    )
    return 1 if asking.host_key(key) is True else 0


def _ask_passphrase(asking: Asking, request: object) -> int:
    if asking.passphrase is None:
        return 0
    answer = asking.passphrase(text("swiftssh_passphrase_request_path", request))
    if answer is not None:
        data = encoded(answer, "the passphrase")
        call("swiftssh_passphrase_answer", request, data, len(data))
    return 0


def _ask_answers(asking: Asking, request: object) -> int:
    if asking.answers is None:
        return 1
    prompts = tuple(
        Prompt(
            text("swiftssh_keyboard_interactive_prompt", request, index),
            function("swiftssh_keyboard_interactive_echo")(request, index) == 1,
        )
        for index in range(function("swiftssh_keyboard_interactive_prompt_count")(request))
    )
    questions = Questions(
        text("swiftssh_keyboard_interactive_name", request),
        text("swiftssh_keyboard_interactive_instruction", request),
        prompts,
    )
    answers = asking.answers(questions)
    if isinstance(answers, (str, bytes)) or not isinstance(answers, Sequence) or len(answers) != len(prompts):
        raise ValueError(f"a sequence of {len(prompts)} answers was asked for")
    for index, answer in enumerate(answers):
        data = encoded(answer, "an answer")
        call("swiftssh_keyboard_interactive_answer", request, index, data, len(data))
    return 0


HOST_KEY = _abi.swiftssh_host_key_callback(_answering(0, _ask_host_key))
PASSPHRASE = _abi.swiftssh_passphrase_callback(_answering(1, _ask_passphrase))
ANSWERS = _abi.swiftssh_keyboard_interactive_callback(_answering(1, _ask_answers))
# No function of Python's, in which Ctrl-C would be lost.
FORGET = _abi.swiftssh_finalizer(_asking.pop)
