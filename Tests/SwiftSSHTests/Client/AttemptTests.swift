import Glibc
import Testing

@testable import SwiftSSH
@testable import SwiftSSHAsync

@Suite("Servers that drop connections before they have said who they are")
struct AttemptTests {
    private let scratch: TemporaryDirectory
    private let fixture: Fixture

    init() throws {
        scratch = try TemporaryDirectory()
        fixture = try Fixture.shared.get()
    }

    /// A client's options, with waits between attempts that take no time unless they are to.
    private func options(_ attempts: Int?, waits: Duration = .zero) throws -> ClientOptions {
        var options = ClientOptions()
        options.configuration = .none
        options.hostKeys = .strict(files: [fixture["known_hosts"]])
        options.agent = .none
        options.keyFiles = [fixture["client_key"]]
        options.connectionAttempts = attempts
        (options.tries.firstWait, options.tries.longestWait) = (waits, waits)
        return options
    }

    /// The same, with an ssh_config file.
    private func options(_ attempts: Int?, waits: Duration = .zero, _ lines: String) throws -> ClientOptions {
        var options = try options(attempts, waits: waits)
        options.configuration = .files([try scratch.write(Array(lines.utf8), to: "config")])
        return options
    }

    /// A server that treats its first connections badly, and serves the others.
    private func server(_ mode: [String], faulty: Int) throws -> PortServer {
        try PortServer(scripted: mode + ["--faulty", "\(faulty)"], before: fixture.sshd())
    }

    private func connect(
        to server: PortServer, _ options: ClientOptions, timeout: Duration? = ConnectedSession.patience
    ) throws -> SSHClient {
        try SSHClient.connect(
            host: "127.0.0.1", port: server.port, user: fixture.user, options: options, timeout: timeout)
    }

    /// Events of a log that announce another attempt.
    private func log(_ announced: Collected<LogEvent>) -> SessionLog {
        SessionLog(.info) { if $0.message.contains("; the next one in ") { announced.append($0) } }
    }

    @Test(
        "client.tried-again: a server that drops the first connections is tried until it says who it is, on each engine.",
        arguments: [["refuse"], ["refuse", "--line", "Exceeded MaxStartups"], ["cut-fin", "0"], ["cut-reset", "0"]],
        EngineChoice.allCases)
    func triedAgain(mode: [String], engine: EngineChoice) throws {
        let server = try server(mode, faulty: 2)
        let announced = Collected<LogEvent>()
        var options = try options(3)
        options.engine = engine
        options.log = log(announced)
        let client = try connect(to: server, options)
        #expect(try client.run("echo in").text == "in\n")
        let told = announced.values
        #expect(told.map(\.level) == [.info, .info] && told.allSatisfy { $0.phase == .connecting })
        #expect(told.first?.message.hasPrefix("attempt 1 of 3 failed: ") == true)
        #expect(told.last?.message.hasPrefix("attempt 2 of 3 failed: ") == true)
        client.close()
    }

    @Test("client.tried-again: a command on the way is started anew.")
    func command() throws {
        let once = scratch.path("once")
        let words = "if [ -e \(once) ]; then exec \(fixture["sshd_inetd"]); fi; touch \(once)"
        let options = try options(2, "Host swiftssh-fixture\n  ProxyCommand sh -c '\(words)'\n")
        let client = try SSHClient.connect(host: "swiftssh-fixture", user: fixture.user, options: options)
        #expect(try client.run("echo in").text == "in\n")
        client.close()
    }

    @Test("client.tried-again-and-given-up: the error says how often it was tried, and in what time.")
    func givenUp() throws {
        let closes = try PortServer(scripted: ["close"])
        let error = failure { try connect(to: closes, options(3)) }
        #expect(error?.code == .socketDisconnect && error?.phase == .identification)
        #expect(
            error?.message.contains("having sent nothing (tried 3 times in ") == true, "\(String(describing: error))")
        for _ in 0..<3 { #expect(closes.hasSaid("CONNECTED")) }
        #expect(!closes.hasSaid("CONNECTED"))
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        let refused = failure {
            try SSHClient.connect(host: "127.0.0.1", port: nobody, user: "x", options: options(4))
        }
        #expect(refused?.code == .connect && refused?.errno == ECONNREFUSED)
        #expect(refused?.message.contains("(tried 4 times in ") == true)
        // Where nobody says a number, it is one.
        #expect(failure { try connect(to: closes, options(nil)) }?.message.contains("tried") == false)
        #expect(closes.hasSaid("CONNECTED"))
        #expect(!closes.hasSaid("CONNECTED"))
    }

    @Test("client.tried-again-in-time: the time for all of it holds, and no wait is begun that would outlast it.")
    func inTime() throws {
        let closes = try PortServer(scripted: ["close"])
        let error = failure { try connect(to: closes, options(100, waits: .seconds(1 << 30))) }
        #expect(error?.code == .socketDisconnect)
        #expect(error?.message.contains("(tried once in ") == true, "\(String(describing: error))")
        #expect(error?.message.hasSuffix("; no time is left for another)") == true)
        let silent = try PortServer(scripted: ["silent"])
        let error2 = try withEverMoreTime { time in
            let drops = try PortServer([
                fixture["scripted_peer"], "refuse", "--faulty", "1", "--to", "\(silent.port)",
            ])
            let error = failure { try connect(to: drops, options(100), timeout: time) }
            #expect(error?.code == .timeout)
            return error
        } until: {
            $0?.message.contains("(tried 2 times in ") == true
        }
        #expect(error2?.message.contains("; before: the server closed the connection, without identifying") == true)
        #expect(error2?.message.contains("Not allowed at this time") == true)
    }

    @Test("client.tried-again-cancelled: closing, cancelling a fleet or a task ends the wait between two attempts.")
    func cancelled() async throws {
        let closes = try PortServer(scripted: ["close"])
        let announced = Collected<LogEvent>()
        var options = try options(2, waits: .seconds(1 << 30))
        options.log = log(announced)
        let client = try SSHClient(host: "127.0.0.1", port: closes.port, user: "x", options: options)
        let connecting = Background { failure { try client.connect(timeout: nil) } }
        #expect(comesToHold { announced.values.count == 1 })
        client.close()
        #expect(try connecting.value()?.code == .cancelled)

        // Also on the way to a host behind.
        let lines = "Host behind\n  ProxyJump x@127.0.0.1:\(closes.port)\n"
        var behind = try self.options(2, waits: .seconds(1 << 30), lines)
        behind.log = log(announced)
        let task = Task { [behind] in
            await asyncFailure {
                try await AsyncSSHClient.connect(host: "behind", user: "x", options: behind, timeout: nil)
            }
        }
        try await letTasksRun { announced.values.count == 2 }
        task.cancel()
        #expect(await task.value?.code == .cancelled)
        // A fleet's connecting has an end: no wait is begun that is longer.
        behind.connectionAttempts = 1_000_000
        (behind.tries.firstWait, behind.tries.longestWait) = (.seconds(5), .seconds(5))
        let run = try FleetRun("true", on: [FleetHost("behind", user: "x")], options: behind)
        #expect(comesToHold { announced.values.count >= 3 })
        run.cancel()
        #expect(failure { try run.results()[0].get() }?.code == .cancelled)
    }

    @Test("client.tried-once: nothing is tried again that a conversation had begun of, nor a name without an address.")
    func once() throws {
        let identified = try PortServer(scripted: ["banner-then-close"])
        let error = failure { try connect(to: identified, options(5)) }
        #expect(error?.phase == .keyExchange && error?.message.contains("tried") == false)
        let http = try PortServer(scripted: ["http"])
        #expect(failure { try connect(to: http, options(5)) }?.code == .bannerReceive)
        let server = try PortServer(scripted: ["pass"], before: fixture.sshd())
        var stranger = try options(5)
        stranger.keyFiles = [fixture.key("stranger_ed25519")]
        #expect(failure { try connect(to: server, stranger) }?.code == .authenticationFailed)
        for peer in [identified, http, server] {
            #expect(peer.hasSaid("CONNECTED"))
            #expect(!peer.hasSaid("CONNECTED"))
        }
        var unknown = try options(5)
        unknown.hostKeys = .strict(files: ["/dev/null"])
        #expect(failure { try connect(to: server, unknown) }?.code == .hostKeyUnknown)
        #expect(server.hasSaid("CONNECTED"))
        #expect(!server.hasSaid("CONNECTED"))
        let nowhere = failure {
            try SSHClient.connect(host: "no-such-host.invalid", user: "x", options: options(5))
        }
        #expect(nowhere?.code == .addressNotFound && nowhere?.message.contains("tried") == false)
    }

    @Test(
        "client.tried-again-behind-a-jump-host: the host that drops is tried again, by another channel of one connection.",
        arguments: EngineChoice.allCases)
    func jumps(engine: EngineChoice) throws {
        let jumpServer = try self.server(["refuse"], faulty: 1)
        let server = try self.server(["refuse"], faulty: 2)
        var options = try options(3)
        options.engine = engine
        options.jumpHost = try connect(to: jumpServer, options)
        let client = try connect(to: server, options)
        #expect(try client.run("echo in").text == "in\n")
        client.close()
        options.jumpHost?.close()
        // Two connections to the host in between: one that it dropped, and one for all attempts at the other.
        for _ in 0..<2 { #expect(jumpServer.hasSaid("CONNECTED")) }
        #expect(!jumpServer.hasSaid("CONNECTED"))

        let hop = try self.server(["cut-reset", "0"], faulty: 2)
        let behind = try self.server(["cut-fin", "0"], faulty: 2)
        let lines = """
            Host behind
                Port \(behind.port)
                ProxyJump hop
            Host hop
                Port \(hop.port)
            Host *
                HostName 127.0.0.1
                User \(fixture.user)
                IdentityFile \(fixture["client_key"])
            """
        var hopping = try self.options(3, lines)
        hopping.engine = engine
        let hopped = try SSHClient.connect(host: "behind", options: hopping)
        #expect(try hopped.run("echo in").text == "in\n")
        hopped.close()
    }

    @Test("client.attempts-as-ssh-config-says: ConnectionAttempts is the number, unless the caller says one.")
    func configured() throws {
        let closes = try PortServer(scripted: ["close"])
        let lines = "Host *\n  ConnectionAttempts 3\n"
        for (said, told) in [(nil, "tried 3 times"), (2, "tried 2 times")] as [(Int?, String)] {
            let options = try options(said, lines)
            #expect(failure { try connect(to: closes, options) }?.message.contains(told) == true)
        }
        #expect(failure { try connect(to: closes, options(1, lines)) }?.message.contains("tried") == false)
    }

    @Test(
        "fleet.tried-again: a server with more connections at once than it lets begin is tried again; no result is missing."
    )
    func fleets() throws {
        let server = try PortServer([
            fixture["sshd_server"], fixture["directory"], "-o", "MaxStartups 1:100:1",
        ])
        let announced = Collected<LogEvent>()
        var options = try options(1000)
        options.log = log(announced)
        (options.tries.firstWait, options.tries.longestWait) = (.milliseconds(100), .seconds(1))
        let hosts = (0..<24).map { _ in FleetHost("127.0.0.1", port: server.port, user: fixture.user) }
        let results = try FleetRun("echo in", on: hosts, options: options, concurrency: 12).results()
        #expect(results.count == 24)
        for result in results { #expect(try result.get().text == "in\n") }
        #expect(!announced.values.isEmpty)
        // By itself a fleet tries again where it is dropped, and not where nobody listens.
        let drops = try self.server(["refuse"], faulty: 5)
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        let usual = [drops.port, nobody].map { FleetHost("127.0.0.1", port: $0, user: fixture.user) }
        let found = try FleetRun("echo in", on: usual, options: self.options(nil)).results()
        #expect(try found[0].get().text == "in\n")
        let refused = failure { try found[1].get() }
        #expect(refused?.code == .connect && refused?.message.contains("tried") == false)
    }

    @Test("Waits are random, from none to a limit that doubles up to the longest")
    func waits() throws {
        let dropped = SSHError(.socketDisconnect, "dropped", phase: .identification)
        var longest = [Duration](repeating: .zero, count: 6)
        var shortest = [Duration](repeating: .seconds(60), count: 6)
        for _ in 0..<300 {
            var attempts = ConnectionAttempts()
            attempts.mostWhenDropped = 7
            for index in 0..<6 {
                _ = attempts.begin(until: .never)
                let wait = try attempts.wait(after: dropped, until: .never)
                longest[index] = max(longest[index], wait)
                shortest[index] = min(shortest[index], wait)
            }
            _ = attempts.begin(until: .never)
            #expect(throws: SSHError.self) { try attempts.wait(after: dropped, until: .never) }
        }
        for (index, limit) in [2, 4, 8, 16, 16, 16].enumerated() {
            #expect(longest[index] <= .seconds(limit) && longest[index] > .seconds(limit) / 2)
            #expect(shortest[index] < .seconds(limit) / 2)
        }
    }
}
