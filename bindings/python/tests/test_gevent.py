"""Under gevent nothing of swiftssh.ssh2 in non-blocking mode holds up the other greenlets; in a program of its own, which gevent has patched."""

from __future__ import annotations

import pathlib

import pytest
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
