"""Runs a command on an SSH server: first.py HOST PORT USER KEY FINGERPRINT COMMAND"""

import base64
import hashlib
import socket
import sys

from swiftssh.ssh2.session import LIBSSH2_METHOD_CRYPT_SC, LIBSSH2_METHOD_KEX, Session

host, port, user, key, fingerprint, command = sys.argv[1:]

session = Session()
session.set_timeout(10_000)  # milliseconds; no call below takes longer
session.handshake(socket.create_connection((host, int(port)), timeout=10))

host_key, _ = session.hostkey()
shown = "SHA256:" + base64.b64encode(hashlib.sha256(host_key).digest()).decode().rstrip("=")
print(f"host key    {shown}")
print(f"agreed on   {session.methods(LIBSSH2_METHOD_KEX)}, {session.methods(LIBSSH2_METHOD_CRYPT_SC)}")
if shown != fingerprint:
    sys.exit("this is not the host that was expected")

session.userauth_publickey_fromfile(user, key)
print(f"logged in   as {user}")

channel = session.open_session()
channel.execute(command)
size, data = channel.read(65536)
while size > 0:
    print(f"output      {data.decode().rstrip()}")
    size, data = channel.read(65536)
channel.close()
channel.wait_closed()
signal = channel.get_exit_signal()[1]
print(f"exit        signal {signal.decode()}" if signal else f"exit        status {channel.get_exit_status()}")
session.disconnect()
