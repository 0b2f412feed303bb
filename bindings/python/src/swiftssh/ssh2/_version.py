"""ssh2._version: which version of ssh2-python this has the object model of."""

from __future__ import annotations

from . import __version__


def get_versions() -> dict[str, object]:
    """Returns the version as versioneer tells it."""
    return {"version": __version__, "full-revisionid": None, "dirty": None, "error": None, "date": None}
