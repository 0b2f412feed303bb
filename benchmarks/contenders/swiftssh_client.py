"""SwiftSSH in Python, as a new program uses it: swiftssh.connect()."""

from __future__ import annotations

import contender
import swiftssh
from contender import Job


def connected(job: Job) -> swiftssh.Client:
    """Connects, checks the host's key and authenticates."""
    return swiftssh.connect(
        job.host, port=job.port, user=job.user, known_hosts=job.known_hosts, agent=False, key_files=job.key
    )


def download(job: Job) -> None:
    block = memoryview(bytearray(job.block))
    with connected(job) as client, client.sftp() as sftp:
        job.start_clock()
        with job.local.open("wb", buffering=0) as output, sftp.open(job.remote, "rb", buffering=0) as source:
            while count := source.readinto(block):
                output.write(block[:count])
        job.stop_clock()


def upload(job: Job) -> None:
    block = memoryview(bytearray(job.block))
    with connected(job) as client, client.sftp() as sftp:
        job.start_clock()
        with job.local.open("rb", buffering=0) as source, sftp.open(job.remote, "wb", buffering=0) as output:
            while count := source.readinto(block):
                output.write(block[:count])
        job.stop_clock()


def read(job: Job) -> None:
    block = memoryview(bytearray(job.block))
    with connected(job) as client:
        command = f"echo ready; read line; exec cat {job.remote}"
        with job.local.open("wb", buffering=0) as output, client.start(command) as process:
            process.stdout.readline()
            job.start_clock()
            process.stdin.write(b"go\n")
            while count := process.stdout.readinto1(block):
                output.write(block[:count])
            process.wait().check()
        job.stop_clock()


def commands(job: Job) -> None:
    with connected(job) as client:
        job.start_clock()
        with job.local.open("wb", buffering=0) as output:
            for index in range(job.count):
                output.write(client.run(f"echo {index}", check=True).stdout)
        job.stop_clock()


def logins(job: Job) -> None:
    job.start_clock()
    for _ in range(job.count):
        connected(job).close()
    job.stop_clock()


def list_names(job: Job) -> None:
    with connected(job) as client, client.sftp() as sftp:
        job.start_clock()
        with job.local.open("w") as output:
            for name in sftp.listdir(job.remote):
                output.write(name + "\n")
        job.stop_clock()


def get_tree(job: Job) -> None:
    with connected(job) as client:
        job.start_clock()
        client.get(job.remote, job.local, recursive=True)
        job.stop_clock()


def put_tree(job: Job) -> None:
    with connected(job) as client:
        job.start_clock()
        client.put(job.local, job.remote, recursive=True)
        job.stop_clock()


def version_text() -> str:
    return f"swiftssh {swiftssh.__version__}, {swiftssh.engine_name()} {swiftssh.engine_version()}"


OPERATIONS = {
    "download": download,
    "upload": upload,
    "read": read,
    "commands": commands,
    "logins": logins,
    "list": list_names,
    "get-tree": get_tree,
    "put-tree": put_tree,
}

contender.run(version_text, OPERATIONS)
