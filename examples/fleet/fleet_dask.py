"""One command on many hosts, from the workers of a dask cluster.

usage: fleet_dask.py USER KEY KNOWN_HOSTS COMMAND HOST:PORT...
$SCHEDULER is the address of a cluster's scheduler; without it the cluster is four processes of this machine.
"""

import os
import sys

import distributed

import swiftssh
from swiftssh import fleet, fleet_dask


def main() -> None:
    user, key, known_hosts, command, *places = sys.argv[1:]
    pairs = [place.rsplit(":", 1) for place in places]
    hosts = [fleet.Host(host, int(port), user) for host, port in pairs]
    options = swiftssh.ConnectOptions(known_hosts=known_hosts, key_files=key, agent=False)
    address = os.environ.get("SCHEDULER") or distributed.LocalCluster(n_workers=4, threads_per_worker=1, dashboard_address=None)
    with distributed.Client(address) as client:
        done = list(fleet_dask.run(client, hosts, command, options=options, timeout=60))
        print(f"{sum(each.ok for each in done)} of {len(done)} hosts, by {len(client.nthreads())} workers")
        for each in done:
            if each.error:
                print(f"{each.host.host}:{each.host.port}: {each.error}")


if __name__ == "__main__":
    main()
