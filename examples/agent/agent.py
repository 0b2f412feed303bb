import base64
import hashlib
import socket
import sys

from swiftssh.ssh2.session import Session

session = Session()
if sys.argv[1:] == ["list"]:
    agent = session.agent_init()
    agent.connect()
    for key in agent.get_identities():
        print("key       ", (key.comment or b"").decode("utf-8", "replace"))
    sys.exit()

host, port, user, fingerprint = sys.argv[1:]
session.set_timeout(10_000)
session.handshake(socket.create_connection((host, int(port)), timeout=10))
digest = hashlib.sha256(session.hostkey()[0]).digest()
found = "SHA256:" + base64.b64encode(digest).decode().rstrip("=")
if found != fingerprint:
    sys.exit(f"another host key: {found}")
session.agent_auth(user)
print("logged in  as", user)
