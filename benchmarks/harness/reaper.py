"""Runs a command until it ends, or until this is terminated, and takes in what it leaves behind: reaper.py COMMAND...

Processes whose parent ends before them become this one's children, so that their processor time is counted here and not lost.
"""

import ctypes
import os
import signal
import subprocess
import sys

PR_SET_CHILD_SUBREAPER = 36

if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
    sys.exit("no subreaper here")
command = subprocess.Popen(sys.argv[1:])
signal.signal(signal.SIGTERM, lambda *_: command.terminate())
while os.wait()[0] != command.pid:
    pass
