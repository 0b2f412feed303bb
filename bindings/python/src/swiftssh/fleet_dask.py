"""One command on more hosts than one machine can hold: `swiftssh.fleet` on the workers of a dask.distributed cluster.

    from swiftssh import fleet_dask

    with distributed.Client("scheduler:8786") as client:
        for done in fleet_dask.run(client, hosts, "uptime", options=options):
            print(done.host, done.result.text if done.result else done.error)

The hosts are divided into shards, each of which is a task of dask's: it runs `swiftssh.fleet` in its worker and sends what
becomes of each host as soon as it is done. The command is begun once on each host, or not at all: dask runs the tasks of a
worker that was lost again elsewhere, but such a shard is not begun a second time. Its hosts have WorkerLost as their error
then, unless their results had come before.

Needs distributed, and swiftssh on every worker.
"""

from __future__ import annotations

import contextlib
import pickle
import threading
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

import distributed

from . import fleet
from ._handle import Handle
from ._options import ConnectOptions
from .errors import Closed, SSHError
from .fleet import Host, HostLike, HostResult, hosts_of

__all__ = ["WorkerLost", "run"]

_SECONDS_BETWEEN_LOOKS = 0.5
_UNREAD = 64
"""How many results wait at the scheduler before the workers do."""


class WorkerLost(SSHError):
    """The worker of a host was lost, or failed, before it told what became of the host; the command may have run."""


class _Work(TypedDict):
    """What is the same on every host: the arguments of fleet.begun() after the hosts."""

    command: str | bytes
    options: ConnectOptions
    input: str | bytes | None
    env: Mapping[str, str] | None
    concurrency: int
    limit: int | None
    timeout: float | None


def run(
    client: distributed.Client,
    hosts: Iterable[HostLike],
    command: str | bytes,
    *,
    options: ConnectOptions = ConnectOptions(),
    input: str | bytes | None = None,
    env: Mapping[str, str] | None = None,
    concurrency: int = 32,
    limit: int | None = 16 * 1024 * 1024,
    timeout: float | None = None,
    shards: int | None = None,
) -> Iterator[HostResult]:
    """Runs a command on hosts from the workers of a cluster, and gives what became of each as they are done.

    client: a client of the cluster, not an asynchronous one.
    hosts, command, input, env, limit, timeout: as in fleet.run(). The time for a host begins when its worker turns to it.
    options: how to connect to each. Files are the worker's, as is the agent; functions must be picklable; `via` must be None.
        Passwords go through the scheduler.
    concurrency: on how many hosts at most one shard runs at once.
    shards: into how many parts the hosts are divided; None for as many as the cluster has workers.

    It begins at once. An iterator that is let go ends what still runs, on every worker; so does a client that ends. A shard waits
    for a worker as all of dask's tasks do, without a limit. Raises ValueError for a `via`.
    """
    if options.via is not None:
        raise ValueError("via: a client that is connected cannot go to another process")
    chosen = hosts_of(hosts)
    parts = max(1, min(len(chosen), shards or len(client.nthreads())))
    work = _Work(
        command=command,
        options=options,
        input=input,
        env=dict(env or {}),
        concurrency=concurrency,
        limit=limit,
        timeout=timeout,
    )
    name = f"swiftssh-fleet-{uuid.uuid4().hex}"
    told = distributed.Queue(name, client=client, maxsize=_UNREAD)
    mine = [list(range(first, len(chosen), parts)) for first in range(parts)]
    tasks = [
        client.submit(_shard, name, part, [(index, chosen[index]) for index in indices], work, key=_key(name, part), retries=0)
        for part, indices in enumerate(mine)
    ]
    return _results(client, told, tasks, chosen, [set(indices) for indices in mine])


def _key(name: str, part: int) -> str:
    """Returns the name of a shard's task, and of the event that tells whether it was begun."""
    return f"{name}-{part}"


def _results(
    client: distributed.Client,
    told: distributed.Queue,
    tasks: list[distributed.Future],
    hosts: list[Host],
    missing: list[set[int]],
) -> Iterator[HostResult]:
    def lost(part: int, why: str) -> Iterator[HostResult]:
        indices, missing[part] = sorted(missing[part]), set()
        for index in indices:
            yield HostResult(hosts[index], index, None, WorkerLost(why, phase="fleet", host=hosts[index].host, port=hosts[index].port))

    try:
        while any(missing):
            # A task sends all that it has to tell before it ends: when nothing comes after that, nothing will.
            ended = [part for part, task in enumerate(tasks) if missing[part] and task.done()]
            try:
                part, result = pickle.loads(told.get(timeout=_SECONDS_BETWEEN_LOOKS))
            except distributed.TimeoutError:
                for part in ended:
                    yield from lost(part, f"the worker failed: {_end_of(tasks[part])}")
                continue
            if result is None:
                yield from lost(part, "the worker was lost before it told what became of the host")
            elif result.index in missing[part]:
                missing[part].remove(result.index)
                yield result
    finally:
        client.cancel(tasks)
        told.close()
        for task in tasks:
            distributed.Event(task.key, client=client).clear()


def _end_of(task: distributed.Future) -> str:
    """Says how a task ended that did not tell all it had to."""
    return str(task.exception() or "an unknown error") if task.status == "error" else f"its task is {task.status}"


def _shard(name: str, part: int, hosts: list[tuple[int, Host]], work: _Work) -> None:
    """Runs the command on some of the hosts, in a worker, and sends the client (part, HostResult) for each.

    A shard that was begun before, by a worker that was then lost, sends (part, None) instead.
    """
    key = _key(name, part)
    told = distributed.Queue(name, maxsize=_UNREAD)
    begun = distributed.Event(key)

    def tell(result: HostResult | None) -> bool:
        message = pickle.dumps((part, result))
        while _is_wanted(key):
            try:
                told.put(message, timeout=_SECONDS_BETWEEN_LOOKS)
                return True
            except distributed.TimeoutError:
                continue
        return False

    ended = threading.Event()
    try:
        if begun.is_set():
            tell(None)
            return
        begun.set()
        running, chosen = fleet.begun([host for _, host in hosts], **work)
        threading.Thread(target=_watch, args=(key, running, ended, distributed.get_worker()), daemon=True).start()
        for done in fleet.results(running, chosen, work["command"]):
            index, host = hosts[done.index]
            if not tell(HostResult(host, index, done.result, done.error)):
                return
    finally:
        ended.set()
        told.close()


def _watch(key: str, running: Handle, ended: threading.Event, worker: distributed.Worker) -> None:
    """Ends a fleet when its task is called off, which dask leaves to the task itself."""
    while not ended.wait(_SECONDS_BETWEEN_LOOKS):
        if not _is_wanted(key, worker):
            with contextlib.suppress(Closed):
                fleet.cancel(running)
            return


def _is_wanted(key: str, worker: distributed.Worker | None = None) -> bool:
    """Tells whether the client still waits for a task of this worker."""
    task = (worker or distributed.get_worker()).state.tasks.get(key)
    return task is not None and task.state != "cancelled"
