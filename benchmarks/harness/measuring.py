"""Runs one contender once."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import pathlib
import signal
import subprocess

from .cases import Case
from .contenders import Contender, environment
from .material import Material
from .server import HOST, Server


@dataclasses.dataclass(frozen=True)
class Measurement:
    """What one run took: seconds of the work itself, processor seconds of the contender and of the server, and KiB at most."""

    seconds: float
    cpu: float
    server_cpu: float
    peak_kib: int


@dataclasses.dataclass(frozen=True)
class Failure:
    """What was wrong with a run."""

    problem: str


def call(contender: Contender, operation: str, limit: float, **arguments: object) -> dict[str, object] | Failure:
    """Runs a contender in a process of its own and returns the line that it printed.

    limit: the seconds after which it is ended.
    """
    command = [*contender.command, operation, *(f"{name}={value}" for name, value in arguments.items())]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(contender),
        start_new_session=True, text=True)
    try:
        output, errors = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        return Failure(f"it had not ended after {limit:.0f} s")
    finally:
        # What it started goes with it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if process.returncode != 0:
        return Failure(f"it ended with {process.returncode}: {errors.strip()[-2000:]}")
    return json.loads(output.splitlines()[-1]) if output.strip() else Failure("it printed nothing")


def measure(
    contender: Contender, case: Case, amount: int, server: Server, port: int, material: Material, limit: float
) -> Measurement | Failure | None:
    """Lets a contender do a case once and checks the result. Returns None where the contender cannot do it.

    port: where it connects to: the server's, or the proxy's.
    """
    local, remote = material.places(case, amount)
    server_before = server.processor_seconds()
    said = call(
        contender, case.operation, limit, host=HOST, port=port, user=server.user, key=server.key,
        known_hosts=server.known_hosts, local=local, remote=remote, block=case.block, count=amount,
        cipher=server.cipher)
    server_cpu = server.processor_seconds() - server_before
    try:
        if isinstance(said, Failure):
            return said
        if said.get("unavailable"):
            return None
        if problem := material.problem(case, amount):
            return Failure(problem)
        return Measurement(float(said["seconds"]), float(said["cpu"]), server_cpu, int(said["peak_kib"]))
    finally:
        material.clear()


def version(contender: Contender) -> str:
    """Returns what a contender says of its version."""
    said = call(contender, "version", 60)
    return f"({said.problem})" if isinstance(said, Failure) else str(said["version"])
