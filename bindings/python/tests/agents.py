"""The test agents: ssh-agent, and one that answers as a test says."""

from __future__ import annotations

import base64
import os
import pathlib
import socket
import struct
import subprocess
import threading
from collections.abc import Callable
from typing import Optional

from servers import Fixture

from swiftssh.ssh2.agent import Agent
from swiftssh.ssh2.session import Session

Answer = Callable[[bytes], Optional[bytes]]
"""What an agent answers to a message's content: bytes as they are, b"" nothing; None closes the connection."""


class OpenSSHAgent:
    """An ssh-agent of the test's own. To be ended by end()."""

    def __init__(self, directory: pathlib.Path, *keys: str) -> None:
        """Starts it and adds key files to it, in this order."""
        self.path = str(directory / "agent")
        command = ["ssh-agent", "-D", "-a", self.path]
        # What it says of connections that end early is nothing to the tests.
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdout
        # It says where its socket is as soon as that is there.
        assert self.path.encode() in self._process.stdout.readline()
        for key in keys:
            environment = {**os.environ, "SSH_AUTH_SOCK": self.path}
            subprocess.run(["ssh-add", "-q", key], check=True, env=environment)

    def end(self) -> None:
        """Ends it; once more does nothing."""
        self._process.kill()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()


class ScriptedAgent:
    """An agent that answers as the test says, one thread per connection. To be ended by end()."""

    def __init__(self, directory: pathlib.Path, answer: Answer) -> None:
        self.path = str(directory / "scripted-agent")
        self._answer = answer
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(self.path)
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as stream:
            while len(header := stream.read(4)) == 4:
                answer = self._answer(stream.read(struct.unpack(">I", header)[0]))
                if answer is None:
                    return
                try:
                    connection.sendall(answer)
                except OSError:
                    return

    def end(self) -> None:
        """Takes no more connections."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


def string(content: bytes) -> bytes:
    """Returns a string as the protocol writes it; a message with its length is written the same way."""
    return struct.pack(">I", len(content)) + content


def key_list(*blobs: bytes, count: int | None = None) -> bytes:
    """Returns the answer to a question for the keys."""
    keys = b"".join(string(blob) + string(b"a key") for blob in blobs)
    return string(b"\x0c" + struct.pack(">I", len(blobs) if count is None else count) + keys)


def ask(path: str, message: bytes) -> bytes:
    """Asks another agent, and returns its answer with its length."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(path)
        connection.sendall(string(message))
        header = connection.recv(4, socket.MSG_WAITALL)
        return header + connection.recv(struct.unpack(">I", header)[0], socket.MSG_WAITALL)


def connected(session: Session) -> Agent:
    """Returns an agent of a session that has connected to the user's."""
    agent = session.agent_init()
    assert agent.connect() == 0
    return agent


def public_blob(server: Fixture, name: str) -> bytes:
    """Returns what a public key's file says."""
    return base64.b64decode(pathlib.Path(server.key(name + ".pub")).read_text().split()[1])


Starter = Callable[..., OpenSSHAgent]
"""The fixture `ssh_agent`: called with names of the fixture's keys."""
Scripter = Callable[[Answer], ScriptedAgent]
"""The fixture `scripted`: called with what the agent answers."""
