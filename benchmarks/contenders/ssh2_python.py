"""ssh2-python, with the libssh2 that its wheel brings along."""

import importlib.metadata

import contender
import ssh2_model
from ssh2.utils import version


def version_text() -> str:
    return f"ssh2-python {importlib.metadata.version('ssh2-python')}, libssh2 {version().decode()}"


contender.run(version_text, ssh2_model.SESSION_OPERATIONS | ssh2_model.FILE_OPERATIONS)
