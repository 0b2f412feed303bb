"""Ctrl-C and other signals in calls that wait, each in a program of its own whose server has stopped."""

from __future__ import annotations

import contextlib
import os
import pathlib
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
import swiftssh
from servers import Fixture

TESTS = pathlib.Path(__file__).parent

PROGRAM = """
import os, pathlib, signal, socket, subprocess, sys, threading

sys.path.insert(0, {tests!r})
import swiftssh
from clients import connected, port_of
from servers import Fixture, Peer, opened, started
from sftp_support import MAKING, directory_of, file_of, sftp_of
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.knownhost import *

fixture = Fixture.__new__(Fixture)
fixture.__dict__.update({state!r}, _running=[])
work = pathlib.Path({work!r})

def handled(number, frame):
    print("handled", flush=True)

signal.signal(signal.SIGUSR1, handled)

def stop():
    "Stops all servers, which are this process's children and theirs."
    for number in below(os.getpid()):
        os.kill(number, signal.SIGSTOP)

def below(parent):
    tree = subprocess.run(["ps", "-e", "-o", "pid=,ppid=,comm="], capture_output=True, text=True).stdout
    rows = [line.split(None, 2) for line in tree.splitlines()]
    found, open = [], [str(parent)]
    while open:
        one = open.pop()
        new = [row[0] for row in rows if row[1] == one and row[2] != "ps"]
        found, open = found + new, open + new
    return [int(number) for number in found]

def go_on():
    for number in below(os.getpid()):
        os.kill(number, signal.SIGCONT)

def ended(wait):
    "Waits, and tells what came out of it."
    print("waiting", flush=True)
    try:
        wait()
        print("nothing", flush=True)
    except BaseException as raised:
        print(type(raised).__name__, flush=True)
    go_on()

{body}
fixture.end_servers()
print("over", flush=True)
"""


@contextlib.contextmanager
def program(server: Fixture, work: pathlib.Path, body: str) -> Iterator[subprocess.Popen[str]]:
    """Runs a program for as long as the block does. It must end well and say nothing but what it was told to."""
    state = {"directory": str(server.directory), "facts": server.facts}
    text = PROGRAM.format(tests=str(TESTS), state=state, work=str(work), body=body)
    environment = {**os.environ, "PYTHONPATH": str(pathlib.Path(swiftssh.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-c", text],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
            output, errors = process.communicate(timeout=60)
            assert (output, errors, process.returncode) == ("over\n", "", 0)
        finally:
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().rstrip("\n")


def until_asleep(process: subprocess.Popen[str]) -> None:
    """Returns when the program's main thread sleeps in the system."""
    while pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(") ")[2][0] != "S":
        time.sleep(0.001)


LOGGED_IN = "session = fixture.logged_in(); session.set_timeout(0); "
SFTP = LOGGED_IN + "sftp = sftp_of(session); "
FILE = SFTP + "file = file_of(sftp, work / 'file', MAKING); "
NEW_SFTP = LOGGED_IN + "files = swiftssh.SFTP.over(session); "
ANSWERS = "lambda *ignored: ['x']"
WAITS = {
    "open": (LOGGED_IN, "session.open_session()"),
    "exec": (LOGGED_IN + "channel = opened(session)", "channel.execute('true')"),
    "pty": (LOGGED_IN + "channel = opened(session)", "channel.pty()"),
    "read": (LOGGED_IN + "channel = started(session, 'cat')", "channel.read()"),
    "write": (LOGGED_IN + "channel = started(session, 'sleep 600')", "channel.write(bytes(1 << 26))"),
    "wait_eof": (LOGGED_IN + "channel = started(session, 'cat')", "channel.wait_eof()"),
    "wait_closed": (LOGGED_IN + "channel = started(session, 'cat'); channel.close()", "channel.wait_closed()"),
    "read_behind_another": (
        LOGGED_IN + "channel = started(session, 'cat'); other = started(session, 'cat'); "
        "threading.Thread(target=other.read, daemon=True).start()",
        "channel.read()",
    ),
    "userauth_list": ("session = fixture.session(); session.set_timeout(0)", "session.userauth_list('x')"),
    "userauth_password": ("session = fixture.session(); session.set_timeout(0)", "session.userauth_password('x', 'y')"),
    "forward_listen": (LOGGED_IN, "session.forward_listen(0)"),
    "direct_tcpip": (LOGGED_IN, "session.direct_tcpip('127.0.0.1', 9)"),
    "scp_recv": (LOGGED_IN + "(work / 'x').write_bytes(bytes(9))", "session.scp_recv2(str(work / 'x'))"),
    "scp_send": (LOGGED_IN, "session.scp_send64(str(work / 'x'), 0o644, 9, 0, 0)"),
    "sftp_init": (LOGGED_IN, "session.sftp_init()"),
    "sftp_stat": (SFTP, "sftp.stat('/')"),
    "sftp_open": (SFTP, "sftp.open('/etc/passwd', 0, 0)"),
    "sftp_realpath": (SFTP, "sftp.realpath('.')"),
    "sftp_readdir": (SFTP + "directory = directory_of(sftp, '/')", "list(directory.readdir())"),
    "sftp_handle_read": (SFTP + "file = file_of(sftp, '/etc/passwd')", "file.read()"),
    "sftp_handle_write": (FILE, "[file.write(bytes(1 << 20)) for _ in range(64)]"),
    "sftp_handle_fstat": (FILE, "file.fstat()"),
    "sftp_handle_fsync": (FILE, "file.fsync()"),
    "sftp_handle_close": (FILE, "file.close()"),
    "publickey_init": (LOGGED_IN, "session.publickey_init()"),
    "over": (LOGGED_IN, "swiftssh.SFTP.over(session)"),
    "files_stat": (NEW_SFTP, "files.stat('/')"),
    "files_read": (NEW_SFTP + "file = files.open('/etc/passwd', 'rb', 0)", "file.read(1)"),
    "files_glob": (NEW_SFTP, "files.glob('/*')"),
    "files_walk": (NEW_SFTP, "next(files.walk('/'))"),
    "files_remove_tree": (NEW_SFTP, "files.remove_tree(work / 'none')"),
    "files_get": (NEW_SFTP, "files.get('/etc/passwd', work / 'got')"),
    "files_put": (NEW_SFTP, "files.put('/etc/passwd', work / 'put')"),
    "files_get_with_progress": (NEW_SFTP, "files.get('/etc/passwd', work / 'got', progress=lambda *now: None)"),
}


def interrupt(process: subprocess.Popen[str]) -> None:
    """Has a handler run that raises nothing, and one that does, while the program waits."""
    assert line(process) == "waiting"
    until_asleep(process)
    process.send_signal(signal.SIGUSR1)
    assert line(process) == "handled"
    until_asleep(process)
    process.send_signal(signal.SIGINT)
    assert line(process) == "KeyboardInterrupt"


@pytest.mark.behaviour("python.signals-are-heard")
@pytest.mark.parametrize("wait", WAITS)
def test_ctrl_c_ends_a_wait_and_the_session_goes_on(server: Fixture, tmp_path: pathlib.Path, wait: str) -> None:
    setup, call = WAITS[wait]
    alive = "assert session.userauth_authenticated() or session.userauth_list('x')\n"
    alive += "if session.userauth_authenticated(): assert opened(session).execute('true') == 0"
    with program(server, tmp_path, f"{setup}\nstop()\nended(lambda: {call})\n{alive}") as process:
        interrupt(process)
