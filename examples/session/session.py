"""Logs in, and shows a deadline, a poll loop, two threads and an error: session.py HOST PORT USER KEY FINGERPRINT"""

import base64
import hashlib
import select
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.exceptions import BadUseError, Timeout
from swiftssh.ssh2.session import LIBSSH2_SESSION_BLOCK_INBOUND, LIBSSH2_SESSION_BLOCK_OUTBOUND, Session

host, port, user, key, fingerprint = sys.argv[1:]
session = Session()
session.set_timeout(10_000)
connection = socket.create_connection((host, int(port)), timeout=10)
session.handshake(connection)
digest = hashlib.sha256(session.hostkey()[0]).digest()
found = "SHA256:" + base64.b64encode(digest).decode().rstrip("=")
if found != fingerprint:
    sys.exit(f"another host key: {found}")
print("methods   ", ",".join(session.userauth_list(user) or []))
session.userauth_publickey_fromfile(user, key)
print("logged in  as", user)


def started(command: str) -> Channel:
    channel = session.open_session()
    channel.execute(command)
    return channel


def show(what: str, channel: Channel) -> None:
    print(f"{what:<10}", channel.read()[1].decode(), end="")


# A deadline: the call ends when it has passed, and the channel is as good as before.
channel = started("read line; echo $line")
session.set_timeout(100)
try:
    channel.read()
except Timeout:
    print("waited     in vain")
session.set_timeout(10_000)
channel.write("in time\n")
show("later", channel)

# Threads: one waits for what the other one will send, while that runs a command on the same session.
channel = started("read line; echo $line")
thread = threading.Thread(target=show, args=("thread", channel))
thread.start()
show("meanwhile", started("echo side by side"))
channel.write("woken\n")
thread.join()


# A poll loop: nothing waits but the loop itself.
def driven(call: Callable[[], Any]) -> Any:
    while (result := call()) == LIBSSH2_ERROR_EAGAIN or isinstance(result, tuple) and result[0] == LIBSSH2_ERROR_EAGAIN:
        directions = session.block_directions()
        readers = [connection] if directions & LIBSSH2_SESSION_BLOCK_INBOUND else []
        writers = [connection] if directions & LIBSSH2_SESSION_BLOCK_OUTBOUND else []
        select.select(readers, writers, [])
    return result


session.set_blocking(False)
channel = driven(session.open_session)
driven(lambda: channel.execute("echo polled; read line"))
print("loop      ", driven(channel.read)[1].decode(), end="")

# An error: its number, what was being done, and much more.
try:
    channel.execute("echo again")
except BadUseError as error:
    print("error     ", error.code, "in the phase:", error.phase)
