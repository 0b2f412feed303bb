"""The checks of scripted_peer, with a plain socket."""

from __future__ import annotations

import time
from collections.abc import Callable

from check_support import Bench, fetch

IDENTIFICATION = b"SSH-2.0-Check_1.0\r\n"


def checks(bench: Bench) -> dict[str, Callable[[], None]]:
    """Returns the checks by name."""
    found: dict[str, Callable[[], None]] = {}
    facts = bench.facts
    behind = ["--", facts["sshd_inetd"]]
    banner = b"SSH-2.0-Scripted_1.0\r\n"

    def alone(mode: str, ending: str, holds: Callable[[bytes], bool], *words: str, least: int | None = None) -> None:
        def check() -> None:
            with bench.served("scripted_peer", mode, *words) as peer:
                received, how = fetch(peer.port, IDENTIFICATION, least=least)
                assert how == ending and holds(received), (how, received[:100])
                assert peer.line() == "CONNECTED"
                assert peer.line().startswith("ENDED sent=")
        found[f"scripted_peer {' '.join([mode, *words])}"] = check

    alone("silent", "quiet", lambda data: data == b"", least=0)
    alone("close", "end", lambda data: data == b"")
    alone("reset", "reset", lambda data: data == b"")
    alone("garbage", "quiet", lambda data: len(data) == 8193 and not data.startswith(b"SSH-"), least=8193)
    alone("http", "end", lambda data: data.startswith(b"HTTP/1.1 400"))
    alone("endless-banner", "limit", lambda data: data.startswith(b"SSH-2.0-AAAA") and b"\n" not in data)
    alone("endless-line", "limit", lambda data: b"\n" not in data)
    alone("endless-lines", "limit", lambda data: data.count(b"\n") > 1000 and b"SSH-" not in data)
    alone("ssh1", "quiet", lambda data: data == b"SSH-1.5-Scripted_1.0\n", least=21)
    alone("banner-then-close", "end", lambda data: data == banner)
    alone("banner-then-silent", "quiet", lambda data: data == banner, least=len(banner))
    alone("banner-then-garbage", "quiet", lambda data: data.startswith(banner) and len(data) > 60000, least=60001)
    alone("huge-packet", "quiet", lambda data: data[len(banner):][:4] == b"\xff\xff\xff\xf0",
          least=len(banner) + 4)
    alone("huge-packet", "quiet", lambda data: data[len(banner):][:4] == (200000).to_bytes(4, "big"), "200000",
          least=len(banner) + 4)

    def proxied(mode: str, *words: str) -> Callable[[Callable[[int, Callable[[], str]], None]], None]:
        def keep(function: Callable[[int, Callable[[], str]], None]) -> None:
            def check() -> None:
                with bench.served("scripted_peer", *words, *behind) as peer:
                    function(peer.port, peer.line)
            found[f"scripted_peer {mode}"] = check
        return keep

    def events(line: Callable[[], str], *expected: str) -> None:
        got = [line() for _ in expected]
        assert got == list(expected), got

    @proxied("pass", "pass")
    def _(port: int, line: Callable[[], str]) -> None:
        bench.works(key=facts["client_key"], port=port)
        events(line, "CONNECTED", "ENDED")

    @proxied("banner-prefix", "banner-prefix", "--line", "Hello.", "--line", "")
    def _(port: int, line: Callable[[], str]) -> None:
        expected = b"Hello.\r\n\r\nSSH-2.0-OpenSSH"
        assert fetch(port, IDENTIFICATION, least=len(expected))[0].startswith(expected)
        bench.works(key=facts["client_key"], port=port)

    @proxied("refuse, first connection only", "refuse", "--faulty", "1")
    def _(port: int, line: Callable[[], str]) -> None:
        assert fetch(port, IDENTIFICATION) == (b"Not allowed at this time\r\n", "end")
        events(line, "CONNECTED", "CUT", "ENDED")
        bench.works(key=facts["client_key"], port=port)

    @proxied("cut-fin", "cut-fin", "100")
    def _(port: int, line: Callable[[], str]) -> None:
        received, how = fetch(port, IDENTIFICATION)
        assert (len(received), how) == (100, "end"), (len(received), how)
        events(line, "CONNECTED", "CUT", "ENDED")

    @proxied("cut-reset", "cut-reset", "100")
    def _(port: int, line: Callable[[], str]) -> None:
        received, how = fetch(port, IDENTIFICATION)
        assert (len(received), how) == (100, "reset"), (len(received), how)
        events(line, "CONNECTED", "RESET", "ENDED")

    @proxied("stall", "stall", "100")
    def _(port: int, line: Callable[[], str]) -> None:
        received, how = fetch(port, IDENTIFICATION, least=100)
        assert (len(received), how) == (100, "quiet"), (len(received), how)
        events(line, "CONNECTED", "STALLED", "ENDED")

    @proxied("cut-reset in the middle of a command, first connection only", "cut-reset", "--faulty", "1", "300000")
    def _(port: int, line: Callable[[], str]) -> None:
        cut = bench.ssh("head -c 3000000 /dev/zero", key=facts["client_key"], port=port)
        assert cut.returncode == 255 and 0 < len(cut.stdout) < 300000, (cut.returncode, len(cut.stdout), cut.stderr)
        whole = bench.ssh("head -c 3000000 /dev/zero", key=facts["client_key"], port=port)
        assert whole.returncode == 0 and len(whole.stdout) == 3000000, whole.stderr

    @proxied("flip", "flip", "200000")
    def _(port: int, line: Callable[[], str]) -> None:
        result = bench.ssh("head -c 3000000 /dev/zero", key=facts["client_key"], port=port)
        assert result.returncode == 255 and len(result.stdout) < 200000, (result.returncode, result.stderr)
        events(line, "CONNECTED", "FLIPPED", "ENDED")

    @proxied("flip --upstream", "flip", "--upstream", "--bit", "7", "5")
    def _(port: int, line: Callable[[], str]) -> None:
        received, _ = fetch(port, IDENTIFICATION)
        assert b"Invalid SSH identification" in received, received

    @proxied("drip", "drip", "400")
    def _(port: int, line: Callable[[], str]) -> None:
        began = time.monotonic()
        received, _ = fetch(port, IDENTIFICATION, limit=200)
        assert 0.3 < time.monotonic() - began < 30, time.monotonic() - began

    @proxied("delay", "delay", "100")
    def _(port: int, line: Callable[[], str]) -> None:
        began = time.monotonic()
        bench.works(key=facts["client_key"], port=port)
        assert 1.0 < time.monotonic() - began < 60, time.monotonic() - began

    @proxied("fragment", "fragment", "7")
    def _(port: int, line: Callable[[], str]) -> None:
        bench.works(key=facts["client_key"], port=port)

    def to_a_port() -> None:
        with bench.served("serve", *behind) as server:
            with bench.served("scripted_peer", "pass", "--to", str(server.port)) as peer:
                bench.works(key=facts["client_key"], port=peer.port)

    found["scripted_peer --to PORT"] = to_a_port
    return found
