"""Runs commands side by side without a thread for each: event-loop.py HOST PORT USER KNOWN_HOSTS KEY COMMAND..."""

import asyncio
import sys

import swiftssh
import swiftssh.aio


async def main(host: str, port: str, user: str, known_hosts: str, key: str, *commands: str) -> None:
    connecting = swiftssh.aio.connect(host, port=int(port), user=user, known_hosts=known_hosts, key_files=key)
    async with connecting as client:
        # All of them at once, on one connection.
        for result in await asyncio.gather(*[client.run(command) for command in commands]):
            print(result.text, end="")

        # What takes too long is given up; the rest goes on.
        try:
            await client.run("sleep 600", timeout=0.2)
        except swiftssh.CommandTimedOut:
            print("given up")

        # A process is read from while something else is done.
        async with client.start("while read line; do echo \"<$line>\"; done") as process:
            await process.stdin.write(b"one\ntwo\n")
            await process.stdin.close()
            async for line in process.lines():
                print(line)


asyncio.run(main(*sys.argv[1:]))
