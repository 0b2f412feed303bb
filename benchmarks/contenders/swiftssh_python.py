"""SwiftSSH in Python, in the place of `ssh2`."""

import contender
import swiftssh

swiftssh.install_as_ssh2()

import ssh2_model  # noqa: E402


def version_text() -> str:
    return f"swiftssh {swiftssh.__version__}, {swiftssh.engine_name()} {swiftssh.engine_version()}"


contender.run(version_text, ssh2_model.SESSION_OPERATIONS | ssh2_model.FILE_OPERATIONS)
