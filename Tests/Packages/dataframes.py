"""Writes and reads data frames on a server: dataframes.py URL KNOWN_HOSTS KEY, where URL names a directory."""

import sys

import dask.dataframe
import numpy
import pandas

ROWS = 200_000


def main() -> None:
    url, known_hosts, key = sys.argv[1:]
    options = {"known_hosts": known_hosts, "key_files": key, "agent": False}
    table = pandas.DataFrame({"number": numpy.arange(ROWS), "name": [f"name{number % 7}" for number in range(ROWS)]})

    table.to_csv(f"{url}/table.csv", index=False, storage_options=options)
    assert pandas.read_csv(f"{url}/table.csv", storage_options=options).equals(table)
    table.to_parquet(f"{url}/table.parquet", storage_options=options)
    other = url.replace("swiftssh:", "swiftssh+sftp:")
    assert (pandas.read_parquet(f"{other}/table.parquet", columns=["number"], storage_options=options).number == table.number).all()
    print("pandas     CSV and Parquet, written and read")

    for part in range(4):
        table[part :: 4].to_csv(f"{url}/part{part}.csv", index=False, storage_options=options)
    parts = dask.dataframe.read_csv(f"{url}/part*.csv", storage_options=options)
    assert parts.number.sum().compute(scheduler="processes") == table.number.sum()
    parts.to_parquet(f"{url}/parts", storage_options=options)
    assert len(dask.dataframe.read_parquet(f"{url}/parts", storage_options=options)) == ROWS
    print("dask       four files, in several processes")


if __name__ == "__main__":
    main()
