"""What Ansible's variables mean to the connection plugin."""

from __future__ import annotations

import pathlib

import pytest
from swiftssh.ansible._settings import configuration


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (None, True),
        ("", True),
        (True, True),
        ("True", True),
        ("yes", True),
        (False, False),
        ("false", False),
        ("no", False),
        ("none", False),
        ("/etc/ssh/other", "/etc/ssh/other"),
    ],
)
def test_whether_ssh_config_is_read(given: object, meant: bool | str) -> None:
    assert configuration(given) == meant
    assert configuration("~/config") == str(pathlib.Path("~/config").expanduser())
