"""paramiko."""

from __future__ import annotations

import os

import contender
import paramiko
from contender import Job


def log_in(job: Job) -> paramiko.Transport:
    """Connects and authenticates."""
    transport = paramiko.Transport(job.connected_socket())
    transport.connect(username=job.user, pkey=paramiko.Ed25519Key.from_private_key_file(job.key))
    return transport


def begin_sftp(job: Job) -> tuple[paramiko.Transport, paramiko.SFTPClient]:
    """Logs in and begins an SFTP session."""
    transport = log_in(job)
    sftp = paramiko.SFTPClient.from_transport(transport)
    assert sftp
    return transport, sftp


def run_command(transport: paramiko.Transport, command: str, output, block: int, start=None) -> None:
    """Runs a command to its end and writes its output. With `start`, which is called then, it says "ready" first and waits for a line."""
    channel = transport.open_session()
    channel.exec_command(command)
    if start:
        line = b""
        while len(line) < 6:
            line += channel.recv(6 - len(line))
        start()
        channel.sendall(b"go\n")
    while data := channel.recv(block):
        output.write(data)
    if channel.recv_exit_status() != 0:
        raise OSError(f"{command} failed")
    channel.close()


def download(job: Job) -> None:
    transport, sftp = begin_sftp(job)
    job.start_clock()
    sftp.get(job.remote, str(job.local))
    job.stop_clock()
    transport.close()


def upload(job: Job) -> None:
    transport, sftp = begin_sftp(job)
    job.start_clock()
    sftp.put(str(job.local), job.remote)
    job.stop_clock()
    transport.close()


def read(job: Job) -> None:
    transport = log_in(job)
    with job.local.open("wb", buffering=0) as output:
        run_command(transport, f"echo ready; read line; exec cat {job.remote}", output, job.block, job.start_clock)
    job.stop_clock()
    transport.close()


def commands(job: Job) -> None:
    transport = log_in(job)
    job.start_clock()
    with job.local.open("wb", buffering=0) as output:
        for index in range(job.count):
            run_command(transport, f"echo {index}", output, 4096)
    job.stop_clock()
    transport.close()


def logins(job: Job) -> None:
    job.start_clock()
    for _ in range(job.count):
        log_in(job).close()
    job.stop_clock()


def list_names(job: Job) -> None:
    transport, sftp = begin_sftp(job)
    job.start_clock()
    with job.local.open("w") as output:
        for name in sftp.listdir(job.remote):
            output.write(name + "\n")
    job.stop_clock()
    transport.close()


def get_tree(job: Job) -> None:
    transport, sftp = begin_sftp(job)
    job.start_clock()
    job.local.mkdir()
    for name in sftp.listdir(job.remote):
        sftp.get(f"{job.remote}/{name}", str(job.local / name))
    job.stop_clock()
    transport.close()


def put_tree(job: Job) -> None:
    transport, sftp = begin_sftp(job)
    job.start_clock()
    sftp.mkdir(job.remote)
    for name in os.listdir(job.local):
        sftp.put(str(job.local / name), f"{job.remote}/{name}")
    job.stop_clock()
    transport.close()


contender.run(
    lambda: f"paramiko {paramiko.__version__}",
    {
        "download": download,
        "upload": upload,
        "read": read,
        "commands": commands,
        "logins": logins,
        "list": list_names,
        "get-tree": get_tree,
        "put-tree": put_tree,
    },
)
