"""Logging in by the server's questions."""

from __future__ import annotations

import gc
import threading
from unittest.mock import MagicMock

import pytest
from servers import Fixture, read_all, started

from swiftssh.ssh2 import _callbacks
from swiftssh.ssh2.exceptions import AuthenticationError, SSH2Error
from swiftssh.ssh2.session import Session


class Answers:
    """A callback that answers each round from a list and keeps what it was asked."""

    def __init__(self, *rounds: list[str | bytes]) -> None:
        self.rounds = list(rounds)
        self.asked: list[tuple[bytes, bytes, list[str]]] = []

    def __call__(self, name: bytes, instruction: bytes, prompts: list[str]) -> list[str | bytes]:
        if not prompts:
            return []
        self.asked.append((name, instruction, prompts))
        return self.rounds.pop(0)


@pytest.mark.behaviour("session.keyboard-interactive-login")
def test_the_password_answers_the_servers_question(server: Fixture) -> None:
    session = server.session("--pam", "password")
    assert session.userauth_keyboardinteractive(server["user"], server["password"]) == 0
    assert session.userauth_authenticated()
    assert session._kbd_callback is None
    assert read_all(started(session, "echo in")) == b"in\n"


def test_a_wrong_answer_is_refused(server: Fixture) -> None:
    session = server.session("--pam", "password")
    for wrong in ("wrong", ""):
        with pytest.raises(AuthenticationError):
            session.userauth_keyboardinteractive(server["user"], wrong)
    assert not session.userauth_authenticated()


@pytest.mark.behaviour("session.keyboard-interactive-rounds")
def test_a_callback_answers_several_rounds(server: Fixture) -> None:
    session = server.session("--pam", "two")
    answers = Answers([server["password"]], [server["token"].encode()])
    assert session.userauth_keyboardinteractive_callback(server["user"], answers) == 0
    assert [prompts for _, _, prompts in answers.asked] == [["Password: "], ["Password: "]]
    assert all(isinstance(name, bytes) and isinstance(text, bytes) for name, text, _ in answers.asked)
    assert session.userauth_authenticated()


@pytest.mark.behaviour("python.callback-raises")
@pytest.mark.parametrize("kind", [KeyError, KeyboardInterrupt, SystemExit])
def test_what_a_callback_raises_reaches_the_caller(server: Fixture, kind: type[BaseException]) -> None:
    session = server.session("--pam", "password")
    error = kind("mine")

    def callback(name: bytes, instruction: bytes, prompts: list[str]) -> list[str | bytes]:
        raise error

    with pytest.raises(kind) as raised:
        session.userauth_keyboardinteractive_callback(server["user"], callback)
    assert raised.value is error
    assert session._kbd_callback is None
    assert not session.userauth_authenticated()


@pytest.mark.parametrize(("answer", "kind"), [(("x",), TypeError), (None, TypeError), ([], ValueError), ([3], TypeError)])
def test_answers_that_do_not_fit_are_refused(server: Fixture, answer: object, kind: type[Exception]) -> None:
    session = server.session("--pam", "password")
    with pytest.raises(kind):
        session.userauth_keyboardinteractive_callback(
            server["user"],
            lambda name, instruction, prompts: answer,  # type: ignore[arg-type, return-value]
        )


def test_a_server_without_questions_refuses_without_a_call(server: Fixture) -> None:
    callback = MagicMock()
    with pytest.raises(AuthenticationError):
        server.session().userauth_keyboardinteractive_callback(server["user"], callback)
    callback.assert_not_called()


def test_none_is_no_callback(server: Fixture) -> None:
    with pytest.raises(TypeError):
        server.session().userauth_keyboardinteractive_callback("x", None)  # type: ignore[arg-type]


@pytest.mark.behaviour("session.keyboard-interactive-lets-go")
def test_nothing_is_kept_of_a_callback(server: Fixture) -> None:
    before = dict(_callbacks._running)
    session = server.session("--pam", "password")
    with pytest.raises(SSH2Error):
        Session().userauth_keyboardinteractive("x", "y")
    with pytest.raises(AuthenticationError):
        session.userauth_keyboardinteractive(server["user"], "wrong")
    session.userauth_keyboardinteractive(server["user"], server["password"])
    assert _callbacks._running == before


def test_garbage_may_be_collected_within_a_callback(server: Fixture) -> None:
    session, other = server.session("--pam", "password"), server.logged_in()
    dropped = [other, started(other, "sleep 100")]

    def callback(name: bytes, instruction: bytes, prompts: list[str]) -> list[str | bytes]:
        dropped.clear()
        gc.collect()
        return [server["password"] for _ in prompts]

    del other
    assert session.userauth_keyboardinteractive_callback(server["user"], callback) == 0


@pytest.mark.behaviour("python.callbacks-of-two-threads-stay-apart")
def test_exceptions_of_two_threads_do_not_mix(server: Fixture) -> None:
    together, found = threading.Barrier(2, timeout=20), {}

    def log_in(number: int) -> None:
        session = server.session("--pam", "password")

        def callback(name: bytes, instruction: bytes, prompts: list[str]) -> list[str | bytes]:
            together.wait()
            raise LookupError(number)

        with pytest.raises(LookupError) as raised:
            session.userauth_keyboardinteractive_callback(server["user"], callback)
        found[number] = raised.value.args

    threads = [threading.Thread(target=log_in, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {1: (1,), 2: (2,)}


def test_a_login_that_does_not_block_is_called_until_done(server: Fixture) -> None:
    from test_non_blocking import repeated

    session = server.session("--pam", "two")
    session.set_blocking(False)
    answers = Answers([server["password"]], [server["token"]])
    assert repeated(session, lambda: session.userauth_keyboardinteractive_callback(server["user"], answers)) == 0
    assert session.userauth_authenticated()
