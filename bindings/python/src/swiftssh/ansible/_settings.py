"""What Ansible's variables mean."""

from __future__ import annotations

import pathlib

_WORDS = {"": True, "true": True, "yes": True, "none": False, "false": False, "no": False}


def configuration(given: object) -> bool | str:
    """Returns what connect() takes for ssh_config files: all, none or one. given: None, a path, or whether there are any, which inventories tell as words too."""
    words = "" if given is None else str(given)
    return _WORDS[words.lower()] if words.lower() in _WORDS else str(pathlib.Path(words).expanduser())
