"""What the contenders in Python share: their arguments, a connected socket, the clock, and the line that they print.

A contender is run as `PROGRAM OPERATION name=value...`. It logs in, starts the clock, does the work, and prints one line of JSON;
benchmarks/README.md has the protocol.
"""

from __future__ import annotations

import json
import pathlib
import resource
import socket
import sys
import time
from collections.abc import Callable


class Job:
    """What is to be done, and the clock.

    host, port, user, key: the server, the user's name and the path of the user's private key.
    local, remote: where the files are.
    block: the size of the caller's buffer in bytes. count: how many things are to be done.
    cipher: the one that is wanted first; "usual" for whatever the contender takes by itself.
    """

    def __init__(self, arguments: list[str]) -> None:
        values = dict(argument.split("=", 1) for argument in arguments)
        self.host, self.port = values["host"], int(values["port"])
        self.user, self.key, self.known_hosts = values["user"], values["key"], values["known_hosts"]
        self.local, self.remote = pathlib.Path(values["local"]), values["remote"]
        self.block, self.count = int(values["block"]), int(values["count"])
        self.cipher = values["cipher"]
        self.extra_cpu = 0.0
        self.extra_peak = 0

    def connected_socket(self) -> socket.socket:
        """Returns a TCP socket that is connected to the server, without delay (TCP_NODELAY) unless all is to be as usual."""
        connection = socket.create_connection((self.host, self.port))
        if self.cipher != "usual":
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def start_clock(self) -> None:
        """Starts the clock: what comes before is not measured."""
        self._cpu = processor_seconds()
        self._start = time.monotonic()

    def stop_clock(self, own_peak: bool = True) -> None:
        """Stops the clock and prints the line of results. Without `own_peak` the memory is that of others: `extra_peak`."""
        seconds = time.monotonic() - self._start
        cpu = processor_seconds() - self._cpu + self.extra_cpu
        peak = peak_kibibytes("self") if own_peak else self.extra_peak
        print(json.dumps({"seconds": seconds, "cpu": cpu, "peak_kib": peak}), flush=True)


def processor_seconds() -> float:
    """Returns the processor time of this process and of its children that have ended."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def peak_kibibytes(process: int | str) -> int:
    """Returns the largest resident size of a process so far."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)


def run(version: Callable[[], str], operations: dict[str, Callable[[Job], None]]) -> None:
    """Runs the operation that the command line names; says so where there is none of that name."""
    name = sys.argv[1]
    if name == "version":
        print(json.dumps({"version": version()}))
    elif name in operations:
        operations[name](Job(sys.argv[2:]))
    else:
        print(json.dumps({"unavailable": True}))
