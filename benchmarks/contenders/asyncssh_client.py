"""asyncssh."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import asyncssh
import contender
from contender import Job


# What OpenSSH's server takes in one request; it hangs up on more.
LARGEST_WRITE = 255 * 1024


def connection(job: Job):
    """Connects and authenticates: an asynchronous context."""
    return asyncssh.connect(
        job.host, job.port, username=job.user, client_keys=[job.key], known_hosts=None, config=None, agent_path=None
    )


async def run_command(session: asyncssh.SSHClientConnection, command: str, output, block: int, start=None) -> None:
    """Runs a command to its end and writes its output. With `start`, which is called then, it says "ready" first and waits for a line."""
    process = await session.create_process(command, encoding=None)
    if start:
        await process.stdout.readexactly(6)
        start()
        process.stdin.write(b"go\n")
    while data := await process.stdout.read(block):
        output.write(data)
    await process.wait()
    if process.exit_status != 0:
        raise OSError(f"{command} failed")


async def download(job: Job) -> None:
    async with connection(job) as session, session.start_sftp_client() as sftp:
        job.start_clock()
        await sftp.get(job.remote, str(job.local), block_size=job.block)
        job.stop_clock()


async def upload(job: Job) -> None:
    async with connection(job) as session, session.start_sftp_client() as sftp:
        job.start_clock()
        await sftp.put(str(job.local), job.remote, block_size=min(job.block, LARGEST_WRITE))
        job.stop_clock()


async def read(job: Job) -> None:
    async with connection(job) as session:
        with job.local.open("wb", buffering=0) as output:
            command = f"echo ready; read line; exec cat {job.remote}"
            await run_command(session, command, output, job.block, job.start_clock)
        job.stop_clock()


async def commands(job: Job) -> None:
    async with connection(job) as session:
        job.start_clock()
        with job.local.open("wb", buffering=0) as output:
            for index in range(job.count):
                await run_command(session, f"echo {index}", output, 4096)
        job.stop_clock()


async def logins(job: Job) -> None:
    job.start_clock()
    for _ in range(job.count):
        async with connection(job):
            pass
    job.stop_clock()


async def list_names(job: Job) -> None:
    async with connection(job) as session, session.start_sftp_client() as sftp:
        job.start_clock()
        with job.local.open("w") as output:
            for name in await sftp.listdir(job.remote):
                output.write(f"{name}\n")
        job.stop_clock()


async def get_tree(job: Job) -> None:
    async with connection(job) as session, session.start_sftp_client() as sftp:
        job.start_clock()
        await sftp.get(job.remote, str(job.local), recurse=True)
        job.stop_clock()


async def put_tree(job: Job) -> None:
    async with connection(job) as session, session.start_sftp_client() as sftp:
        job.start_clock()
        await sftp.put(str(job.local), job.remote, recurse=True)
        job.stop_clock()


def started(operation: Callable[[Job], Awaitable[None]]) -> Callable[[Job], None]:
    """Returns a function that runs an asynchronous one to its end."""
    return lambda job: asyncio.run(operation(job))


contender.run(
    lambda: f"asyncssh {asyncssh.__version__}",
    {
        "download": started(download),
        "upload": started(upload),
        "read": started(read),
        "commands": started(commands),
        "logins": started(logins),
        "list": started(list_names),
        "get-tree": started(get_tree),
        "put-tree": started(put_tree),
    },
)
