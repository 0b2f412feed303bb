"""The programs that the two README.md have in their text, run as they are: only where the server is and whose key is taken is put in."""

from __future__ import annotations

import pathlib
import re
import socket
import textwrap
from typing import Any

import pytest
import swiftssh
from clients import port_of
from servers import Fixture

from swiftssh.ssh2.session import Session

ROOT = pathlib.Path(__file__).resolve().parents[3]


def programs(page: pathlib.Path) -> list[str]:
    """Returns the Python programs of a page, but for those that are quoted from a file: those have tests of their own."""
    text = page.read_text(encoding="utf-8")
    fenced = re.findall(r"(?<!-->\n)```python\n(.*?)```", text, re.DOTALL)
    indented = re.findall(r"(?:^(?:    .*)?\n)+", text, re.MULTILINE)
    return fenced + [program for block in indented if (program := textwrap.dedent(block).strip()).startswith("import")]


PROGRAMS = [
    pytest.param(program, id=f"{page.parent.relative_to(ROOT)}/{page.name}-{number}")
    for page in (ROOT / "README.md", ROOT / "bindings/python/README.md")
    for number, program in enumerate(programs(page))
]


def test_every_page_has_its_programs() -> None:
    assert len(PROGRAMS) == 4


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_of_a_page(
    server: Fixture,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    program: str,
) -> None:
    home = tmp_path / "home"
    for name in ("folder", "home"):
        (tmp_path / name).mkdir()
    (tmp_path / "folder/file").write_text("a file")
    (home / "report.txt").write_text("a report")
    monkeypatch.chdir(tmp_path)
    with port_of(server, script=("--sftp", f"internal-sftp -d {home}")) as port:

        def connect(host: str, *, user: str) -> swiftssh.Client:
            assert (host, user) == ("server.example", "me")
            key, hosts = server["client_key"], server["known_hosts"]
            return reach("127.0.0.1", port=port, user=server["user"], known_hosts=hosts, agent=False, key_files=key)

        def create_connection(address: tuple[str, int]) -> socket.socket:
            assert address == ("server.example", 22)
            return socket.socket(fileno=_dial(port))

        def log_in(session: Session, user: str, key: str) -> int:
            assert (user, key) == ("me", "/home/me/.ssh/id_ed25519")
            return original(session, server["user"], server["client_key"])

        reach = swiftssh.connect
        original: Any = Session.userauth_publickey_fromfile
        with monkeypatch.context() as patch:
            patch.setattr(swiftssh, "connect", connect, raising=False)
            patch.setattr(socket, "create_connection", create_connection)
            patch.setattr(Session, "userauth_publickey_fromfile", log_in)
            exec(compile(program, "README.md", "exec"), {})
    printed = capfd.readouterr().out
    if "uname" in program:
        assert "Linux" in printed
    if "put(" in program:
        assert (home / "folder/file").read_text() == "a file"
    if "get(" in program:
        assert (tmp_path / "report.txt").read_text() == "a report"


def _dial(port: int) -> int:
    connection = socket.socket()
    connection.connect(("127.0.0.1", port))
    return connection.detach()
