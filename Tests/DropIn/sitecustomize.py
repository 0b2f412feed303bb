"""Puts swiftssh in ssh2-python's place in every Python that has this directory on its path, before anything else runs."""

import swiftssh

swiftssh.install_as_ssh2()
