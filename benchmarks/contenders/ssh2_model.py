"""Programs for the object model of `ssh2`, as its users write them: for ssh2-python, and unchanged for SwiftSSH in its place."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import BinaryIO

from contender import Job
from ssh2.session import Session
from ssh2.sftp import (
    LIBSSH2_FXF_CREAT,
    LIBSSH2_FXF_READ,
    LIBSSH2_FXF_TRUNC,
    LIBSSH2_FXF_WRITE,
    LIBSSH2_SFTP_S_IRUSR,
    LIBSSH2_SFTP_S_IWUSR,
)

WRITE = LIBSSH2_FXF_WRITE | LIBSSH2_FXF_CREAT | LIBSSH2_FXF_TRUNC
MODE = LIBSSH2_SFTP_S_IRUSR | LIBSSH2_SFTP_S_IWUSR
SMALL_BLOCK = 32768


def log_in(job: Job) -> tuple[Session, socket.socket]:
    """Connects and authenticates."""
    connection = job.connected_socket()
    session = Session()
    session.handshake(connection)
    session.userauth_publickey_fromfile(job.user, job.key)
    return session, connection


def log_out(session: Session, connection: socket.socket) -> None:
    """Says goodbye."""
    session.disconnect()
    connection.close()


def receive_file(sftp, path: str, output: BinaryIO, block: int) -> None:
    """Copies a remote file into a local one."""
    with sftp.open(path, LIBSSH2_FXF_READ, 0) as file:
        count, data = file.read(block)
        while count > 0:
            output.write(data)
            count, data = file.read(block)
        if count < 0:
            raise OSError(f"reading {path} failed: {count}")


def send_file(sftp, path: str, source: BinaryIO, block: int) -> None:
    """Copies a local file into a remote one."""
    with sftp.open(path, WRITE, MODE) as file:
        while data := source.read(block):
            file.write(data)


def run_command(session: Session, command: str, output: BinaryIO, block: int, start: Callable[[], None] | None = None) -> None:
    """Runs a command to its end and writes its output. With `start`, which is called then, it says "ready" first and waits for a line."""
    channel = session.open_session()
    channel.execute(command)
    if start:
        line = b""
        while len(line) < 6:
            line += channel.read(6 - len(line))[1]
        start()
        channel.write(b"go\n")
    count, data = channel.read(block)
    while count > 0:
        output.write(data)
        count, data = channel.read(block)
    channel.close()
    channel.wait_closed()
    if count < 0 or channel.get_exit_status() != 0:
        raise OSError(f"{command} failed")


def download(job: Job) -> None:
    session, connection = log_in(job)
    sftp = session.sftp_init()
    job.start_clock()
    with job.local.open("wb", buffering=0) as output:
        receive_file(sftp, job.remote, output, job.block)
    job.stop_clock()
    log_out(session, connection)


def upload(job: Job) -> None:
    session, connection = log_in(job)
    sftp = session.sftp_init()
    job.start_clock()
    with job.local.open("rb", buffering=0) as source:
        send_file(sftp, job.remote, source, job.block)
    job.stop_clock()
    log_out(session, connection)


def read(job: Job) -> None:
    session, connection = log_in(job)
    with job.local.open("wb", buffering=0) as output:
        run_command(session, f"echo ready; read line; exec cat {job.remote}", output, job.block, job.start_clock)
    job.stop_clock()
    log_out(session, connection)


def commands(job: Job) -> None:
    session, connection = log_in(job)
    job.start_clock()
    with job.local.open("wb", buffering=0) as output:
        for index in range(job.count):
            run_command(session, f"echo {index}", output, 4096)
    job.stop_clock()
    log_out(session, connection)


def logins(job: Job) -> None:
    job.start_clock()
    for _ in range(job.count):
        log_out(*log_in(job))
    job.stop_clock()


def names(sftp, path: str):
    """Gives the names in a remote directory."""
    with sftp.opendir(path) as directory:
        for _, name, _ in directory.readdir():
            if name not in (b".", b".."):
                yield name


def list_names(job: Job) -> None:
    session, connection = log_in(job)
    sftp = session.sftp_init()
    job.start_clock()
    with job.local.open("wb") as output:
        for name in names(sftp, job.remote):
            output.write(name + b"\n")
    job.stop_clock()
    log_out(session, connection)


def get_tree(job: Job) -> None:
    session, connection = log_in(job)
    sftp = session.sftp_init()
    job.start_clock()
    job.local.mkdir()
    for name in map(os.fsdecode, names(sftp, job.remote)):
        with (job.local / name).open("wb", buffering=0) as output:
            receive_file(sftp, f"{job.remote}/{name}", output, SMALL_BLOCK)
    job.stop_clock()
    log_out(session, connection)


def put_tree(job: Job) -> None:
    session, connection = log_in(job)
    sftp = session.sftp_init()
    job.start_clock()
    sftp.mkdir(job.remote, 0o755)
    for path in job.local.iterdir():
        with path.open("rb", buffering=0) as source:
            send_file(sftp, f"{job.remote}/{path.name}", source, SMALL_BLOCK)
    job.stop_clock()
    log_out(session, connection)


SESSION_OPERATIONS = {"read": read, "commands": commands, "logins": logins}
FILE_OPERATIONS = {
    "download": download,
    "upload": upload,
    "list": list_names,
    "get-tree": get_tree,
    "put-tree": put_tree,
}
