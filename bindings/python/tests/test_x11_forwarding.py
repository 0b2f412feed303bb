"""The user's display, forwarded to what runs on a host."""

from __future__ import annotations

import pathlib
import socket
import struct
from collections.abc import Iterator

import pytest
from clients import connected, port_of
from servers import Fixture

import swiftssh

NAME = b"MIT-MAGIC-COOKIE-1"
OWN = bytes(range(100, 116))


class Display:
    """A display of the test's own on a UNIX socket, whose cookie is in the user's file, and a server that forwards it."""

    def __init__(self, directory: pathlib.Path) -> None:
        self.name = str(directory / "X:4711")
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(self.name)
        self.listener.listen()
        self.added = directory / "added"
        self.xauth = directory / "xauth"
        self.xauth.write_text(f"#!/bin/sh\ncat >>{self.added}\n")
        self.xauth.chmod(0o700)
        self.authority = directory / "authority"
        fields = [socket.gethostname().encode(), b"4711", NAME, OWN]
        self.authority.write_bytes(
            struct.pack(">H", 256) + b"".join(struct.pack(">H", len(field)) + field for field in fields)
        )

    def cookie(self) -> bytes:
        """Returns the cookie that the server was given last."""
        return bytes.fromhex(self.added.read_text().split()[-1])


def greeting(cookie: bytes) -> bytes:
    """Returns what an X client says first."""
    return struct.pack(">BBHHHHH", ord("B"), 0, 11, 0, len(NAME), len(cookie), 0) + NAME + b"\0\0" + cookie


def program(display: str) -> socket.socket:
    """Returns a connection to the display that a command on the server is told of."""
    number = int(display.rsplit(":", 1)[1].split(".")[0])
    return socket.create_connection(("127.0.0.1", 6000 + number))


@pytest.fixture
def display(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Display]:
    display = Display(tmp_path)
    monkeypatch.setenv("XAUTHORITY", str(display.authority))
    monkeypatch.setenv("DISPLAY", display.name)
    yield display
    display.listener.close()


@pytest.mark.behaviour("client.x11-forwarding")
@pytest.mark.behaviour("client.x11-forwarding-options")
def test_a_program_reaches_the_display(server: Fixture, display: Display) -> None:
    with port_of(server, "X11Forwarding yes", f"XAuthLocation {display.xauth}") as port:
        for name in (True, display.name):
            with connected(server, port, forward_x11=name) as client:
                with client.start("echo $DISPLAY; read line") as process:
                    line = process.stdout.readline().decode()
                    assert line
                    with program(line) as window:
                        assert display.cookie() != OWN
                        window.sendall(greeting(display.cookie()) + b"drawing")
                        connection, _ = display.listener.accept()
                        with connection:
                            expected = greeting(OWN) + b"drawing"
                            assert connection.recv(len(expected), socket.MSG_WAITALL) == expected
                            connection.sendall(b"an event")
                            assert window.recv(8, socket.MSG_WAITALL) == b"an event"
                        assert window.recv(1) == b""


@pytest.mark.behaviour("client.x11-forwarding-refused")
def test_who_has_not_the_cookie_is_refused(server: Fixture, display: Display, monkeypatch: pytest.MonkeyPatch) -> None:
    with port_of(server, "X11Forwarding yes", f"XAuthLocation {display.xauth}") as port:
        with connected(server, port, forward_x11=True) as client, client.start("echo $DISPLAY; read line") as process:
            line = process.stdout.readline().decode()
            assert line
            for wrong in (greeting(OWN), greeting(b""), b"GET / HTTP/1.1\r\n\r\n"):
                with program(line) as window:
                    window.sendall(wrong)
                    try:
                        assert window.recv(1) == b""
                    except ConnectionResetError:
                        pass
            display.listener.setblocking(False)
            with pytest.raises(BlockingIOError):
                display.listener.accept()
        monkeypatch.delenv("DISPLAY")
        for name in (True, "nowhere"):
            with pytest.raises(swiftssh.SSHError, match="display"):
                connected(server, port, forward_x11=name)
    with port_of(server, "X11Forwarding no") as port, connected(server, port, forward_x11=display.name) as client:
        with pytest.raises(swiftssh.ChannelError, match="X11Forwarding"):
            client.run("true")
