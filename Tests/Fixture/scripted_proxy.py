"""The faults on the way: a proxy in front of a real server."""

import argparse
import fcntl
import queue
import socket
import struct
import subprocess
import termios
import threading
import time

import fixture_server as server

# Each mode, and whether it needs a value.
MODES = {"pass": False, "banner-prefix": False, "cut-fin": True, "cut-reset": True, "stall": True, "drip": True,
         "flip": True, "delay": True, "fragment": True, "refuse": False}
REFUSAL = ["Not allowed at this time"]
LINES = ["Authorized use only.", "This line is legal, and so is the next, which is empty.", ""]
PIECE = 262144


class Broken(Exception):
    """The mode has ended the connection, or this direction of it."""


class Direction:
    """Forwards one direction of a connection, with the mode's fault in it or without."""

    def __init__(self, link: "Link", source: socket.socket, target: socket.socket, mode: str) -> None:
        """Forwards from `source` to `target`. `mode`: one of MODES."""
        self.link = link
        self.source = source
        self.target = target
        self.mode = mode
        self.value: int = link.options.value or 0
        self.forwarded = 0

    def run(self) -> None:
        """Forwards until the source ends or the fault has been made."""
        try:
            if self.mode == "delay":
                self._delay()
            else:
                while data := self.source.recv(PIECE):
                    self._forward(data)
            self.target.shutdown(socket.SHUT_WR)
        except Broken:
            return
        except OSError:
            self.link.gone()

    def _send(self, data: bytes) -> None:
        self.target.sendall(data)
        self.forwarded += len(data)

    def _forward(self, data: bytes) -> None:
        left = self.value - self.forwarded
        if self.mode in ("cut-fin", "cut-reset", "stall") and len(data) >= left:
            self._send(data[:left])
            self._break()
        elif self.mode == "flip" and 0 <= left < len(data):
            changed = bytearray(data)
            changed[left] ^= 1 << self.link.options.bit
            self._send(bytes(changed))
            server.event("FLIPPED")
        elif self.mode == "drip":
            self._drip(data)
        elif self.mode == "fragment":
            for start in range(0, len(data), self.value):
                self._send(data[start:start + self.value])
        else:
            self._send(data)

    def _break(self) -> None:
        if self.mode == "stall":
            server.event("STALLED")
        elif self.mode == "cut-fin":
            self.link.finish()
        else:
            self.link.reset()
        raise Broken

    def _drip(self, data: bytes) -> None:
        step = max(1, self.value // 20)
        for start in range(0, len(data), step):
            piece = data[start:start + step]
            self._send(piece)
            if self.link.over.wait(len(piece) / self.value):
                raise Broken

    def _delay(self) -> None:
        pieces: queue.Queue[tuple[float, bytes]] = queue.Queue(maxsize=1024)

        def read() -> None:
            data = b"-"
            while data:
                try:
                    data = self.source.recv(PIECE)
                except OSError:
                    data = b""
                pieces.put((time.monotonic() + self.value / 1000, data))

        threading.Thread(target=read, daemon=True).start()
        while True:
            due, data = pieces.get()
            self.link.over.wait(max(0.0, due - time.monotonic()))
            if not data:
                return
            self._send(data)


class Link:
    """One client with its server behind it."""

    def __init__(self, options: argparse.Namespace, client: socket.socket, faulty: bool) -> None:
        """Connects to the real server, or starts it. Raises OSError when that fails."""
        self.options = options
        self.client = client
        self.process: subprocess.Popen[bytes] | None = None
        self.over = threading.Event()
        self.client_is_ours = False
        if options.to is not None:
            self.server = socket.create_connection(("127.0.0.1", options.to))
            self.server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        else:
            self.server, far_end = socket.socketpair()
            self.process = server.spawn(options.command, far_end)
            far_end.close()
        mode = options.mode if faulty else "pass"
        down, up = ("pass", mode) if options.upstream else (mode, "pass")
        if mode == "delay":
            down = up = mode
        self.mode = mode
        self.down = Direction(self, self.server, client, down)
        self.up = Direction(self, client, self.server, up)

    def run(self) -> None:
        """Refuses the client, or forwards both directions until both have ended, then lets go of everything."""
        if self.mode in ("banner-prefix", "refuse"):
            usual = LINES if self.mode == "banner-prefix" else REFUSAL
            lines = self.options.line if self.options.line is not None else usual
            self.client.sendall("".join(f"{line}\r\n" for line in lines).encode())
        if self.mode == "refuse":
            self.finish()
        else:
            self._forward()
        self.gone()
        self.client.close()
        self.server.close()
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
        server.event("ENDED")

    def _forward(self) -> None:
        downward = threading.Thread(target=self.down.run, daemon=True)
        downward.start()
        self.up.run()
        if self.up.mode == "stall":
            self._wait_for_client()
        if self.up.mode == "stall" or self.down.mode in ("stall", "drip"):
            self.gone()
        downward.join()

    def _wait_for_client(self) -> None:
        try:
            while self.client.recv(PIECE):
                pass
        except OSError:
            pass

    def gone(self) -> None:
        """Ends both directions, because one side has gone; not the client's where a fault ends that in its own way."""
        self.over.set()
        self._let_go(self.server)
        if not self.client_is_ours:
            self._let_go(self.client)

    def finish(self) -> None:
        """Ends the stream to the client; what the client still sends is read, so that no reset follows."""
        self.client_is_ours = True
        self._let_go(self.server)
        self.client.shutdown(socket.SHUT_WR)
        server.event("CUT")
        self._wait_for_client()

    def reset(self) -> None:
        """Resets the connection to the client, once the client's system has all that was sent before."""
        self.client_is_ours = True
        while not server.stopping.wait(0.001):
            unsent = fcntl.ioctl(self.client.fileno(), termios.TIOCOUTQ, b"\0\0\0\0")
            if struct.unpack("i", unsent)[0] == 0:
                break
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._let_go(self.server)
        self.client.shutdown(socket.SHUT_RD)
        server.event("RESET")

    @staticmethod
    def _let_go(end: socket.socket) -> None:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


class Proxy:
    """Hands out links to the connections that come in."""

    def __init__(self, options: argparse.Namespace) -> None:
        """`options`: the command line's."""
        self.options = options
        self.count = 0
        self.lock = threading.Lock()

    def handle(self, client: socket.socket) -> None:
        """Serves one connection to its end."""
        with self.lock:
            self.count += 1
            faulty = self.options.faulty is None or self.count <= self.options.faulty
        server.event("CONNECTED")
        try:
            link = Link(self.options, client, faulty)
        except OSError:
            client.close()
            server.event("ENDED no server")
            return
        link.run()
