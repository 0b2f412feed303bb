"""The checks of the real servers: OpenSSH, dropbear, asyncssh, paramiko."""

import socket
import subprocess
import warnings
from collections.abc import Callable

from check_support import LIMIT, TOOLS, Bench, Skipped, fetch, run

warnings.simplefilter("ignore")

KEYS = ["ed25519", "ecdsa_256", "ecdsa_384", "ecdsa_521", "rsa"]


def checks(bench: Bench) -> dict[str, Callable[[], None]]:
    """Returns the checks by name."""
    found: dict[str, Callable[[], None]] = {}
    facts = bench.facts
    sshd = [facts["sshd_inetd"]]

    def check(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
        def keep(function: Callable[[], None]) -> Callable[[], None]:
            found[name] = function
            return function
        return keep

    def files(name: str) -> list[str]:
        plain = f"{facts['keys']}/client_{name}"
        formats = [""] if name == "ed25519" else ["", ".pem", ".pkcs8"]
        return [plain + form for form in formats] + [f"{plain}_encrypted{form}" for form in formats]

    for name in KEYS:
        @check(f"sshd: client key {name}, every format")
        def _(name: str = name) -> None:
            for path in files(name):
                bench.works(key=path, answer=facts["passphrase"] if "_encrypted" in path else "", via=sshd)

    @check("sshd: the current user")
    def _() -> None:
        result = bench.ssh("exit 7", key=facts["client_key"], via=sshd, user=facts["current_user"])
        assert result.returncode == 7, result

    @check("sshd: a stranger's key, a changed host key")
    def _() -> None:
        assert "Permission denied" in bench.ssh("true", key=facts["stranger_key"], via=sshd).stderr
        changed = bench.ssh("true", key=facts["client_key"], via=sshd, known_hosts=facts["known_hosts_changed"])
        assert "IDENTIFICATION HAS CHANGED" in changed.stderr, changed

    for name, algorithms in {"ecdsa": "ecdsa-sha2-nistp256", "rsa": "rsa-sha2-512,rsa-sha2-256"}.items():
        @check(f"sshd: host key {name}")
        def _(algorithms: str = algorithms) -> None:
            bench.works(key=facts["client_key"], via=[*sshd, "-o", f"HostKeyAlgorithms {algorithms}"])

    @check("sshd: password, right and wrong")
    def _() -> None:
        need("password")
        bench.works(answer=facts["password"], via=sshd)
        assert "Permission denied" in bench.ssh("true", answer="wrong", via=sshd).stderr

    @check("sshd: the guest has no rights")
    def _() -> None:
        need("guest")
        result = bench.ssh("id -u; cat /etc/shadow", key=facts["client_key"], via=sshd, user=facts["guest"])
        assert "Permission denied" in result.stderr, result

    @check("sshd: MaxAuthTries by -o, environment, home")
    def _() -> None:
        result = bench.ssh("true", answer="wrong", via=[*sshd, "-o", "MaxAuthTries 1"])
        assert "Too many authentication failures" in result.stderr, result
        result = bench.ssh("echo $SWIFTSSH_WORD; pwd", "-o", "SetEnv=SWIFTSSH_WORD=hello",
                           key=facts["client_key"], via=sshd)
        assert result.stdout == f"hello\n{facts['home']}\n", result

    @check("make_fixture: --keys-from, --config, --host-key")
    def _() -> None:
        other = bench.directory.parent / "other"
        run([str(TOOLS / "make_fixture"), str(other), "--keys-from", str(bench.directory), "--host-key", "rsa",
             "--config", "MaxAuthTries 1", "--config", "Banner none"])
        bench.works(key=facts["client_key"], via=[str(other / "sshd-inetd")])
        assert "MaxAuthTries 1\nBanner none\n" in (other / "sshd_config").read_text()

    @check("sshd: publickey and password together")
    def _() -> None:
        need("password")
        via = [*sshd, "-o", "AuthenticationMethods publickey,password"]
        result = bench.ssh("exit 7", "-i", facts["client_key"], answer=facts["password"], via=via)
        assert result.returncode == 7, result

    @check("sshd: keyboard-interactive, one question, two, and an expired password")
    def _() -> None:
        need("pam_stacks")
        rounds = questions([*sshd, "--pam", "password"], [facts["password"]])
        assert rounds == [[("Password: ", False)], []], rounds
        rounds = questions([*sshd, "--pam", "two"], [facts["password"], facts["token"]])
        assert rounds == [[("Password: ", False)], [("Password: ", True)], []], rounds
        rounds = questions([*sshd, "--pam", "expired"], [facts["password"], facts["password"], "new", "new"])
        assert len(rounds) == 5 and "New Password" in rounds[2][0][0], rounds

    def questions(command: list[str], answers: list[str]) -> list[list[tuple[str, bool]]]:
        import paramiko
        near, far = socket.socketpair()
        process = subprocess.Popen(command, stdin=far.fileno(), stdout=far.fileno())
        far.close()
        transport = paramiko.Transport(near)
        transport.start_client(timeout=LIMIT)
        rounds: list[list[tuple[str, bool]]] = []
        left = iter(answers)

        def answer(title: str, text: str, prompts: list[tuple[str, bool]]) -> list[str]:
            rounds.append(prompts)
            return [next(left) for _ in prompts]

        assert transport.auth_interactive(facts["user"], answer) == []
        transport.close()
        process.wait(timeout=LIMIT)
        return rounds

    @check("sshd: sftp")
    def _() -> None:
        import paramiko
        near, far = socket.socketpair()
        process = subprocess.Popen(sshd, stdin=far.fileno(), stdout=far.fileno())
        far.close()
        transport = paramiko.Transport(near)
        transport.connect(username=facts["user"], pkey=paramiko.Ed25519Key.from_private_key_file(facts["client_key"]))
        files = paramiko.SFTPClient.from_transport(transport)
        assert files and ".ssh" in files.listdir(".")
        try:
            files.stat("missing")
            raise AssertionError("a missing file was found")
        except FileNotFoundError:
            pass
        transport.close()
        process.wait(timeout=LIMIT)

    @check("serve: IPv4, IPv6, events, several at once, ends with its input")
    def _() -> None:
        with bench.served("serve", "--events", "--", *sshd) as server:
            bench.works(key=facts["client_key"], port=server.port)
            connected, ended = server.line().split(), server.line().split()
            assert connected[0] == "CONNECTED" and ended[:2] == ["ENDED", connected[1]], (connected, ended)
            idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(5)]
            assert all(connection.recv(4) == b"SSH-" for connection in idle)
        with bench.served("serve", "--ipv6", "--", *sshd) as server:
            with socket.create_connection(("::1", server.port)) as connection:
                assert connection.recv(4) == b"SSH-"

    @check("dropbear: client keys, host keys, password")
    def _() -> None:
        need("dropbear_inetd")
        with bench.served("serve", "--", facts["dropbear_inetd"]) as server:
            for name in KEYS:
                bench.works(key=f"{facts['keys']}/client_{name}", port=server.port)
            bench.works(answer=facts["password"], port=server.port)
        for name in ("ed25519", "ecdsa", "rsa"):
            with bench.served("serve", "--", facts["dropbear_inetd"], name) as server:
                bench.works(key=facts["client_key"], port=server.port)

    @check("sshd_server: client key, MaxStartups")
    def _() -> None:
        with bench.served("sshd_server", str(bench.directory), "-o", "MaxStartups 1:100:1") as server:
            bench.works(key=facts["client_key"], port=server.port)
            with socket.create_connection(("127.0.0.1", server.port)) as first:
                assert first.recv(4) == b"SSH-"
                refusal, how = fetch(server.port)
                assert b"SSH-" not in refusal and how in ("end", "reset"), (refusal, how)
            bench.works(key=facts["client_key"], port=server.port)

    for tool in ("asyncssh_server", "paramiko_server"):
        @check(f"{tool}: client keys, host keys, password, a stranger")
        def _(tool: str = tool) -> None:
            with bench.served(tool, str(bench.directory)) as server:
                for name in KEYS:
                    bench.works(key=f"{facts['keys']}/client_{name}", port=server.port)
                bench.works(["-o", "PreferredAuthentications=password"], answer=facts["password"], port=server.port)
                assert "Permission denied" in bench.ssh("true", key=facts["stranger_key"], port=server.port).stderr
            for name in ("ecdsa", "rsa"):
                with bench.served(tool, "--host-key", name, str(bench.directory)) as server:
                    bench.works(key=facts["client_key"], port=server.port)

    @check("asyncssh_server: two questions at once, sftp, banner")
    def _() -> None:
        import paramiko
        with bench.served("asyncssh_server", "--banner", "Hello.\n", str(bench.directory)) as server:
            transport = paramiko.Transport(("127.0.0.1", server.port))
            transport.start_client(timeout=LIMIT)
            asked: list[object] = []

            def answer(title: str, text: str, prompts: list[tuple[str, bool]]) -> list[str]:
                asked.append((title, text, prompts))
                return [facts["password"], "123456"][:len(prompts)]

            assert transport.auth_interactive(facts["user"], answer) == []
            prompts = [("Password: ", False), ("Token: ", True)]
            assert asked[0] == ("SwiftSSH fixture", "Say who you are.", prompts), asked
            assert transport.get_banner() == b"Hello.\n"
            files = paramiko.SFTPClient.from_transport(transport)
            assert files and "fixture.json" in files.listdir(str(bench.directory))
            transport.close()

    @check("asyncssh_server: --no-exit-status, --exit-signal")
    def _() -> None:
        for options in (["--no-exit-status"], ["--exit-signal", "TERM", "--message", "text", "--language", "en"]):
            with bench.served("asyncssh_server", *options, str(bench.directory)) as server:
                result = bench.ssh("echo out", key=facts["client_key"], port=server.port)
                assert (result.stdout, result.returncode) == ("out\n", 255), result

    @check("asyncssh_server: --disconnect-after-output")
    def _() -> None:
        with bench.served("asyncssh_server", "--disconnect-after-output", str(bench.directory)) as server:
            result = bench.ssh("echo out", key=facts["client_key"], port=server.port)
            assert "The fixture has had enough." in result.stderr, result  # ssh may drop the output that came with it

    @check("asyncssh_server: --expired")
    def _() -> None:
        with bench.served("asyncssh_server", "--expired", str(bench.directory)) as server:
            result = bench.ssh("exit 7", "-o", "PreferredAuthentications=password",
                               answer=facts["password"], port=server.port)
            assert "expired" in result.stderr + result.stdout, result

    def need(fact: str) -> None:
        if not facts[fact]:
            raise Skipped(f"{fact} is not to be had on this machine")

    return found
