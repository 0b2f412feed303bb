import base64
import hashlib
import socket
import sys

from swiftssh.ssh2.session import Session

host, port, user, key, fingerprint = sys.argv[1:]
session = Session()
session.set_timeout(10_000)
session.handshake(socket.create_connection((host, int(port)), timeout=10))
digest = hashlib.sha256(session.hostkey()[0]).digest()
found = "SHA256:" + base64.b64encode(digest).decode().rstrip("=")
if found != fingerprint:
    sys.exit(f"another host key: {found}")
session.userauth_publickey_fromfile(user, key)

channel = session.open_session()
# ECHO and OPOST are off: nothing comes back, and a line comes as it was written, in one piece.
modes = bytes([53, 0, 0, 0, 0, 70, 0, 0, 0, 0, 0])
channel.pty("xterm", width=132, height=50, modes=modes)
channel.execute("stty size; read line; stty size")
print("at first  ", channel.read()[1].decode().strip())
channel.resize(90, 20)
channel.write("\n")
print("then      ", channel.read()[1].decode().strip())
