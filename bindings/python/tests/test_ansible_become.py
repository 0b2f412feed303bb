"""Commands that become another user by a password, as Ansible's connection plugin runs them; a script takes sudo's place."""

from __future__ import annotations

import pathlib
import shlex

import pytest
import swiftssh
from clients import connected
from servers import Fixture
from swiftssh.ansible._becoming import NotBecome, outputs

SUDO = pathlib.Path(__file__).resolve().parents[3] / "Tests/Packages/scripted_sudo"
TERMINALS = pytest.mark.parametrize("terminal", [None, swiftssh.Terminal("dumb")], ids=["no-terminal", "terminal"])


class Sudo:
    """What Ansible's plugin for sudo tells."""

    name = "sudo"
    prompt: object = "[sudo via ansible, key=abc] password:"
    success = "BECOME-SUCCESS-abc"

    def command(self, command: str, user: str = "root") -> str:
        inner = shlex.quote(f"echo {self.success} ; {command}")
        return f'{shlex.quote(str(SUDO))} -H -S -p "{self.prompt}" -u {user} /bin/sh -c {inner}'

    def check_success(self, output: bytes) -> bool:
        return self.success.encode() in output

    def check_password_prompt(self, output: bytes) -> bool:
        return any(line.strip().startswith(str(self.prompt).encode()) for line in output.splitlines())

    def check_incorrect_password(self, output: bytes) -> bool:
        return b"Sorry, try again." in output

    def check_missing_password(self, output: bytes) -> bool:
        return b"a password is required" in output


def became(
    client: swiftssh.Client,
    command: str,
    *,
    user: str = "root",
    password: bytes = b"open sesame",
    input: bytes = b"",
    terminal: swiftssh.Terminal | None = None,
    timeout: float = 100,
) -> tuple[int | None, bytes, bytes]:
    """Returns the status and the outputs of a command."""
    with client.start(Sudo().command(command, user), terminal=terminal) as process:
        output, errors = outputs(process, Sudo(), password, input, timeout)
        return process.wait().exit_status, output, errors


@pytest.mark.behaviour("python.ansible-become")
@TERMINALS
def test_the_password_is_given_when_it_is_asked_for(
    server: Fixture, port: int, terminal: swiftssh.Terminal | None
) -> None:
    with connected(server, port) as client:
        status, output, errors = became(client, "echo $BECAME; echo error >&2; exit 7", terminal=terminal)
        lines = (output + errors).split()
        assert (status, lines) == (7, [b"root", b"error"])
        assert became(client, "echo $BECAME", user="free", terminal=terminal)[1].split() == [b"free"]


@pytest.mark.behaviour("python.ansible-become")
def test_what_is_pipelined_is_the_commands_and_the_password_is_not(server: Fixture, port: int) -> None:
    data = bytes(range(256)) * 5000
    with connected(server, port) as client:
        assert became(client, "cat", input=data) == (0, data, b"")
        # Where no password is asked for, none is given.
        assert became(client, "cat", user="free", input=data) == (0, data, b"")
        # A command that reads nothing of it is no error.
        assert became(client, "exit 3", input=data) == (3, b"", b"")


@pytest.mark.behaviour("python.ansible-become-refused")
@TERMINALS
def test_a_refusal_says_why(server: Fixture, port: int, terminal: swiftssh.Terminal | None) -> None:
    with connected(server, port) as client:
        with pytest.raises(NotBecome, match="^Incorrect sudo password$"):
            became(client, "true", password=b"wrong", terminal=terminal)
        with pytest.raises(NotBecome, match="longer than 0.2 s for its question for the password"):
            became(client, "true", user="silent", terminal=terminal, timeout=0.2)
        status, output, errors = became(client, "true", user="nobody-at-all", terminal=terminal)
        assert status == 1 and b"unknown user" in output + errors
        assert client.run("echo on").text == "on\n"


@pytest.mark.behaviour("python.ansible-become-refused")
def test_a_lost_connection_is_told(server: Fixture, port: int) -> None:
    with connected(server, port) as client, pytest.raises(swiftssh.ConnectionLost):
        became(client, "kill -9 $(ps -o ppid= -p $PPID)")
