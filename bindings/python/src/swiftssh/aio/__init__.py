"""SSH for asyncio: the same as `swiftssh`, awaited.

    async with swiftssh.aio.connect("host", user="me") as client:
        print((await client.run("uname -a", check=True)).text)
        async with client.start("tail -f log") as process:
            async for line in process.lines():
                print(line)

Names, arguments, results and errors are those of `swiftssh`. No call has a thread: a task that waits is told by one descriptor of its
connection when to go on, and cancelling it, or asyncio.timeout(), ends its wait at once and leaves the connection to the others. Only what is made
of many steps in one call goes to a bounded number of threads: connecting (64 at once), get(), put(), glob() and remove_tree() (32 at once);
more of them wait for their turn. Forwards are carried by threads of the library's.

Everything belongs to the event loop in which it was made, and raises RuntimeError in another one.
"""

from __future__ import annotations

from ._opening import Opening
from .client import Client, connect
from .forward import Forward
from .process import ProcessReader, ProcessWriter, RemoteProcess
from .sftp import SFTP, RemoteFile, RemoteText, Walk

__all__ = [
    "SFTP",
    "Client",
    "Forward",
    "Opening",
    "ProcessReader",
    "ProcessWriter",
    "RemoteFile",
    "RemoteProcess",
    "RemoteText",
    "Walk",
    "connect",
]
