import base64
import hashlib
import socket
import sys

from swiftssh.ssh2.publickey import PublicKeyAttribute
from swiftssh.ssh2.session import Session

host, port, user, key, fingerprint = sys.argv[1:]
session = Session()
session.set_timeout(10_000)
session.handshake(socket.create_connection((host, int(port))))
digest = hashlib.sha256(session.hostkey()[0]).digest()
found = "SHA256:" + base64.b64encode(digest).decode().rstrip("=")
if found != fingerprint:
    sys.exit(f"another host key: {found}")
session.userauth_publickey_fromfile(user, key)

system = session.publickey_init()
blob = b"\0\0\0\x0bssh-ed25519\0\0\0\x20" + bytes(32)
system.add(b"ssh-ed25519", blob, True, [PublicKeyAttribute(b"comment", b"from Python", False)])
for known in system.list_fetch():
    print(f"{known.name.decode()}, {known.blob_len} bytes, {known.num_attrs} attributes")
system.remove(b"ssh-ed25519", blob)
system.shutdown()
