"""Under gevent nothing of swiftssh.ssh2 holds up the other greenlets, in non-blocking mode and while it logs in; in programs of their own."""

from __future__ import annotations

import pathlib

import pytest
from agents import Starter
from servers import Fixture
from test_install import run

pytest.importorskip("gevent")

PROGRAM = """
from gevent import monkey
monkey.patch_all()
import gevent, os, select, signal, socket, subprocess, sys
sys.path.insert(0, {tests!r})
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.session import LIBSSH2_SESSION_BLOCK_OUTBOUND, Session

signal.alarm(60)  # the end of whatever holds up the hub
near, far = socket.socketpair()
server = subprocess.Popen([{sshd!r}], stdin=far, stdout=far)
far.close()
session = Session()
session.set_blocking(False)
steps = []

def driven(call):
    "Makes a call until it is done. While it waits the server stands still, until another greenlet has had it go on."
    os.kill(server.pid, signal.SIGSTOP)
    woken = gevent.spawn_later(0.01, os.kill, server.pid, signal.SIGCONT)
    while True:
        value = call()
        first = value[0] if isinstance(value, tuple) else value
        if first != LIBSSH2_ERROR_EAGAIN:
            woken.join()
            steps.append(value)
            return value
        writes = [near] if session.block_directions() & LIBSSH2_SESSION_BLOCK_OUTBOUND else []
        select.select([near], writes, [])

def work():
    driven(lambda: session.handshake(near))
    driven(lambda: session.userauth_publickey_fromfile({user!r}, {key!r}))
    channel = driven(session.open_session)
    driven(lambda: channel.execute("echo hello; exit 7"))
    assert driven(channel.read) == (6, b"hello\\n")
    driven(channel.wait_eof)
    driven(channel.close)
    driven(channel.wait_closed)
    assert channel.get_exit_status() == 7
    sftp = driven(session.sftp_init)
    assert driven(lambda: sftp.stat("/")).permissions
    file = driven(lambda: sftp.open("/etc/passwd", 0, 0))
    assert driven(file.read)[0] > 0
    driven(file.close)
    listing = driven(lambda: sftp.opendir("/"))
    driven(listing.close)
    driven(session.disconnect)

worker = gevent.spawn(work)
ticks = 0
while not worker.dead:
    gevent.sleep(0.001)
    ticks += 1
worker.get()
near.close()
server.wait()
print(len(steps) == 16 and ticks > 0)
"""


@pytest.mark.behaviour("python.gevent")
def test_other_greenlets_run_while_a_session_waits(server: Fixture) -> None:
    tests = str(pathlib.Path(__file__).parent)
    done = run(PROGRAM.format(tests=tests, sshd=server["sshd_inetd"], user=server["user"], key=server["client_key"]))
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


LOGIN = """
import gevent, os, signal, subprocess
from gevent import socket
from swiftssh.ssh2.exceptions import AuthenticationError, Timeout
from swiftssh.ssh2.session import Session

signal.alarm(60)  # the end of whatever holds up the hub
near, far = socket.socketpair()
server = subprocess.Popen([{sshd!r}], stdin=far, stdout=far)
session = Session()

def held(call):
    "Makes a call while the server stands still, until another greenlet has it go on."
    os.kill(server.pid, signal.SIGSTOP)
    woken = gevent.spawn_later(0.01, os.kill, server.pid, signal.SIGCONT)
    try:
        return call()
    finally:
        woken.join()

def raises(kind, call):
    try:
        call()
    except kind:
        return
    raise SystemExit(f"no {{kind}}")

def refused():
    return session.userauth_password({user!r}, "wrong")

def answered_too_late():
    os.kill(server.pid, signal.SIGSTOP)
    try:
        refused()
    finally:
        os.kill(server.pid, signal.SIGCONT)

def ended_by_gevent():
    with gevent.Timeout(0.05):
        answered_too_late()

def work():
    assert held(lambda: session.handshake(near)) == 0
    raises(AuthenticationError, lambda: held(refused))
    raises(gevent.Timeout, ended_by_gevent)
    session.set_timeout(50)
    raises(Timeout, answered_too_late)
    session.set_timeout(0)
    assert held(lambda: session.userauth_publickey_fromfile({user!r}, {key!r})) == 0
    channel = session.open_session()
    channel.execute("echo hello")
    assert channel.read() == (6, b"hello\\n")

def work_in_a_thread():
    "The thread has no hub of its own: the call waits there."
    near, far = socket.socketpair()
    with subprocess.Popen([{sshd!r}], stdin=far, stdout=far):
        assert gevent.get_hub().threadpool.apply(Session().handshake, (near,)) == 0
        far.close()
        near.close()

gevent.spawn(work).get()
work_in_a_thread()
far.close()
near.close()
server.wait()
print("done")
"""


@pytest.mark.behaviour("python.gevent-login")
def test_other_greenlets_run_while_a_session_logs_in(server: Fixture) -> None:
    done = run(LOGIN.format(sshd=server["sshd_inetd"], user=server["user"], key=server["client_key"]))
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


FILES = """
import gevent, os, signal, subprocess
from gevent import socket
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.utils import wait_socket

signal.alarm(60)  # the end of whatever holds up the hub
near, far = socket.socketpair()
server = subprocess.Popen([{sshd!r}], stdin=far, stdout=far, start_new_session=True)
far.close()
session = Session()
session.handshake(near)
session.set_blocking(False)

def driven(call):
    while (value := call()) == LIBSSH2_ERROR_EAGAIN:
        wait_socket(near, session)
    return value

def hold():
    "Has the server stand still until another greenlet has it go on."
    os.killpg(server.pid, signal.SIGSTOP)
    return gevent.spawn_later(0.01, os.killpg, server.pid, signal.SIGCONT)

def work():
    woken = hold()
    assert session.agent_auth({user!r}) is None
    woken.join()
    sftp = driven(session.sftp_init)
    with driven(lambda: sftp.open({path!r}, 10, 0o600)) as file:
        while file.write(b"x" * 1000)[0] == LIBSSH2_ERROR_EAGAIN:
            wait_socket(near, session)
        woken = hold()
    woken.join()
    assert os.path.getsize({path!r}) == 1000
    listing = driven(lambda: sftp.opendir("/"))
    woken = hold()
    # Asked again and again, as by parallel-ssh, without a wait.
    names = [name for count, name, _ in listing.readdir() if count > 0]
    woken.join()
    assert b"etc" in names

gevent.spawn(work).get()
near.close()
server.wait()
print("done")
"""


@pytest.mark.behaviour("python.gevent-waits")
def test_other_greenlets_run_in_what_waits_in_non_blocking_mode(
    server: Fixture, ssh_agent: Starter, tmp_path: pathlib.Path
) -> None:
    ssh_agent("client_ed25519")
    done = run(FILES.format(sshd=server["sshd_inetd"], user=server["user"], path=str(tmp_path / "file")))
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")
