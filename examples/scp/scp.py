import base64
import hashlib
import socket
import sys

from swiftssh.ssh2.session import Session

host, port, user, key, fingerprint, remote = sys.argv[1:]
session = Session()
session.set_timeout(60_000)
session.handshake(socket.create_connection((host, int(port))))
digest = hashlib.sha256(session.hostkey()[0]).digest()
found = "SHA256:" + base64.b64encode(digest).decode().rstrip("=")
if found != fingerprint:
    sys.exit(f"another host key: {found}")
session.userauth_publickey_fromfile(user, key)

channel, info = session.scp_recv2(remote)
data = b""
while len(data) < info.st_size:
    data += channel.read(info.st_size - len(data))[1]
channel.close()
print(f"received {len(data)} bytes, mode {info.st_mode:o}")

channel = session.scp_send64(remote + ".copy", info.st_mode, len(data), info.st_mtime, info.st_atime)
channel.write(data)
channel.close()
print(f"sent {len(data)} bytes")
session.disconnect()
