"""Asks what an ssh_config file says of a host, and connects to it: configuration.py CONFIG HOST COMMAND"""

import sys

import swiftssh

config, host, command = sys.argv[1:]
found = swiftssh.HostConfiguration.lookup(host, config=config)
print(f"{host} is {found.hostname}, keys are in {len(found.identity_files)} file, its host key is {found.host_key_alias}'s")

# Without a file it is ~/.ssh/config and /etc/ssh/ssh_config: swiftssh.connect("alias").
with swiftssh.connect(host, config=config, timeout=10) as client:
    print(f"logged in  as {client.user}")
    print(client.run(command, check=True).text, end="")
