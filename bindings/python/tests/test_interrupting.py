"""Ctrl-C and other signals in calls that wait, each in a program of its own whose server has stopped."""

from __future__ import annotations

import contextlib
import ctypes
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
import swiftssh
from servers import Fixture

TESTS = pathlib.Path(__file__).parent

PROGRAM = """
import contextlib, fcntl, os, pathlib, signal, subprocess, sys, threading

sys.path.insert(0, {tests!r})
import swiftssh
from agents import ScriptedAgent
from clients import connected, port_of
from servers import Fixture, Peer, all_servers, opened, started
from sftp_support import MAKING, directory_of, file_of, sftp_of
from sockets import closed_port
from swiftssh.ssh2.session import Session

fixture = Fixture.__new__(Fixture)
fixture.__dict__.update({state!r}, _running=[])
work = pathlib.Path({work!r})

def handled(number, frame):
    print("handled", flush=True)

def answer():
    "Says something whenever it is asked, in a thread of its own."
    while os.read(0, 1):
        print("free", flush=True)

threading.Thread(target=answer, daemon=True).start()
signal.signal(signal.SIGUSR1, handled)
# What a shell runs in the background has Ctrl-C ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)

def read(channel):
    "Reads until the end of whatever kind."
    with contextlib.suppress(Exception):
        channel.read()

def ended(wait):
    "Waits, and tells what came out of it."
    try:
        print("waiting", flush=True)
        wait()
        print("nothing", flush=True)
    except BaseException as raised:
        print(type(raised).__name__, flush=True)
    all_servers(signal.SIGCONT)

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
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", text],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        # No test is to hang for ever.
        end = threading.Timer(120, process.kill)
        end.start()
        try:
            yield process
            output, errors = process.communicate(timeout=60)
            assert (output, errors, process.returncode) == ("over\n", "", 0)
        finally:
            end.cancel()
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().rstrip("\n")


def until_asleep(process: subprocess.Popen[str], state: str = "S") -> None:
    """Returns when the program's main thread sleeps in the system, or is in another state."""
    while pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(") ")[2][0] != state:
        time.sleep(0.001)


LOGGED_IN = "session = fixture.logged_in(); session.set_timeout(0); "
SHAKEN = "session = fixture.session(); session.set_timeout(0); "
CHANNEL = LOGGED_IN + "channel = started(session, 'cat'); "
SFTP = LOGGED_IN + "sftp = sftp_of(session); "
FILE = SFTP + "file = file_of(sftp, work / 'file', MAKING); "
FILES = LOGGED_IN + "files = swiftssh.SFTP.over(session); "
WRITTEN = FILES + "file = files.open(work / 'file', 'wb'); file.write(b'x'); "
SESSION_WAITS = {
    "open_session": (LOGGED_IN, "session.open_session()"),
    "execute": (LOGGED_IN + "channel = opened(session)", "channel.execute('true')"),
    "pty": (LOGGED_IN + "channel = opened(session)", "channel.pty()"),
    "read": (CHANNEL, "channel.read()"),
    "write": (CHANNEL, "channel.write(bytes(1 << 26))"),
    "wait_eof": (CHANNEL, "channel.wait_eof()"),
    "wait_closed": (CHANNEL, "channel.wait_closed()"),
    "read_behind_another": (
        CHANNEL + "other = started(session, 'cat'); threading.Thread(target=read, args=(other,), daemon=True).start()",
        "channel.read()",
    ),
    "userauth_list": (SHAKEN, "session.userauth_list('x')"),
    "userauth_password": (SHAKEN, "session.userauth_password('x', 'y')"),
    "forward_listen": (LOGGED_IN, "session.forward_listen(0)"),
    "direct_tcpip": (LOGGED_IN, "session.direct_tcpip('127.0.0.1', 9)"),
    "scp_recv2": (LOGGED_IN, "session.scp_recv2('/etc/passwd')"),
    "scp_send64": (LOGGED_IN, "session.scp_send64(str(work / 'x'), 0o644, 9, 0, 0)"),
    "publickey_init": (LOGGED_IN, "session.publickey_init()"),
    "sftp_init": (LOGGED_IN, "session.sftp_init()"),
    "sftp.stat": (SFTP, "sftp.stat('/')"),
    "sftp.open": (SFTP, "sftp.open('/etc/passwd', 0, 0)"),
    "sftp.realpath": (SFTP, "sftp.realpath('.')"),
    "sftp_handle.readdir": (SFTP + "directory = directory_of(sftp, '/')", "list(directory.readdir())"),
    "sftp_handle.read": (SFTP + "file = file_of(sftp, '/etc/passwd')", "file.read()"),
    "sftp_handle.write": (FILE, "[file.write(bytes(1 << 20)) for _ in range(64)]"),
    "sftp_handle.fstat": (FILE, "file.fstat()"),
    "sftp_handle.fsync": (FILE, "file.fsync()"),
    "sftp_handle.close": (FILE, "file.close()"),
    "SFTP.over": (LOGGED_IN, "swiftssh.SFTP.over(session)"),
    "SFTP.stat": (FILES, "files.stat('/')"),
    "SFTP.glob": (FILES, "files.glob('/*')"),
    "SFTP.walk": (FILES, "next(files.walk('/'))"),
    "SFTP.remove_tree": (FILES, "files.remove_tree(work / 'none')"),
    "SFTP.get": (FILES, "files.get('/etc/passwd', work / 'got')"),
    "SFTP.put": (FILES, "files.put('/etc/passwd', work / 'put')"),
    "SFTP.get with progress": (FILES, "files.get('/etc/passwd', work / 'got', progress=lambda *now: None)"),
    "RemoteFile.read": (FILES + "file = files.open('/etc/passwd', 'rb', 0)", "file.read(1)"),
    "RemoteFile.close": (WRITTEN, "file.close()"),
}
CLIENT = "serving = port_of(fixture); port = serving.__enter__(); client = connected(fixture, port); "
PROCESS = CLIENT + "process = client.start('cat'); "
CLIENT_WAITS = {
    "connect": (CLIENT, "connected(fixture, port, timeout=None)"),
    "connect via": (CLIENT, "connected(fixture, port, via=client, timeout=None)"),
    "run": (CLIENT, "client.run('true')"),
    "communicate": (PROCESS, "process.communicate()"),
    "wait": (PROCESS, "process.wait()"),
    "stdout": (PROCESS, "process.stdout.read(1)"),
    "lines": (PROCESS, "next(process.lines())"),
    "stdin": (PROCESS, "process.stdin.write(bytes(1 << 26))"),
    "sftp": (CLIENT, "client.sftp()"),
    "get": (CLIENT, "client.get('/etc/passwd', work / 'got')"),
    "put": (CLIENT, "client.put('/etc/passwd', work / 'put')"),
    "forward_remote": (CLIENT, "client.forward_remote('127.0.0.1', 9)"),
    "fleet": (CLIENT, "list(swiftssh.fleet.run([swiftssh.fleet.Host('127.0.0.1', port)], 'true'))"),
}
LOCKED = "file = open(work / 'hosts', 'w'); fcntl.flock(file, fcntl.LOCK_EX); "
AGENT = "agent = ScriptedAgent(work, lambda question: threading.Event().wait()); os.environ['SSH_AUTH_SOCK'] = agent.path; "
OTHER_WAITS = {
    "handshake": ("session = Session(); peer = Peer('silent'); sock = peer.__enter__()", "session.handshake(sock)"),
    "another attempt": (
        "port = closed_port()", "connected(fixture, port, connection_attempts=1_000_000, timeout=None)",
    ),
    "known_hosts": (
        CLIENT + LOCKED, "connected(fixture, port, known_hosts=work / 'hosts', host_keys='accept-new')",
    ),
    "knownhost.writefile": (LOCKED + "hosts = Session().knownhost_init()", "hosts.writefile(str(work / 'hosts'))"),
    "agent": (AGENT + "agent = Session().agent_init(); agent.connect()", "agent.get_identities()"),
}  # fmt: skip


def interrupt(process: subprocess.Popen[str]) -> None:
    """Has another thread run, a handler that raises nothing, and one that does, all while the program waits."""
    assert line(process) == "waiting"
    until_asleep(process)
    assert process.stdin
    process.stdin.write("?")
    process.stdin.flush()
    assert line(process) == "free"
    process.send_signal(signal.SIGUSR1)
    assert line(process) == "handled"
    until_asleep(process)
    process.send_signal(signal.SIGINT)
    assert line(process) == "KeyboardInterrupt"


def waiting(setup: str, call: str, *, is_stopped: bool = True) -> str:
    """Returns a program that waits in a call."""
    return f"{setup}\n{'all_servers(signal.SIGSTOP)' if is_stopped else ''}\nended(lambda: {call})\n"


@pytest.mark.behaviour("python.signals-are-heard")
@pytest.mark.behaviour("python.waiting-lets-other-threads-run")
@pytest.mark.parametrize("wait", SESSION_WAITS)
def test_ctrl_c_ends_a_wait_and_the_session_goes_on(server: Fixture, tmp_path: pathlib.Path, wait: str) -> None:
    alive = "if session.userauth_authenticated(): assert opened(session).execute('true') == 0\n"
    alive += "else: assert session.userauth_list('x')"
    with program(server, tmp_path, waiting(*SESSION_WAITS[wait]) + alive) as process:
        interrupt(process)


@pytest.mark.behaviour("python.signals-are-heard")
@pytest.mark.behaviour("python.waiting-lets-other-threads-run")
@pytest.mark.parametrize("wait", CLIENT_WAITS)
def test_ctrl_c_ends_a_wait_and_the_client_goes_on(server: Fixture, tmp_path: pathlib.Path, wait: str) -> None:
    alive = "assert client.run('echo on').text == 'on\\n'; client.close(); serving.__exit__(None, None, None)"
    with program(server, tmp_path, waiting(*CLIENT_WAITS[wait]) + alive) as process:
        interrupt(process)


@pytest.mark.behaviour("python.signals-are-heard")
@pytest.mark.parametrize("wait", OTHER_WAITS)
def test_ctrl_c_ends_a_wait_for_something_else(server: Fixture, tmp_path: pathlib.Path, wait: str) -> None:
    with program(server, tmp_path, waiting(*OTHER_WAITS[wait], is_stopped=False)) as process:
        interrupt(process)


WAITING = waiting(CHANNEL, "channel.read()")


@pytest.mark.behaviour("python.signals-are-heard")
def test_a_signal_that_another_thread_takes_is_heard(server: Fixture, tmp_path: pathlib.Path) -> None:
    take = """
def waits():
    "Tells whether the main thread waits, and not for the interpreter's lock somewhere else."
    frame = sys._current_frames()[threading.main_thread().ident]
    state = open(f"/proc/self/task/{os.getpid()}/stat").read().rpartition(") ")[2][0]
    return state == "S" and frame.f_code.co_filename.endswith("_calls.py")

def take():
    while not waits():
        pass
    signal.pthread_kill(threading.get_ident(), signal.SIGINT)

threading.Timer(0, take).start()
"""
    with program(server, tmp_path, WAITING.replace("ended(", f"{take}\nended(")) as process:
        assert (line(process), line(process)) == ("waiting", "KeyboardInterrupt")


@pytest.mark.behaviour("python.signals-are-heard")
def test_what_a_handler_raises_comes_out_of_the_call_as_it_is(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
class Own(Exception): pass
own = Own("mine")
def ring(number, frame):
    import traceback
    if not any(summary.name == "read" for summary in traceback.extract_stack(frame)):
        # It does not wait yet.
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        return
    raise own
signal.signal(signal.SIGALRM, ring)
channel = started(fixture.logged_in(), "cat")
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    channel.read()
except Own as raised:
    assert raised is own and raised.__context__ is None and raised.__cause__ is None
    import traceback
    names = [frame.name for frame in traceback.extract_tb(raised.__traceback__)]
    assert "ring" == names[-1] and "read" in names, names
else:
    print("nothing")
"""
    with program(server, tmp_path, body):
        pass


@pytest.mark.behaviour("python.signals-are-heard")
def test_two_signals_at_once_are_both_heard(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
class Other(Exception): pass
rung = []
def ring(number, frame):
    os.write(1, f"{number}\\n".encode())
    is_first = not rung
    rung.append(number)
    if is_first: raise Other
signal.signal(signal.SIGALRM, ring)
signal.signal(signal.SIGINT, ring)
"""
    with program(server, tmp_path, body + WAITING) as process:
        assert line(process) == "waiting"
        until_asleep(process)
        process.send_signal(signal.SIGSTOP)
        until_asleep(process, "T")
        # Not to the process: another of its threads might take one of them a moment later, in the midst of the handler of the other.
        for number in (signal.SIGALRM, signal.SIGINT):
            assert ctypes.CDLL(None).tgkill(process.pid, process.pid, number) == 0
        process.send_signal(signal.SIGCONT)
        said = {line(process) for _ in range(3)}
        assert said == {f"{signal.SIGALRM:d}", f"{signal.SIGINT:d}", "Other"}


@pytest.mark.behaviour("python.signals-are-heard")
def test_a_handler_may_wait_itself_and_is_interrupted(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = CHANNEL + """
def wait(number, frame):
    print("handling", flush=True)
    session.open_session()
signal.signal(signal.SIGUSR2, wait)
"""
    with program(server, tmp_path, body + WAITING.replace(CHANNEL, "")) as process:
        assert line(process) == "waiting"
        until_asleep(process)
        process.send_signal(signal.SIGUSR2)
        assert line(process) == "handling"
        until_asleep(process)
        process.send_signal(signal.SIGINT)
        assert line(process) == "KeyboardInterrupt"


@pytest.mark.behaviour("python.signals-are-heard")
def test_handlers_that_raise_nothing_leave_the_deadline_as_it_is(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
import time
signal.signal(signal.SIGALRM, lambda number, frame: None)
channel = started(fixture.logged_in(), "cat")
channel.session.set_timeout(500)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
begun = time.monotonic()
ended(channel.read)
signal.setitimer(signal.ITIMER_REAL, 0)
assert 0.45 < time.monotonic() - begun < 30
"""
    with program(server, tmp_path, body) as process:
        assert (line(process), line(process)) == ("waiting", "Timeout")


@pytest.mark.behaviour("python.signals-are-heard")
@pytest.mark.parametrize("progress", ["None", "lambda *now: None"])
def test_ctrl_c_ends_a_copy_that_never_waits_long(server: Fixture, tmp_path: pathlib.Path, progress: str) -> None:
    with open(tmp_path / "endless", "wb") as file:
        file.truncate(1 << 40)
    call = f"files.get(work / 'endless', work / 'got', progress={progress})"
    with program(server, tmp_path, waiting(FILES, call, is_stopped=False)) as process:
        assert line(process) == "waiting"
        while not (tmp_path / "got.swiftssh.part").exists() and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        assert line(process) == "KeyboardInterrupt"


@pytest.mark.behaviour("python.signals-are-heard")
def test_the_thread_that_forked_hears_signals_in_the_child(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
def in_a_child():
    child = os.fork()
    if child == 0:
        peer = Peer("silent")
        sock = peer.__enter__()
        print(os.getpid(), flush=True)
        ended(lambda: Session().handshake(sock))
        os._exit(0)
    os.waitpid(child, 0)

Session()
thread = threading.Thread(target=in_a_child)
thread.start()
thread.join()
"""
    with program(server, tmp_path, body) as process:
        child = int(line(process))
        assert line(process) == "waiting"
        while pathlib.Path(f"/proc/{child}/stat").read_text().rpartition(") ")[2][0] != "S":
            time.sleep(0.001)
        os.kill(child, signal.SIGINT)
        assert line(process) == "KeyboardInterrupt"
