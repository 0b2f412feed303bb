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

listener, bound = session.forward_listen_ex(16, "127.0.0.1", 0)
there = session.direct_tcpip("127.0.0.1", bound)
here = listener.forward_accept()
there.write("once around")
print("received  ", here.read()[1].decode())
listener.forward_cancel()
