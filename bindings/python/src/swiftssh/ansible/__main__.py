"""Prints the directory for ANSIBLE_CONNECTION_PLUGINS."""

import pathlib

print(pathlib.Path(__file__).parent / "connection")
