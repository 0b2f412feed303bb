"""Runs a command, talks with another and forwards a port: client.py HOST PORT USER KNOWN_HOSTS KEY COMMAND"""

import sys

import swiftssh

host, port, user, known_hosts, key, command = sys.argv[1:]
try:
    client = swiftssh.connect(host, port=int(port), user=user, known_hosts=known_hosts, key_files=key, timeout=10)
except swiftssh.HostKeyError as error:
    sys.exit(f"{error.key_type} {error.fingerprint} instead of {error.expected_fingerprint or 'none'}: {error}")

with client:
    print(client.run(command, check=True, timeout=60).text, end="")

    with client.start("while read line; do echo \"<$line>\"; done") as process:
        process.stdin.write(b"one\ntwo\n")
        process.stdin.close()
        for line in process.lines():
            print(line)

    with client.forward_local("127.0.0.1", int(port)) as forward:
        print("port", forward.bound_port, "leads to the server's own")
