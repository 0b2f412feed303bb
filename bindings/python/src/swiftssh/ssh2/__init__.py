"""The object model of ssh2-python over libswiftssh: the same modules, classes, arguments and results.

Where ssh2-python crashes, loses data or says nothing, this does not: exceptions carry their message, code and phase,
an exit signal is told, and any thread may use a session.
"""

__version__ = "1.2.0"
"""The version of ssh2-python whose object model this is."""
