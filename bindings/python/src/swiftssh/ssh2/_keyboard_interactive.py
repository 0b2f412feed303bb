"""The library's questions of a keyboard-interactive log-in, put to a Python function."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .. import _abi
from .._calls import call
from .._library import function, text
from ._callbacks import CalledBack, ask
from ._convert import text as converted

Callback = Callable[[bytes, bytes, "list[str]"], Sequence["str | bytes"]]
"""Called with the request's name, its instruction and its prompts; returns a list with an answer for each prompt."""


class Conversation(CalledBack):
    """One keyboard-interactive log-in."""

    @property
    def callback(self) -> Callback:
        """The function that answers."""
        return self.function

    def answer(self, request: object) -> None:
        """Asks the function and hands its answers over. Raises TypeError or ValueError when they do not fit."""
        count = function("swiftssh_keyboard_interactive_prompt_count")(request)
        prompts = [text("swiftssh_keyboard_interactive_prompt", request, index) for index in range(count)]
        name = text("swiftssh_keyboard_interactive_name", request).encode()
        instruction = text("swiftssh_keyboard_interactive_instruction", request).encode()
        answers = self.callback(name, instruction, prompts)
        if not isinstance(answers, list):
            raise TypeError(f"the callback must return a list of answers, not {type(answers).__name__}")
        if len(answers) != count:
            raise ValueError(f"the callback returned {len(answers)} answers for {count} prompts")
        for index, answer in enumerate(answers):
            data = converted(answer, "answer")
            call("swiftssh_keyboard_interactive_answer", request, index, data, len(data))


ASK = _abi.swiftssh_keyboard_interactive_callback(ask)


def password_only(password: bytes) -> Callback:
    """Returns a callback that answers the first prompt with the password and further ones with nothing."""

    def answers(name: bytes, instruction: bytes, prompts: list[str]) -> list[str | bytes]:
        return [password if index == 0 else b"" for index in range(len(prompts))]

    return answers
