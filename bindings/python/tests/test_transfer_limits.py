"""Copies on a machine that has too little of something: each in a process of its own, whose limits are its own."""

from __future__ import annotations

import errno
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest
from servers import Fixture, Peer

CHILD = """
import json, os, resource, socket, sys
import swiftssh
from swiftssh.sftp import SFTP
from swiftssh.ssh2.session import Session

facts = json.loads(sys.argv[1])
session = Session()
session.set_timeout(60_000)
session.handshake(socket.create_connection(("127.0.0.1", facts["port"])))
session.userauth_publickey_fromfile(facts["user"], facts["client_key"])
sftp, told = SFTP.over(session), {}

def peak():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

def failing(name, call):
    try:
        call()
    except swiftssh.SSHError as error:
        told[name] = [type(error).__name__, error.errno, error.path]

def become_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
"""


def in_child(server: Fixture, work: str, **facts: str) -> Any:
    """Runs a program behind CHILD, which has `facts`, and returns what it has put into `told`."""
    with Peer("--", server["sshd_inetd"], program="serve") as connected:
        known = {**server.facts, **facts, "port": connected.getpeername()[1]}
        program = f"{CHILD}\n{work}\nprint(json.dumps(told))"
        command = [sys.executable, "-c", program, json.dumps(known)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(command, stdout=subprocess.PIPE, env=environment, timeout=300)
        assert done.returncode == 0
        return json.loads(done.stdout)


@pytest.mark.behaviour("process.file-limits")
def test_a_file_that_this_machine_has_no_room_for_is_told(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from/large").write_bytes(os.urandom(3_000_000))
    (tmp_path / "from/small").write_bytes(b"small")
    (tmp_path / "kept").write_bytes(b"as it was")
    work = """
limits = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))
for name in ("kept", "new"):
    failing(name, lambda: sftp.get(facts["here"] + "/from/large", facts["here"] + "/" + name))
report = sftp.get(facts["here"] + "/from", facts["here"] + "/tree", recursive=True, check=False)
told["tree"] = [report.files, [[problem.errno, problem.path] for problem in report.problems]]
told["there"] = sorted(os.listdir(facts["here"])) + sorted(os.listdir(facts["here"] + "/tree"))
resource.setrlimit(resource.RLIMIT_FSIZE, limits)
told["after"] = sftp.get(facts["here"] + "/from/large", facts["here"] + "/new", resume=True).files
"""
    told = in_child(server, work, here=str(tmp_path))
    for name in ("kept", "new"):
        assert told[name][:2] == ["FileUnreadable", errno.EFBIG] and told[name][2].startswith(str(tmp_path / name))
    assert told["tree"][0] == 1 and len(told["tree"][1]) == 1 and "large" in told["tree"][1][0][1]
    assert told["there"] == ["from", "kept", "tree", "small"]
    assert (tmp_path / "kept").read_bytes() == b"as it was"
    assert told["after"] == 1 and (tmp_path / "new").read_bytes() == (tmp_path / "from/large").read_bytes()


@pytest.fixture
def public() -> Iterator[pathlib.Path]:
    """A directory that every user can come to."""
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name)
        path.chmod(0o755)
        yield path
        for directory in path.iterdir():
            directory.chmod(0o700)


@pytest.mark.behaviour("process.file-limits")
def test_what_this_user_may_not_is_told(server: Fixture, public: pathlib.Path) -> None:
    for name in ("from", "open", "closed"):
        (public / name).mkdir()
    (public / "from/readable").write_bytes(b"readable")
    (public / "from/secret").write_bytes(b"secret")
    (public / "from/secret").chmod(0)
    (public / "closed/kept").write_bytes(b"as it was")
    (public / "open").chmod(0o777)
    (public / "closed").chmod(0o555)
    work = """
here = facts["here"]
become_nobody()
told["comes"] = os.access(here, os.X_OK)
failing("new", lambda: sftp.get(here + "/from/readable", here + "/closed/new"))
failing("kept", lambda: sftp.get(here + "/from/readable", here + "/closed/kept"))
failing("secret", lambda: sftp.put(here + "/from/secret", here + "/open/secret"))
report = sftp.put(here + "/from", here + "/open/tree", recursive=True, check=False)
told["tree"] = [report.files, [[problem.errno, problem.path] for problem in report.problems]]
"""
    told = in_child(server, work, here=str(public))
    if not told["comes"]:
        pytest.skip("another user cannot come to the directory of temporary files")
    for name in ("new", "kept", "secret"):
        assert told[name][:2] == ["FileUnreadable", errno.EACCES], name
    assert told["tree"] == [1, [[errno.EACCES, str(public / "from/secret")]]]
    assert [path.name for path in (public / "closed").iterdir()] == ["kept"]
    assert (public / "closed/kept").read_bytes() == b"as it was"
    assert [path.name for path in (public / "open").iterdir()] == ["tree"]
    assert [path.name for path in (public / "open/tree").iterdir()] == ["readable"]


@pytest.mark.behaviour("process.bounded-memory")
def test_a_long_file_takes_little_memory(server: Fixture, tmp_path: pathlib.Path) -> None:
    with open(tmp_path / "from", "wb") as file:
        file.truncate(400 << 20)
    work = """
before = peak()
told["bytes"] = sftp.get(facts["here"] + "/from", facts["here"] + "/to").bytes
told["memory"] = peak() - before
"""
    told = in_child(server, work, here=str(tmp_path))
    assert told["bytes"] == 400 << 20
    assert told["memory"] < 64 << 10, "KiB"


@pytest.mark.behaviour("process.bounded-memory")
def test_a_long_listing_takes_little_memory(server: Fixture, tmp_path: pathlib.Path) -> None:
    names = 100_000
    (tmp_path / "many").mkdir()
    for number in range(names):
        os.close(os.open(tmp_path / f"many/a name of some length {number}", os.O_CREAT))
    work = """
before = peak()
told["names"] = sum(1 for _ in sftp.scandir(facts["here"] + "/many"))
told["memory"] = peak() - before
"""
    told = in_child(server, work, here=str(tmp_path))
    assert told["names"] == names
    assert told["memory"] < 16 << 10, "KiB"
