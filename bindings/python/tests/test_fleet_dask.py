"""Commands on many hosts, from several processes of a dask cluster."""

from __future__ import annotations

import os
import pathlib
import signal
from collections.abc import Iterator

import pytest
from clients import port_of
from servers import Fixture

pytest.importorskip("distributed", reason="dask.distributed is not installed")

import distributed

import swiftssh
from swiftssh import fleet, fleet_dask

TIMEOUT = 60
"""How long a worker may take to be free again, in seconds."""


class _Witness:
    """Accepts every host key, and leaves a directory named after the process that was asked."""

    def __init__(self, place: pathlib.Path) -> None:
        self._place = place

    def __call__(self, presented: swiftssh.PresentedHostKey) -> bool:
        (self._place / str(os.getpid())).mkdir(exist_ok=True)
        return True


@pytest.fixture(scope="module")
def client() -> Iterator[distributed.Client]:
    """A client of two workers, each a process with one thread."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        with distributed.Client(cluster) as client:
            yield client


@pytest.fixture
def host(server: Fixture) -> Iterator[fleet.Host]:
    with port_of(server) as port:
        yield fleet.Host("127.0.0.1", port, server["user"])


@pytest.fixture
def options(server: Fixture) -> swiftssh.ConnectOptions:
    return swiftssh.ConnectOptions(known_hosts=server["known_hosts"], agent=False, key_files=server["client_key"])


def free_workers(client: distributed.Client) -> int:
    """Returns how many workers can still run a task."""
    workers = list(client.nthreads())
    tasks = [client.submit(os.getpid, workers=[worker], pure=False) for worker in workers]
    return len([task.result(timeout=TIMEOUT) for task in tasks])


@pytest.mark.behaviour("python.fleet-on-dask")
def test_every_host_has_its_result(
    client: distributed.Client, host: fleet.Host, server: Fixture, tmp_path: pathlib.Path
) -> None:
    options = swiftssh.ConnectOptions(host_keys=_Witness(tmp_path), agent=False, key_files=server["client_key"])
    nobody = fleet.Host("127.0.0.1", host.port, "nobody-there")
    hosts = [host, host, nobody, host, host]
    done = {each.index: each for each in fleet_dask.run(client, hosts, "cat; exit 3", options=options, input="in")}
    assert sorted(done) == [0, 1, 2, 3, 4]
    assert [done[index].host for index in range(5)] == hosts
    for index in (0, 1, 3, 4):
        result = done[index].result
        assert result is not None and (result.text, result.exit_status) == ("in", 3)
    error = done[2].error
    assert isinstance(error, swiftssh.AuthenticationError) and str(error) and error.phase == "authenticating"
    assert len(list(tmp_path.iterdir())) == 2
    assert list(fleet_dask.run(client, [], "true", options=options)) == []


@pytest.mark.behaviour("python.fleet-on-dask")
def test_a_result_comes_before_the_others_are_done(
    client: distributed.Client, host: fleet.Host, options: swiftssh.ConnectOptions, tmp_path: pathlib.Path
) -> None:
    command = f"cd {tmp_path}; mkdir first 2>/dev/null || until [ -e go ]; do sleep 0.05; done"
    running = fleet_dask.run(client, [host, host], command, options=options, shards=1)
    assert next(running).ok
    (tmp_path / "go").touch()
    assert [each.ok for each in running] == [True]


@pytest.mark.behaviour("python.fleet-on-dask-cancel")
def test_an_iterator_that_is_let_go_ends_what_the_workers_do(
    client: distributed.Client, host: fleet.Host, options: swiftssh.ConnectOptions
) -> None:
    hosts = [fleet.Host("127.0.0.1", 1, "x"), *[host] * 5]
    running = fleet_dask.run(client, hosts, "sleep 600", options=options)
    assert isinstance(next(running).error, swiftssh.ConnectFailed)
    running.close()  # type: ignore[attr-defined]
    fleet_dask.run(client, hosts, "sleep 600", options=options)
    assert free_workers(client) == 2


@pytest.mark.behaviour("python.fleet-on-dask-lost-worker")
def test_the_hosts_of_a_lost_worker_are_told_and_not_begun_again(
    client: distributed.Client, host: fleet.Host, options: swiftssh.ConnectOptions, tmp_path: pathlib.Path
) -> None:
    os.mkfifo(tmp_path / "begun")
    command = f"cd {tmp_path}; mkdir ran-$$; echo >begun; until [ -e go ]; do sleep 0.05; done"
    running = fleet_dask.run(client, [host] * 4, command, options=options)
    with open(tmp_path / "begun", "rb", buffering=0) as begun:
        heard = 0
        while heard < 4:
            heard += len(begun.read(4))
        processes = client.run(os.getpid)
        killed, (key,) = next((worker, keys) for worker, keys in client.processing().items() if keys)
        os.kill(processes[killed], signal.SIGKILL)
        lost = [next(running), next(running)]
    part = int(key.rsplit("-", 1)[1])
    assert sorted(each.index for each in lost) == [part, part + 2]
    assert all(isinstance(each.error, fleet_dask.WorkerLost) and each.error.host == "127.0.0.1" for each in lost)
    (tmp_path / "go").touch()
    assert all(each.ok for each in running)
    assert len(list(tmp_path.glob("ran-*"))) == 4
    client.wait_for_workers(2)


@pytest.mark.behaviour("python.fleet-on-dask-lost-worker")
def test_a_worker_that_fails_is_told(client: distributed.Client, host: fleet.Host) -> None:
    (done,) = fleet_dask.run(client, [host], "true", options=swiftssh.ConnectOptions(host_keys="what?"))
    assert isinstance(done.error, fleet_dask.WorkerLost) and "what?" in str(done.error)


def test_a_client_cannot_go_to_a_worker(client: distributed.Client, server: Fixture, host: fleet.Host) -> None:
    with swiftssh.connect(
        "127.0.0.1", port=host.port, user=host.user, known_hosts=server["known_hosts"], agent=False, key_files=server["client_key"]
    ) as via:
        with pytest.raises(ValueError):
            fleet_dask.run(client, [host], "true", options=swiftssh.ConnectOptions(via=via))
