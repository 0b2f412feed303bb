"""What the checks of the fixture share: servers that end with them, and clients to try them with."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shlex
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

TOOLS = pathlib.Path(__file__).resolve().parent
LIMIT = 60


class Skipped(Exception):
    """The machine lacks what a check needs."""


def run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    """Runs a command that must succeed. Raises AssertionError with what it printed when it does not."""
    result = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, f"{command[0]}: {result.returncode}: {result.stderr.strip()}"
    return result


class Served:
    """A server of the fixture that runs: its port, and the lines that it prints."""

    def __init__(self, command: list[str]) -> None:
        """Starts a server and waits for its port."""
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.line()
        assert re.fullmatch(r"PORT \d+", line), f"no port but {line!r}"
        self.port = int(line.split()[1])

    def line(self) -> str:
        """Returns the next line that the server prints."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        """Ends the server by closing its standard input. Raises when it stays."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.wait(timeout=LIMIT)
        self.process.stdout.close()


class Bench:
    """A fixture and the ways to try it."""

    def __init__(self, directory: pathlib.Path) -> None:
        """`directory`: what make_fixture has made."""
        self.directory = directory
        self.facts: dict[str, str] = json.loads((directory / "fixture.json").read_text(encoding="utf-8"))
        self.servers: list[Served] = []
        self.askpass = directory / "askpass"
        self.askpass.write_text('#!/bin/sh\nprintf "%s\\n" "$ANSWER"\n')
        self.askpass.chmod(0o700)

    def close(self) -> None:
        """Ends the servers that still run."""
        for server in self.servers:
            server.process.kill()
            server.process.wait()

    @contextmanager
    def served(self, tool: str, *words: str) -> Iterator[Served]:
        """Runs a server of the fixture while a `with` block lasts."""
        server = Served([str(TOOLS / tool), *words])
        self.servers.append(server)
        yield server
        server.end()
        self.servers.remove(server)

    def _options(self, key: str | None, via: list[str] | None, port: int, user: str, known_hosts: str) -> list[str]:
        words = ["-F", "none", "-o", f"UserKnownHostsFile={known_hosts or self.facts['known_hosts']}",
                 "-o", "GlobalKnownHostsFile=none", "-o", "StrictHostKeyChecking=yes", "-o", "LogLevel=INFO",
                 "-o", "IdentityAgent=none", "-o", "ConnectTimeout=60", "-o", f"User={user or self.facts['user']}"]
        if via:
            words += ["-o", f"ProxyCommand={shlex.join(via)}", "-o", "HostKeyAlias=swiftssh-fixture"]
        else:
            words += ["-o", f"Port={port}"]
        if key:
            words += ["-i", key, "-o", "IdentitiesOnly=yes", "-o", "PreferredAuthentications=publickey"]
        return words

    def sftp(self, commands: str, port: int = 0, via: list[str] | None = None) -> "subprocess.CompletedProcess[str]":
        """Runs commands of OpenSSH's sftp, which ends with the first that fails. `port` or `via`: as for `ssh`."""
        words = ["sftp", "-b", "-", *self._options(self.facts["client_key"], via, port, "", ""), "127.0.0.1"]
        return subprocess.run(words, input=commands, capture_output=True, text=True, timeout=120)

    def ssh(self, command: str, *options: str, key: str | None = None, answer: str = "", port: int = 0,
            via: list[str] | None = None, user: str = "", known_hosts: str = "") -> "subprocess.CompletedProcess[str]":
        """Runs a remote command with OpenSSH's client.

        Parameters: options for ssh; key: its file, None for a password; answer: to every question;
        port or via: where the server is (via: a command whose standard input and output it serves).
        """
        words = ["ssh", *self._options(key, via, port, user, known_hosts), *options, "127.0.0.1", command]
        environment = {**os.environ, "SSH_ASKPASS": str(self.askpass), "SSH_ASKPASS_REQUIRE": "force",
                       "ANSWER": answer}
        return subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=120)

    def works(self, options: list[str] | None = None, **how: object) -> None:
        """Runs a command that prints on both streams and ends with 7, and asserts that all of it comes back.

        Parameters: as for `ssh`.
        """
        result = self.ssh("echo out; echo err >&2; exit 7", *(options or []), **how)  # type: ignore[arg-type]
        assert (result.returncode, result.stdout, result.stderr) == (7, "out\n", "err\n"), result


def fetch(port: int, send: bytes = b"", limit: int = 1 << 20, least: int | None = None) -> tuple[bytes, str]:
    """Connects, sends, and reads until the end or `limit` bytes, or until nothing comes after `least` bytes.

    Returns what came, and how it ended: "end", "reset", "limit", or "quiet": half a second with nothing after `least` bytes.
    """
    received = b""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.settimeout(LIMIT)
        try:
            connection.sendall(send)
            while len(received) < limit:
                if least is not None and len(received) >= least:
                    connection.settimeout(0.5)
                data = connection.recv(65536)
                if not data:
                    return received, "end"
                received += data
            return received, "limit"
        except TimeoutError:
            return received, "quiet"
        except OSError:
            return received, "reset"
