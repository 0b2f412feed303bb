"""Stands in for swiftssh where a program is to run on ssh2-python itself."""


def install_as_ssh2() -> None:
    """Leaves ssh2-python in its place."""
